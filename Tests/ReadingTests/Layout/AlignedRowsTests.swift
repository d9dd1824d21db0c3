import Testing

@testable import Reading

@Suite struct AlignedRowsTests {
  /// Rows of cells that begin at the same places, without rules.
  private func page(_ rows: [[String]], from y: Int = 1_000, pitch: Int = 200) -> PageFixture {
    var page = PageFixture()
    for (number, row) in rows.enumerated() {
      for (text, x) in zip(row, [900, 1_900, 2_500, 3_600]) { page.line(text, x: x, y: y + pitch * number) }
    }
    return page
  }

  private let rows = [["类别", "序号", "目标"], ["重点目标", "1", "架桥2座"], ["创优目标", "2", "修路5公里"]]

  @Test func rowsWithTheSameColumnsAreATable() throws {
    var page = page(rows)
    page.line("示例局二〇三一年度业务目标一览表", x: 900, y: 400)
    page.line("以上各项由示例局督办，年底前一并报送完成情况。", x: 900, y: 1_900)
    let text = try laidOut([page])
    #expect(
      text.pageOutline == [
        "示例局二〇三一年度业务目标一览表", "类别|序号|目标\n重点目标|1|架桥2座\n创优目标|2|修路5公里", "以上各项由示例局督办，年底前一并报送完成情况。",
      ])
    let cell = try #require(text.blocks?[1].rows[2].cells[2])
    #expect(text.place(of: cell.range.lowerBound)?.row == 3)
    #expect(text.place(of: cell.range.lowerBound)?.box?.left == 2_500)
  }

  @Test func aCellOfTwoLinesLeavesLines() throws {
    var page = page(rows)
    page.line("及桥2座", x: 2_500, y: 1_560)
    #expect(try laidOut([page]).blocks?.contains { $0.kind == .table } == false)
  }

  @Test func anotherNumberOfPiecesLeavesLines() throws {
    let uneven = [rows[0], rows[1], ["创优目标", "2"], rows[2]]
    #expect(try laidOut([page(uneven)]).blocks?.contains { $0.kind == .table } == false)
    let two = page(Array(rows.prefix(2)))
    #expect(try laidOut([two]).blocks?.contains { $0.kind == .table } == false)
  }

  @Test func columnsOfTextAreNoTable() throws {
    var page = PageFixture()
    let text = "示例工作稳步推进各项任务"
    for number in 0..<6 {
      for x in [300, 1_900, 3_500] { page.line(text, x: x, y: 1_000 + 160 * number, size: 100) }
    }
    #expect(try laidOut([page]).blocks?.contains { $0.kind == .table } == false)
  }
}
