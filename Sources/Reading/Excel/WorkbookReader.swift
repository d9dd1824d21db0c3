/// Reads an Excel workbook (ISO/IEC 29500, transitional and strict, with and without macros).
///
/// Each sheet that is shown becomes a table, under its name where there are several. Hidden sheets, rows and columns are
/// asides.
func readXLSX(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) -> FileText {
  var reader = try WorkbookReader(bytes, limits: limits)
  return try reader.read()
}

private struct WorkbookReader {
  private struct Sheet {
    let name: String
    let isHidden: Bool
    let relationship: PackageFile.Relationship?
  }

  private let limits: ReadingLimits
  private var package: PackageFile
  private var builder: FileTextBuilder
  private var system = SerialDate.System.from1900
  private var strings: [String] = []
  private var styles = CellStyles()

  init(_ bytes: [UInt8], limits: ReadingLimits) throws(ReadingError) {
    self.limits = limits
    package = try PackageFile(bytes, kind: .xlsx, limits: limits)
    builder = FileTextBuilder(limits: limits)
  }

  mutating func read() throws(ReadingError) -> FileText {
    let main = try package.relationships(of: "").first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
    // The binary form of a workbook.
    if main.hasSuffix(".bin") { throw .needsProgram(.xlsx, package: "libreoffice-calc-nogui") }
    let relationships = try package.relationships(of: main)
    let sheets = try self.sheets(main, relationships)
    for relationship in relationships {
      if relationship.type == "sharedStrings", var stream = try package.stream(named: relationship.target) {
        strings = try stream.sharedStrings()
      }
      if relationship.type == "styles", var stream = try package.stream(named: relationship.target) {
        styles = try CellStyles(&stream)
      }
    }
    var pages: [(sheet: Sheet, page: SheetPage)] = []
    for sheet in sheets {
      if let page = try page(sheet) { pages.append((sheet, page)) }
    }
    let isNamed = pages.count { !$0.sheet.isHidden && $0.page.hasText } > 1
    for (sheet, page) in pages {
      if sheet.isHidden {
        builder.note(.hiddenSheet, at: FilePlace(sheet: sheet.name), name: sheet.name)
        guard page.hasText else { continue }
        builder.beginAside(.hiddenSheet)
      }
      try page.write(to: &builder, isNamed: page.hasText && (isNamed || sheet.isHidden), limits: limits)
      if sheet.isHidden { builder.endAside() }
    }
    let hasMacros = relationships.contains { $0.type == "vbaProject" }
    return try builder.finished(
      mediaType: hasMacros
        ? "application/vnd.ms-excel.sheet.macroEnabled.12"
        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  }

  /// The sheets in the workbook's order.
  private mutating func sheets(
    _ main: String, _ relationships: [PackageFile.Relationship]
  ) throws(ReadingError) -> [Sheet] {
    guard var stream = try package.stream(named: main) else { throw .damaged(.xlsx, part: main, line: nil) }
    var sheets: [Sheet] = []
    let known = Dictionary(relationships.map { ($0.id, $0) }) { first, _ in first }
    while let event = try stream.next() {
      guard case .start = event else { continue }
      switch stream.name {
      case "workbookPr":
        let flag = stream.attribute("date1904")
        if flag == "1" || flag == "true" || flag == "on" { system = .from1904 }
      case "sheet":
        let id = stream.attribute("id")
        let state = stream.attribute("state")
        guard sheets.count < limits.parts else { throw .limitExceeded(.parts, allowed: limits.parts, part: main) }
        sheets.append(
          Sheet(
            name: stream.attribute("name") ?? "", isHidden: state == "hidden" || state == "veryHidden",
            relationship: id.flatMap { known[$0] }))
      default: continue
      }
    }
    return sheets
  }

  private mutating func page(_ sheet: Sheet) throws(ReadingError) -> SheetPage? {
    let place = FilePlace(sheet: sheet.name)
    guard let part = sheet.relationship, package.has(part.target) else {
      builder.note(.damagedPart, at: place, name: sheet.relationship?.target ?? sheet.name)
      return nil
    }
    guard part.type == "worksheet" else {
      // A sheet that is a chart or a dialog.
      builder.note(.object, at: place, name: sheet.name)
      return nil
    }
    guard var stream = try package.stream(named: part.target) else { return nil }
    var reader = SheetReader(
      sheet: sheet.name, part: part.target, strings: strings, styles: styles, system: system, limits: limits)
    var page = SheetPage(name: sheet.name, content: try reader.read(&stream))
    for other in try package.relationships(of: part.target) {
      switch other.type {
      case "comments":
        try readBeside(other.target) { (stream) throws(ReadingError) in
          try page.readComments(&stream)
        }
      case "drawing":
        try readBeside(other.target) { (stream) throws(ReadingError) in
          try page.readDrawing(&stream)
        }
      case "oleObject", "package", "control", "ctrlProp": builder.note(.object, at: place, name: sheet.name)
      default: continue
      }
    }
    return page
  }

  /// Reads a part without which the cells are whole; where it is damaged, the rest is read all the same.
  private mutating func readBeside(
    _ part: String, _ read: (inout XMLStream) throws(ReadingError) -> Void
  ) throws(ReadingError) {
    do throws(ReadingError) {
      guard var stream = try package.stream(named: part) else {
        builder.note(.damagedPart, name: part)
        return
      }
      try read(&stream)
    } catch .damaged {
      builder.note(.damagedPart, name: part)
    }
  }
}
