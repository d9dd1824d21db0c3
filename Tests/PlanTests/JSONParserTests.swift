import Plan
import TestSupport
import Testing

@Suite struct JSONParserTests {
  @Test(arguments: [
    ("", JSONError.endsEarly(offset: 0)), ("  ", .endsEarly(offset: 2)), ("null", .null(offset: 0)),
    ("[1,null]", .null(offset: 3)), ("1.5", .notAnInteger(offset: 0)), ("1e3", .notAnInteger(offset: 0)),
    ("1E3", .notAnInteger(offset: 0)), ("-0", .notAnInteger(offset: 0)), ("01", .notAnInteger(offset: 0)),
    ("9007199254740992", .notAnInteger(offset: 0)), ("-9007199254740992", .notAnInteger(offset: 0)),
    ("-", .endsEarly(offset: 1)), ("-a", .unexpected(offset: 1)), ("+1", .unexpected(offset: 0)),
    ("[1,]", .unexpected(offset: 3)), ("{\"a\":1,}", .unexpected(offset: 7)), ("[1 2]", .unexpected(offset: 3)),
    ("{\"a\" 1}", .unexpected(offset: 5)), ("{a:1}", .unexpected(offset: 1)), ("1 2", .unexpected(offset: 2)),
    ("{\"a\":1,\"a\":2}", .duplicateKey("a", offset: 7)), ("{\"a\":1,\"\\u0061\":2}", .duplicateKey("a", offset: 7)),
    ("\"a", .endsEarly(offset: 2)), ("\"\t\"", .badString(offset: 1)), ("\"\\x\"", .badString(offset: 2)),
    ("\"\\u12G4\"", .badString(offset: 5)), ("\"\\udc00\"", .badString(offset: 0)),
    ("\"\\ud800\"", .badString(offset: 0)),
    ("\"\\ud800\\u0041\"", .badString(offset: 0)), ("tru", .endsEarly(offset: 3)), ("trux", .unexpected(offset: 3)),
    ("\u{FEFF}1", .unexpected(offset: 0)), ("'a'", .unexpected(offset: 0)), ("NaN", .unexpected(offset: 0)),
    ("// a\n1", .unexpected(offset: 0)), ("[", .endsEarly(offset: 1)), ("{\"a\"", .endsEarly(offset: 4)),
  ])
  func `what is outside the subset is refused where it stands`(source: String, error: JSONError) {
    #expect(throws: error) { try JSON.parse(Array(source.utf8)) }
  }

  @Test func `bytes that are no text are refused`() {
    for bytes: [UInt8] in [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE4, 0xB8]] {
      #expect(throws: JSONError.badString(offset: 0)) { try JSON.parse([0x22] + bytes + [0x22]) }
    }
  }

  @Test func `nesting ends at the limit`() throws {
    let nested = { (depth: Int) in
      Array(repeating: UInt8(ascii: "["), count: depth) + Array(repeating: UInt8(ascii: "]"), count: depth)
    }
    _ = try JSON.parse(nested(JSON.depthLimit))
    #expect(throws: JSONError.tooDeep(offset: JSON.depthLimit)) { try JSON.parse(nested(JSON.depthLimit + 1)) }
    #expect(throws: JSONError.self) { try JSON.parse(Array(repeating: UInt8(ascii: "["), count: 1_000_000)) }
  }

  @Test func `whatever the bytes, the answer is a value that reads back, or an error`() {
    var random = Seeded(seed: 41)
    let sample = Array(#"{"id":"cn1.甲.m1","n":[1,-20,{"é\u20ac\n":true}],"x":{"a":[],"b":"\ud83d\ude02"}}"#.utf8)
    let alphabet = Array("{}[]:,\"\\u0123aeftn-. \n\u{80}é".utf8) + [0xFF, 0xED, 0x00]
    var values = 0
    for round in 0..<20_000 {
      var bytes = round % 3 == 0 ? random.bytes(alphabet, upTo: 24) : sample
      if round % 3 > 0 {
        for _ in 0..<Int.random(in: 0...2, using: &random) where !bytes.isEmpty {
          let at = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0...2, using: &random) {
          case 0: bytes[at] = alphabet.randomElement(using: &random) ?? 0
          case 1: bytes.remove(at: at)
          default: bytes = Array(bytes[..<at])
          }
        }
      }
      guard let value = try? JSON.parse(bytes) else { continue }
      values += 1
      #expect((try? JSON.parse(value.canonical)) == value)
    }
    #expect(values > 2_000)
  }
}

typealias Seeded = SeededGenerator

extension SeededGenerator {
  mutating func bytes(_ alphabet: [UInt8], upTo length: Int) -> [UInt8] {
    (0..<Int.random(in: 0...length, using: &self)).compactMap { _ in alphabet.randomElement(using: &self) }
  }

  mutating func chance(_ one: Int, in all: Int) -> Bool { Int.random(in: 0..<all, using: &self) < one }
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<max(1, bound), using: &self) }
}
