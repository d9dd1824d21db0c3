import ChineseText
import Reading

/// The paragraphs of a text, put together again where hard line ends or page numbers cut them.
///
/// A line end inside a paragraph is known by the lines' width: text that a PDF or a mail wrapped fills its lines. A page
/// number stands on a line of its own and may stand inside a sentence.
public struct Paragraphs: Sendable {
  /// In order, trimmed; a table's row that stands on one line is one, else each paragraph of its cells.
  public private(set) var ranges: [Range<Int>] = []
  /// Those that stand on lines of their own.
  public private(set) var pageNumbers: [Range<Int>] = []

  private struct Line {
    var range: Range<Int>
    /// In half-width columns, the indent included.
    var width: Int
    /// In characters: what a PDF sets proportionally fills a line with more of them where many are digits.
    var length: Int
    var isIndented: Bool
    /// Only paragraphs are wrapped, not cells.
    var isProse: Bool
  }

  private let source: SourceText
  private let openings: [String]

  /// - Parameter openings: words that only a paragraph begins with, beside the marks of lists.
  public init(_ source: SourceText, openings: [String] = []) {
    self.source = source
    self.openings = openings
    var lines: [Line] = []
    for block in source.blocks {
      for range in Paragraphs.lines(of: block, in: source) {
        let isNumber = isPageNumber(range)
        if isNumber { pageNumbers.append(range) }
        if !isNumber { lines.append(line(range, isProse: block.kind == .paragraph)) }
      }
    }
    let full = fullLine(lines)
    let usesIndent = lines.count(where: \.isIndented) * 4 >= lines.count
    for (index, line) in lines.enumerated() {
      if index > 0, let last = ranges.last, goesOn(lines[index - 1], line, full: full, usesIndent: usesIndent) {
        ranges[ranges.count - 1] = last.lowerBound..<line.range.upperBound
      } else {
        ranges.append(line.range)
      }
    }
  }

  /// A stretch without the page numbers that stand inside it.
  public func words(of range: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = range.lowerBound
    for number in pageNumbers where range.lowerBound < number.lowerBound && number.upperBound < range.upperBound {
      out.append(source.scalars.trimmed(start..<number.lowerBound))
      start = number.upperBound
    }
    out.append(source.scalars.trimmed(start..<range.upperBound))
    return out.filter { !$0.isEmpty }
  }

  /// A row whose cells stand on one line is a line; cells written downwards are lines of their own.
  private static func lines(of block: Block, in source: SourceText) -> [Range<Int>] {
    guard block.kind == .table else { return [block.range] }
    return block.rows.flatMap { row -> [Range<Int>] in
      let isOneLine = !source.scalars[row.range].contains(where: \.isLineEnd)
      return isOneLine ? [source.scalars.trimmed(row.range)] : row.cells.flatMap(\.paragraphs)
    }.filter { !$0.isEmpty }
  }

  private func line(_ range: Range<Int>, isProse: Bool) -> Line {
    var before = range.lowerBound
    while before > 0, source.scalars[before - 1].isBlank { before -= 1 }
    let indent = source.scalars[before..<range.lowerBound]
    return Line(
      range: range, width: source.scalars[before..<range.upperBound].reduce(0) { $0 + ($1.isASCII ? 1 : 2) },
      length: range.upperBound - before,
      isIndented: indent.contains { $0 == "\u{3000}" || $0 == "\t" } || indent.count > 1, isProse: isProse)
  }

  // MARK: Wrapped lines

  /// How wide and how long a line is that is filled; `nil` where the text is not wrapped.
  private func fullLine(_ lines: [Line]) -> (width: Int, length: Int)? {
    let prose = lines.filter(\.isProse)
    guard let widest = prose.map(\.width).max(), (24...120).contains(widest), let longest = prose.map(\.length).max()
    else { return nil }
    let full = (width: widest - 6, length: longest - 3)
    return prose.count { isFull($0, full) && !ends($0, at: "。！？：；") } >= 3 ? full : nil
  }

  private func isFull(_ line: Line, _ full: (width: Int, length: Int)) -> Bool {
    line.width >= full.width || line.length >= full.length
  }

  private func goesOn(_ last: Line, _ next: Line, full: (width: Int, length: Int)?, usesIndent: Bool) -> Bool {
    guard last.isProse, next.isProse, !next.isIndented || !usesIndent else { return false }
    let between = last.range.upperBound..<next.range.lowerBound
    let hasNumber = pageNumbers.contains { between.contains($0.lowerBound) }
    if hasNumber {
      // A page ends inside a sentence.
      return last.width > 30 && !ends(last, at: "。！？：；”）.") && !begins(next)
    }
    guard let full, isFull(last, full), !isBlankLine(between) else { return false }
    return !ends(last, at: "。！？：；") || usesIndent && !begins(next)
  }

  private func isBlankLine(_ between: Range<Int>) -> Bool {
    let ends = source.scalars[between].filter(\.isLineEnd)
    return ends.count > (ends.first == "\r" && ends.dropFirst().first == "\n" ? 2 : 1)
  }

  private func ends(_ line: Line, at marks: String) -> Bool {
    line.range.last.map { marks.unicodeScalars.contains(source.scalars[$0]) } ?? false
  }

  /// A list's mark or one of the words opens a paragraph.
  private func begins(_ line: Line) -> Bool {
    let start = line.range.lowerBound
    return enumerator(in: source.scalars, at: start, before: line.range.upperBound) != nil
      || openings.contains { source.scalars.stands($0, at: start) }
  }

  // MARK: Page numbers

  /// — 3 —, 3, 第3页, 第3页 共12页, 3/12.
  private func isPageNumber(_ range: Range<Int>) -> Bool {
    guard range.count <= 16 else { return false }
    let bare = Array(source.bare(range).unicodeScalars)
    let core = bare.filter { !"—-－–─―·•第页共/,，".unicodeScalars.contains($0) }
    guard (1...6).contains(core.count), core.allSatisfy(\.isDigit) else { return false }
    if bare.count == core.count { return core.count <= 3 }
    return bare.contains("页") && bare.first == "第" || bare.allSatisfy { !"第页共".unicodeScalars.contains($0) }
  }
}
