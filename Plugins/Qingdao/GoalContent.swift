import AdapterKit
import ChineseText

/// Cuts a goal's name and content: paragraphs, sentences, the parts of a counted list.
struct GoalContent {
  let source: SourceText

  /// A piece of content and what it became: a line may break within it.
  struct Piece {
    enum Owner {
      case measure(Int)
      case benchmark(goal: Int)
    }

    var range: Range<Int>
    var owner: Owner
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
    if let title = row.title, !row.content.isEmpty || sentences(in: source.scalars, title).count < 2 {
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
    guard next.mark == nil, let end = last.range.last, isOtherLine(last.range.upperBound..<next.whole.lowerBound) else {
      return false
    }
    if "，,、".unicodeScalars.contains(source.scalars[end]) { return true }
    return last.range.count >= 20 && (source.scalars[end].isHan || source.scalars[end].isDigit)
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
