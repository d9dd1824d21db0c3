import Glibc

/// Strict decoding of the encodings that the C library knows.
enum IconvDecoding {
  /// The scalars up to the first byte that does not fit, and its offset; nil where the encoding is not known here.
  static func decode(
    _ bytes: ArraySlice<UInt8>, from encoding: String
  ) -> (scalars: [Unicode.Scalar], badOffset: Int?)? {
    guard let converter = open(encoding) else { return nil }
    defer { iconv_close(converter) }
    var scalars: [Unicode.Scalar] = []
    scalars.reserveCapacity(bytes.count / 2)
    var chunk = [UInt32](repeating: 0, count: 4_096)
    // iconv takes its input through a pointer that it may not write to, though C's type does not say so.
    var input = Array(bytes)
    let left = input.withUnsafeMutableBytes { buffer -> Int in
      var next = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = buffer.count
      while left > 0 {
        let (result, code, written) = convert(converter, &next, &left, into: &chunk)
        for value in chunk[..<written] {
          guard let scalar = Unicode.Scalar(UInt32(littleEndian: value)) else { return left }
          scalars.append(scalar)
        }
        if result == -1, code != E2BIG { return left }
      }
      return 0
    }
    return (scalars, left == 0 ? nil : bytes.endIndex - left)
  }

  /// What the C library keeps loaded for an encoding as long as somebody has it open: to load it takes longer than to
  /// decode a page.
  private static let loaded = ["GB18030", "Big5"].map { (name: String) in Int(bitPattern: iconv_open("UTF-32LE", name))
  }

  private static func open(_ encoding: String) -> iconv_t? {
    _ = loaded
    guard let converter = iconv_open("UTF-32LE", encoding), Int(bitPattern: converter) != -1 else { return nil }
    return converter
  }

  private static func convert(
    _ converter: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into chunk: inout [UInt32]
  ) -> (result: Int, code: Int32, written: Int) {
    chunk.withUnsafeMutableBytes { buffer in
      var output = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      var room = buffer.count
      let result = iconv(converter, &next, &left, &output, &room)
      let code = errno
      return (Int(result), code, (buffer.count - room) / 4)
    }
  }
}
