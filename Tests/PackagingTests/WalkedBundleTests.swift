import Plan
import TestSupport
import Testing

@testable import Packaging

/// A bundle read document by document is the bundle read whole, or is left to that.
@Suite struct WalkedBundleTests {
  /// The sample without the conflict that only the whole can tell.
  private static let bytes: [UInt8] = {
    var contents = SampleBundle().contents
    contents.revisions = RevisionSet(contents.revisions.all.filter { $0.body["change"]?.object?["by"]?.string != "乙" })
    return packed(contents)
  }()

  /// What the parts hold together; `nil` where only the whole tells.
  private func walked(_ bytes: [UInt8]) -> (revisions: RevisionSet, rows: [RecordType: [JSONObject]])? {
    guard let bundle = try? WalkedBundle(bytes) else { return nil }
    var out: (revisions: RevisionSet, rows: [RecordType: [JSONObject]]) = (RevisionSet(), [:])
    while true {
      let part: WalkedBundle.Part?
      do throws(WalkedBundle.Unclear) { part = try bundle.next() } catch { return nil }
      guard let part else { return out }
      out.revisions.formUnion(part.revisions)
      for type in RecordType.allCases { out.rows[type, default: []] += part.view.rows(type).map(\.line) }
    }
  }

  private func expectSame(_ bytes: [UInt8], _ note: String = "") throws {
    guard let walked = walked(bytes) else { return }
    let open = try readBundle(bytes)
    #expect(
      Set(walked.revisions.all.map(\.revision)) == Set(open.contents.revisions.all.map(\.revision)), "\(note)")
    for type in RecordType.allCases {
      #expect(walked.rows[type] ?? [] == open.view.rows(type).map(\.line), "\(note)")
    }
  }

  @Test func `documents, history, tombstones and links come as they are read whole`() throws {
    #expect(walked(Self.bytes) != nil)
    #expect(try WalkedBundle(Self.bytes).fingerprint == readBundle(Self.bytes).fingerprint)
    try expectSame(Self.bytes)
  }

  @Test func `many documents come in their order`() throws {
    var contents = BundleContents()
    let sample = SampleBundle()
    let report = try #require(sample.records["report"])
    let task = try #require(sample.records["task"])
    contents.add(text: sample.contents.texts[report.document?.text.sha256 ?? ""] ?? [])
    for number in 1...40 {
      var body = report.body
      // `n-1` stands before `n.1` by bytes, but not in the history of its records.
      body["id"] = .string("cn371000.n\(number % 2 == 0 ? "-" : "")\(number)")
      let document = Record(.document, body)
      var said = task.body
      let id = document.id + ".task-1"
      said["id"] = .string(id)
      said["document"] = .string(document.id)
      said["reading"] = .string(document.revision)
      let item = Record(.item, said)
      said["title"] = .string("把路修平")
      let edit = Record(
        .item, said, parents: [item.revision], change: Change(by: "甲", why: "更正", date: "2031-03-04"))
      for record in [document, item, edit] { contents.revisions.insert(record) }
    }
    #expect(walked(packed(contents))?.rows[.item]?.count == 40)
    try expectSame(packed(contents))
  }

  @Test func `conflicts, merged submissions and damage are left to the reading of the whole`() throws {
    #expect(walked(SampleBundle.bytes) == nil)
    for path in try Bag(Self.bytes).files.keys.sorted() {
      var bag = try Bag(Self.bytes)
      bag.files[path]?.append(UInt8(ascii: " "))
      if !path.hasPrefix("signatures/") { #expect(walked(try bag.zipped) == nil, "\(path)") }
    }
    #expect(walked(Array(Self.bytes.dropLast(7))) == nil)
  }

  @Test func `changed rows, the manifests put right, are taken only where the reading of the whole takes them`() throws
  {
    var random = Seeded(seed: 31)
    let sample = try Bag(Self.bytes)
    let paths = sample.files.keys.filter { $0.hasSuffix(".jsonl") || $0.hasSuffix(".csv") }.sorted()
    for round in 0..<250 {
      var bag = sample
      let path = try #require(paths.randomElement(using: &random))
      var lines = bag.lines(path)
      let at = Int.random(in: lines.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: lines.remove(at: at)
      case 1: lines.insert(lines[at], at: Int.random(in: lines.indices, using: &random))
      case 2: lines.swapAt(at, Int.random(in: lines.indices, using: &random))
      default:
        var bytes = Array(lines[at].utf8)
        let place = Int.random(in: bytes.indices, using: &random)
        bytes[place] = [0x22, 0x30, 0x41, 0x2E, 0x7B].randomElement(using: &random) ?? 0
        lines[at] = String(decoding: bytes, as: UTF8.self)
      }
      bag.set(path, lines: lines)
      try expectSame(try bag.sealed.zipped, "round \(round), \(path)")
    }
  }
}
