import Plan
import TestSupport
import Testing

/// What keeps the rules in two sets keeps them in their union, so that a merge of valid bundles is valid.
@Suite struct ValidationTests {
  private func faults(_ set: RevisionSet) -> [Fault] { Validation.faults(in: set) { _ in History.text } }

  /// Some of a history's records with all that they name: what one of several bundles of it holds.
  private func part(of records: [Record], _ random: inout Seeded) -> RevisionSet {
    var wanted = Set(records.filter { _ in random.chance(1, in: 3) }.map(\.revision))
    var part = RevisionSet()
    for record in records.reversed() where wanted.contains(record.revision) {
      part.insert(record)
      wanted.formUnion(record.parents + (record.reading.map { [$0] } ?? []))
      for name in ["item", "parent"] {
        guard let id = record.body[name]?.string else { continue }
        wanted.formUnion(records.filter { $0.id == id && !$0.isRemoved }.prefix(1).map(\.revision))
      }
    }
    return part
  }

  @Test func `a union of valid sets is valid, of one history and of two`() {
    var random = Seeded(seed: 11)
    var (removedParents, removedItems, shownAgain) = (0, 0, 0)
    for seed in 0..<UInt64(150) {
      let records = History(seed: seed).records
      let other = random.chance(1, in: 2) ? records : History(seed: seed + 1).records
      let parts = [part(of: records, &random), part(of: other, &random)]
      for part in parts { #expect(faults(part) == [], "seed \(seed)") }
      var union = parts[0]
      union.formUnion(parts[1])
      #expect(faults(union) == [], "seed \(seed)")

      let view = View(of: union)
      let shown = Set(view.items.map(\.id))
      removedParents += view.items.compactMap { $0.item?.parent }.count { !shown.contains($0) }
      removedItems += view.indicators.compactMap(\.indicator).count { !shown.contains($0.item) }
      let hidden = parts.flatMap { View(of: $0).superseded.map(\.dropped) }
      shownAgain += hidden.count { revision in !view.superseded.contains { $0.dropped == revision } }
    }
    // The histories are such that there is something to see.
    #expect(
      removedParents > 2 && removedItems > 2 && shownAgain > 0, "\(removedParents) \(removedItems) \(shownAgain)")
  }

  @Test func `what names nothing in the set is a fault, removed or not`() throws {
    let records = History(seed: 5).records
    let first = try #require(records.first { $0.type == .document })
    let item = Record(
      .item,
      Item(
        id: first.id + ".key-9.m1", document: first.id, reading: first.revision, parent: first.id + ".key-9",
        role: .measure, text: "采苗", spans: [Span(start: 6, end: 8)]
      ).json)
    let figure = Record(
      .indicator,
      Indicator(
        id: first.id + ".key-9.i1", item: first.id + ".key-9", reading: first.revision, role: .target, subject: nil,
        comparator: .eq, low: "5", high: "5", unit: "个", valueKind: .level, commitment: .firm, quote: "5个",
        spans: [Span(start: 0, end: 2)]
      ).json)
    #expect(faults(RevisionSet([first, item, figure])).map(\.path) == ["/parent", "/item"])
  }
}
