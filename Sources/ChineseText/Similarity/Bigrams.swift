/// The pairs of neighbouring scalars in a bare text, counted: what two texts are compared by.
///
/// A run of digits counts as one sign, so that a goal with other figures stays the same goal.
public struct Bigrams: Sendable {
  /// The pairs, ascending, each once; the first scalar in the upper half.
  public let terms: [UInt64]
  /// Per term, how often it stands in the text.
  public let counts: [Int]

  /// The pairs of a bare text; a text of one scalar is a term by itself.
  public init(_ bare: [Unicode.Scalar]) {
    var signs: [UInt64] = []
    for scalar in bare {
      let sign = scalar.isASCIIDigit ? UInt64(0x30) : UInt64(scalar.value)
      let joinsDigits = scalar == "." || scalar == "," || scalar == "-"
      if signs.last == 0x30, sign == 0x30 || joinsDigits { continue }
      signs.append(sign)
    }
    var all = zip(signs, signs.dropFirst()).map { $0 << 32 | $1 }
    if signs.count == 1 { all = signs }
    all.sort()
    var terms: [UInt64] = []
    var counts: [Int] = []
    for term in all {
      if terms.last == term {
        counts[counts.count - 1] += 1
      } else {
        terms.append(term)
        counts.append(1)
      }
    }
    (self.terms, self.counts) = (terms, counts)
  }

  /// The pairs of a text as written.
  public init(of text: String) { self.init(BareText.bare(text)) }

  /// The scalars of a term, for showing why two texts match.
  public static func string(_ term: UInt64) -> String {
    var out = String.UnicodeScalarView()
    for value in [UInt32(truncatingIfNeeded: term >> 32), UInt32(truncatingIfNeeded: term)] where value != 0 {
      if let scalar = Unicode.Scalar(value) { out.append(scalar) }
    }
    return String(out)
  }

  /// Whether the text has a pair.
  public func contains(_ term: UInt64) -> Bool {
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle] < term { low = middle + 1 } else { high = middle }
    }
    return low < terms.count && terms[low] == term
  }

  /// Dice's coefficient of the two multisets, 0 to 1; two texts without terms are alike.
  public func dice(_ other: Bigrams) -> Double {
    let sizes = counts.reduce(0, +) + other.counts.reduce(0, +)
    guard sizes > 0 else { return 1 }
    var common = 0
    forEachCommon(other) { common += min(counts[$0], other.counts[$1]) }
    return Double(2 * common) / Double(sizes)
  }

  /// The cosine of the two weighted count vectors, 0 to 1; two texts without terms are alike.
  ///
  /// Sums run over the terms in ascending order, so that the result is the same both ways to the last bit.
  public func cosine(_ other: Bigrams, weight: (UInt64) -> Double = { _ in 1 }) -> Double {
    guard !terms.isEmpty || !other.terms.isEmpty else { return 1 }
    var dot = 0.0
    forEachCommon(other) { mine, theirs in
      let factor = weight(terms[mine])
      dot += Double(counts[mine] * other.counts[theirs]) * factor * factor
    }
    let norm = (squaredNorm(weight) * other.squaredNorm(weight)).squareRoot()
    return norm > 0 ? min(1, dot / norm) : 0
  }

  private func squaredNorm(_ weight: (UInt64) -> Double) -> Double {
    var sum = 0.0
    for (term, count) in zip(terms, counts) {
      let value = Double(count) * weight(term)
      sum += value * value
    }
    return sum
  }

  /// Calls with the places of each term that both have, ascending by term.
  func forEachCommon(_ other: Bigrams, _ body: (Int, Int) -> Void) {
    var (mine, theirs) = (0, 0)
    while mine < terms.count, theirs < other.terms.count {
      if terms[mine] == other.terms[theirs] {
        body(mine, theirs)
        mine += 1
        theirs += 1
      } else if terms[mine] < other.terms[theirs] {
        mine += 1
      } else {
        theirs += 1
      }
    }
  }
}
