import TestSupport
import Testing

@testable import Reading

@Suite struct LineIndexTests {
  @Test func countsEveryLineEndOnce() {
    let scalars = Array("甲\n乙\r\n丙\r丁\u{85}戊\u{2028}己\u{2029}庚\n".unicodeScalars)
    let index = LineIndex(scalars)
    #expect(index.lines.count == 8)
    #expect((1...8).map { index.excerpt(ofLine: $0, in: scalars) } == ["甲", "乙", "丙", "丁", "戊", "己", "庚", ""])
    #expect(index.excerpt(ofLine: 0, in: scalars) == nil)
    #expect(index.excerpt(ofLine: 9, in: scalars) == nil)
  }

  @Test func agreesWithCountingByHand() {
    var random = SeededGenerator(seed: 3)
    let alphabet = Array("ab海\n\r\n\u{2028}𠀀".unicodeScalars)
    for _ in 0..<200 {
      let scalars = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? "a"
      }
      let index = LineIndex(scalars)
      var (line, column) = (1, 1)
      for offset in 0...scalars.count {
        #expect(index.place(of: offset) == Place(line: line, column: column))
        guard offset < scalars.count else { continue }
        let scalar = scalars[offset]
        let isInnerCR = scalar == "\r" && offset + 1 < scalars.count && scalars[offset + 1] == "\n"
        if "\n\r\u{2028}".unicodeScalars.contains(scalar), !isInnerCR {
          (line, column) = (line + 1, 1)
        } else {
          column += 1
        }
      }
    }
  }

  @Test func answersBeyondTheText() {
    let index = LineIndex(Array("甲乙\n丙".unicodeScalars))
    #expect(index.place(of: -5) == Place(line: 1, column: 1))
    #expect(index.place(of: 99) == Place(line: 2, column: 2))
    #expect(LineIndex([]).place(of: 0) == Place(line: 1, column: 1))
  }
}
