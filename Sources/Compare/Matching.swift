import ChineseText
import Linkage
import Plan

/// Which goal of the old plan is which of the new one.
struct Matching {
  /// What made a match.
  enum Reason: String {
    /// One id, and the same revisions.
    case revisions
    /// One id, and one history or one wording.
    case id
    /// Words in common.
    case words
    /// One id, and nothing else that fits either of them.
    case remainder
  }

  /// One matter: one goal on each side, or one on one side and its parts on the other, by their places, ascending.
  struct Match {
    var old: [Int]
    var new: [Int]
    var reason: Reason
    /// How much of a whole its parts hold between them, in thousandths; nil of a pair.
    var held: Int?
  }

  private(set) var matches: [Match] = []
  private var takenOld: Set<Int> = []
  private var takenNew: Set<Int> = []
  private let old: Outline
  private let new: Outline
  private let likeness: Likeness

  /// - Parameter common: the documents that have goals which both sides hold beside these.
  init(
    old: (view: View, outline: Outline), new: (view: View, outline: Outline), named pairs: NamedPairs,
    common: Set<String>, likeness: Likeness
  ) {
    (self.old, self.new, self.likeness) = (old.outline, new.outline, likeness)
    for (i, j) in pairs.same { take(Match(old: [i], new: [j], reason: .revisions)) }
    let histories = History(old.view, new.view)
    var changed: [(Int, Int)] = []
    for (i, j) in pairs.others {
      switch continuity(i, j, histories) {
      case .none: break
      case .same: take(Match(old: [i], new: [j], reason: .id))
      case .changed: changed.append((i, j))
      }
    }
    let (a, b) = (old.outline.series, new.outline.series)
    let named = equalTitles(a, b, besides: changed)
    matchWords(a, b, continued: changed + named)
    for (i, j) in changed { take(Match(old: [i], new: [j], reason: .id)) }
    for (i, j) in named { take(Match(old: [i], new: [j], reason: .words)) }
    let (bodies, others) = (a.map(\.body), b.map(\.body))
    matchWords(bodies, others)
    // Bureaus that only one side has may be one bureau under two names; those that both have are never mixed.
    let (known, alsoKnown) = (
      Set(bodies + old.outline.series(ofDocuments: common).map(\.body)),
      Set(others + new.outline.series(ofDocuments: common).map(\.body))
    )
    matchWords(bodies.map { alsoKnown.contains($0) ? nil : 0 }, others.map { known.contains($0) ? nil : 0 })
    for (i, j) in pairs.others { take(Match(old: [i], new: [j], reason: .remainder)) }
  }

  /// Adds a match unless one of its goals is in another.
  private mutating func take(_ match: Match) {
    guard takenOld.isDisjoint(with: match.old), takenNew.isDisjoint(with: match.new) else { return }
    takenOld.formUnion(match.old)
    takenNew.formUnion(match.new)
    matches.append(match)
  }

  /// Whether one id means one goal: two imports that know nothing of each other count their goals afresh.
  private enum Continuity {
    case none
    /// It says what it said.
    case same
    /// It may have given a part to another goal, or taken one in.
    case changed
  }

  private func continuity(_ i: Int, _ j: Int, _ histories: History) -> Continuity {
    let (a, b) = (old.goals[i], new.goals[j])
    let firsts = { (goal: Goal) in goal.parts.lazy.map(\.row.heads.first?.revision) }
    if a.parts.count == b.parts.count, firsts(a).elementsEqual(firsts(b)) { return .same }
    let (x, y) = (Wording(a), Wording(b))
    if x.title == y.title, x.body == y.body { return .same }
    if x.isTitled, x.title == y.title { return .changed }
    return likeness.score(i, j).text >= 950 || histories.meet(a.row, b.row) ? .changed : .none
  }

  /// Pairs of one name that no other goal of their body bears, and of texts that are about it and not about other things.
  ///
  /// - Parameter pairs: what their ids have joined already.
  private func equalTitles(_ a: [Series], _ b: [Series], besides pairs: [(Int, Int)]) -> [(Int, Int)] {
    let (froms, tos) = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
    let named = { (goals: [Goal], series: [Series], isOpen: (Int) -> Bool) in
      var places: [Series: [[Unicode.Scalar]: [Int]]] = [:]
      for (place, goal) in goals.enumerated() where isOpen(place) {
        guard let title = Wording(goal).title, !title.isEmpty else { continue }
        places[series[place], default: [:]][title, default: []].append(place)
      }
      return places
    }
    let olds = named(old.goals, a) { !takenOld.contains($0) && !froms.contains($0) }
    let news = named(new.goals, b) { !takenNew.contains($0) && !tos.contains($0) }
    var found: [(Int, Int)] = []
    for (series, titles) in olds {
      for (title, from) in titles {
        guard from.count == 1, let to = news[series]?[title], to.count == 1 else { continue }
        guard likeness.score(from[0], to[0]).text >= Self.leastText else { continue }
        let entries = (old.entry(old.goals[from[0]]), new.entry(new.goals[to[0]]))
        if entries.0.isNamed || entries.1.isNamed { found.append((from[0], to[0])) }
      }
    }
    return found.sorted { $0 < $1 }
  }

  /// How alike, in thousandths, the texts of one name have to be: slots of plans (创新项目) are filled anew each year.
  private static let leastText = 300

  /// Matches what is left among goals of one key; those without a key stay out.
  ///
  /// - Parameter continued: pairs that are one goal by their ids, of which others may be parts.
  private mutating func matchWords<Key: Hashable>(_ a: [Key?], _ b: [Key?], continued: [(Int, Int)] = []) {
    var news: [Key: [Int]] = [:]
    for (j, key) in b.enumerated() where !takenNew.contains(j) { if let key { news[key, default: []].append(j) } }
    var olds: [Key: [Int]] = [:]
    for (i, key) in a.enumerated() where !takenOld.contains(i) { if let key { olds[key, default: []].append(i) } }
    let partners = Dictionary(continued, uniquingKeysWith: { first, _ in first })
    // Groups share no goal, so that their order does not matter.
    for (key, to) in news {
      guard let from = olds[key] else { continue }
      let places = Dictionary(zip(to, to.indices), uniquingKeysWith: { first, _ in first })
      var rulings = EntryLinks.Rulings()
      for (place, i) in from.enumerated() {
        if let j = partners[i].flatMap({ places[$0] }) { rulings.continued.append((place, j)) }
      }
      guard rulings.continued.count < max(from.count, to.count) else { continue }
      link(from, to, rulings)
    }
  }

  private mutating func link(_ from: [Int], _ to: [Int], _ rulings: EntryLinks.Rulings) {
    let linkage = EntryLinks(from: table(from, old), to: table(to, new), rulings: rulings)
    var (splits, merges): ([Int: Match], [Int: Match]) = ([:], [:])
    for link in linkage.links {
      let (i, j) = (from[link.from], to[link.to])
      switch link.kind {
      case .continues, .renames:
        if !link.isRuled { take(Match(old: [i], new: [j], reason: .words)) }
      case .splits:
        var match = splits[i] ?? Match(old: [i], new: [], reason: .words, held: 0)
        match.new.append(j)
        match.held = min(1000, (match.held ?? 0) + link.score)
        splits[i] = match
      case .merges:
        var match = merges[j] ?? Match(old: [], new: [j], reason: .words, held: 0)
        match.old.append(i)
        match.held = min(1000, (match.held ?? 0) + link.score)
        merges[j] = match
      }
    }
    for match in splits.sorted(by: { $0.key < $1.key }) { take(match.value) }
    for match in merges.sorted(by: { $0.key < $1.key }) { take(match.value) }
  }

  private func table(_ places: [Int], _ outline: Outline) -> EntryTable {
    var table = EntryTable()
    for place in places { table.append(outline.entry(outline.goals[place])) }
    return table
  }
}

/// Pairs of one id; where two roots of a document share an id, the first with the first.
struct NamedPairs {
  /// Those that are the same revisions on both sides.
  private(set) var same: [(old: Int, new: Int)] = []
  private(set) var others: [(old: Int, new: Int)] = []

  init(_ old: Outline, _ new: Outline) {
    var places: [[UInt8]: [Int]] = [:]
    for goal in old.goals.reversed() { places[Array(goal.id.utf8), default: []].append(goal.position) }
    for goal in new.goals {
      guard let place = places[Array(goal.id.utf8)]?.popLast() else { continue }
      if old.goals[place].isRevision(of: goal) {
        same.append((place, goal.position))
      } else {
        others.append((place, goal.position))
      }
    }
  }
}

/// Whose goal it is, and in what kind of document.
private struct Series: Hashable {
  var body: [Unicode.Scalar]
  var kind: String
}

extension Outline {
  /// Each goal's.
  fileprivate var series: [Series] {
    let known = documents.mapValues(Self.series)
    let unknown = Series(body: [], kind: "")
    return goals.map { known[$0.item.document] ?? unknown }
  }

  fileprivate func series(ofDocuments ids: Set<String>) -> [Series] {
    ids.compactMap { documents[$0] }.map(Self.series)
  }

  private static func series(_ document: Document) -> Series {
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
