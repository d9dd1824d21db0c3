/// White space that waits for the text behind it: blanks and line ends fold to one blank, others stay.
struct HTMLSpace {
  /// A line break that the page shows.
  var isBroken = false
  /// Blanks that fold.
  var isFolded = false
  private var kept: [Unicode.Scalar] = []
  private var hasLineEnd = false

  init(isBroken: Bool = false) {
    self.isBroken = isBroken
  }

  /// Whether nothing waits.
  var isEmpty: Bool { !isBroken && !isFolded && kept.isEmpty }

  mutating func add(_ scalar: Unicode.Scalar, isKept: Bool) {
    if isKept || scalar.value > 0x20 {
      if isFolded { kept.append(" ") }
      isFolded = false
      kept.append(isLineEnd(scalar) ? " " : scalar)
    } else {
      isFolded = true
      if scalar == "\n" || scalar == "\r" { hasLineEnd = true }
    }
  }

  /// What is written between two scalars; at a line's begin only what does not fold.
  ///
  /// A line end of the file between two Chinese characters is no blank of the text.
  func text(before last: Unicode.Scalar?, after next: Unicode.Scalar?) -> String {
    var text = String.UnicodeScalarView(kept)
    guard let last else { return String(text) }
    let isInWord = hasLineEnd && kept.isEmpty && last.value >= 0x2E80 && (next?.value ?? 0) >= 0x2E80
    if isFolded, !isInWord, !isWhiteSpace(last) || !kept.isEmpty { text.append(" ") }
    return String(text)
  }
}
