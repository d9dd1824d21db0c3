import CDeflate
import CZlib

/// The checksum that ZIP uses.
enum CRC32 {
  /// The checksum of what `checksum` (0 at the beginning) covers and `bytes` after it.
  static func continued(_ checksum: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
    // A null pointer is taken as a request for the initial value.
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return checksum }
    return libdeflate_crc32(checksum, start, bytes.count)
  }

  /// The checksum of what `first` covers and, after it, the `count` bytes that `second` covers.
  static func combined(_ first: UInt32, _ second: UInt32, count: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: crc32_combine(UInt(first), UInt(second), count))
  }
}
