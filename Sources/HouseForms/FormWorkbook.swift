import AdapterKit
import Sheet

/// A form as an XLSX workbook of one sheet: title, fields and notes over the whole width, the table with its lines.
enum FormWorkbook {
  /// The bytes of the workbook; the same form gives the same bytes.
  static func written(_ form: FilledForm) throws(SheetError) -> [UInt8] {
    try workbookBytes { path throws(SheetError) in try sheet(form).write(toFile: path) }
  }

  private static func sheet(_ form: FilledForm) -> PaperSheet {
    let layout = FormLayout(form)
    var sheet = PaperSheet(name: "Sheet1", widths: layout.widths.map(Double.init))
    sheet.isLandscape = layout.isWide
    let columns = form.headers.count
    var row = 0
    func add(_ line: String, _ style: PaperSheet.Style, height: Double? = nil) {
      sheet.cells.append(PaperSheet.Cell(row: row, column: 0, columns: columns, text: line, style: style))
      sheet.heights[row] = height ?? 16 * Double(FormLayout.lines(line, in: layout.total))
      row += 1
    }
    for mark in form.marks { add(mark, .line) }
    add(form.title, .title, height: 36 * Double(FormLayout.lines(form.title, in: layout.total / 2)))
    if !form.fields.isEmpty { add(form.fields.joined(separator: "    "), .line, height: 24) }
    for line in form.introduction { add(line, .line) }
    sheet.header = row
    sheet.heights[row] = 20
    for (column, header) in form.headers.enumerated() {
      sheet.cells.append(PaperSheet.Cell(row: row, column: column, text: header, style: .header))
    }
    for cells in form.rows {
      row += 1
      for (column, cell) in cells.enumerated() {
        guard let cell else { continue }
        sheet.cells.append(
          PaperSheet.Cell(
            row: row, column: column, rows: cell.rows, columns: cell.columns, text: cell.text,
            style: layout.isCentred(cell, in: column) ? .centred : .words))
      }
      sheet.heights[row] = Double(min(409, 15 * layout.lines(cells) + 3))
    }
    row += 1
    for note in form.notes { add(note, .line) }
    return sheet
  }
}
