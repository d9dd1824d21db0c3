import AdapterKit
import ChineseText
import Reading

/// A sheet's lines in order: what stands above the table, then headers, rows and lines between them.
///
/// A table is read whether its rows stand across, downwards, or a cell a line without any mark; there the header is a
/// run of lines that name columns, and a row begins at its number, or at a short line before a sentence. Without a
/// header, goals may be labelled lines (`LabelledGoals`) or stand below their categories (`OutlinedGoals`).
struct SheetLayout {
  typealias Line = SheetLines.Line

  enum Element {
    case header([Range<Int>])
    case row(GoalRow)
    /// A line between or below the rows.
    case line(Range<Int>)
    /// Labels and values in cells side by side.
    case fields([Range<Int>])
  }

  /// How the cells of a row are parted where the text has no table.
  private enum Form { case cells, loose, parted(RowParting), closed }

  let source: SourceText
  /// The lines above the table.
  private(set) var head: [Line] = []
  private(set) var elements: [Element] = []
  /// What the header's cells name; `nil` for a cell with an unknown name. Absent without a header.
  private(set) var columns: [SheetWords.Column?]?
  /// Whether a title's or content's column speaks of goals.
  private(set) var headerSaysGoal = false
  /// Whether the goals are labelled lines.
  private(set) var isLabelled = false
  /// Whether there are rows of cells, but no header above them.
  private(set) var isHeaderLost = false
  /// The marks that part the cells of rows on lines of text.
  private(set) var marks: [Range<Int>] = []

  private let sheet: SheetLines
  /// Cells of rows that nothing parts from each other.
  private var loose: [Range<Int>] = []
  private var form = Form.cells

  init(_ source: SourceText) {
    self.source = source
    sheet = SheetLines(source)
    let lines = sheet.lines
    var index = 0
    while index < lines.count { index += take(lines, at: index) }
    flush()
    if columns == nil { readWithoutHeader(lines) }
    spreadCategories()
  }

  var rows: [GoalRow] { elements.compactMap { if case .row(let row) = $0 { row } else { nil } } }

  /// Whether a header names levels of indicators, as a budget's forms do.
  var headsIndicatorLevels: Bool {
    sheet.lines.contains { line in
      line.cells.count { SheetWords.indicatorLevels.contains(source.bare($0)) } > 1
    }
  }

  /// Whether a row's cell or a line between the rows is a category.
  var namesCategories: Bool {
    elements.contains { element in
      switch element {
      case .row(let row):
        row.category.map { CellKind($0, in: source).isCategoryLike } ?? false
          || row.number.map { CellKind($0, in: source).categoryInNumber != nil } ?? false
      case .line(let line): CellKind(line, in: source).isKnownCategory
      case .header, .fields: false
      }
    }
  }

  // MARK: Lines

  /// Takes the line at an index, or the lines that make up a header; how many it took.
  private mutating func take(_ lines: [Line], at index: Int) -> Int {
    let line = lines[index]
    if line.filled.count > 1, let names = header(line.cells) {
      startTable(names, line.cells)
      return 1
    }
    if let only = line.filled.first, line.filled.count == 1 {
      if let (names, pieces, parting) = partedHeader(only) {
        startTable(names, pieces)
        form = .parted(parting)
        addMarks(around: pieces, in: only)
        return 1
      }
      // 市直单位业务目标 is a title, not a column.
      let isTitle = only.count > 4 && source.holds(SheetWords.titles, in: only) && columns == nil
      let run = isTitle || isAboveHeader(only, lines[(index + 1)...]) ? [] : cellsNamingColumns(lines[index...])
      if run.count > 1, let names = header(run) {
        startTable(names, run)
        form = .loose
        return run.count
      }
    }
    if let columns { return takeBody(lines, at: index, columns) }
    head.append(line)
    return 1
  }

  private mutating func takeBody(_ lines: [Line], at index: Int, _ columns: [SheetWords.Column?]) -> Int {
    let line = lines[index]
    let filled = line.filled
    guard let first = filled.first else { return 1 }
    if filled.count == 1 {
      if let label = SheetWords.head.label(filling: first, of: source), index + 1 < lines.count,
        let value = lines[index + 1].filled.first, lines[index + 1].filled.count == 1,
        SheetLine(value, in: source).isValue(of: label)
      {
        flush()
        elements.append(.fields([first, value]))
        return 2
      }
      if SheetLine(first, in: source).opensArticles {
        flush()
        form = .closed
      }
      if let at = line.cells.firstIndex(of: first), line.cells.count == columns.count, columns[at] == .title {
        add(line.cells, columns)
        return 1
      }
      if case .parted(let parting) = form, !isMarkedLine(first) {
        let rest = lines[index...].lazy.prefix { $0.cells.count == 1 }.map { $0.cells[0] }
        let (pieces, count) = parting.row(rest, under: columns, in: source)
        if pieces.count > 1 {
          flush()
          add(sheet.joinedWords(pieces), columns)
          addMarks(around: pieces, in: first.lowerBound..<lines[index + count - 1].cells[0].upperBound)
          return count
        }
        // The header stands on one line, the cells have a line each.
        if columns.contains(.number), CellKind(first, in: source).number != nil { form = .loose }
      }
      if case .loose = form, !isMarkedLine(first) {
        loose.append(first)
        return 1
      }
      if case .cells = form, CellKind(first, in: source).number != nil {
        add(line.cells, columns)
        return 1
      }
      flush()
      elements.append(.line(first))
      return 1
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
    return 1
  }

  private mutating func addMarks(around cells: [Range<Int>], in lines: Range<Int>) {
    var at = lines.lowerBound
    for cell in cells + [lines.upperBound..<lines.upperBound] where cell.lowerBound >= at {
      let gap = source.scalars.trimmed(at..<cell.lowerBound)
      if !gap.isEmpty { marks.append(gap) }
      at = cell.upperBound
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
      || form.isNote || form.isPageNumber || form.isSignature || form.isPageFurniture || form.isTotal
      || head.contains { $0.filled.count == 1 && source.bare($0.cells[0]) == source.bare(line) }
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

  /// The header on a line of its own, its cells parted by blanks, commas or bars.
  private func partedHeader(_ line: Range<Int>) -> (
    names: [SheetWords.Column?], pieces: [Range<Int>], parting: RowParting
  )? {
    guard line.count <= 120 else { return nil }
    for parting in RowParting.all {
      let pieces = sheet.joinedWords(parting.cells(of: line, in: source))
      guard pieces.count > 1, let names = header(pieces), names.count == pieces.count,
        // One blank parts words of a sentence too.
        parting != .blank || names.allSatisfy({ $0 != nil })
      else { continue }
      return (names, pieces, parting)
    }
    return nil
  }

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
    // Names with their values beside them head nothing.
    if let fields = SheetWords.goal.fields(inCells: cells, of: source), fields.allSatisfy({ !$0.value.isEmpty }) {
      return nil
    }
    var names: [SheetWords.Column?] = []
    for cell in cells {
      let kind = CellKind(cell, in: source)
      if kind.number != nil || kind.isSentence || kind.isKnownCategory { break }
      var name = name(of: cell)
      // Where a goal's name has its column, a further one that speaks of goals says what they are.
      if name == .title, names.contains(.title) {
        name = !names.contains(.content) && source.holds(["目标", "任务", "指标"], in: cell) ? .content : nil
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
    form = .cells
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

  // MARK: Without a header

  private mutating func readWithoutHeader(_ lines: [Line]) {
    // A table whose header was lost is known by its categories.
    let first = lines.firstIndex { line in
      line.filled.count > 2 && CellKind(line.filled[0], in: source).isKnownCategory
    }
    if let first {
      isHeaderLost = true
      head = Array(lines[..<first])
      let columns: [SheetWords.Column?] = [.category, .number, .title, .content]
      var index = first
      while index < lines.count { index += takeBody(lines, at: index, columns) }
      return flush()
    }
    if let goals = LabelledGoals(lines, in: source) {
      (head, elements, isLabelled) = (goals.head, goals.elements, true)
    } else if let goals = OutlinedGoals(lines, in: source) {
      (head, elements) = (goals.head, goals.elements)
    }
  }

  /// A category's name may stand in the middle of the rows that it was merged over: then it is given to the first of
  /// them, the one that numbers begin anew with.
  private mutating func spreadCategories() {
    var first: Int?
    for at in elements.indices {
      guard case .row(var row) = elements[at], let number = row.number.flatMap({ CellKind($0, in: source).number })
      else {
        if case .line(let line) = elements[at], CellKind(line, in: source).isCategoryLike { first = nil }
        continue
      }
      if number == 1 {
        first = row.category == nil ? at : nil
      } else if let start = first, let category = row.category, case .row(var opening) = elements[start] {
        if CellKind(category, in: source).isKnownCategory {
          (opening.category, row.category) = (category, nil)
          (elements[start], elements[at]) = (.row(opening), .row(row))
        }
        first = nil
      }
    }
  }

  // MARK: Cells without rows

  /// Makes rows of the cells gathered; what stands before the first row continues the one above.
  private mutating func flush() {
    guard let columns, !loose.isEmpty else { return }
    let cells = sheet.joinedNames(withNumbersApart(loose, columns), columns)
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

  /// The cells with numbers and names that share a line apart, where no number has a line of its own.
  private func withNumbersApart(_ cells: [Range<Int>], _ columns: [SheetWords.Column?]) -> [Range<Int>] {
    guard columns.contains(.number), !cells.contains(where: { CellKind($0, in: source).number != nil }) else {
      return cells
    }
    var last = 0
    return cells.flatMap { cell -> [Range<Int>] in
      let pieces = RowParting.blank.row([cell], under: columns, in: source).cells
      let number = pieces.prefix(2).lazy.compactMap { CellKind($0, in: source).number }.first
      guard pieces.count > 1, let number, number == 1 || number == last + 1 else { return [cell] }
      last = number
      return pieces
    }
  }

  private func rowStarts(_ cells: [Range<Int>], _ columns: [SheetWords.Column?]) -> [Int] {
    let kinds = cells.map { CellKind($0, in: source) }
    var starts = columns.contains(.number) ? kinds.indices.filter { kinds[$0].number != nil } : []
    // A weight is a number too: then those count that go on from the row before.
    if columns.contains(where: { [.remark, .person, .phone, .due].contains($0) }) {
      var last = 0
      starts = starts.filter { at in
        guard let number = kinds[at].number, last == 0 || number == 1 || number == last + 1 else { return false }
        last = number
        return true
      }
    }
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
