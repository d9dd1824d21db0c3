import Plan
import TestSupport
import Testing

@Suite struct RecordTests {
  static let hash = String(repeating: "0", count: 64)

  private var link: JSONObject {
    var body = JSONObject()
    body["id"] = .string("a.continues.b")
    body["type"] = .string("continues")
    body["from"] = .string("a")
    body["to"] = .string("b")
    return body
  }

  @Test func `a revision is the hash of the canonical record without it`() {
    // printf '%s' '{"from":"a","id":"a.continues.b","to":"b","type":"continues"}' | sha256sum
    let expected = "39347b68f5ee76b6bbcd24c59bf121066ba1eb720a6b7e2ad092b5d31e5d167b"
    #expect(Record(.link, link).revision == expected)
    #expect(Revision.of(Record(.link, link).line) == expected)
  }

  @Test func `a record reads back as it was written, parents ascending and once`() throws {
    let parents = [
      String(repeating: "b", count: 64), String(repeating: "a", count: 64), String(repeating: "b", count: 64),
    ]
    let record = Record(.link, link, parents: parents, change: Change(by: "甲", why: "更正", date: "2023-05-01"))
    #expect(record.parents == [parents[1], parents[0]])
    #expect(record.isEdit && !record.isRemoved)
    let (back, faults) = Record.read(.link, try #require(try JSON.parse(record.line.canonical).object))
    #expect(faults == [])
    #expect(back.revision == record.revision && back.body == record.body)
  }

  @Test func `a changed byte is a fault`() {
    var line = Record(.link, link).line
    line["to"] = .string("c")
    #expect(Record.read(.link, line).faults.map(\.code) == [.revision])
    #expect(Record.read(.link, link).faults.map(\.code) == [.missing])
  }

  @Test func `a tombstone needs the revisions it removes`() {
    let tombstone = Record(removing: "a.continues.b", .link, parents: [Self.hash])
    #expect(tombstone.isRemoved)
    #expect(Record.read(.link, tombstone.line).faults.isEmpty)
    #expect(Record.read(.link, Record(removing: "a", .link, parents: []).line).faults.map(\.code) == [.missing])
  }

  @Test func `faults name the field and what stands there`() {
    var body = link
    body["type"] = .string("follows")
    body["score"] = .string("0,5")
    body["extra"] = .bool(true)
    body["x-note"] = .string("passes")
    let faults = Record.read(.link, Record(.link, body).line).faults
    #expect(
      faults.map { "\($0.code.rawValue) \($0.path) \($0.detail)" } == [
        "value.vocabulary /type follows", "value.decimal /score 0,5", "field.unknown /extra ",
      ])
    #expect(faults.allSatisfy { $0.record == "a.continues.b" })
  }

  @Test func `typed records come back from their json`() throws {
    let plan = History(seed: 1)
    let item = Item(
      id: "d.key-1", document: "d", reading: Self.hash, parent: "d.s", role: .goal,
      category: .init(code: "key", label: "重点"),
      number: 3, title: "题", aim: "求", text: "文", period: Period(year: 2023),
      due: .init(date: "2023-10-31", text: "10月底前"),
      parties: [.init(name: "甲处", role: .lead)], themes: ["t"],
      benchmarkCities: [CityReference(code: "440300", name: "某市")],
      review: Review(reason: "查"), spans: [Span(start: 1, end: 2)])
    #expect(Record(.item, item.json).item == item)
    let indicator = Indicator(
      id: "d.key-1.i1", item: "d.key-1", reading: Self.hash, role: .target, subject: "项目", comparator: .between,
      low: "2",
      high: "3.0", unit: "个", valueKind: .level,
      qualifiers: [.init(subject: "投资额", comparator: .ge, low: "50", high: nil, unit: "亿元")], commitment: .stretch,
      period: Period(year: 2023), benchmarkCity: CityReference(code: "440300", name: "某市"), quote: "2-3.0个",
      review: Review(reason: "查"), spans: [Span(start: 1, end: 2)])
    #expect(Record(.indicator, indicator.json).indicator == indicator)
    let document = try #require(plan.set.all.first { $0.type == .document }?.document)
    #expect(Record(.document, document.json).document == document)
    var marked = document
    marked.marks = [
      .init(text: "机密★", span: Span(start: 0, end: 3)), .init(text: "注意保存", span: Span(start: 5, end: 9)),
    ]
    #expect(Record(.document, marked.json).document == marked)
    #expect(Record.read(.document, Record(.document, marked.json).line).faults.isEmpty)
    for record in [Record(.item, item.json), Record(.indicator, indicator.json), Record(.document, document.json)] {
      #expect(Record.read(record.type, record.line).faults.isEmpty)
    }
  }

  @Test(
    arguments: [
      (Indicator.Comparator.ge, "5", nil, true), (.ge, "5", "6", false), (.ge, nil, "5", false), (.le, nil, "5", true),
      (.eq, "5", "5", true), (.eq, "5", "5.0", false), (.eq, "5", nil, false), (.approx, "5", "5", true),
      (.between, "2", "3", true), (.between, "3", "2", false), (.between, "2", nil, false), (.lt, "1", nil, false),
    ] as [(Indicator.Comparator, String?, String?, Bool)])
  func `a comparator fills its own bounds`(comparator: Indicator.Comparator, low: String?, high: String?, holds: Bool) {
    let indicator = Indicator(
      id: "d.i1", item: "d", reading: Self.hash, role: .target, subject: nil, comparator: comparator, low: low,
      high: high,
      unit: "个", valueKind: .level, commitment: .firm, quote: "5个", spans: [Span(start: 0, end: 2)])
    let faults = Record.read(.indicator, Record(.indicator, indicator.json).line).faults
    #expect(faults.map(\.code) == (holds ? [] : [.comparator]))
  }

  @Test func `whatever a record's json holds, reading it ends in faults at worst`() {
    var random = Seeded(seed: 77)
    let records = History(seed: 2).set.all.sorted { $0.revision < $1.revision }
    let odd: [JSON] = [
      .string(""), .string("x"), .integer(-1), .bool(true), .array([]), .object(JSONObject()), .array([.integer(1)]),
      .integer(9_007_199_254_740_991), .array([.object(JSONObject())]),
    ]
    for _ in 0..<1_000 {
      guard let record = records.randomElement(using: &random) else { continue }
      var line = record.line
      guard let member = line.members.randomElement(using: &random), let value = odd.randomElement(using: &random)
      else {
        continue
      }
      line[member.key] = random.chance(1, in: 4) ? nil : value
      let (back, faults) = Record.read(record.type, line)
      #expect(!faults.isEmpty || member.key == "revision" || line == record.line)
      _ = View(of: RevisionSet(records + [back]))
    }
  }
}
