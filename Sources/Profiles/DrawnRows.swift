import AdapterKit
import ChineseText
import Reading

/// Puts the lines together that a program broke within the cells of a table drawn with characters.
///
/// Where lines are drawn between the rows, all lines between two of them are one row. Where only bars part the cells, a
/// line without a number goes on with the one above when every cell above its words is full. A row that a page cut goes on
/// where the next page's lines begin without a number.
struct DrawnRows {
  let source: SourceText
  private var places: [RejoinedText.Place] = []
  private var blocks: [Block] = []
  /// The first offset that is not taken over yet.
  private var at = 0
  /// The blanks that each cell of the table has beside its words.
  private var padding = 0

  private init(_ source: SourceText) { self.source = source }

  /// The text with each row on one line; `nil` where no cell is broken.
  static func rejoined(_ source: SourceText) -> RejoinedText? {
    var drawn = DrawnRows(source)
    let tables = drawn.tables()
    guard tables.contains(where: { $0?.contains { $0.rows.count > 1 } ?? false }) else { return nil }
    for (block, groups) in zip(source.blocks, tables) {
      if let groups { drawn.join(groups, of: block) } else { drawn.keep(block) }
    }
    drawn.keep(to: source.whole.upperBound)
    return RejoinedText(source, places: drawn.places, blocks: drawn.blocks)
  }

  // MARK: Rows

  /// The lines that make a row.
  private struct Group {
    var rows: [Row]
    /// The columns that the line drawn above leaves open.
    var open: Set<Int>
    private(set) var hasNumber: Bool

    init(_ row: Row, open: Set<Int>) {
      (rows, self.open) = ([row], open)
      hasNumber = !(row.cells.first?.range.isEmpty ?? true)
    }

    mutating func append(_ row: Row) {
      rows.append(row)
      hasNumber = hasNumber || !(row.cells.first?.range.isEmpty ?? true)
    }
  }

  /// For each block its rows; `nil` where it is no drawn table.
  private mutating func tables() -> [[Group]?] {
    var tables: [[Group]?] = []
    // The drawn table above, whose last row a page may have cut.
    var last: Int?
    var isRuled = false
    for block in source.blocks {
      guard block.kind == .table, block.rows.allSatisfy(isDrawn) else {
        tables.append(nil)
        if block.kind == .table || block.range.count > 60 { last = nil }
        continue
      }
      let rules = zip(block.rows, block.rows.dropFirst()).map { rule(between: $0, $1) }
      let above = last.flatMap { tables[$0]?.last?.rows.last }
      let goesOn = above.map { $0.cells.count == block.rows.first?.cells.count } ?? false
      isRuled = rules.count { $0 != nil } > 1 || goesOn && isRuled
      padding = block.rows.flatMap { row in row.cells.map { room($0.range, in: row) } }.min() ?? 0
      var groups = self.groups(of: block, rules, isRuled: isRuled)
      if goesOn, let last, let first = groups.first, !first.hasNumber, let cut = tables[last]?.indices.last,
        tables[last]?[cut].hasNumber ?? false
      {
        tables[last]?[cut].rows += first.rows
        groups.removeFirst()
      }
      last = groups.isEmpty ? last : tables.count
      tables.append(groups)
    }
    return tables
  }

  /// The lines of a drawn table put together to rows.
  private func groups(of block: Block, _ rules: [Range<Int>?], isRuled: Bool) -> [Group] {
    var groups: [Group] = []
    for (index, row) in block.rows.enumerated() {
      let rule = index > 0 ? rules[index - 1] : nil
      if rule == nil, let above = groups.last?.rows.last, above.cells.count == row.cells.count,
        isRuled
          ? belongs(row, below: groups.last?.hasNumber ?? false, isHeader: groups.count == 1)
          : goesOn(row, below: above)
      {
        groups[groups.count - 1].append(row)
      } else {
        groups.append(Group(row, open: rule.map { openColumns($0, of: row) } ?? []))
      }
    }
    return groups
  }

  private func isDrawn(_ row: Row) -> Bool { source.scalars[row.range].contains(where: DrawnRows.isBar) }

  private static func isBar(_ scalar: Unicode.Scalar) -> Bool { "|｜│┃║┆┇┊┋".unicodeScalars.contains(scalar) }

  /// The line drawn between two rows; `nil` where there is none.
  private func rule(between upper: Row, _ lower: Row) -> Range<Int>? {
    let between = source.scalars.trimmed(
      upper.range.upperBound..<max(upper.range.upperBound, lower.range.lowerBound))
    return between.isEmpty ? nil : between
  }

  /// The columns that a line leaves blank: the cell above reaches down.
  private func openColumns(_ rule: Range<Int>, of row: Row) -> Set<Int> {
    let line = source.scalars.trimmed(rule)
    var segments = source.scalars[line].split(omittingEmptySubsequences: false) { scalar in
      !scalar.isBlank && !"─━═╌┄┈-=".unicodeScalars.contains(scalar)
    }
    if segments.first?.isEmpty ?? false { segments.removeFirst() }
    if segments.last?.isEmpty ?? false { segments.removeLast() }
    guard segments.count == row.cells.count else { return [] }
    return Set(segments.indices.filter { segments[$0].allSatisfy(\.isBlank) })
  }

  /// Between two drawn lines no second number begins; only a header may break its first cell.
  private func belongs(_ row: Row, below hasNumber: Bool, isHeader: Bool) -> Bool {
    isHeader || !hasNumber || row.cells.first?.range.isEmpty ?? true
  }

  private func goesOn(_ row: Row, below above: Row) -> Bool {
    guard row.cells.first?.range.isEmpty ?? false else { return false }
    return row.cells.indices.allSatisfy { column in
      row.cells[column].range.isEmpty || isFull(above.cells[column].range, of: above)
    }
  }

  /// Whether no further character had room beside a cell's words.
  private func isFull(_ words: Range<Int>, of row: Row) -> Bool {
    !words.isEmpty && room(words, in: row) < padding + 2
  }

  /// How many columns between the bars a cell's words leave free.
  private func room(_ words: Range<Int>, in row: Row) -> Int {
    var (start, end) = (words.lowerBound, words.upperBound)
    while start > row.range.lowerBound, !DrawnRows.isBar(source.scalars[start - 1]) { start -= 1 }
    while end < row.range.upperBound, !DrawnRows.isBar(source.scalars[end]) { end += 1 }
    return width(start..<end) - width(words)
  }

  /// In columns of a fixed-width font.
  private func width(_ range: Range<Int>) -> Int {
    source.scalars[range].reduce(0) { $0 + (0x2E80...0xFFE6 ~= $1.value || 0x2014...0x2026 ~= $1.value ? 2 : 1) }
  }

  // MARK: Putting together

  private mutating func keep(to end: Int) {
    guard at < end else { return }
    places += (at..<end).map { .kept($0) }
    at = end
  }

  private mutating func keep(_ block: Block) {
    keep(to: block.range.lowerBound)
    let shift = places.count - at
    keep(to: block.range.upperBound)
    blocks.append(moved(block, by: shift))
  }

  private mutating func join(_ groups: [Group], of block: Block) {
    keep(to: block.range.lowerBound)
    at = block.range.upperBound
    guard !groups.isEmpty else { return }
    let start = places.count
    var rows: [Row] = []
    for (index, group) in groups.enumerated() {
      let below = groups[(index + 1)...]
      if index > 0 { places.append(.added("\n")) }
      let rowStart = places.count
      var cells: [Cell] = []
      for column in group.rows.first?.cells.indices ?? 0..<0 {
        if column > 0 { places.append(.added("\t")) }
        let cellStart = places.count
        let pieces = group.rows.map { ($0, $0.cells[column].range) }.filter { !$0.1.isEmpty }
        for (piece, (row, range)) in pieces.enumerated() {
          places += range.map { .kept($0) }
          // What had room for more was ended on purpose.
          if piece + 1 < pieces.count, !isFull(range, of: row) { places.append(.added("\n")) }
        }
        let range = cellStart..<places.count
        let isCovered = range.isEmpty && group.open.contains(column)
        let reach =
          isCovered
          ? [] : below.prefix { $0.open.contains(column) && $0.rows.allSatisfy { $0.cells[column].range.isEmpty } }
        cells.append(
          Cell(range: range, paragraphs: range.isEmpty ? [] : [range], rows: 1 + reach.count, isCovered: isCovered))
      }
      rows.append(Row(cells: cells, range: rowStart..<places.count))
    }
    blocks.append(Block(kind: .table, range: start..<places.count, rows: rows))
  }

  private func moved(_ block: Block, by shift: Int) -> Block {
    func moved(_ range: Range<Int>) -> Range<Int> { range.lowerBound + shift..<range.upperBound + shift }
    return Block(
      kind: block.kind, range: moved(block.range),
      rows: block.rows.map { row in
        Row(
          cells: row.cells.map { cell in
            Cell(
              range: moved(cell.range), paragraphs: cell.paragraphs.map(moved), columns: cell.columns, rows: cell.rows,
              isCovered: cell.isCovered, tables: cell.tables.map { self.moved($0, by: shift) })
          }, range: moved(row.range))
      })
  }
}
