import ChineseText

/// What a line, a table's header or a heading has to look like: words, `*` for anything, `#` for a number.
///
/// White space does not count, and full-width letters, digits and marks are the same as ASCII ones. A pattern fits a
/// whole line: `*台账` fits what ends with 台账, `附件#` fits 附件1 and 附件十二. Matching reads each character once for
/// every piece of the pattern, whatever stands in either.
public struct LinePattern: Sendable, Equatable {
  private enum Piece: Equatable { case scalar(Unicode.Scalar), anything, number }

  /// As it is written.
  public let text: String
  /// How many characters it states; of several patterns that fit, the one that states most counts.
  public let weight: Int
  private let pieces: [Piece]

  /// `nil` where it states no word: `*` alone would fit everything.
  public init?(_ text: String) {
    var pieces: [Piece] = []
    for scalar in LinePattern.plain(text.unicodeScalars) {
      switch scalar {
      case "*": if pieces.last != .anything { pieces.append(.anything) }
      case "#": pieces.append(.number)
      default: pieces.append(.scalar(scalar))
      }
    }
    self.text = text
    self.pieces = pieces
    weight = pieces.count { if case .scalar = $0 { true } else { false } }
    if weight == 0 { return nil }
  }

  /// Words without white space, full-width forms as ASCII.
  static func plain(_ words: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    words.compactMap { scalar in
      if scalar.isBlank || scalar.isLineEnd { return nil }
      guard (0xFF01...0xFF5E).contains(scalar.value) else { return scalar }
      return Unicode.Scalar(scalar.value - 0xFEE0)
    }
  }

  /// Whether it fits words that ``plain(_:)`` gave.
  func fits(_ words: [Unicode.Scalar]) -> Bool {
    guard mayFit(words) else { return false }
    // The pieces that may come next; those within a number may go on with it.
    var next = [Bool](repeating: false, count: pieces.count + 1)
    var inNumber = next
    next[0] = true
    skipAnything(&next)
    for scalar in words {
      var after = [Bool](repeating: false, count: pieces.count + 1)
      var numbers = after
      for at in pieces.indices where next[at] || inNumber[at] {
        switch pieces[at] {
        case .scalar(let own): if next[at], own == scalar { after[at + 1] = true }
        case .anything: if next[at] { after[at] = true }
        case .number:
          if LinePattern.isNumeral(scalar) {
            numbers[at] = true
            after[at + 1] = true
          }
        }
      }
      skipAnything(&after)
      (next, inNumber) = (after, numbers)
    }
    return next[pieces.count]
  }

  /// Dismisses most lines by their length, first and last character.
  private func mayFit(_ words: [Unicode.Scalar]) -> Bool {
    if words.count < weight { return false }
    if case .scalar(let first) = pieces.first, first != words.first { return false }
    if case .scalar(let last) = pieces.last, last != words.last { return false }
    guard pieces.count > 2, case .scalar(let inner) = pieces[1] else { return true }
    return words.contains(inner)
  }

  private func skipAnything(_ next: inout [Bool]) {
    for at in pieces.indices where next[at] && pieces[at] == .anything { next[at + 1] = true }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCIIDigit || "〇零一二三四五六七八九十百两".unicodeScalars.contains(scalar)
  }
}

extension Sequence where Element == LinePattern {
  /// The one that fits and states most.
  func best(for words: [Unicode.Scalar]) -> LinePattern? {
    var best: LinePattern?
    for pattern in self where pattern.weight > best?.weight ?? 0 && pattern.fits(words) { best = pattern }
    return best
  }
}
