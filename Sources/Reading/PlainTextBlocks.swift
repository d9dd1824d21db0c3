/// The paragraphs and tables of a plain text.
///
/// A line is a paragraph. Lines that each begin with a tab and hold one cell are a row written downwards, and blank
/// lines part its rows; a line with tabs between its words is a row written across; so is one of several lines with
/// equally many `|`. A line without a tab between two cells of a row written downwards goes on with the first. A table ends at a line of another form. Every scalar that is neither white space nor a table's own
/// mark lies in exactly one paragraph or cell; all ranges ascend and lie within the text.
public func plainTextBlocks(_ scalars: [Unicode.Scalar]) -> [Block] {
  let cutting = RowCutting(scalars: scalars)
  let lines = joinedCells(splitLines(scalars).map { TextLine($0, in: scalars) })
  let groups = LineGrouping(lines: lines, cutting: cutting).groups()
  let prose = IndentedProse(groups: groups, scalars: scalars)
  var assembly = BlockAssembly()
  for group in groups {
    switch group {
    case .paragraph(let line):
      assembly.addParagraph(line)
    case .piped(let run):
      for line in run where !cutting.isRule(line) { assembly.addRow(cutting.piped(line), form: .piped) }
    case .tabbed(let run):
      for line in run { assembly.addRow(cutting.tabbed(line), form: .tabbed) }
    case .downward(let run):
      if prose.contains(run) || run.count == 1 && assembly.form != .downward {
        for line in run where !line.trimmed.isEmpty { assembly.addParagraph(line) }
      } else {
        assembly.addRow(cutting.downward(run), form: .downward)
      }
    case .empty(let run):
      // Lines of one tab between rows are blank; as many as the header has cells are a row that was left empty.
      if assembly.form == .downward, run.count > 1, run.count == assembly.headerCells {
        assembly.addRow(cutting.downward(run), form: .downward)
      }
    }
  }
  return assembly.finished()
}

/// Joins a line without a tab, that stands between cells written downwards, to the cell above it.
///
/// A cell's further paragraphs lose their tab, and a narrow column breaks its words (重点⏎目标). Where the lines around
/// show no cell that is empty or as short as a number, only a short line after a short cell is joined: the rest may be
/// prose.
private func joinedCells(_ lines: [TextLine]) -> [TextLine] {
  var joined: [TextLine] = []
  for run in lines.split(omittingEmptySubsequences: false, whereSeparator: { $0.form == .blank }) {
    let isTable = run.contains { $0.form == .emptyCell || $0.form == .cell && $0.trimmed.count <= 3 }
    let start = joined.count
    var below = run.startIndex
    for (index, line) in zip(run.indices, run) {
      below = max(below, index + 1)
      while below < run.endIndex, run[below].form == .text { below += 1 }
      let next = below < run.endIndex ? run[below].form : nil
      if line.form == .text, joined.count > start, let last = joined.last, last.form == .cell, next == .cell,
        isTable || line.trimmed.count <= 12 && last.trimmed.count <= 12
      {
        joined[joined.count - 1] = TextLine(last, goingOn: line)
      } else {
        joined.append(line)
      }
    }
    if run.endIndex < lines.endIndex { joined.append(lines[run.endIndex]) }
  }
  return joined
}

/// Puts blocks together in the order of the text; a table stays open until something else follows.
private struct BlockAssembly {
  enum Form { case downward, tabbed, piped }

  private(set) var form: Form?
  private var blocks: [Block] = []
  private var rows: [Row] = []

  /// How many cells the first row of the open table has.
  var headerCells: Int { rows.first?.cells.count ?? 0 }

  mutating func addParagraph(_ line: TextLine) {
    closeTable()
    blocks.append(Block(kind: .paragraph, range: line.trimmed))
  }

  mutating func addRow(_ row: Row, form: Form) {
    if form != self.form { closeTable() }
    self.form = form
    rows.append(row)
  }

  mutating func finished() -> [Block] {
    closeTable()
    return blocks
  }

  private mutating func closeTable() {
    if !rows.isEmpty { blocks.append(Block(kind: .table, range: Block.span(rows.map(\.range)), rows: rows)) }
    rows = []
    form = nil
  }
}
