import ChineseText
import Reading

/// A confidentiality mark and where it stands in its source.
public struct SourceMark: Sendable, Equatable {
  /// As it is written.
  public var text: String
  public var place: Place
  /// The whole line that it stands in, without its end.
  public var line: String
}

extension TextReading {
  /// The marks of the text, each at its place in the source.
  public var sourceMarks: [SourceMark] {
    let index = LineIndex(repaired.source)
    return marks.map { mark in
      let place = index.place(of: repaired.sourceOffset(of: mark.range.lowerBound))
      return SourceMark(
        text: repaired.text.string(mark.range), place: place,
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

/// What of a stretch is neither a mark's nor of what stands beside it.
func pieces(of range: Range<Int>, without marks: [ConfidentialityMark]) -> [Range<Int>] {
  var pieces: [Range<Int>] = []
  var at = range.lowerBound
  for mark in marks.map(\.whole) where mark.overlaps(range) {
    if mark.lowerBound > at { pieces.append(at..<mark.lowerBound) }
    at = max(at, mark.upperBound)
  }
  if at < range.upperBound { pieces.append(at..<range.upperBound) }
  return pieces
}
