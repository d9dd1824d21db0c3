import TestSupport

@testable import Reading

/// A Word document made from the XML of its parts.
struct WordFixture {
  /// What stands within `w:body`.
  var body = ""
  /// What stands within the root elements of the parts of these types.
  var parts: [(type: String, content: String)] = []
  /// Other entries of the archive.
  var entries: [(String, String)] = []
  var main = "word/document.xml"
  var namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  var relationshipType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static let roots = [
    "header": "hdr", "footer": "ftr", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes",
    "endnotes": "endnotes", "comments": "comments",
  ]

  var bytes: [UInt8] {
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    var entries = [
      ("_rels/.rels", relationships([("officeDocument", main)])),
      (main, root("document", "<w:body>\(body)</w:body>")),
    ]
    var targets: [(String, String)] = []
    for (index, part) in parts.enumerated() {
      targets.append((part.type, "part\(index).xml"))
      entries.append(("\(folder)/part\(index).xml", root(Self.roots[part.type] ?? part.type, part.content)))
    }
    let name = main.split(separator: "/").last ?? ""
    entries.append(("\(folder)/_rels/\(name).rels", relationships(targets)))
    return ZipFixture(entries + self.entries).bytes
  }

  /// The text of the document.
  func read(limits: ReadingLimits = ReadingLimits()) throws(ReadingError) -> FileText {
    try readDOCX(bytes, limits: limits)
  }

  private func root(_ name: String, _ content: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
    <w:\(name) xmlns:w="\(namespace)" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">\(content)</w:\(name)>
    """
  }

  private func relationships(_ targets: [(type: String, target: String)]) -> String {
    let lines = targets.enumerated().map { index, item in
      "<Relationship Id=\"rId\(index)\" Type=\"\(relationshipType)/\(item.type)\" Target=\"\(item.target)\"/>"
    }
    return "<Relationships>\(lines.joined())</Relationships>"
  }
}

/// A paragraph of one run, with what stands in its properties.
func paragraph(_ text: String, _ properties: String = "", run: String = "") -> String {
  "<w:p><w:pPr>\(properties)</w:pPr><w:r><w:rPr>\(run)</w:rPr><w:t xml:space=\"preserve\">\(text)</w:t></w:r></w:p>"
}

/// A cell of one paragraph, with what stands in its properties.
func cell(_ text: String, _ properties: String = "") -> String {
  "<w:tc><w:tcPr>\(properties)</w:tcPr>\(paragraph(text))</w:tc>"
}

func row(_ cells: String..., properties: String = "") -> String {
  "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
}

func table(_ rows: String...) -> String { "<w:tbl><w:tblPr/><w:tblGrid/>\(rows.joined())</w:tbl>" }

extension FileText {
  /// The blocks, a line each: a heading after `#`s, a table's rows with `|` between cells, a covered cell as `^`, a
  /// span as `<columns×rows>`; `⏎` parts the lines of a cell.
  var outline: [String] {
    (blocks ?? []).flatMap { block in
      switch block.kind {
      case .paragraph: [text(block.range)]
      case .heading(let level): [String(repeating: "#", count: level) + " " + text(block.range)]
      case .table: block.rows.map { row in row.cells.map(shown).joined(separator: "|") }
      }
    }
  }

  func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  var text: String { text(scalars.indices) }

  /// The asides, each as its kind and its text.
  var asideTexts: [String] { asides.map { "\($0.kind.rawValue): \(text($0.range))" } }

  private func shown(_ cell: Cell) -> String {
    let span = cell.columns > 1 || cell.rows > 1 ? "<\(cell.columns)×\(cell.rows)>" : ""
    return cell.isCovered ? "^" : cell.paragraphs.map(text).joined(separator: "⏎") + span
  }
}
