import Testing

@testable import ChineseText

@Suite("Radicals")
struct RadicalTests {
  @Test(
    "a radical gives way to the character that it looks like",
    arguments: [
      ("⼈⼯智能", "人工智能"), ("⼾籍⻔类", "户籍门类"), ("⻓⾜发展", "长足发展"), ("\u{2F00}、⽂⻛", "一、文风"), ("\u{2FD5}", "龠"),
    ])
  func dirt(text: String, clean: String) { #expect(mended(text) == clean) }

  @Test("a part of a character stays", arguments: ["部首⺮", "⺡旁", "人工智能"])
  func genuine(text: String) { #expect(mended(text) == text) }

  @Test func `each run is one repair, and offsets lead back`() {
    let source = Array("推动⾼⽔平开放".unicodeScalars)
    let repaired = repaired(source)
    #expect(repaired.repairs.map(\.kind) == [.radical])
    #expect(repaired.repairs.map(\.range) == [2..<4])
    #expect((0..<7).map(repaired.sourceOffset) == Array(0..<7))
    #expect(repaired.sourceRanges(of: 2..<4) == [2..<4])
  }
}
