/// Why bytes are no JSON of the format's subset; offsets count bytes.
public enum JSONError: Error, Equatable, Sendable {
  case unexpected(offset: Int)
  case endsEarly(offset: Int)
  case badString(offset: Int)
  case duplicateKey(String, offset: Int)
  case null(offset: Int)
  case notAnInteger(offset: Int)
  case tooDeep(offset: Int)
}

extension JSON {
  /// How many arrays and objects may stand inside one another; records need five.
  public static let depthLimit = 64

  /// Reads one value that fills the bytes, white space around it allowed.
  ///
  /// Refused: duplicate keys, lone surrogates, invalid UTF-8, a byte order mark, `null`, fractions, exponents,
  /// integers beyond 2^53-1 (RFC 7493, I-JSON).
  public static func parse(_ bytes: [UInt8], depthLimit: Int = JSON.depthLimit) throws(JSONError) -> JSON {
    var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
    let value = try parser.value(depth: 0)
    parser.skipSpace()
    guard parser.at == bytes.count else { throw .unexpected(offset: parser.at) }
    return value
  }
}

/// A member of an object and where its key begins.
private struct Member {
  let key: String
  let start: Int
  let value: JSON

  func precedes(_ other: Member) -> Bool { JSONObject.precedes(key, other.key) }
}

private struct JSONParser {
  let bytes: [UInt8]
  let depthLimit: Int
  var at = 0

  init(bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { at += 1 }
  }

  mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard let found = next else { throw .endsEarly(offset: at) }
    guard found == byte else { throw .unexpected(offset: at) }
    at += 1
  }

  mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
    for byte in word.utf8 { try expect(byte) }
    return value
  }

  mutating func value(depth: Int) throws(JSONError) -> JSON {
    skipSpace()
    guard let byte = next else { throw .endsEarly(offset: at) }
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      guard depth < depthLimit else { throw .tooDeep(offset: at) }
      return byte == UInt8(ascii: "{") ? .object(try object(depth: depth)) : .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): throw .null(offset: at)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .integer(try integer())
    default: throw .unexpected(offset: at)
    }
  }

  mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    var members: [Member] = []
    try expect(UInt8(ascii: "{"))
    skipSpace()
    if next == UInt8(ascii: "}") {
      at += 1
      return JSONObject()
    }
    while true {
      skipSpace()
      let start = at
      let key = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      members.append(Member(key: key, start: start, value: try value(depth: depth + 1)))
      skipSpace()
      if next == UInt8(ascii: ",") {
        at += 1
        continue
      }
      try expect(UInt8(ascii: "}"))
      return try ordered(members)
    }
  }

  /// Sorted once: putting each in its place would take quadratic time for the keys of a hostile line.
  func ordered(_ members: [Member]) throws(JSONError) -> JSONObject {
    var sorted = members
    if !zip(members, members.dropFirst()).allSatisfy({ $0.precedes($1) }) {
      sorted.sort { $0.precedes($1) || !$1.precedes($0) && $0.start < $1.start }
      let twice = zip(sorted, sorted.dropFirst()).filter { !$0.precedes($1) }.map(\.1)
      if let first = twice.min(by: { $0.start < $1.start }) { throw .duplicateKey(first.key, offset: first.start) }
    }
    return JSONObject(ascending: sorted.map { ($0.key, $0.value) })
  }

  mutating func array(depth: Int) throws(JSONError) -> [JSON] {
    var values: [JSON] = []
    try expect(UInt8(ascii: "["))
    skipSpace()
    if next == UInt8(ascii: "]") {
      at += 1
      return values
    }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if next == UInt8(ascii: ",") {
        at += 1
        continue
      }
      try expect(UInt8(ascii: "]"))
      return values
    }
  }

  mutating func integer() throws(JSONError) -> Int {
    let start = at
    var negative = false
    if next == UInt8(ascii: "-") {
      negative = true
      at += 1
    }
    var value = 0
    let digits = at
    while let byte = next, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
      guard value <= 9_007_199_254_740_991 else { throw .notAnInteger(offset: start) }
      at += 1
    }
    guard at > digits else { throw at < bytes.count ? .unexpected(offset: at) : .endsEarly(offset: at) }
    let leadingZero = bytes[digits] == UInt8(ascii: "0") && at > digits + 1
    let more = next.map { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") } ?? false
    guard !leadingZero, !more, !(negative && value == 0) else { throw .notAnInteger(offset: start) }
    return negative ? -value : value
  }

  mutating func string() throws(JSONError) -> String {
    let start = at
    try expect(UInt8(ascii: "\""))
    var out: [UInt8] = []
    while true {
      guard let byte = next else { throw .endsEarly(offset: at) }
      at += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let value = String(validating: out, as: UTF8.self) else { throw .badString(offset: start) }
        return value
      case UInt8(ascii: "\\"): try escape(into: &out, start: start)
      case 0..<0x20: throw .badString(offset: at - 1)
      default: out.append(byte)
      }
    }
  }

  mutating func escape(into out: inout [UInt8], start: Int) throws(JSONError) {
    guard let kind = next else { throw .endsEarly(offset: at) }
    at += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): out.append(kind)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hex4()
      if code >= 0xD800, code < 0xDC00, next == UInt8(ascii: "\\") {
        at += 1
        try expect(UInt8(ascii: "u"))
        let low = try hex4()
        guard low >= 0xDC00, low < 0xE000 else { throw .badString(offset: start) }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw .badString(offset: start) }
      out.append(contentsOf: String(Character(scalar)).utf8)
    default: throw .badString(offset: at - 1)
    }
  }

  mutating func hex4() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw .endsEarly(offset: at) }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 + UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code << 4 + UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): code = code << 4 + UInt32(byte - UInt8(ascii: "A") + 10)
      default: throw .badString(offset: at)
      }
      at += 1
    }
    return code
  }
}
