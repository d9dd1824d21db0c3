import TestSupport
import Testing

@testable import Plan

/// A view, worked out the slow and obvious way.
private struct Model {
  struct Key: Hashable {
    var type: RecordType
    var id: String
    var heads: [String]
  }

  /// Per row its line, by type, id and heads.
  var lines: [Key: [UInt8]] = [:]
  /// Members that move together, as the design says.
  static let groups: [RecordType: [String: [String]]] = [
    .indicator: [
      "figure": [
        "comparator", "low", "high", "unit", "base", "valueKind", "qualifiers", "subject", "commitment", "quote",
      ]
    ],
    .item: ["wording": ["number", "title", "aim", "text"], "time": ["due", "period"]],
    .document: ["source": ["source", "text", "adapter", "marks"]],
  ]
  let all: [Record]
  private let byRevision: [String: Record]
  private var roots: [String: String] = [:]
  private(set) var hiddenRoots: Set<String> = []

  init(_ records: [Record]) {
    var unique: [String: Record] = [:]
    for record in records { unique[record.revision] = record }
    byRevision = unique
    all = unique.values.sorted { $0.revision < $1.revision }
    for record in all where record.type == .document { roots[record.revision] = documentRoot(record) }
    hiddenRoots = olderReadings
    for type in RecordType.allCases {
      for id in Set(all.filter { $0.type == type }.map(\.id)) {
        let heads = headsOf(type, id).filter { !hiddenRoots.contains(root($0)) }
        let groups = type == .document ? ["": heads] : Dictionary(grouping: heads, by: root)
        for group in groups.values { add(type, id, group) }
      }
    }
  }

  func headsOf(_ type: RecordType, _ id: String) -> [Record] {
    let mine = all.filter { $0.type == type && $0.id == id }
    return mine.filter { record in !mine.contains { $0.parents.contains(record.revision) } }
  }

  func find(_ revision: String) -> Record? { byRevision[revision] }

  func ancestors(_ record: Record) -> Set<String> {
    record.parents.compactMap(find).filter { $0.type == record.type && $0.id == record.id }
      .reduce([record.revision]) { $0.union(ancestors($1)) }
  }

  /// The first revision of the document's reading that a record belongs to.
  func root(_ record: Record) -> String {
    if record.type == .document { return roots[record.revision] ?? "" }
    let readings = ancestors(record).sorted().compactMap { find($0)?.reading }
    guard let reading = record.reading ?? readings.first else { return "" }
    return find(reading).map(root) ?? reading
  }

  private func documentRoot(_ record: Record) -> String {
    let mine = all.filter { $0.type == .document && $0.id == record.id }
    var component: Set<String> = [record.revision]
    for _ in mine {
      for other in mine where component.contains(other.revision) || !component.isDisjoint(with: other.parents) {
        component.insert(other.revision)
        component.formUnion(other.parents.filter { find($0) != nil })
      }
    }
    let first = component.compactMap(find).filter { $0.parents.compactMap(find).isEmpty }.map(\.revision)
    return first.min() ?? ""
  }

  /// Of two roots with one source, the one of the older adapter, else of the greater revision.
  private var olderReadings: Set<String> {
    let documents = all.filter { $0.type == .document }
    let roots = documents.filter { root($0) == $0.revision }
    return Set(
      roots.filter { a in
        roots.contains { b in
          guard a.id == b.id, a.revision != b.revision, a.document?.source.sha256 == b.document?.source.sha256,
            let x = a.document?.adapter.version, let y = b.document?.adapter.version
          else { return false }
          return x < y || x == y && a.revision > b.revision
        }
      }.map(\.revision))
  }

  func depth(_ revision: String) -> Int {
    (find(revision)?.parents.compactMap(find).map { depth($0.revision) }.max() ?? -1) + 1
  }

  mutating func add(_ type: RecordType, _ id: String, _ heads: [Record]) {
    let standing = heads.filter { !$0.isRemoved }
    guard !standing.isEmpty else { return }
    let key = Key(type: type, id: id, heads: heads.map(\.revision).sorted())
    if heads.count == 1 {
      lines[key] = standing[0].line.canonical
      return
    }
    let content = { (record: Record) in
      record.body.without(["id", "revision", "parents", "change", "spans", "reading"])
    }
    let newest = standing.sorted { a, b in
      let (x, y) = (depth(a.reading ?? a.revision), depth(b.reading ?? b.revision))
      return x != y ? x > y : a.revision < b.revision
    }[0]
    let common = heads.map(ancestors).reduce(ancestors(heads[0])) { $0.intersection($1) }
    let nearest = common.filter { one in
      !common.contains { $0 != one && find($0).map(ancestors)?.contains(one) == true }
    }
    let base = nearest.count == 1 ? nearest.first.flatMap(find) : nil
    let sides = heads.sorted { $0.revision < $1.revision }
    let said = { (record: Record, group: [String]) in
      record.isRemoved
        ? JSONObject() : JSONObject(ascending: content(record).members.filter { group.contains($0.key) })
    }
    var line = JSONObject()
    var conflicts: [(group: String, values: [JSONObject], say: (Record) -> JSONObject)] = []
    if standing.count < heads.count { conflicts.append(("record", sides.map(content), content)) }
    let members = Set((heads + [base].compactMap { $0 }).flatMap { content($0).members.map(\.key) })
    var groups = Model.groups[type] ?? [:]
    let grouped = Set(groups.values.joined())
    for member in members.subtracting(grouped).subtracting(["removed"]) { groups[member] = [member] }
    for (name, group) in groups.sorted(by: { $0.key < $1.key }) {
      let values = sides.filter { !$0.isRemoved }.map { said($0, group) }
      let old = base.map { said($0, group) }
      let differing = values.filter { $0 != old }
      let isOpen = differing.contains { $0 != differing[0] }
      if isOpen { conflicts.append((name, differing, { said($0, group) })) }
      for member in ((isOpen ? old : differing.first ?? old) ?? JSONObject()).members {
        line[member.key] = member.value
      }
    }
    line["id"] = .string(id)
    line["reading"] = newest.body["reading"]
    line["spans"] = newest.body["spans"]
    line["heads"] = .array(key.heads.map { .string($0) })
    if !conflicts.isEmpty {
      line["conflicts"] = .array(
        conflicts.map { group, values, say in
          var distinct: [JSONObject] = []
          for value in values where !distinct.contains(value) { distinct.append(value) }
          var conflict = JSONObject()
          conflict["group"] = .string(group)
          conflict["values"] = .array(
            distinct.map { value in
              var side = JSONObject()
              let those = sides.filter { say($0) == value && (group == "record" || !$0.isRemoved) }
              side["value"] = .object(value)
              side["heads"] = .array(those.map { .string($0.revision) })
              return .object(side)
            })
          return .object(conflict)
        })
    }
    lines[key] = line.canonical
  }
}

@Suite struct ViewTests {
  static let histories = (0..<UInt64(1_000)).map { History(seed: $0).records }
  static let views = histories.map { View(of: RevisionSet($0)) }

  /// All that a view shows, in its order.
  static func image(_ view: View) -> [[UInt8]] {
    var out: [[UInt8]] = []
    for type in RecordType.allCases {
      out.append(Array(type.rawValue.utf8))
      out += view.rows(type).map(\.line.canonical)
      out += (view.history[type] ?? []).map(\.line.canonical)
    }
    return out + view.superseded.map { Array("\($0.document) \($0.kept) \($0.dropped)".utf8) }
  }

  @Test func `a view is what the slow and obvious way gives`() {
    var (several, conflicts, superseded) = (0, 0, 0)
    for (seed, (records, view)) in zip(Self.histories, Self.views).enumerated() {
      let model = Model(records)
      var lines: [Model.Key: [UInt8]] = [:]
      for type in RecordType.allCases {
        for row in view.rows(type) {
          let key = Model.Key(type: type, id: row.id, heads: row.heads.map(\.revision))
          #expect(lines.updateValue(row.line.canonical, forKey: key) == nil)
          several += row.heads.count > 1 ? 1 : 0
        }
      }
      #expect(lines == model.lines, "seed \(seed)")
      #expect(Set(view.superseded.map(\.dropped)) == model.hiddenRoots)

      // Each revision is either a row by itself or history, never both and never neither.
      let rows = RecordType.allCases.flatMap { view.rows($0) }.filter { $0.heads.count == 1 }.flatMap(\.heads).map(
        \.revision)
      let history = view.history.values.flatMap { $0 }.map(\.revision)
      #expect((rows + history).sorted() == model.all.map(\.revision))
      conflicts += view.conflicts.count
      superseded += view.superseded.count
    }
    #expect(several > 200 && conflicts > 200 && superseded > 20)
  }

  @Test func `a merge gives one view, whatever the order, grouping and repetition`() {
    var random = Seeded(seed: 99)
    for (seed, records) in Self.histories.enumerated() {
      // Three parts that overlap, as bundles of one history do.
      let parts = (0..<3).map { part in RevisionSet(records.filter { _ in part == 0 || random.chance(2, in: 3) }) }
      let expected = Self.image(Self.views[seed])
      var left = parts[0]
      left.formUnion(parts[1])
      left.formUnion(parts[2])
      var right = parts[2]
      right.formUnion(parts[1])
      var nested = parts[0]
      nested.formUnion(right)
      nested.formUnion(nested)
      nested.formUnion(parts[1])
      let shuffled = RevisionSet((records + records).shuffled(using: &random))
      for set in [left, nested, shuffled] {
        #expect(Self.image(View(of: set)) == expected, "seed \(seed)")
        #expect(set.count == RevisionSet(records).count)
      }
    }
  }

  @Test func `a conflict keeps every value that a head states`() throws {
    for view in Self.views {
      for row in view.conflicts {
        #expect(row.heads.count > 1)
        for conflict in row.conflicts {
          #expect(conflict.values.count > 1)
          for side in conflict.values {
            for revision in side.heads {
              let head = try #require(row.heads.first { $0.revision == revision })
              let said = head.body.without(Row.bookkeeping)
              let group = said.members.filter {
                conflict.group == MemberGroup.record || MemberGroup.of($0.key, row.type) == conflict.group
              }
              #expect(side.value == JSONObject(ascending: group))
            }
          }
          // Whoever is not named says what the base says.
          let silent = row.heads.filter { head in
            !conflict.values.contains { $0.heads.contains(head.revision) } && !head.isRemoved
          }
          for head in silent {
            for member in head.body.members where MemberGroup.of(member.key, row.type) == conflict.group {
              #expect(row.line[member.key] == member.value)
            }
          }
        }
      }
    }
  }

  @Test func `rows stand in reading order`() {
    for view in Self.views {
      #expect(view.documents.map(\.id) == view.documents.map(\.id).sorted(by: utf8Order))
      let items = view.items.compactMap(\.item)
      for (a, b) in zip(items, items.dropFirst()) where a.document == b.document && a.reading == b.reading {
        let starts = (a.spans.first?.start ?? Int.max, b.spans.first?.start ?? Int.max)
        let depths = (a.id.split(separator: ".").count, b.id.split(separator: ".").count)
        #expect(starts.0 <= starts.1)
        #expect(starts.0 < starts.1 || depths.0 <= depths.1)
        #expect(starts.0 < starts.1 || depths.0 < depths.1 || utf8Order(a.id, b.id))
      }
      // A figure whose item is gone from its own reading stands behind the others.
      let owners = view.indicators.compactMap(\.indicator).compactMap { indicator in
        view.items.firstIndex { $0.id == indicator.item && $0.item?.reading == indicator.reading }
      }
      #expect(owners == owners.sorted())
    }
  }

  @Test func `two heads of one value are no conflict, and of two values one is not chosen`() throws {
    let first = try #require(History(seed: 5).records.first { $0.type == .document })
    let reading = first.revision
    let item = { (text: String, parents: [String], why: String?) in
      Record(
        .item,
        Item(
          id: "cn1.甲.key-1", document: first.id, reading: reading, role: .goal, text: text,
          spans: [Span(start: 0, end: 1)]
        )
        .json, parents: parents, change: why.map { Change(by: "复核", why: $0, date: "2023-05-01") })
    }
    let base = item("原文", [], nil)
    let (a, b, c) = (
      item("新文", [base.revision], "更正"), item("新文", [base.revision], "补充"), item("又文", [base.revision], "更正")
    )
    let agreed = View(of: RevisionSet([first, base, a, b]))
    #expect(agreed.conflicts.isEmpty && agreed.items.first?.item?.text == "新文")
    let disputed = View(of: RevisionSet([first, base, a, c]))
    #expect(disputed.conflicts.count == 1 && disputed.items.first?.item?.text == "原文")
    let settled = item("定文", [a.revision, c.revision], "裁定")
    let after = View(of: RevisionSet([first, base, a, c, settled]))
    #expect(after.conflicts.isEmpty && after.items.first?.item?.text == "定文")
    #expect(after.history[.item]?.count == 3)
  }

  @Test func `a long chain of revisions is read without deep recursion`() throws {
    let first = try #require(History(seed: 5).records.first { $0.type == .document })
    var records = [first]
    for _ in 0..<3_000 {
      guard let last = records.last else { break }
      records.append(Record(.document, first.body, parents: [last.revision]))
    }
    let view = View(of: RevisionSet(records.shuffled()))
    #expect(view.documents.map(\.heads.count) == [1])
    #expect(view.documents.first?.heads.first?.revision == records.last?.revision)
  }
}
