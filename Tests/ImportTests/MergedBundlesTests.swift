import Archive
import Import
import Packaging
import Plan
import TestSupport
import Testing

/// Bundles joined one after the other, most of them as bytes, give what all of their revisions together give.
@Suite struct MergedBundlesTests {
  /// The bundles of the merge laws, and some of documents that no other bundle holds.
  private static let pool: [(bytes: [UInt8], bundle: OpenBundle)] = {
    let units = ["市丙局", "市甲局", "市示例局下属站", "市乙局", "市例外局分局"]
    let alone = units.enumerated().map { at, unit in
      session([sheet([threeRows[at % 3], threeRows[(at + 1) % 3]], unit: unit), sheet(threeRows, unit: "市丁\(at)局")])
        .contents
    }
    return (MergeLawTests.pool + alone + alone).compactMap { contents in
      let bytes = packed(contents)
      return (try? readBundle(bytes)).map { (bytes, $0) }
    }
  }()

  @Test("any bundles in any order give the bytes of their union, and what can meet nothing waits as bytes")
  func union() throws {
    var random = Seeded(seed: 5)
    var (waited, shared, conflicts, walked) = (0, 0, 0, 0)
    #expect(Self.pool.count > 60)
    for round in 0..<80 {
      var parts = (0..<(1 + random.below(4))).map { _ in Self.pool[random.below(Self.pool.count)] }
      parts.append(Self.pool[Self.pool.count - 1 - random.below(10)])
      var union = BundleContents()
      for part in parts { union.formUnion(part.bundle.contribution) }
      var merged = MergedBundles(in: Stash(bound: 1 << 16))
      for part in parts.shuffled(using: &random) {
        if random.below(3) > 0, let bundle = IncomingBundle(part.bytes, for: merged) {
          #expect(bundle.revisionCount == part.bundle.contents.revisions.count)
          for type in RecordType.allCases { #expect(bundle.count(of: type) == part.bundle.view.rows(type).count) }
          #expect(bundle.rest.fingerprint == part.bundle.fingerprint)
          try merged.add(bundle)
          walked += 1
        } else {
          try merged.add(part.bundle)
        }
      }
      let sink = MemorySink()
      let written = try writeBundle(merged, to: sink)
      let expected = MemorySink()
      #expect(try writeBundle(union, to: expected).fingerprint == written.fingerprint, "round \(round)")
      #expect(sink.bytes == expected.bytes, "round \(round)")
      #expect(merged.revisionCount == union.revisions.count)
      // What is known of who sent what is all that can be asked for.
      let known = merged.sent.reduce(into: Set()) { $0.formUnion($1) }
      #expect(known == merged.contents.hashes, "round \(round)")
      waited += merged.count(of: .item)
      shared += written.view.items.count
      conflicts += written.view.conflicts.count
    }
    #expect(waited > 300 && shared > 300 && conflicts > 20 && walked > 60, "\(waited) \(shared) \(conflicts) \(walked)")
  }

  @Test(
    "a document that waited is taken up when another bundle says something else of it, and is known of both senders")
  func takenUp() throws {
    let (first, second) = (imported(threeRows), imported(threeRows, onto: BundleContents()))
    var corrected = second
    let row = try #require(View(of: corrected.revisions).items.first)
    var body = row.heads[0].body
    body["title"] = .string("改过的题目")
    corrected.revisions.insert(
      Record(
        .item, body, parents: [row.heads[0].revision], change: Change(by: "复核", why: "核对", date: "2031-03-01")))
    var merged = MergedBundles(in: Stash())
    for contents in [first, second, corrected] { try merged.add(try readBundle(packed(contents))) }
    #expect(merged.count(of: .item) == 0)
    #expect(merged.sent == [first.hashes, first.hashes, corrected.hashes])
    #expect(merged.contents.hashes == corrected.hashes)
  }
}
