import AdapterKit
import ChineseText
import Reading

/// A sheet's lines in order: what stands above the table, then headers, rows and lines between them.
///
/// A table is read whether its rows stand across, downwards, or a cell a line without any mark; there the header is a
/// run of lines that name columns, and a row begins at its number, or at a short line before a sentence.
struct SheetLayout {
  /// A line of text or a table's row.
  struct Line {
    var cells: [Range<Int>]
    var filled: [Range<Int>] { cells.filter { !$0.isEmpty } }
  }

  enum Element {
    case header([Range<Int>])
    case row(GoalRow)
    /// A line between or below the rows.
    case line(Range<Int>)
    /// Labels and values in cells side by side.
    case fields([Range<Int>])
  }

  let source: SourceText
  /// The lines above the table.
  private(set) var head: [Line] = []
  private(set) var elements: [Element] = []
  /// What the header's cells name; `nil` for a cell with an unknown name. Absent without a header.
  private(set) var columns: [SheetWords.Column?]?
  /// Whether a title's or content's column speaks of goals.
  private(set) var headerSaysGoal = false

  /// Cells of rows that nothing parts from each other.
  private var loose: [Range<Int>] = []
  private var isLoose = false
  private var isSpaced = false

  init(_ source: SourceText) {
    self.source = source
    let lines = source.blocks.flatMap { block in
      block.kind == .table ? block.rows.map { Line(cells: $0.cells.map(\.range)) } : [Line(cells: [block.range])]
    }
    var index = 0
    while index < lines.count { index += take(lines, at: index) }
    flush()
    if columns == nil { readWithoutHeader(lines) }
  }

  var rows: [GoalRow] { elements.compactMap { if case .row(let row) = $0 { row } else { nil } } }

  // MARK: Lines

  /// Takes the line at an index, or the lines that make up a header; how many it took.
  private mutating func take(_ lines: [Line], at index: Int) -> Int {
    let line = lines[index]
    if line.filled.count > 1, let names = header(line.cells) {
      startTable(names, line.cells)
      return 1
    }
    if let only = line.filled.first, line.filled.count == 1 {
      let pieces = parted(only)
      if pieces.count > 1, let names = header(pieces), names.count == pieces.count {
        startTable(names, pieces)
        isSpaced = true
        return 1
      }
      // 市直单位业务目标 is a title, not a column.
      let isTitle = only.count > 4 && source.holds(SheetWords.titles, in: only)
      let run = isTitle || isAboveHeader(only, lines[(index + 1)...]) ? [] : cellsNamingColumns(lines[index...])
      if run.count > 1, let names = header(run) {
        startTable(names, run)
        isLoose = true
        return run.count
      }
    }
    if let columns { takeBody(line, columns) } else { head.append(line) }
    return 1
  }

  private mutating func takeBody(_ line: Line, _ columns: [SheetWords.Column?]) {
    let filled = line.filled
    guard let first = filled.first else { return }
    if filled.count == 1 {
      if let at = line.cells.firstIndex(of: first), line.cells.count == columns.count, columns[at] == .title {
        return add(line.cells, columns)
      }
      let pieces = isSpaced && !isMarkedLine(first) ? parted(first) : [first]
      if pieces.count > 1 { return add(pieces, columns) }
      if isLoose, !isMarkedLine(first) { return loose.append(first) }
      if CellKind(first, in: source).number != nil { return add(line.cells, columns) }
      flush()
      return elements.append(.line(first))
    }
    flush()
    if SheetWords.inside.label(at: first, of: source) != nil || SheetWords.head.label(at: first, of: source) != nil {
      elements.append(.fields(filled))
    } else if let rest = columnsBehindContent(line, columns) {
      elements.append(.row(GoalRow(line.cells, under: rest, in: source)))
    } else if line.cells.count > columns.count {
      loose = filled
      flush()
    } else {
      add(line.cells, columns)
    }
  }

  /// Where paragraphs of the content broke a row off, its other cells follow as a row of their own.
  private func columnsBehindContent(_ line: Line, _ columns: [SheetWords.Column?]) -> [SheetWords.Column?]? {
    guard case .line = elements.last, columns.contains(.number) || columns.contains(.category),
      let at = columns.lastIndex(of: .content)
    else { return nil }
    let rest = Array(columns[(at + 1)...])
    return !rest.isEmpty && rest.count == line.cells.count ? rest : nil
  }

  /// A line that can't be a cell: a field under a row, a note, a page's number, a place to sign.
  private func isMarkedLine(_ line: Range<Int>) -> Bool {
    let form = SheetLine(line, in: source)
    return SheetWords.inside.label(at: line, of: source) != nil || SheetWords.head.label(at: line, of: source) != nil
      || form.isNote || form.isPageNumber || form.isSignature
  }

  private mutating func add(_ cells: [Range<Int>], _ columns: [SheetWords.Column?]) {
    let row = GoalRow(cells, under: columns, in: source)
    if row.continuesGoal, row.category == nil, row.others.isEmpty, row.unknown.isEmpty {
      elements += row.content.map { .line($0) }
    } else {
      elements.append(.row(row))
    }
  }

  // MARK: Headers

  /// The lines that name columns, up to the first that names one again: 保障目标 below a header is a category.
  private func cellsNamingColumns(_ lines: ArraySlice<Line>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var names: Set<SheetWords.Column> = []
    for line in lines {
      guard line.filled.count == 1, let cell = line.filled.first, let name = name(of: cell) else { break }
      let isShift = name == .title && !names.contains(.content)
      guard names.insert(name).inserted || isShift else { break }
      found.append(cell)
    }
    return found
  }

  /// Whether a category's name stands above a header that is whole without it.
  private func isAboveHeader(_ line: Range<Int>, _ below: ArraySlice<Line>) -> Bool {
    CellKind(line, in: source).isCategoryLike && header(cellsNamingColumns(below))?.contains(.title) ?? false
  }

  private func name(of cell: Range<Int>) -> SheetWords.Column? { SheetWords.column(source.bare(cell)) }

  /// The columns that a row's cells name, as far as the row is a header: at least a goal's name or content and one
  /// more, and most of the cells. What follows the last name belongs to the rows.
  private func header(_ cells: [Range<Int>]) -> [SheetWords.Column?]? {
    var names: [SheetWords.Column?] = []
    for cell in cells {
      let kind = CellKind(cell, in: source)
      if kind.number != nil || kind.isSentence || kind.isKnownCategory { break }
      var name = name(of: cell)
      // Where a goal's name has its column, a further one that speaks of goals says what they are.
      if name == .title, names.contains(.title) {
        name = !names.contains(.content) && source.holds(["目标", "任务"], in: cell) ? .content : nil
      }
      names.append(name)
    }
    let known = names.compactMap { $0 }
    guard known.contains(.title) || known.contains(.content), known.count >= 2, known.count * 2 > names.count else {
      return nil
    }
    if names.count < cells.count, let last = names.lastIndex(where: { $0 != nil }) {
      names.removeSubrange((last + 1)...)
    }
    return names
  }

  private mutating func startTable(_ names: [SheetWords.Column?], _ cells: [Range<Int>]) {
    flush()
    // A category's name right above the table is the table's.
    if columns == nil, let last = head.last?.filled.first, head.last?.filled.count == 1, isCategoryHeading(last) {
      head.removeLast()
      elements.append(.line(last))
    }
    columns = names
    isLoose = false
    isSpaced = false
    let header = cells.prefix(names.count)
    elements.append(.header(header.filter { !$0.isEmpty }))
    for (name, cell) in zip(names, header) where name == .title || name == .content {
      headerSaysGoal = headerSaysGoal || source.bare(cell).contains("目标")
    }
    loose = cells.dropFirst(names.count).filter { !$0.isEmpty }
    flush()
  }

  private func isCategoryHeading(_ line: Range<Int>) -> Bool {
    let kind = CellKind(line, in: source)
    let isNumbered = enumerator(in: source.scalars, at: kind.range.lowerBound, before: kind.range.upperBound) != nil
    return kind.isKnownCategory || kind.isCategoryLike && isNumbered
  }

  /// A table whose header was lost is known by its categories.
  private mutating func readWithoutHeader(_ lines: [Line]) {
    let first = lines.firstIndex { line in
      line.filled.count > 2 && CellKind(line.filled[0], in: source).isKnownCategory
    }
    guard let first else { return }
    head = Array(lines[..<first])
    for line in lines[first...] { takeBody(line, [.category, .number, .title, .content]) }
    flush()
  }

  // MARK: Cells without rows

  /// The pieces of a line that several blanks part.
  private func parted(_ line: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = line.lowerBound
    var at = line.lowerBound
    while at < line.upperBound {
      var end = at
      while end < line.upperBound, source.scalars[end].isBlank { end += 1 }
      if end - at > 1 {
        pieces.append(start..<at)
        start = end
      }
      at = max(end, at + 1)
    }
    pieces.append(start..<line.upperBound)
    return pieces
  }

  /// Makes rows of the cells gathered; what stands before the first row continues the one above.
  private mutating func flush() {
    guard let columns, !loose.isEmpty else { return }
    let cells = loose
    loose = []
    let starts = rowStarts(cells, columns)
    for cell in cells[..<(starts.first ?? cells.count)] { elements.append(.line(cell)) }
    for (index, start) in starts.enumerated() {
      var row = cells[start..<(index + 1 < starts.count ? starts[index + 1] : cells.count)]
      var heading: Range<Int>?
      // A category's name behind a row belongs to what follows.
      if row.count > 2, let last = row.last, CellKind(last, in: source).isCategoryLike { heading = row.popLast() }
      add(Array(row), columns)
      if let heading { elements.append(.line(heading)) }
    }
  }

  private func rowStarts(_ cells: [Range<Int>], _ columns: [SheetWords.Column?]) -> [Int] {
    let kinds = cells.map { CellKind($0, in: source) }
    var starts = columns.contains(.number) ? kinds.indices.filter { kinds[$0].number != nil } : []
    if starts.isEmpty {
      starts = kinds.indices.filter { at in
        guard !kinds[at].isSentence, !kinds[at].isCategoryLike, at + 1 < kinds.count, kinds[at + 1].isSentence else {
          return false
        }
        return at == 0 || kinds[at - 1].isSentence || kinds[at - 1].isCategoryLike
      }
    }
    return starts.map { $0 > 0 && kinds[$0 - 1].isCategoryLike ? $0 - 1 : $0 }
  }
}
