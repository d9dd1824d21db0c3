/// What the part of a sheet holds, with each value as it is shown.
struct SheetContent {
  /// A cell that shows something, or hides it.
  struct Cell {
    let column: Int
    let text: String
    /// Whether its format shows nothing of it.
    let isHidden: Bool
  }

  struct Row {
    let number: Int
    var isHidden: Bool
    /// In the order of their columns; two of one column are a fault of the file, and both kept.
    var cells: [Cell]
  }

  /// Rows with cells that have text, ascending.
  var rows: [Row] = []
  /// The numbers of all hidden rows.
  var hiddenRows: Set<Int> = []
  /// The numbers of hidden columns, ascending.
  var hiddenColumns: [ClosedRange<Int>] = []
  var merges: [CellRange] = []
  /// What print puts at the head and the foot of each page.
  var printHeaders: [String] = []
  var printFooters: [String] = []
  var notices: [ReadingNotice] = []

  /// Puts rows that stand in no order into theirs, and what is given twice together.
  mutating func sortRows() {
    let isSorted = zip(rows, rows.dropFirst()).allSatisfy { $0.number < $1.number }
    if !isSorted {
      let order = rows.indices.sorted { (rows[$0].number, $0) < (rows[$1].number, $1) }
      var sorted: [Row] = []
      for index in order {
        if let last = sorted.indices.last, sorted[last].number == rows[index].number {
          sorted[last].cells += rows[index].cells
          sorted[last].isHidden = sorted[last].isHidden || rows[index].isHidden
        } else {
          sorted.append(rows[index])
        }
      }
      rows = sorted
    }
    for index in rows.indices {
      let cells = rows[index].cells
      if zip(cells, cells.dropFirst()).allSatisfy({ $0.column <= $1.column }) { continue }
      rows[index].cells = cells.enumerated()
        .sorted { ($0.element.column, $0.offset) < ($1.element.column, $1.offset) }.map(\.element)
    }
  }
}
