/// Canonical JSON (RFC 8785) of the subset that ``JSON`` holds.
///
/// Written by hand because Foundation's encoder escapes `/` and orders keys by its own lights.
extension JSON {
  /// The canonical bytes, without a line end.
  public var canonical: [UInt8] {
    var out: [UInt8] = []
    write(into: &out)
    return out
  }

  func write(into out: inout [UInt8]) {
    switch self {
    case .string(let value): JSON.writeString(value, into: &out)
    case .integer(let value): out.append(contentsOf: String(value).utf8)
    case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
    case .array(let values):
      out.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        value.write(into: &out)
      }
      out.append(UInt8(ascii: "]"))
    case .object(let object): object.write(into: &out)
    }
  }

  private static let hex = Array("0123456789abcdef".utf8)

  static func writeString(_ value: String, into out: inout [UInt8]) {
    var value = value
    value.withUTF8 { writeString($0, into: &out) }
  }

  static func writeString(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    guard !hasEscaped(bytes) else {
      out.append(UInt8(ascii: "\""))
      for byte in bytes { write(byte, into: &out) }
      out.append(UInt8(ascii: "\""))
      return
    }
    out.append(addingCapacity: bytes.count + 2) { $0.appendQuoted(bytes) }
  }

  private static func write(_ byte: UInt8, into out: inout [UInt8]) {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
    case 0x08: out += #"\b"#.utf8
    case 0x09: out += #"\t"#.utf8
    case 0x0A: out += #"\n"#.utf8
    case 0x0C: out += #"\f"#.utf8
    case 0x0D: out += #"\r"#.utf8
    case 0..<0x20:
      out += #"\u00"#.utf8
      out += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
    default: out.append(byte)
    }
  }

  /// Whether a control character, a quotation mark or a backslash is among the bytes; eight bytes at a time.
  static func hasEscaped(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index &+ 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      let quotes = word ^ ones &* 0x22
      let backslashes = word ^ ones &* 0x5C
      // The top bit of each byte below 0x20, and of each that is zero.
      let found = (word &- ones &* 0x20) & ~word | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
      if found & tops != 0 { return true }
      index &+= 8
    }
    while index < raw.count {
      let byte = raw[index]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return true }
      index &+= 1
    }
    return false
  }
}

extension OutputSpan<UInt8> {
  /// Appends bytes that need no escapes, in quotation marks; there must be room for them.
  mutating func appendQuoted(_ bytes: UnsafeBufferPointer<UInt8>) {
    withUnsafeMutableBufferPointer { buffer, count in
      let end = count + bytes.count + 2
      precondition(end <= buffer.count)
      guard let target = buffer.baseAddress?.advanced(by: count) else { return }
      target.initialize(to: UInt8(ascii: "\""))
      if let source = bytes.baseAddress { target.advanced(by: 1).initialize(from: source, count: bytes.count) }
      target.advanced(by: bytes.count + 1).initialize(to: UInt8(ascii: "\""))
      count = end
    }
  }
}

extension JSONObject {
  /// The canonical bytes, without a line end.
  public var canonical: [UInt8] {
    var out: [UInt8] = []
    write(into: &out)
    return out
  }

  func write(into out: inout [UInt8]) {
    out.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      JSON.writeString(member.key, into: &out)
      out.append(UInt8(ascii: ":"))
      member.value.write(into: &out)
    }
    out.append(UInt8(ascii: "}"))
  }
}
