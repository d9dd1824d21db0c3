import Testing

@testable import Reading

@Suite struct RunningLinesTests {
  @Test(arguments: [
    "3", "— 3 —", "一3 一", "-3-", "第3页", "第 3 页 共 9 页", "3/9", "Page 3 of 9", "·3·", "－３－", "iv", "共9页 第3页",
  ])
  func readsAPagesNumber(text: String) { #expect(isPageNumber(text)) }

  @Test(arguments: ["2021年", "3项", "示例", "2021-01-05", "10.5%", "一、", "第三页的表", "12345"])
  func takesNothingElseForOne(text: String) { #expect(!isPageNumber(text)) }

  @Test func whatStandsOnOnePageAloneIsText() throws {
    var page = PageFixture()
    page.line("示例市示例局文件", y: 500)
    page.line("正文一行。", y: 2_000)
    page.line("示例局办公室印发", y: 7_400)
    #expect(try laidOut([page]).pageOutline == ["示例市示例局文件", "正文一行。", "示例局办公室印发"])
  }

  @Test func aLoneNumberAtThePagesFootIsTextUnlessItIsThePages() throws {
    var page = PageFixture()
    page.line("正文一行。", y: 2_000)
    page.line("7", x: 3_000, y: 7_400)
    #expect(try laidOut([page]).pageOutline == ["正文一行。", "7"])
    page.page.words.removeLast()
    page.line("1", x: 3_000, y: 7_400)
    #expect(try laidOut([page]).pageAsides == ["pageNumber: 1"])
    page.page.words.removeLast()
    page.line("- 7 -", x: 3_000, y: 7_400)
    let text = try laidOut([page])
    #expect(text.pageOutline == ["正文一行。"])
    #expect(text.pageAsides == ["pageNumber: - 7 -"])
    #expect(text.place(of: text.asides[0].range.lowerBound)?.part == .footer)
  }

  @Test func linesOfTextAtTheSameHeightOfSeveralPagesAreKept() throws {
    let pages = ["甲", "乙", "丙"].map { name in
      var page = PageFixture()
      page.line("\(name)项工作完成情况如下。", y: 900)
      page.line("示例局", y: 4_000)
      return page
    }
    #expect(try laidOut(pages).pageOutline.count == 6)
  }

  @Test func evenAndOddPagesMayHaveHeadsOfTheirOwn() throws {
    let pages = (1...6).map { number in
      var page = PageFixture()
      page.line(number % 2 == 0 ? "示例市示例局" : "工作目标", y: 500)
      page.line("第\(number)段。", y: 4_000)
      return page
    }
    let text = try laidOut(pages)
    #expect(text.pageAsides.count == 6)
    #expect(text.pageOutline.count == 6)
  }

  @Test func aRunningLineMayHoldThePagesNumber() throws {
    let pages = (1...3).map { number in
      var page = PageFixture()
      page.line("示例市示例局年度工作 \(number)", y: 500)
      page.line("第\(number)段。", y: 4_000)
      return page
    }
    #expect(try laidOut(pages).pageAsides == (1...3).map { "pageHeader: 示例市示例局年度工作 \($0)" })
  }

  @Test func theAddressThatABrowserPrintsIsNoText() throws {
    var page = PageFixture()
    page.line("正文一行。", y: 2_000)
    page.line("https://example.cn/plan.html 1/1", y: 7_800)
    #expect(try laidOut([page]).pageAsides == ["pageFooter: https://example.cn/plan.html 1/1"])
  }
}
