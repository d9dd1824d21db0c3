import Foundation
import Plan
import Testing

/// The vectors of RFC 8785's authors, where the checkout has them beside it.
private enum Vectors {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/standards/jcs")
  static var arePresent: Bool { FileManager.default.fileExists(atPath: folder.appending(path: "input").path) }
  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: folder.appending(path: path))) }
}

@Suite struct CanonicalJSONTests {
  @Test(
    .enabled(if: Vectors.arePresent, "the RFC 8785 vectors are not beside this checkout"),
    arguments: ["french", "unicode", "weird"])
  func `vectors of the subset come out byte for byte`(name: String) throws {
    let value = try JSON.parse(try Vectors.bytes("input/\(name).json"))
    #expect(value.canonical == (try Vectors.bytes("output/\(name).json")))
    let hex = String(decoding: try Vectors.bytes("outhex/\(name).txt"), as: UTF8.self)
    #expect(value.canonical == hex.split(whereSeparator: \.isWhitespace).compactMap { UInt8($0, radix: 16) })
  }

  @Test(
    .enabled(if: Vectors.arePresent, "the RFC 8785 vectors are not beside this checkout"),
    arguments: ["arrays", "structures", "values"])
  func `vectors with null or fractions are refused`(name: String) throws {
    let bytes = try Vectors.bytes("input/\(name).json")
    #expect(throws: JSONError.self) { try JSON.parse(bytes) }
  }

  @Test(arguments: [
    (#" { "b" : 1 , "a" : [ true , false , -7 ] } "#, #"{"a":[true,false,-7],"b":1}"#),
    (
      #"{"\u20ac":1,"\r":2,"1":3,"\ud83d\ude02":4,"\ufb33":5,"ö":6}"#,
      "{\"\\r\":2,\"1\":3,\"ö\":6,\"€\":1,\"😂\":4,\"\u{FB33}\":5}"
    ),
    (#""\/\u0041\u000f\u007f\b\t\n\f\r\"\\""#, "\"/A\\u000f\u{7F}\\b\\t\\n\\f\\r\\\"\\\\\""),
    ("[]", "[]"), ("{}", "{}"), ("9007199254740991", "9007199254740991"), ("0", "0"),
  ])
  func `values are written in the one form`(source: String, canonical: String) throws {
    #expect(String(decoding: try JSON.parse(Array(source.utf8)).canonical, as: UTF8.self) == canonical)
  }

  @Test func `keys are ordered by their code units of sixteen bits, not by scalar`() {
    var object = JSONObject()
    for key in ["\u{FB33}", "\u{1F602}", "é", "e\u{301}"] { object[key] = .integer(1) }
    #expect(object.members.map(\.key.unicodeScalars.first?.value) == [0x65, 0xE9, 0x1F602, 0xFB33])
  }

  @Test func `canonically equivalent strings are different values`() throws {
    #expect(JSON.string("é") != JSON.string("e\u{301}"))
    var object = JSONObject()
    object["é"] = .integer(1)
    #expect(object["e\u{301}"] == nil)
    object["e\u{301}"] = .integer(2)
    #expect(object.members.count == 2 && object["é"] == .integer(1))
    #expect(try JSON.parse(Array("{\"é\":1,\"e\u{301}\":2}".utf8)) == .object(object))
    #expect(object.without(["é"]).members.count == 1)
  }
}
