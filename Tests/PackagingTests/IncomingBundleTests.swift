import Archive
import Plan
import TestSupport
import Testing

@testable import Packaging

/// A walk takes a bundle as a reading of its records does, or leaves it to that.
@Suite struct IncomingBundleTests {
  /// Documents that stand in one state, the id of one beginning that of another, beside a sample of all else.
  private static let contents: BundleContents = {
    var contents = SampleBundle().contents
    for (name, number) in [("甲局.2031.targetSheet", 1), ("甲局.2031.targetSheet.n2", 2), ("乙局.2031.workPlan", 3)] {
      add("cn370600.市" + name, number, to: &contents)
    }
    for number in 4..<8 { add("cn370600.市丙\(number)局.2031.workPlan", number, to: &contents) }
    return contents
  }()

  private static func add(_ id: String, _ number: Int, to contents: inout BundleContents) {
    let text = "修路\(number)公里，种树\n架桥\(number)座\n"
    let hash = contents.add(text: Array(text.utf8))
    let scalars = text.unicodeScalars.count
    let document = Record(
      .document,
      Document(
        id: id, kind: .workPlan, title: "示例\(number)", city: CityReference(code: "370600", name: "烟台市"),
        organization: "示例单位", period: Period(year: 2031),
        source: Document.Source(
          path: nil, sha256: SHA256Hex.of([UInt8(number)]), mediaType: "text/plain", encoding: "UTF-8",
          scalars: scalars),
        text: Document.Text(path: BundleContents.textPath(hash), sha256: hash, scalars: scalars),
        adapter: Document.Adapter(id: "sample.plan", version: 1)
      ).json)
    contents.revisions.insert(document)
    for (at, (words, start, quote, unit)) in [("修路", 0, 2, "公里"), ("架桥", 9, 11, "座")].enumerated() {
      let item = Item(
        id: "\(id).task-\(at + 1)", document: id, reading: document.revision, role: .task, title: words,
        period: Period(year: 2031), spans: [Span(start: start, end: start + 2)])
      let figure = Indicator(
        id: "\(item.id).i1", item: item.id, reading: document.revision, role: .target, subject: words, comparator: .eq,
        low: String(number), high: String(number), unit: unit, valueKind: .level, commitment: .firm,
        quote: "\(number)\(unit)", spans: [Span(start: quote, end: quote + 1 + unit.unicodeScalars.count)])
      contents.revisions.insert(Record(.item, item.json))
      contents.revisions.insert(Record(.indicator, figure.json))
    }
    contents.add(contact: Contact(document: id, role: .head, name: "某\(number)", phone: nil, email: nil).json)
  }

  /// The merged bundle of one bundle alone.
  private func merged(_ bytes: [UInt8], isWalked: Bool) throws -> [UInt8] {
    var merged = MergedBundles(in: Stash())
    if isWalked {
      try merged.add(try #require(IncomingBundle(bytes, for: merged)))
    } else {
      try merged.add(try readBundle(bytes))
    }
    let sink = MemorySink()
    try writeBundle(merged, to: sink)
    return sink.bytes
  }

  @Test("what can meet nothing waits as bytes, of bundles signed or not, and the merged bundle is that of a reading")
  func walked() throws {
    let whole = try Bag(packed(Self.contents))
    var signed = whole
    signed.files["signatures/a.json"] = Array(#"{"algorithm":"none"}"#.utf8)
    var tables = whole
    tables.files["data/tables/items.csv"] = nil
    for bag in [whole, signed, whole.bare.sealed, tables.sealed] {
      let bytes = try bag.zipped
      let walked = try #require(IncomingBundle(bytes, for: MergedBundles(in: Stash())))
      // Of the seven, two have ids that are not told apart at a glance.
      #expect(walked.plain.count == 5)
      let open = try readBundle(bytes)
      for type in RecordType.allCases { #expect(walked.count(of: type) == open.view.rows(type).count) }
      #expect(walked.revisionCount == open.contents.revisions.count)
      #expect(walked.rest.fingerprint == open.fingerprint)
      #expect(try merged(bytes, isWalked: true) == merged(bytes, isWalked: false))
    }
  }

  @Test("a damaged bundle is walked only where a reading finds it sound")
  func damaged() throws {
    let whole = try Bag(packed(Self.contents))
    let bare = whole.bare
    let paths = whole.files.keys.filter { $0.hasPrefix("data/") && !$0.hasPrefix("data/format/") }.sorted(by: utf8Order)
    var random = SeededGenerator(seed: 12)
    var (walked, refused) = (0, 0)
    for round in 0..<150 {
      var bag = round % 3 == 0 ? whole : bare
      let known = paths.filter { bag.files[$0] != nil }
      let path = known[Int.random(in: known.indices, using: &random)]
      var lines = bag.lines(path)
      let (a, b) = (Int.random(in: 0...99, using: &random), Int.random(in: 0...99, using: &random))
      if lines.isEmpty { continue }
      switch Int.random(in: 0..<7, using: &random) {
      case 0: lines.swapAt(a % lines.count, b % lines.count)
      case 1: lines.insert(lines[a % lines.count], at: b % lines.count)
      case 2: lines.remove(at: a % lines.count)
      case 3: lines.append(lines.remove(at: a % lines.count))
      case 4: lines.append("")
      case 5: lines[a % lines.count] = lines[a % lines.count].replacing("task-1", with: "task-2")
      default: break
      }
      bag.set(path, lines: lines)
      if Int.random(in: 0..<9, using: &random) == 0 { bag.files[path] = nil }
      let bytes = try (round % 7 == 0 ? bag : bag.sealed).zipped
      guard let bundle = IncomingBundle(bytes, for: MergedBundles(in: Stash())) else {
        refused += 1
        continue
      }
      walked += 1
      let open = try readBundle(bytes)
      #expect(bundle.revisionCount == open.contents.revisions.count, "round \(round)")
      #expect(try merged(bytes, isWalked: true) == merged(bytes, isWalked: false), "round \(round)")
    }
    #expect(walked > 12 && refused > 40, "\(walked) \(refused)")
  }
}
