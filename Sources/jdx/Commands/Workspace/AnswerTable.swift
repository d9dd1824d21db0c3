import ArgumentParser
import Plan
import Report
import Sheet
import Vocabulary

/// The forms of an answer out of a workspace.
enum AnswerForm: String, ExpressibleByArgument, CaseIterable {
  case text, json, csv, xlsx

  /// The one that is asked for, else that of the file's name, else text.
  static func chosen(_ format: AnswerForm?, writing path: String?) throws(Failure) -> AnswerForm {
    let ending = path?.split(separator: "/").last?.split(separator: ".").dropFirst().last?.lowercased()
    let form = format ?? ending.flatMap { AnswerForm(rawValue: $0) } ?? .text
    if form == .xlsx, (path ?? "-") == "-", isTerminal {
      throw Failure(
        .wrongUse, .usageValue, Localized(zh: "XLSX 不能显示在终端上", en: "a terminal can't show XLSX"),
        hint: Localized(zh: "用 -o 指定一个文件", en: "name a file with -o"))
    }
    return form
  }
}

/// Rows of cells under names, as CSV (RFC 4180), JSON and XLSX have them.
struct AnswerTable {
  /// Words, a whole number, or nothing.
  enum Cell {
    case none
    case text(String)
    case integer(Int)

    init(_ text: String?) { self = text.map(Cell.text) ?? .none }
    init(_ number: Int?) { self = number.map(Cell.integer) ?? .none }

    var text: String {
      switch self {
      case .none: ""
      case .text(let text): text
      case .integer(let number): String(number)
      }
    }
  }

  var columns: [String]
  var rows: [[Cell]] = []

  var csv: [UInt8] {
    let lines = [columns] + rows.map { $0.map(\.text) }
    return Array(lines.map { $0.map(AnswerTable.quoted).joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  private static func quoted(_ cell: String) -> String {
    let marks: Set<UInt8> = [0x22, 0x2C, 0x0A, 0x0D]
    guard cell.utf8.contains(where: marks.contains) else { return cell }
    return "\"" + cell.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }

  /// A list of objects; a cell of nothing is no member.
  var json: JSON {
    .array(
      rows.map { row in
        var object = JSONObject()
        for (column, cell) in zip(columns, row) {
          switch cell {
          case .none: break
          case .text(let text): object[column] = .string(text)
          case .integer(let number): object[column] = .integer(number)
          }
        }
        return .object(object)
      })
  }

  func xlsx(named name: String) throws(SheetError) -> [UInt8] {
    try workbookBytes { path throws(SheetError) in
      let writer = try WorkbookWriter(toFile: path)
      var layout = SheetLayout()
      layout.isPrinted = true
      layout.isLandscape = true
      _ = try writer.beginSheet(
        name, columns: columns.map { SheetColumn(header: $0, width: 18, isWrapped: true) }, layout: layout)
      for row in rows {
        try writer.write(
          row.map { cell in
            switch cell {
            case .none: .empty
            case .text(let text): .text(text)
            case .integer(let number): .number(String(number))
            }
          })
      }
      try writer.close()
    }
  }

  /// Columns in line for people, cut where they are long.
  private var lines: [String] {
    let cells = [columns] + rows.map { $0.map { $0.text.replacing("\n", with: " ") } }
    let widths = columns.indices.map { column in
      min(60, cells.map { DisplayWidth.of($0[column]) }.max() ?? 0)
    }
    return cells.map { row in
      var line = zip(row, widths).map { DisplayWidth.padded(DisplayWidth.truncated($0, to: $1), to: $1) }
        .joined(separator: "  ")
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }
  }

  /// Writes it in a form, to a file or to standard output.
  func write(as form: AnswerForm, to output: String?, name: String) throws {
    switch form {
    case .text: try jdx.write(lines: lines, toFile: output)
    case .json: try jdx.write(json.canonical + [UInt8(ascii: "\n")], toFile: output ?? "-")
    case .csv: try jdx.write(csv, toFile: output ?? "-")
    case .xlsx:
      let bytes = try workbook(writing: output) { () throws(SheetError) in try xlsx(named: name) }
      try jdx.write(bytes, toFile: output ?? "-")
    }
  }
}

/// Writes text for people to a file, or to standard output.
func write(lines: [String], toFile output: String?) throws(Failure) {
  guard let output, output != "-" else { return try printLines(lines) }
  try write(Array(lines.map { DisplayWidth.printable($0) + "\n" }.joined().utf8), toFile: output)
}
