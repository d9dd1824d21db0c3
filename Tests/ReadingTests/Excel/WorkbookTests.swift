import TestSupport
import Testing

@testable import Reading

@Suite struct WorkbookTests {
  private func read(_ fixture: WorkbookFixture) throws -> FileText {
    try readXLSX(fixture.bytes, limits: ReadingLimits())
  }

  /// A row of inline texts, from column A; empty ones make no cell.
  private func row(_ number: Int, _ texts: String..., hidden: Bool = false) -> String {
    let cells = zip("ABCDEFGH", texts).filter { !$1.isEmpty }.map { column, text in
      "<c r=\"\(column)\(number)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row r=\"\(number)\"\(hidden ? " hidden=\"1\"" : "")>\(cells.joined())</row>"
  }

  @Test func readsATargetSheet() throws {
    let text = try read(
      WorkbookFixture(
        rows: row(1, "示例市示例局2021年度业务目标", "", "", "") + row(2, "类别", "序号", "目标名称", "标杆城市")
          + row(3, "重点目标", "1", "新建道路5公里", "示例城") + row(4, "", "2", "架桥2座", "")
          + "<row r=\"5\"><c r=\"A5\"/><c r=\"B5\"><v>3</v></c><c r=\"C5\" t=\"str\"><f>A1</f><v>绿化</v></c></row>",
        beside: "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A3:A5\"/></mergeCells>"))
    #expect(
      text.drawn == [
        "[4x1 示例市示例局2021年度业务目标|<|<|<; 类别|序号|目标名称|标杆城市; 1x3 重点目标|1|新建道路5公里|示例城; <|2|架桥2座|; <|3|绿化|]"
      ])
    #expect(text.place(of: "架桥2座") == FilePlace(sheet: "示例表", row: 4, column: 3))
    #expect(text.mediaType == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    #expect(text.notices.isEmpty && text.asides.isEmpty)
  }

  @Test(arguments: [false, true])
  func readsTheTransitionalAndTheStrictForm(isStrict: Bool) throws {
    var fixture = WorkbookFixture(
      rows: "<row><c t=\"s\"><v>1</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c></row>")
    fixture.strings =
      "<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 丙</t></r><rPh sb=\"0\" eb=\"1\"><t>yi</t></rPh><phoneticPr fontId=\"1\"/></si>"
    fixture.isStrict = isStrict
    #expect(try read(fixture).drawn == ["[乙 丙|TRUE|#N/A]"])
  }

  @Test func undoesEscapes() throws {
    let text = try read(
      WorkbookFixture(rows: row(1, "一_x000D_\n二", "_x005F_x0041_", "_xD83D__xDE00_", "_x00ZZ_ _x41", "a_")))
    #expect(text.drawn == ["[一/二|_x0041_|😀|_x00ZZ_ _x41|a_]"])
  }

  @Test func showsNumbersAsTheirStyleSays() throws {
    var fixture = WorkbookFixture(
      rows: "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>0.35599999999999998</v></c><c r=\"B1\" s=\"2\"><v>44561</v></c>"
        + "<c r=\"C1\" s=\"3\"><v>1234.5</v></c><c r=\"D1\"><v>0.1</v></c><c r=\"E1\" s=\"99\"><v>7</v></c>"
        + "<c r=\"F1\" s=\"2\" t=\"d\"><v>2021-12-31T00:00:00</v></c><c r=\"G1\" t=\"d\"><v>2021-12-31</v></c></row>")
    fixture.styles = WorkbookFixture.styles(["0.0%", "yyyy\"年\"m\"月\"d\"日\"", "\"¥\"#,##0.00"])
    #expect(try read(fixture).drawn == ["[35.6%|2021年12月31日|¥1,234.50|0.1|7|2021年12月31日|2021-12-31]"])
    fixture.workbookProperties = "<workbookPr date1904=\"1\"/>"
    #expect(try read(fixture).drawn == ["[35.6%|2026年1月1日|¥1,234.50|0.1|7|2021年12月31日|2021-12-31]"])
  }

  @Test func keepsSheetsInTheWorkbooksOrderUnderTheirNames() throws {
    let text = try read(
      WorkbookFixture([
        .init(name: "重点目标", content: "<sheetData>\(row(1, "甲"))</sheetData>"),
        .init(name: "空表", content: "<sheetData/>"),
        .init(name: "创优目标", content: "<sheetData>\(row(1, "乙"))</sheetData>"),
      ]))
    #expect(text.drawn == ["# 重点目标", "[甲]", "# 创优目标", "[乙]"])
    #expect(text.place(of: "乙") == FilePlace(sheet: "创优目标", row: 1, column: 1))
  }

  @Test(arguments: ["hidden", "veryHidden"])
  func reportsHiddenSheets(state: String) throws {
    let text = try read(
      WorkbookFixture([
        .init(name: "草稿", content: "<sheetData>\(row(1, "不报"))</sheetData>", state: state),
        .init(name: "正表", content: "<sheetData>\(row(1, "上报"))</sheetData>", state: "visible"),
      ]))
    #expect(text.drawn == ["[上报]"])
    #expect(text.drawnAsides == ["hiddenSheet: 草稿\n不报"])
    #expect(text.drawnNotices == ["hiddenSheet x1 草稿"])
  }

  @Test func takesHiddenRowsAndColumnsOutOfTheGrid() throws {
    let text = try read(
      WorkbookFixture(
        rows: row(1, "底稿", "目标", "单位", "备注") + row(2, "一", "修路", "公里", "二", hidden: true)
          + row(3, "三", "架桥", "座", "四") + row(4, "五"),
        before: "<cols><col min=\"1\" max=\"1\" width=\"9\" hidden=\"1\"/><col min=\"3\" max=\"3\" width=\"0\"/></cols>"
      ))
    #expect(text.drawn == ["[目标|备注; 架桥|四]"])
    #expect(text.drawnAsides.map { $0.split(separator: " ").last } == ["底稿", "单位", "一\t修路\t公里\t二", "三", "座", "五"])
    #expect(text.drawnNotices == ["hiddenText x6 示例表"])
    #expect(String(String.UnicodeScalarView(text.scalars)) == "底稿\t目标\t单位\t备注\n一\t修路\t公里\t二\n三\t架桥\t座\t四\n五\n")
    let kept = text.scalars.indices.filter { index in !text.asides.contains { $0.range.contains(index) } }
    #expect(String(String.UnicodeScalarView(kept.map { text.scalars[$0] })) == "目标\t备注\n架桥\t四\n")
  }

  @Test func showsAMergedCellWhereItsVisiblePartBegins() throws {
    let text = try read(
      WorkbookFixture(
        rows: row(1, "总题", "", "") + row(2, "甲", "乙", "丙", hidden: true) + row(3, "1", "2", "3"),
        beside: "<mergeCells><mergeCell ref=\"A1:C2\"/></mergeCells>",
        before: "<cols><col min=\"1\" max=\"1\" hidden=\"true\"/></cols>"))
    #expect(text.drawn == ["[2x1 总题|<; 2|3]"])
  }

  @Test func losesNothingUnderAMergedCell() throws {
    let text = try read(
      WorkbookFixture(
        rows: row(1, "甲", "盖住", "乙"), beside: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"))
    #expect(text.drawn == ["[2x1 甲|<|乙]"])
    #expect(text.drawnAsides == ["hiddenText: 盖住"])
    #expect(text.drawnNotices == ["hiddenText x1 示例表"])
  }

  @Test func hidesWhatAFormatShowsNothingOf() throws {
    var fixture = WorkbookFixture(rows: "<row><c s=\"1\"><v>42</v></c><c><v>1</v></c></row>")
    fixture.styles = WorkbookFixture.styles([";;;"])
    let text = try read(fixture)
    #expect(text.drawn == ["[1]"])
    #expect(text.drawnAsides == ["hiddenText: 42"])
  }

  @Test func takesACodeLongerThanAProgramWritesForNone() throws {
    var fixture = WorkbookFixture(rows: "<row><c s=\"1\"><v>42</v></c><c s=\"2\"><v>42</v></c></row>")
    fixture.styles = WorkbookFixture.styles([String(repeating: "0", count: 2_000), "000"])
    #expect(try read(fixture).drawn == ["[42|042]"])
  }

  @Test func trimsTheUsedRange() throws {
    let text = try read(
      WorkbookFixture(
        rows: "<row r=\"900000\"><c r=\"XFC900000\"><v>1</v></c></row>"
          + "<row r=\"1048576\"><c r=\"ABC1048576\"><v>2</v></c><c r=\"XFD1048576\"><v>3</v></c></row>"))
    #expect(text.drawn == ["[|1|; 2||3]"])
    #expect(text.place(of: "3") == FilePlace(sheet: "示例表", row: 1_048_576, column: 16_384))
  }

  @Test func clipsMergedRowsAndColumnsOfTheWholeSheet() throws {
    let text = try read(
      WorkbookFixture(
        rows: row(1, "题目") + row(2, "甲", "乙"), beside: "<mergeCells><mergeCell ref=\"A1:XFD1\"/></mergeCells>"))
    #expect(text.drawn == ["[2x1 题目|<; 甲|乙]"])
  }

  @Test func keepsRowsAndColumnsThatAMergedCellReachesOver() throws {
    let text = try read(
      WorkbookFixture(
        rows: row(1, "甲", "", "乙") + row(5, "丁"), beside: "<mergeCells><mergeCell ref=\"A1:B3\"/></mergeCells>"))
    #expect(text.drawn == ["[2x3 甲|<|乙; <|<|; <|<|; 丁||]"])
  }

  @Test(arguments: [
    ("<row r=\"2147483648\"><c r=\"A2147483648\"><v>1</v></c></row>", ReadingLimit.rows),
    ("<row r=\"1\"><c r=\"A2147483649\"><v>1</v></c></row>", .rows),
    ("<row r=\"99999999999999999999999999\"><c><v>1</v></c></row>", .rows),
    ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", .columns),
    ("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c><c><v>1</v></c></row>", .columns),
  ])
  func refusesCellsBeyondTheSheet(rows: String, limit: ReadingLimit) {
    #expect {
      try read(WorkbookFixture(rows: rows))
    } throws: { error in
      guard case .limitExceeded(limit, _, _)? = error as? ReadingError else { return false }
      return true
    }
  }

  @Test func refusesMoreCellsThanAllowed() {
    var limits = ReadingLimits()
    limits.cells = 8
    for (rows, merge) in [
      (row(1, "1", "2", "3") + row(2, "1", "2", "3") + row(3, "1", "2", "3"), "D9:E9"),
      (row(1, "1", "2", "3", "4") + row(9, "1") + row(10, "1"), "D9:E9"), (row(1, "1"), "A1:C3"),
    ] {
      let bytes = WorkbookFixture(rows: rows, beside: "<mergeCells><mergeCell ref=\"\(merge)\"/></mergeCells>").bytes
      #expect(throws: ReadingError.limitExceeded(.cells, allowed: 8, part: nil)) {
        do throws(ReadingError) {
          _ = try readXLSX(bytes, limits: limits)
        } catch .limitExceeded(let limit, let allowed, _) {
          throw ReadingError.limitExceeded(limit, allowed: allowed, part: nil)
        }
      }
    }
  }

  @Test func readsOverlappingMergesAsTheFirst() throws {
    let text = try read(
      WorkbookFixture(
        rows: row(1, "甲", "乙", "丙") + row(2, "丁", "戊", "己"),
        beside: "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"B1:C2\"/><mergeCell ref=\"x\"/></mergeCells>"))
    #expect(text.drawn == ["[2x1 甲|<|丙; 丁|戊|己]"])
    #expect(text.drawnAsides == ["hiddenText: 乙"])
  }

  @Test func keepsRowsAndCellsThatStandInNoOrder() throws {
    let text = try read(
      WorkbookFixture(
        rows: "<row r=\"2\"><c r=\"B2\"><v>4</v></c><c r=\"A2\"><v>3</v></c></row>"
          + "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"))
    #expect(text.drawn == ["[1/2|; 3|4]"])
    #expect(text.drawnNotices == ["damagedPart x1 xl/worksheets/sheet1.xml"])
  }

  @Test func notesFormulasWithoutValueAndTextsThatAreMissing() throws {
    let text = try read(
      WorkbookFixture(
        rows:
          "<row r=\"3\"><c r=\"A3\"><f>SUM(B1:B2)</f></c><c r=\"B3\"><f>1</f><v></v></c><c r=\"C3\" t=\"str\"><f>\"\"</f><v></v></c>"
          + "<c r=\"D3\"><f>1+1</f><v>2</v></c><c r=\"E3\" t=\"s\"><v>9</v></c></row>"))
    #expect(text.drawn == ["[2]"])
    #expect(text.drawnNotices == ["formulaWithoutValue x2 示例表", "damagedPart x1 xl/worksheets/sheet1.xml"])
    #expect(text.notices.first?.place == FilePlace(sheet: "示例表", row: 3, column: 1))
  }

  @Test func readsWhatLiesBesideTheCells() throws {
    var fixture = WorkbookFixture([
      .init(
        name: "示例表",
        content:
          "<sheetData>\(row(2, "甲"))</sheetData><headerFooter><oddHeader>&amp;L&amp;\"宋体,常规\"&amp;12示例局&amp;C&amp;A</oddHeader>"
          + "<oddFooter>第 &amp;P 页，共 &amp;N 页 &amp;&amp; &amp;KFF0000完</oddFooter></headerFooter>",
        relationships: [
          ("comments", "../comments1.xml"), ("drawing", "/xl/drawings/drawing1.xml"), ("comments", "../none.xml"),
        ])
    ])
    fixture.parts = [
      (
        "xl/comments1.xml",
        "<comments xmlns=\"x\"><authors><author>某</author></authors><commentList><comment ref=\"A2\" authorId=\"0\"><text><r><t>数据</t></r><r><t>待核</t></r></text></comment></commentList></comments>"
      ),
      (
        "xl/drawings/drawing1.xml",
        """
        <xdr:wsDr xmlns:xdr="x" xmlns:a="a" xmlns:mc="m"><xdr:twoCellAnchor><xdr:from><xdr:col>2</xdr:col><xdr:colOff>9</xdr:colOff><xdr:row>4</xdr:row></xdr:from>
        <mc:AlternateContent><mc:Choice><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="1" name="说明"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>说明：</a:t></a:r><a:r><a:t>含续建</a:t></a:r></a:p><a:p><a:r><a:t>另附表</a:t></a:r></a:p></xdr:txBody></xdr:sp></mc:Choice>
        <mc:Fallback><xdr:sp><xdr:txBody><a:p><a:r><a:t>说明：</a:t></a:r></a:p></xdr:txBody></xdr:sp></mc:Fallback></mc:AlternateContent></xdr:twoCellAnchor>
        <xdr:twoCellAnchor><xdr:pic/></xdr:twoCellAnchor><xdr:twoCellAnchor><xdr:graphicFrame/></xdr:twoCellAnchor></xdr:wsDr>
        """
      ),
    ]
    let text = try read(fixture)
    #expect(text.drawn == ["[甲]", "说明：含续建", "另附表"])
    #expect(text.drawnAsides == ["pageHeader: 示例局 示例表", "comment: 数据待核", "pageFooter: 第 页，共 页 & 完"])
    #expect(text.place(of: "含续建") == FilePlace(part: .textBox, sheet: "示例表", row: 5, column: 3))
    #expect(text.place(of: "数据") == FilePlace(part: .comment, sheet: "示例表", row: 2, column: 1))
    #expect(text.drawnNotices == ["damagedPart x1 xl/none.xml", "picture x1 示例表", "object x1 示例表"])
  }

  @Test func readsWorkbooksWithMacros() throws {
    var fixture = WorkbookFixture(rows: row(1, "甲"))
    fixture.hasMacros = true
    #expect(try read(fixture).mediaType == "application/vnd.ms-excel.sheet.macroEnabled.12")
  }

  @Test func tellsEmptyAndDamagedWorkbooksApart() {
    #expect(throws: ReadingError.empty) { try read(WorkbookFixture(rows: "")) }
    #expect(throws: ReadingError.damaged(.xlsx, part: "xl/worksheets/sheet1.xml", line: 2)) {
      try read(WorkbookFixture(rows: "<row><c></row>"))
    }
    #expect(throws: ReadingError.damaged(.xlsx, part: "xl/workbook.xml", line: nil)) {
      try readXLSX(ZipFixture([("a", "b")]).bytes, limits: ReadingLimits())
    }
  }

  @Test func livesWithDamage() throws {
    var fixture = WorkbookFixture(
      rows: row(1, "甲", "乙")
        + "<row r=\"2\"><c r=\"A2\" s=\"1\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>44561.5</v></c></row>",
      beside: "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>",
      before: "<cols><col min=\"3\" max=\"9\" hidden=\"1\"/></cols>")
    fixture.strings = "<si><t>丙_x000D_</t></si>"
    fixture.styles = WorkbookFixture.styles(["[DBNum1]yyyy\"年\"m\"月\"d\"日\" h:mm", "0.0%"])
    var random = SeededGenerator(seed: 4)
    let whole = fixture.bytes
    for _ in 0..<200 {
      let bytes = whole.prefix(Int.random(in: 0..<whole.count, using: &random))
      #expect(throws: ReadingError.self) { try readXLSX(Array(bytes), limits: ReadingLimits()) }
    }
    for round in 0..<600 {
      var damaged = fixture
      switch round % 3 {
      case 0: damaged.sheets[0].content = fixture.sheets[0].content.damaged(by: &random)
      case 1: damaged.styles = fixture.styles?.damaged(by: &random)
      default: damaged.strings = fixture.strings?.damaged(by: &random)
      }
      do throws(ReadingError) {
        #expect(try !readXLSX(damaged.bytes, limits: ReadingLimits()).scalars.isEmpty)
      } catch { continue }
    }
  }
}
