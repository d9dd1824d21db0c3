import AdapterKit
import ChineseText

/// Cuts a paragraph into its sentences, and a sentence before each point that it counts: 一是…；二是….
struct OutlinePoints {
  let source: SourceText

  func pieces(of paragraph: Range<Int>) -> [OutlineSentence] {
    let marks = counted(in: paragraph)
    return sentences(in: source.scalars, paragraph).flatMap { sentence in
      let cuts = marks.map(\.range.lowerBound).filter { sentence.lowerBound < $0 && $0 < sentence.upperBound }
      return zip([sentence.lowerBound] + cuts, cuts + [sentence.upperBound]).compactMap { start, end in
        piece(source.scalars.trimmed(start..<end), marks)
      }
    }
  }

  /// The points of a paragraph that is nothing but a list of them: （1）…；（2）….
  func paragraphs(of paragraph: Range<Int>) -> [Range<Int>] {
    let marks = counted(in: paragraph)
    guard let first = marks.first, first.range.lowerBound == paragraph.lowerBound, first.style != .hanPoint else {
      return [paragraph]
    }
    let cuts = marks.filter { $0.style == first.style }.map(\.range.lowerBound)
    return zip(cuts, cuts.dropFirst() + [paragraph.upperBound]).map { source.scalars.trimmed($0..<$1) }
  }

  private func piece(_ whole: Range<Int>, _ marks: [Enumerator]) -> OutlineSentence? {
    guard !whole.isEmpty else { return nil }
    guard let mark = marks.first(where: { $0.range.lowerBound == whole.lowerBound }),
      mark.range.upperBound < whole.upperBound
    else { return OutlineSentence(ranges: [withoutPause(whole)], whole: whole) }
    let words = source.scalars.trimmed(mark.range.upperBound..<whole.upperBound)
    return OutlineSentence(ranges: [withoutPause(words)], whole: whole, mark: mark.range, number: mark.number)
  }

  private func withoutPause(_ words: Range<Int>) -> Range<Int> {
    guard let last = words.last, words.count > 1, "；;：:，,".unicodeScalars.contains(source.scalars[last]) else {
      return words
    }
    return source.scalars.trimmed(words.lowerBound..<last)
  }

  /// A list that opens a paragraph may go on with one above.
  private func firstNumber(_ mark: Enumerator, in paragraph: Range<Int>) -> Int {
    mark.range.lowerBound == paragraph.lowerBound ? mark.number ?? 1 : 1
  }

  /// The marks of lists that count on from one, each behind a pause.
  private func counted(in paragraph: Range<Int>) -> [Enumerator] {
    let text = source.scalars
    var found: [Enumerator] = []
    var last: Unicode.Scalar?
    for at in paragraph {
      let isPlace = last.map { "：:；;。！？!?".unicodeScalars.contains($0) } ?? true
      if isPlace, let mark = enumerator(in: text, at: at, before: paragraph.upperBound), mark.number != nil {
        found.append(mark)
      }
      if !text[at].isBlank, !text[at].isLineEnd { last = text[at] }
    }
    var out: [Enumerator] = []
    for style in Enumerator.Style.allCases {
      var list: [Enumerator] = []
      for mark in found where mark.style == style {
        if mark.number == (list.last?.number ?? firstNumber(mark, in: paragraph) - 1) + 1 {
          list.append(mark)
        } else if mark.number == 1 {
          if list.count > 1 { out += list }
          list = [mark]
        }
      }
      if list.count > 1 { out += list }
    }
    return out.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
