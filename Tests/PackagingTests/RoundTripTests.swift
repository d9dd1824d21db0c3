import Archive
import Plan
import TestSupport
import Testing

@testable import Packaging

@Suite struct RoundTripTests {
  @Test func `what is written is read back`() throws {
    let sample = SampleBundle()
    let open = try readBundle(SampleBundle.bytes)
    #expect(open.contents == sample.contents)
    #expect(open.faults.isEmpty)
    let view = View(of: sample.contents.revisions)
    for type in RecordType.allCases {
      #expect(open.view.rows(type).map(\.line) == view.rows(type).map(\.line))
    }
    #expect(open.view.conflicts.map(\.id) == [SampleBundle.report + ".task-1"])
    #expect(open.contents.scalars(ofText: SHA256Hex.of(Array("一要把路修好\r\n".utf8)))?.count == 8)
  }

  @Test func `equal contents give equal bytes, in whatever order they were put in`() throws {
    let sample = SampleBundle().contents
    var random = Seeded(seed: 3)
    for _ in 0..<20 {
      var contents = BundleContents()
      for source in sample.sources.values.shuffled(using: &random) { contents.add(source: source) }
      for contact in sample.contacts.values.shuffled(using: &random) { contents.add(contact: contact) }
      for record in (sample.revisions.all + sample.revisions.all).shuffled(using: &random) {
        contents.revisions.insert(record)
      }
      for text in sample.texts.values.shuffled(using: &random) { contents.add(text: text) }
      #expect(packed(contents) == SampleBundle.bytes)
    }
    let again = try readBundle(SampleBundle.bytes)
    #expect(packed(again.contents) == SampleBundle.bytes)
    #expect(try writeBundle(again.contents, to: MemorySink()).fingerprint == again.fingerprint)
  }

  @Test func `an empty bundle is a bundle`() throws {
    let bytes = packed(BundleContents())
    let open = try readBundle(bytes)
    #expect(open.contents.revisions.count == 0)
    #expect(packed(open.contents) == bytes)
  }

  @Test func `equal bytes under two extensions have one name, in either order`() {
    let (a, b) = (
      BundleContents.Source(bytes: [1, 2], fileExtension: "txt"),
      BundleContents.Source(bytes: [1, 2], fileExtension: "htm")
    )
    var (one, other) = (BundleContents(), BundleContents())
    one.add(source: a)
    one.add(source: b)
    other.add(source: b)
    other.add(source: a)
    var (left, right) = (BundleContents(), BundleContents())
    left.add(source: a)
    right.add(source: b)
    left.formUnion(right)
    #expect(one.sources == other.sources && one.sources == left.sources)
    #expect(one.sources.values.map(\.fileExtension) == ["htm"])
  }

  @Test func `what another writer left out is written`() throws {
    let bare = try readBundle(SampleBundle.bare)
    #expect(bare.fingerprint != (try readBundle(SampleBundle.bytes)).fingerprint)
    #expect(packed(bare.contents) == SampleBundle.bytes)
  }

  @Test func `the payload's description names every file with its size and hash`() throws {
    let bag = try Bag(SampleBundle.bytes)
    let package = try JSON.parse(Array((bag.files["data/datapackage.json"] ?? []).dropLast()))
    let resources = package.object?["resources"]?.array?.compactMap(\.object) ?? []
    let payload = bag.files.keys.filter { $0.hasPrefix("data/") && $0 != "data/datapackage.json" }
    #expect(resources.compactMap { $0["path"]?.string }.map { "data/" + $0 } == payload.sorted(by: utf8Order))
    for resource in resources {
      let bytes = bag.files["data/" + (resource["path"]?.string ?? "")] ?? []
      #expect(resource["bytes"]?.integer == bytes.count)
      #expect(resource["hash"]?.string == "sha256:" + SHA256Hex.of(bytes))
      let isTable = resource["path"]?.string?.hasPrefix("tables/") ?? false
      #expect(resource["type"]?.string == (isTable ? "table" : "file"))
      #expect((resource["schema"] != nil) == isTable)
    }
    #expect(Set(resources.compactMap { $0["name"]?.string }).count == resources.count)
  }
}
