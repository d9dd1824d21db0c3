import Sheet

extension TabledReport {
  /// A sheet a table; the same report gives the same bytes.
  func workbook() throws(SheetError) -> [UInt8] {
    try workbookBytes { path throws(SheetError) in
      let writer = try WorkbookWriter(toFile: path)
      for (number, sheet) in sheets.enumerated() { try write(sheet, isFirst: number == 0, to: writer) }
      try writer.close()
    }
  }

  private func write(_ table: Table, isFirst: Bool, to writer: WorkbookWriter) throws(SheetError) {
    var layout = SheetLayout()
    layout.header = DiffWorkbook.header
    layout.isPrinted = true
    layout.isLandscape = true
    layout.printedColumns = table.columns.count
    var heading = SheetStyle(isBold: true)
    heading.size = 16
    let soft = SheetStyle(ink: Tone.plain.ink)
    layout.lines = [SheetRun(isFirst ? title : table.title, heading)]
    if isFirst {
      layout.lines.append(SheetRun(headline, SheetStyle(isBold: true)))
      layout.lines += facts.map { SheetRun("\($0.label) \($0.value)", soft) }
    }
    layout.lines += table.notes.map { SheetRun($0, soft) }
    let header = try writer.beginSheet(
      table.title, columns: table.columns.map { SheetColumn(header: $0.header, width: $0.width, isWrapped: true) },
      layout: layout)
    for row in table.rows { try writer.write(row.cells.map(sheetCell)) }
    guard let native = table.native, !table.rows.isEmpty else { return }
    let inks = [Tone.blue, .green, .violet, .brown, .teal, .red, .slate].map(\.ink)
    let series = native.values.enumerated().map { number, column in
      SheetChart.Series(
        name: table.columns[column].header, sheet: table.title, rows: header + 1...header + table.rows.count,
        labels: native.labels, values: column, inks: [inks[number % inks.count]])
    }
    var chart = SheetChart(form: .column, title: native.title, series: series)
    // As wide as the table, which is what is printed; a character takes seven pixels.
    chart.width = max(380, min(1_200, Int(table.columns.reduce(0) { $0 + $1.width } * 7)))
    try writer.insert(chart, row: header + table.rows.count + 2, column: 0)
  }

  private func sheetCell(_ cell: Cell) -> SheetCell {
    if cell.lines.count == 1, let line = cell.lines.first {
      switch line.look {
      case .number: return .styledNumber(line.text, DiffWorkbook.plain)
      case .badge(_, let tone):
        var style = SheetStyle(ink: tone.ink, ground: tone.ground, isBold: true)
        style.isFramed = true
        return .styled(line.text, style)
      default: break
      }
    }
    let text = cell.lines.map(\.text).joined(separator: "\n")
    let limit = WorkbookWriter.textLimit
    guard text.unicodeScalars.count > limit else { return .styled(text, DiffWorkbook.plain) }
    return .styled(
      String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit - 2))) + "……", DiffWorkbook.plain)
  }
}
