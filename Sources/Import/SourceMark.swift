import ChineseText
import Reading

/// A confidentiality mark and where it stands in its source.
public struct SourceMark: Sendable, Equatable {
  /// As it is written.
  public var text: String
  public var place: Place
  /// Where it stands in a file that is not plain text.
  public var spot: FilePlace?
  /// The whole line that it stands in, without its end.
  public var line: String
}

extension TextReading {
  /// The marks of the text, each at its place in the source.
  public var sourceMarks: [SourceMark] {
    guard !marks.isEmpty else { return [] }
    let index = LineIndex(repaired.source)
    return marks.map { mark in
      let offset = repaired.sourceOffset(of: mark.range.lowerBound)
      let place = index.place(of: offset)
      return SourceMark(
        text: repaired.text.string(mark.range), place: place, spot: file.place(of: offset),
        line: index.excerpt(ofLine: place.line, in: repaired.source) ?? "")
    }
  }
}

/// The text with blanks in place of its marks and of what stands beside them, so that a paper reads alike with and
/// without them; a mark alone on its line takes the line's end along, or a page's header would part a table's rows.
func blanking(_ marks: [ConfidentialityMark], in text: [Unicode.Scalar]) -> [Unicode.Scalar] {
  var text = text
  for mark in marks {
    var (start, end) = (mark.whole.lowerBound, mark.whole.upperBound)
    while start > 0, text[start - 1] == "\u{C}" || text[start - 1].isBlank, text[start - 1] != "\t" { start -= 1 }
    while end < text.count, text[end].isBlank, text[end] != "\t" { end += 1 }
    if start == 0 || text[start - 1].isLineEnd, end < text.count, text[end].isLineEnd {
      end += text[end] == "\r" && end + 1 < text.count && text[end + 1] == "\n" ? 2 : 1
    }
    for at in start..<end { text[at] = " " }
  }
  return text
}

extension TextReading {
  /// What no item holds: marks, with what stands beside them, and what is no running text; ascending.
  var apart: [Range<Int>] {
    (marks.map(\.whole) + asides.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
  }
}

/// What of a stretch is left without others, which ascend.
func pieces(of range: Range<Int>, without others: [Range<Int>]) -> [Range<Int>] {
  var pieces: [Range<Int>] = []
  var at = range.lowerBound
  for other in others where other.overlaps(range) {
    if other.lowerBound > at { pieces.append(at..<other.lowerBound) }
    at = max(at, other.upperBound)
  }
  if at < range.upperBound { pieces.append(at..<range.upperBound) }
  return pieces
}
