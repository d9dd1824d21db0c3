import Testing

@testable import Reading

/// The automatic numbers of Word documents, which a reader sees in front of the paragraphs.
@Suite struct WordNumberingTests {
  private func level(
    _ index: Int, _ format: String, _ text: String, start: Int = 1, suffix: String = "nothing", more: String = ""
  ) -> String {
    """
    <w:lvl w:ilvl="\(index)"><w:start w:val="\(start)"/><w:numFmt w:val="\(format)"/><w:suff w:val="\(suffix)"/>\
    <w:lvlText w:val="\(text)"/>\(more)</w:lvl>
    """
  }

  private func definition(_ id: Int, _ levels: String...) -> String {
    "<w:abstractNum w:abstractNumId=\"\(id)\">\(levels.joined())</w:abstractNum>"
  }

  private func list(_ id: Int, of definition: Int, _ overrides: String = "") -> String {
    "<w:num w:numId=\"\(id)\"><w:abstractNumId w:val=\"\(definition)\"/>\(overrides)</w:num>"
  }

  private func item(_ text: String, _ list: Int, _ level: Int = 0) -> String {
    paragraph(text, "<w:numPr><w:ilvl w:val=\"\(level)\"/><w:numId w:val=\"\(list)\"/></w:numPr>")
  }

  private func outline(_ numbering: String, _ body: String, styles: String = "") throws -> [String] {
    var fixture = WordFixture(body: body)
    fixture.parts = [("numbering", numbering), ("styles", styles)]
    return try fixture.read().outline
  }

  private var outlineLevels: String {
    definition(
      0, level(0, "chineseCountingThousand", "%1、"), level(1, "chineseCountingThousand", "（%2）"),
      level(2, "decimal", "%3．"), level(3, "decimal", "%1.%3.%4", suffix: "tab", more: "<w:isLgl/>"))
  }

  @Test func `a level's text is as long as the program takes it`() throws {
    let found = try outline(
      definition(0, level(0, "decimal", String(repeating: "%1.", count: 300))) + list(1, of: 0), item("甲", 1))
    #expect(found == [String(repeating: "1.", count: 85) + "甲"])
  }

  @Test func `levels count on, and anew under the next one above`() throws {
    let body =
      item("总体", 1) + item("甲", 1, 1) + item("一", 1, 2) + item("二", 1, 2) + item("乙", 1, 1) + item("三", 1, 2)
      + item("任务", 1) + item("丙", 1, 1) + item("细", 1, 3)
    #expect(
      try outline(outlineLevels + list(1, of: 0), body) == [
        "一、总体", "（一）甲", "1．一", "2．二", "（二）乙", "1．三", "二、任务", "（一）丙", "2.1.1 细",
      ])
  }

  @Test func `a level that was passed over counts as begun`() throws {
    let body = item("甲", 1) + item("乙", 1, 2) + item("丙", 1, 1)
    #expect(try outline(outlineLevels + list(1, of: 0), body) == ["一、甲", "1．乙", "（二）丙"])
  }

  @Test func `lists of one definition count on together, unless one begins with a number of its own`() throws {
    let start = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
    let numbering = outlineLevels + list(1, of: 0) + list(2, of: 0) + list(3, of: 0, start)
    let body = item("甲", 1) + item("乙", 2) + item("丙", 3) + item("丁", 3) + item("戊", 1)
    #expect(try outline(numbering, body) == ["一、甲", "二、乙", "一、丙", "二、丁", "三、戊"])
  }

  @Test func `a list may have a level of its own`() throws {
    let own = "<w:lvlOverride w:ilvl=\"0\">\(level(0, "decimalEnclosedCircle", "%1", start: 3))</w:lvlOverride>"
    #expect(
      try outline(outlineLevels + list(1, of: 0, own), item("甲", 1) + item("乙", 1)) == ["③甲", "④乙"])
  }

  @Test func `a level restarts where it is told to`() throws {
    let numbering = definition(
      0, level(0, "decimal", "%1"), level(1, "decimal", "%1-%2 ", more: "<w:lvlRestart w:val=\"0\"/>"))
    let body = item("", 1) + item("甲", 1, 1) + item("", 1) + item("乙", 1, 1)
    #expect(try outline(numbering + list(1, of: 0), body) == ["1", "1-1 甲", "2", "2-2 乙"])
  }

  @Test func `a style numbers its paragraphs, on the level that names it, and a paragraph may refuse`() throws {
    let numbering =
      definition(
        0, level(0, "chineseCounting", "%1、", more: "<w:pStyle w:val=\"a\"/>"),
        level(1, "decimal", "%2.", suffix: "space", more: "<w:pStyle w:val=\"b\"/>")) + list(7, of: 0)
    let styles = """
      <w:style w:type="paragraph" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="0"/>\
      <w:numId w:val="7"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="c"><w:basedOn w:val="b"/></w:style>
      """
    let body =
      paragraph("甲", "<w:pStyle w:val=\"a\"/>") + paragraph("乙", "<w:pStyle w:val=\"b\"/>")
      + paragraph("丙", "<w:pStyle w:val=\"c\"/>")
      + paragraph("丁", "<w:pStyle w:val=\"a\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
      + paragraph("戊", "<w:pStyle w:val=\"a\"/>")
    #expect(try outline(numbering, body, styles: styles) == ["一、甲", "1. 乙", "2. 丙", "丁", "二、戊"])
  }

  @Test func `a definition may stand in a numbering style`() throws {
    let numbering =
      definition(0, level(0, "upperLetter", "%1)")) + list(1, of: 0)
      + "<w:abstractNum w:abstractNumId=\"5\"><w:numStyleLink w:val=\"s\"/></w:abstractNum>" + list(2, of: 5)
    let styles =
      "<w:style w:type=\"numbering\" w:styleId=\"s\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    #expect(try outline(numbering, item("甲", 2) + item("乙", 2), styles: styles) == ["A)甲", "B)乙"])
  }

  @Test func `a bullet is no part of a figure`() throws {
    let numbering =
      definition(0, level(0, "bullet", "-"), level(1, "bullet", "★"), level(2, "bullet", "\u{F06E}", more: wingdings))
      + list(1, of: 0)
    #expect(try outline(numbering, item("5%", 1) + item("甲", 1, 1) + item("乙", 1, 2)) == ["•5%", "★甲", "■乙"])
  }

  private let wingdings = "<w:rPr><w:rFonts w:ascii=\"Wingdings\"/></w:rPr>"

  @Test func `empty cells of a numbered column hold their numbers`() throws {
    let numbering = definition(0, level(0, "decimal", "%1", suffix: "tab")) + list(1, of: 0)
    let rows = ["甲", "乙"].map { row("<w:tc>\(item("", 1))</w:tc>", cell($0)) }
    #expect(try outline(numbering, table(rows[0], rows[1])) == ["1|甲", "2|乙"])
  }

  @Test func `what a merged cell covers does not count`() throws {
    let numbering = definition(0, level(0, "decimal", "%1")) + list(1, of: 0)
    let rows = ["<w:vMerge w:val=\"restart\"/>", "<w:vMerge/>", ""].map { merge in
      row("<w:tc><w:tcPr>\(merge)</w:tcPr>\(item("", 1))</w:tc>", cell("甲"))
    }
    #expect(try outline(numbering, table(rows[0], rows[1], rows[2])) == ["1<1×2>|甲", "^|甲", "2|甲"])
  }

  @Test func `a deleted paragraph does not count`() throws {
    let gone = """
      <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>\
      <w:del w:id="2"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>
      """
    #expect(
      try outline(outlineLevels + list(1, of: 0), item("甲", 1) + gone + item("乙", 1)) == ["一、甲", "二、乙"])
  }

  @Test func `page heads and text boxes count for themselves`() throws {
    var fixture = WordFixture(body: item("甲", 1))
    fixture.parts = [("numbering", outlineLevels + list(1, of: 0)), ("header", item("眉", 1))]
    #expect(try fixture.read().text == "一、眉\n一、甲\n")
  }

  @Test func `numbers and lists without sense do no harm`() throws {
    let numbering =
      definition(
        0, level(0, "decimal", "%9%%1%", start: Int.max), "<w:lvl w:ilvl=\"77\"/><w:lvl w:ilvl=\"-1\"/><w:lvl/>")
      + list(1, of: 0) + list(2, of: 99)
    let body = item("甲", 1) + item("乙", 1) + item("丙", 1, 99) + item("丁", 2) + item("戊", -5, -5)
    #expect(
      try outline(numbering, body) == [
        "%\(Int.max)%甲", "%\(Int.min)%乙", "丙", "丁", "戊",
      ])
  }
}
