/// A sheet of a workbook with its cells as they are kept, not as they are shown; hidden rows and columns too.
public struct WorkbookSheet: Sendable, Equatable {
  /// A cell that holds something; row and column count from 1.
  public struct Cell: Sendable, Equatable {
    public enum Value: Sendable, Equatable {
      case text(String)
      /// A decimal number of at most fifteen digits, without an exponent.
      case number(String)
      /// An ISO date.
      case date(String)
    }

    public let row: Int
    public let column: Int
    public let value: Value

    public init(row: Int, column: Int, value: Value) {
      self.row = row
      self.column = column
      self.value = value
    }
  }

  public let name: String
  public let cells: [Cell]
}

/// Reads the cells of the sheets of an XLSX workbook; of a formula its stored value.
///
/// - Parameter isWanted: whether a sheet of that name is read; without one that is, nothing but the names is.
public func readWorkbookCells(
  _ bytes: [UInt8], limits: ReadingLimits = ReadingLimits(), isWanted: (String) -> Bool = { _ in true }
) throws(ReadingError) -> [WorkbookSheet] {
  var package = try PackageFile(bytes, kind: .xlsx, limits: limits)
  let main = try package.relationships(of: "").first { $0.type == "officeDocument" }?.target ?? "xl/workbook.xml"
  let relationships = try package.relationships(of: main)
  var reader = CellReading(limits: limits)
  guard var stream = try package.stream(named: main) else { throw .damaged(.xlsx, part: main, line: nil) }
  var sheets: [(name: String, part: String)] = []
  while let event = try stream.next() {
    guard case .start = event else { continue }
    if stream.name == "workbookPr", ["1", "true", "on"].contains(stream.attribute("date1904") ?? "") {
      reader.system = .from1904
    }
    guard stream.name == "sheet", let id = stream.attribute("id"),
      let part = relationships.first(where: { $0.id == id && $0.type == "worksheet" })?.target
    else { continue }
    guard sheets.count < limits.parts else { throw .limitExceeded(.parts, allowed: limits.parts, part: main) }
    let name = stream.attribute("name") ?? ""
    if isWanted(name) { sheets.append((name, part)) }
  }
  if sheets.isEmpty { return [] }
  for relationship in relationships {
    if relationship.type == "sharedStrings", var stream = try package.stream(named: relationship.target) {
      reader.strings = try stream.sharedStrings()
    }
    if relationship.type == "styles", var stream = try package.stream(named: relationship.target) {
      reader.styles = try CellStyles(&stream)
    }
  }
  var out: [WorkbookSheet] = []
  for (name, part) in sheets {
    guard var stream = try package.stream(named: part) else { throw .damaged(.xlsx, part: part, line: nil) }
    out.append(WorkbookSheet(name: name, cells: try reader.cells(&stream, part: part)))
  }
  return out
}

/// Takes the cells out of the part of a sheet.
private struct CellReading {
  let limits: ReadingLimits
  var strings: [String] = []
  var styles = CellStyles()
  var system = SerialDate.System.from1900
  private var count = 0

  init(limits: ReadingLimits) { self.limits = limits }

  mutating func cells(_ stream: inout XMLStream, part: String) throws(ReadingError) -> [WorkbookSheet.Cell] {
    var cells: [WorkbookSheet.Cell] = []
    var (row, column) = (0, 0)
    while let event = try stream.next() {
      guard case .start = event else { continue }
      if stream.name == "row" {
        row = stream.attribute("r").flatMap { CellReference("A" + $0)?.row } ?? row + 1
        column = 0
      }
      guard stream.name == "c" else { continue }
      if let place = stream.attribute("r").flatMap({ CellReference($0) }) {
        (row, column) = (place.row, place.column)
      } else {
        column += 1
      }
      guard row <= limits.rows else { throw .limitExceeded(.rows, allowed: limits.rows, part: part) }
      guard column <= limits.columns else { throw .limitExceeded(.columns, allowed: limits.columns, part: part) }
      guard let value = value(try stream.cellValue()) else { continue }
      count += 1
      guard count <= limits.cells else { throw .limitExceeded(.cells, allowed: limits.cells, part: part) }
      cells.append(WorkbookSheet.Cell(row: row, column: column, value: value))
    }
    return cells
  }

  private func value(_ cell: CellValue) -> WorkbookSheet.Cell.Value? {
    if cell.text.isEmpty { return nil }
    switch cell.type {
    case "s":
      guard let index = Int(cell.text), strings.indices.contains(index) else { return nil }
      return strings[index].isEmpty ? nil : .text(strings[index])
    case "inlineStr", "e": return .text(cell.text)
    case "str": return .text(unescapedSheetText(cell.text))
    case "b": return .text(cell.text == "1" || cell.text == "true" ? "TRUE" : "FALSE")
    case "d": return .date(String(cell.text.prefix(10)))
    default:
      guard let number = DecimalNumber(cell.text) else { return .text(cell.text) }
      if styles.format(cell.style).isOfDates,
        let date = SerialDate(number.approximate, system: system, roundedTo: nil), date.day > 0
      {
        return .date(date.iso)
      }
      return .number(number.plain)
    }
  }
}

extension XMLStream {
  /// The value of the `c` element that has just begun.
  fileprivate mutating func cellValue() throws(ReadingError) -> CellValue {
    var value = CellValue()
    value.type = attribute("t") ?? ""
    value.style = attribute("s").flatMap { Int($0) } ?? 0
    let outer = depth
    while let event = try next() {
      switch event {
      case .start:
        switch name {
        case "v": value.text = try plainText()
        case "is": value.text = try richText()
        default: try skipElement()
        }
      case .end: if depth == outer { return value }
      case .text: continue
      }
    }
    return value
  }
}

extension SerialDate {
  fileprivate var iso: String {
    func padded(_ number: Int, _ count: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension DecimalNumber {
  /// All its digits, however many zeros that takes.
  fileprivate var plain: String {
    var text = isNegative && !isZero ? "-" : ""
    text += whole.isEmpty ? "0" : Self.text(whole)
    if places > 0 { text += "." + Self.text(fraction(places)) }
    return text
  }
}
