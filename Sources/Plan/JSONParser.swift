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
    try bytes.withUnsafeBufferPointer { bytes throws(JSONError) -> JSON in
      var parser = JSONParser(bytes: bytes, depthLimit: depthLimit)
      return try parser.whole()
    }
  }
}

struct JSONParser {
  /// Whether all that was read stands as ``JSON/canonical`` writes it.
  private(set) var isCanonical = true
  /// Where the outermost object has its member `revision`, key and value.
  private(set) var revision: Range<Int>?

  private let bytes: UnsafeBufferPointer<UInt8>
  private let depthLimit: Int
  private var at = 0

  init(bytes: UnsafeBufferPointer<UInt8>, depthLimit: Int) {
    self.bytes = bytes
    self.depthLimit = depthLimit
  }

  /// The value that fills the bytes.
  mutating func whole() throws(JSONError) -> JSON {
    let value = try value(depth: 0)
    skipSpace()
    guard at == bytes.count else { throw .unexpected(offset: at) }
    return value
  }

  private var next: UInt8? { at < bytes.count ? bytes[at] : nil }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      at += 1
      isCanonical = false
    }
  }

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard let found = next else { throw .endsEarly(offset: at) }
    guard found == byte else { throw .unexpected(offset: at) }
    at += 1
  }

  private mutating func word(_ word: String, _ value: JSON) throws(JSONError) -> JSON {
    for byte in word.utf8 { try expect(byte) }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSON {
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

  private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    var members: [(key: String, value: JSON)] = []
    /// Where the keys begin.
    var starts: [Int] = []
    try expect(UInt8(ascii: "{"))
    skipSpace()
    if next == UInt8(ascii: "}") {
      at += 1
      return JSONObject()
    }
    // Rows have more members than the objects inside them.
    members.reserveCapacity(depth == 0 ? 20 : 2)
    starts.reserveCapacity(depth == 0 ? 20 : 2)
    var isAscending = true
    while true {
      skipSpace()
      let start = at
      let key = try string()
      skipSpace()
      try expect(UInt8(ascii: ":"))
      let value = try value(depth: depth + 1)
      if depth == 0, key.utf8.elementsEqual("revision".utf8) { revision = start..<at }
      if let last = members.last, !JSONObject.precedes(last.key, key) { isAscending = false }
      members.append((key, value))
      starts.append(start)
      skipSpace()
      if next == UInt8(ascii: ",") {
        at += 1
        continue
      }
      try expect(UInt8(ascii: "}"))
      return isAscending ? JSONObject(ascending: members) : try ordered(members, starts)
    }
  }

  /// Sorted once: putting each in its place would take quadratic time for the keys of a hostile line.
  private mutating func ordered(
    _ members: [(key: String, value: JSON)], _ starts: [Int]
  ) throws(JSONError) -> JSONObject {
    isCanonical = false
    let sorted = members.indices.sorted { a, b in
      let (x, y) = (members[a].key, members[b].key)
      return JSONObject.precedes(x, y) || !JSONObject.precedes(y, x) && a < b
    }
    let twice = zip(sorted, sorted.dropFirst())
      .filter { !JSONObject.precedes(members[$0].key, members[$1].key) }.map(\.1)
    if let first = twice.min() { throw .duplicateKey(members[first].key, offset: starts[first]) }
    return JSONObject(ascending: sorted.map { members[$0] })
  }

  private mutating func array(depth: Int) throws(JSONError) -> [JSON] {
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

  private mutating func integer() throws(JSONError) -> Int {
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

  private mutating func string() throws(JSONError) -> String {
    let start = at
    try expect(UInt8(ascii: "\""))
    // Most strings stand without escapes and are read from where they stand.
    while let byte = next, byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { at += 1 }
    let plain = UnsafeBufferPointer(rebasing: bytes[start + 1..<at])
    if next == UInt8(ascii: "\"") {
      at += 1
      guard let value = String(validating: plain, as: UTF8.self) else { throw .badString(offset: start) }
      return value
    }
    var out = Array(plain)
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

  private mutating func escape(into out: inout [UInt8], start: Int) throws(JSONError) {
    guard let kind = next else { throw .endsEarly(offset: at) }
    at += 1
    switch kind {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(kind)
    case UInt8(ascii: "/"):
      isCanonical = false
      out.append(kind)
    case UInt8(ascii: "b"): out.append(0x08)
    case UInt8(ascii: "f"): out.append(0x0C)
    case UInt8(ascii: "n"): out.append(0x0A)
    case UInt8(ascii: "r"): out.append(0x0D)
    case UInt8(ascii: "t"): out.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hex4()
      if code >= 0x20 || [0x08, 0x09, 0x0A, 0x0C, 0x0D].contains(code) { isCanonical = false }
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

  private mutating func hex4() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw .endsEarly(offset: at) }
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): code = code << 4 + UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): code = code << 4 + UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"):
        isCanonical = false
        code = code << 4 + UInt32(byte - UInt8(ascii: "A") + 10)
      default: throw .badString(offset: at)
      }
      at += 1
    }
    return code
  }
}
