import TestSupport

/// A Word document with lists, a heading, changes, a note, a head, and tables with merged and nested cells.
struct WordPackage {
  let bytes: [UInt8]

  init(_ pieces: [FixturePiece]) {
    let body = pieces.enumerated().map { index, piece in
      switch piece {
      case .paragraph(let text): return WordPackage.paragraph(text, index)
      case .table(let rows): return WordPackage.table(rows)
      }
    }
    func part(_ name: String, _ content: String) -> String {
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:\(name) "
        + "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\(content)</w:\(name)>"
    }
    let main = "word/document.xml"
    bytes =
      ZipFixture([
        ("_rels/.rels", relationships([("officeDocument", main)])),
        (main, part("document", "<w:body>\(body.joined())</w:body>")),
        ("word/_rels/document.xml.rels", relationships(WordPackage.types.map { ($0, "\($0).xml") })),
        ("word/styles.xml", part("styles", WordPackage.styles)),
        ("word/numbering.xml", part("numbering", WordPackage.numbering)),
        ("word/header.xml", part("hdr", WordPackage.paragraph("示例页眉", 1))),
        (
          "word/footnotes.xml",
          part("footnotes", "<w:footnote w:id=\"1\">\(WordPackage.paragraph("示例脚注", 1))</w:footnote>")
        ),
      ]).bytes
  }

  private static let types = ["styles", "numbering", "header", "footnotes"]
  private static let styles =
    "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
    + "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:basedOn w:val=\"1\"/></w:style>"
  private static let numbering =
    "<w:abstractNum w:abstractNumId=\"0\">"
    + ["chineseCounting", "decimal"].enumerated().map { level, format in
      "<w:lvl w:ilvl=\"\(level)\"><w:start w:val=\"1\"/><w:numFmt w:val=\"\(format)\"/>"
        + "<w:lvlText w:val=\"%\(level + 1)、\"/></w:lvl>"
    }.joined() + "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>"

  private static func paragraph(_ text: String, _ index: Int) -> String {
    let properties = [
      "<w:pStyle w:val=\"2\"/>", "", "<w:numPr><w:ilvl w:val=\"\(index % 2)\"/><w:numId w:val=\"1\"/></w:numPr>", "",
    ]
    let further = [
      "<w:del w:id=\"1\"><w:r><w:delText>删去</w:delText></w:r></w:del>", "<w:r><w:footnoteReference w:id=\"1\"/></w:r>",
      "<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>",
      "<w:r><w:br/><w:tab/><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>",
      "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>",
    ]
    return "<w:p><w:pPr>\(properties[index % 4])</w:pPr><w:r><w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
      + further[index % 5] + "</w:p>"
  }

  private static func table(_ rows: [[String]]) -> String {
    let lines = rows.enumerated().map { number, row in
      "<w:tr>"
        + row.enumerated().map { column, text in
          let isMerged = column == 0 && number % 3 != 0
          let merge = column == 0 ? "<w:vMerge\(isMerged ? "" : " w:val=\"restart\"")/>" : ""
          let span = column == 1 && number % 4 == 3 ? "<w:gridSpan w:val=\"2\"/>" : ""
          let inner = column == 2 && number == 1 ? table([["内", "表"]]) : ""
          return "<w:tc><w:tcPr>\(span)\(merge)</w:tcPr>\(inner)\(paragraph(isMerged ? "" : text, 3))</w:tc>"
        }.joined() + "</w:tr>"
    }
    return "<w:tbl><w:tblGrid><w:gridCol w:w=\"1\"/></w:tblGrid>\(lines.joined())</w:tbl>"
  }
}

/// A workbook with shared and rich strings, number formats, merged cells, hidden rows and columns, and a hidden sheet.
struct SheetPackage {
  let bytes: [UInt8]

  init(_ pieces: [FixturePiece]) {
    var strings: [String] = []
    var merges = ["A1:C1"]
    let rows = pieces.flatMap(\.lines).enumerated().map { number, cells in
      let row = number + 1
      if number % 5 == 4 { merges.append("A\(row):A\(row + 2)") }
      let written = cells.prefix(20).enumerated().map { column, text in
        strings.append(column == 1 ? "<si><r><t>\(text)</t></r><r><t>示例</t></r></si>" : "<si><t>\(text)</t></si>")
        let name = "\(String(Unicode.Scalar(UInt8(65 + column))))\(row)"
        return "<c r=\"\(name)\" t=\"s\"><v>\(strings.count - 1)</v></c>"
      }
      let figures =
        "<c r=\"W\(row)\" s=\"1\"><v>44927.5</v></c><c r=\"X\(row)\" s=\"2\"><f>1/3</f><v>0.3333</v></c>"
        + "<c r=\"Y\(row)\" t=\"inlineStr\"><is><t>示</t></is></c><c r=\"Z\(row)\" t=\"b\"><v>1</v></c>"
      return "<row r=\"\(row)\"\(number % 7 == 6 ? " hidden=\"1\"" : "")>\(written.joined())\(figures)</row>"
    }
    func part(_ name: String, _ content: String) -> String {
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><\(name) "
        + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"\(types)\">\(content)</\(name)>"
    }
    let sheet =
      "<cols><col min=\"3\" max=\"3\" hidden=\"1\"/></cols><sheetData>\(rows.joined())</sheetData>"
      + "<mergeCells>\(merges.map { "<mergeCell ref=\"\($0)\"/>" }.joined())</mergeCells>"
    let styles =
      "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy年m月d日\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
      + "<xf numFmtId=\"164\"/><xf numFmtId=\"10\"/></cellXfs>"
    let sheets = ["示例表", "备用"].enumerated().map { index, name in
      "<sheet name=\"\(name)\" sheetId=\"\(index + 1)\"\(index == 1 ? " state=\"hidden\"" : "") r:id=\"rId\(index)\"/>"
    }
    bytes =
      ZipFixture([
        ("_rels/.rels", relationships([("officeDocument", "xl/workbook.xml")])),
        ("xl/workbook.xml", part("workbook", "<sheets>\(sheets.joined())</sheets>")),
        (
          "xl/_rels/workbook.xml.rels",
          relationships([
            ("worksheet", "sheet1.xml"), ("worksheet", "sheet2.xml"), ("sharedStrings", "strings.xml"),
            ("styles", "styles.xml"),
          ])
        ),
        ("xl/sheet1.xml", part("worksheet", sheet)),
        ("xl/sheet2.xml", part("worksheet", "<sheetData><row r=\"2\"><c r=\"B2\"><v>5</v></c></row></sheetData>")),
        ("xl/strings.xml", part("sst", strings.joined())),
        ("xl/styles.xml", part("styleSheet", styles)),
      ]).bytes
  }
}

private let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

private func relationships(_ targets: [(type: String, target: String)]) -> String {
  let lines = targets.enumerated().map { index, item in
    "<Relationship Id=\"rId\(index)\" Type=\"\(types)/\(item.type)\" Target=\"\(item.target)\"/>"
  }
  return "<Relationships>\(lines.joined())</Relationships>"
}
