import Foundation
import Plan
import Reading
import Sheet
import TestSupport
import Testing

@testable import Interop

/// A workbook that nobody edited says nothing new, whatever programs made of its cells; one cell edited is one member of
/// one record.
@Suite struct WorkbookEditTests {
  private let view = View(of: SampleRecords(conflict: false).contents.revisions)
  private static let figure = SampleRecords.sheet + ".key-1.m1.i1"
  private static let goal = SampleRecords.sheet + ".key-1"

  /// The workbook with other cells: by sheet, then id, then header.
  private func workbook(
    _ changes: [String: [String: [String: SheetCell]]] = [:], without columns: [String] = [], more: [SheetCell] = [],
    every: (SheetCell) -> SheetCell = { $0 }
  ) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xlsx").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    let writer = try WorkbookWriter(toFile: path)
    for table in PlanTable.all {
      let shown = table.columns.filter { !columns.contains($0.header) }
      try writer.beginSheet(table.name, columns: shown.map { SheetColumn(header: $0.header, width: 9) })
      for row in view.rows(table.type) {
        let mine = changes[table.name]?[row.id] ?? [:]
        try writer.write(shown.map { mine[$0.header] ?? every($0.shown(row.line)) })
      }
      if table.type == .item, !more.isEmpty { try writer.write(more) }
    }
    try writer.close()
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  private func edits(_ bytes: [UInt8]) throws -> [RecordEdit] { try EditedFile(bytes, against: view).edits }

  @Test func whatNobodyEditedSaysNothing() throws {
    let written = try PlanWorkbook.written(view)
    #expect(try edits(written).isEmpty)
    #expect(try EditedFile(written, against: view).missing == 0)
    #expect(try written == PlanWorkbook.written(view))
  }

  /// Spreadsheet programs and people turn words into numbers and dates, and dates into words.
  @Test func whatProgramsMakeOfCellsIsNoEdit() throws {
    let bytes = try workbook { cell in
      switch cell {
      case .number(let digits): return .text("0" + digits + (digits.contains(".") ? "00" : ".0"))
      case .date(let date): return .text(date.replacing("-0", with: "/").replacing("-", with: "/"))
      case .text(let text) where Int(text) != nil: return .number(text)
      case .text(let text): return .text(text.replacing("\n", with: "\r\n") + " ")
      default: return cell
      }
    }
    #expect(try edits(bytes).map(\.fields.count) == [])
  }

  @Test func eachEditedCellIsOneMember() throws {
    let bytes = try workbook([
      "指标": [Self.figure: ["下限": .number("15.5"), "承诺": .text("确定"), "比较": .text("超过")]],
      "条目": [
        Self.goal: [
          "标题": .text("修建栈道十三公里"), "配合单位": .text("示例站；示例所"), "完成日期": .date("2031-11-30"), "主题": .text("海洋经济；新词"),
          "标杆城市": .text("烟台；威海市 371000"), "目的": .text("求突破"),
        ]
      ],
    ])
    let edits = try edits(bytes)
    #expect(edits.map(\.id) == [Self.goal, Self.figure])
    let goal = Dictionary(uniqueKeysWithValues: edits[0].fields.map { ($0.name, $0.value) })
    #expect(Set(goal.keys) == ["title", "parties", "due", "themes", "benchmark", "aim"])
    #expect(goal["title"] == .string("修建栈道十三公里"))
    #expect(goal["due"]??.object?["date"] == .string("2031-11-30"))
    #expect(goal["due"]??.object?["text"] == .string("10月底前"))
    #expect(goal["parties"]??.array?.compactMap { $0.object?["name"]?.string } == ["示例处", "示例站", "示例所"])
    #expect(goal["themes"] == .array([.string("marine-economy"), .string("新词")]))
    #expect(
      goal["benchmark"]??.object?["cities"]?.array?.compactMap { $0.object?["code"]?.string } == ["370600", "371000"])
    let figure = Dictionary(uniqueKeysWithValues: edits[1].fields.map { ($0.name, $0.value) })
    #expect(figure == ["low": .string("15.5"), "commitment": .string("firm"), "comparator": .string("gt")])
  }

  @Test func anEmptiedCellTakesTheMemberAway() throws {
    let edits = try edits(try workbook(["条目": [Self.goal: ["完成日期": .empty, "完成时限": .empty, "主题": .empty]]]))
    #expect(edits.map { $0.fields.map(\.name) } == [["due", "themes"]])
    #expect(edits.first?.fields.allSatisfy { $0.value == nil } ?? false)
  }

  /// A column or row that is not there says nothing; it takes nothing away.
  @Test func whatIsNotThereStays() throws {
    #expect(try edits(try workbook(without: ["标题", "下限", "上级"])).isEmpty)
    let other = View(of: SampleRecords(conflict: false, secondMeasure: true).contents.revisions)
    let file = try EditedFile(try PlanWorkbook.written(view), against: other)
    #expect(file.edits.isEmpty && file.missing == 1)
  }

  private func problem(_ bytes: @autoclosure () throws -> [UInt8]) throws -> String {
    let made = try bytes()
    let error = #expect(throws: InteropError.self) { try edits(made) }
    return String("\(error.map { "\($0)" } ?? "")".prefix { $0 != "(" })
  }

  @Test func whatCanNotBeBroughtBackIsAnErrorThatSaysWhere() throws {
    #expect(try problem(try workbook(without: ["编号"])) == "noColumn")
    #expect(try problem(try workbook(more: [.text("新增的编号")])) == "unknownRecord")
    #expect(try problem(try workbook(more: [.text(Self.goal)])) == "repeatedRecord")
    #expect(try problem(try workbook(["条目": [Self.goal: ["编号": .text("改过")]]])) == "unknownRecord")
    #expect(try problem(try workbook(["指标": [Self.figure: ["原文": .text("15公里")]]])) == "readOnly")
    #expect(try problem(try workbook(["指标": [Self.figure: ["下限": .text("十五")]]])) == "badValue")
    #expect(try problem(try workbook(["指标": [Self.figure: ["比较": .text("大概")]]])) == "badValue")
    #expect(
      try problem(try workbook(["指标": [Self.figure: ["单位": .text("米")]], "条目": [Self.goal: ["完成日期": .text("月底")]]]))
        == "badValue")
    #expect(try problem(try workbook(["条目": [Self.goal: ["标杆城市": .text("没有这个市")]]])) == "badValue")
    #expect(try problem(Array("目标".utf8)) == "notEditable")
  }

  @Test func wordsThatLookLikeFormulasStayWords() throws {
    let bytes = try workbook(["条目": [Self.goal: ["标题": .text("=HYPERLINK(\"http://x\")")]]])
    #expect(try edits(bytes).first?.fields.first?.value == .string("=HYPERLINK(\"http://x\")"))
  }

  /// A text that no cell holds whole is shown cut, is no edit, and can't be edited there.
  @Test func aTextLongerThanACellIsSafe() throws {
    let long = String(repeating: "长", count: 40_000)
    let view = View(of: SampleRecords(extension: nil, conflict: false, title: long).contents.revisions)
    #expect(try EditedFile(PlanWorkbook.written(view), against: view).edits.isEmpty)
  }

  // MARK: Other programs

  @Test(.enabled(if: OutsideProgram.python(with: "openpyxl") != nil, "no Python with openpyxl: run make setup-test"))
  func `openpyxl finds four sheets, typed cells, a frozen header and filters`() throws {
    let script = """
      import datetime, openpyxl
      book = openpyxl.load_workbook("a.xlsx")
      assert book.sheetnames == ["文件", "条目", "指标", "关联"], book.sheetnames
      for sheet in book:
          assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref
      def rows(name):
          sheet = book[name]
          heads = [cell.value for cell in sheet[1]]
          return [dict(zip(heads, (cell.value for cell in row))) for row in sheet.iter_rows(min_row=2)]
      figure = rows("指标")[0]
      assert figure["下限"] == 12.5 and isinstance(figure["下限"], float), figure
      assert figure["比较"] == "不少于" and figure["承诺"] == "力争", figure
      goal = rows("条目")[0]
      assert goal["完成日期"] == datetime.datetime(2031, 10, 31) and goal["序号"] == 1, goal
      assert rows("文件")[0]["城市代码"] == "370200"
      sheet = book["条目"]
      column = [cell.value for cell in sheet[1]].index("标题") + 1
      sheet.cell(2, column).value = "由别的程序改过"
      book.save("b.xlsx")
      """
    let python = try #require(OutsideProgram.python(with: "openpyxl"))
    let answer = try OutsideProgram.run(
      [python, "-c", script], files: ["a.xlsx": PlanWorkbook.written(view)], giving: ["b.xlsx"])
    #expect(answer.status == 0, "\(answer.output)")
    let edits = try edits(try #require(answer.files["b.xlsx"]))
    #expect(edits.map(\.id) == [Self.goal])
    #expect(edits.first?.fields.map(\.name) == ["title"])
  }

  @Test(.enabled(if: OutsideProgram.hasOffice, "LibreOffice is not installed: run make test-formats"))
  func `a workbook that LibreOffice saved says nothing new`() throws {
    // Through its own form and back, so that every cell is read and written twice.
    let convert = "soffice --headless --norestore -env:UserInstallation=file://$PWD/profile --convert-to"
    let command = "\(convert) ods a.xlsx && mkdir back && \(convert) xlsx --outdir back a.ods && cp back/a.xlsx b.xlsx"
    let answer = try OutsideProgram.run(
      ["sh", "-c", command], files: ["a.xlsx": PlanWorkbook.written(view)], giving: ["b.xlsx"])
    #expect(try edits(try #require(answer.files["b.xlsx"], "\(answer.output)")).isEmpty)
  }
}
