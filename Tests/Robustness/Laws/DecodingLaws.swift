import Conformance
import Reading

extension Breaches {
  /// What was decoded gives the same bytes again.
  mutating func checkDecoding(_ text: DecodedText, of bytes: [UInt8]) {
    let mark: [UInt8] =
      switch text.encoding {
      case "UTF-8": [0xEF, 0xBB, 0xBF]
      case "UTF-16LE": [0xFF, 0xFE]
      case "UTF-16BE": [0xFE, 0xFF]
      default: [0x84, 0x31, 0x95, 0x33]
      }
    check(bytes.starts(with: mark) == text.hasBOM, "a byte order mark is told")
    var characters = String.UnicodeScalarView()
    characters.append(contentsOf: text.scalars)
    let again = utf8(Array(String(characters).utf8), in: text.encoding)
    check(again == Array(bytes.dropFirst(text.hasBOM ? mark.count : 0)), "\(text.encoding) can be encoded again")
  }
}
