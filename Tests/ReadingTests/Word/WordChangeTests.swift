import Testing

@testable import Reading

/// Tracked changes, hidden text, notes, remarks and page heads in Word documents.
@Suite struct WordChangeTests {
  private func read(_ body: String) throws -> FileText { try WordFixture(body: body).read() }
  private func run(_ text: String, _ name: String = "t") -> String { "<w:r><w:\(name)>\(text)</w:\(name)></w:r>" }
  private let deletedMark = "<w:pPr><w:rPr><w:del w:id=\"9\"/></w:rPr></w:pPr>"

  @Test func `insertions are kept and deletions dropped, both noted`() throws {
    let text = try read(
      """
      <w:p>\(run("目标"))<w:del w:id="1">\(run("5", "delText"))</w:del><w:ins w:id="2">\(run("8"))</w:ins>\(run("亿元"))\
      <w:moveFrom w:id="3">\(run("左"))</w:moveFrom><w:moveTo w:id="4">\(run("右"))</w:moveTo></w:p>
      """)
    #expect(text.text == "目标58亿元左右\n")
    #expect(text.asideTexts == ["deletedText: 5", "deletedText: 左"])
    #expect(
      text.notices == [
        ReadingNotice(.deletedText, count: 2, place: FilePlace(paragraph: 1)),
        ReadingNotice(.insertedText, count: 2, place: FilePlace(paragraph: 1)),
      ])
  }

  @Test func `former properties do not count`() throws {
    let text = try read(
      paragraph("甲", "<w:pPrChange w:id=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>")
        + paragraph("乙", run: "<w:rPrChange w:id=\"2\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>"))
    #expect(text.outline == ["甲", "乙"])
    #expect(text.asides.isEmpty)
  }

  @Test func `a deleted paragraph mark joins two paragraphs, and the later one's properties hold`() throws {
    let text = try read("<w:p>\(deletedMark)\(run("前"))</w:p>" + paragraph("后", "<w:outlineLvl w:val=\"0\"/>"))
    #expect(text.outline == ["# 前后"])
    #expect(text.text == "前后\n")
  }

  @Test func `of a paragraph that is wholly deleted no line is left`() throws {
    let text = try read(
      paragraph("前") + "<w:p>\(deletedMark)<w:del w:id=\"1\">\(run("旧", "delText"))</w:del></w:p>" + paragraph("后"))
    #expect(text.asideTexts == ["deletedText: 旧\n"])
    #expect(text.outline == ["前", "后"])
  }

  @Test func `a paragraph mark deleted before a table, or in a cell's last paragraph, joins nothing`() throws {
    let text = try read(
      "<w:p>\(deletedMark)\(run("前"))</w:p>"
        + table(row("<w:tc><w:p>\(deletedMark)\(run("甲"))</w:p></w:tc>", cell("乙"))))
    #expect(text.outline == ["前", "甲|乙"])
  }

  @Test func `hidden text is dropped, by its own properties or its styles'`() throws {
    var fixture = WordFixture(
      body: "<w:p>\(run("见"))<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r>"
        + "<w:r><w:rPr><w:rStyle w:val=\"secret\"/></w:rPr><w:t>密</w:t></w:r></w:p>"
        + paragraph("整段", "<w:pStyle w:val=\"hide\"/>")
        + paragraph("露", "<w:pStyle w:val=\"hide\"/>", run: "<w:vanish w:val=\"0\"/>"))
    fixture.parts = [
      (
        "styles",
        """
        <w:style w:type="character" w:styleId="secret"><w:rPr><w:vanish/></w:rPr></w:style>
        <w:style w:type="paragraph" w:styleId="hide"><w:rPr><w:vanish/></w:rPr></w:style>
        """
      )
    ]
    let text = try fixture.read()
    #expect(text.asideTexts == ["hiddenText: 隐密", "hiddenText: 整段\n"])
    #expect(text.outline == ["见隐密", "露"])
    #expect(text.notices == [ReadingNotice(.hiddenText, count: 2, place: FilePlace(paragraph: 1))])
  }

  @Test func `a table of contents is an aside`() throws {
    var fixture = WordFixture(body: paragraph("一、总体\t1", "<w:pStyle w:val=\"9\"/>") + paragraph("一、总体"))
    fixture.parts = [("styles", "<w:style w:type=\"paragraph\" w:styleId=\"9\"><w:name w:val=\"TOC 1\"/></w:style>")]
    let text = try fixture.read()
    #expect(text.asideTexts == ["navigation: 一、总体\t1\n"])
    #expect(text.outline == ["一、总体"])
  }

  @Test func `notes stand at the end, remarks and page heads are asides`() throws {
    var fixture = WordFixture(body: "<w:p>\(run("正文"))<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>")
    fixture.parts = [
      ("footer", paragraph("第1页")), ("header", paragraph("页眉")),
      (
        "footnotes",
        "<w:footnote w:type=\"separator\" w:id=\"-1\">\(paragraph("线"))</w:footnote>"
          + "<w:footnote w:id=\"1\"><w:p><w:r><w:footnoteRef/></w:r>\(run("脚注"))</w:p></w:footnote>"
      ),
      ("endnotes", "<w:endnote w:id=\"1\">\(paragraph("尾注"))</w:endnote>"),
      ("comments", "<w:comment w:id=\"0\" w:author=\"张示例\">\(paragraph("请核"))</w:comment>"),
    ]
    let text = try fixture.read()
    #expect(text.text == "页眉\n正文\n脚注\n尾注\n请核\n第1页\n")
    #expect(text.outline == ["正文", "脚注", "尾注"])
    #expect(text.asideTexts == ["pageHeader: 页眉\n", "comment: 请核\n", "pageFooter: 第1页\n"])
    #expect(text.anchors.map(\.place.part) == [.header, .body, .footnote, .endnote, .comment, .footer])
  }
}
