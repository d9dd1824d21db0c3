/// The rows and columns of a sheet that make its table, and how merged cells lie in them.
///
/// A sheet has 17 thousand million cells; its table has the rows and columns that show something, and those that a
/// merged cell with content reaches over. So nothing but empty cells is left out, wherever the content stands. The whole
/// sheet is one table: where blank rows part two, no program can tell from the cells alone whether the second has a
/// header of its own, and rows that lost theirs could not be read. A hidden row or column is no part of the grid.
struct SheetGrid {
  /// A merged cell on the grid.
  struct Merge {
    /// The first row and column that are shown.
    let row: Int
    let column: Int
    let lastRow: Int
    let lastColumn: Int
    /// Where the content stands: the first cell, shown or not.
    let source: CellReference
  }

  /// The numbers of the rows and columns, ascending.
  let rows: [Int]
  let columns: [Int]
  /// In the order of their rows.
  let merges: [Merge]

  init(_ content: SheetContent, limits: ReadingLimits) throws(ReadingError) {
    let anchors = Set(content.merges.map(\.first))
    var rowMarks = AxisMarks(last: limits.rows, hidden: content.hiddenRows.map { $0...$0 })
    var columnMarks = AxisMarks(last: limits.columns, hidden: content.hiddenColumns)
    var filled: Set<CellReference> = []
    for row in content.rows {
      for cell in row.cells where !cell.isHidden {
        let place = CellReference(row: row.number, column: cell.column)
        if anchors.contains(place) { filled.insert(place) }
        guard !row.isHidden else { continue }
        columnMarks.use(cell.column)
        if !columnMarks.hides(cell.column) { rowMarks.use(row.number) }
      }
    }
    for merge in content.merges where filled.contains(merge.first) {
      // One that reaches to the sheet's last row or column was made of whole ones, and its end says nothing.
      let lastRow = merge.last.row >= limits.rows ? merge.first.row : merge.last.row
      let lastColumn = merge.last.column >= limits.columns ? merge.first.column : merge.last.column
      rowMarks.use(merge.first.row...max(merge.first.row, lastRow))
      columnMarks.use(merge.first.column...max(merge.first.column, lastColumn))
    }
    rows = rowMarks.used
    columns = columnMarks.used
    let (area, overflow) = rows.count.multipliedReportingOverflow(by: columns.count)
    guard !overflow, area <= limits.cells else { throw .limitExceeded(.cells, allowed: limits.cells, part: nil) }
    merges = Self.merges(content.merges, rows: rows, columns: columns)
  }

  /// The merged cells clipped to the grid; those that come to one cell or none are none.
  private static func merges(_ merges: [CellRange], rows: [Int], columns: [Int]) -> [Merge] {
    var clipped: [Merge] = []
    for merge in merges {
      let (top, bottom) = (rows.partition(from: merge.first.row), rows.partition(from: merge.last.row + 1))
      let (left, right) = (columns.partition(from: merge.first.column), columns.partition(from: merge.last.column + 1))
      guard top < bottom, left < right else { continue }
      let isMoved = rows[top] != merge.first.row || columns[left] != merge.first.column
      guard bottom - top > 1 || right - left > 1 || isMoved else { continue }
      clipped.append(Merge(row: top, column: left, lastRow: bottom - 1, lastColumn: right - 1, source: merge.first))
    }
    return clipped.enumerated().sorted { ($0.element.row, $0.offset) < ($1.element.row, $1.offset) }.map(\.element)
  }
}

/// Which rows, or columns, of a sheet are hidden and which are used, told by ranges; it costs no more than these do.
private struct AxisMarks {
  /// The last number that a sheet has.
  private let last: Int
  /// Ascending, and apart.
  private let hidden: [ClosedRange<Int>]
  private var ranges: [ClosedRange<Int>] = []
  private var numbers: Set<Int> = []

  init(last: Int, hidden: [ClosedRange<Int>]) {
    self.last = last
    self.hidden = Self.joined(hidden)
  }

  mutating func use(_ range: ClosedRange<Int>) { ranges.append(range) }

  mutating func use(_ number: Int) {
    if numbers.insert(number).inserted { ranges.append(number...number) }
  }

  func hides(_ number: Int) -> Bool {
    var (low, high) = (0, hidden.count)
    while low < high {
      let middle = (low + high) / 2
      if hidden[middle].upperBound < number { low = middle + 1 } else { high = middle }
    }
    return low < hidden.count && hidden[low].contains(number)
  }

  /// The numbers that are used and not hidden.
  var used: [Int] {
    var numbers: [Int] = []
    var next = 0
    for range in Self.joined(ranges) {
      var number = max(0, range.lowerBound)
      while number <= min(range.upperBound, last) {
        while next < hidden.count, hidden[next].upperBound < number { next += 1 }
        if next < hidden.count, hidden[next].contains(number) {
          number = hidden[next].upperBound + 1
        } else {
          numbers.append(number)
          number += 1
        }
      }
    }
    return numbers
  }

  private static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
    var joined: [ClosedRange<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let known = joined.last, range.lowerBound <= known.upperBound {
        joined[joined.count - 1] = known.lowerBound...max(known.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}

extension [Int] {
  /// How many of these ascending numbers are below a number.
  fileprivate func partition(from number: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
