import AdapterKit
import ChineseText
import Reading

/// What the file's own blocks tell of a text: its headings, its tables, and the marks around both.
struct OutlineBlocks {
  /// How deep the headings stand, by where they begin.
  let levels: [Int: Int]
  /// The cells of a row that stands on one line, by where it begins.
  let rows: [Int: [Range<Int>]]
  /// Where the header rows of tables begin, and their cells.
  let tableHeaders: Set<Int>
  /// What a file writes around paragraphs and cells to mark them: ##, bars, |---|.
  let markup: [Range<Int>]

  init(_ source: SourceText) {
    levels = Dictionary(
      source.blocks.compactMap { block in
        if case .heading(let level) = block.kind { (block.range.lowerBound, level) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    rows = Dictionary(
      source.blocks.flatMap(\.rows).compactMap { row in
        let line = source.scalars.trimmed(row.range)
        let cells = row.cells.map(\.range).filter { !$0.isEmpty }
        let isLine = !source.scalars[line].contains(where: \.isLineEnd)
        return isLine && !cells.isEmpty ? (line.lowerBound, cells) : nil
      }, uniquingKeysWith: { first, _ in first })
    tableHeaders = OutlineBlocks.tableHeaders(of: source)
    markup = OutlineBlocks.markup(of: source)
  }

  /// The first row of a table of several, without digits but those of years.
  private static func tableHeaders(of source: SourceText) -> Set<Int> {
    let first = source.blocks.filter { $0.rows.count > 1 }.compactMap(\.rows.first)
    let headers = first.filter { row in
      let digits = source.scalars[row.range].count(where: \.isDigit)
      return digits == 4 * yearMentions(in: source.scalars, row.range).count
    }
    return Set(headers.flatMap { [source.scalars.trimmed($0.range).lowerBound] + $0.cells.map(\.range.lowerBound) })
  }

  private static func markup(of source: SourceText) -> [Range<Int>] {
    let said = source.blocks.flatMap { $0.kind == .table ? $0.rows.flatMap(\.cells).map(\.range) : [$0.range] }
    var out: [Range<Int>] = []
    var start = 0
    for range in said + [source.whole.upperBound..<source.whole.upperBound] {
      let between = start..<max(start, range.lowerBound)
      if source.scalars[between].allSatisfy({ $0.isBlank || $0.isLineEnd || "#*+->|:=_~`".unicodeScalars.contains($0) })
      {
        out.append(between)
      }
      start = max(start, range.upperBound)
    }
    return out
  }
}
