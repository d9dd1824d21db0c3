import Vocabulary

/// A text in the form in which marks are looked up, scalar for scalar: full-width forms as ASCII, traditional
/// characters as simplified ones, Latin letters small.
struct MarkText {
  let scalars: [Unicode.Scalar]
  let words: MarkWords

  init(_ text: [Unicode.Scalar], words: MarkWords = .standard) {
    self.words = words
    scalars = text.map { scalar in
      switch scalar.value {
      case 0x41...0x5A: Unicode.Scalar(scalar.value + 0x20) ?? scalar
      case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
      case 0x2000...: words.plain(scalar)
      default: scalar
      }
    }
  }

  /// The scalar at a place; `nil` beyond the text.
  subscript(at: Int) -> Unicode.Scalar? { scalars.indices.contains(at) ? scalars[at] : nil }

  // MARK: Words

  /// The end of a word that stands at a place, and the widest gap between its characters (秘　密), in columns.
  func match(_ word: [Unicode.Scalar], at start: Int) -> (end: Int, gap: Int)? {
    var (at, gap) = (start, 0)
    for (index, scalar) in word.enumerated() {
      if index > 0 {
        var next = skippingBlanks(at)
        // Filters put dots into words: 秘·密.
        if next == at, let dot = self[at], "·•‧・".unicodeScalars.contains(dot) { next += 1 }
        if self[at].map(MarkText.isGap) ?? false { gap = max(gap, columns(at..<next)) }
        at = next
      }
      guard self[at] == scalar, gap <= 8 else { return nil }
      at += 1
    }
    return (at, gap)
  }

  /// The longest word of the kinds that stands at a place.
  func word(_ kinds: MarkWords.Kind..., at start: Int) -> (end: Int, gap: Int, kind: MarkWords.Kind)? {
    guard let first = self[start] else { return nil }
    var best: (end: Int, gap: Int, kind: MarkWords.Kind)?
    for kind in kinds {
      for word in words.words(kind) where word.first == first {
        guard let found = match(word, at: start) else { continue }
        if found.end > best?.end ?? start { best = (found.end, found.gap, kind) }
        break
      }
    }
    return best
  }

  // MARK: Blanks and edges

  /// Whether a blank stands at a place, a tab excluded.
  func isBlank(_ at: Int) -> Bool { self[at].map(MarkText.isGap) ?? false }

  /// The place behind the blanks of a line, tabs excluded: they part cells.
  func skippingBlanks(_ start: Int) -> Int {
    var at = start
    while isBlank(at) { at += 1 }
    return at
  }

  /// The place before which the blanks of a line end, going backwards.
  func skippingBlanks(before end: Int) -> Int {
    var at = end
    while isBlank(at - 1) { at -= 1 }
    return at
  }

  /// How wide blanks are: a full-width one is two columns, one without width is none.
  func columns(_ range: Range<Int>) -> Int {
    range.reduce(0) { sum, at in
      switch scalars[at].value {
      case 0x3000, 0x2003, 0x2001: sum + 2
      case 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD: sum
      default: sum + 1
      }
    }
  }

  /// Whether a line, a page or a cell ends before or behind a place.
  func isEdge(_ at: Int) -> Bool {
    guard let scalar = self[at] else { return true }
    return scalar.isLineEnd || MarkText.edges.contains(scalar)
  }

  /// Whether a line or a page ends before or behind a place.
  func isLineEnd(_ at: Int) -> Bool {
    guard let scalar = self[at] else { return true }
    return scalar.isLineEnd || scalar == "\u{C}"
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20, 0xA0, 0x3000, 0x200B...0x200F, 0x2060, 0xFEFF, 0xAD: true
    case 0..<0x1680: false
    default: scalar.properties.isWhitespace && !scalar.isLineEnd
    }
  }

  /// Tabs, form feeds and the bars of tables.
  private static let edges: Set<Unicode.Scalar> = ["\t", "\u{B}", "\u{C}", "|", "│", "┃", "丨", "║"]
}
