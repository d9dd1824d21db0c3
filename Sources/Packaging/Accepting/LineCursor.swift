import Glibc

/// A string or number of a line, by its place among the bytes.
struct Token {
  /// Behind the opening quote.
  var start = 0
  var end = 0
  /// Whether a string is written with escapes.
  var isEscaped = false
  /// Whether an ASCII comma stands in it.
  var hasComma = false

  /// No token begins with a line.
  var isPresent: Bool { start > 0 }
  var count: Int { end - start }
}

/// Walks one line of canonical JSON (RFC 8785) byte for byte, building nothing.
///
/// Each step takes what is asked for in its one canonical form, or answers that it does not stand there; then the line is
/// given up, for the cursor may stand anywhere. No byte at or behind `end` is looked at.
struct LineCursor {
  let bytes: UnsafePointer<UInt8>
  private(set) var at: Int
  /// Behind the line's last byte.
  let end: Int
  /// What stands before the next member: an opening brace before the first one, then a comma.
  private var mark = UInt8(ascii: "{")

  init(_ bytes: UnsafePointer<UInt8>, from start: Int, to end: Int) {
    (self.bytes, at, self.end) = (bytes, start, end)
  }

  var isAtEnd: Bool { at == end }

  // MARK: Objects and lists

  /// Begins an object, whose brace goes with its first member.
  mutating func open() { mark = UInt8(ascii: "{") }

  /// Takes the next member's name where it is this one, given with its quotes and colon.
  @inline(__always) mutating func member(_ key: StaticString) -> Bool {
    let count = key.utf8CodeUnitCount
    guard at &+ count < end, bytes[at] == mark, bytes[at &+ 2] == key.utf8Start[1],
      memcmp(bytes + at + 1, key.utf8Start, count) == 0
    else { return false }
    at &+= count &+ 1
    mark = UInt8(ascii: ",")
    return true
  }

  /// Ends an object that has members.
  mutating func close() -> Bool {
    guard mark == UInt8(ascii: ",") else { return false }
    return take(UInt8(ascii: "}"))
  }

  /// Takes one byte.
  @inline(__always) mutating func take(_ byte: UInt8) -> Bool {
    guard at < end, bytes[at] == byte else { return false }
    at &+= 1
    return true
  }

  /// Takes a list of at least one element.
  @inline(__always) mutating func list(_ element: (inout LineCursor) -> Bool) -> Bool {
    guard take(UInt8(ascii: "[")) else { return false }
    repeat {
      guard element(&self) else { return false }
    } while take(UInt8(ascii: ","))
    mark = UInt8(ascii: ",")
    return take(UInt8(ascii: "]"))
  }

  // MARK: Values

  /// Takes a string of valid UTF-8.
  mutating func string() -> Token? {
    guard take(UInt8(ascii: "\"")) else { return nil }
    var token = Token(start: at, end: at)
    while true {
      skipPlain()
      guard at < end else { return nil }
      switch bytes[at] {
      case UInt8(ascii: "\""):
        token.end = at
        at &+= 1
        return token
      case UInt8(ascii: "\\"):
        guard escape() else { return nil }
        token.isEscaped = true
      case UInt8(ascii: ","):
        token.hasComma = true
        at &+= 1
      case 0..<0x20: return nil
      case 0x80...:
        let length = UTF8Form.length(bytes, at, end)
        guard length > 0 else { return nil }
        at &+= length
      default: at &+= 1
      }
    }
  }

  /// Passes over ASCII without marks of JSON or of a table, eight bytes at a time.
  @inline(__always) private mutating func skipPlain() {
    let (ones, tops): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    while at &+ 8 <= end {
      let word = UnsafeRawPointer(bytes + at).loadUnaligned(as: UInt64.self).littleEndian
      let (quotes, backslashes, commas) = (word ^ ones &* 0x22, word ^ ones &* 0x5C, word ^ ones &* 0x2C)
      // The top bit of each byte that is above ASCII, below 0x20, or zero: of the first one it is right.
      let found =
        (word | (word &- ones &* 0x20) | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes
          | (commas &- ones) & ~commas) & tops
      if found != 0 {
        at &+= found.trailingZeroBitCount / 8
        return
      }
      at &+= 8
    }
  }

  private mutating func escape() -> Bool {
    guard at &+ 1 < end else { return false }
    switch bytes[at &+ 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"),
      UInt8(ascii: "r"), UInt8(ascii: "t"):
      at &+= 2
      return true
    default:
      // Other control characters are rare: the slow reading knows them.
      return false
    }
  }

  /// Takes a whole number without sign, of at most fifteen digits.
  mutating func integer() -> (value: Int, token: Token)? {
    let start = at
    var value = 0
    while at < end, bytes[at] &- UInt8(ascii: "0") < 10 {
      value = value &* 10 &+ Int(bytes[at] &- UInt8(ascii: "0"))
      at &+= 1
      guard at &- start <= 15 else { return nil }
    }
    guard at > start, bytes[start] != UInt8(ascii: "0") || at == start &+ 1 else { return nil }
    return (value, Token(start: start, end: at))
  }

  /// The value of a member of the object that stands here, all of whose values are strings or whole numbers; the cursor
  /// moves behind the object.
  mutating func value(of member: [UInt8]) -> Token? {
    var found: Token?
    var next = UInt8(ascii: "{")
    while take(next), let key = string(), take(UInt8(ascii: ":")), let value = integer()?.token ?? string() {
      if member.withUnsafeBufferPointer({ isEqual(key, $0) }) { found = value }
      next = UInt8(ascii: ",")
    }
    _ = take(UInt8(ascii: "}"))
    return found
  }

  // MARK: What was taken

  func isEqual(_ a: Token, _ b: Token) -> Bool {
    a.count == b.count && memcmp(bytes + a.start, bytes + b.start, a.count) == 0
  }

  func isEqual(_ token: Token, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = other.baseAddress, token.count == other.count else { return false }
    return memcmp(bytes + token.start, start, other.count) == 0
  }

  func raw(_ start: Int, _ end: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: bytes + start, count: end - start)
  }
}

/// The form of one scalar in UTF-8 (Unicode 17.0, table 3-7).
enum UTF8Form {
  /// How many bytes the scalar at `at` has; 0 where there is none.
  @inline(__always) static func length(_ bytes: UnsafePointer<UInt8>, _ at: Int, _ end: Int) -> Int {
    let first = bytes[at]
    if first < 0x80 { return 1 }
    // Most Chinese characters.
    if first & 0xF0 == 0xE0, first != 0xE0, first != 0xED, at &+ 3 <= end {
      return bytes[at &+ 1] & 0xC0 == 0x80 && bytes[at &+ 2] & 0xC0 == 0x80 ? 3 : 0
    }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard first >= 0xC2, first <= 0xF4, at &+ length <= end else { return 0 }
    let second = bytes[at &+ 1]
    let range: (UInt8, UInt8) =
      switch first {
      case 0xE0: (0xA0, 0xBF)
      case 0xED: (0x80, 0x9F)
      case 0xF0: (0x90, 0xBF)
      case 0xF4: (0x80, 0x8F)
      default: (0x80, 0xBF)
      }
    guard second >= range.0, second <= range.1 else { return 0 }
    for next in 2..<max(2, length) where bytes[at &+ next] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
