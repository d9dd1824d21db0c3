extension PageTable {
  /// Goes on with the table at the head of the next page, if that has the same columns.
  ///
  /// - Returns: the rows at its head that repeat this table's; `nil` where the tables have nothing to do with each other.
  mutating func append(_ next: PageTable) -> [PlacedRow]? {
    guard edges.count == next.edges.count, zip(edges, next.edges).allSatisfy({ abs($0 - $1) <= 40 }) else { return nil }
    let repeated = repeatedRows(of: next)
    var added = Array(next.rows.dropFirst(repeated))
    if let first = added.first, isRest(first, of: next) {
      for (column, cell) in first.cells.enumerated() {
        let owner = owner(ofLastRowIn: column)
        rows[owner].cells[column].lines += cell.lines
      }
      // What the row's merged cells reach below belongs to the cells that go on.
      stretchMerged(over: &added, isRest: true)
      added.removeFirst()
    } else {
      stretchMerged(over: &added, isRest: false)
    }
    rows += added
    return Array(next.rows.prefix(repeated))
  }

  /// How many rows at a table's head say the same as this table's first ones.
  private func repeatedRows(of next: PageTable) -> Int {
    var count = 0
    while count < min(rows.count, next.rows.count) {
      let (mine, other) = (rows[count].cells.map(\.text), next.rows[count].cells.map(\.text))
      guard mine == other, mine.contains(where: { !$0.isEmpty }) else { break }
      count += 1
    }
    // A table of nothing but its head would be a copy, not a continuation.
    return count == next.rows.count ? 0 : count
  }

  /// The row where the cell begins that reaches to this table's end in a column.
  private func owner(ofLastRowIn column: Int) -> Int {
    var row = rows.count - 1
    while row > 0, rows[row].cells[column].isCovered { row -= 1 }
    return row
  }

  /// Whether a row is the rest of this table's last one, which the page's end parted.
  ///
  /// Each of its words must go on with words above; and where they do not obviously go on, a column of numbers must
  /// have none here.
  private func isRest(_ row: PlacedRow, of next: PageTable) -> Bool {
    var hasMissingNumber = false
    var goesOn = false
    for (column, cell) in row.cells.enumerated() where !cell.isCovered {
      let above = rows[owner(ofLastRowIn: column)].cells[column]
      if cell.lines.isEmpty {
        if above.rows == 1, cell.rows == 1, isNumber(above.text), isNumbered(column, in: next) {
          hasMissingNumber = true
        }
      } else {
        guard let last = above.lines.last, let first = cell.lines.first else { return false }
        let room = cell.box.width - 2 * padding
        if !last.isFinished, last.box.width + first.firstPieceWidth + last.em / 3 > room { goesOn = true }
      }
    }
    return hasMissingNumber || goesOn && row.cells.contains { $0.lines.isEmpty && !$0.isCovered }
  }

  /// Whether the other cells of a column are numbers, as far as the rows around show.
  private func isNumbered(_ column: Int, in next: PageTable) -> Bool {
    let cells = (rows.dropFirst().suffix(50) + next.rows.dropFirst()).map { $0.cells[column] }
    return cells.filter { !$0.isCovered && !$0.lines.isEmpty }.allSatisfy { isNumber($0.text) }
  }

  /// Makes cells that reach to this table's end take the empty merged ones that stand below them.
  private mutating func stretchMerged(over added: inout [PlacedRow], isRest: Bool) {
    guard let first = added.first else { return }
    for (column, cell) in first.cells.enumerated() where !cell.isCovered {
      let owner = owner(ofLastRowIn: column)
      let above = rows[owner].cells[column]
      guard !above.isCovered, above.columns == cell.columns else { continue }
      let isMergedRest = cell.lines.isEmpty && !above.lines.isEmpty && (cell.rows > 1 || above.rows > 1)
      guard isRest || isMergedRest else { continue }
      rows[owner].cells[column].rows += cell.rows - (isRest ? 1 : 0)
      for row in added.indices.prefix(cell.rows) {
        for covered in column..<column + cell.columns { added[row].cells[covered].isCovered = true }
      }
    }
  }
}

extension PageTable.PlacedCell {
  /// Its words without what parts its lines.
  var text: String { lines.map(\.text).joined() }
}

private func isNumber(_ text: String) -> Bool {
  !text.isEmpty && text.unicodeScalars.allSatisfy { "0123456789一二三四五六七八九十.、".unicodeScalars.contains($0) }
}
