import Testing

@testable import Reading

@Suite struct PageTableTests {
  private let xs = [900, 1_700, 2_300, 5_000]

  @Test func rulesMakeATableBetweenParagraphs() throws {
    var page = PageFixture()
    page.line("附件", y: 600)
    page.grid(xs: xs, ys: [1_000, 1_200, 1_600])
    page.line("类别", x: 950, y: 1_040)
    page.line("序号", x: 1_750, y: 1_040)
    page.line("目标", x: 2_350, y: 1_040)
    page.line("重点目标", x: 950, y: 1_240)
    page.line("1", x: 1_750, y: 1_240)
    page.lines(["推进示例产业园建设完成投资三亿元以上示例一", "新开工项目三个。"], x: 2_350, y: 1_240)
    page.line("示例局", y: 1_800)
    let text = try laidOut([page])
    #expect(
      text.pageOutline == [
        "附件", "类别|序号|目标\n重点目标|1|推进示例产业园建设完成投资三亿元以上示例一新开工项目三个。", "示例局",
      ])
    let cell = try #require(text.blocks?[1].rows[1].cells[2])
    #expect(
      text.place(of: cell.range.lowerBound)
        == FilePlace(
          page: 1, box: Box(left: 2_350, top: 1_240, right: 4_870, bottom: 1_360), table: 1, row: 2, column: 3,
          paragraph: 1))
  }

  @Test func whereARuleIsMissingCellsAreMerged() throws {
    var page = PageFixture()
    for y in [1_000, 1_600] { page.horizontal(y, from: 900, to: 5_000) }
    page.horizontal(1_200, from: 1_700, to: 5_000)
    page.horizontal(1_400, from: 1_700, to: 5_000)
    for x in [900, 1_700, 5_000] { page.vertical(x, from: 1_000, to: 1_600) }
    page.vertical(2_300, from: 1_200, to: 1_600)
    page.line("重点目标", x: 950, y: 1_240)
    page.line("两栏合并", x: 2_350, y: 1_040)
    page.line("1", x: 1_750, y: 1_240)
    page.line("甲", x: 2_350, y: 1_240)
    page.line("2", x: 1_750, y: 1_440)
    page.line("乙", x: 2_350, y: 1_440)
    #expect(try laidOut([page]).pageOutline == ["<1x3>重点目标|<2x1>两栏合并|#\n#|1|甲\n#|2|乙"])
  }

  @Test func aTableOpenAtItsSidesHasItsOuterColumns() throws {
    var page = PageFixture()
    for y in [1_000, 1_200, 1_400] { page.horizontal(y, from: 900, to: 5_000) }
    page.vertical(2_300, from: 1_000, to: 1_400)
    page.line("指标", x: 950, y: 1_040)
    page.line("数值", x: 2_350, y: 1_040)
    page.line("投资", x: 950, y: 1_240)
    page.line("30亿元", x: 2_350, y: 1_240)
    #expect(try laidOut([page]).pageOutline == ["指标|数值\n投资|30亿元"])
  }

  @Test func wordsThatRunOverARuleAreParted() throws {
    var page = PageFixture()
    page.grid(xs: [900, 1_500, 2_100], ys: [1_000, 1_200, 1_400])
    page.line("示例市示例示例局长", x: 900, y: 1_040)
    page.line("甲", x: 950, y: 1_240)
    #expect(try laidOut([page]).pageOutline == ["示例市示例|示例局长\n甲|"])
  }

  @Test func anUnderlineOrAFrameIsNoTable() throws {
    var page = PageFixture()
    page.line("示例市示例局文件", y: 1_000)
    page.horizontal(1_150, from: 900, to: 3_000)
    page.grid(xs: [800, 5_200], ys: [900, 2_000])
    #expect(try laidOut([page]).pageOutline == ["示例市示例局文件"])
  }

  /// A page of a table whose head is repeated, with rows of a category, a number and a text.
  private func tablePage(_ rows: [(category: String, number: String, text: [String])], merged: Range<Int>)
    -> PageFixture
  {
    var page = PageFixture()
    let ys = [1_000] + (0...rows.count).map { 1_200 + $0 * 400 }
    for x in xs { page.vertical(x, from: 1_000, to: ys[ys.count - 1]) }
    for (index, y) in ys.enumerated() {
      page.horizontal(y, from: merged.contains(index - 2) ? 1_700 : 900, to: 5_000)
    }
    for (x, head) in zip(xs, ["类别", "序号", "目标"]) { page.line(head, x: x + 50, y: 1_040) }
    for (row, y) in zip(rows, ys.dropFirst()) {
      page.line(row.category, x: 950, y: y + 40)
      page.line(row.number, x: 1_750, y: y + 40)
      page.lines(row.text, x: 2_350, y: y + 40)
    }
    return page
  }

  @Test func aTableGoesOnOverThePagesEndWithItsPartedRowAndItsMergedCells() throws {
    let first = tablePage(
      [("重点目标", "1", ["推进示例产业。"]), ("", "2", ["推进示例产业园建设完成投资三亿元以上示例一"])], merged: 0..<1)
    let second = tablePage([("", "", ["新开工项目。"]), ("", "3", ["培育企业。"]), ("创优目标", "4", ["示例。"])], merged: 0..<1)
    let text = try laidOut([first, second])
    #expect(
      text.pageOutline == [
        "类别|序号|目标\n<1x3>重点目标|1|推进示例产业。\n#|2|推进示例产业园建设完成投资三亿元以上示例一新开工项目。\n#|3|培育企业。\n创优目标|4|示例。"
      ])
    #expect(text.pageAsides == ["pageHeader: 类别\t序号\t目标"])
  }

  @Test func aRowOfItsOwnOnTheNextPageStaysOne() throws {
    let first = tablePage([("重点目标", "1", ["推进示例产业。"])], merged: 0..<0)
    let second = tablePage([("创优目标", "2", ["培育企业。"])], merged: 0..<0)
    #expect(
      try laidOut([first, second]).pageOutline == ["类别|序号|目标\n重点目标|1|推进示例产业。\n创优目标|2|培育企业。"])
  }

  @Test func tablesWithTextBetweenThemStayApart() throws {
    let first = tablePage([("重点目标", "1", ["推进示例产业。"])], merged: 0..<0)
    var second = tablePage([("创优目标", "2", ["培育企业。"])], merged: 0..<0)
    second.line("附表二", y: 800)
    #expect(try laidOut([first, second]).pageOutline.count == 3)
  }
}
