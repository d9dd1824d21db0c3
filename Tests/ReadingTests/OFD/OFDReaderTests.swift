import TestSupport
import Testing

@testable import Reading

@Suite struct OFDReaderTests {
  private func read(_ fixture: OFDFixture) throws -> FileText {
    try readOFD(fixture.bytes, limits: ReadingLimits())
  }

  /// A page with lines of text, 30 characters of which fill the width between its margins.
  private func page(_ lines: String..., template: Int? = nil) -> OFDFixture.Page {
    var page = OFDFixture.Page(template: template)
    for (index, line) in lines.enumerated() {
      // A full-width blank is no character of a line, but room in front of it.
      let indent = line.prefix { $0 == "　" }.count
      page.text(String(line.dropFirst(indent)), x: 30 + 5 * Double(indent), y: 60 + 9 * Double(index))
    }
    return page
  }

  @Test func joinsLinesToParagraphs() throws {
    let text = try read(
      OFDFixture([
        page(
          "　　会议要求，全市各单位要提高认识，压实责任，年内完成示例", "项目五个，总投资三十亿元。", "　　会议强调，要加强统筹。")
      ]))
    #expect(text.drawn == ["会议要求，全市各单位要提高认识，压实责任，年内完成示例项目五个，总投资三十亿元。", "会议强调，要加强统筹。"])
    #expect(text.mediaType == "application/ofd")
    let place = try #require(text.place(of: "会议要求"))
    #expect(place.page == 1)
    // 40 and 60 mm from the corner.
    #expect(place.box.map { [$0.left, $0.top] } == [1_134, 1_701])
  }

  @Test func rebuildsTablesFromTheirLines() throws {
    var page = OFDFixture.Page()
    page.text("示例市示例局业务目标", x: 70, y: 40, size: 7)
    page.grid(xs: [30, 60, 120, 180], ys: [60, 72, 84, 96])
    for (row, texts) in [["类别", "目标", "时限"], ["重点", "架桥2座", "6月底"], ["创优", "修路5公里", "年底"]].enumerated() {
      for (column, text) in texts.enumerated() { page.text(text, x: [32, 62, 122][column], y: 64 + 12 * Double(row)) }
    }
    let text = try read(OFDFixture([page]))
    #expect(text.drawn == ["示例市示例局业务目标", "[类别|目标|时限; 重点|架桥2座|6月底; 创优|修路5公里|年底]"])
    let place = try #require(text.place(of: "架桥"))
    #expect([place.page, place.table, place.row, place.column] == [1, 1, 2, 2])
  }

  @Test func readsTablesDrawnAsFilledBars() throws {
    var page = OFDFixture.Page()
    func bar(_ x: Double, _ y: Double, _ width: Double, _ height: Double) {
      page.content +=
        "<ofd:PathObject Boundary=\"\(x) \(y) \(width) \(height)\" Stroke=\"false\" Fill=\"true\"><ofd:AbbreviatedData>"
        + "M 0 0 L \(width) 0 L \(width) \(height) L 0 \(height) C</ofd:AbbreviatedData></ofd:PathObject>"
    }
    for x in [30.0, 80, 130] { bar(x, 60, 0.3, 24.3) }
    for y in [60.0, 72, 84] { bar(30, y, 100.3, 0.3) }
    for (index, text) in ["甲一", "乙一", "甲二", "乙二"].enumerated() {
      page.text(text, x: index % 2 == 0 ? 40 : 90, y: index < 2 ? 64 : 76)
    }
    #expect(try read(OFDFixture([page])).drawn == ["[甲一|乙一; 甲二|乙二]"])
  }

  @Test func placesCharactersAsTheirDistancesSay() throws {
    var page = OFDFixture.Page()
    page.object("目标值是１２３", boundary: "30 60 100 5", size: 5, code: "X=\"0\" Y=\"4.3\" DeltaX=\"g 6 5\"")
    // The matrix makes the font twice as large, the second code goes on at the first one's height.
    page.object(
      "大字", boundary: "30 90 100 10", size: 2.5, code: "X=\"0\" Y=\"4.3\" DeltaX=\"2.5\"",
      attributes: "CTM=\"2 0 0 2 0 0\"")
    // One character below the other.
    page.object("竖排", boundary: "100 120 5 20", size: 5, code: "X=\"0\" Y=\"4.3\" DeltaY=\"5\"")
    let text = try read(OFDFixture([page]))
    #expect(text.drawn.prefix(2) == ["目标值是１２３", "大字"])
    let large = try #require(text.place(of: "大字")?.box)
    #expect(abs(large.right - large.left - 283) < 2)
    let upright = try #require(text.place(of: "竖")?.box)
    #expect(abs(upright.bottom - upright.top - 142) < 2)
  }

  @Test func takesRunningHeadsAndPageNumbersFromTemplatesAndPages() throws {
    var template = OFDFixture.Page()
    template.text("示例市人民政府文件", x: 60, y: 15)
    var fixture = OFDFixture(
      (1...3).map { number in
        var page = page("　　第\(["一", "二", "三"][number - 1])部分说明。", template: 0)
        page.text("— \(number) —", x: 100, y: 280)
        return page
      })
    fixture.templates = [template]
    let text = try read(fixture)
    #expect(text.drawn == ["第一部分说明。", "第二部分说明。", "第三部分说明。"])
    #expect(text.drawnAsides.count { $0 == "pageHeader: 示例市人民政府文件" } == 3)
    #expect(text.drawnAsides.contains("pageNumber: — 2 —"))
    #expect(text.place(of: "第三部分")?.page == 3)
  }

  @Test func notesSignaturesPicturesAndHiddenText() throws {
    var page = page("　　正文。")
    page.content += "<ofd:ImageObject ID=\"7\" Boundary=\"0 0 10 10\" ResourceID=\"3\"/><ofd:CompositeObject ID=\"6\"/>"
    page.text("不显示", x: 30, y: 100, attributes: "Visible=\"false\"")
    var fixture = OFDFixture([page])
    fixture.isSigned = true
    let text = try read(fixture)
    #expect(text.drawn == ["正文。"])
    #expect(text.drawnAsides == ["hiddenText: 不显示"])
    #expect(Set(text.drawnNotices) == ["signature x1", "picture x1", "object x1", "hiddenText x1"])
  }

  @Test func readsBoldTextOnce() throws {
    var page = OFDFixture.Page()
    for shift in [0, 0.1] { page.text("加粗标题", x: 30 + shift, y: 60) }
    #expect(try read(OFDFixture([page])).drawn == ["加粗标题"])
  }

  @Test func tellsWhyAFileHasNoText() {
    var picture = OFDFixture.Page()
    picture.content = "<ofd:ImageObject Boundary=\"0 0 210 297\" ResourceID=\"3\"/>"
    #expect(throws: ReadingError.onlyPictures(.ofd)) { try read(OFDFixture([picture])) }
    #expect(throws: ReadingError.empty) { try read(OFDFixture([OFDFixture.Page()])) }
    var locked = OFDFixture([picture])
    locked.parts = [("Encryptions.xml", "<a/>")]
    #expect(throws: ReadingError.encrypted(.ofd)) { try read(locked) }
    #expect(throws: ReadingError.damaged(.ofd, part: "OFD.xml", line: nil)) {
      try readOFD(ZipFixture([("a", "b")]).bytes, limits: ReadingLimits())
    }
    var limits = ReadingLimits()
    limits.pages = 2
    #expect(throws: ReadingError.limitExceeded(.pages, allowed: 2, part: "Doc_0/Document.xml")) {
      try readOFD(OFDFixture([picture, picture, picture]).bytes, limits: limits)
    }
  }

  @Test func boundsTemplatesThatManyPagesStandOn() throws {
    var template = OFDFixture.Page()
    for row in 0..<20 { template.text("模板", x: 30, y: 60 + 9 * Double(row)) }
    var fixture = OFDFixture((0..<30).map { _ in OFDFixture.Page(template: 0) })
    fixture.templates = [template]
    var limits = ReadingLimits()
    limits.cells = 100
    #expect(throws: ReadingError.limitExceeded(.cells, allowed: 100, part: nil)) {
      try readOFD(fixture.bytes, limits: limits)
    }
  }

  @Test(arguments: [
    ("g 3 5", 9, [5, 5, 5]), ("g 999999999999 1", 4, [1, 1, 1, 1]), ("1 g 2 3 4", 9, [1, 3, 3, 4]), ("g", 3, []),
    ("g -5 2 7", 3, [7]), ("x nan inf 1e300", 9, [0, 0, 0, 1e6]), ("", 3, []), ("1 2 3", 2, [1, 2]),
  ])
  func readsDistances(text: String, count: Int, expected: [Double]) {
    #expect(OFDNumbers.distances(text, count: count) == expected)
  }

  @Test func livesWithDamage() throws {
    var page = page("　　会议要求，要提高认识。", "第二行")
    page.grid(xs: [30, 60, 90], ys: [100, 110, 120])
    var fixture = OFDFixture([page, page])
    fixture.isSigned = true
    var random = SeededGenerator(seed: 5)
    let whole = fixture.bytes
    for _ in 0..<200 {
      let bytes = whole.prefix(Int.random(in: 0..<whole.count, using: &random))
      #expect(throws: ReadingError.self) { try readOFD(Array(bytes), limits: ReadingLimits()) }
    }
    for _ in 0..<400 {
      var damaged = fixture
      damaged.pages[0].content = page.content.damaged(by: &random)
      do throws(ReadingError) {
        #expect(try !readOFD(damaged.bytes, limits: ReadingLimits()).scalars.isEmpty)
      } catch { continue }
    }
  }

  @Test(arguments: ["1e300", "-1e300", "nan", "inf", "0", "", "x", "-0.0001"])
  func livesWithSenselessNumbers(number: String) throws {
    var page = OFDFixture.Page()
    page.object(
      "文字", boundary: "\(number) \(number) \(number) \(number)", size: 5,
      code: "X=\"\(number)\" Y=\"\(number)\" DeltaX=\"\(number)\" DeltaY=\"g \(number) \(number)\"",
      attributes: "CTM=\"\(number) \(number) \(number) \(number) \(number) \(number)\" HScale=\"\(number)\"")
    page.content +=
      "<ofd:PathObject Boundary=\"\(number)\"><ofd:AbbreviatedData>M \(number) \(number) L \(number) 1 B 1 2 3 4 5 6 C A 1"
    page.content += "</ofd:AbbreviatedData></ofd:PathObject>"
    page.text("正文", x: 30, y: 60)
    #expect(try read(OFDFixture([page])).scalars.contains("正"))
  }
}
