import Plan
import Reading
import Sheet

/// Finds the cells of a workbook of ours that a person changed.
enum TableEdits {
  typealias Value = WorkbookSheet.Cell.Value

  /// Whether a file is a workbook with our sheets and their columns of ids.
  static func isOurs(_ bytes: [UInt8]) -> Bool {
    let tables = [PlanTable.items, .indicators]
    guard FileKind(signatureOf: bytes) == .xlsx,
      let sheets = try? readWorkbookCells(bytes, isWanted: { name in tables.contains { $0.name == name } })
    else { return false }
    return tables.allSatisfy { table in
      sheets.contains { sheet in
        sheet.name == table.name
          && sheet.cells.contains { $0.row == 1 && text($0.value) == table.columns.first?.header }
      }
    }
  }

  static func read(_ bytes: [UInt8], against view: View) throws(InteropError) -> EditedFile {
    let sheets: [WorkbookSheet]
    do throws(ReadingError) { sheets = try readWorkbookCells(bytes) } catch { throw .unreadable(error) }
    var file = EditedFile()
    let known = sheets.filter { sheet in PlanTable.all.contains { $0.name == sheet.name.trimmed } }
    guard !known.isEmpty else { throw .notEditable }
    for table in PlanTable.all {
      let rows = view.rows(table.type)
      guard let sheet = known.first(where: { $0.name.trimmed == table.name }) else {
        file.missing += rows.count
        continue
      }
      try read(sheet, table, rows, into: &file)
    }
    return file
  }

  private static func read(_ sheet: WorkbookSheet, _ table: PlanTable, _ rows: [Plan.Row], into file: inout EditedFile)
    throws(InteropError)
  {
    var places: [Int: PlanColumn] = [:]
    for cell in sheet.cells where cell.row == 1 {
      let header = text(cell.value).trimmed
      if let column = table.columns.first(where: { $0.header == header }) {
        places[cell.column] = column
      } else {
        file.otherColumns.append(header)
      }
    }
    guard let ids = places.first(where: { $0.value.member == "id" })?.key else {
      throw .noColumn(table.columns.first?.header ?? "", .cell(FilePlace(sheet: sheet.name, row: 1)))
    }
    var index = RowIndex(rows)
    var lines: [Int: [Int: Value]] = [:]
    for cell in sheet.cells where cell.row > 1 { lines[cell.row, default: [:]][cell.column] = cell.value }
    for (number, cells) in lines.sorted(by: { $0.key < $1.key }) {
      // A note in a column of their own is no record.
      guard places.keys.contains(where: { cells[$0] != nil }) else { continue }
      let place = RecordEdit.Place.cell(FilePlace(sheet: sheet.name, row: number))
      let id = cells[ids].map(text)?.trimmed ?? ""
      let changed = { (row: Plan.Row) in
        places.filter { !isSame($0.value.shown(row.line), cells[$0.key]) }.sorted { $0.key < $1.key }
      }
      let row = try index.take(id, at: place) { changed($0).isEmpty }
      var edited = row.line
      var members: [String] = []
      for (at, column) in changed(row) {
        let cell = RecordEdit.Place.cell(FilePlace(sheet: sheet.name, row: number, column: at))
        guard let take = column.take, !column.isCut(row.line) else { throw .readOnly(column.header, id, cell) }
        let value = cells[at].map(newValue)
        guard take(value?.isEmpty ?? true ? nil : value, &edited) else {
          throw .badValue(column.header, value ?? "", cell)
        }
        if !members.contains(column.member) { members.append(column.member) }
      }
      if !members.isEmpty {
        file.edits.append(
          RecordEdit(type: table.type, id: id, fields: members.map { ($0, edited[$0]) }, place: place))
      }
    }
    file.missing += index.left
  }

  // MARK: Values

  static func text(_ value: Value) -> String {
    switch value {
    case .text(let text), .number(let text), .date(let text): text
    }
  }

  /// What was typed, line ends as LF.
  private static func newValue(_ value: Value) -> String { lineFeeds(text(value)).trimmed }

  /// Whether a cell says what was written into it, whatever a spreadsheet program made of it: `12.50` is 12.5, `007` is 7,
  /// `2031-01-05` is 2031/1/5, a CR LF is an LF.
  static func isSame(_ shown: SheetCell, _ found: Value?) -> Bool {
    let before = lineFeeds(shown.text)
    let after = found.map { lineFeeds(text($0)) } ?? ""
    if before.utf8.elementsEqual(after.utf8) || before.trimmed.utf8.elementsEqual(after.trimmed.utf8) { return true }
    if let a = number(before), let b = number(after) { return a == b }
    if let a = date(before), let b = date(after) { return a == b }
    return false
  }

  private static func lineFeeds(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        out.append("\n")
      } else if !(scalar == "\n" && previous == "\r") {
        out.append(scalar)
      }
      previous = scalar
    }
    return String(out)
  }

  private static func number(_ text: String) -> DecimalString? {
    var digits = Substring(text.trimmed)
    let isNegative = digits.hasPrefix("-")
    if isNegative || digits.hasPrefix("+") { digits = digits.dropFirst() }
    let bare = digits.drop { $0 == "0" }
    digits = bare.isEmpty || bare.hasPrefix(".") ? "0" + bare : bare
    return DecimalString((isNegative ? "-" : "") + digits)
  }

  /// `2031-01-05`, `2031/1/5`, `2031.1.5`, `2031年1月5日` as ISO.
  static func date(_ text: String) -> String? {
    let fields = text.split { "-/.年月日".contains($0) }
    guard fields.count == 3, fields[0].utf8.count == 4, text.utf8.count <= 20, let year = Int(fields[0]),
      let month = Int(fields[1]), let day = Int(fields[2])
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)?.description
  }
}
