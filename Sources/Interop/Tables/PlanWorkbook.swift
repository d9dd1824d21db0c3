import Plan
import Sheet

/// A view as an XLSX workbook of four sheets, 文件 条目 指标 关联: numbers are numbers, dates dates, all else words.
public enum PlanWorkbook {
  /// The bytes of the workbook; the same view gives the same bytes.
  public static func written(_ view: View) throws(InteropError) -> [UInt8] {
    do throws(SheetError) {
      return try workbookBytes { path throws(SheetError) in
        let writer = try WorkbookWriter(toFile: path)
        for table in PlanTable.all {
          try writer.beginSheet(
            table.name,
            columns: table.columns.map { SheetColumn(header: $0.header, width: $0.width, isWrapped: $0.isWrapped) })
          for row in view.rows(table.type) { try writer.write(table.columns.map { $0.shown(row.line) }) }
        }
        try writer.close()
      }
    } catch {
      throw .sheet(error)
    }
  }
}
