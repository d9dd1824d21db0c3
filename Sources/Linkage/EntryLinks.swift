import Glibc

/// Which entries of one side continue in which of the other.
///
/// Pairs that share their rarest words are compared (`Candidates`), weighed by what their words and fields tell
/// (`Comparison`, `FieldWeights`), chosen one to one (`OneToOne`), and joined by those that share another's content
/// (`Coverage`). Exchanging the sides exchanges from and to of every link; the order of entries never matters.
public struct EntryLinks: Sendable {
  /// What a link says of its two entries.
  public enum Kind: String, Sendable {
    case continues, renames, splits, merges
  }

  /// Why two entries are linked.
  public struct Evidence: Sendable {
    /// The shared runs of signs that tell most, at most five; `#` stands for a figure.
    public let terms: [String]
    /// The figures that both have.
    public let figures: [String]
    /// How alike titles and texts are, in thousandths.
    public let title: Int
    public let text: Int
    /// The fields that agree, and those that differ.
    public let agree: [Entry.Field]
    public let differ: [Entry.Field]
  }

  /// Two entries, by their places.
  public struct Link: Sendable {
    public var kind: Kind
    public var from: Int
    public var to: Int
    /// The probability that both are one matter by the model, in thousandths; of a part, how much of it is shared.
    public var score: Int
    /// Whether a ruling made it.
    public var isRuled: Bool
  }

  /// What a person has decided, by places; it wins over every score.
  public struct Rulings: Sendable {
    public var same: [(from: Int, to: Int)] = []
    /// Pairs that are one matter for other reasons than their words; others may be parts of them.
    public var continued: [(from: Int, to: Int)] = []
    public var different: [(from: Int, to: Int)] = []
    public init() {}
  }

  /// The links, by their place in `to`, then in `from`.
  public let links: [Link]
  private let from: EntryTable
  private let to: EntryTable
  private let titles: Rarity
  private let texts: Rarity

  /// Links two sides, both in the order of their ids (`EntryTable.ordered`).
  public init(from: EntryTable, to: EntryTable, rulings: Rulings = Rulings()) {
    (self.from, self.to) = (from, to)
    // Floating-point sums are not the same both ways: the sides are always taken in one order.
    let isMirrored = to.precedes(from)
    let (a, b) = isMirrored ? (to, from) : (from, to)
    let candidates = Candidates(a, b)
    (titles, texts) = (candidates.titles, candidates.texts)
    let ruled = Ruled(rulings, isMirrored: isMirrored)
    let candidateEdges = ruled.allowed(candidates.edges)
    let edges = ruled.open(candidateEdges)
    let weights = EntryLinks.weights(a, b, edges)
    let score = { (edge: Candidates.Edge) in edge.words + weights(edge.agreement) }
    let choices = edges.compactMap { edge -> OneToOne.Choice? in
      let gain = score(edge)
      return gain >= 0 ? OneToOne.Choice(a: edge.a, b: edge.b, gain: gain) : nil
    }
    let chosen = OneToOne(choices, counts: (a.count, b.count))
    var pairs = chosen.ofA.filter { $0 >= 0 }.map { chosen.choices[Int($0)] }
    pairs += ruled.pairs.map { OneToOne.Choice(a: $0.a, b: $0.b, gain: .infinity) }
    let parts = Coverage(a, b, candidates, edges: candidateEdges, weights: weights, pairs: pairs).parts
    pairs += EntryLinks.leftovers(edges, counts: (a.count, b.count), pairs, parts, score)
    var links: [Link] = []
    let inParts = Set(parts.flatMap { part in part.parts.map { part.isOfA ? [part.whole, $0] : [$0, part.whole] } })
    for pair in pairs where !inParts.contains([pair.a, pair.b]) {
      let (x, y) = (Int(pair.a), Int(pair.b))
      let (mine, theirs) = (a.ownTitle(x), b.ownTitle(y))
      let isSameName = mine == theirs || mine.isEmpty || theirs.isEmpty
      let places = isMirrored ? (pair.b, pair.a) : (pair.a, pair.b)
      links.append(
        Link(
          kind: isSameName ? .continues : .renames, from: Int(places.0), to: Int(places.1),
          score: pair.gain.isInfinite ? 1000 : Int((1000 / (1 + exp(-pair.gain))).rounded()),
          isRuled: pair.gain.isInfinite))
    }
    for part in parts {
      for (other, share) in zip(part.parts, part.shares) {
        let isWholeFrom = part.isOfA != isMirrored
        links.append(
          Link(
            kind: isWholeFrom ? .splits : .merges, from: Int(isWholeFrom ? part.whole : other),
            to: Int(isWholeFrom ? other : part.whole), score: share, isRuled: false))
      }
    }
    self.links = links.sorted { ($0.to, $0.from) < ($1.to, $1.from) }
  }

  /// Pairs of what nothing else took, at lower odds where no word speaks against them.
  ///
  /// A dozen entries cannot tell how rare a word is; what is left of them on both sides is few. Against thousands of
  /// entries there is no such leeway.
  private static func leftovers(
    _ edges: [Candidates.Edge], counts: (a: Int, b: Int), _ pairs: [OneToOne.Choice], _ parts: [Coverage.Parted],
    _ score: (Candidates.Edge) -> Float
  ) -> [OneToOne.Choice] {
    let few = 30 / Float(max(counts.a, counts.b) + 30)
    guard few > 0.05 else { return [] }
    var taken: (a: Set<Int32>, b: Set<Int32>) = (Set(pairs.map(\.a)), Set(pairs.map(\.b)))
    for part in parts {
      if part.isOfA {
        taken.a.insert(part.whole)
        taken.b.formUnion(part.parts)
      } else {
        taken.b.insert(part.whole)
        taken.a.formUnion(part.parts)
      }
    }
    let choices = edges.compactMap { edge -> OneToOne.Choice? in
      guard !taken.a.contains(edge.a), !taken.b.contains(edge.b) else { return nil }
      let gain = score(edge) + edge.leeway * few
      return gain >= 0 ? OneToOne.Choice(a: edge.a, b: edge.b, gain: gain) : nil
    }
    let chosen = OneToOne(choices, counts: counts)
    return chosen.ofA.filter { $0 >= 0 }.map { chosen.choices[Int($0)] }
  }

  /// Learns how much the fields tell from pairs that are each other's best.
  private static func weights(_ a: EntryTable, _ b: EntryTable, _ edges: [Candidates.Edge]) -> FieldWeights {
    guard a.count > 0, b.count > 0 else { return .none }
    let scorer = Agreements(a, b)
    let random = (0..<min(20_000, a.count * b.count)).map {
      scorer($0 % a.count, ($0 &* 7919 + $0 / a.count) % b.count)
    }
    var weights = FieldWeights.none
    for _ in 0..<2 {
      var bestA = [(gain: Float, edge: Int32)](repeating: (0, -1), count: a.count)
      var bestB = bestA.count == b.count ? bestA : [(gain: Float, edge: Int32)](repeating: (0, -1), count: b.count)
      for (place, edge) in edges.enumerated() {
        let gain = edge.words + weights(edge.agreement)
        let edgeNumber = Int32(truncatingIfNeeded: place)
        if gain > bestA[Int(edge.a)].gain { bestA[Int(edge.a)] = (gain, edgeNumber) }
        if gain > bestB[Int(edge.b)].gain { bestB[Int(edge.b)] = (gain, edgeNumber) }
      }
      let certain = bestA.filter { $0.edge >= 0 && bestB[Int(edges[Int($0.edge)].b)].edge == $0.edge }
      weights = FieldWeights(certain: certain.map { edges[Int($0.edge)].agreement }, random: random)
    }
    return weights
  }

  /// Why each of the links is one; the sides are read once more.
  public func evidence(_ links: ArraySlice<Link>) -> [Evidence] {
    var scorer = PairScorer(from, to, titles: titles, texts: texts)
    return links.map { link in
      scorer.look(at: link.to)
      let comparison = scorer.compare(link.from)
      let agreement = scorer.agreement(link.from)
      let fields = { (wanted: UInt8) in
        Entry.Field.allCases.enumerated().filter { agreement >> UInt8(2 * $0.offset) & 3 == wanted }.map(\.element)
      }
      // A text that is all name says no more than the name.
      let isNameOnly = comparison.text + comparison.missing == 0
      let text = isNameOnly ? comparison.titleLikeness : comparison.textLikeness
      return Evidence(
        terms: scorer.sharedRuns(link.from), figures: scorer.sharedFigures(link.from),
        title: Int((comparison.titleLikeness * 1000).rounded()), text: Int((text * 1000).rounded()),
        agree: fields(1), differ: fields(2))
    }
  }
}

/// Rulings as pairs of the sides as they are taken.
private struct Ruled {
  /// Those that are one matter.
  let pairs: [(a: Int32, b: Int32)]
  private let different: Set<[Int32]>
  private let closed: (a: Set<Int32>, b: Set<Int32>)
  private let taken: (a: Set<Int32>, b: Set<Int32>)

  init(_ rulings: EntryLinks.Rulings, isMirrored: Bool) {
    let pair = { (pair: (from: Int, to: Int)) -> (a: Int32, b: Int32) in
      let (from, to) = (Int32(truncatingIfNeeded: pair.from), Int32(truncatingIfNeeded: pair.to))
      return isMirrored ? (to, from) : (from, to)
    }
    let same = rulings.same.map(pair)
    pairs = same + rulings.continued.map(pair)
    different = Set(rulings.different.map(pair).map { [$0.a, $0.b] })
    closed = (Set(same.map(\.a)), Set(same.map(\.b)))
    taken = (Set(pairs.map(\.a)), Set(pairs.map(\.b)))
  }

  /// The edges that no ruling speaks against.
  func allowed(_ edges: [Candidates.Edge]) -> [Candidates.Edge] {
    guard !closed.a.isEmpty || !different.isEmpty else { return edges }
    return edges.filter { !closed.a.contains($0.a) && !closed.b.contains($0.b) && !different.contains([$0.a, $0.b]) }
  }

  /// Of these the edges of entries that no pair holds yet.
  func open(_ edges: [Candidates.Edge]) -> [Candidates.Edge] {
    guard !taken.a.isEmpty else { return edges }
    return edges.filter { !taken.a.contains($0.a) && !taken.b.contains($0.b) }
  }
}
