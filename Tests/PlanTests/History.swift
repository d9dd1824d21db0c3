import TestSupport

import Plan

/// A made-up life of two documents: imports, re-imports, corrections, tombstones, unrelated imports, in any shape that
/// the format allows.
struct History {
  private(set) var records: [Record] = []
  private var random: Seeded
  private let ids = ["cn1.甲.key-1", "cn1.甲.key-1.m1", "cn1.甲.key-2", "cn1.甲.task-1"]

  var set: RevisionSet { RevisionSet(records) }

  /// The text of every reading.
  static let text = Array("5个增殖养殖采苗站".unicodeScalars)

  init(seed: UInt64) {
    random = Seeded(seed: seed)
    for id in ["cn1.甲", "cn1.乙"].prefix(random.chance(1, in: 3) ? 2 : 1) {
      let roots = (0..<(random.chance(1, in: 3) ? 2 : 1)).map { _ in live(document: id) }
      // A person says that both are one document: what was hidden can be shown again.
      if roots.count == 2, random.chance(1, in: 3) { _ = edit(roots[0], parents: roots.map(\.revision)) }
    }
  }

  /// One root: an import, then a few steps on top of whatever heads or older revisions there are. Gives the import.
  private mutating func live(document id: String) -> Record {
    let source = random.chance(1, in: 2) ? "a" : "b"
    var lineage = [document(id, source: source, parents: [])]
    var items: [String: [Record]] = [:]
    for item in names(below: id) where random.chance(4, in: 5) && parent(of: item).map({ items[$0] != nil }) ?? true {
      items[item] = [self.item(item, of: id, reading: lineage[0], parents: [])]
      if random.chance(1, in: 2), let owner = items[item]?.first { figure(of: owner, reading: lineage[0]) }
    }
    for _ in 0..<Int.random(in: 0...5, using: &random) {
      guard let item = names(below: id).randomElement(using: &random),
        let before = items[item]?.randomElement(using: &random)
      else { continue }
      switch Int.random(in: 0...5, using: &random) {
      case 0:
        guard let old = lineage.randomElement(using: &random) else { continue }
        let new = document(id, source: random.chance(1, in: 2) ? source : "c", parents: [old.revision])
        lineage.append(new)
        for (name, known) in items.sorted(by: { $0.key < $1.key }) {
          guard let parent = known.randomElement(using: &random) else { continue }
          if random.chance(1, in: 4) {
            items[name]?.append(add(Record(removing: name, .item, parents: [parent.revision])))
          } else {
            items[name]?.append(self.item(name, of: id, reading: new, parents: [parent.revision]))
          }
        }
      case 1:
        let known = items[item] ?? []
        let other = known.randomElement(using: &random) ?? before
        items[item]?.append(edit(before, parents: [before.revision, other.revision]))
      case 2: items[item]?.append(add(Record(removing: item, .item, parents: [before.revision])))
      case 3:
        if let reading = lineage.randomElement(using: &random) { figure(of: before, reading: reading, ordinal: 2) }
      case 4: lineage.append(edit(lineage[0], parents: [lineage.randomElement(using: &random)?.revision ?? ""]))
      default: items[item]?.append(edit(before, parents: [before.revision]))
      }
    }
    return lineage[0]
  }

  private func parent(of id: String) -> String? { id.hasSuffix(".m1") ? String(id.dropLast(".m1".count)) : nil }

  private func names(below document: String) -> [String] { ids.map { document + $0.dropFirst("cn1.甲".count) } }

  private mutating func add(_ record: Record) -> Record {
    records.append(record)
    return record
  }

  private mutating func document(_ id: String, source: String, parents: [String]) -> Record {
    let hash = { (mark: String) in String(repeating: mark, count: 64) }
    let document = Document(
      id: id, kind: .targetSheet, title: random.chance(1, in: 2) ? "目标" : "任务",
      city: CityReference(code: "370200", name: "某市"), organization: "甲局", period: Period(year: 2023),
      source: .init(path: "a.txt", sha256: hash(source), mediaType: "text/plain", encoding: "UTF-8", scalars: 9),
      text: .init(path: "text/a.txt", sha256: hash("d"), scalars: 9),
      adapter: .init(id: "x", version: Int.random(in: 1...2, using: &random)))
    return add(Record(.document, document.json, parents: parents))
  }

  private mutating func item(_ id: String, of document: String, reading: Record, parents: [String]) -> Record {
    let item = Item(
      id: id, document: document, reading: reading.revision, parent: parent(of: id), role: .goal, text: word(),
      spans: [Span(start: Int.random(in: 0...2, using: &random), end: 9)])
    return add(Record(.item, item.json, parents: parents))
  }

  private mutating func figure(of item: Record, reading: Record, ordinal: Int = 1) {
    let indicator = Indicator(
      id: item.id + ".i\(ordinal)", item: item.id, reading: reading.revision, role: .target, subject: word(),
      comparator: .eq,
      low: "5", high: "5", unit: "个", valueKind: .level, commitment: .firm, quote: "5个", spans: [Span(start: 0, end: 2)]
    )
    _ = add(Record(.indicator, indicator.json))
  }

  /// Few words, so that two heads often say the same.
  private mutating func word() -> String { ["增殖", "养殖", "采苗"].randomElement(using: &random) ?? "" }

  private mutating func party() -> JSONObject {
    JSONObject(ascending: [("name", .string(word())), ("role", .string("lead"))])
  }

  private mutating func due() -> JSONObject { JSONObject(ascending: [("text", .string(word()))]) }

  private mutating func edit(_ record: Record, parents: [String]) -> Record {
    guard !record.isRemoved else { return record }
    var body = record.body.without(["parents", "change"])
    switch (record.type, random.below(4)) {
    case (.item, 0): body["parties"] = .array([.object(party())])
    case (.item, 1): body["due"] = .object(due())
    case (.document, 0): body["number"] = .string(word())
    case (.document, _): body["title"] = .string(word())
    default: body["text"] = .string(word())
    }
    let why = random.chance(1, in: 2) ? "更正" : "补充"
    return add(
      Record(record.type, body, parents: parents, change: Change(by: "复核", why: why, date: "2023-05-01")))
  }
}
