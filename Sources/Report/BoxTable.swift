/// A table drawn with box characters; a merged cell is drawn once, over all that it takes.
///
///     ┌──────┬──────────────┐
///     │ 渡口 │ 全年目标     │
///     │      ├──────┬───────┤
///     │      │ 改造 │ 11 处 │
///     └──────┴──────┴───────┘
public struct BoxTable: Sendable {
  /// A cell of the grid: the lines of its text, and how many columns and rows it takes.
  public struct Cell: Sendable {
    /// Its text, a paragraph each, made printable.
    public let lines: [String]
    public let columns: Int
    public let rows: Int
    /// Whether another cell takes its place.
    public let isCovered: Bool

    public init(lines: [String], columns: Int = 1, rows: Int = 1, isCovered: Bool = false) {
      self.lines = lines
      self.columns = columns
      self.rows = rows
      self.isCovered = isCovered
    }
  }

  /// Where a cell stands in the grid.
  struct Area {
    let cell: Cell
    let columns: Range<Int>
    let rows: Range<Int>
  }

  let areas: [Area]
  /// For every row and column, which of the areas it belongs to.
  let owners: [[Int]]
  var columnCount: Int { owners.first?.count ?? 0 }

  /// - Parameter rows: as many cells each as there are columns to its last one; a span ends where another cell begins.
  public init(_ rows: [[Cell]]) {
    let width = rows.map(\.count).max() ?? 0
    var owners = [[Int?]](repeating: [Int?](repeating: nil, count: width), count: rows.count)
    var areas: [Area] = []
    let isFree = { (row: Int, column: Int) in
      owners[row][column] == nil && (column >= rows[row].count || rows[row][column].isCovered)
    }
    for row in rows.indices {
      for column in 0..<width where owners[row][column] == nil {
        let cell = column < rows[row].count ? rows[row][column] : Cell(lines: [])
        let lastColumn = min(width, column + max(1, cell.columns))
        let end = (column + 1..<max(column + 1, lastColumn)).first { !isFree(row, $0) } ?? lastColumn
        let lastRow = min(rows.count, row + max(1, cell.rows))
        let bottom =
          (row + 1..<max(row + 1, lastRow)).first { below in !(column..<end).allSatisfy { isFree(below, $0) } }
          ?? lastRow
        for at in row..<bottom { for across in column..<end { owners[at][across] = areas.count } }
        areas.append(Area(cell: cell, columns: column..<end, rows: row..<bottom))
      }
    }
    self.areas = areas
    self.owners = owners.map { $0.map { $0 ?? 0 } }
  }

  /// The drawn lines, at most `width` columns of the terminal where the table's columns leave room for a few characters.
  public func lines(width: Int) -> [String] {
    owners.isEmpty || columnCount == 0 ? [] : BoxDrawing(self, width: width).lines
  }
}
