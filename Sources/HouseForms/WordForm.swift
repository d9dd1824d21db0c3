import AdapterKit
import Archive

/// A form as a DOCX document: paragraphs above and below, and one table (WordprocessingML, ISO/IEC 29500-1).
enum WordForm {
  /// The bytes of the document; the same form gives the same bytes.
  static func written(_ form: FilledForm) -> [UInt8] {
    storedArchive([
      ("[Content_Types].xml", part(contentTypes)), ("_rels/.rels", part(relationships)),
      ("word/document.xml", part(document(form))), ("word/styles.xml", part(styles)),
      ("word/_rels/document.xml.rels", part(documentRelationships)),
    ])
  }

  private static func part(_ content: String) -> [UInt8] {
    Array((#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n" + content).utf8)
  }

  // MARK: The document

  private static func document(_ form: FilledForm) -> String {
    let layout = FormLayout(form)
    var body = form.marks.map { paragraph($0, style: "Mark") }.joined()
    body += paragraph(form.title, style: "Title")
    if !form.fields.isEmpty { body += paragraph(form.fields.joined(separator: "    "), style: "Field") }
    body += form.introduction.map { paragraph($0) }.joined()
    body += table(form, layout, width: (layout.isWide ? page.height : page.width) - 2 * margin)
    // A table is followed by a paragraph, if an empty one.
    body += form.notes.isEmpty ? "<w:p/>" : form.notes.map { paragraph($0) }.joined()
    let size =
      layout.isWide
      ? #"<w:pgSz w:w="\#(page.height)" w:h="\#(page.width)" w:orient="landscape"/>"#
      : #"<w:pgSz w:w="\#(page.width)" w:h="\#(page.height)"/>"#
    let edge = #"w:top="\#(margin)" w:right="\#(margin)" w:bottom="\#(margin)" w:left="\#(margin)""#
    return #"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>"# + body
      + "<w:sectPr>\(size)<w:pgMar \(edge) w:header=\"720\" w:footer=\"720\" w:gutter=\"0\"/></w:sectPr>"
      + "</w:body></w:document>"
  }

  /// A4, in twentieths of a point.
  private static let page = (width: 11906, height: 16838)
  private static let margin = 1134

  private static func paragraph(_ line: String, style: String? = nil) -> String {
    let properties = style.map { "<w:pPr><w:pStyle w:val=\"\($0)\"/></w:pPr>" } ?? ""
    return "<w:p>\(properties)\(XMLWords.run(line))</w:p>"
  }

  private static func table(_ form: FilledForm, _ layout: FormLayout, width: Int) -> String {
    let widths = layout.widths.map { width * $0 / max(1, layout.total) }
    let lines = ["top", "left", "bottom", "right", "insideH", "insideV"]
      .map { #"<w:\#($0) w:val="single" w:sz="4" w:space="0" w:color="000000"/>"# }.joined()
    var out =
      #"<w:tbl><w:tblPr><w:tblW w:w="\#(widths.reduce(0, +))" w:type="dxa"/><w:tblBorders>\#(lines)</w:tblBorders>"#
    out += #"<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>"#
    out += widths.map { #"<w:gridCol w:w="\#($0)"/>"# }.joined() + "</w:tblGrid>"
    out += "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    out += zip(form.headers, widths).map { cell([$0], width: $1, style: "Header") }.joined() + "</w:tr>"
    // For each column, how many rows the cell above still reaches down, and over how many columns.
    var reach = widths.map { _ in (rows: 0, columns: 1) }
    for row in form.rows {
      out += "<w:tr>"
      var column = 0
      while column < widths.count {
        let own = row.indices.contains(column) ? row[column] : nil
        if let own {
          let span = min(own.columns, widths.count - column)
          reach[column] = (own.rows - 1, span)
          out += cell(
            own.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init),
            width: widths[column..<column + span].reduce(0, +), columns: span,
            merge: own.rows > 1 ? #"<w:vMerge w:val="restart"/>"# : "",
            style: layout.isCentred(own, in: column) ? "Centred" : "Words")
          column += span
        } else {
          let span = max(1, min(reach[column].columns, widths.count - column))
          let isBelow = reach[column].rows > 0
          if isBelow { reach[column].rows -= 1 }
          out += cell(
            [""], width: widths[column..<column + span].reduce(0, +), columns: span,
            merge: isBelow ? "<w:vMerge/>" : "", style: "Words")
          column += span
        }
      }
      out += "</w:tr>"
    }
    return out + "</w:tbl>"
  }

  private static func cell(
    _ lines: [String], width: Int, columns: Int = 1, merge: String = "", style: String
  ) -> String {
    let span = columns > 1 ? #"<w:gridSpan w:val="\#(columns)"/>"# : ""
    return #"<w:tc><w:tcPr><w:tcW w:w="\#(width)" w:type="dxa"/>\#(span)\#(merge)<w:vAlign w:val="center"/></w:tcPr>"#
      + lines.map { paragraph($0, style: style) }.joined() + "</w:tc>"
  }

  // MARK: The other parts

  private static let contentTypes =
    #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
    + #"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#
    + #"<Default Extension="xml" ContentType="application/xml"/>"#
    + #"<Override PartName="/word/document.xml" ContentType="\#(word)document.main+xml"/>"#
    + #"<Override PartName="/word/styles.xml" ContentType="\#(word)styles+xml"/></Types>"#
  private static let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  private static let links = #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
  private static let relationships =
    links + #"<Relationship Id="rId1" Type="\#(office)officeDocument" Target="word/document.xml"/></Relationships>"#
  private static let documentRelationships =
    links + #"<Relationship Id="rId1" Type="\#(office)styles" Target="styles.xml"/></Relationships>"#

  private static let styles =
    #"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults><w:rPrDefault><w:rPr>"#
    + #"<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="仿宋" w:cs="Times New Roman"/>"#
    + #"<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault>"#
    + #"<w:pPrDefault/></w:docDefaults>"#
    + #"<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>"#
    + style("Mark", "", #"<w:rFonts w:eastAsia="黑体"/>"#)
    + style(
      "Title", #"<w:spacing w:before="120" w:after="240"/><w:jc w:val="center"/>"#,
      #"<w:rFonts w:eastAsia="黑体"/><w:sz w:val="36"/><w:szCs w:val="36"/>"#)
    + style("Field", #"<w:spacing w:after="120"/>"#, "")
    + style("Header", air + #"<w:jc w:val="center"/>"#, #"<w:rFonts w:eastAsia="黑体"/>"# + small)
    + style("Words", air, small) + style("Centred", air + #"<w:jc w:val="center"/>"#, small) + "</w:styles>"
  private static let air = #"<w:spacing w:before="40" w:after="40"/>"#
  private static let small = #"<w:sz w:val="21"/><w:szCs w:val="21"/>"#

  private static func style(_ name: String, _ paragraph: String, _ run: String) -> String {
    #"<w:style w:type="paragraph" w:styleId="\#(name)"><w:name w:val="\#(name)"/>"#
      + #"<w:basedOn w:val="Normal"/><w:pPr>\#(paragraph)</w:pPr><w:rPr>\#(run)</w:rPr></w:style>"#
  }
}
