/// A line of Markdown: what its marks make of it, and where its text stands without them.
struct MarkdownLine {
  enum Kind: Equatable {
    case blank
    case text
    /// A heading with `#` in front.
    case heading(level: Int)
    /// An item with `-`, `*`, `+` or a number in front; a number belongs to the text.
    case item
    /// `===` or `---`: below a line of text its heading, else a rule.
    case underline(level: Int)
    /// A rule, or a comment on a line of its own.
    case mark
    /// ```` ``` ```` or `~~~`.
    case fence
    /// `|---|:--:|`: what stands above are a table's column heads.
    case columns
  }

  let kind: Kind
  /// Without its end.
  let range: Range<Int>
  /// Without marks and white space at the edges.
  let text: Range<Int>

  init(_ range: Range<Int>, in scalars: [Unicode.Scalar]) {
    self.range = range
    var text = trim(range, in: scalars)
    // What is quoted is text like any other.
    while let first = text.first, scalars[first] == ">" { text = trim(first + 1..<text.upperBound, in: scalars) }
    let line = scalars[text]
    guard let head = line.first else {
      kind = .blank
      self.text = text
      return
    }
    func only(_ marks: String) -> Bool { line.allSatisfy { marks.unicodeScalars.contains($0) } }
    let hashes = line.prefix { $0 == "#" }.count
    if MarkdownLine.isFence(line) {
      kind = .fence
    } else if (1...6).contains(hashes), line.count == hashes || isWhiteSpace(scalars[text.lowerBound + hashes]) {
      kind = .heading(level: hashes)
      var end = text.upperBound
      while end > text.lowerBound + hashes, scalars[end - 1] == "#" { end -= 1 }
      // 用 C# is a word, a heading's closing marks stand apart.
      if end < text.upperBound, !isWhiteSpace(scalars[end - 1]) { end = text.upperBound }
      text = trim(text.lowerBound + hashes..<max(end, text.lowerBound + hashes), in: scalars)
    } else if line.count >= 2, only("=") {
      kind = .underline(level: 1)
    } else if line.count >= 2, only("-") {
      kind = .underline(level: 2)
    } else if only("-|: "), line.contains("-"), line.contains("|") {
      kind = .columns
    } else if line.count >= 3, only("* ") || only("_ ") || only("- ") {
      kind = .mark
    } else if MarkdownLine.isComment(line) {
      kind = .mark
    } else if "-*+".unicodeScalars.contains(head), text.count > 1, isWhiteSpace(scalars[text.lowerBound + 1]) {
      kind = .item
      text = trim(text.lowerBound + 1..<text.upperBound, in: scalars)
    } else if MarkdownLine.isNumbered(line) {
      kind = .item
    } else {
      kind = .text
    }
    self.text = MarkdownLine.withoutEmphasis(text, in: scalars)
  }

  /// Three marks and more, and at most the name of a language behind them.
  private static func isFence(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let mark = line.first, mark == "`" || mark == "~" else { return false }
    let rest = line.drop { $0 == mark }
    return line.count - rest.count >= 3 && rest.allSatisfy { $0.isASCII && $0 != "`" }
  }

  /// `<!-- -->` and nothing behind it.
  private static func isComment(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count >= 7, line.starts(with: "<!--".unicodeScalars) else { return false }
    let end = line.indices.dropFirst(4).first { line[$0...].starts(with: "-->".unicodeScalars) }
    return end == line.endIndex - 3
  }

  private static func isNumbered(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = line.prefix { (0x30...0x39).contains($0.value) }
    let rest = line.dropFirst(digits.count)
    guard (1...9).contains(digits.count), let mark = rest.first, mark == "." || mark == ")" else { return false }
    return rest.dropFirst().first.map(isWhiteSpace) ?? true
  }

  /// Without the marks of emphasis around all of it.
  static func withoutEmphasis(_ range: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    for mark in ["***", "**", "__", "*", "_", "`"] {
      let mark = Array(mark.unicodeScalars)
      guard range.count > 2 * mark.count, scalars[range].starts(with: mark),
        scalars[range].suffix(mark.count).elementsEqual(mark)
      else { continue }
      let inner = range.lowerBound + mark.count..<range.upperBound - mark.count
      // **甲**：**乙** is not emphasis around all.
      if scalars[inner].contains(mark[0]) || trim(inner, in: scalars) != inner { return range }
      return inner
    }
    return range
  }

  /// The cells of a table's row, trimmed, without the bars at its edges; a bar behind a backslash is a character.
  func cells(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var cells: [Range<Int>] = []
    var start = text.lowerBound
    for index in text where scalars[index] == "|" && (index == text.lowerBound || scalars[index - 1] != "\\") {
      if index > text.lowerBound { cells.append(trim(start..<index, in: scalars)) }
      start = index + 1
    }
    if start < text.upperBound { cells.append(trim(start..<text.upperBound, in: scalars)) }
    return cells
  }
}
