import Testing

@testable import ChineseText

@Suite("The way back to the source")
struct RepairLawTests {
  /// Undoes every repair, from the last to the first.
  private func undone(_ result: RepairedText) -> [Unicode.Scalar] {
    var text = result.text
    for repair in result.repairs.reversed() {
      let at = result.repairs.prefix { $0.range.upperBound <= repair.range.lowerBound }
        .reduce(repair.range.lowerBound) { $0 - $1.range.count + $1.replacement.count }
      text.replaceSubrange(at..<at + repair.replacement.count, with: repair.original)
    }
    return text
  }

  @Test("undoing every repair gives the source, whatever the text")
  func law() {
    var noise = ForumNoise(random: NoiseSeed(17))
    let endings = ["\n", "\r\n", "\r", "\u{85}", "\u{2028}", "", "\n\n"]
    let odds = ["|", "养·殖", "　", "\t", "\u{A0}", "4 G9 A", "\u{301}", "😀", "\u{FEFF}"]
    for _ in 0..<500 {
      var text = ""
      for _ in 0..<Int.random(in: 0...12, using: &noise.random) {
        let line = (CleanLines.prose + CleanLines.ascii + odds).randomElement(using: &noise.random) ?? ""
        let place = ForumNoise.Place.allCases.randomElement(using: &noise.random)
        text += place.map { noise.polluted(line, $0) } ?? line
        text += odds.randomElement(using: &noise.random) ?? ""
        text += endings.randomElement(using: &noise.random) ?? ""
      }
      let source = Array(text.unicodeScalars)
      let result = repaired(source)
      #expect(undone(result) == source)
      #expect(result.repairs.allSatisfy { Array(source[$0.range]) == $0.original && !$0.range.isEmpty })
      #expect(zip(result.repairs, result.repairs.dropFirst()).allSatisfy { $0.range.upperBound <= $1.range.lowerBound })
      for (offset, scalar) in result.text.enumerated() { #expect(source[result.sourceOffset(of: offset)] == scalar) }
      #expect(repaired(result.text).text.count <= result.text.count)
    }
  }

  @Test("a text that is nothing but runs leaves nothing, and every scalar is in a repair")
  func nothingLeft() {
    var noise = ForumNoise(random: NoiseSeed(23))
    let text = (0..<20).map { _ in ForumNoise.shown(noise.run()) }.joined(separator: "\r\n")
    let result = repaired(Array(text.unicodeScalars))
    #expect(result.text.isEmpty)
    #expect(result.repairs.reduce(0) { $0 + $1.range.count } == text.unicodeScalars.count)
  }

  @Test(
    "a megabyte of junk on one line is read in one pass",
    arguments: ["4 G9 A' j$ N: X3 g% |", "k 3 & p @ z 7 ! ", "a b ", "x|", "(\"'", "20244"])
  func large(junk: String) {
    let text = Array(String(repeating: junk, count: 1_000_000 / junk.utf8.count).unicodeScalars)
    for edge in [[], Array("会议指出".unicodeScalars)] {
      let result = repaired(edge + text + edge)
      #expect(result.source.count == text.count + 2 * edge.count)
    }
  }
}
