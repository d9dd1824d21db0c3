/// Cuts the lines of flattened tables into rows of cells.
struct RowCutting {
  let scalars: [Unicode.Scalar]

  /// A row written downwards: a line a cell.
  func downward(_ lines: ArraySlice<TextLine>) -> Row {
    let cells = lines.map { cell($0.trimmed) }
    return Row(cells: cells, range: Block.span(lines.map(\.range)))
  }

  /// A row written on one line, its cells parted by tabs.
  func tabbed(_ line: TextLine) -> Row {
    Row(cells: pieces(line.range) { $0 == "\t" }.map { cell(trim($0, in: scalars)) }, range: line.range)
  }

  /// A row written on one line, its cells parted by bars; the marks at the edges make no cells.
  func piped(_ line: TextLine) -> Row {
    var previous: Unicode.Scalar = " "
    var pieces = pieces(line.range) { scalar in
      defer { previous = scalar }
      return isBar(scalar) && previous != "\\"
    }
    if pieces.count > 1, let first = pieces.first, trim(first, in: scalars).isEmpty { pieces.removeFirst() }
    if pieces.count > 1, let last = pieces.last, trim(last, in: scalars).isEmpty { pieces.removeLast() }
    return Row(cells: pieces.map { cell(trim($0, in: scalars)) }, range: line.range)
  }

  /// True for the line under a Markdown table's header, `|---|:--:|`, and the lines that are drawn between rows:
  /// `+---+---+`, `├──┼──┤`.
  func isRule(_ line: TextLine) -> Bool {
    let text = scalars[line.trimmed]
    guard text.count > 2 else { return false }
    let isDrawn = text.allSatisfy { (0x2500...0x257F).contains($0.value) || isWhiteSpace($0) }
    if isDrawn { return text.contains { "─━═".unicodeScalars.contains($0) } }
    let isPlus = text.first == "+" && text.last == "+"
    return (line.pipes > 0 || isPlus) && text.contains { $0 == "-" || $0 == "=" }
      && text.allSatisfy { "|｜-=+: \t".unicodeScalars.contains($0) }
  }

  private func cell(_ range: Range<Int>) -> Cell {
    let paragraphs = pieces(range, isMark: isLineEnd).map { trim($0, in: scalars) }
    return Cell(range: range, paragraphs: paragraphs.filter { !$0.isEmpty })
  }

  /// The ranges between the marks, in order.
  private func pieces(_ range: Range<Int>, isMark: (Unicode.Scalar) -> Bool) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = range.lowerBound
    for index in range where isMark(scalars[index]) {
      found.append(start..<index)
      start = index + 1
    }
    found.append(start..<range.upperBound)
    return found
  }
}

extension Block {
  /// From the begin of the first range to the end of the last.
  static func span(_ ranges: [Range<Int>]) -> Range<Int> {
    guard let first = ranges.first, let last = ranges.last else { return 0..<0 }
    return first.lowerBound..<last.upperBound
  }
}
