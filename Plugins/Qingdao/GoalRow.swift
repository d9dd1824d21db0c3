import AdapterKit
import ChineseText

/// One row of the table of goals, each cell under its column.
struct GoalRow {
  var category: Range<Int>?
  var number: Range<Int>?
  var title: Range<Int>?
  var content: [Range<Int>] = []
  /// Benchmarks, parties, time limits: cells that tell something more about the goal.
  var others: [(column: SheetWords.Column, range: Range<Int>)] = []
  /// Cells whose column has no known name, or that have no column.
  var unknown: [Range<Int>] = []
  /// The labels of its cells, where they have labels.
  var labels: [Range<Int>] = []
  var range: Range<Int>

  /// A goal that nothing but its name is known of yet.
  init(title: Range<Int>) {
    self.title = title
    range = title
  }

  /// Content that belongs to the goal above it.
  init(continuing content: Range<Int>) {
    self.content = content.isEmpty ? [] : [content]
    range = content
  }

  /// A row that names no goal continues the one above it.
  var continuesGoal: Bool { number == nil && title == nil }

  /// Puts a row's cells under the columns: one by one where they fit, else as they fit best.
  init(_ cells: [Range<Int>], under columns: [SheetWords.Column?], in source: SourceText) {
    range = (cells.first?.lowerBound ?? 0)..<(cells.last?.upperBound ?? 0)
    var filled = cells.filter { !$0.isEmpty }
    // A category's name where the table has no such column stands for all that follows.
    let first = filled.first.map { CellKind($0, in: source) }
    if let first, !columns.contains(.category), filled.count > 1,
      first.isKnownCategory || first.isCategoryLike && filled.count > columns.count
    {
      category = filled.removeFirst()
      placeBest(filled, under: columns, in: source)
      return
    }
    let kinds = zip(columns, cells).map { ($0, CellKind($1, in: source)) }
    let fits =
      cells.count == columns.count
      && kinds.allSatisfy { column, kind in
        kind.range.isEmpty || kind.points(in: column) > -20 || column == .number && kind.range.count <= 4
      }
    if fits {
      for (column, cell) in zip(columns, cells) where !cell.isEmpty { place(cell, in: column, of: source) }
    } else {
      placeBest(filled, under: columns, in: source)
    }
  }

  private mutating func place(_ cell: Range<Int>, in column: SheetWords.Column?, of source: SourceText) {
    switch column {
    case .category: category = cell
    case .number: number = cell
    case .title: title = cell
    // Blanks within the content part no cells.
    case .content:
      if let last = content.last, last.upperBound <= cell.lowerBound,
        source.scalars[last.upperBound..<cell.lowerBound].allSatisfy({ $0.isBlank && $0 != "\t" || $0 == "," })
      {
        content[content.count - 1] = last.lowerBound..<cell.upperBound
      } else {
        content.append(cell)
      }
    case nil: unknown.append(cell)
    case .some(let other): others.append((other, cell))
    }
  }

  /// The way of putting cells in order under columns that gains most points; the content may take several cells.
  private mutating func placeBest(_ cells: [Range<Int>], under columns: [SheetWords.Column?], in source: SourceText) {
    struct Step {
      var points: Int
      /// The column of the cell before.
      var before: Int
    }
    guard !columns.isEmpty, columns.count <= 64 else {
      unknown += cells
      return
    }
    var table: [[Step]] = []
    for (index, cell) in cells.enumerated() {
      let kind = CellKind(cell, in: source)
      let row = columns.indices.map { at -> Step in
        let own = kind.points(in: columns[at])
        guard index > 0, let last = table.last else { return Step(points: own - at, before: -1) }
        var best = Step(points: Int.min / 2, before: -1)
        for before in 0...at where before < at || columns[at] == .content {
          let cost = before == at ? 3 : at - before - 1
          let points = last[before].points + own - cost
          if points > best.points { best = Step(points: points, before: before) }
        }
        return best
      }
      table.append(row)
    }
    var at = table.last?.indices.max { (table.last?[$0].points ?? 0) < (table.last?[$1].points ?? 0) } ?? -1
    var places: [Int] = []
    for row in table.reversed() {
      places.append(at)
      at = row.indices.contains(at) ? row[at].before : -1
    }
    for (cell, place) in zip(cells, places.reversed()) {
      if columns.indices.contains(place) {
        self.place(cell, in: columns[place], of: source)
      } else {
        unknown.append(cell)
      }
    }
  }
}
