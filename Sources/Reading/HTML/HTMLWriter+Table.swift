extension HTMLWriter {
  /// Writes a table of data: every column of the grid that a row reaches is a cell, those that are covered are empty.
  mutating func write(table index: Int) throws(ReadingError) {
    let table = try HTMLTable(index, in: tree, limits: limits)
    endParagraph()
    for node in table.loose { try write(node..<tree.nodes[node].end) }
    endParagraph()
    endNavigation()
    tables += 1
    let outer = place
    let number = tables
    tableDepth += 1
    try builder.beginTable()
    /// Up to which row each column is covered.
    var covered = Array(repeating: 0, count: table.columns)
    /// The last columns of cells that reach below their row, ascending, and up to which row they do.
    var reaching: [(column: Int, until: Int)] = []
    for (row, cells) in table.rows.enumerated() {
      builder.beginRow()
      var column = 0
      for cell in cells {
        try writeCovered(column..<cell.column, row, number, covered)
        place = FilePlace(table: number, row: row + 1, column: cell.column + 1, paragraph: 0)
        try builder.beginCell(columns: cell.columns, rows: cell.rows, at: place)
        try write(cell.node + 1..<tree.nodes[cell.node].end)
        endParagraph()
        builder.endCell()
        column = cell.column + cell.columns
        try writeCovered(cell.column + 1..<column, row, number, nil)
        for taken in cell.column..<column { covered[taken] = row + cell.rows }
        guard cell.rows > 1 else { continue }
        let place = reaching.lastIndex { $0.column < column - 1 }.map { $0 + 1 } ?? 0
        reaching.insert((column - 1, row + cell.rows), at: place)
      }
      while let last = reaching.last, last.until <= row { reaching.removeLast() }
      let last = reaching.last.map { $0.column + 1 } ?? column
      try writeCovered(column..<max(column, last), row, number, covered)
      builder.endRow()
    }
    builder.endTable()
    tableDepth -= 1
    place = outer
  }

  /// Writes cells that a merged one covers; of those given with `covered` some may be left out by a broken table.
  private mutating func writeCovered(
    _ columns: Range<Int>, _ row: Int, _ table: Int, _ covered: [Int]?
  ) throws(ReadingError) {
    for column in columns {
      let isCovered = covered.map { $0[column] > row } ?? true
      try builder.beginCell(
        isCovered: isCovered, at: FilePlace(table: table, row: row + 1, column: column + 1))
      builder.endCell()
    }
  }
}
