import AdapterKit

/// How wide a form's columns are, how high its rows, and which of its cells stand in the middle.
struct FormLayout {
  /// In characters of ASCII; a Chinese one takes two. Together they fill a page.
  let widths: [Int]
  /// Whether the page lies on its side: six columns or more.
  let isWide: Bool
  private let short: [Bool]

  /// How many characters of 10.5 points go on a line of A4 between margins of 2 cm, upright and on its side.
  private static let capacity = (upright: 90, wide: 136)

  init(_ form: FilledForm) {
    isWide = form.headers.count > 5
    let capacity = isWide ? FormLayout.capacity.wide : FormLayout.capacity.upright
    let natural = form.headers.indices.map { column in
      let cells = form.rows.compactMap { row in
        row.indices.contains(column) ? row[column].flatMap { $0.columns == 1 ? $0.text : nil } : nil
      }
      return min(([form.headers[column]] + cells).map(FormLayout.width).max() ?? 0, 80) + 2
    }
    short = natural.map { $0 <= 16 }
    // Every column has room for its header and for short words; what is left goes to those that need it.
    let least = zip(natural, form.headers).map { min($0, max(FormLayout.width($1) + 2, 12)) }
    let needed = zip(natural, least).map { max(0, $0 - $1) }
    let (sum, left) = (needed.reduce(0, +), capacity - least.reduce(0, +))
    widths = zip(least, needed).map { least, needed in
      left > 0 && sum > 0 ? least + left * needed / sum : left > 0 ? least * capacity / (capacity - left) : least
    }
  }

  var total: Int { widths.reduce(0, +) }

  /// Whether a cell stands in the middle: a column holds nothing but short words, such as numbers or categories.
  func isCentred(_ cell: FilledForm.Cell, in column: Int) -> Bool {
    cell.columns == 1 && short.indices.contains(column) && short[column]
  }

  /// How many lines a row takes; those of cells over several rows are shared among these.
  func lines(_ row: [FilledForm.Cell?]) -> Int {
    zip(row, widths).map { cell, width in
      guard let cell, cell.columns == 1 else { return 1 }
      return (FormLayout.lines(cell.text, in: width - 1) + cell.rows - 1) / cell.rows
    }.max() ?? 1
  }

  /// The longest line's width.
  static func width(_ text: String) -> Int {
    text.split(separator: "\n").map { line in line.unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) } }
      .max() ?? 0
  }

  /// How many lines a text takes where a line takes so many characters.
  static func lines(_ text: String, in width: Int) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, (FormLayout.width(String($1)) + width - 1) / max(1, width)) }
  }
}
