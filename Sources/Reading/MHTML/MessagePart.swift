/// The first part of a kind in a message of several parts (RFC 2046), whatever the parts are nested in.
struct MessagePart {
  /// Names of header fields in lower case, with what stands behind them.
  private(set) var fields: [String: String] = [:]
  /// As it stands, still in its transfer encoding.
  private(set) var body: ArraySlice<UInt8> = []

  /// The part of a media type, of which `bytes` holds at least the beginning; `nil` where there is none.
  static func first(of type: String, in bytes: [UInt8]) -> MessagePart? {
    var boundaries: [[UInt8]] = []
    var part = MessagePart(headAt: 0, in: bytes)
    var start = part.body.startIndex
    while true {
      if let boundary = part.parameter("boundary"), boundaries.count < 8 {
        boundaries.append(Array("--\(boundary)".utf8))
      }
      let end = nextBoundary(boundaries, in: bytes, from: start)
      if part.mediaType == type {
        part.body = bytes[start..<end]
        return part
      }
      guard end < bytes.count else { return nil }
      part = MessagePart(headAt: behindLine(end, in: bytes), in: bytes)
      start = part.body.startIndex
    }
  }

  /// The fields from an offset to the empty line that ends them; one goes on in lines that begin with a blank.
  private init(headAt start: Int, in bytes: [UInt8]) {
    var index = start
    var name = ""
    while index < bytes.count, fields.count < 100 {
      let next = MessagePart.behindLine(index, in: bytes)
      let line = bytes[index..<next].prefix { $0 != 0x0D && $0 != 0x0A }
      index = next
      if line.isEmpty { break }
      if line.first == 0x20 || line.first == 0x09 {
        fields[name, default: ""] += String(decoding: line.prefix(1_000), as: UTF8.self)
      } else if let colon = line.firstIndex(of: 0x3A) {
        name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
        fields[name] = String(decoding: line[(colon + 1)...].prefix(1_000), as: UTF8.self)
      }
    }
    body = bytes[index...]
  }

  /// What the part is, in lower case.
  var mediaType: String { trimmed(fields["content-type"]?.prefix { $0 != ";" }).lowercased() }

  /// How its bytes are written, in lower case.
  var transferEncoding: String { trimmed(fields["content-transfer-encoding"]?[...]).lowercased() }

  /// A parameter of its type, without quotes.
  func parameter(_ name: String) -> String? {
    for pair in (fields["content-type"] ?? "").split(separator: ";").dropFirst() {
      let sides = pair.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, trimmed(sides[0]).lowercased() == name else { continue }
      let value = trimmed(sides[1]).filter { $0 != "\"" }
      return value.isEmpty ? nil : value
    }
    return nil
  }

  private func trimmed(_ text: Substring?) -> String {
    guard let text else { return "" }
    let start = text.drop { $0.isWhitespace }
    let blanks = start.reversed().prefix { $0.isWhitespace }.count
    return String(start.dropLast(blanks))
  }

  private static func behindLine(_ start: Int, in bytes: [UInt8]) -> Int {
    bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// Where the next line begins that a boundary begins.
  private static func nextBoundary(_ boundaries: [[UInt8]], in bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count {
      if bytes[index] == 0x2D, boundaries.contains(where: { bytes[index...].starts(with: $0) }) { return index }
      index = behindLine(index, in: bytes)
    }
    return bytes.count
  }
}
