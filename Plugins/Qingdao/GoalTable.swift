import AdapterKit
import ChineseText
import Reading

/// The table of goals, whatever its columns are called and however its rows were flattened.
struct GoalTable {
  /// One row, each cell under its column.
  struct Row {
    var category: Range<Int>?
    var number: Range<Int>?
    var title: Range<Int>?
    var content: [Range<Int>] = []
    var benchmarkCities: [Range<Int>] = []
    var benchmarkValues: [Range<Int>] = []
    var parties: [(column: SheetWords.Column, range: Range<Int>)] = []
    var due: Range<Int>?
    /// Cells whose column has no known name, or that have no column.
    var unknown: [Range<Int>] = []
    var range: Range<Int>
    /// The block that it stands in.
    var block: Int

    /// A row that names no goal continues the one above it.
    var continuesGoal: Bool { number == nil && title == nil }
  }

  /// What the header's cells name; `nil` for a cell with an unknown name.
  private(set) var columns: [SheetWords.Column?]?
  private(set) var headers: [Range<Int>] = []
  private(set) var rows: [Row] = []

  private let source: SourceText

  init(_ source: SourceText) {
    self.source = source
    for (index, block) in source.blocks.enumerated() where block.kind == .table {
      for row in block.rows { take(row, block: index) }
    }
  }

  /// The columns that a header row names: at least a goal's name or content, and one more.
  static func columns(of row: Reading.Row, in source: SourceText) -> [SheetWords.Column?]? {
    let named = row.cells.map { SheetWords.column(source.bare($0.range)) }
    let known = Set(named.compactMap { $0 })
    guard known.contains(.title) || known.contains(.content), known.count >= 2 else { return nil }
    return named
  }

  private mutating func take(_ row: Reading.Row, block: Int) {
    let cells = row.cells.map(\.range)
    guard let named = GoalTable.columns(of: row, in: source) else {
      if let columns {
        rows.append(align(cells, to: columns, range: row.range, block: block))
      }
      return
    }
    // A header repeats where a table was split over pages; a flattening without blank lines leaves the goals behind it.
    let length = GoalTable.headerLength(named)
    columns = Array(named.prefix(length))
    headers += cells.prefix(length)
    for start in stride(from: length, to: cells.count, by: length) {
      let piece = Array(cells[start..<min(start + length, cells.count)])
      let range = (piece.first?.lowerBound ?? 0)..<(piece.last?.upperBound ?? 0)
      rows.append(align(piece, to: Array(named.prefix(length)), range: range, block: block))
    }
  }

  /// Where a header and the first goals fell into one row, the header ends after its last named cell.
  private static func headerLength(_ named: [SheetWords.Column?]) -> Int {
    guard named.count >= 6, let last = named.lastIndex(where: { $0 != nil }), last + 1 < named.count else {
      return named.count
    }
    return named.count % (last + 1) == 0 ? last + 1 : named.count
  }

  private func align(_ cells: [Range<Int>], to columns: [SheetWords.Column?], range: Range<Int>, block: Int) -> Row {
    var row = Row(range: range, block: block)
    var cells = cells
    var columns = columns[...]
    // A leading empty cell or column is the table's edge.
    while cells.count > columns.count, cells.first?.isEmpty ?? false { cells.removeFirst() }
    if let only = cells.first, cells.count == 1, columns.count > 1 {
      if SheetWords.code(of: source.bare(only)) != nil { row.category = only } else { row.content = [only] }
      return row
    }
    // A category cell that was merged with the one above is missing altogether.
    while cells.count < columns.count, columns.first == .category, !isCategory(cells.first) {
      columns = columns.dropFirst()
    }
    for (index, cell) in cells.enumerated() where !cell.isEmpty {
      let column = index < columns.count ? columns[columns.startIndex + index] : nil
      switch column {
      case .category: row.category = cell
      case .number: row.number = cell
      case .title: row.title = cell
      case .content: row.content.append(cell)
      case .benchmarkCity: row.benchmarkCities.append(cell)
      case .benchmarkValue: row.benchmarkValues.append(cell)
      case .lead, .responsible, .cooperating: if let column { row.parties.append((column, cell)) }
      case .due: row.due = cell
      case nil:
        // What stands behind the last column is a further paragraph of it.
        if index >= columns.count, columns.last == .content { row.content.append(cell) } else { row.unknown.append(cell) }
      }
    }
    return row
  }

  private func isCategory(_ cell: Range<Int>?) -> Bool {
    guard let cell else { return false }
    return cell.isEmpty || SheetWords.code(of: source.bare(cell)) != nil
  }
}
