import AdapterKit
import ChineseText
import Reading

/// A cell of a table's row, at its place in the table's grid.
struct LedgerCell {
  var range: Range<Int>
  /// How many columns of the grid it takes.
  var columns = 1
  /// The words of the cell above that reaches down over it.
  var above: Range<Int>?
  /// Whether the cell to the left reaches over it.
  var isBeside = false

  var isEmpty: Bool { range.isEmpty }
  var isBelow: Bool { above != nil }
}

/// A paragraph, or a row of a table.
struct LedgerLine {
  var range: Range<Int>
  var cells: [LedgerCell]
  var isRow: Bool
  /// That of a heading which the file marks: a sheet's name.
  var isHeading = false

  var filled: [Range<Int>] { cells.filter { !$0.isEmpty }.map(\.range) }

  /// The lines of a text in order, rows with their cells at their places.
  static func lines(of source: SourceText) -> [LedgerLine] {
    var lines: [LedgerLine] = []
    for block in source.blocks {
      if block.kind == .table {
        lines += rows(of: block)
      } else {
        let isHeading = if case .heading = block.kind { true } else { false }
        let range = source.scalars.trimmed(block.range)
        if !range.isEmpty {
          lines.append(LedgerLine(range: range, cells: [LedgerCell(range: range)], isRow: false, isHeading: isHeading))
        }
      }
    }
    return lines
  }

  private static func rows(of table: Block) -> [LedgerLine] {
    // For every column the cell that was met last there: its row, the first row that it does not reach, its words.
    var reach: [(row: Int, end: Int, words: Range<Int>)] = []
    return table.rows.enumerated().map { at, row in
      while reach.count < row.cells.count { reach.append((at, at, 0..<0)) }
      var cells: [LedgerCell] = []
      for (column, cell) in row.cells.enumerated() {
        if !cell.isCovered {
          for place in column..<min(column + max(1, cell.columns), reach.count) {
            reach[place] = (at, at + cell.rows, cell.range)
          }
        }
        let isBelow = cell.isCovered && reach[column].row < at && at < reach[column].end
        cells.append(
          LedgerCell(
            range: cell.range, columns: max(1, cell.columns), above: isBelow ? reach[column].words : nil,
            isBeside: cell.isCovered && !isBelow))
      }
      return LedgerLine(range: row.range, cells: cells, isRow: true)
    }
  }
}
