/// A lone `|` at a line's edge, left over from a page's layout.
///
/// A bar is a table's, not a remnant, where the line has another one, where a line beside it has one between its
/// words, or where three lines in a row have theirs at the same edge.
enum PageRemnant {
  /// Where the lone bar of a line stands.
  private enum Edge: Equatable { case front, back, inner }

  /// The stretch of each line to remove; a line's content excludes what other repairs take.
  static func findings(in text: [Unicode.Scalar], contents: [Range<Int>]) -> [(line: Int, range: Range<Int>)] {
    let bars = contents.map { content in content.filter { isBar(text[$0]) } }
    guard bars.contains(where: { $0.count == 1 }) else { return [] }
    let filled = contents.indices.filter { !text.trimmed(contents[$0]).isEmpty }
    let edges = filled.map { edge(text, contents[$0], bars[$0]) }
    return filled.indices.compactMap { place in
      guard let edge = edges[place], edge != .inner, let bar = bars[filled[place]].first else { return nil }
      let near = [place - 2, place - 1, place + 1, place + 2].map { edges.indices.contains($0) ? edges[$0] : nil }
      if near[1] == .inner || near[2] == .inner { return nil }
      let isThird =
        near[0] == edge && near[1] == edge || near[1] == edge && near[2] == edge || near[2] == edge && near[3] == edge
      if isThird { return nil }
      return (filled[place], stretch(text, contents[filled[place]], bar, edge))
    }
  }

  private static func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "｜" }

  private static func edge(_ text: [Unicode.Scalar], _ content: Range<Int>, _ bars: [Int]) -> Edge? {
    guard let bar = bars.first else { return nil }
    guard bars.count == 1 else { return .inner }
    if text[bar + 1..<content.upperBound].allSatisfy(\.isBlank) { return .back }
    let isFront = text[content.lowerBound..<bar].allSatisfy(\.isBlank) && text[bar + 1].isBlank
    return isFront ? .front : .inner
  }

  /// The bar with the blanks around it.
  private static func stretch(_ text: [Unicode.Scalar], _ content: Range<Int>, _ bar: Int, _ edge: Edge) -> Range<Int> {
    if edge == .back {
      var start = bar
      while start > content.lowerBound, text[start - 1].isBlank { start -= 1 }
      return start..<content.upperBound
    }
    var end = bar + 1
    while end < content.upperBound, text[end].isBlank { end += 1 }
    return content.lowerBound..<end
  }
}
