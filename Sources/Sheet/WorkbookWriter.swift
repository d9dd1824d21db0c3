import CXLSXWriter

/// Writes an XLSX workbook row by row; memory does not grow with the rows. Equal rows give equal bytes.
///
/// Each sheet has a header that stays in sight, with a filter on every column.
public final class WorkbookWriter {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var sheet: UnsafeMutablePointer<lxw_worksheet>?
  private var columns: [SheetColumn] = []
  private var row: lxw_row_t = 0
  private var isClosed = false
  private var formats: [String: UnsafeMutablePointer<lxw_format>] = [:]

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
  public func beginSheet(_ name: String, columns: [SheetColumn]) throws(SheetError) {
    endSheet()
    guard let sheet = workbook_add_worksheet(workbook, name) else { throw .unwritable }
    self.sheet = sheet
    self.columns = columns
    row = 0
    for (index, column) in columns.enumerated() {
      let at = lxw_col_t(clamping: index)
      worksheet_set_column(sheet, at, at, column.width, nil)
    }
    worksheet_freeze_panes(sheet, 1, 0)
    try write(columns.map { SheetCell.text($0.header) }, isHeader: true)
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
    guard let sheet, let last = columns.indices.last, row > 0 else { return }
    worksheet_autofilter(sheet, 0, 0, row - 1, lxw_col_t(clamping: last))
  }

  private func write(_ cells: [SheetCell], isHeader: Bool) throws(SheetError) {
    guard row < 1_048_576 else { throw .tooManyRows }
    for (index, cell) in cells.enumerated() where columns.indices.contains(index) {
      let at = lxw_col_t(clamping: index)
      let isWrapped = columns[index].isWrapped
      let error =
        switch cell {
        case .empty: LXW_NO_ERROR
        case .text(let text):
          worksheet_write_string(
            sheet, row, at, SheetText.escaped(text), format("", isHeader: isHeader, isWrapped: isWrapped))
        case .number(let digits):
          worksheet_write_number(sheet, row, at, Double(digits) ?? 0, format(WorkbookWriter.code(digits)))
        case .date(let date): writeDate(date, at)
        }
      if error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED { throw .textTooLong }
      guard error == LXW_NO_ERROR else { throw .unwritable }
    }
    row += 1
  }

  private func writeDate(_ date: String, _ column: lxw_col_t) -> lxw_error {
    let parts = date.split(separator: "-").compactMap { Int32($0) }
    guard parts.count == 3 else { return worksheet_write_string(sheet, row, column, date, nil) }
    var day = lxw_datetime(year: parts[0], month: parts[1], day: parts[2], hour: 0, min: 0, sec: 0)
    return worksheet_write_datetime(sheet, row, column, &day, format("yyyy-mm-dd"))
  }

  /// The number format that shows as many decimals as were written.
  private static func code(_ digits: String) -> String {
    let decimals = digits.split(separator: ".").dropFirst().first?.utf8.count ?? 0
    return decimals == 0 ? "0" : "0." + String(repeating: "0", count: decimals)
  }

  private func format(_ code: String, isHeader: Bool = false, isWrapped: Bool = false)
    -> UnsafeMutablePointer<lxw_format>?
  {
    let key = "\(isHeader) \(isWrapped) \(code)"
    if let known = formats[key] { return known }
    guard let format = workbook_add_format(workbook) else { return nil }
    if !code.isEmpty { format_set_num_format(format, code) }
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    if isHeader { format_set_bold(format) }
    if isWrapped { format_set_text_wrap(format) }
    formats[key] = format
    return format
  }
}
