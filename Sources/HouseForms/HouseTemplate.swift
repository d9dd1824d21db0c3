import AdapterKit
import Archive
import Plan
import Sheet

/// A document of the house's own, with its styles: a table whose rows are filled, and places for what stands around it.
///
/// The first table is filled whose header has the columns that the form can't do without. The row below the header is the
/// pattern of every row; empty rows below it go, all else stays. `{{title}}`, `{{organization}}`, `{{city}}`, `{{year}}`,
/// `{{date}}`, `{{head}}`, `{{contact}}`, `{{phone}}`, `{{email}}`, `{{marks}}`, `{{introduction}}` and `{{notes}}` are replaced
/// wherever they stand.
public struct HouseTemplate {
  public let file: HouseFile
  /// The parts of the package, in its order.
  private let parts: [(path: String, bytes: [UInt8])]

  /// Opens a template.
  public init(_ bytes: [UInt8]) throws(HouseTemplateError) {
    guard let package = try? ForeignArchive(bytes) else { throw .unreadable }
    var parts: [(path: String, bytes: [UInt8])] = []
    for entry in package.entries where !entry.isDirectory {
      guard let content = try? package.read(entry) else { throw .unreadable }
      parts.append((entry.path, content))
    }
    self.parts = parts
    if parts.contains(where: { $0.path == "word/document.xml" }) {
      file = .docx
    } else if parts.contains(where: { $0.path == "xl/workbook.xml" }) {
      file = .xlsx
    } else {
      throw .unreadable
    }
  }

  /// The template filled with records; the same records give the same bytes.
  public func filled(with records: DocumentRecords, by form: any HouseForm) throws(HouseTemplateError) -> [UInt8] {
    var parts = parts
    func part(_ at: Int) throws(HouseTemplateError) -> XMLPart {
      guard let part = XMLPart(parts[at].bytes) else { throw .unreadable }
      return part
    }
    // Places first: what records say is not looked through for any.
    let values = PlaceholderValues(records, form.filled(with: records, under: form.headers(for: records)))
    var table = TemplateTable(form: form, records: records)
    var used: Set<String> = []
    switch file {
    case .docx:
      for at in parts.indices where parts[at].path == "word/document.xml" || WordTemplate.isMargin(parts[at].path) {
        var own = try part(at)
        used.formUnion(try WordTemplate.replace(in: &own.root, values))
        if !WordTemplate.isMargin(parts[at].path) { WordTemplate.fill(&own.root, &table) }
        parts[at].bytes = own.bytes
      }
    case .xlsx:
      let place = parts.firstIndex { $0.path == "xl/sharedStrings.xml" }
      var strings = try place.map { at throws(HouseTemplateError) in try part(at) }
      let sheets = parts.indices.filter { SheetTemplate.isSheet(parts[$0].path) }
        .sorted { SheetTemplate.number(parts[$0].path) < SheetTemplate.number(parts[$1].path) }
      let written = SheetTemplate.words(of: strings?.root)
      if var changed = strings, let place {
        used.formUnion(try SheetTemplate.replace(in: &changed.root, values, below: ["si"]))
        parts[place].bytes = changed.bytes
        strings = changed
      }
      let words = SheetTemplate.words(of: strings?.root)
      for at in sheets {
        var sheet = try part(at)
        used.formUnion(try SheetTemplate.replace(in: &sheet.root, values, below: ["is"]))
        used.formUnion(try SheetTemplate.addRows(&sheet.root, written, values))
        if table.filled == nil { try SheetTemplate.fill(&sheet.root, words, &table) }
        parts[at].bytes = sheet.bytes
      }
    }
    guard table.filled != nil else { throw table.error }
    try values.requireMarks(in: used)
    return storedArchive(parts)
  }
}

/// Why a template can't be filled.
public enum HouseTemplateError: Error, Sendable, Equatable {
  /// It is no Word document and no workbook, or damaged.
  case unreadable
  /// No table has these columns; those of the table that has most of them.
  case missingColumns([String])
  /// There is no row below the header to make rows of.
  case noPattern
  /// Cells below the rows compute something, and would be moved.
  case formulas
  /// There is no such place to fill; the others are named.
  case unknownPlace(String, known: [String])
  /// The paper bears confidentiality marks, and the template has no `{{marks}}`.
  case noPlaceForMarks([String])
}

/// The table of a template: found by its header, then filled.
struct TemplateTable {
  let form: any HouseForm
  let records: DocumentRecords
  /// What the rows are filled with, once the table is found.
  private(set) var filled: FilledForm?
  private var missing: [String]?
  private var refusal: HouseTemplateError?

  init(form: any HouseForm, records: DocumentRecords) {
    self.form = form
    self.records = records
  }

  /// Whether headers are those of the house's table; the form filled under them.
  mutating func take(_ headers: [String]) -> FilledForm? {
    guard filled == nil, refusal == nil else { return nil }
    let absent = form.missing(in: headers)
    guard absent.isEmpty, headers.count > 1 else {
      if absent.count < missing?.count ?? .max { missing = absent }
      return nil
    }
    let form = form.filled(with: records, under: headers)
    filled = form
    return form
  }

  /// The table is there, and can't be filled.
  mutating func refuse(_ error: HouseTemplateError) {
    refusal = error
    filled = nil
  }

  var error: HouseTemplateError { refusal ?? .missingColumns(missing ?? form.missing(in: [])) }
}
