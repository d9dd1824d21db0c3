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

  /// How much of itself a part finds in the whole, of 255, and how much of the whole it holds.
  private static let own: UInt8 = 55
  private static let held: UInt8 = 25
  /// How much a clause tells, in nats, how much of it a part has to say, and what this tells beyond what any other part
  /// says of it: each part has a clause of its own, as one that only repeats what its neighbours say (达到0人) is none.
  private static let clause: Float = 5
  private static let said: Float = 0.75
  private static let lead: Float = 3
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
      let (a, b) = edge.covered
      if edge.mayBePart.b, b >= Coverage.own, a >= Coverage.held, isPair || partnerB[Int(edge.b)] < 0 {
        ofA[edge.a, default: []].append(edge.b)
      }
      if edge.mayBePart.a, a >= Coverage.own, b >= Coverage.held, isPair || partnerA[Int(edge.a)] < 0 {
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
    var held: [Held] = []
    var tells: [Float] = []
    for other in others {
      scorer.look(at: Int(other))
      let signs = scorer.coverage(Int(whole))
      tells = signs.map(\.tells)
      held.append(Held(other, signs))
    }
    let all = tells.reduce(0, +)
    let sum = { (signs: [Bool]) in zip(signs, tells).reduce(Float(0)) { $1.0 ? $0 + $1.1 : $0 } }
    // The partner first, then those that hold most.
    let order = held.indices.sorted { x, y in
      if (held[x].part == partner) != (held[y].part == partner) { return held[x].part == partner }
      let (p, q) = (sum(held[x].signs), sum(held[y].signs))
      return p != q ? p > q : x < y
    }
    var chosen: [Int] = []
    for place in order where chosen.count < most {
      let next = chosen + [place]
      let haveClauses = next.allSatisfy { one in
        held[one].hasClause(besides: next.filter { $0 != one }.map { held[$0] })
      }
      if haveClauses { chosen = next }
    }
    guard chosen.count > 1, partner < 0 || chosen.contains(where: { held[$0].part == partner }) else { return nil }
    let union = tells.indices.map { at in chosen.contains { held[$0].signs[at] } }
    guard sum(union) >= Coverage.together * all else { return nil }
    let found = chosen.sorted { held[$0].part < held[$1].part }
    return Parted(
      isOfA: isOfA, whole: whole, parts: found.map { held[$0].part },
      shares: found.map { Int((sum(held[$0].signs) / all * 1000).rounded()) })
  }

  /// What a part says of the whole.
  private struct Held {
    let part: Int32
    /// Per sign of the whole, whether the part says it.
    let signs: [Bool]
    /// Per clause of the whole's text what it tells, and what of that the part says.
    private var clauses: [(all: Float, said: Float)]

    init(_ part: Int32, _ coverage: [(tells: Float, isCovered: Bool, clause: Int)]) {
      self.part = part
      signs = coverage.map(\.isCovered)
      clauses = Array(repeating: (0, 0), count: (coverage.last?.clause ?? 0) + 1)
      for sign in coverage where sign.clause > 0 {
        clauses[sign.clause].all += sign.tells
        if sign.isCovered { clauses[sign.clause].said += sign.tells }
      }
    }

    /// Whether it says a clause of the whole that none of the others says.
    func hasClause(besides others: [Held]) -> Bool {
      clauses.indices.contains { at in
        let own = clauses[at]
        return own.all >= Coverage.clause && own.said >= Coverage.said * own.all
          && others.allSatisfy { $0.clauses[at].said <= own.said - Coverage.lead }
      }
    }
  }
}
