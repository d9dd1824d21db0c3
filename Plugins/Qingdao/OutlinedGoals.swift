import AdapterKit
import ChineseText

/// Goals that stand below their category's name as numbered lines, or as short lines before their sentences, where no
/// table was made.
struct OutlinedGoals {
  private(set) var head: [SheetLines.Line] = []
  private(set) var elements: [SheetLayout.Element] = []

  private let source: SourceText

  /// `nil` where no category of the vocabulary stands on a line of its own, and no line begins with 目标一： or the like.
  init?(_ lines: [SheetLines.Line], in source: SourceText) {
    self.source = source
    let first = lines.firstIndex { line in
      guard let only = line.filled.first, line.filled.count == 1 else { return false }
      return CellKind(only, in: source).isKnownCategory || SheetWords.goalMark(at: only, of: source) != nil
    }
    guard let first else { return nil }
    head = Array(lines[..<first])
    let cells = lines[first...].flatMap(\.filled)
    let style = cells.lazy.filter { !CellKind($0, in: source).isCategoryLike }.compactMap(mark).first?.style
    let hasMarks = cells.contains { SheetWords.goalMark(at: $0, of: source) != nil }
    var isClosed = false
    for (index, cell) in cells.enumerated() {
      let kind = CellKind(cell, in: source)
      isClosed = isClosed || SheetLine(cell, in: source).opensArticles
      if hasMarks, !isClosed {
        guard let mark = SheetWords.goalMark(at: cell, of: source) else {
          elements.append(.line(cell))
          continue
        }
        var row = GoalRow(title: source.scalars.trimmed(mark.upperBound..<cell.upperBound))
        row.number = source.scalars.trimmed(mark)
        elements.append(.row(row))
      } else if isClosed || kind.isKnownCategory || !isGoal(cell, kind, style, next: cells.dropFirst(index + 1).first) {
        elements.append(.line(cell))
      } else {
        elements.append(.row(GoalRow(title: cell)))
      }
    }
  }

  private func isGoal(_ cell: Range<Int>, _ kind: CellKind, _ style: Enumerator.Style?, next: Range<Int>?) -> Bool {
    if let style { return mark(cell)?.style == style }
    guard let next else { return false }
    return !kind.isSentence && cell.count >= 4 && CellKind(next, in: source).isSentence
      && SheetWords.inside.label(at: cell, of: source) == nil
  }

  private func mark(_ cell: Range<Int>) -> Enumerator? {
    enumerator(in: source.scalars, at: cell.lowerBound, before: cell.upperBound).flatMap {
      [.digitPoint, .digitBracket, .hanPoint, .hanBracket, .circled].contains($0.style) ? $0 : nil
    }
  }
}
