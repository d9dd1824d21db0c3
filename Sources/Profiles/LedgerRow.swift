import AdapterKit
import ChineseText

/// A row below a header, each cell under its column.
struct LedgerRow {
  var range: Range<Int>
  var cells: [LedgerCell]
  /// What stands for an empty cell: —, /, 无.
  var marks: [Range<Int>] = []

  /// The words in a column; `nil` where there are none.
  func value(_ column: Int?) -> Range<Int>? {
    guard let column, cells.indices.contains(column), !cells[column].isEmpty else { return nil }
    return cells[column].range
  }

  /// The words of the merged cell above that say something of this row too.
  func merged(_ column: Int) -> Range<Int>? {
    cells.indices.contains(column) ? cells[column].above.flatMap { $0.isEmpty ? nil : $0 } : nil
  }

  /// Whether the cell above reaches down over this one.
  func isBelow(_ column: Int?) -> Bool {
    column.map { cells.indices.contains($0) && cells[$0].isBelow } ?? false
  }
}

/// A table below a header: its rows and the lines between them, in order.
struct LedgerTable {
  enum Element {
    /// The header, or the same once more.
    case header([Range<Int>])
    case row(LedgerRow)
    /// A heading between rows, or above the table.
    case heading(Range<Int>)
    case total(Range<Int>)
    /// Anything else that stands between or below the rows.
    case line(Range<Int>)
  }

  var columns: [Profile.Column?]
  var heads: [Range<Int>?]
  var elements: [Element] = []

  init(_ header: LedgerHeader) {
    columns = header.columns
    heads = header.heads
    elements = [.header(header.cells)]
  }

  func columns(_ column: Profile.Column) -> [Int] { columns.indices.filter { columns[$0] == column } }

  func column(_ column: Profile.Column) -> Int? { columns.firstIndex(of: column) }

  var rows: [LedgerRow] { elements.compactMap { if case .row(let row) = $0 { row } else { nil } } }
}

/// What the columns of a table are to each other: which one names the tasks, which groups them, which say more.
struct LedgerShape {
  /// Merged over several tasks; from the outside inwards.
  var groups: [Int] = []
  /// Names the task.
  var title: Int?
  /// Say what is to be done for it.
  var contents: [Int] = []
  var number: Int?
  /// Whether the numbers count the innermost group.
  var numbersGroup = false
  /// Whether tasks have numbers at all.
  var isNumbered = false

  init(_ table: LedgerTable) {
    let rows = table.rows
    number = table.column(.number) ?? LedgerShape.unnamedNumber(table, rows)
    var statements = table.columns.indices.filter { table.columns[$0] == .task || table.columns[$0] == .measures }
    let targets = table.columns(.target)
    // What is to be reached names the tasks where nothing else does, and groups them where it is merged over several.
    if let target = targets.first, statements.first.map({ target < $0 }) ?? true,
      !statements.contains(where: { table.columns[$0] == .task })
        || rows.contains(where: { $0.value(statements.first) != nil && goesOn($0, below: target) })
    {
      statements.insert(target, at: 0)
    }
    while statements.count > 1 {
      let (outer, inner) = (statements[0], statements[1])
      let grouped = rows.filter { $0.value(outer) == nil && $0.value(inner) != nil }
      guard !grouped.isEmpty else { break }
      let areNumbered = grouped.count { $0.value(number) != nil } * 2 > grouped.count
      guard areNumbered || table.columns[inner] == .task else { break }
      groups.append(outer)
      statements.removeFirst()
      numbersGroup = number != nil && !areNumbered
    }
    title = statements.first
    contents = Array(statements.dropFirst()) + targets.filter { $0 != statements.first && !groups.contains($0) }
    contents += table.columns(.stage)
    contents.sort()
    let titled = rows.filter { $0.value(title) != nil }
    isNumbered = !numbersGroup && titled.count { $0.value(number) != nil } * 2 > titled.count
  }

  /// The first column where its head is empty and its cells are numbers.
  private static func unnamedNumber(_ table: LedgerTable, _ rows: [LedgerRow]) -> Int? {
    guard let head = table.heads.first, head == nil else { return nil }
    let cells = rows.compactMap { $0.value(0) }
    return !cells.isEmpty && cells.allSatisfy { $0.count <= 4 } ? 0 : nil
  }

  /// Whether a row goes on with the cell above in a column, by the table's own marks or by having no number either.
  private func goesOn(_ row: LedgerRow, below column: Int) -> Bool {
    row.value(column) == nil && (row.isBelow(column) || number != nil && row.value(number) == nil)
  }
}
