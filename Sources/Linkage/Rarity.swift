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
        for term in titles ? table.titleTerms(entry) : table.textTerms(entry) {
          Counts.count(Rarity.bucket(term, bits), mark, &seen.pairs, &pairs)
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
    var bits = 14
    while bits < 20, 1 << bits < signs * 2 { bits += 1 }
    return bits
  }

  static func bucket(_ sign: UInt16, _ bits: Int) -> Int { Int((UInt32(sign) &* 0x9E37_79B1) >> UInt32(32 - bits)) }
  static func bucket(_ a: UInt16, _ b: UInt16, _ bits: Int) -> Int {
    Int(((UInt32(a) << 16 | UInt32(b)) &* 0x9E37_79B1) >> UInt32(32 - bits))
  }
  static func bucket(_ term: NamedTerm, _ bits: Int) -> Int { bucket(NamedTerm.mark, term.group, bits) }
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
  /// The logarithm of the number of entries.
  private let all: Float
  /// What a sign tells where nothing stands before it.
  private let first: [Float]
  /// What the first sign of a common word tells there, by the word's first pair; infinite of other pairs.
  private let words: [Float]
  /// The logarithms of the smoothed counts of signs and of pairs.
  private let signs: [Float]
  private let pairs: [Float]
  private let figures: [Float]

  /// - Parameter count: the entries of the larger side; what stands once on each side is no commoner than what stands
  ///   once on one side.
  init(_ a: Counts, _ b: Counts, bits: Int, count: Int) {
    self.bits = bits
    let all = Float(count) + Rarity.imagined
    self.all = log(all)
    let common = Rarity.imagined * CommonWords.share
    var before = [Float](repeating: 0, count: 1 << bits)
    var followed = before
    for (first, second) in CommonWords.pairs {
      before[Rarity.bucket(first, second, bits)] = common
      followed[Rarity.bucket(first, bits)] += common
    }
    /// Most buckets are empty and have one value.
    let both = { (x: [UInt32], y: [UInt32], before: [Float], value: (Float) -> Float) -> [Float] in
      let empty = value(0)
      return x.indices.map { at in
        let often = Float(max(x[at], y[at])) + before[at]
        return often == 0 ? empty : value(often)
      }
    }
    let none = [Float](repeating: 0, count: 1 << bits)
    let rarity = { (often: Float) in max(0, log(all / (often + Rarity.imagined * Rarity.expected))) }
    first = both(a.signs, b.signs, none, rarity)
    words = before.indices.map { at in
      before[at] > 0 ? rarity(Float(max(a.pairs[at], b.pairs[at])) + before[at]) : .infinity
    }
    signs = both(a.signs, b.signs, followed) { log($0 + Rarity.followed.any) }
    pairs = both(a.pairs, b.pairs, before) { log($0 + Rarity.followed.one) }
    figures = both(a.figures, b.figures, none, rarity)
  }

  /// What a sign tells where nothing stands before it; the first sign of a common word tells as little as the word.
  func of(_ sign: UInt16, before next: UInt16) -> Float {
    let tells = first[Rarity.bucket(sign, bits)]
    return next == TextSigns.gap ? tells : min(tells, words[Rarity.bucket(sign, next, bits)])
  }
  /// Whether a pair is one of a common word.
  func isCommon(_ pair: Int?) -> Bool { pair.map { words[$0] < .infinity } ?? false }
  /// What the second sign of a pair adds to the first.
  func of(_ sign: UInt16, after last: UInt16) -> Float {
    max(0, signs[Rarity.bucket(last, bits)] - pairs[Rarity.bucket(last, sign, bits)])
  }
  /// What it tells that an entry names a thing, by whatever term.
  func of(_ term: NamedTerm) -> Float { max(0, all - pairs[Rarity.bucket(term, bits)]) }
  func of(_ figure: TextSigns.Figure) -> Float { figures[Rarity.bucket(figure, bits)] }
}
