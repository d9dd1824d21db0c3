/// A table's cells on its grid: each row has one for every column that it reaches, covered ones included.
struct WordGrid {
  struct Cell {
    var columns = 1
    var rows = 1
    /// Whether another cell's text stands in its place; its own is not seen.
    var isCovered = false
    var blocks: [WordBlock] = []

    /// Whether there is more in it than empty paragraphs.
    var hasContent: Bool {
      blocks.contains { block in
        if case .paragraph(let paragraph) = block { paragraph.isVisible } else { true }
      }
    }
  }

  struct Row {
    let properties: WordRowProperties
    var cells: [Cell] = []
  }

  private(set) var rows: [Row] = []

  /// A cell that merged cells below go on: where it begins, and how wide it is.
  private struct Owner {
    let row: Int
    let column: Int
    let columns: Int
  }

  /// Puts a table's cells on its grid; of `limits`, that of cells holds.
  init(_ table: WordTable, limits: ReadingLimits) throws(ReadingError) {
    var owners: [Int: Owner] = [:]
    var count = 0
    for row in table.rows {
      let properties = row.properties
      let columns = row.cells.reduce(properties.before + properties.after) { $0 + $1.properties.span }
      count += columns
      guard count <= limits.cells else { throw .limitExceeded(.cells, allowed: limits.cells, part: nil) }
      rows.append(Row(properties: properties))
      // A row that is dropped takes no part in merging, so that the cells around it meet.
      if properties.isDropped {
        place(row, below: [:])
      } else {
        owners = place(row, below: owners)
      }
    }
  }

  /// Fills the last row, and gives the cells by their columns that the next one's may go on.
  @discardableResult
  private mutating func place(_ row: WordRow, below owners: [Int: Owner]) -> [Int: Owner] {
    let index = rows.count - 1
    var next: [Int: Owner] = [:]
    var cells = [Cell](repeating: Cell(), count: row.properties.before)
    var across: Int?
    for cell in row.cells {
      let (column, span) = (cells.count, cell.properties.span)
      if cell.properties.across == .continues, let across {
        cells[across].columns += span
        cells.append(Cell(isCovered: true, blocks: cell.blocks))
      } else if cell.properties.down == .continues, let owner = owners[column], owner.columns == span {
        rows[owner.row].cells[owner.column].rows += 1
        next[column] = owner
        across = nil
        cells.append(Cell(isCovered: true, blocks: cell.blocks))
      } else {
        if cell.properties.down != .none { next[column] = Owner(row: index, column: column, columns: span) }
        across = column
        cells.append(Cell(columns: span, blocks: cell.blocks))
      }
      cells += [Cell](repeating: Cell(isCovered: true), count: span - 1)
    }
    rows[index].cells = cells + [Cell](repeating: Cell(), count: row.properties.after)
    return next
  }
}
