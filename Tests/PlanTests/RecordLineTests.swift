import TestSupport
import Testing

@testable import Plan

@Suite("Lines of files of records")
struct RecordLineTests {
  private static let row = Record(
    .item,
    Item(
      id: "cn370200.a.2031.targetSheet.key-1", document: "cn370200.a.2031.targetSheet",
      reading: String(repeating: "a", count: 64), role: .goal, number: 1, title: "修\"缮\\码头\t\u{1}\u{7F}🚢",
      text: "共计15处/年", spans: [Span(start: 0, end: 6)]
    ).json)

  /// What the parser notes must be what writing the object again would show.
  private func expectTold(_ bytes: [UInt8]) throws {
    guard let line = try? RecordLine(bytes) else { return }
    #expect(line.isCanonical == (line.object.canonical == bytes), "\(String(decoding: bytes, as: UTF8.self))")
    let (fast, slow) = (Record.read(.item, line), Record.read(.item, line.object))
    #expect(fast.record.revision == slow.record.revision)
    #expect(fast.faults == slow.faults)
  }

  @Test(arguments: [
    #"{"a":1}"#, #"{ "a":1}"#, #"{"a":1} "#, #"{"a": 1}"#, #"{"a":[1,2]}"#, #"{"a":[1 ,2]}"#, #"{"a":{}}"#,
    #"{"a":{ }}"#,
    #"{"b":1,"a":2}"#, #"{"a":{"c":1,"b":2}}"#, #"{"a":"\/"}"#, #"{"a":"\u000a"}"#, #"{"a":"\n\b\f\r\t"}"#,
    #"{"a":"\u001f"}"#, #"{"a":"\u001F"}"#, #"{"a":"\u0041"}"#, #"{"a":"\ud83d\ude00"}"#, #"{"a":"\"\\"}"#,
    #"{"\u0061":1}"#, #"{"revision":1}"#, #"{"a":1,"revision":"x"}"#, #"{"revision":"x","z":1}"#,
    #"{"a":1,"revision":{"b":1},"z":true}"#, #"{"a":{"revision":"x"},"b":1}"#, #"{"\ue000":1,"\ud83d\ude00":2}"#,
    "{\"\u{1F600}\":1,\"\u{E000}\":2}", "{\"\u{E000}\":1,\"\u{1F600}\":2}", "{\"a\":\"\u{7F}\"}",
  ])
  func `a line tells whether it is canonical, and its revision`(_ line: String) throws {
    try expectTold(Array(line.utf8))
  }

  @Test func `a row is canonical and told by its revision`() throws {
    let line = try #require(try RecordLine(Self.row.line.canonical))
    #expect(line.isCanonical)
    #expect(line.revision == Self.row.revision)
    #expect(Record.read(.item, line).faults.isEmpty)
    #expect(try RecordLine(Array("[]".utf8)) == nil)
  }

  @Test func `whatever is changed in a row, the line tells what its object tells`() throws {
    var generator = SeededGenerator(seed: 11)
    let bytes = Self.row.line.canonical
    let stray: [UInt8] = Array(#" "\/,:{}[]0u1aF-"#.utf8) + [0xE4, 0x00, 0x7F]
    for _ in 0..<1500 {
      var changed = bytes
      let at = Int.random(in: 0..<changed.count, using: &generator)
      let byte = stray[Int.random(in: 0..<stray.count, using: &generator)]
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: changed[at] = byte
      case 1: changed.insert(byte, at: at)
      default: changed.remove(at: at)
      }
      try expectTold(changed)
    }
  }
}
