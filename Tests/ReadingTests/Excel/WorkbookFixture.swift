import TestSupport

/// A workbook made from the XML of its sheets' content.
struct WorkbookFixture {
  struct Sheet {
    var name: String
    /// What stands within `worksheet`.
    var content: String
    var state: String?
    /// Types and targets of what the sheet's part relates to.
    var relationships: [(type: String, target: String)] = []
  }

  var sheets: [Sheet] = []
  var strings: String?
  var styles: String?
  var workbookProperties = ""
  var isStrict = false
  var hasMacros = false
  /// Further parts.
  var parts: [(String, String)] = []

  init(_ sheets: [Sheet] = []) { self.sheets = sheets }

  /// A workbook of one sheet with these rows.
  init(rows: String, beside: String = "", before: String = "") {
    sheets = [Sheet(name: "示例表", content: "\(before)<sheetData>\(rows)</sheetData>\(beside)")]
  }

  var bytes: [UInt8] {
    let main =
      isStrict
      ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let types =
      isStrict
      ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
      : "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func relationships(_ list: [(id: String, type: String, target: String)]) -> String {
      let rows = list.map { "<Relationship Id=\"\($0.id)\" Type=\"\(types)/\($0.type)\" Target=\"\($0.target)\"/>" }
      return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + rows.joined() + "</Relationships>"
    }
    func element(_ name: String, _ content: String) -> String {
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<\(name) xmlns=\"\(main)\" xmlns:r=\"\(types)\">\(content)</\(name)>"
    }
    var list = sheets.indices.map { (id: "rId\($0 + 1)", type: "worksheet", target: "worksheets/sheet\($0 + 1).xml") }
    if strings != nil { list.append((id: "strings", type: "sharedStrings", target: "/xl/sharedStrings.xml")) }
    if hasMacros { list.append((id: "macros", type: "vbaProject", target: "vbaProject.bin")) }
    if styles != nil { list.append((id: "styles", type: "styles", target: "styles.xml")) }
    // The last sheet's part stands first in the file, so that nothing but the workbook tells their order.
    let names = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" \(sheet.state.map { "state=\"\($0)\" " } ?? "")"
        + "r:id=\"rId\(index + 1)\"/>"
    }
    var zip = ZipFixture([
      ("[Content_Types].xml", "<Types/>"),
      ("_rels/.rels", relationships([(id: "rId1", type: "officeDocument", target: "xl/workbook.xml")])),
      ("xl/workbook.xml", element("workbook", "\(workbookProperties)<sheets>\(names.joined())</sheets>")),
      ("xl/_rels/workbook.xml.rels", relationships(list.reversed())),
    ])
    func add(_ path: String, _ content: String) { zip.add(path, Array(content.utf8)) }
    for (index, sheet) in sheets.enumerated().reversed() {
      add("xl/worksheets/sheet\(index + 1).xml", element("worksheet", sheet.content))
      guard !sheet.relationships.isEmpty else { continue }
      add(
        "xl/worksheets/_rels/sheet\(index + 1).xml.rels",
        relationships(sheet.relationships.enumerated().map { (id: "rId\($0)", type: $1.type, target: $1.target) }))
    }
    if let strings { add("xl/sharedStrings.xml", element("sst", strings)) }
    if let styles { add("xl/styles.xml", element("styleSheet", styles)) }
    for (path, content) in parts { add(path, content) }
    return zip.bytes
  }

  /// Styles with a number format each, by code.
  static func styles(_ codes: [String]) -> String {
    let formats = codes.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(164 + index)\" formatCode=\"\(code.replacing("\"", with: "&quot;"))\"/>"
    }
    let styles = codes.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    return "<numFmts>\(formats.joined())</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
      + "<cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs>"
  }
}
