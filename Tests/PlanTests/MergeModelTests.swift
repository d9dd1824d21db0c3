import TestSupport
import Testing

@testable import Plan

/// Merging and the view of one record, in sets and words: what the design says and nothing of the program.
private struct MergeModel {
  struct Revision: Hashable {
    /// Canonical JSON by member; nil for a tombstone.
    var says: [String: String]?
    var parents: Set<String> = []
  }
  struct Shown: Equatable {
    var says: [String: String] = [:]
    /// By group, who says what.
    var conflicts: [String: [[String: String]?: Set<String>]] = [:]
  }

  /// A bundle is a set of revisions; merging is the union.
  var revisions: [String: Revision] = [:]

  static func merge(_ bundles: [MergeModel]) -> MergeModel {
    MergeModel(revisions: bundles.reduce(into: [:]) { $0.merge($1.revisions) { mine, _ in mine } })
  }

  var heads: Set<String> { Set(revisions.keys).subtracting(revisions.values.flatMap(\.parents)) }

  func ancestors(_ name: String) -> Set<String> {
    (revisions[name]?.parents ?? []).reduce([name]) { $0.union(ancestors($1)) }
  }

  var base: Revision? {
    let common = heads.map(ancestors).reduce(Set(revisions.keys)) { $0.intersection($1) }
    let nearest = common.filter { one in !common.contains { $0 != one && ancestors($0).contains(one) } }
    return nearest.count == 1 ? nearest.first.flatMap { revisions[$0] } : nil
  }

  static func group(of member: String, _ type: RecordType) -> String {
    switch type {
    case .indicator:
      "comparator low high unit base valueKind qualifiers subject commitment quote".split(separator: " ")
        .contains(Substring(member)) ? "figure" : member
    case .item:
      ["number": "wording", "title": "wording", "aim": "wording", "text": "wording", "due": "time", "period": "time"][
        member] ?? member
    case .document: ["adapter", "marks", "source", "text"].contains(member) ? "source" : member
    case .link: member
    }
  }

  func shown(_ type: RecordType) -> Shown? {
    let standing = heads.filter { revisions[$0]?.says != nil }
    guard !standing.isEmpty else { return nil }
    var out = Shown()
    let part = { (revision: Revision, group: String) in
      (revision.says ?? [:]).filter { Self.group(of: $0.key, type) == group }
    }
    for group in Set(revisions.values.flatMap { ($0.says ?? [:]).keys }.map { Self.group(of: $0, type) }) {
      var said: [[String: String]: Set<String>] = [:]
      for head in standing {
        if let revision = revisions[head] { said[part(revision, group), default: []].insert(head) }
      }
      if let base { said[part(base, group)] = nil }
      if said.count > 1 { out.conflicts[group] = said.reduce(into: [:]) { $0[.some($1.key)] = $1.value } }
      let value = said.count == 1 ? said.keys.first : base.map { part($0, group) }
      out.says.merge(value ?? [:]) { _, new in new }
    }
    if standing.count < heads.count {
      out.conflicts["record"] = Dictionary(grouping: heads) { revisions[$0]?.says }.mapValues(Set.init)
    }
    return out
  }
}

@Suite struct MergeModelTests {
  private typealias Words = [String: [String]]

  /// What members of a type can say here; few words, so that two heads often say the same.
  private static let words: [RecordType: Words] = [
    .document: [
      "title": ["\"甲\"", "\"乙\"", "\"丙\""], "date": ["\"2031-01-01\"", "\"2031-01-02\""],
      "source": ["{\"scalars\":1}", "{\"scalars\":2}"], "text": ["{\"scalars\":1}", "{\"scalars\":3}"],
      "number": ["\"1\"", "\"2\""],
    ],
    .item: [
      "title": ["\"甲\"", "\"乙\""], "text": ["\"丙\"", "\"丁\""], "number": ["1", "2"],
      "due": ["{\"text\":\"年内\"}", "{\"text\":\"长期\"}"], "period": ["{\"start\":\"2031-01-01\"}"],
      "parties": ["[{\"name\":\"甲局\"}]", "[{\"name\":\"乙局\"}]"], "x-note": ["1", "[2]"],
      "role": ["\"goal\"", "\"task\""],
    ],
    .indicator: [
      "low": ["\"5\"", "\"6\""], "high": ["\"5\"", "\"6\""], "unit": ["\"个\"", "\"家\""], "subject": ["\"站\""],
      "period": ["{\"start\":\"2031-01-01\"}", "{\"start\":\"2032-01-01\"}"], "role": ["\"target\"", "\"actual\""],
      "review": ["{\"level\":\"low\"}"],
    ],
    .link: ["type": ["\"continues\"", "\"renames\""], "score": ["\"0.5\"", "\"0.6\""], "from": ["\"a\""]],
  ]

  /// A random history of one record: each revision changes a few members of one that it replaces, with or without
  /// others, or takes the record out.
  private static func history(_ type: RecordType, _ random: inout Seeded) -> (
    model: MergeModel, records: [String: Record]
  ) {
    let words = (Self.words[type] ?? [:]).sorted { $0.key < $1.key }
    var model = MergeModel()
    var records: [String: Record] = [:]
    var names: [String] = []
    for step in 0..<(2 + random.below(6)) {
      var revision = MergeModel.Revision(says: [:])
      if !names.isEmpty, random.below(8) > 0 {
        let parent = names[random.below(names.count)]
        revision.parents = [parent]
        while random.below(4) == 0 { revision.parents.insert(names[random.below(names.count)]) }
        revision.says = model.revisions[parent]?.says ?? [:]
      }
      if !revision.parents.isEmpty, random.below(8) == 0 {
        revision.says = nil
      } else {
        for (member, values) in words where step == 0 || random.below(words.count) < 2 {
          revision.says?[member] = random.below(4) == 0 ? nil : values[random.below(values.count)]
        }
      }
      let members = (revision.says ?? ["removed": "true"]).map { "\"\($0.key)\":\($0.value)" }
      let json = "{\"id\":\"cn1\"" + members.map { "," + $0 }.joined() + "}"
      guard let body = (try? JSON.parse(Array(json.utf8)))?.object else { continue }
      let change = random.below(3) == 0 ? Change(by: "复核", why: "第\(step)次", date: "2031-05-01") : nil
      let record = Record(type, body, parents: Array(revision.parents), change: change)
      model.revisions[record.revision] = revision
      records[record.revision] = record
      if !names.contains(record.revision) { names.append(record.revision) }
    }
    return (model, records)
  }

  private static func shown(_ row: Row) -> MergeModel.Shown {
    let text = { (object: JSONObject) -> [String: String]? in
      object["removed"] != nil
        ? nil
        : object.members.reduce(into: [:]) { $0[$1.key] = String(decoding: $1.value.canonical, as: UTF8.self) }
    }
    var out = MergeModel.Shown()
    let bookkeeping = ["id", "revision", "parents", "change", "heads", "conflicts", "reading", "spans"]
    out.says = text(row.line.without(bookkeeping)) ?? [:]
    for conflict in row.conflicts {
      var sides: [[String: String]?: Set<String>] = [:]
      for side in conflict.values { sides[text(side.value)] = Set(side.heads) }
      out.conflicts[conflict.group] = sides
    }
    return out
  }

  @Test("ten thousand merges give what sets in memory give, in any order, and every conflict has its sides")
  func model() {
    var random = Seeded(seed: 2031)
    var (several, joined, disputed, removed) = (0, 0, 0, 0)
    for number in 0..<10_000 {
      // Items and indicators without a reading are of one root; rows of documents join all roots.
      let type = RecordType.allCases[number % 4]
      let (whole, records) = Self.history(type, &random)
      let names = records.keys.sorted()
      var parts = (0..<(2 + random.below(3))).map { _ in names.filter { _ in random.below(2) == 0 } }
      // An old copy has no revision without those that it replaces.
      parts = parts.map { part in Array(part.reduce(into: Set()) { $0.formUnion(whole.ancestors($1)) }) }
      parts.append(names)
      parts.shuffle(using: &random)

      let model = MergeModel.merge(
        parts.map { part in
          MergeModel(revisions: whole.revisions.filter { part.contains($0.key) })
        })
      var set = RevisionSet()
      for part in parts { set.formUnion(RevisionSet(part.compactMap { records[$0] })) }
      // One expectation for all of a case: ten thousand of them take seconds by themselves.
      var holds = set.count == model.revisions.count

      let view = View(of: set)
      let row = view.rows(type).first
      let wanted = model.shown(type)
      holds = holds && row.map(Self.shown) == wanted
      holds = holds && Set(row?.heads.map(\.revision) ?? []) == (wanted == nil ? [] : model.heads)
      // None is lost: what is no row is history.
      let kept = (view.history[type] ?? []).map(\.revision)
      holds = holds && Set(kept).union(row?.heads.map(\.revision) ?? []) == Set(names)
      holds = holds && row?.conflicts.allSatisfy { $0.values.count > 1 } ?? true
      if !holds { Issue.record("case \(number)") }
      several += (row?.heads.count ?? 0) > 1 ? 1 : 0
      joined += (row?.heads.count ?? 0) > 1 && row?.conflicts.isEmpty ?? false ? 1 : 0
      disputed += row?.conflicts.isEmpty ?? true ? 0 : 1
      removed += row?.conflicts.contains { $0.group == "record" } ?? false ? 1 : 0
    }
    // The cases are such that there is something to see.
    #expect(
      several > 5_000 && joined > 500 && disputed > 4_000 && removed > 500,
      "\(several) \(joined) \(disputed) \(removed)")
  }
}
