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

  private static func writeString(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    if bytes.contains(where: isEscaped) {
      for byte in bytes { write(byte, into: &out) }
    } else {
      out.append(contentsOf: bytes)
    }
    out.append(UInt8(ascii: "\""))
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

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
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
