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
  private let oldIndicators: [String: [Record]]
  private let children: [Int: [Int]]
  private let oldChildren: [String: [Record]]
  private var numbering = Numbering()

  init(_ previous: PreviousReading, items: [Item], parents: [Int?]) {
    self.previous = previous
    self.items = items
    for id in previous.taken { numbering.take(id) }
    oldIndicators = Dictionary(grouping: previous.indicators) { $0.body["item"]?.string ?? "" }
    children = Dictionary(grouping: parents.indices) { parents[$0] ?? -1 }
    oldChildren = Dictionary(grouping: previous.items) { $0.body["parent"]?.string ?? "" }
    matchTree()
  }

  // MARK: Matching

  /// From the top down: only the children of what was matched can be matched.
  ///
  /// Without recursion, for an old bundle can be as deep as it likes.
  private mutating func matchTree() {
    var open = [(new: children[-1] ?? [], old: oldChildren[""] ?? [])]
    while let (new, old) = open.popLast() {
      let bySeries = Dictionary(grouping: new) { series(items[$0]) }
      let oldBySeries = Dictionary(grouping: old) { record in record.item.map(series) ?? "" }
      for (name, mine) in bySeries { matchSeries(mine, oldBySeries[name] ?? []) }
      for index in new {
        guard let partner = matched[index], let inner = children[index] else { continue }
        open.append((inner, oldChildren[partner.id] ?? []))
      }
    }
  }

  private func series(_ item: Item) -> String {
    Identity.series(role: item.role, categoryCode: item.category?.code)
  }

  private mutating func matchSeries(_ new: [Int], _ old: [Record]) {
    var open = take(new, from: old, by: Alignment.own)
    open = take(new, from: open) { $0.title.map { BareText.bare($0) } ?? [] }
    var pairs: [(score: Double, new: Int, old: Int)] = []
    let rest = new.filter { matched[$0] == nil }
    let oldTerms = open.map { Bigrams(of: whole($0)) }
    for index in rest {
      let terms = Bigrams(of: whole(index))
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

  /// Matches what has an equal key, the first with the first; gives the old ones that are left.
  private mutating func take(_ new: [Int], from old: [Record], by key: (Item) -> [Unicode.Scalar]) -> [Record] {
    var places: [[Unicode.Scalar]: [Int]] = [:]
    for (at, record) in old.enumerated().reversed() {
      if let key = record.item.map(key), !key.isEmpty { places[key, default: []].append(at) }
    }
    var gone: Set<Int> = []
    for index in new where matched[index] == nil {
      guard let at = places[key(items[index])]?.popLast() else { continue }
      matched[index] = old[at]
      gone.insert(at)
    }
    return old.indices.filter { !gone.contains($0) }.map { old[$0] }
  }

  /// What an item says itself, bare of punctuation and width.
  private static func own(_ item: Item) -> [Unicode.Scalar] {
    BareText.bare([item.title, item.aim, item.text].compactMap { $0 }.joined(separator: "\n"))
  }

  /// What an item says with all that stands under it.
  private func whole(_ index: Int) -> String {
    var words: [String] = []
    var open = [index]
    while let next = open.popLast() {
      words += [items[next].title, items[next].aim, items[next].text].compactMap { $0 }
      open += (children[next] ?? []).reversed()
    }
    return words.joined(separator: "\n")
  }

  private func whole(_ record: Record) -> String {
    var words: [String] = []
    var open = [record]
    var seen: Set<String> = []
    while let next = open.popLast() {
      guard seen.insert(next.revision).inserted else { continue }
      words += ["title", "aim", "text"].compactMap { next.body[$0]?.string }
      open += (oldChildren[next.id] ?? []).reversed()
    }
    return words.joined(separator: "\n")
  }

  // MARK: Ids

  /// The id of an item, and the record of the previous reading that it goes on from.
  mutating func place(item index: Int, _ named: (Int) -> String) -> (id: String, old: Record?) {
    if let old = matched[index] { return (old.id, old) }
    return (numbering.next(named), nil)
  }

  /// The ids of an item's indicators, aligned by quote and subject, then subject and unit, then unit.
  mutating func place(indicators new: [Indicator], of owner: String, oldItem: Record?) -> [(id: String, old: Record?)] {
    var open = oldItem.flatMap { oldIndicators[$0.id] } ?? []
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
      return (numbering.next { Identity.indicator(of: owner, ordinal: $0) }, nil)
    }
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
