import Crypto

extension Revision {
  /// Whether `hex` is the revision of a record whose canonical JSON without `revision` is `first` and then `rest`.
  package static func isOf(
    _ first: UnsafeRawBufferPointer, _ rest: UnsafeRawBufferPointer, stated hex: UnsafeRawBufferPointer
  ) -> Bool {
    var hasher = SHA256()
    hasher.update(bufferPointer: first)
    hasher.update(bufferPointer: rest)
    return hasher.finalize().withUnsafeBytes { digest in
      guard hex.count == 2 * digest.count else { return false }
      var isEqual = true
      for (at, byte) in digest.enumerated() {
        isEqual = isEqual && hex[2 * at] == digit(byte >> 4) && hex[2 * at + 1] == digit(byte & 15)
      }
      return isEqual
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + (value - 10)
  }
}
