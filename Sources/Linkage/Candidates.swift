import Glibc
import Workers

/// The pairs of entries that share their rarest words, compared.
struct Candidates: Sendable {
  /// A pair that may be one matter.
  struct Edge: Sendable {
    var a: Int32
    var b: Int32
    /// The logarithm of the odds, by words and number of entries.
    var words: Float
    /// What agrees, as `Agreements` gives it.
    var agreement: UInt8
    /// How much of what each says the other one says too, of 255.
    var covered: (a: UInt8, b: UInt8)
    /// Whether either may be a part of the other, as no name of its own tells it from that.
    var mayBePart: (a: Bool, b: Bool)
    /// By how much of the odds it may fall short where nothing else is left for either.
    var leeway: Float
  }

  /// From here on what a title alone says makes its entry no part of the other.
  private static let rivalry: Float = 2.4

  /// Entries of the first side that are compared with each of the second, those with the most in common.
  static let perEntry = 8
  /// Pairs below this are forgotten: no field could bring them up.
  private static let least: Float = -25

  let edges: [Edge]
  let titles: Rarity
  let texts: Rarity

  init(_ a: EntryTable, _ b: EntryTable) {
    let tables = [a, b]
    let count = max(a.count, b.count)
    let pairBits = Rarity.bits(signs: max(a.signs.count, b.signs.count))
    let counts = concurrentMap([0, 1, 2, 3]) { Rarity.Counts(tables[$0 % 2], titles: $0 < 2, bits: pairBits) }
    (titles, texts) = (
      Rarity(counts[0], counts[1], bits: pairBits, count: count),
      Rarity(counts[2], counts[3], bits: pairBits, count: count)
    )
    let bits = RarestRuns.bits(entries: count)
    let runs = concurrentMap([0, 1]) { RarestRuns.counts(tables[$0], bits: bits) }
    let often = zip(runs[0], runs[1]).map { $0 == 0 || $1 == 0 ? RarestRuns.none : $0 + $1 }
    let postings = Postings(RarestRuns(a, often: often, bits: bits), bits: bits)
    let wanted = RarestRuns(b, often: often, bits: bits)
    let weights = often.map { $0 == RarestRuns.none ? 0 : 1 + logf(Float(max(count, 1)) / Float($0) + 1) }
    let prior = log(Float(count) + 30) + 4.5
    // Few large pieces, as each has room for all of the first side.
    let pieces = ranges(of: b.count, longest: max(256, b.count / 16 + 1))
    let found = concurrentMap(pieces) { [titles, texts] range in
      var search = Search(a.count, postings, weights)
      var scorer = PairScorer(a, b, titles: titles, texts: texts)
      var out: [Edge] = []
      for y in range {
        scorer.look(at: y)
        for x in search.nearest(wanted(y)) {
          let comparison = scorer.compare(Int(x))
          let words = comparison.logOdds - prior
          let covered = (UInt8(comparison.covered.a * 255), UInt8(comparison.covered.b * 255))
          guard words >= Candidates.least || max(covered.0, covered.1) >= 128 else { continue }
          out.append(
            Edge(
              a: Int32(truncatingIfNeeded: x), b: Int32(truncatingIfNeeded: y), words: words,
              agreement: scorer.agreement(Int(x)), covered: covered,
              mayBePart: (
                comparison.rivalries.a <= Candidates.rivalry, comparison.rivalries.b <= Candidates.rivalry
              ), leeway: comparison.leeway))
        }
      }
      return out
    }
    edges = Array(found.joined())
  }

  /// Adds up per entry of the first side what its runs share with those asked for.
  private struct Search {
    private let postings: Postings
    private let weights: [Float]
    private var sums: [Float]
    private var touched: [UInt32] = []
    private var best: [(sum: Float, entry: UInt32)] = []

    init(_ count: Int, _ postings: Postings, _ weights: [Float]) {
      (self.postings, self.weights) = (postings, weights)
      sums = [Float](repeating: 0, count: count)
    }

    mutating func nearest(_ runs: ArraySlice<UInt32>) -> [UInt32] {
      for run in runs where run != RarestRuns.none {
        let weight = weights[Int(run)]
        for entry in postings(run) {
          if sums[Int(entry)] == 0 { touched.append(entry) }
          sums[Int(entry)] += weight
        }
      }
      best.removeAll(keepingCapacity: true)
      for entry in touched {
        let sum = sums[Int(entry)]
        sums[Int(entry)] = 0
        insert(sum, entry)
      }
      touched.removeAll(keepingCapacity: true)
      return best.map(\.entry)
    }

    private mutating func insert(_ sum: Float, _ entry: UInt32) {
      if best.count == Candidates.perEntry, let last = best.last, (-last.sum, last.entry) < (-sum, entry) { return }
      var at = best.count
      while at > 0, (-best[at - 1].sum, best[at - 1].entry) > (-sum, entry) { at -= 1 }
      best.insert((sum, entry), at: at)
      if best.count > Candidates.perEntry { best.removeLast() }
    }
  }
}
