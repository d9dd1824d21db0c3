import AdapterKit
import ChineseText

/// The lines of a text told apart: what stands above its outline, what the page adds, and the paragraphs of the outline
/// itself, each whole.
struct OutlineLines {
  private(set) var head: OutlineHead
  /// The paragraphs below the head that say something.
  private(set) var body: [Range<Int>] = []
  private(set) var asides: [Outline.Aside] = []

  let source: SourceText
  let notes: OutlineNotes
  let paragraphs: Paragraphs
  let page: PageLines
  let blocks: OutlineBlocks
  private let words: ShapeWords

  init(_ source: SourceText, words: ShapeWords) {
    self.source = source
    self.words = words
    notes = OutlineNotes(source: source, words: words)
    paragraphs = Paragraphs(source, openings: words.labelWords)
    page = PageLines(source: source)
    blocks = OutlineBlocks(source)
    head = OutlineHead(source, words: words)
    asides = blocks.markup.map { Outline.Aside(range: $0, kind: .markup) }
    asides += paragraphs.pageNumbers.map { Outline.Aside(range: $0, kind: .pageNumber) }
    body = cut()
    head.settle(opening: Array(body.prefix(3)))
  }

  /// The paragraphs below the head, those that a page broke at its links put together again.
  private mutating func cut() -> [Range<Int>] {
    var out: [Range<Int>] = []
    let usesBlankLines = partedByBlankLines()
    let signed = signature()
    for (index, paragraph) in paragraphs.ranges.enumerated() {
      if signed.contains(index) {
        asides.append(Outline.Aside(range: paragraph, kind: .signature))
      } else if blocks.tableHeaders.contains(paragraph.lowerBound) {
        asides.append(Outline.Aside(range: paragraph, kind: .tableHeader))
      } else if isFurniture(paragraph, after: index > 0 ? paragraphs.ranges[index - 1] : nil) {
        asides.append(Outline.Aside(range: paragraph, kind: .credits))
      } else if out.isEmpty, head.takes(paragraph, isHeading: isHeading(paragraph)) {
        continue
      } else if let last = out.last, breaksWord(from: last, to: paragraph) {
        out[out.count - 1] = last.lowerBound..<paragraph.upperBound
      } else if usesBlankLines, let last = out.last, goesOn(from: last, to: paragraph) {
        out[out.count - 1] = last.lowerBound..<paragraph.upperBound
      } else {
        out.append(paragraph)
      }
    }
    return out
  }

  /// Who signs and the day below it, at the text's end.
  private func signature() -> Range<Int> {
    let ranges = paragraphs.ranges
    let said = ranges.indices.reversed().lazy
      .filter { isDay(ranges[$0]) || !isFurniture(ranges[$0], after: nil) }.prefix(4)
    guard let day = Array(said).last(where: { isDay(ranges[$0]) }), day > 0 else { return 0..<0 }
    let name = ranges[day - 1]
    let isName = name.count <= 30 && !ends(name) && !isHeading(name) && !notes.isNote(name)
    return (isName ? day - 1 : day)..<day + 1
  }

  private func isDay(_ line: Range<Int>) -> Bool {
    dateMentions(in: source.scalars, line).first.map { $0.range == line && $0.year != nil } ?? false
  }

  /// What the page adds: a line of its own, the value on the line below a label, what is left of buttons.
  private func isFurniture(_ paragraph: Range<Int>, after last: Range<Int>?) -> Bool {
    let bare = source.bare(paragraph)
    if words.isBoilerplate(LinePattern.plain(source.scalars[paragraph])) { return true }
    if bare.hasSuffix("。") || isHeading(paragraph) || isAnnex(paragraph) || notes.isNote(paragraph) { return false }
    if let last, paragraph.count <= 20, ["来源：", "来源:", "作者：", "作者:"].contains(source.bare(last)) { return true }
    return page.isCredits(paragraph) || isNeighbour(paragraph) || ["大", "中", "小"].contains(bare)
      || !bare.unicodeScalars.contains { $0.isHan || $0.isDigit || $0.isASCIILetter }
  }

  /// A headline of another page with its day behind it.
  private func isNeighbour(_ line: Range<Int>) -> Bool {
    guard line.count <= 60, let day = dateMentions(in: source.scalars, line).last, day.year != nil else { return false }
    return day.range.upperBound == line.upperBound && day.range.lowerBound > line.lowerBound
      && !source.scalars[day.range].contains("年")
      && !source.scalars[line.lowerBound..<day.range.lowerBound].contains(where: { "：:—".unicodeScalars.contains($0) })
  }

  private func partedByBlankLines() -> Bool {
    let ranges = paragraphs.ranges
    let parted = zip(ranges, ranges.dropFirst()).count { lineEnds(between: $0, $1) > 1 }
    return parted * 3 >= ranges.count
  }

  func lineEnds(between last: Range<Int>, _ next: Range<Int>) -> Int {
    source.scalars[last.upperBound..<max(last.upperBound, next.lowerBound)].count { $0.isLineEnd && $0 != "\r" }
  }

  /// Whether a line is what is left of the one above: behind a comma, or the end of a unit's name.
  private func breaksWord(from last: Range<Int>, to next: Range<Int>) -> Bool {
    guard lineEnds(between: last, next) == 1, !isHeading(next), !notes.isNote(next),
      blocks.rows[last.lowerBound] == nil,
      blocks.rows[next.lowerBound] == nil, blocks.levels[last.lowerBound] == nil, let end = last.last
    else { return false }
    return "，、,".unicodeScalars.contains(source.scalars[end])
      || notes.isNote(last) && next.count <= 3 && next.allSatisfy { source.scalars[$0].isHan }
  }

  /// Whether a sentence that the last line left open goes on in this one.
  private func goesOn(from last: Range<Int>, to next: Range<Int>) -> Bool {
    guard lineEnds(between: last, next) == 1, !isHeading(next), !notes.isNote(next),
      !notes.isNote(last), blocks.levels[last.lowerBound] == nil,
      blocks.rows[last.lowerBound] == nil, blocks.rows[next.lowerBound] == nil, bullet(next).isEmpty,
      source.scalars[last.upperBound..<next.lowerBound].allSatisfy({ $0.isBlank || $0.isLineEnd })
    else { return false }
    return !ends(last) && !(isHeading(last) && titled(last).rest == nil)
  }

  func ends(_ paragraph: Range<Int>) -> Bool {
    paragraph.last.map { "。！？：；!?:;”）)".unicodeScalars.contains(source.scalars[$0]) } ?? true
  }
}
