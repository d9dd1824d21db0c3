import AdapterKit
import ChineseText

/// Cuts a goal's name and content: paragraphs, sentences, the parts of a counted list.
struct GoalContent {
  let source: SourceText
  /// Whether sentences of this text end with a mark, so that one without is broken.
  private let endsSentences: Bool
  /// The length of the lines that end without a mark, where lines were broken at one width.
  private let width: Int

  init(source: SourceText) {
    self.source = source
    let lines = source.blocks.flatMap { block in
      block.kind == .table ? block.rows.flatMap(\.cells).flatMap(\.paragraphs) : [block.range]
    }.filter { line in line.count >= 12 && source.scalars[line].contains { "，。；、".unicodeScalars.contains($0) } }
    let ended = lines.count { line in line.last.map { "。！？；".unicodeScalars.contains(source.scalars[$0]) } ?? false }
    let marked = lines.count { source.scalars.first("。", in: $0) != nil }
    endsSentences = ended > 0 && max(marked, ended) * 2 >= lines.count
    width = lines.map(\.count).max() ?? 0
  }

  /// A piece of content and what it became: a line may break within it.
  struct Piece {
    enum Owner {
      case measure(Int)
      case benchmark(goal: Int)
    }

    var range: Range<Int>
    var owner: Owner
    /// Whether a page ended behind it.
    var isBeforePage = false
  }

  struct Statement {
    var range: Range<Int>
    /// With the number before it.
    var whole: Range<Int>
    var mark: Range<Int>?
    var number: Int?
  }

  /// What a row calls its goal, and what is left of its content.
  struct Name {
    var title: Statement?
    var rest: [Range<Int>]
  }

  /// The marks that count what is to be done; 一是 and 首先 are words of the sentence.
  private static let counting: Set<Enumerator.Style> = [.digitPoint, .digitBracket, .hanPoint, .hanBracket, .circled]

  // MARK: Names

  func name(of row: GoalRow) -> Name {
    if let title = row.title, !row.content.isEmpty || !saysMore(title) {
      return Name(title: counted(title), rest: row.content)
    }
    // One cell says it all: its first line, or what stands before a colon, or its first sentence.
    let cells = [row.title].compactMap { $0 } + row.content
    guard let first = cells.first, let line = paragraphs(of: first).first else { return Name(rest: cells) }
    let colon = line.first { source.scalars[$0] == "：" || source.scalars[$0] == ":" }
    var cut = sentences(in: source.scalars, line).first?.upperBound ?? line.upperBound
    if let colon, colon < cut, colon - line.lowerBound <= 30 { cut = colon + 1 }
    var title = counted(line.lowerBound..<cut)
    if let last = title.range.last, title.range.count > 1, "。：:！".unicodeScalars.contains(source.scalars[last]) {
      title.range = title.range.lowerBound..<last
    }
    return Name(title: title, rest: [source.scalars.trimmed(cut..<first.upperBound)] + cells.dropFirst())
  }

  /// Whether a name's cell or line holds its content too: several sentences, or one behind a colon.
  private func saysMore(_ title: Range<Int>) -> Bool {
    if sentences(in: source.scalars, title).count > 1 { return true }
    guard let colon = title.first(where: { source.scalars[$0] == "：" || source.scalars[$0] == ":" }) else {
      return false
    }
    return colon - title.lowerBound <= 30 && title.upperBound - colon > 10
  }

  /// A stretch without the number that may stand before it.
  private func counted(_ stretch: Range<Int>) -> Statement {
    let whole = source.scalars.trimmed(stretch)
    guard let mark = mark(at: whole), mark.range.upperBound < whole.upperBound else {
      return Statement(range: whole, whole: whole)
    }
    let range = source.scalars.trimmed(mark.range.upperBound..<whole.upperBound)
    return Statement(range: range, whole: whole, mark: mark.range, number: mark.number)
  }

  /// The number that a stretch begins with.
  func mark(at stretch: Range<Int>) -> Enumerator? {
    let stretch = source.scalars.trimmed(stretch)
    return enumerator(in: source.scalars, at: stretch.lowerBound, before: stretch.upperBound)
      .flatMap { GoalContent.counting.contains($0.style) ? $0 : nil }
  }

  // MARK: Content

  func paragraphs(of cell: Range<Int>) -> [Range<Int>] {
    source.scalars.pieces(of: cell, partedBy: \.isLineEnd)
  }

  /// The sentences; one that is a counted list (1. 2. 3. or （1）（2）) is parted at its semicolons.
  func statements(in body: Range<Int>) -> [Statement] {
    let text = source.scalars
    return sentences(in: text, body).flatMap { sentence -> [Statement] in
      var starts = [sentence.lowerBound]
      if let first = mark(at: sentence) {
        for at in sentence where text[at] == "；" || text[at] == ";" {
          if mark(at: at + 1..<sentence.upperBound)?.style == first.style { starts.append(at + 1) }
        }
      }
      let ends = starts.dropFirst() + [sentence.upperBound]
      return zip(starts, ends).map { counted($0..<$1) }.filter { !$0.range.isEmpty }
    }
  }

  /// Whether a line was broken within a sentence, so that the next one goes on with it.
  func goesOn(_ last: Piece, _ next: Statement) -> Bool {
    guard next.mark == nil, let end = last.range.last, !isEnded(last.range) else { return false }
    if last.isBeforePage { return endsSentences }
    guard isOtherLine(last.range.upperBound..<next.whole.lowerBound) else { return false }
    if "，,、：:（(“".unicodeScalars.contains(source.scalars[end]) { return true }
    if let first = next.whole.first, "，。、；：）”％%".unicodeScalars.contains(source.scalars[first]) { return true }
    let length = lineLength(endingAt: last.range.upperBound)
    // What breaks lines at a width fills each of them: no line is followed by one that is much longer.
    guard lineLength(startingAt: next.whole.lowerBound) <= length + 3 else { return false }
    return endsSentences ? length >= 12 : length >= 20 && length + 2 >= width
  }

  /// How long the line or cell is that ends there.
  private func lineLength(endingAt end: Int) -> Int {
    var start = end
    while start > 0, !source.scalars[start - 1].isLineEnd, source.scalars[start - 1] != "\t" { start -= 1 }
    return end - start
  }

  private func lineLength(startingAt start: Int) -> Int {
    let line = source.scalars[start...].prefix { !$0.isLineEnd && $0 != "\t" }
    return line.count
  }

  private func isOtherLine(_ gap: Range<Int>) -> Bool {
    !gap.isEmpty && source.scalars[gap].contains(where: \.isLineEnd)
      && source.scalars[gap].allSatisfy { $0.isLineEnd || $0.isBlank }
  }

  /// Whether words end as a sentence does.
  func isEnded(_ range: Range<Int>) -> Bool {
    range.last.map { "。！？；.!?;".unicodeScalars.contains(source.scalars[$0]) } ?? true
  }
}
