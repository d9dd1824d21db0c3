import ChineseText
import Plan

/// Which goal of the old plan is which of the new one.
struct Matching {
  /// What made a pair.
  enum Reason: String {
    /// One id, and one history or one wording.
    case id
    /// Words in common.
    case words
    /// One id, and nothing else that fits either of them.
    case remainder
  }

  /// Per place among the new goals, the place among the old ones.
  private(set) var partners: [Int: (old: Int, reason: Reason)] = [:]
  private var taken: Set<Int> = []
  private let old: Outline
  private let new: Outline
  private let likeness: Likeness

  init(old: (view: View, outline: Outline), new: (view: View, outline: Outline), likeness: Likeness) {
    (self.old, self.new, self.likeness) = (old.outline, new.outline, likeness)
    let equal = equalIDs()
    let histories = History(old.view, new.view)
    for (i, j) in equal where isContinued(i, j, histories) { pair(i, j, .id) }
    let (a, b) = (old.outline.goals.map(old.outline.series), new.outline.goals.map(new.outline.series))
    matchWords(a, b)
    let (bodies, others) = (a.map(\.body), b.map(\.body))
    matchWords(bodies, others)
    // Bureaus that only one side has may be one bureau under two names; those that both have are never mixed.
    let (known, alsoKnown) = (Set(bodies), Set(others))
    matchWords(bodies.map { alsoKnown.contains($0) ? nil : 0 }, others.map { known.contains($0) ? nil : 0 })
    for (i, j) in equal { pair(i, j, .remainder) }
  }

  private mutating func pair(_ i: Int, _ j: Int, _ reason: Reason) {
    guard !taken.contains(i), partners[j] == nil else { return }
    taken.insert(i)
    partners[j] = (i, reason)
  }

  /// Pairs of one id; where two roots of a document share an id, the first with the first.
  private func equalIDs() -> [(Int, Int)] {
    var places: [[UInt8]: [Int]] = [:]
    for goal in old.goals.reversed() { places[Array(goal.id.utf8), default: []].append(goal.position) }
    return new.goals.compactMap { goal in places[Array(goal.id.utf8)]?.popLast().map { ($0, goal.position) } }
  }

  /// Whether one id means one goal: two imports that know nothing of each other count their goals afresh.
  private func isContinued(_ i: Int, _ j: Int, _ histories: History) -> Bool {
    let (a, b) = (old.goals[i], new.goals[j])
    let titles = (Wording(a).title, Wording(b).title)
    if titles.0 == titles.1, titles.0?.isEmpty == false { return true }
    return likeness.score(i, j).text >= 950 || histories.meet(a.row, b.row)
  }

  /// Matches what is left among goals of one key; those without a key stay out.
  private mutating func matchWords<Key: Hashable>(_ a: [Key?], _ b: [Key?]) {
    var news: [Key: [Int]] = [:]
    for (j, key) in b.enumerated() where partners[j] == nil { if let key { news[key, default: []].append(j) } }
    var olds: [Key: [Int]] = [:]
    for (i, key) in a.enumerated() where !taken.contains(i) { if let key { olds[key, default: []].append(i) } }
    var candidates: [Assignment.Candidate] = []
    for (key, list) in news {
      guard let others = olds[key] else { continue }
      let index = likeness.index(list)
      for i in others {
        for (j, score) in zip(list, likeness.scores(i, list, index)) where score.total >= Likeness.threshold {
          let rank = score.total * 10 + smallSigns(old.goals[i], new.goals[j])
          candidates.append(Assignment.Candidate(old: i, new: j, rank: rank))
        }
      }
    }
    for chosen in Assignment.oneToOne(candidates) { pair(chosen.old, chosen.new, .words) }
  }

  /// What tips the balance between equals: the same id, category, number.
  private func smallSigns(_ a: Goal, _ b: Goal) -> Int {
    let category = a.item.category.map { $0.code ?? $0.label } == b.item.category.map { $0.code ?? $0.label }
    return (a.id.utf8.elementsEqual(b.id.utf8) ? 40 : 0) + (category ? 20 : 0)
      + (a.item.number == b.item.number ? 10 : 0)
  }
}

/// Whose goal it is, and in what kind of document.
private struct Series: Hashable {
  var body: [Unicode.Scalar]
  var kind: String
}

extension Outline {
  fileprivate func series(_ goal: Goal) -> Series {
    guard let document = documents[goal.item.document] else { return Series(body: [], kind: "") }
    // The second step of an id is the organisation without its city, whichever way the document wrote it.
    let steps = document.id.split(separator: ".")
    let name = steps.count > 3 ? String(steps[1]) : document.organization
    return Series(body: Body(name, in: document.city.code).scalars, kind: document.kind.rawValue)
  }
}

/// The revisions that stand behind the rows of two views.
private struct History {
  private var parents: [String: [String]] = [:]

  init(_ views: View...) {
    for view in views {
      let records = (view.history[.item] ?? []) + view.items.flatMap(\.heads)
      for record in records { parents[record.revision] = record.parents }
    }
  }

  /// Whether two rows come from one revision, however far back.
  func meet(_ a: Row, _ b: Row) -> Bool { !behind(a).isDisjoint(with: behind(b)) }

  private func behind(_ row: Row) -> Set<String> {
    var seen: Set<String> = []
    var open = row.heads.map(\.revision)
    while let next = open.popLast() {
      if seen.insert(next).inserted { open += parents[next] ?? [] }
    }
    return seen
  }
}
