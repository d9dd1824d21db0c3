import Testing

@testable import ChineseText

@Suite struct ScalarsTests {
  @Test func `a stretch keeps its scalars, whatever their length in UTF-8`() {
    let text = Array("A\0é\u{65}\u{301}中\r\n𠮷😀".unicodeScalars)
    #expect(Array(text.string(0..<text.count).unicodeScalars) == text)
    #expect(text.utf8(2..<6) == Array("é\u{65}\u{301}中".utf8))
    #expect(text.utf8(0..<0).isEmpty)
  }

  @Test func `what lies outside is left out`() {
    let text = Array("甲乙".unicodeScalars)
    #expect(text.string(1..<9) == "乙")
    #expect(text.string(-3..<1) == "甲")
    #expect(text.string(5..<9).isEmpty)
  }
}
