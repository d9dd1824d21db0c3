import Foundation
import Reading
import Sheet
import TestSupport
import Testing

/// What is written comes back as it was, and equal rows are equal bytes.
@Suite struct WorkbookTests {
  private static let cells: [SheetCell] = [
    .text("=1+1"), .text("cn_x0028_.市示例局"), .text("甲\n乙"), .text(" 前后 "), .text("a\u{1}b"), .text("_x005F_"),
    .text("a\r\nb"), .text("\u{1F600}\u{20000}"), .number("12.50"), .number("-0.1"), .number("33.333333"),
    .number("900719925474099"), .number("0"), .date("2031-01-31"), .date("9999-12-31"), .text("007"), .empty,
    .text("nul\u{0}"), .styled("=甲", SheetStyle(ink: 0x134F96, ground: 0xE8F0FA, isBold: true)),
    .rich([SheetRun("改造"), SheetRun("_x0031_处", SheetStyle(ink: 0xA3261F)), SheetRun("")], SheetStyle()),
    .rich([SheetRun("独一")], SheetStyle()), .styledNumber("7", SheetStyle(isBold: true)),
  ]

  private func written() throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try WorkbookWriter(toFile: path)
    for name in ["文件", "条目"] {
      try writer.beginSheet(
        name, columns: Self.cells.indices.map { SheetColumn(header: "列\($0)", width: 12, isWrapped: $0 == 2) })
      try writer.write(Self.cells)
      try writer.write([.empty, .text("乙")])
    }
    try writer.close()
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test func everyCellComesBack() throws {
    let sheets = try readWorkbookCells(try written())
    #expect(sheets.map(\.name) == ["文件", "条目"])
    let sheet = try #require(sheets.last)
    let row = sheet.cells.filter { $0.row == 2 }
    for (index, cell) in Self.cells.enumerated() {
      let back = row.first { $0.column == index + 1 }?.value
      switch cell {
      case .empty: #expect(back == nil)
      case .text(let text): #expect(back == .text(text), "\(text.debugDescription)")
      case .number(let number): #expect(back == .number(number == "12.50" ? "12.5" : number))
      case .date(let date): #expect(back == .date(date))
      case .styled(let text, _): #expect(back == .text(text))
      case .rich(let runs, _): #expect(back == .text(runs.map(\.text).joined()))
      case .styledNumber(let number, _): #expect(back == .number(number))
      }
    }
    #expect(sheet.cells.contains(WorkbookSheet.Cell(row: 3, column: 2, value: .text("乙"))))
  }

  @Test func equalRowsAreEqualBytes() throws { #expect(try written() == written()) }

  @Test func whatIsTooLongIsAnErrorAndNotCut() throws {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
    let writer = try WorkbookWriter(toFile: path)
    try writer.beginSheet("甲", columns: [SheetColumn(header: "列", width: 9)])
    #expect(throws: SheetError.textTooLong) { try writer.write([.text(String(repeating: "长", count: 32_768))]) }
  }

  @Test func aFolderThatIsNotThereIsAnError() throws {
    let writer = try WorkbookWriter(toFile: "/nowhere/at/all.xlsx")
    try writer.beginSheet("甲", columns: [SheetColumn(header: "列", width: 9)])
    #expect(throws: SheetError.unwritable) { try writer.close() }
  }
}
