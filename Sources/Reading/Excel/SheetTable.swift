/// Writes the table of a sheet.
struct SheetTable {
  let sheet: String
  let content: SheetContent
  let grid: SheetGrid
  let limits: ReadingLimits

  /// The merged cell that a column of the grid belongs to, in the row that is being written.
  private var owners: [SheetGrid.Merge?]
  private var nextMerge = 0
  /// How many cells merged ones took; more than there are cells means that they lie over each other.
  private var taken = 0
  /// Texts of merged cells whose own cell is hidden and which are shown where the visible part begins.
  private var moved: [CellReference: String] = [:]

  init(sheet: String, content: SheetContent, limits: ReadingLimits) throws(ReadingError) {
    self.sheet = sheet
    self.content = content
    self.limits = limits
    grid = try SheetGrid(content, limits: limits)
    owners = [SheetGrid.Merge?](repeating: nil, count: grid.columns.count)
    let sources = Set(grid.merges.filter { isMoved($0) }.map(\.source))
    if !sources.isEmpty {
      for row in content.rows {
        for cell in row.cells where !cell.isHidden {
          let place = CellReference(row: row.number, column: cell.column)
          if sources.contains(place) { moved[place] = cell.text }
        }
      }
    }
  }

  private func isMoved(_ merge: SheetGrid.Merge) -> Bool {
    grid.rows[merge.row] != merge.source.row || grid.columns[merge.column] != merge.source.column
  }

  mutating func write(to builder: inout FileTextBuilder) throws(ReadingError) {
    try builder.beginTable()
    var shown = 0
    for row in content.rows {
      while shown < grid.rows.count, grid.rows[shown] < row.number {
        try write(cells: [], at: shown, to: &builder)
        shown += 1
      }
      if shown < grid.rows.count, grid.rows[shown] == row.number {
        try write(cells: row.cells, at: shown, to: &builder)
        shown += 1
      } else {
        try writeHidden(row, to: &builder)
      }
    }
    while shown < grid.rows.count {
      try write(cells: [], at: shown, to: &builder)
      shown += 1
    }
    builder.endTable()
  }

  private func place(_ row: Int, _ column: Int) -> FilePlace {
    FilePlace(sheet: sheet, row: row, column: column)
  }

  /// A row of the grid, with what is hidden in it between its cells.
  private mutating func write(
    cells: [SheetContent.Cell], at index: Int, to builder: inout FileTextBuilder
  ) throws(ReadingError) {
    let row = grid.rows[index]
    builder.beginRow()
    try takeMerges(at: index, to: &builder)
    var rest = cells[...]
    for (position, column) in grid.columns.enumerated() {
      while let cell = rest.first, cell.column < column {
        try hide(cell, row, to: &builder)
        rest.removeFirst()
      }
      let owner = owners[position]
      let begins = owner.map { $0.row == index && $0.column == position } ?? true
      var texts: [String] = []
      if begins, let owner, let text = moved[owner.source] { texts.append(text) }
      while let cell = rest.first, cell.column == column {
        if begins, !cell.isHidden { texts.append(cell.text) } else { try hide(cell, row, to: &builder) }
        rest.removeFirst()
      }
      try builder.beginCell(
        columns: begins ? (owner.map { $0.lastColumn - $0.column } ?? 0) + 1 : 1,
        rows: begins ? (owner.map { $0.lastRow - $0.row } ?? 0) + 1 : 1, isCovered: !begins, at: place(row, column))
      for text in texts {
        builder.beginParagraph(at: place(row, column))
        try builder.append(text)
        builder.endParagraph()
      }
      builder.endCell()
    }
    for cell in rest { try hide(cell, row, to: &builder) }
    builder.endRow()
  }

  /// Lets the merged cells that begin in a row own its columns; one that lies over another is none.
  private mutating func takeMerges(at index: Int, to builder: inout FileTextBuilder) throws(ReadingError) {
    for position in owners.indices where (owners[position]?.lastRow ?? .max) < index { owners[position] = nil }
    while nextMerge < grid.merges.count, grid.merges[nextMerge].row <= index {
      let merge = grid.merges[nextMerge]
      nextMerge += 1
      taken += merge.lastColumn - merge.column + 1
      guard taken <= limits.cells else { throw .limitExceeded(.cells, allowed: limits.cells, part: nil) }
      guard owners[merge.column...merge.lastColumn].allSatisfy({ $0 == nil }) else {
        guard let text = moved.removeValue(forKey: merge.source) else { continue }
        try hide(.init(column: merge.source.column, text: text, isHidden: true), merge.source.row, to: &builder)
        continue
      }
      for position in merge.column...merge.lastColumn { owners[position] = merge }
    }
  }

  /// A cell that is not shown: of a hidden column, under a merged cell, or of a format that shows nothing.
  private func hide(
    _ cell: SheetContent.Cell, _ row: Int, to builder: inout FileTextBuilder
  ) throws(ReadingError) {
    if moved[CellReference(row: row, column: cell.column)] != nil { return }
    builder.beginAside(.hiddenText)
    try write(cell, row, to: &builder)
    builder.endAside()
    builder.note(.hiddenText, at: place(row, cell.column), name: sheet)
  }

  private func writeHidden(_ row: SheetContent.Row, to builder: inout FileTextBuilder) throws(ReadingError) {
    let cells = row.cells.filter { moved[CellReference(row: row.number, column: $0.column)] == nil }
    guard let first = cells.first else { return }
    builder.beginAside(.hiddenText)
    builder.beginRow()
    for cell in cells { try write(cell, row.number, to: &builder) }
    builder.endRow()
    builder.endAside()
    builder.note(.hiddenText, at: place(row.number, first.column), name: sheet)
  }

  private func write(
    _ cell: SheetContent.Cell, _ row: Int, to builder: inout FileTextBuilder
  ) throws(ReadingError) {
    try builder.beginCell(at: place(row, cell.column))
    builder.beginParagraph(at: place(row, cell.column))
    try builder.append(cell.text)
    builder.endParagraph()
    builder.endCell()
  }
}
