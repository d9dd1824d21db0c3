import Testing

@testable import Reading

/// The tables of Word documents.
@Suite struct WordTableTests {
  private func read(_ body: String) throws -> FileText { try WordFixture(body: body).read() }
  private let begins = "<w:vMerge w:val=\"restart\"/>"
  private let goesOn = "<w:vMerge/>"

  @Test func `cells have their places on the grid`() throws {
    let text = try read(paragraph("表") + table(row(cell("序号"), cell("目标")), row(cell("1"), cell("增长5%"))))
    #expect(text.text == "表\n序号\t目标\n1\t增长5%\n")
    #expect(text.place(of: 10) == FilePlace(table: 1, row: 2, column: 2, paragraph: 1))
  }

  @Test func `merged cells span what they cover`() throws {
    let text = try read(
      table(
        row(cell("甲", "<w:gridSpan w:val=\"2\"/>"), cell("乙", begins)),
        row(cell("丙", begins), cell("丁"), cell("", goesOn)), row(cell("", goesOn), cell("戊"), cell("", goesOn)),
        row(cell("己"), cell("庚"), cell("辛"))))
    #expect(text.outline == ["甲<2×1>|^|乙<1×3>", "丙<1×2>|丁|^", "^|戊|^", "己|庚|辛"])
  }

  @Test func `a merge that does not fit the cell above is a cell of its own`() throws {
    let text = try read(
      table(
        row(cell("甲", begins), cell("乙", "<w:gridSpan w:val=\"2\"/>" + begins)),
        row(cell("丙"), cell("丁", goesOn), cell("戊", goesOn)), row(cell("己", goesOn))))
    #expect(text.outline == ["甲|乙<2×1>|^", "丙|丁|戊", "己"])
  }

  @Test func `cells merged across in the old way are one`() throws {
    let text = try read(
      table(row(cell("甲", "<w:hMerge w:val=\"restart\"/>"), cell("", "<w:hMerge/>"), cell("乙")), row(cell("丙"))))
    #expect(text.outline == ["甲<2×1>|^|乙", "丙"])
  }

  @Test func `what a merged cell covers is not seen`() throws {
    let text = try read(table(row(cell("甲", begins), cell("乙")), row(cell("旧", goesOn), cell("丙"))))
    #expect(text.outline == ["甲<1×2>|乙", "^|丙"])
    #expect(text.asideTexts == ["hiddenText: 旧"])
    #expect(text.notices == [ReadingNotice(.hiddenText, place: FilePlace(table: 1, row: 2, column: 1))])
  }

  @Test func `a row may begin and end later than the others`() throws {
    let text = try read(
      table(
        row(cell("甲", begins), cell("乙"), cell("丙")),
        row(cell("丁"), properties: "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>")))
    #expect(text.outline == ["甲|乙|丙", "|丁|"])
  }

  @Test func `a table in a cell keeps its own rows`() throws {
    let inner = table(row(cell("内一"), cell("内二")))
    let text = try read(table(row("<w:tc>\(paragraph("外"))\(inner)\(paragraph("后"))</w:tc>", cell("旁"))))
    #expect(text.outline == ["外⏎内一⏎内二⏎后|旁"])
    let cell = try #require(text.blocks?.first?.rows.first?.cells.first)
    #expect(cell.tables.first?.rows.first?.cells.map { text.text($0.range) } == ["内一", "内二"])
    #expect(text.place(of: 2) == FilePlace(table: 2, row: 1, column: 1, paragraph: 1))
    #expect(text.place(of: 8) == FilePlace(table: 1, row: 1, column: 1, paragraph: 2))
  }

  @Test func `rows and cells in content controls are rows and cells`() throws {
    let text = try read(
      "<w:tbl><w:sdt><w:sdtPr/><w:sdtContent>\(row(cell("甲"), "<w:sdt><w:sdtContent>\(cell("乙"))</w:sdtContent></w:sdt>"))"
        + "</w:sdtContent></w:sdt></w:tbl>")
    #expect(text.outline == ["甲|乙"])
  }

  @Test func `deleted and hidden rows are dropped, inserted ones noted`() throws {
    let text = try read(
      table(
        row(cell("甲", begins), cell("乙")), row(cell("", goesOn), cell("旧"), properties: "<w:del w:id=\"1\"/>"),
        row(cell("", goesOn), cell("新"), properties: "<w:ins w:id=\"2\"/>"),
        row(cell("密"), cell("密"), properties: "<w:hidden/>")))
    #expect(text.outline == ["甲<1×2>|乙", "^|新"])
    #expect(text.asideTexts == ["deletedText: \t旧\n", "hiddenText: 密\t密\n"])
    #expect(text.notices.map(\.kind) == [.deletedText, .insertedText, .hiddenText])
  }
}
