import CXLSXWriter
import Glibc

/// Writes an XLSX workbook row by row; memory does not grow with the rows. Equal rows give equal bytes.
///
/// Each sheet has a header that stays in sight, with a filter on every column.
public final class WorkbookWriter {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var columns: [SheetColumn] = []
  private var row: lxw_row_t = 0
  /// The last row that a chart of the sheet may cover.
  private var chartEnd: lxw_row_t = 0
  private var isClosed = false
  private var formats = WorkbookFormats()
  private var layout = SheetLayout()

  /// The most characters that a cell takes.
  public static let textLimit = 32_767

  /// Begins a workbook in a file, which is there only once it is closed.
  public init(toFile path: String) throws(SheetError) {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let workbook = workbook_new_opt(path, &options) else { throw .unwritable }
    self.workbook = workbook
    var properties = lxw_doc_properties()
    // 1980-01-01: the day of packing would make equal content unequal bytes.
    properties.created = 315_532_800
    workbook_set_properties(workbook, &properties)
  }

  deinit { if !isClosed { lxw_workbook_free(workbook) } }

  /// Begins a sheet; rows go to it until the next one begins.
  ///
  /// - Returns: the row of the header, counted from 0.
  @discardableResult
  public func beginSheet(
    _ name: String, columns: [SheetColumn], layout: SheetLayout = SheetLayout()
  ) throws(SheetError) -> Int {
    endSheet()
    guard let sheet = workbook_add_worksheet(workbook, name) else { throw .unwritable }
    self.sheet = sheet
    self.columns = columns
    self.layout = layout
    row = 0
    for (index, column) in columns.enumerated() {
      let at = lxw_col_t(clamping: index)
      worksheet_set_column(sheet, at, at, column.width, nil)
    }
    let header = layout.lines.count
    worksheet_freeze_panes(sheet, lxw_row_t(clamping: header + 1), lxw_col_t(clamping: layout.frozenColumns))
    if layout.isPrinted {
      worksheet_set_paper(sheet, 9)
      if layout.isLandscape { worksheet_set_landscape(sheet) }
      worksheet_fit_to_pages(sheet, 1, 0)
      worksheet_set_margins(sheet, 0.5, 0.5, 0.6, 0.7)
      worksheet_repeat_rows(sheet, lxw_row_t(clamping: header), lxw_row_t(clamping: header))
      worksheet_set_footer(sheet, "&C&P / &N")
    }
    for line in layout.lines { try writeLine(line) }
    let headers = columns.map { $0.header.isEmpty ? SheetCell.empty : .styled($0.header, layout.header) }
    try write(headers, isHeader: true)
    return header
  }

  /// Words over the whole width; programs fit no row to a merged cell, so its height is reckoned here.
  private func writeLine(_ line: SheetRun) throws(SheetError) {
    let size = line.style.size ?? 11
    let width = columns.reduce(0) { $0 + $1.width } * 11 / size
    worksheet_set_row(sheet, row, WorkbookWriter.lines(line.text, width: width) * size * 1.5 + 3, nil)
    let format = formats.format(.init(style: line.style, isWrapped: true), in: workbook)
    let last = lxw_col_t(clamping: columns.count - 1)
    guard line.text.unicodeScalars.count <= WorkbookWriter.textLimit else { throw .textTooLong }
    let error =
      last > 0
      ? worksheet_merge_range(sheet, row, 0, row, last, SheetText.escaped(line.text), format)
      : worksheet_write_string(sheet, row, 0, SheetText.escaped(line.text), format)
    guard error == LXW_NO_ERROR else { throw .unwritable }
    row += 1
  }

  /// Puts a chart on the sheet that is being written, its corner at a cell, counted from 0.
  public func insert(_ chart: SheetChart, row: Int, column: Int) throws(SheetError) {
    guard let made = chart.made(in: workbook) else { throw .unwritable }
    // A row has 20 pixels at least.
    chartEnd = max(chartEnd, lxw_row_t(clamping: row + chart.height / 20 + 1))
    var options = lxw_chart_options()
    options.x_scale = Double(chart.width) / 480
    options.y_scale = Double(chart.height) / 288
    let error = worksheet_insert_chart_opt(
      sheet, lxw_row_t(clamping: row), lxw_col_t(clamping: column), made, &options)
    guard error == LXW_NO_ERROR else { throw .unwritable }
  }

  /// Writes a row of cells, one a column.
  public func write(_ cells: [SheetCell]) throws(SheetError) { try write(cells, isHeader: false) }

  /// Ends the workbook and writes its file.
  public func close() throws(SheetError) {
    endSheet()
    isClosed = true
    guard workbook_close(workbook) == LXW_NO_ERROR else { throw .unwritable }
  }

  private func endSheet() {
    if layout.isPrinted, row > 0 {
      let last = (layout.printedColumns ?? columns.count) - 1
      worksheet_print_area(sheet, 0, 0, max(row - 1, chartEnd), lxw_col_t(clamping: last))
    }
    chartEnd = 0
    guard layout.isFiltered, let sheet, let last = columns.indices.last, row > layout.lines.count else { return }
    worksheet_autofilter(sheet, lxw_row_t(clamping: layout.lines.count), 0, row - 1, lxw_col_t(clamping: last))
  }

  /// How many lines words take in a column; a Chinese character is as wide as two digits.
  private static func lines(_ text: String, width: Double) -> Double {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, line in
      let needed = line.reduce(0) { $0 + ($1.value < 0x300 ? 1.0 : 2.0) }
      return sum + max(1, (needed / max(1, width)).rounded(.up))
    }
  }

  /// As high as the highest cell needs; a row takes 409 points.
  private func fitRow(_ cells: [SheetCell]) {
    let lines = zip(cells, columns).map { cell, column in
      column.isWrapped ? WorkbookWriter.lines(cell.text, width: column.width * 0.92 - 1) : 1
    }
    worksheet_set_row(sheet, row, min(409, (lines.max() ?? 1) * 16.5 + 3), nil)
  }

  private func write(_ cells: [SheetCell], isHeader: Bool) throws(SheetError) {
    guard row < 1_048_576 else { throw .tooManyRows }
    if layout.isPrinted { fitRow(cells) }
    for (index, cell) in cells.enumerated() where columns.indices.contains(index) {
      let at = lxw_col_t(clamping: index)
      let isWrapped = columns[index].isWrapped
      let error =
        switch cell {
        case .empty: LXW_NO_ERROR
        case .text(let text): writeText(text, at, .init(isWrapped: isWrapped))
        case .styled(let text, let style): writeText(text, at, .init(style: style, isWrapped: isWrapped || isHeader))
        case .rich(let runs, let style): writeRich(runs, at, .init(style: style, isWrapped: isWrapped))
        case .number(let digits): writeNumber(digits, at, SheetStyle())
        case .styledNumber(let digits, let style): writeNumber(digits, at, style)
        case .date(let date): writeDate(date, at)
        }
      if error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED { throw .textTooLong }
      guard error == LXW_NO_ERROR else { throw .unwritable }
    }
    row += 1
  }

  private func writeNumber(_ digits: String, _ column: lxw_col_t, _ style: SheetStyle) -> lxw_error {
    let format = formats.format(.init(code: WorkbookWriter.code(digits), style: style), in: workbook)
    return worksheet_write_number(sheet, row, column, Double(digits) ?? 0, format)
  }

  private func writeText(_ text: String, _ column: lxw_col_t, _ key: WorkbookFormats.Key) -> lxw_error {
    let format = formats.format(key, in: workbook)
    // A cell without words still has its ground and frame.
    if text.isEmpty { return worksheet_write_blank(sheet, row, column, format) }
    return worksheet_write_string(sheet, row, column, SheetText.escaped(text), format)
  }

  /// The library takes two runs or more, none of them empty.
  private func writeRich(_ runs: [SheetRun], _ column: lxw_col_t, _ key: WorkbookFormats.Key) -> lxw_error {
    let runs = runs.filter { !$0.text.isEmpty }
    guard runs.count > 1 else {
      var key = key
      if let style = runs.first?.style {
        (key.style.ink, key.style.isBold) = (style.ink ?? key.style.ink, style.isBold || key.style.isBold)
        (key.style.isStruck, key.style.isUnderlined) = (style.isStruck, style.isUnderlined)
      }
      return writeText(runs.first?.text ?? "", column, key)
    }
    let texts = runs.map { strdup(SheetText.escaped($0.text)) }
    defer { texts.forEach { free($0) } }
    var pieces = zip(runs, texts).map { run, text in
      lxw_rich_string_tuple(
        format: run.style == SheetStyle() ? nil : formats.format(.init(style: run.style), in: workbook), string: text)
    }
    let format = formats.format(key, in: workbook)
    return pieces.withUnsafeMutableBufferPointer { pieces in
      var list: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = pieces.indices.map { at in
        pieces.baseAddress.map { $0 + at }
      }
      list.append(nil)
      return worksheet_write_rich_string(sheet, row, column, &list, format)
    }
  }

  private func writeDate(_ date: String, _ column: lxw_col_t) -> lxw_error {
    let parts = date.split(separator: "-").compactMap { Int32($0) }
    guard parts.count == 3 else { return worksheet_write_string(sheet, row, column, date, nil) }
    var day = lxw_datetime(year: parts[0], month: parts[1], day: parts[2], hour: 0, min: 0, sec: 0)
    return worksheet_write_datetime(sheet, row, column, &day, formats.format(.init(code: "yyyy-mm-dd"), in: workbook))
  }

  /// The number format that shows as many decimals as were written.
  private static func code(_ digits: String) -> String {
    let decimals = digits.split(separator: ".").dropFirst().first?.utf8.count ?? 0
    return decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
  }
}
