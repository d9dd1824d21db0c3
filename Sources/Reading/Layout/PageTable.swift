/// A table that rules draw on a page, or on several.
struct PageTable {
  /// One of its cells, or of the places in its grid that a merged cell covers.
  struct PlacedCell {
    var lines: [PageLine] = []
    /// On the page where the cell begins.
    var box: Box
    var columns = 1
    var rows = 1
    var isCovered = false
  }

  /// A row of the grid, with a cell for each of its columns.
  struct PlacedRow {
    /// From 1.
    let page: Int
    var cells: [PlacedCell]
  }

  /// The columns' edges.
  let edges: [Int]
  var rows: [PlacedRow]
  /// Where it stands on its first page.
  let box: Box
  /// The least room between a rule and the words beside it.
  private(set) var padding = 0

  /// - Parameter words: what stands on the page; those whose middle lies in the table are taken.
  init(_ grid: RuleGrid, taking words: inout [PageWord], page: Int) {
    edges = grid.xs
    box = grid.box
    rows = mergedCells(of: grid).map { PlacedRow(page: page, cells: $0) }
    let owners = owners(of: rows)
    var members: [[[PageWord]]] = rows.map { $0.cells.map { _ in [] } }
    var others: [PageWord] = []
    for word in words {
      let middle = word.box.middle
      guard middle.y > box.top, middle.y < box.bottom, middle.x > box.left, middle.x < box.right,
        let row = interval(of: middle.y, in: grid.ys)
      else {
        others.append(word)
        continue
      }
      for piece in word.parted(by: grid, row: row) {
        guard let column = interval(of: piece.box.middle.x, in: grid.xs) else { continue }
        let owner = owners[row][column]
        members[owner.row][owner.column].append(piece)
      }
    }
    words = others
    for (row, cells) in members.enumerated() {
      for (column, words) in cells.enumerated() where !words.isEmpty {
        rows[row].cells[column].lines = lines(of: words, page: page)
      }
    }
    let rooms = rows.flatMap(\.cells).flatMap { cell in cell.lines.map { $0.box.left - cell.box.left } }
    padding = min(max(rooms.min() ?? 0, 0), 80)
  }

  /// Whether there is something in it; a drawing's strokes make many cells and few words.
  var isPlausible: Bool {
    let cells = rows.reduce(0) { $0 + $1.cells.count { !$0.isCovered } }
    let filled = rows.reduce(0) { $0 + $1.cells.count { !$0.lines.isEmpty } }
    return cells > 1 && filled > 0 && (cells < 200 || filled * 50 > cells)
  }
}

/// The cells of a grid: as wide, then as high, as no rule parts them.
private func mergedCells(of grid: RuleGrid) -> [[PageTable.PlacedCell]] {
  let (columns, rows) = (grid.xs.count - 1, grid.ys.count - 1)
  var cells: [[PageTable.PlacedCell]] = (0..<rows).map { row in
    (0..<columns).map { column in PageTable.PlacedCell(box: grid.box(row: row, column: column)) }
  }
  for row in 0..<rows {
    for column in 0..<columns where !cells[row][column].isCovered {
      var (right, bottom) = (column, row)
      while right + 1 < columns, !cells[row][right + 1].isCovered, !grid.hasRight(row: row, column: right) {
        right += 1
      }
      while bottom + 1 < rows, grid.isOpen(below: bottom, columns: column...right), !cells[bottom + 1][column].isCovered
      {
        bottom += 1
      }
      for coveredRow in row...bottom {
        for coveredColumn in column...right { cells[coveredRow][coveredColumn].isCovered = true }
      }
      cells[row][column].isCovered = false
      cells[row][column].columns = right - column + 1
      cells[row][column].rows = bottom - row + 1
      cells[row][column].box = grid.box(row: row, column: column).union(grid.box(row: bottom, column: right))
    }
  }
  return cells
}

/// Which cell each place of the grid belongs to.
private func owners(of rows: [PageTable.PlacedRow]) -> [[(row: Int, column: Int)]] {
  var owners = rows.indices.map { row in rows[row].cells.indices.map { (row: row, column: $0) } }
  for (row, placed) in rows.enumerated() {
    for (column, cell) in placed.cells.enumerated() where !cell.isCovered {
      for coveredRow in row..<row + cell.rows {
        for coveredColumn in column..<column + cell.columns { owners[coveredRow][coveredColumn] = (row, column) }
      }
    }
  }
  return owners
}

/// The number of the interval between sorted edges that holds a position.
private func interval(of position: Int, in edges: [Int]) -> Int? {
  var (low, high) = (0, edges.count)
  while low < high {
    let middle = (low + high) / 2
    if edges[middle] <= position { low = middle + 1 } else { high = middle }
  }
  return low > 0 && low < edges.count ? low - 1 : nil
}

extension RuleGrid {
  fileprivate func box(row: Int, column: Int) -> Box {
    Box(left: xs[column], top: ys[row], right: xs[column + 1], bottom: ys[row + 1])
  }

  /// Whether cells side by side go on below a row, and are not parted there.
  fileprivate func isOpen(below row: Int, columns: ClosedRange<Int>) -> Bool {
    columns.allSatisfy { column in
      !hasBottom(row: row, column: column)
        && (column == columns.upperBound || !hasRight(row: row + 1, column: column))
    }
  }
}

extension PageWord {
  /// The pieces of a word that runs over a cell's side, as words beside each other may be taken for one.
  fileprivate func parted(by grid: RuleGrid, row: Int) -> [PageWord] {
    let room = em * 2 / 5
    let crossed = grid.xs.indices.dropFirst().dropLast().filter { index in
      grid.xs[index] > box.left + room && grid.xs[index] < box.right - room
        && grid.hasRight(row: row, column: index - 1)
    }
    guard !crossed.isEmpty else { return [self] }
    let scalars = Array(text.unicodeScalars)
    let widths = scalars.map { $0.value < 0x2E80 ? 1 : 2 }
    let total = max(1, widths.reduce(0, +))
    var pieces: [PageWord] = []
    var (left, start, seen, next) = (box.left, 0, 0, crossed.startIndex)
    for (index, width) in widths.enumerated() {
      let middle = box.left + box.width * (2 * seen + width) / (2 * total)
      if next < crossed.endIndex, middle > grid.xs[crossed[next]] {
        let edge = box.left + box.width * seen / total
        pieces.append(piece(scalars[start..<index], from: left, to: edge))
        (left, start) = (edge, index)
        while next < crossed.endIndex, middle > grid.xs[crossed[next]] { next += 1 }
      }
      seen += width
    }
    return pieces + [piece(scalars[start...], from: left, to: box.right)]
  }

  private func piece(_ scalars: ArraySlice<Unicode.Scalar>, from left: Int, to right: Int) -> PageWord {
    var text = ""
    text.unicodeScalars += scalars
    return PageWord(text: text, box: Box(left: left, top: box.top, right: right, bottom: box.bottom), size: size)
  }
}
