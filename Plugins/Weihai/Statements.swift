import AdapterKit
import ChineseText

/// A sentence of a report, or a part of one that a list's mark opens.
struct Statement {
  /// The words, mark included, label not.
  var range: Range<Int>
  /// 会议指出，
  var label: Range<Int>?
  /// 一要
  var mark: Enumerator?
  /// Absent for narration.
  var mode: Mode?
  /// Which paragraph it stands in.
  var paragraph: Int
  var beginsParagraph: Bool
  /// Which sentence it was cut from.
  var sentence: Int
  /// The statements between two voices stand in one part.
  var part: Int
  var isAttendance = false
  /// Cut from a sentence whose parts all begin alike.
  var isParallel = false
}

/// Where a sentence can be cut: before the marks of a list.
struct SentenceCutter {
  let source: SourceText

  /// The pieces of a sentence, each with the mark it begins with.
  func pieces(of sentence: Range<Int>) -> [(range: Range<Int>, mark: Enumerator?, isParallel: Bool)] {
    let text = source.scalars
    var starts = [sentence.lowerBound]
    for at in sentence where ["；", ";", "：", ":", "，", ","].contains(text[at]) {
      let next = skipBlanks(from: at + 1)
      guard let mark = enumerator(in: text, at: next, before: sentence.upperBound) else { continue }
      // After a comma, 二要 can go on a list; 二是 is part of the sentence, unless 一是 begins a list there that a
      // semicolon or full stop goes on with.
      let isComma = text[at] == "，" || text[at] == ","
      if !isComma || mark.style == .ordinalMust || beginsList(mark, in: sentence) { starts.append(next) }
    }
    let parallel = starts.count == 1 ? parallelStarts(sentence) : []
    starts += parallel
    return starts.enumerated().compactMap { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] : sentence.upperBound
      let piece = text.trimmed(start..<end)
      guard !piece.isEmpty else { return nil }
      let mark = enumerator(in: text, at: piece.lowerBound, before: piece.upperBound)
      return (
        piece, mark.flatMap { $0.range.upperBound < piece.upperBound ? $0 : nil }, parallel.contains(piece.lowerBound)
      )
    }
  }

  /// Behind a colon, three or more parts between semicolons that begin with the same two characters.
  private func parallelStarts(_ sentence: Range<Int>) -> [Int] {
    let text = source.scalars
    guard let colon = firstClauseMark(in: text, sentence, marks: ["：", ":"]) else { return [] }
    var starts = [skipBlanks(from: colon + 1)]
    for at in colon + 1..<sentence.upperBound where text[at] == "；" || text[at] == ";" {
      starts.append(skipBlanks(from: at + 1))
    }
    let keys = starts.map { ParallelTasks.key($0..<max($0, sentence.upperBound), source) }
    guard starts.count >= 3, let first = keys.first, first != nil, keys.allSatisfy({ $0 == first }) else { return [] }
    return starts
  }

  private func beginsList(_ mark: Enumerator, in sentence: Range<Int>) -> Bool {
    let text = source.scalars
    guard mark.number == 1 else { return false }
    // No part of a list is longer, and bounding the look keeps a sentence of nothing but marks linear.
    let end = min(sentence.upperBound, mark.range.upperBound + 500)
    let stop = firstClauseMark(in: text, mark.range.upperBound..<end, marks: ["；", ";"])
    guard stop != nil || end == sentence.upperBound else { return false }
    let next = skipBlanks(from: stop.map { $0 + 1 } ?? sentence.upperBound)
    guard let second = enumerator(in: text, at: next, before: text.count) else { return false }
    return second.style == mark.style && second.number ?? 2 == 2
  }

  private func skipBlanks(from start: Int) -> Int {
    var at = start
    while at < source.scalars.count, source.scalars[at].isBlank { at += 1 }
    return at
  }
}
