/// Lines that belong together before tables are put together from them.
enum LineGroup {
  /// A line of text.
  case paragraph(TextLine)
  /// Lines that each hold a cell of one row.
  case downward(ArraySlice<TextLine>)
  /// Lines that each hold a row, their cells parted by tabs.
  case tabbed(ArraySlice<TextLine>)
  /// Lines that each hold a row, their cells parted by bars.
  case piped(ArraySlice<TextLine>)
  /// Lines with nothing but tabs.
  case empty(ArraySlice<TextLine>)
}

/// Sorts the lines of a text into groups; blank lines fall out.
struct LineGrouping {
  private let lines: [TextLine]
  /// Where the runs of lines that make a table with bars begin and end.
  private let pipedRuns: [Int: Int]
  /// The lengths of the runs between blank lines that hold nothing but cells.
  private let downwardLengths: Set<Int>

  init(lines: [TextLine], cutting: RowCutting) {
    self.lines = lines
    var lengths: Set<Int> = []
    for run in lines.split(whereSeparator: { $0.form == .blank || $0.form == .text })
    where run.allSatisfy({ $0.form == .cell || $0.form == .emptyCell }) && run.contains(where: { $0.form == .cell }) {
      lengths.insert(run.count)
    }
    downwardLengths = lengths
    var runs: [Int: Int] = [:]
    var start = 0
    // A row alone belongs to a table whose other rows stand above it.
    var widths: Set<Int> = []
    while start < lines.count {
      // The lines drawn between rows may have no bar of their own.
      let pipes = lines[start...].first { !cutting.isRule($0) }.map(\.pipes) ?? 0
      let run = lines[start...].prefix { $0.form != .row && ($0.pipes == pipes || pipes > 0 && cutting.isRule($0)) }
      let rules = run.count(where: cutting.isRule)
      // One bar in a line is as likely a mark between words; then only a drawn line makes a table.
      if run.count > 1 || widths.contains(pipes), pipes > (rules > 0 ? 0 : 1), rules < run.count {
        runs[start] = run.endIndex
        widths.insert(pipes)
      }
      start = max(run.endIndex, start + 1)
    }
    pipedRuns = runs
  }

  func groups() -> [LineGroup] {
    var found: [LineGroup] = []
    var index = 0
    while index < lines.count {
      let tabbed = tabbedRun(at: index)
      if let end = pipedRuns[index] {
        found.append(.piped(lines[index..<end]))
        index = end
      } else if !tabbed.isEmpty {
        found += split(tabbed)
        index = tabbed.endIndex
      } else {
        if lines[index].form != .blank { found.append(.paragraph(lines[index])) }
        index += 1
      }
    }
    return found
  }

  private func tabbedRun(at start: Int) -> ArraySlice<TextLine> {
    var end = start
    while end < lines.count, lines[end].form != .blank, lines[end].form != .text, pipedRuns[end] == nil { end += 1 }
    return lines[start..<end]
  }

  /// A run of lines with tabs, without a blank line between, cut where cells downwards and rows across meet.
  private func split(_ run: ArraySlice<TextLine>) -> [LineGroup] {
    guard let first = run.firstIndex(where: { $0.form == .row }),
      let last = run.lastIndex(where: { $0.form == .row })
    else { return downward(run) }
    // Before and after rows across, one line with a leading tab is a row with an empty first cell; several may be a
    // row downwards, and are where another row of the text is of that length.
    var (lower, upper) = (run.startIndex, run.endIndex)
    if isDownward(run[lower..<first]) { lower = first }
    if isDownward(run[(last + 1)...]) { upper = last + 1 }
    return downward(run[..<lower]) + [.tabbed(run[lower..<upper])] + downward(run[upper...])
  }

  private func isDownward(_ run: ArraySlice<TextLine>) -> Bool {
    run.count > 1 && run.contains { $0.form == .cell } && run.allSatisfy { $0.form == .cell || $0.form == .emptyCell }
      && downwardLengths.contains(run.count)
  }

  private func downward(_ run: ArraySlice<TextLine>) -> [LineGroup] {
    var found: [LineGroup] = []
    var start = run.startIndex
    for index in run.indices where run[index].form == .trailing {
      found += cells(run[start..<index])
      found.append(.paragraph(run[index]))
      start = index + 1
    }
    return found + cells(run[start...])
  }

  private func cells(_ run: ArraySlice<TextLine>) -> [LineGroup] {
    if run.isEmpty { return [] }
    if run.contains(where: { $0.form == .cell }) { return [.downward(run)] }
    if run.contains(where: { $0.form == .indented }) {
      return run.filter { !$0.trimmed.isEmpty }.map { .paragraph($0) }
    }
    return [.empty(run)]
  }
}
