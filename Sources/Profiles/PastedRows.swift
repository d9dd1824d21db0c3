import AdapterKit
import ChineseText

/// Finds the rows of a table whose marks were lost when it was pasted: cells parted by wide blanks, or a cell a line.
struct PastedRows {
  let source: SourceText
  let words: ShapeWords

  /// The lines with rows in place of those that hold a table's cells; as they are where there is no header among them.
  func rows(of lines: [LedgerLine]) -> [LedgerLine] {
    guard !lines.contains(where: \.isRow) else { return lines }
    for at in lines.indices {
      let pieces = pieces(of: lines[at])
      if pieces.count > 2, isHeader(pieces) { return lines[..<at] + parted(lines[at...], columns: pieces.count) }
      let names = lines[at...].prefix(16).prefix { $0.range.count <= 12 && namesColumn($0.range) }.map(\.range)
      if names.count > 2, isHeader(names) {
        return lines[..<at] + [row(names)] + gathered(lines[(at + names.count)...], names)
      }
    }
    return lines
  }

  private func row(_ cells: [Range<Int>]) -> LedgerLine {
    let range = (cells.first?.lowerBound ?? 0)..<(cells.last?.upperBound ?? 0)
    return LedgerLine(range: range, cells: cells.map { LedgerCell(range: $0) }, isRow: true)
  }

  private func isHeader(_ cells: [Range<Int>]) -> Bool { LedgerHeader([row(cells)], words: words, in: source) != nil }

  private func namesColumn(_ cell: Range<Int>) -> Bool { words.column(LinePattern.plain(source.scalars[cell])) != nil }

  // MARK: Wide blanks

  private func pieces(of line: LedgerLine) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = line.range.lowerBound
    var at = start
    while at < line.range.upperBound {
      let blanks = source.scalars[at..<line.range.upperBound].prefix(while: \.isBlank).count
      if blanks > 1 || blanks == 1 && source.scalars[at] == "\u{3000}" {
        if at > start { out.append(start..<at) }
        start = at + blanks
      }
      at += max(1, blanks)
    }
    if start < line.range.upperBound { out.append(start..<line.range.upperBound) }
    return out
  }

  private func parted(_ lines: ArraySlice<LedgerLine>, columns: Int) -> [LedgerLine] {
    lines.map { line in
      let pieces = pieces(of: line)
      return pieces.count == columns ? row(pieces) : line
    }
  }

  // MARK: A cell a line

  /// Rows begin where the numbers go on; what is more than the columns belongs to the last that says what is to be done.
  private func gathered(_ lines: ArraySlice<LedgerLine>, _ names: [Range<Int>]) -> [LedgerLine] {
    let columns = names.map { words.column(LinePattern.plain(source.scalars[$0]))?.column }
    guard columns.first == .number, let content = columns.lastIndex(where: { $0?.isStatement ?? false }) else {
      return Array(lines)
    }
    var starts: [Int] = []
    for at in lines.indices where source.bare(lines[at].range) == String(starts.count + 1) { starts.append(at) }
    guard let first = starts.first else { return Array(lines) }
    var out = Array(lines[..<first])
    for (index, start) in starts.enumerated() {
      let isLast = index + 1 == starts.count
      let end = isLast ? min(start + columns.count, lines.endIndex) : starts[index + 1]
      var cells = lines[start..<end].map(\.range)
      let more = cells.count - columns.count
      if more > 0, let opening = cells[content...].first {
        cells.replaceSubrange(content...content + more, with: [opening.lowerBound..<cells[content + more].upperBound])
      }
      out.append(row(cells))
      if isLast { out += lines[end...] }
    }
    return out
  }
}
