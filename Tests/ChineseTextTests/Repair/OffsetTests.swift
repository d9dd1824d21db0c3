import ChineseText
import Testing

/// The way from text to source and back.
@Suite struct OffsetTests {
  private let text = repaired(Array("甲方案。4 G9 A Y' j$ N: X3 g\n3 d\" D\" N/ d/ x8 m& K\n乙方案·续。\n".unicodeScalars))

  @Test func whatIsKeptIsFoundBothWays() {
    #expect(!text.repairs.isEmpty)
    for offset in text.text.indices {
      let source = text.sourceOffset(of: offset)
      #expect(text.source[source] == text.text[offset])
      #expect(text.textOffset(of: source) == offset)
    }
  }

  @Test func whatWasRemovedIsFoundWhereItStood() {
    for repair in text.repairs {
      let before = text.source[..<repair.range.lowerBound].indices.last.map { text.textOffset(of: $0) + 1 } ?? 0
      for offset in repair.range { #expect(text.textOffset(of: offset) == before) }
    }
  }
}
