import Packaging
import Plan

/// Two versions of one invented bundle: the same ids, one goal and one figure in a hundred changed.
struct Versions {
  private static let perDocument = 500
  private static let places = Array("雁鹭鸥鹤鹳鹬鸢鹈苇荻蒲芦菱藻砂砾礁屿坨岬潮汐涌浪帆舵桅锚缆桨棹橹")
  private static let things = ["灯塔修缮", "航标更新", "渔具回收", "水渠清淤", "苗木补植", "水鸟监测", "站房翻建", "步道铺装"]
  private static let steps = ["逐月调度进展", "落实专人值守", "建立问题清单", "邀请群众评议", "委托机构检测", "完善现场标识"]

  private(set) var old = BundleContents()
  private(set) var new = BundleContents()
  private var random = Random(state: 7)

  /// - Parameter records: half of them goals, half figures.
  init(records: Int) {
    for number in stride(from: 0, to: records / 2, by: Self.perDocument) {
      add(document: number / Self.perDocument, goals: min(Self.perDocument, records / 2 - number))
    }
  }

  private mutating func add(document number: Int, goals count: Int) {
    let body = "市示例\(number)局"
    let id = "cn370200.\(body).2032.targetSheet"
    let goals = (1...count).map { _ in goal() }
    let text = goals.map { $0.title + $0.head + $0.quote + $0.tail + "\n" }.joined()
    let (bytes, length) = (Array(text.utf8), text.unicodeScalars.count)
    let source = BundleContents.Source(bytes: bytes, fileExtension: "txt")
    let (sha256, sourceHash) = (old.add(text: bytes), old.add(source: source))
    _ = (new.add(text: bytes), new.add(source: source))
    let document = Record(
      .document,
      Document(
        id: id, kind: .targetSheet, title: "示例", city: CityReference(code: "370200", name: "青岛市"), organization: body,
        period: Period(year: 2032),
        source: .init(path: "示例.txt", sha256: sourceHash, mediaType: "text/plain", encoding: "UTF-8", scalars: length),
        text: .init(path: BundleContents.textPath(sha256), sha256: sha256, scalars: length),
        adapter: .init(id: "sample.sheet", version: 1)
      ).json)
    old.revisions.insert(document)
    new.revisions.insert(document)
    var start = 0
    for (index, goal) in goals.enumerated() {
      let end = start + (goal.title + goal.head + goal.quote + goal.tail).unicodeScalars.count
      let quote = start + (goal.title + goal.head).unicodeScalars.count
      let item = Item(
        id: "\(id).key-\(index + 1)", document: id, reading: document.revision, role: .goal,
        category: .init(code: "key", label: "重点目标"), number: index + 1, title: goal.title,
        text: goal.head + goal.quote + goal.tail, period: Period(year: 2032), parties: [.init(name: body, role: .lead)],
        spans: [Span(start: start, end: end)])
      add(.item, item.json, "text", goal.head + goal.quote + "，并公示结果。")
      let figure = Indicator(
        id: item.id + ".i1", item: item.id, reading: document.revision, role: .target, subject: "完成", comparator: .ge,
        low: "\(goal.count)", high: nil, unit: "处", valueKind: .level, commitment: .firm, quote: goal.quote,
        spans: [Span(start: quote, end: quote + goal.quote.unicodeScalars.count)])
      add(.indicator, figure.json, "low", "\(goal.count + 5)")
      start = end + 1
    }
  }

  private mutating func goal() -> (title: String, head: String, count: Int, quote: String, tail: String) {
    let place = String((0..<3).map { _ in Self.places[random.next(Self.places.count)] })
    let count = 2 + random.next(900)
    let steps = (0..<2).map { _ in "，" + Self.steps[random.next(Self.steps.count)] }.joined()
    return (
      "抓好\(place)滩\(Self.things[random.next(Self.things.count)])", "\(place)滩年内完成", count, "不少于\(count)处", steps + "。"
    )
  }

  /// A record of both, of which one in a hundred says something else in the new one.
  private mutating func add(_ type: RecordType, _ content: JSONObject, _ field: String, _ value: String) {
    let record = Record(type, content)
    old.revisions.insert(record)
    new.revisions.insert(record)
    guard random.next(100) == 0 else { return }
    var other = content
    other[field] = .string(value)
    new.revisions.insert(Record(type, other, parents: [record.revision]))
  }
}

/// The same numbers in every run (Knuth's linear congruential generator).
private struct Random {
  var state: UInt64

  mutating func next(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
