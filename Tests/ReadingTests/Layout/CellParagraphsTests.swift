import Testing

@testable import Reading

@Suite struct CellParagraphsTests {
  /// The paragraphs of lines in a cell that holds eight characters, or of centred ones.
  private func paragraphs(_ lines: [String], isCentred: Bool = false) throws -> [String] {
    var page = PageFixture()
    let cell = Box(left: 900, top: 1_000, right: 900 + 8 * 120 + 100, bottom: 3_000)
    for (index, text) in lines.enumerated() {
      let width = PageFixture.width(of: text, size: 120)
      page.line(text, x: isCentred ? cell.middle.x - width / 2 : cell.left + 50, y: 1_000 + 160 * index)
    }
    let placed = Reading.lines(of: page.page.words, page: 1)
    return Reading.paragraphs(of: placed, in: cell, padding: 50).map { $0.map(\.text).joined(separator: "/") }
  }

  @Test func filledLinesAreJoinedAndShortOnesEndTheirParagraph() throws {
    #expect(
      try paragraphs(["推进示例产业园建", "设投资完成；", "新开工项目三个。"]) == ["推进示例产业园建/设投资完成；", "新开工项目三个。"])
  }

  @Test func centredLinesAreNotTakenForIndentedOnes() throws {
    #expect(try paragraphs(["示例市示例局办公", "室"], isCentred: true) == ["示例市示例局办公/室"])
  }

  @Test func whatCannotBeginALineTakesItsNeighbourAlong() throws {
    // 期，and 一流” stay together, and so does a Latin word.
    #expect(try paragraphs(["推进示例产业园", "期，完成投资"]) == ["推进示例产业园/期，完成投资"])
    #expect(try paragraphs(["推进示例产业", "“一流”园区"]) == ["推进示例产业/“一流”园区"])
    #expect(try paragraphs(["推进示例产", "Sample园区"]) == ["推进示例产/Sample园区"])
    #expect(try paragraphs(["推进示例产", "园区"]) == ["推进示例产", "园区"])
  }

  @Test func sentencesThatEachBeginALineAreParagraphs() throws {
    #expect(try paragraphs(["推进示例产业园。", "新开工项目三个。"]) == ["推进示例产业园。", "新开工项目三个。"])
    // Where a line shows one sentence after another, a full line is no end.
    #expect(
      try paragraphs(["推进示例产业园。", "新开工。完成投资", "三亿元。"]) == ["推进示例产业园。/新开工。完成投资/三亿元。"])
  }

  @Test func entriesOfAListAreParagraphs() throws {
    #expect(try paragraphs(["1.推进示例产业；", "2.新开工项目。"]) == ["1.推进示例产业；", "2.新开工项目。"])
    #expect(try paragraphs(["全年增长左右为；", "10.5%以上。"]) == ["全年增长左右为；/10.5%以上。"])
  }
}
