/// A text as the signs that a comparison of words aligns: a number or a Latin word as one, each Han scalar by itself.
///
/// Tokens tile the text: marks and blanks belong to the token before them, opening brackets to the one after.
struct WordTokens {
  /// Per token, its bare scalars; two tokens are equal where these are.
  private(set) var keys: [[Unicode.Scalar]] = []
  /// Where each token begins in the text; the first begins at 0.
  private(set) var starts: [Int] = []
  let length: Int

  init(_ text: [Unicode.Scalar]) {
    length = text.count
    let bare = BareText(text)
    var last: Kind?
    for (index, scalar) in bare.scalars.enumerated() {
      var kind = Kind(scalar)
      if kind == .joiner {
        let next = index + 1 < bare.scalars.count ? Kind(bare.scalars[index + 1]) : nil
        kind = next == .number ? .number : .single
      }
      let unit = last == .number && (scalar == "%" || scalar == "‰")
      if let last, unit || kind == last && kind != .single, !keys.isEmpty {
        keys[keys.count - 1].append(scalar)
      } else {
        keys.append([scalar])
        starts.append(bare.places[index])
      }
      last = unit ? .single : kind
    }
    for index in starts.indices.dropFirst() {
      while starts[index] > starts[index - 1] + 1, WordTokens.opens(text[starts[index] - 1]) { starts[index] -= 1 }
    }
    if !starts.isEmpty { starts[0] = 0 }
  }

  var count: Int { keys.count }

  /// The scalars of the text that a range of tokens takes up.
  func scalars(_ range: Range<Int>) -> Range<Int> {
    let start = range.lowerBound < count ? starts[range.lowerBound] : length
    let end = range.upperBound < count ? starts[range.upperBound] : length
    return start..<end
  }

  /// Whether a token is one Han scalar that can be half a word; 和, 的 and their like stand alone.
  func isHalfWord(_ index: Int) -> Bool {
    keys[index].count == 1 && keys[index].allSatisfy { $0.isHan && !WordTokens.particles.contains($0) }
  }

  private static let particles = Set("的和与及或并在对为将把由从向以等于到至了也又".unicodeScalars)

  /// How many halves of words stand before a token without a mark between.
  func halfWords(before index: Int) -> Int {
    var at = index
    while at > 0, isHalfWord(at - 1), starts[at] - starts[at - 1] == 1 { at -= 1 }
    return index - at
  }

  private enum Kind {
    case number, latin, joiner, single

    init(_ scalar: Unicode.Scalar) {
      switch scalar {
      case ".", ",", "-", "<", ">", "≥", "≤": self = .joiner
      default: self = scalar.isASCIIDigit ? .number : scalar.isASCIILetter ? .latin : .single
      }
    }
  }

  /// Whether a scalar is a mark or blank that belongs to the clause rather than to a word: no closing bracket.
  static func isLooseMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation: false
    default: !BareText.isKept(BareText.folded(scalar))
    }
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }
}
