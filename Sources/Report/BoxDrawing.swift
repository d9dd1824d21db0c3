/// One drawing of a table: every area's text broken into lines, and the height of every row.
struct BoxDrawing {
  private let table: BoxTable
  private let widths: [Int]
  private let texts: [[String]]
  private let heights: [Int]
  /// The line on which each row's upper edge is drawn, and the last row's lower one.
  private let edges: [Int]

  init(_ table: BoxTable, width: Int) {
    let widths = table.widths(within: width)
    let texts = table.areas.map { area in
      let room = area.columns.reduce(3 * (area.columns.count - 1)) { $0 + widths[$1] }
      return area.cell.lines.flatMap { LineBreaking.lines($0, width: room) }
    }
    var heights = [Int](repeating: 1, count: table.owners.count)
    for (area, text) in zip(table.areas, texts).sorted(by: { $0.0.rows.count < $1.0.rows.count }) {
      let missing = text.count - area.rows.reduce(area.rows.count - 1) { $0 + heights[$1] }
      if missing > 0 { heights[area.rows.upperBound - 1] += missing }
    }
    (self.table, self.widths, self.texts, self.heights) = (table, widths, texts, heights)
    edges = heights.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1 + 1) }
  }

  var lines: [String] {
    var lines: [String] = []
    for row in table.owners.indices {
      lines.append(edge(above: row))
      for line in 0..<heights[row] { lines.append(text(edges[row] + 1 + line, row: row)) }
    }
    return lines + [edge(above: table.owners.count)]
  }

  private func owner(_ row: Int, _ column: Int) -> Int? {
    guard table.owners.indices.contains(row), (0..<table.columnCount).contains(column) else { return nil }
    return table.owners[row][column]
  }

  /// Lines of text, with a stroke where one area ends and the next begins.
  private func text(_ line: Int, row: Int) -> String {
    var out = "│"
    var column = 0
    while column < table.columnCount {
      let end = endOfArea(row, column)
      out += part(line, of: table.owners[row][column], column..<end) + "│"
      column = end
    }
    return out
  }

  /// The edge above a row; an area that goes on across it shows its text there.
  private func edge(above row: Int) -> String {
    var out = joint(row, 0)
    var column = 0
    while column < table.columnCount {
      if let above = owner(row - 1, column), above == owner(row, column) {
        let end = endOfArea(row, column)
        out += part(edges[row], of: above, column..<end)
        column = end
      } else {
        out += String(repeating: "─", count: widths[column] + 2)
        column += 1
      }
      out += joint(row, column)
    }
    return out
  }

  private func endOfArea(_ row: Int, _ column: Int) -> Int { table.areas[table.owners[row][column]].columns.upperBound }

  /// What an area shows on a line of the drawing, with a blank on both sides.
  private func part(_ line: Int, of index: Int, _ columns: Range<Int>) -> String {
    let number = line - edges[table.areas[index].rows.lowerBound] - 1
    let text = texts[index].indices.contains(number) ? texts[index][number] : ""
    return " " + DisplayWidth.padded(text, to: columns.reduce(3 * (columns.count - 1)) { $0 + widths[$1] }) + " "
  }

  /// The character where the edge above a row and the one left of a column meet.
  private func joint(_ row: Int, _ column: Int) -> String {
    let (upLeft, upRight) = (owner(row - 1, column - 1), owner(row - 1, column))
    let (downLeft, downRight) = (owner(row, column - 1), owner(row, column))
    let strokes = [upLeft != upRight, upRight != downRight, downLeft != downRight, upLeft != downLeft]
    return BoxDrawing.joints[strokes.reduce(0) { $0 << 1 | ($1 ? 1 : 0) }]
  }

  /// By the strokes that go up, right, down and left, from the highest bit to the lowest.
  private static let joints = [
    " ", "─", "│", "┐", "─", "─", "┌", "┬", "│", "┘", "│", "┤", "└", "┴", "├", "┼",
  ]
}
