@testable import Reading

extension FileText {
  /// The text of a range.
  fileprivate func cut(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }

  /// The blocks in a form to read: `# heading`, a paragraph as it is, a table's rows in brackets with their cells parted
  /// by `|`, a merged cell's columns and rows in front, `<` for a covered cell, paragraphs of a cell parted by `/`.
  var drawn: [String] { (blocks ?? []).map(drawn) }

  private func drawn(_ block: Block) -> String {
    switch block.kind {
    case .paragraph: cut(block.range)
    case .heading(let level): String(repeating: "#", count: level) + " " + cut(block.range)
    case .table: "[" + block.rows.map { $0.cells.map(drawn).joined(separator: "|") }.joined(separator: "; ") + "]"
    }
  }

  private func drawn(_ cell: Cell) -> String {
    if cell.isCovered { return cell.paragraphs.isEmpty ? "<" : "<!" }
    let span = cell.columns > 1 || cell.rows > 1 ? "\(cell.columns)x\(cell.rows) " : ""
    return span + cell.paragraphs.map(cut).joined(separator: "/")
  }

  /// The asides as `kind: text`.
  var drawnAsides: [String] { asides.map { "\($0.kind): \(cut($0.range).trimmed)" } }

  /// The notices as `kind xcount name`.
  var drawnNotices: [String] { notices.map { "\($0.kind) x\($0.count) \($0.name ?? "")".trimmed } }

  /// The place of the first occurrence of a text.
  func place(of text: String) -> FilePlace? {
    let sought = Array(text.unicodeScalars)
    guard let first = sought.first, sought.count <= scalars.count else { return nil }
    for start in 0...(scalars.count - sought.count) where scalars[start] == first {
      if scalars[start..<(start + sought.count)].elementsEqual(sought) { return place(of: start) }
    }
    return nil
  }
}

extension String {
  fileprivate var trimmed: String {
    var rest = Substring(self)
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    while let first = rest.first, first.isWhitespace { rest.removeFirst() }
    return String(rest)
  }
}
