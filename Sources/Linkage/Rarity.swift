import ChineseText
import Glibc

/// How much it tells that an entry holds a sign, a pair of neighbours or a figure, in nats.
///
/// A pair in a run of shared pairs tells only what its second sign adds to its first (a bigram language model with
/// Laplace smoothing). So a phrase that many entries hold weighs what the phrase weighs, however long it is, and a
/// rare name weighs as much as it is rare.
struct Rarity: Sendable {
  /// In how many entries of one side signs, pairs and figures stand, by bucket.
  struct Counts: Sendable {
    var signs: [UInt32]
    var pairs: [UInt32]
    var figures: [UInt32]

    /// Counts titles or texts; figures with the texts.
    init(_ table: EntryTable, titles: Bool, bits: Int) {
      (signs, pairs, figures) = (Counts.zeros(bits), Counts.zeros(bits), Counts.zeros(bits))
      var seen = (signs: Counts.zeros(bits), pairs: Counts.zeros(bits), figures: Counts.zeros(bits))
      for entry in 0..<table.count {
        let mark = UInt32(truncatingIfNeeded: entry + 1)
        var last = TextSigns.gap
        for at in titles ? table.title(entry) : table.text(entry) {
          let sign = table.signs[at]
          defer { last = sign }
          guard sign != TextSigns.gap else { continue }
          Counts.count(Rarity.bucket(sign, bits), mark, &seen.signs, &signs)
          if last != TextSigns.gap { Counts.count(Rarity.bucket(last, sign, bits), mark, &seen.pairs, &pairs) }
        }
        guard !titles else { continue }
        for figure in table.figures(entry) {
          Counts.count(Rarity.bucket(figure, bits), mark, &seen.figures, &figures)
        }
      }
    }

    private static func zeros(_ bits: Int) -> [UInt32] { [UInt32](repeating: 0, count: 1 << bits) }

    private static func count(_ bucket: Int, _ mark: UInt32, _ seen: inout [UInt32], _ counts: inout [UInt32]) {
      guard seen[bucket] != mark else { return }
      seen[bucket] = mark
      counts[bucket] += 1
    }
  }

  /// Room enough that few of the pairs of so many signs share a bucket.
  static func bits(signs: Int) -> Int {
    var bits = 12
    while bits < 20, 1 << bits < signs * 2 { bits += 1 }
    return bits
  }

  static func bucket(_ sign: UInt16, _ bits: Int) -> Int { Int((UInt32(sign) &* 0x9E37_79B1) >> UInt32(32 - bits)) }
  static func bucket(_ a: UInt16, _ b: UInt16, _ bits: Int) -> Int {
    Int(((UInt32(a) << 16 | UInt32(b)) &* 0x9E37_79B1) >> UInt32(32 - bits))
  }
  static func bucket(_ figure: TextSigns.Figure, _ bits: Int) -> Int {
    Int(((figure.digits ^ UInt64(figure.unit) << 20) &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits))
  }

  /// As many imagined entries are counted beside the real ones, each with a sign in so many of them: what stands in
  /// all of six entries is not thereby a common word.
  private static let imagined: Float = 30
  private static let expected: Float = 0.02
  /// How often a sign is imagined to be followed by any other, and by one given other.
  private static let followed: (any: Float, one: Float) = (2, 0.02)

  let bits: Int
  /// What a sign tells where nothing stands before it.
  private let first: [Float]
  /// The logarithms of the smoothed counts of signs and of pairs.
  private let signs: [Float]
  private let pairs: [Float]
  private let figures: [Float]

  /// - Parameter count: the entries of the larger side; what stands once on each side is no commoner than what stands
  ///   once on one side.
  init(_ a: Counts, _ b: Counts, bits: Int, count: Int) {
    self.bits = bits
    let all = Float(count) + Rarity.imagined
    let rarity = { (often: Float) in max(0, log(all / (often + Rarity.imagined * Rarity.expected))) }
    let both = { (x: [UInt32], y: [UInt32]) in zip(x, y).map { Float(max($0, $1)) } }
    let often = both(a.signs, b.signs)
    first = often.map(rarity)
    signs = often.map { log($0 + Rarity.followed.any) }
    pairs = both(a.pairs, b.pairs).map { log($0 + Rarity.followed.one) }
    figures = both(a.figures, b.figures).map(rarity)
  }

  func of(_ sign: UInt16) -> Float { first[Rarity.bucket(sign, bits)] }
  /// What the second sign of a pair adds to the first.
  func of(_ sign: UInt16, after last: UInt16) -> Float {
    max(0, signs[Rarity.bucket(last, bits)] - pairs[Rarity.bucket(last, sign, bits)])
  }
  func of(_ figure: TextSigns.Figure) -> Float { figures[Rarity.bucket(figure, bits)] }
}
