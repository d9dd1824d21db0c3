import Testing

@testable import Reading

@Suite struct ParagraphJoiningTests {
  @Test func filledLinesGoOnAndIndentedOnesBeginParagraphs() throws {
    var page = PageFixture()
    page.line("示例市示例局工作要点", x: 2_400, y: 700, size: 180)
    page.line("会议指出示例产业增加值增长左右新建示例码", x: 1_140, y: 1_200)
    page.line("头三座，培育企业二十家，引进项目十五个取得", y: 1_360)
    page.line("良好成效。", y: 1_520)
    page.line("一要抓好项目建设。", x: 1_140, y: 1_680)
    page.line("二要强化科技创新全年研发投入增长示例实验", x: 1_140, y: 1_840)
    page.line("室两家。", y: 2_000)
    let text = try laidOut([page])
    #expect(
      text.pageOutline == [
        "示例市示例局工作要点",
        "会议指出示例产业增加值增长左右新建示例码头三座，培育企业二十家，引进项目十五个取得良好成效。",
        "一要抓好项目建设。", "二要强化科技创新全年研发投入增长示例实验室两家。",
      ])
  }

  @Test func aFilledLineBeforeAnIndentedOneEndsItsParagraph() throws {
    var page = PageFixture()
    page.lines(["示例产业增加值增长左右新建示例码头三座一二", "培育企业二十家引进项目十五个取得良好成效。"], y: 1_000)
    page.line("完成项目建设任务并按时报告示例工作进展。", x: 1_140, y: 1_320)
    #expect(
      try laidOut([page]).pageOutline == [
        "示例产业增加值增长左右新建示例码头三座一二培育企业二十家引进项目十五个取得良好成效。",
        "完成项目建设任务并按时报告示例工作进展。",
      ])
  }

  @Test func entriesOfAListStayApartThoughTheirLinesAreFilled() throws {
    var page = PageFixture()
    page.lines(["（一）完成示例项目建设任务按时报告工作进展；", "（二）完成示例码头建设任务按时报告工作进展。"], y: 1_000)
    #expect(try laidOut([page]).pageOutline.count == 2)
  }

  @Test func titlesInTheMiddleStayLinesOfTheirOwn() throws {
    var page = PageFixture()
    page.line("示例市示例局", x: 2_600, y: 700, size: 160)
    page.line("二〇二一年度工作目标", x: 2_280, y: 900, size: 160)
    page.lines(["示例产业增加值增长左右新建示例码头三座一二", "培育企业二十家。"], y: 1_300)
    #expect(try laidOut([page]).pageOutline.prefix(2) == ["示例市示例局", "二〇二一年度工作目标"])
  }

  @Test func aBlankPartsLatinWordsAndNoChinese() throws {
    var page = PageFixture()
    page.lines(["示例产业增加值增长左右新建示例码头 Sample", "Centre 项目投产"], y: 1_000)
    // Room that the printer adds beside digits is narrower than a blank.
    page.page.words.append(
      PageWord(text: "达到", box: Box(left: 900, top: 1_800, right: 1_140, bottom: 1_920), size: 120))
    page.page.words.append(
      PageWord(text: "5", box: Box(left: 1_170, top: 1_800, right: 1_230, bottom: 1_920), size: 120))
    page.page.words.append(
      PageWord(text: "个", box: Box(left: 1_260, top: 1_800, right: 1_380, bottom: 1_920), size: 120))
    #expect(try laidOut([page]).pageOutline == ["示例产业增加值增长左右新建示例码头 Sample Centre 项目投产", "达到5个"])
  }

  @Test func aLineSpreadOverItsWidthHasNoBlanks() throws {
    var page = PageFixture()
    for (index, character) in "推进示例产业".enumerated() {
      let left = 900 + index * 150
      page.page.words.append(
        PageWord(text: String(character), box: Box(left: left, top: 900, right: left + 120, bottom: 1_020), size: 120))
    }
    #expect(try laidOut([page]).pageOutline == ["推进示例产业"])
  }

  @Test func paragraphsGoOnOverThePagesEndAndTheirLinesKeepTheirPlaces() throws {
    var first = PageFixture()
    first.line("示例市示例局", y: 500)
    first.lines(["示例产业增加值增长左右新建示例码头三座一二", "培育企业二十家引进项目十五个取得良好成效一"], y: 1_000)
    first.line("— 1 —", x: 2_800, y: 7_500)
    var second = PageFixture()
    second.line("示例市示例局", y: 500)
    second.line("二三四五。", y: 900)
    second.line("— 2 —", x: 2_800, y: 7_500)
    let text = try laidOut([first, second])
    #expect(text.pageOutline == ["示例产业增加值增长左右新建示例码头三座一二培育企业二十家引进项目十五个取得良好成效一二三四五。"])
    #expect(
      text.pageAsides == [
        "pageHeader: 示例市示例局", "pageNumber: — 1 —", "pageHeader: 示例市示例局", "pageNumber: — 2 —",
      ])
    let block = try #require(text.blocks?.first)
    #expect(text.place(of: block.range.lowerBound)?.page == 1)
    #expect(text.place(of: block.range.upperBound - 1)?.page == 2)
    #expect(text.place(of: block.range.upperBound - 1)?.box == Box(left: 900, top: 900, right: 1_500, bottom: 1_020))
  }

  @Test func theLeftColumnIsReadBeforeTheRightOne() throws {
    var page = PageFixture()
    page.line("示例市示例局工作通报", x: 2_300, y: 600, size: 160)
    page.lines(["左一示例产业建设增长", "左二培育企业二十家。", "左三示例产业建设增长", "左四培育企业二十家。", "左五完成。"], y: 1_000)
    page.lines(["右一示例码头建成投产", "右二引进项目十五个。", "右三示例码头建成投产", "右四引进项目十五个。", "右五完成。"], x: 2_600, y: 1_000)
    #expect(
      try laidOut([page]).pageOutline == [
        "示例市示例局工作通报", "左一示例产业建设增长左二培育企业二十家。左三示例产业建设增长左四培育企业二十家。左五完成。",
        "右一示例码头建成投产右二引进项目十五个。右三示例码头建成投产右四引进项目十五个。右五完成。",
      ])
  }

  @Test func aParagraphGoesOnInTheNextColumn() throws {
    var page = PageFixture()
    let left = ["左一示例产业建设增长", "左二培育企业二十家一", "左三示例产业建设增长", "左四培育企业二十家一", "左五示例产业建设增长"]
    let right = ["右一示例码头建成投产", "右二引进项目十五个一", "右三示例码头建成投产", "右四引进项目十五个一", "右五完成。"]
    page.lines(left, y: 1_000)
    page.lines(right, x: 2_600, y: 1_000)
    #expect(try laidOut([page]).pageOutline == [(left + right).joined()])
  }

  @Test func aTableWithoutRulesIsReadRowByRow() throws {
    var page = PageFixture(page: Page(width: 6_000, height: 8_000))
    for index in 0..<8 {
      for (column, text) in ["示例项目建设", "投资三亿元", "示例市示例局", "年底前完成"].enumerated() {
        page.line(text, x: 900 + column * 1_000, y: 1_000 + index * 160)
      }
    }
    // A row with fewer pieces may belong to the cells above it.
    for (column, text) in ["示例项目续建", "投资待定", "示例县"].enumerated() {
      page.line(text, x: 900 + column * 1_000, y: 2_280)
    }
    let rows = Array(repeating: "示例项目建设 投资三亿元 示例市示例局 年底前完成", count: 8)
    #expect(try laidOut([page]).pageOutline == rows + ["示例项目续建 投资待定 示例县"])
  }

  @Test func labelsAndValuesSideBySideAreNoColumns() throws {
    var page = PageFixture(page: Page(width: 6_000, height: 8_000))
    for index in 0..<6 {
      page.line("示例项目", y: 1_000 + index * 160)
      page.line("示例局", x: 3_000, y: 1_000 + index * 160)
    }
    #expect(try laidOut([page]).pageOutline.allSatisfy { $0 == "示例项目 示例局" })
  }
}
