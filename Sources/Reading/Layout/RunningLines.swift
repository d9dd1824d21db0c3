/// The lines at the head and the foot of a page that are no text of the document.
struct RunningLines {
  struct Found {
    let line: PageLine
    let kind: Aside.Kind
  }

  /// Of each page, in the pages' order.
  private(set) var heads: [[Found]]
  private(set) var feet: [[Found]]
  private let pages: [Page]

  /// Takes running heads, running feet and page numbers out of the words of pages: what stands at the edge of a page,
  /// and again at the same height of others.
  init(takenFrom pages: inout [Page]) {
    heads = pages.map { _ in [] }
    feet = heads
    self.pages = pages
    let all = pages.enumerated().map { lines(of: $0.element.words, page: $0.offset + 1) }
    for isHead in [true, false] {
      var edges = all.map { isHead ? Array($0.prefix(4)) : Array($0.suffix(4).reversed()) }
      // From the edge inwards: what stands behind a line of the text is none.
      for _ in 0..<4 {
        let counts = occurrences(of: edges.map(\.first))
        var wasFound = false
        for index in edges.indices {
          guard let line = edges[index].first, let kind = kind(of: line, on: index, isHead: isHead, counts: counts)
          else {
            edges[index] = []
            continue
          }
          wasFound = true
          edges[index].removeFirst()
          let found = Found(line: line, kind: kind)
          if isHead { heads[index].append(found) } else { feet[index].insert(found, at: 0) }
        }
        if !wasFound { break }
      }
    }
    for index in pages.indices {
      let taken = (heads[index] + feet[index]).map(\.line.box)
      pages[index].words.removeAll { word in taken.contains { $0.top <= word.box.top && $0.bottom >= word.box.bottom } }
    }
  }

  /// What stands at which height, with the digits that count pages left open.
  private struct Key: Hashable {
    let text: String
    let height: Int
  }

  private func keys(of line: PageLine) -> [Key] {
    let text = isPageNumber(line.text) ? "#" : withoutNumber(line.text)
    // Rounding parts neighbours, so that each stands in two classes.
    return [line.box.middle.y / 60, (line.box.middle.y + 30) / 60 + 10_000].map { Key(text: text, height: $0) }
  }

  private func occurrences(of lines: [PageLine?]) -> [Key: Int] {
    var counts: [Key: Int] = [:]
    for line in lines.compactMap({ $0 }) {
      for key in keys(of: line) { counts[key, default: 0] += 1 }
    }
    return counts
  }

  private func kind(of line: PageLine, on index: Int, isHead: Bool, counts: [Key: Int]) -> Aside.Kind? {
    let height = max(1, pages[index].height)
    // The margins of an official document are 37 mm of 297 at the head and 35 at the foot (GB/T 9704).
    let isAtEdge = isHead ? line.box.middle.y * 8 < height : line.box.middle.y * 8 > height * 7
    guard isAtEdge else { return nil }
    let isNumber = isPageNumber(line.text)
    let times = keys(of: line).map { counts[$0] ?? 0 }.max() ?? 0
    let isRepeated = times >= max(2, min(pages.count / 4, 10))
    // A page that has no other like it may show its bare number.
    let isOwn = !isHead && line.text == "\(index + 1)"
    if isNumber, isRepeated || isOwn || isDecorated(line.text) { return .pageNumber }
    if !isHead, isAddress(line.text) { return .pageFooter }
    return isRepeated ? (isHead ? .pageHeader : .pageFooter) : nil
  }
}

/// Whether a line is a page's number: 3, — 3 —, 第3页, 第 3 页 共 9 页, 3/9, Page 3 of 9, iv.
func isPageNumber(_ text: String) -> Bool {
  var scalars = Array(text.unicodeScalars.filter { !isWhiteSpace($0) })
  // Recognition takes the dashes around a number for the character one.
  if scalars.count > 2, scalars.first == "一", scalars.last == "一" { scalars = Array(scalars.dropFirst().dropLast()) }
  guard scalars.count <= 16, !scalars.isEmpty else { return false }
  if scalars.allSatisfy({ "ivxIVX".unicodeScalars.contains($0) }) { return scalars.count <= 6 }
  guard scalars.contains(where: isDigit) else { return false }
  let rest = String(String.UnicodeScalarView(scalars.filter { !isDigit($0) })).lowercased()
  let marks = "-－—–―─·.•|/／（）()，,"
  let words = rest.unicodeScalars.filter { !marks.unicodeScalars.contains($0) }
  let number = scalars.split(whereSeparator: { !isDigit($0) }).map(\.count)
  return number.count <= 2 && number.allSatisfy { $0 <= 4 }
    && ["", "第页", "第页共页", "共页第页", "页", "page", "pageof", "of", "p"].contains(String(String.UnicodeScalarView(words)))
}

/// A running line without the page's number at its begin or end.
private func withoutNumber(_ text: String) -> String {
  var pieces = text.split(separator: " ")
  guard pieces.count > 1 else { return text }
  if let last = pieces.last, isPageNumber(String(last)) {
    pieces[pieces.count - 1] = "#"
  } else if isPageNumber(String(pieces[0])) {
    pieces[0] = "#"
  }
  return pieces.joined(separator: " ")
}

/// Whether a line is what a browser prints at a page's foot: the address and the page's number.
private func isAddress(_ text: String) -> Bool {
  let pieces = text.split(separator: " ")
  guard pieces.count == 2, pieces[0].contains("://") else { return false }
  return pieces[1].contains("/") && isPageNumber(String(pieces[1]))
}

/// Whether more than a digit shows that a line is a page's number.
private func isDecorated(_ text: String) -> Bool {
  guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return false }
  let marks = "-－—–―─·•一".unicodeScalars
  return text.unicodeScalars.contains("页") || marks.contains(first) && marks.contains(last)
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool {
  (0x30...0x39).contains(scalar.value) || (0xFF10...0xFF19).contains(scalar.value)
}
