import Foundation
import Packaging
import Plan
import TestSupport
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

    var view: View { View(of: contents.revisions) }

    /// One of the edits that people make, on a goal, a measure, a figure or a document.
    mutating func editAtRandom(_ random: inout SeededGenerator) throws {
      let document = Plans.document(Int.random(in: 1...2, using: &random))
      let goal = "\(document).key-\(Int.random(in: 1...12, using: &random))"
      let word = ["灯塔", "航标", "泵房", "苗圃"].randomElement(using: &random) ?? ""
      switch Int.random(in: 0...7, using: &random) {
      case 0: try edit(goal) { $0.text = "共计15处，另建\(word)" }
      case 1: try edit(goal) { $0.title = "改造\(word)" }
      case 2: try edit(goal + ".m1") { $0.text = "每周巡查\(word)" }
      case 3: try edit(goal) { $0.text = "共计15处。" }
      case 4:
        for id in [goal + ".m1.i1", goal + ".m1", goal] {
          let type: RecordType = id.hasSuffix("i1") ? .indicator : .item
          let heads = contents.revisions.revisions(type, id).keys.filter { !replaced(type, id).contains($0) }
          contents.revisions.insert(Record(removing: id, type, parents: heads))
        }
      case 5:
        var item = try #require(items[goal]).item
        (item.id, item.number, item.title) = (
          "\(document).key-\(Int.random(in: 13...15, using: &random))", 13, "新购\(word)"
        )
        if !contents.revisions.ids(.item).contains(item.id) { contents.revisions.insert(Record(.item, item.json)) }
      case 6:
        var (figure, record) = try #require(figures[goal + ".m1.i1"])
        figure.low = "\(Int.random(in: 1...40, using: &random))"
        figure.high = figure.low
        if replaced(.indicator, figure.id).isEmpty {
          contents.revisions.insert(Record(.indicator, figure.json, parents: [record.revision]))
        }
      default: try edit(document + ".context-1") { $0.text = "引言：\(word)" }
      }
    }

    private func replaced(_ type: RecordType, _ id: String) -> Set<String> {
      Set(contents.revisions.revisions(type, id).values.flatMap(\.parents))
    }

    mutating func edit(_ id: String, isJoint: Bool = false, _ change: (inout Item) -> Void) throws {
      var (item, record) = try #require(items[id])
      change(&item)
      // A row of two heads is another test.
      guard replaced(.item, id).isEmpty || isJoint else { return }
      contents.revisions.insert(Record(.item, item.json, parents: [record.revision]))
    }
  }

  /// What a diff says but for its unchanged goals.
  private func told(_ diff: Diff) -> [String] {
    let json = diff.json
    let changes = (json["changes"]?.array ?? []).filter { $0.object?["kind"]?.string != "unchanged" }
    return (changes + [.object(json["summary"]?.object ?? JSONObject())]).map {
      String(decoding: ($0.object ?? JSONObject()).canonical, as: UTF8.self)
    }
  }

  private func pair(_ old: Plans, _ new: Plans) throws -> BundlePair? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("jdx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["old", "new"].map { folder.appendingPathComponent($0 + ".jdx").path }
    for (plans, path) in zip([old, new], paths) { try writeBundle(plans.contents, toFile: path) }
    return try BundlePair(paths[0], paths[1])
  }

  @discardableResult
  private func expectSame(_ old: Plans, _ new: Plans) throws -> BundlePair {
    let whole = Diff(old: old.view, new: new.view)
    let pair = try #require(try pair(old, new))
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

    let pair = try expectSame(old, new)
    #expect(pair.old.items.count == 10)
    #expect(pair.common.goals == 19)
    #expect(pair.common.figures == 19)
    #expect(pair.common.others == [.context: 2])
    try expectSame(new, old)
  }

  @Test("hold no goal where both are one")
  func equal() throws {
    let plans = try Plans()
    let pair = try expectSame(plans, plans)
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
    let pair = try expectSame(old, new)
    #expect(pair.common.documents == [Plans.document(2)])
  }

  @Test("are read whole where a row is given by several heads")
  func jointRow() throws {
    let old = try Plans()
    var new = old
    let id = Plans.document(1) + ".key-4"
    try new.edit(id) { $0.text = "共计15处，分两批" }
    try new.edit(id, isJoint: true) { $0.text = "共计15处，分三批" }
    let pair = try pair(old, new)
    #expect(pair == nil)
  }

  @Test("say what whole bundles say, whatever was edited", arguments: 1...10)
  func edits(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let base = try Plans()
    var (old, new) = (base, base)
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      if Bool.random(using: &random) { try old.editAtRandom(&random) } else { try new.editAtRandom(&random) }
    }
    try expectSame(old, new)
    try expectSame(new, old)
  }
}
