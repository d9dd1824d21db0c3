/// Lines that are read one after the other.
struct Flow {
  var lines: [PageLine]
  /// Where the lines of a column begin and end; `nil` where they take the page's whole width.
  var column: Margins?
}

/// Puts lines into reading order: where a gutter parts several lines, the left column comes before the right one.
func flows(of words: [PageWord], page: Int) -> [Flow] {
  flows(of: lines(of: words, page: page), depth: 0)
}

private func flows(of rows: [PageLine], depth: Int) -> [Flow] {
  guard depth < 4, rows.count < 1_000, let gutter = firstGutter(in: rows) else {
    return rows.isEmpty ? [] : [Flow(lines: rows)]
  }
  var found: [Flow] = []
  if gutter.rows.lowerBound > 0 { found.append(Flow(lines: Array(rows[..<gutter.rows.lowerBound]))) }
  let parts = rows[gutter.rows].map { row in row.parted(at: gutter.range.middle) }
  for side in [parts.compactMap(\.left), parts.compactMap(\.right)] {
    for var flow in flows(of: side, depth: depth + 1) {
      flow.column = flow.column ?? Margins(of: flow.lines)
      found.append(flow)
    }
  }
  return found + flows(of: Array(rows[gutter.rows.upperBound...]), depth: depth + 1)
}

/// A vertical strip without words.
struct Strip {
  var start: Int
  var end: Int
  var middle: Int { (start + end) / 2 }
}

/// The first run of lines that a gutter parts into two columns of running text.
private func firstGutter(in rows: [PageLine]) -> (rows: Range<Int>, range: Strip)? {
  var start = 0
  while start + 4 < rows.count {
    var best: (rows: Range<Int>, range: Strip)?
    for strip in rows[start].gaps {
      var range = strip
      var end = start + 1
      while end < rows.count, let common = rows[end].commonGap(with: range) {
        range = common
        end += 1
      }
      // A line that is on one side alone belongs to a column only between lines of both.
      if end - (best?.rows.upperBound ?? start) > 0, areColumns(rows[start..<end], parted: range) {
        best = (start..<end, range)
      }
    }
    if let best { return best }
    start += 1
  }
  return nil
}

/// Whether both sides are running text, most of whose lines are filled: not the labels and values of a form.
private func areColumns(_ rows: ArraySlice<PageLine>, parted strip: Strip) -> Bool {
  guard rows.count > 4 else { return false }
  return [true, false].allSatisfy { isLeft in
    // The texts of the parts are of no matter here, and this is asked often.
    let sides = rows.compactMap { row -> (left: Int, right: Int, em: Int)? in
      let words = row.words.filter { ($0.box.middle.x < strip.middle) == isLeft }
      guard let first = words.first, let last = words.last else { return nil }
      return (first.box.left, last.box.right, row.em)
    }
    guard sides.count >= 4, sides.count * 2 >= rows.count else { return false }
    // More gaps to the left are a table's that has no rules.
    if isLeft, rows.count(where: { $0.gaps.contains { $0.end < strip.start } }) * 5 > rows.count { return false }
    let em = sides.map(\.em).sorted()[sides.count / 2]
    let margins = Margins(lefts: sides.map(\.left), rights: sides.map(\.right), em: em)
    let filled = sides.count { $0.right + 2 * $0.em >= margins.right }
    return filled * 5 >= sides.count * 3 && em * 10 <= margins.right - margins.left
  }
}

extension PageLine {
  /// Whether it looks like a row of a table that has no rules.
  var isRow: Bool { gaps.count > 1 }

  /// The strips between its words that are wide enough to part columns.
  var gaps: [Strip] {
    zip(words, words.dropFirst()).compactMap { left, right in
      right.box.left - left.box.right >= max(80, em * 9 / 10) ? Strip(start: left.box.right, end: right.box.left) : nil
    }
  }

  /// What of a strip the line leaves free, if that is wide enough.
  fileprivate func commonGap(with strip: Strip) -> Strip? {
    var strip = strip
    for word in words where word.box.right > strip.start && word.box.left < strip.end {
      if word.box.left <= strip.start {
        strip.start = word.box.right
      } else if word.box.right >= strip.end {
        strip.end = word.box.left
      } else {
        return nil
      }
    }
    return strip.end - strip.start >= 80 ? strip : nil
  }

  fileprivate func parted(at x: Int) -> (left: PageLine?, right: PageLine?) {
    (
      PageLine(words.filter { $0.box.middle.x < x }, page: page),
      PageLine(words.filter { $0.box.middle.x >= x }, page: page)
    )
  }
}
