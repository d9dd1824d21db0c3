/// Entries whose content two or more of the other side share between them: split or merged.
struct Coverage {
  /// One entry and what it became of or came from.
  struct Parted {
    /// Whether the whole is of the first side.
    var isOfA: Bool
    var whole: Int32
    /// Entries of the other side, ascending.
    var parts: [Int32]
    /// Of each part how much of what it says the whole says too, in thousandths.
    var shares: [Int]
  }

  /// How much of itself a part finds in the whole, of 255; how much of the whole it holds; and how much of the whole
  /// no other part holds.
  private static let own: UInt8 = 55
  private static let held: UInt8 = 25
  private static let alone: Float = 0.1
  /// Fields that speak against a pair more than this make parts impossible: another city's goal is no part of this one's.
  private static let strangers: Float = -2
  /// How much of the whole all parts hold together.
  private static let together: Float = 0.4
  /// Parts of one whole; more are a programme that was worked out, not split.
  private static let most = 5

  private(set) var parts: [Parted] = []

  init(
    _ a: EntryTable, _ b: EntryTable, _ candidates: Candidates, edges: [Candidates.Edge], weights: FieldWeights,
    pairs: [OneToOne.Choice]
  ) {
    var (partnerA, partnerB) = ([Int32](repeating: -1, count: a.count), [Int32](repeating: -1, count: b.count))
    for pair in pairs { (partnerA[Int(pair.a)], partnerB[Int(pair.b)]) = (pair.b, pair.a) }
    // Per whole the entries that may be parts of it; one that is matched elsewhere is none.
    var (ofA, ofB): ([Int32: [Int32]], [Int32: [Int32]]) = ([:], [:])
    for edge in edges where weights(edge.agreement) > Coverage.strangers {
      let isPair = partnerA[Int(edge.a)] == edge.b
      if edge.covered.b >= Coverage.own, edge.covered.a >= Coverage.held, isPair || partnerB[Int(edge.b)] < 0 {
        ofA[edge.a, default: []].append(edge.b)
      }
      if edge.covered.a >= Coverage.own, edge.covered.b >= Coverage.held, isPair || partnerA[Int(edge.a)] < 0 {
        ofB[edge.b, default: []].append(edge.a)
      }
    }
    var used: (a: Set<Int32>, b: Set<Int32>) = ([], [])
    for (isOfA, groups) in [(true, ofA), (false, ofB)] {
      var scorer =
        isOfA
        ? PairScorer(a, b, titles: candidates.titles, texts: candidates.texts)
        : PairScorer(b, a, titles: candidates.titles, texts: candidates.texts)
      for (whole, others) in groups.sorted(by: { $0.key < $1.key }) where others.count > 1 {
        // A whole that is matched is split only with its match among the parts.
        let partner = isOfA ? partnerA[Int(whole)] : partnerB[Int(whole)]
        let free = others.filter { isOfA ? !used.b.contains($0) : !used.a.contains($0) }
        guard !(isOfA ? used.a : used.b).contains(whole), free.count > 1, partner < 0 || free.contains(partner) else {
          continue
        }
        guard let parted = Coverage.parted(whole, free.sorted(), partner, isOfA, &scorer) else { continue }
        parts.append(parted)
        if isOfA {
          used.a.insert(whole)
          used.b.formUnion(parted.parts)
        } else {
          used.b.insert(whole)
          used.a.formUnion(parted.parts)
        }
      }
    }
  }

  /// The parts that hold the whole between them, if there are two at least.
  private static func parted(
    _ whole: Int32, _ others: [Int32], _ partner: Int32, _ isOfA: Bool, _ scorer: inout PairScorer
  ) -> Parted? {
    var held: [(part: Int32, signs: [Bool])] = []
    var tells: [Float] = []
    for other in others {
      scorer.look(at: Int(other))
      let signs = scorer.coverage(Int(whole))
      tells = signs.map(\.tells)
      held.append((other, signs.map(\.isCovered)))
    }
    let all = tells.reduce(0, +)
    let sum = { (signs: [Bool]) in zip(signs, tells).reduce(Float(0)) { $1.0 ? $0 + $1.1 : $0 } }
    let alone = { (place: Int, chosen: [Int]) -> Float in
      var signs = held[place].signs
      for other in chosen where other != place {
        for at in signs.indices where held[other].signs[at] { signs[at] = false }
      }
      return sum(signs)
    }
    // The partner first, then those that hold most.
    let order = held.indices.sorted { x, y in
      if (held[x].part == partner) != (held[y].part == partner) { return held[x].part == partner }
      let (p, q) = (sum(held[x].signs), sum(held[y].signs))
      return p != q ? p > q : x < y
    }
    var chosen: [Int] = []
    for place in order where chosen.count < most {
      let next = chosen + [place]
      if next.allSatisfy({ alone($0, next) >= Coverage.alone * all }) { chosen = next }
    }
    guard chosen.count > 1, partner < 0 || chosen.contains(where: { held[$0].part == partner }) else { return nil }
    let union = tells.indices.map { at in chosen.contains { held[$0].signs[at] } }
    guard sum(union) >= Coverage.together * all else { return nil }
    let found = chosen.sorted { held[$0].part < held[$1].part }
    return Parted(
      isOfA: isOfA, whole: whole, parts: found.map { held[$0].part },
      shares: found.map { Int((sum(held[$0].signs) / all * 1000).rounded()) })
  }
}
