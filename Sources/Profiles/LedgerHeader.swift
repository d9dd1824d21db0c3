import AdapterKit
import ChineseText

/// A table's header: what its columns hold, by the words of one row or of two.
struct LedgerHeader {
  /// `nil` where the words are not known.
  var columns: [Profile.Column?]
  /// The words of each column's head, for what they say of time.
  var heads: [Range<Int>?]
  /// The cells of all its rows.
  var cells: [Range<Int>]
  /// How many lines it takes.
  var lines: Int

  /// The header that begins with a line; `nil` where none does.
  init?(_ lines: ArraySlice<LedgerLine>, words: ShapeWords, in source: SourceText) {
    guard let first = lines.first, first.isRow, first.filled.count > 1 else { return nil }
    guard first.filled.allSatisfy({ LedgerHeader.canHead($0, in: source) }) else { return nil }
    // A form's fields right above the header are no part of it.
    let alone = first.filled.compactMap { LedgerHeader.column(top: $0, second: nil, words: words, in: source) }
    guard Set(alone).subtracting([.unit]).count >= 2 else { return nil }
    let below = lines.dropFirst().first.flatMap {
      LedgerHeader.isSecond($0, below: first, words: words, in: source) ? $0 : nil
    }
    columns = []
    heads = []
    var above: Range<Int>?
    var names = 0
    for at in first.cells.indices {
      let cell = first.cells[at]
      if !cell.isEmpty { above = cell.range }
      let own = cell.isEmpty ? nil : cell.range
      let second = below.flatMap { $0.cells.indices.contains(at) && !$0.cells[at].isEmpty ? $0.cells[at].range : nil }
      // A head that reaches over several columns says something of each.
      let top = second == nil ? own : own ?? above
      let found = LedgerHeader.column(top: top, second: second, words: words, in: source)
      if second ?? own != nil { names += 1 }
      columns.append(found)
      heads.append(second ?? own)
    }
    cells = first.filled + (below?.filled ?? [])
    self.lines = below == nil ? 1 : 2
    // Any list of goods has a column of units.
    let known = columns.compactMap { $0 }.filter { $0 != .unit }
    guard Set(known).count >= 2, known.contains(where: \.isStatement), known.count * 2 > names else { return nil }
  }

  /// Whether a cell's words can be a column's head: few, without a sentence.
  private static func canHead(_ cell: Range<Int>, in source: SourceText) -> Bool {
    let bare = source.bare(cell)
    return bare.unicodeScalars.count <= 24 && !bare.contains("。") && !bare.contains("；")
      && bare.unicodeScalars.contains { $0.isHan || $0.isASCIILetter }
  }

  /// Whether a row parts the columns of the header above it: all its words are names of columns, and stand where the
  /// header has none or one that reaches over several columns.
  private static func isSecond(
    _ line: LedgerLine, below first: LedgerLine, words: ShapeWords, in source: SourceText
  ) -> Bool {
    guard line.isRow, !line.filled.isEmpty else { return false }
    var known = 0
    var above: Range<Int>?
    for (at, cell) in line.cells.enumerated() {
      if first.cells.indices.contains(at), !first.cells[at].isEmpty { above = first.cells[at].range }
      guard !cell.isEmpty else { continue }
      guard canHead(cell.range, in: source) else { return false }
      if column(top: above, second: cell.range, words: words, in: source, needsSecond: true) != nil { known += 1 }
    }
    return known * 2 > line.filled.count
  }

  private static func column(
    top: Range<Int>?, second: Range<Int>?, words: ShapeWords, in source: SourceText, needsSecond: Bool = false
  ) -> Profile.Column? {
    func plain(_ range: Range<Int>?) -> [Unicode.Scalar] {
      range.map { LinePattern.plain(source.scalars[$0.clamped(to: source.whole)]) } ?? []
    }
    let (upper, lower) = (plain(top), plain(second))
    var names = lower.isEmpty ? [upper] : [lower, lower + upper, upper + lower]
    if !needsSecond, !lower.isEmpty { names.append(upper) }
    names += names.map(withoutBrackets)
    var best: (column: Profile.Column, weight: Int)?
    for name in names {
      guard let found = words.column(name), found.weight > best?.weight ?? 0 else { continue }
      // Words that the upper head would be known without are no part of it.
      if needsSecond, name != lower, found.weight <= words.column(upper)?.weight ?? 0 { continue }
      // 责任 above 单位 names a body.
      if best?.column == .unit, found.column.party == nil { continue }
      best = (found.column, found.weight)
      if name == lower, found.column != .unit { break }
    }
    return best?.column
  }

  /// 责任单位（牵头、配合） is 责任单位.
  private static func withoutBrackets(_ name: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var depth = 0
    return name.filter { scalar in
      if scalar == "(" { depth += 1 }
      defer { if scalar == ")" { depth = max(0, depth - 1) } }
      return depth == 0 && scalar != ":" && scalar != "*"
    }
  }
}
