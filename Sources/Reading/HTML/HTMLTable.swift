/// The rows and cells of a table element, and what of it stands in no cell.
struct HTMLTable {
  struct Placed {
    let node: Int
    /// The grid's column, from 0.
    let column: Int
    var columns: Int
    let rows: Int
  }

  /// The cells of each row that begin there, by column; rows that the page hides are left out.
  private(set) var rows: [[Placed]] = []
  /// Captions, and what a broken page has between the cells; browsers show it before the table.
  private(set) var loose: [Int] = []
  /// How many columns the grid has.
  private(set) var columns = 0

  /// HTML's own bounds.
  private static let mostColumns = 1_000
  private static let mostRows = 65_534

  init(_ table: Int, in tree: HTMLTree, limits: ReadingLimits) throws(ReadingError) {
    let cells = collect(table, in: tree)
    /// Up to which row each column is taken.
    var taken: [Int] = []
    /// How many covered cells were passed, which bounds the time.
    var covered = 0
    for (index, row) in cells.enumerated() {
      var column = 0
      var placed: [Placed] = []
      for node in row {
        while column < taken.count, taken[column] > index {
          column += 1
          covered += 1
        }
        let wanted = HTMLTable.span(tree.nodes[node].attributes["colspan"], most: HTMLTable.mostColumns)
        let down = HTMLTable.span(tree.nodes[node].attributes["rowspan"], most: HTMLTable.mostRows)
        // 0 means all rows to the end.
        let rows = down == 0 ? cells.count - index : min(down, cells.count - index)
        var width = 0
        while width < max(1, wanted), column + width >= taken.count || taken[column + width] <= index {
          if column + width < taken.count { taken[column + width] = index + rows } else { taken.append(index + rows) }
          width += 1
        }
        placed.append(Placed(node: node, column: column, columns: width, rows: rows))
        columns = max(columns, column + 1)
        column += width
      }
      guard columns <= limits.columns else { throw .limitExceeded(.columns, allowed: limits.columns, part: nil) }
      guard covered <= limits.cells else { throw .limitExceeded(.cells, allowed: limits.cells, part: nil) }
      rows.append(placed)
    }
    // Columns in which no cell begins are not seen: colspan="99" means all.
    for row in rows.indices {
      for cell in rows[row].indices {
        rows[row][cell].columns = min(rows[row][cell].columns, columns - rows[row][cell].column)
      }
    }
  }

  private mutating func collect(_ table: Int, in tree: HTMLTree) -> [[Int]] {
    var cells: [[Int]] = []
    var rowEnd = 0
    var index = table + 1
    while index < tree.nodes[table].end {
      let node = tree.nodes[index]
      if node.isHidden || node.tag == .caption || node.tag == .table || node.text != nil {
        loose.append(index)
        index = node.end
      } else if node.tag == .td || node.tag == .th {
        if index >= rowEnd {
          cells.append([])
          rowEnd = tree.nodes[table].end
        }
        cells[cells.count - 1].append(index)
        index = node.end
      } else {
        if node.tag == .tr {
          cells.append([])
          rowEnd = node.end
        }
        index += 1
      }
    }
    return cells.filter { !$0.isEmpty }
  }

  private static func span(_ value: String?, most: Int) -> Int {
    guard let value else { return 1 }
    let digits = value.utf8.drop { $0 <= 0x20 }.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return 1 }
    return min(most, digits.prefix(9).reduce(0) { $0 * 10 + Int($1 - 0x30) })
  }
}
