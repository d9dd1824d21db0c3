import AdapterKit

/// Cells of a sheet that are one: `A5:A9`; rows and columns count from 1.
struct CellRange: Equatable {
  var columns: ClosedRange<Int>
  var rows: ClosedRange<Int>

  /// The column of `B7`, or of `B`.
  static func column(_ name: some StringProtocol) -> Int? {
    let letters = name.utf8.prefix { (65...90).contains($0) }
    guard (1...3).contains(letters.count) else { return nil }
    return letters.reduce(0) { $0 * 26 + Int($1) - 64 }
  }

  static func name(_ column: Int, _ row: Int) -> String {
    var (letters, rest) = ("", column)
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }

  init(columns: ClosedRange<Int>, rows: ClosedRange<Int>) {
    self.columns = columns
    self.rows = rows
  }

  init?(_ reference: String) {
    let ends = reference.split(separator: ":").map { $0.filter { $0 != "$" } }
    guard ends.count == 2, let left = CellRange.column(ends[0]), let right = CellRange.column(ends[1]),
      let top = Int(ends[0].drop { !$0.isNumber }), let bottom = Int(ends[1].drop { !$0.isNumber }), left <= right,
      top <= bottom
    else { return nil }
    self.init(columns: left...right, rows: top...bottom)
  }

  var reference: String {
    CellRange.name(columns.lowerBound, rows.lowerBound) + ":" + CellRange.name(columns.upperBound, rows.upperBound)
  }

  func moved(by shift: Int) -> CellRange {
    CellRange(columns: columns, rows: rows.lowerBound + shift...rows.upperBound + shift)
  }

  /// The merged cells of a sheet.
  static func merges(of sheet: XMLTree) -> [CellRange] {
    sheet.first("mergeCells")?.elements.compactMap { $0.attribute("ref").flatMap(CellRange.init) } ?? []
  }

  /// The merged cells of a form whose first row is a sheet's.
  static func merges(of form: FilledForm, row: Int, _ columns: [Int]) -> [CellRange] {
    form.rows.enumerated().flatMap { offset, cells in
      cells.enumerated().compactMap { at, cell -> CellRange? in
        guard let cell, cell.rows > 1 || cell.columns > 1, columns.indices.contains(at) else { return nil }
        let right = columns[min(at + cell.columns - 1, columns.count - 1)]
        return CellRange(columns: columns[at]...right, rows: row + offset...row + offset + cell.rows - 1)
      }
    }
  }

  /// Puts merged cells into a sheet, behind what has to stand before them (ISO/IEC 29500-1, 18.3.1.99).
  static func set(_ merges: [CellRange], in sheet: inout XMLTree) {
    func name(_ node: XMLTree.Node) -> String? { if case .element(let element) = node { element.name } else { nil } }
    sheet.children.removeAll { name($0) == "mergeCells" }
    guard !merges.isEmpty else { return }
    let before: Set<String> = [
      "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState",
      "dataConsolidate", "customSheetViews",
    ]
    let place = sheet.children.lastIndex { name($0).map(before.contains) ?? false }.map { $0 + 1 } ?? 0
    let cells = merges.map { XMLTree.Node.element(XMLTree(sheet.prefix + "mergeCell", " ref=\"\($0.reference)\"")) }
    sheet.children.insert(
      .element(XMLTree(sheet.prefix + "mergeCells", " count=\"\(merges.count)\"", cells)), at: place)
  }
}
