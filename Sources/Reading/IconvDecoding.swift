import Glibc

/// Strict decoding of the encodings that the C library knows.
enum IconvDecoding {
  /// The scalars up to the first byte that does not fit, and its offset; nil where the encoding is not known here.
  static func decode(
    _ bytes: ArraySlice<UInt8>, from encoding: String
  ) -> (scalars: [Unicode.Scalar], badOffset: Int?)? {
    guard let converter = iconv_open("UTF-32LE", encoding), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count / 2)
    var chunk = [UInt8](repeating: 0, count: 16_384)
    // iconv takes its input through a pointer that it may not write to, though C's type does not say so.
    var input = Array(bytes)
    let left = input.withUnsafeMutableBytes { buffer -> Int in
      var next = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = buffer.count
      while left > 0 {
        let (result, code, written) = convert(converter, &next, &left, into: &chunk)
        guard append(chunk[..<written], to: &scalars) else { return left }
        if result == -1, code != E2BIG { return left }
      }
      return 0
    }
    return (scalars, left == 0 ? nil : bytes.endIndex - left)
  }

  private static func convert(
    _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into chunk: inout [UInt8]
  ) -> (result: Int, code: Int32, written: Int) {
    chunk.withUnsafeMutableBytes { buffer in
      var output = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var room = buffer.count
      let result = iconv(converter, &next, &left, &output, &room)
      let code = errno
      return (Int(result), code, buffer.count - room)
    }
  }

  private static func append(_ bytes: ArraySlice<UInt8>, to scalars: inout [Unicode.Scalar]) -> Bool {
    var index = bytes.startIndex
    while index + 3 < bytes.endIndex {
      let value =
        UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2]) << 16
        | UInt32(bytes[index + 3]) << 24
      guard let scalar = Unicode.Scalar(value) else { return false }
      scalars.append(scalar)
      index += 4
    }
    return true
  }
}
