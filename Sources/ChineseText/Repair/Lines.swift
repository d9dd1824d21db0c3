/// A line of a text: its content and the line end that closes it.
struct Line {
  var content: Range<Int>
  /// Empty at the end of a text without a last line end.
  var ending: Range<Int>
  var whole: Range<Int> { content.lowerBound..<ending.upperBound }
}

/// The lines of a text; CR LF closes one line.
func lines(of text: [Unicode.Scalar]) -> [Line] {
  var lines: [Line] = []
  var start = 0
  var at = 0
  while at < text.count {
    guard text[at].isLineEnd else {
      at += 1
      continue
    }
    let length = text[at] == "\r" && at + 1 < text.count && text[at + 1] == "\n" ? 2 : 1
    lines.append(Line(content: start..<at, ending: at..<at + length))
    at += length
    start = at
  }
  if start < text.count { lines.append(Line(content: start..<text.count, ending: text.count..<text.count)) }
  return lines
}
