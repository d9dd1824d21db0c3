import Archive
import Packaging
import Plan
import Testing

@testable import Compare

@Suite("Two bundles as far as they differ")
struct BundlePairTests {
  /// Two bureaus of twelve goals each, with measures, figures and narration.
  private struct Plans {
    var contents = BundleContents()
    var items: [String: (item: Item, record: Record)] = [:]
    var figures: [String: (figure: Indicator, record: Record)] = [:]
    static func document(_ bureau: Int) -> String { "cn370200.市样本\(bureau)局.2031.targetSheet" }

    init() throws {
      for bureau in 1...2 {
        let id = Plans.document(bureau)
        let bytes = Array("共计15处\n".utf8)
        let sha256 = contents.add(text: bytes)
        let source = contents.add(source: .init(bytes: bytes, fileExtension: "txt"))
        let document = Record(
          .document,
          Document(
            id: id, kind: .targetSheet, title: "样本", city: CityReference(code: "370200", name: "青岛市"),
            organization: "市样本\(bureau)局", period: Period(year: 2031),
            source: .init(path: "a.txt", sha256: source, mediaType: "text/plain", encoding: "UTF-8", scalars: 6),
            text: .init(path: BundleContents.textPath(sha256), sha256: sha256, scalars: 6),
            adapter: .init(id: "sample", version: 1)
          ).json)
        contents.revisions.insert(document)
        let span = [Span(start: 0, end: 6)]
        func add(_ item: Item) {
          let record = Record(.item, item.json)
          items[item.id] = (item, record)
          contents.revisions.insert(record)
        }
        add(
          Item(id: id + ".context-1", document: id, reading: document.revision, role: .context, text: "引言", spans: span)
        )
        for number in 1...12 {
          let goal = "\(id).key-\(number)"
          let word = String("苇荻蒲芦菱藻砂砾礁屿坨岬".dropFirst(number - 1).prefix(1))
          add(
            Item(
              id: goal, document: id, reading: document.revision, role: .goal,
              category: .init(code: "key", label: "重点目标"), number: number, title: "修整\(word)滩栈道\(bureau)期",
              text: "共计15处",
              spans: span))
          add(
            Item(
              id: goal + ".m1", document: id, reading: document.revision, parent: goal, role: .measure,
              text: "逐月巡查\(word)滩", spans: span))
          let figure = Indicator(
            id: goal + ".m1.i1", item: goal + ".m1", reading: document.revision, role: .target, subject: "栈道",
            comparator: .eq, low: "15", high: "15", unit: "处", valueKind: .level, commitment: .firm, quote: "15处",
            spans: [Span(start: 2, end: 5)])
          let record = Record(.indicator, figure.json)
          figures[figure.id] = (figure, record)
          contents.revisions.insert(record)
        }
      }
    }

    var bag: CheckedBag {
      get throws {
        let sink = MemorySink()
        try writeBundle(contents, to: sink)
        return try CheckedBag(sink.bytes)
      }
    }

    mutating func edit(_ id: String, _ change: (inout Item) -> Void) throws {
      var (item, record) = try #require(items[id])
      change(&item)
      contents.revisions.insert(Record(.item, item.json, parents: [record.revision]))
    }
  }

  /// What a diff says but for its unchanged goals and for scores, which count words over the goals that are there.
  private func told(_ diff: Diff) -> [String] {
    let changes = diff.changes.filter { $0.kind != .unchanged }.map { change in
      let figures = change.figures.map { "\($0.kind) \($0.from?.indicator.id ?? "") \($0.to?.indicator.id ?? "")" }
      return "\(change.kind) \(change.from.map(\.id)) \(change.to.map(\.id)) \(figures)"
    }
    return changes + [String(decoding: JSON.object(diff.summary.json).canonical, as: UTF8.self)]
  }

  private func expectSame(_ old: CheckedBag, _ new: CheckedBag) throws -> BundlePair {
    let whole = Diff(old: try old.bundle().view, new: try new.bundle().view)
    let pair = try #require(try BundlePair(old, new))
    #expect(told(Diff(old: pair.old, new: pair.new, common: pair.common)) == told(whole))
    return pair
  }

  @Test("say what whole bundles say, and hold only the goals with a difference")
  func differences() throws {
    let old = try Plans()
    var new = old
    let (one, two) = (Plans.document(1), Plans.document(2))
    try new.edit(one + ".key-2") { $0.text = "共计15处，并公示" }
    try new.edit(two + ".key-3") { $0.title = "改造灯塔" }
    try new.edit(two + ".key-9.m1") { $0.text = "每周巡查" }
    var (figure, record) = try #require(old.figures[one + ".key-5.m1.i1"])
    (figure.low, figure.high) = ("20", "20")
    new.contents.revisions.insert(Record(.indicator, figure.json, parents: [record.revision]))
    let gone = try #require(old.items[two + ".key-12.m1"])
    new.contents.revisions.insert(Record(removing: gone.item.id, .item, parents: [gone.record.revision]))
    let added = try #require(old.items[one + ".key-1"]).item
    var extra = added
    (extra.id, extra.number, extra.title) = (one + ".key-13", 13, "新购测船")
    new.contents.revisions.insert(Record(.item, extra.json))

    let pair = try expectSame(try old.bag, try new.bag)
    #expect(pair.old.items.count == 10)
    #expect(pair.common.goals == 19)
    #expect(pair.common.figures == 19)
    #expect(pair.common.others == [.context: 2])
    _ = try expectSame(try new.bag, try old.bag)
  }

  @Test("hold no goal where both are one")
  func equal() throws {
    let bag = try Plans().bag
    let pair = try expectSame(bag, bag)
    #expect(pair.old.items.isEmpty)
    #expect(pair.common.goals == 24)
  }

  @Test("bring every goal of a document that changed itself")
  func documentChanged() throws {
    let old = try Plans()
    var new = old
    let head = try #require(old.contents.revisions.revisions(.document, Plans.document(1)).values.first)
    var document = try #require(head.document)
    document.title = "样本（修订）"
    new.contents.revisions.insert(Record(.document, document.json, parents: [head.revision]))
    let pair = try expectSame(try old.bag, try new.bag)
    #expect(pair.common.documents == [Plans.document(2)])
  }

  @Test("are read whole where a row is given by several heads")
  func jointRow() throws {
    let old = try Plans()
    var new = old
    let id = Plans.document(1) + ".key-4"
    try new.edit(id) { $0.text = "共计15处，分两批" }
    try new.edit(id) { $0.text = "共计15处，分三批" }
    let pair = try BundlePair(try old.bag, try new.bag)
    #expect(pair?.common == nil)
  }
}
