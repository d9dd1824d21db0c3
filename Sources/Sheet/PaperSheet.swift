import CXLSXWriter

/// A sheet laid out as a paper form is: words over the whole width, a table with lines around its cells, merged cells.
public struct PaperSheet: Sendable {
  /// How a cell looks.
  public enum Style: Sendable, Hashable { case title, line, header, words, centred }

  /// Words at a place; rows and columns count from 0.
  public struct Cell: Sendable {
    public var row: Int
    public var column: Int
    public var rows: Int
    public var columns: Int
    public var text: String
    public var style: Style

    public init(row: Int, column: Int, rows: Int = 1, columns: Int = 1, text: String, style: Style) {
      self.row = row
      self.column = column
      self.rows = rows
      self.columns = columns
      self.text = text
      self.style = style
    }
  }

  public var name: String
  /// In characters of the default font; a Chinese one takes two.
  public var widths: [Double]
  public var cells: [Cell] = []
  /// In points; programs do not fit all rows to their words.
  public var heights: [Int: Double] = [:]
  /// The row that is printed on each page.
  public var header = 0
  /// Whether the page lies on its side.
  public var isLandscape = false

  public init(name: String, widths: [Double]) {
    self.name = name
    self.widths = widths
  }

  /// Writes a workbook of this sheet alone; equal sheets give equal bytes.
  public func write(toFile path: String) throws(SheetError) {
    guard let workbook = workbook_new(path) else { throw .unwritable }
    var properties = lxw_doc_properties()
    // 1980-01-01, as in every workbook.
    properties.created = 315_532_800
    workbook_set_properties(workbook, &properties)
    guard let sheet = workbook_add_worksheet(workbook, name) else {
      lxw_workbook_free(workbook)
      throw .unwritable
    }
    do throws(SheetError) {
      try fill(sheet, in: workbook)
    } catch {
      lxw_workbook_free(workbook)
      throw error
    }
    guard workbook_close(workbook) == LXW_NO_ERROR else { throw .unwritable }
  }

  private func fill(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, in workbook: UnsafeMutablePointer<lxw_workbook>
  ) throws(SheetError) {
    for (column, width) in widths.enumerated() {
      worksheet_set_column(sheet, lxw_col_t(clamping: column), lxw_col_t(clamping: column), width, nil)
    }
    for (row, height) in heights { worksheet_set_row(sheet, lxw_row_t(clamping: row), height, nil) }
    worksheet_set_paper(sheet, 9)
    if isLandscape { worksheet_set_landscape(sheet) }
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_repeat_rows(sheet, lxw_row_t(clamping: header), lxw_row_t(clamping: header))
    var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]
    for cell in cells {
      guard cell.text.unicodeScalars.count <= WorkbookWriter.textLimit else { throw .textTooLong }
      guard cell.row + cell.rows <= 1_048_576 else { throw .tooManyRows }
      let format = formats[cell.style] ?? PaperSheet.format(cell.style, in: workbook)
      formats[cell.style] = format
      let (row, column) = (lxw_row_t(clamping: cell.row), lxw_col_t(clamping: cell.column))
      let error =
        cell.rows > 1 || cell.columns > 1
        ? worksheet_merge_range(
          sheet, row, column, lxw_row_t(clamping: cell.row + cell.rows - 1),
          lxw_col_t(clamping: cell.column + cell.columns - 1), SheetText.escaped(cell.text), format)
        : worksheet_write_string(sheet, row, column, SheetText.escaped(cell.text), format)
      guard error == LXW_NO_ERROR else { throw .unwritable }
    }
  }

  private static func format(
    _ style: Style, in workbook: UnsafeMutablePointer<lxw_workbook>
  ) -> UnsafeMutablePointer<lxw_format>? {
    guard let format = workbook_add_format(workbook) else { return nil }
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    if style == .title || style == .header || style == .centred {
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
    }
    if style == .title { format_set_font_size(format, 18) }
    if style == .title || style == .header { format_set_bold(format) }
    if style == .header || style == .words || style == .centred {
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    return format
  }
}
