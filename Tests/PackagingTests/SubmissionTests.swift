import Archive
import Plan
import TestSupport
import Testing

@testable import Packaging

/// Signed bundles leave their mark in whatever they are merged into.
@Suite struct SubmissionTests {
  /// What a signature's file may hold; whose it is does not matter here.
  private func signed(_ contents: BundleContents, by names: String...) throws -> OpenBundle {
    var bytes = packed(contents)
    for name in names {
      let sink = MemorySink()
      let file = Array("{\"signature\":\"\(name)\"}\n".utf8)
      try writeBundle(bytes, withSignature: file, named: name + ".json", to: sink)
      bytes = sink.bytes
    }
    return try readBundle(bytes)
  }

  private func merged(_ parts: OpenBundle...) -> BundleContents {
    var contents = BundleContents()
    for part in parts { contents.formUnion(part.contribution) }
    return contents
  }

  /// The sample without one record, so that there are several different bundles.
  private func sample(without names: String...) -> BundleContents {
    let sample = SampleBundle()
    var contents = BundleContents()
    contents.formUnion(sample.contents)
    contents.revisions = RevisionSet(
      sample.contents.revisions.all.filter { record in
        !names.contains { sample.records[$0]?.revision == record.revision }
      })
    return contents
  }

  @Test func `a signed bundle is a submission, an unsigned one is none`() throws {
    let plain = try readBundle(packed(sample()))
    #expect(plain.contribution.submissions.isEmpty)
    #expect(packed(merged(plain)) == packed(sample()))
    let bundle = try signed(sample(), by: "a", "b")
    let read = try readBundle(packed(merged(bundle, plain)))
    let submission = try #require(read.contents.submissions[bundle.fingerprint])
    #expect(read.contents.submissions.count == 1)
    #expect(submission.tagManifest == bundle.seal.tagManifest && submission.manifest == bundle.seal.manifest)
    #expect(submission.signatures.count == 2)
    #expect(submission.revisions == sample().revisions.all.map(\.revision).sorted())
  }

  @Test func `any order, grouping and repetition gives identical bytes`() throws {
    let a = try signed(sample(without: "link"), by: "a")
    let b = try signed(sample(without: "gone"), by: "b")
    let c = try readBundle(packed(sample(without: "task-b")))
    // The same content, signed by somebody else as well.
    let again = try signed(sample(without: "link"), by: "c")
    let bytes = packed(merged(a, b, c, again))
    let whole = try readBundle(bytes)
    #expect(whole.contents.submissions.count == 2)
    #expect(whole.contents.submissions[a.fingerprint]?.signatures.count == 2)
    #expect(packed(merged(again, c, b, a, b, again)) == bytes)
    let left = try readBundle(packed(merged(a, b)))
    let right = try readBundle(packed(merged(again, c)))
    #expect(packed(merged(left, right)) == bytes && packed(merged(right, left)) == bytes)
    #expect(packed(merged(whole, left, whole, a)) == bytes)
  }

  @Test func `a merged bundle that is signed is a submission of its own, beside those that it holds`() throws {
    let a = try signed(sample(without: "link"), by: "a")
    let b = try signed(sample(without: "gone"), by: "b")
    let province = try signed(merged(a, b), by: "province")
    let read = try readBundle(packed(merged(province)))
    #expect(Set(read.contents.submissions.keys) == [a.fingerprint, b.fingerprint, province.fingerprint])
  }

  @Test func `what a submission says is proved by its manifests, or the bundle is refused`() throws {
    let a = try signed(sample(without: "link"), by: "a")
    let b = try signed(sample(without: "gone"), by: "b")
    let whole = packed(merged(a, b))
    let list = "data/submissions.jsonl"
    let folder = "data/submissions/\(a.fingerprint)/"
    func revision(_ change: @escaping (inout [JSON]) -> Void) -> (inout Bag) -> Void {
      { bag in
        let lines = bag.lines(list).map { line -> String in
          guard var object = (try? JSON.parse(Array(line.utf8)))?.object,
            object["fingerprint"]?.string == a.fingerprint,
            var revisions = object["revisions"]?.array
          else { return line }
          change(&revisions)
          object["revisions"] = .array(revisions)
          return String(decoding: object.canonical, as: UTF8.self)
        }
        bag.set(list, lines: lines)
      }
    }
    let changes: [(inout Bag) -> Void] = [
      revision { $0.removeFirst() },
      revision { $0.removeAll() },
      revision { $0.append(.string(String(repeating: "f", count: 64))) },
      revision { $0.append($0[0]) },
      revision { $0.reverse() },
      revision { $0[0] = .integer(1) },
      // All that the other one sent as well.
      { bag in bag.set(list, bag.text(list).replacing(a.fingerprint, with: b.fingerprint)) },
      { bag in bag.set(list, lines: bag.lines(list).reversed()) },
      { bag in bag.set(list, lines: bag.lines(list) + bag.lines(list)) },
      { bag in bag.set(list, bag.text(list) + "\n") },
      { bag in bag.set(list, String(bag.text(list).dropLast())) },
      { bag in bag.set(list, bag.text(list).replacing("\"signatures\":[{", with: "\"colour\":1,\"signatures\":[{")) },
      { bag in bag.set(list, bag.text(list).replacing("{\"signature\":\"a\"}", with: "")) },
      { bag in bag.set(list, bag.text(list).replacing("{\"signature\":\"a\"}", with: "1")) },
      { bag in bag.files[list] = nil },
      { bag in bag.files[list] = [] },
      { bag in bag.files[list] = [0xFF, 0x0A] },
      { bag in bag.files[folder + "manifest-sha256.txt"] = nil },
      { bag in bag.files[folder + "tagmanifest-sha256.txt"] = nil },
      { bag in bag.files[folder + "manifest-sha256.txt"]?.append(0x0A) },
      { bag in bag.files[folder + "tagmanifest-sha256.txt"]?.append(0x0A) },
      { bag in bag.files[folder + "other.txt"] = [] },
      { bag in bag.files["data/submissions/other.txt"] = [] },
      // A record that was sent is gone from the bundle, and its descendants with it.
      { bag in
        bag.set("data/records/links.jsonl", "")
        bag.files["data/records/links.jsonl"] = nil
      },
    ]
    #expect(refusal(try Bag(whole).sealed.zipped) == nil)
    for (index, change) in changes.enumerated() {
      var bag = try Bag(whole)
      change(&bag)
      if refusal(try bag.sealed.zipped) == nil { Issue.record("change \(index)") }
    }
  }

  /// Whoever makes up a submission can make all its files fit but for what the records are.
  @Test func `nobody's revisions become another's`() throws {
    let a = try signed(sample(without: "link"), by: "a")
    var forged = BundleContents()
    forged.formUnion(sample())
    forged.add(
      submission: Submission(
        tagManifest: a.seal.tagManifest, manifest: a.seal.manifest, signatures: [Array("{}".utf8)],
        revisions: sample().revisions.all.map(\.revision).sorted()))
    guard case .viewDiffers("data/submissions.jsonl", 1) = refusal(packed(forged)) else {
      Issue.record("\(String(describing: refusal(packed(forged))))")
      return
    }
    // Another manifest, of all that the bundle holds, is none that the signed tag manifest names.
    let own = try readBundle(packed(sample()))
    var other = BundleContents()
    other.formUnion(sample())
    other.add(
      submission: Submission(
        tagManifest: a.seal.tagManifest, manifest: own.seal.manifest, signatures: [Array("{}".utf8)],
        revisions: sample().revisions.all.map(\.revision).sorted()))
    #expect(refusal(packed(other)) != nil)
  }
}
