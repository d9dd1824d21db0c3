import Glibc

extension DecodedText {
  /// Another text in the encoding of this one, with its byte order mark; `nil` where the encoding lacks a character.
  public func encoded(_ text: [Unicode.Scalar]) -> [UInt8]? {
    let mark: [UInt8]
    let bytes: [UInt8]?
    switch encoding {
    case "UTF-8":
      mark = [0xEF, 0xBB, 0xBF]
      bytes = text.flatMap { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) }
    case "UTF-16LE", "UTF-16BE":
      let isBig = encoding == "UTF-16BE"
      mark = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
      var units: [UInt8] = []
      for unit in text.flatMap({ UTF16.encode($0) ?? UTF16.encodedReplacementCharacter }) {
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        units += isBig ? [high, low] : [low, high]
      }
      bytes = units
    default:
      mark = [0x84, 0x31, 0x95, 0x33]
      bytes = IconvEncoding.encode(text, to: encoding)
    }
    return bytes.map { (hasBOM ? mark : []) + $0 }
  }
}

/// Encoding into what the C library knows.
private enum IconvEncoding {
  static func encode(_ text: [Unicode.Scalar], to encoding: String) -> [UInt8]? {
    guard let converter = iconv_open(encoding, "UTF-32LE"), Int(bitPattern: converter) != -1 else { return nil }
    defer { iconv_close(converter) }
    var input = text.map { $0.value.littleEndian }
    // No character of these encodings is longer than four bytes.
    var output = [UInt8](repeating: 0, count: text.count * 4 + 16)
    let written = input.withUnsafeMutableBytes { source -> Int? in
      output.withUnsafeMutableBytes { target -> Int? in
        var next = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var left = source.count
        var end = target.baseAddress?.assumingMemoryBound(to: CChar.self)
        var room = target.count
        guard iconv(converter, &next, &left, &end, &room) == 0, left == 0 else { return nil }
        return target.count - room
      }
    }
    return written.map { Array(output.prefix($0)) }
  }
}
