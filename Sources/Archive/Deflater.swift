import CZlib

/// Raw deflate at level 6 of one entry after the other.
///
/// Input is handed to zlib in pieces of one fixed size, however the caller cuts it: what deflate
/// gives may depend on its input's pieces, and equal content must give equal bytes.
final class Deflater {
  /// The compressed bytes of the entry so far.
  private(set) var compressed: [[UInt8]] = []
  private(set) var compressedSize = 0
  private(set) var size = 0
  private(set) var checksum: UInt32 = 0

  static let step = 1 << 16

  private let stream: UnsafeMutablePointer<z_stream>
  private let output: UnsafeMutablePointer<UInt8>
  private var pending: [UInt8] = []

  init() throws(ArchiveError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    let status = deflateInit2_(
      stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY, zlibVersion(), Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      stream.deallocate()
      throw .outOfMemory
    }
    self.stream = stream
    output = .allocate(capacity: Self.step)
    pending.reserveCapacity(Self.step)
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    output.deallocate()
  }

  /// Begins a new entry.
  func reset() {
    deflateReset(stream)
    compressed = []
    compressedSize = 0
    size = 0
    checksum = 0
    pending.removeAll(keepingCapacity: true)
  }

  func append(_ bytes: UnsafeRawBufferPointer) throws(ArchiveError) {
    size += bytes.count
    var rest = bytes
    while !rest.isEmpty {
      if pending.isEmpty, rest.count >= Self.step {
        try deflate(UnsafeRawBufferPointer(rebasing: rest[..<Self.step]), Z_NO_FLUSH)
        rest = UnsafeRawBufferPointer(rebasing: rest[Self.step...])
        continue
      }
      let taken = min(rest.count, Self.step - pending.count)
      pending.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<taken]))
      rest = UnsafeRawBufferPointer(rebasing: rest[taken...])
      if pending.count == Self.step { try deflatePending(Z_NO_FLUSH) }
    }
  }

  /// Ends the entry: ``compressed`` is then a whole deflate stream.
  func finish() throws(ArchiveError) {
    try deflatePending(Z_FINISH)
  }

  private func deflatePending(_ flush: Int32) throws(ArchiveError) {
    let piece = pending
    pending.removeAll(keepingCapacity: true)
    try piece.withRawBytes { bytes throws(ArchiveError) in try deflate(bytes, flush) }
  }

  private func deflate(_ bytes: UnsafeRawBufferPointer, _ flush: Int32) throws(ArchiveError) {
    checksum = CRC32.continued(checksum, bytes)
    stream.pointee.next_in = bytes.zlibInput
    stream.pointee.avail_in = UInt32(bytes.count)
    repeat {
      stream.pointee.next_out = output
      stream.pointee.avail_out = UInt32(Self.step)
      let status = CZlib.deflate(stream, flush)
      // Z_BUF_ERROR only says that there was nothing left to do.
      guard status == Z_OK || status == Z_STREAM_END || status == Z_BUF_ERROR else { throw .outOfMemory }
      let count = Self.step - Int(stream.pointee.avail_out)
      if count > 0 {
        compressed.append(Array(UnsafeBufferPointer(start: output, count: count)))
        compressedSize += count
      }
    } while stream.pointee.avail_out == 0
  }
}

/// The checksum that ZIP uses.
enum CRC32 {
  /// The checksum of what `checksum` (0 at the beginning) covers and `bytes` after it.
  static func continued(_ checksum: UInt32, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
    // zlib takes a null pointer as a request for the initial value.
    guard let start = bytes.baseAddress, !bytes.isEmpty else { return checksum }
    return UInt32(
      truncatingIfNeeded: crc32_z(UInt(checksum), start.assumingMemoryBound(to: UInt8.self), bytes.count))
  }
}

extension UnsafeRawBufferPointer {
  /// The bytes as zlib's `next_in` wants them; zlib only reads them.
  var zlibInput: UnsafeMutablePointer<UInt8>? {
    UnsafeMutablePointer(mutating: baseAddress?.assumingMemoryBound(to: UInt8.self))
  }
}
