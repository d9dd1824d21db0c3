import ChineseText
import Plan

/// Aligns a new reading of a document with the one before it, so that what is still said keeps its id.
///
/// Within one parent and one series (key, excellence, task, m): exact text first, then equal titles, then the most
/// alike text. What is new takes the next ordinal that was never used; what is gone gets a tombstone.
struct Alignment {
  /// Half of the character pairs shared: reworded; less: something else.
  private static let alike = 0.5

  private let previous: PreviousReading
  private let items: [Item]
  private var matched: [Int: Record] = [:]
  private var usedIndicators: Set<String> = []
  /// The highest ordinal ever used, by what stands before it in the id.
  private var ordinals: [String: Int] = [:]

  init(_ previous: PreviousReading, items: [Item], parents: [Int?]) {
    self.previous = previous
    self.items = items
    for id in previous.taken {
      let (stem, ordinal) = Alignment.split(id)
      ordinals[stem] = max(ordinals[stem] ?? 0, ordinal)
    }
    var children: [Int: [Int]] = [:]
    for (index, parent) in parents.enumerated() { children[parent ?? -1, default: []].append(index) }
    let oldChildren = Dictionary(grouping: previous.items) { $0.body["parent"]?.string ?? "" }
    match(children[-1] ?? [], oldChildren[""] ?? [], children, oldChildren)
  }

  private static func split(_ id: String) -> (stem: String, ordinal: Int) {
    let digits = id.utf8.reversed().prefix { (48...57).contains($0) }.count
    return (String(id.dropLast(digits)), Int(id.suffix(digits)) ?? 0)
  }

  // MARK: Matching

  private mutating func match(
    _ new: [Int], _ old: [Record], _ children: [Int: [Int]], _ oldChildren: [String: [Record]]
  ) {
    let bySeries = Dictionary(grouping: new) { series(items[$0]) }
    let oldBySeries = Dictionary(grouping: old) { record in record.item.map(series) ?? "" }
    for name in bySeries.keys.sorted(by: utf8Order) {
      matchSeries(bySeries[name] ?? [], oldBySeries[name] ?? [], children, oldChildren)
    }
    for index in new {
      guard let partner = matched[index] else { continue }
      match(children[index] ?? [], oldChildren[partner.id] ?? [], children, oldChildren)
    }
  }

  private func series(_ item: Item) -> String {
    Identity.series(role: item.role, categoryCode: item.category?.code)
  }

  private mutating func matchSeries(
    _ new: [Int], _ old: [Record], _ children: [Int: [Int]], _ oldChildren: [String: [Record]]
  ) {
    var open = old
    func take(_ index: Int, where fits: (Item) -> Bool) {
      guard matched[index] == nil, let at = open.firstIndex(where: { $0.item.map(fits) ?? false }) else { return }
      matched[index] = open.remove(at: at)
    }
    for index in new { take(index) { own($0) == own(items[index]) } }
    for index in new {
      guard let title = items[index].title else { continue }
      take(index) { $0.title.map { BareText.bare($0) } == BareText.bare(title) }
    }
    var pairs: [(score: Double, new: Int, old: Int)] = []
    let rest = new.filter { matched[$0] == nil }
    let oldTerms = open.map { Bigrams(of: whole($0, oldChildren)) }
    for index in rest {
      let terms = Bigrams(of: whole(index, children))
      for (at, other) in oldTerms.enumerated() {
        let score = terms.dice(other)
        if score >= Alignment.alike { pairs.append((score, index, at)) }
      }
    }
    var gone: Set<Int> = []
    for pair in pairs.sorted(by: { ($1.score, $0.new, $0.old) < ($0.score, $1.new, $1.old) })
    where matched[pair.new] == nil && gone.insert(pair.old).inserted {
      matched[pair.new] = open[pair.old]
    }
  }

  /// What an item says itself, bare of punctuation and width.
  private func own(_ item: Item) -> [Unicode.Scalar] {
    BareText.bare([item.title, item.aim, item.text].compactMap { $0 }.joined(separator: "\n"))
  }

  private func whole(_ index: Int, _ children: [Int: [Int]]) -> String {
    let item = items[index]
    let parts = [item.title, item.aim, item.text].compactMap { $0 }
    return (parts + (children[index] ?? []).map { whole($0, children) }).joined(separator: "\n")
  }

  private func whole(_ record: Record, _ children: [String: [Record]]) -> String {
    let parts = ["title", "aim", "text"].compactMap { record.body[$0]?.string }
    return (parts + (children[record.id] ?? []).map { whole($0, children) }).joined(separator: "\n")
  }

  // MARK: Ids

  /// The id of an item, and the record of the previous reading that it goes on from.
  mutating func place(item index: Int, under parent: String?, document: String) -> (id: String, old: Record?) {
    if let old = matched[index] { return (old.id, old) }
    let item = items[index]
    let named = { (ordinal: Int) in
      Identity.item(
        under: parent ?? document, role: item.role, categoryCode: item.category?.code, ordinal: ordinal)
    }
    return (fresh(named), nil)
  }

  /// The ids of an item's indicators, aligned by quote and subject, then subject and unit, then unit.
  mutating func place(indicators new: [Indicator], of owner: String, oldItem: Record?) -> [(id: String, old: Record?)] {
    var open = oldItem.map { item in previous.indicators.filter { $0.body["item"]?.string == item.id } } ?? []
    var partners: [Int: Record] = [:]
    let rules: [(Indicator, Indicator) -> Bool] = [
      { $0.quote == $1.quote && $0.subject == $1.subject },
      { $0.subject == $1.subject && $0.unit == $1.unit && $0.role == $1.role },
      { $0.unit == $1.unit && $0.role == $1.role },
    ]
    for rule in rules {
      for (index, indicator) in new.enumerated() where partners[index] == nil {
        guard let at = open.firstIndex(where: { $0.indicator.map { rule($0, indicator) } ?? false }) else { continue }
        partners[index] = open.remove(at: at)
      }
    }
    return new.indices.map { index in
      if let old = partners[index] {
        usedIndicators.insert(old.revision)
        return (old.id, old)
      }
      return (fresh { Identity.indicator(of: owner, ordinal: $0) }, nil)
    }
  }

  private mutating func fresh(_ named: (Int) -> String) -> String {
    let (stem, _) = Alignment.split(named(0))
    let next = (ordinals[stem] ?? 0) + 1
    ordinals[stem] = next
    return named(next)
  }

  /// What the previous reading said and this one does not.
  var tombstones: [Record] {
    let kept = Set(matched.values.map(\.revision))
    let items = previous.items.filter { !kept.contains($0.revision) }
      .map { Record(removing: $0.id, .item, parents: [$0.revision]) }
    let indicators = previous.indicators.filter { !usedIndicators.contains($0.revision) }
      .map { Record(removing: $0.id, .indicator, parents: [$0.revision]) }
    return items + indicators
  }
}
