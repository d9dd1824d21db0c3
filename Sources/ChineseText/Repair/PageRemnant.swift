/// A lone `|` at a line's edge, left over from a page's layout; a table drawn with bars has more than one.
enum PageRemnant {
  /// The stretches of a line's content to remove; `content` excludes what other repairs take.
  static func findings(in text: [Unicode.Scalar], content: Range<Int>) -> [Range<Int>] {
    let bars = content.filter { text[$0] == "|" || text[$0] == "｜" }
    guard bars.count == 1, let bar = bars.first else { return [] }
    let before = content.lowerBound..<bar
    let after = bar + 1..<content.upperBound
    let blank = { (range: Range<Int>) in range.allSatisfy { text[$0].isBlank } }
    if blank(after) {
      var start = bar
      while start > before.lowerBound, text[start - 1].isBlank { start -= 1 }
      return [start..<content.upperBound]
    }
    if blank(before), text[bar + 1].isBlank {
      var end = bar + 1
      while end < content.upperBound, text[end].isBlank { end += 1 }
      return [content.lowerBound..<end]
    }
    return []
  }
}
