/// The rules that tables without any would have: between rows whose pieces stand one below the other.
///
/// Only what leaves no doubt is such a table: three lines or more in a row, each of the same number of pieces, three or
/// more, none of which reaches into another's column, and no line above or below that might belong to a cell. All else
/// stays lines, for a wrong table is worse than none.
func rulesBetweenAligned(_ words: [PageWord]) -> [PageRule] {
  let rows = lines(of: words, page: 1)
  var rules: [PageRule] = []
  var index = 0
  while index < rows.count {
    guard let table = AlignedRows(rows, from: index) else {
      index += 1
      continue
    }
    let isApart =
      (table.rows.first.map { above in index == 0 || table.isApart(rows[index - 1], from: above) } ?? false)
      && (table.rows.last.map { below in
        index + table.rows.count == rows.count || table.isApart(rows[index + table.rows.count], from: below)
      } ?? false)
    if isApart, !table.isRunningText { rules += table.rules }
    index += table.rows.count
  }
  return rules
}

private struct AlignedRows {
  private(set) var rows: [PageLine]
  /// The strips between the columns.
  private var strips: [Strip]

  /// The most rows from one on that have its columns; `nil` for fewer than three.
  init?(_ all: [PageLine], from start: Int) {
    strips = all[start].gaps
    rows = [all[start]]
    guard strips.count > 1 else { return nil }
    for row in all[(start + 1)...] {
      guard let last = rows.last, AlignedRows.isNear(row, last), let common = common(with: row.gaps) else { break }
      strips = common
      rows.append(row)
    }
    guard rows.count > 2 else { return nil }
  }

  private func common(with gaps: [Strip]) -> [Strip]? {
    guard gaps.count == strips.count else { return nil }
    let common = zip(strips, gaps).map { Strip(start: max($0.start, $1.start), end: min($0.end, $1.end)) }
    return common.allSatisfy { $0.end - $0.start >= 80 } ? common : nil
  }

  private static func isNear(_ row: PageLine, _ other: PageLine) -> Bool {
    abs(row.box.middle.y - other.box.middle.y) <= 3 * max(row.em, other.em)
  }

  /// Whether a line beside the table is none of its: far away, or across its columns.
  func isApart(_ line: PageLine, from row: PageLine) -> Bool {
    !AlignedRows.isNear(line, row)
      || line.words.contains { word in
        strips.contains { word.box.left < $0.start && word.box.right > $0.end }
      }
  }

  /// Whether a column's lines are filled, as those of columns of text are.
  var isRunningText: Bool {
    let edges = [Int.min] + strips.map(\.middle) + [Int.max]
    return zip(edges, edges.dropFirst()).contains { left, right in
      let boxes = rows.compactMap { row -> Box? in
        let boxes = row.words.map(\.box).filter { $0.middle.x > left && $0.middle.x < right }
        return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
      }
      let em = rows.map(\.em).max() ?? 0
      let margin = boxes.map(\.right).max() ?? 0
      let filled = boxes.count { $0.right + 2 * em >= margin && $0.width >= 10 * em }
      return filled * 5 >= boxes.count * 3
    }
  }

  var rules: [PageRule] {
    guard let first = rows.first, let last = rows.last else { return [] }
    let box = rows.dropFirst().reduce(first.box) { $0.union($1.box) }
    let xs = [box.left - 30] + strips.map(\.middle) + [box.right + 30]
    let ys =
      [first.box.top - 10] + zip(rows, rows.dropFirst()).map { ($0.box.middle.y + $1.box.middle.y) / 2 }
      + [last.box.bottom + 10]
    return xs.map { PageRule(direction: .vertical, position: $0, start: ys[0], end: ys[ys.count - 1]) }
      + ys.map { PageRule(direction: .horizontal, position: $0, start: xs[0], end: xs[xs.count - 1]) }
  }
}
