import Archive
import Foundation
import Import
import Plan
import Testing

@testable import Packaging

/// The example documents give the example files; `JDX_RECORD=1` rewrites these for review.
@Suite struct DocumentExampleTests {
  static let folder = Repository.examples.appending(path: "documents")

  private func file(_ name: String) -> URL { Self.folder.appending(path: name) }

  /// The target sheet and the meeting report, as imported.
  private func imported() throws -> ImportSession { try Importing.session([file("sheet.txt"), file("report.txt")]) }

  private func fixed(by name: String) throws -> BundleContents {
    let session = try imported()
    var contents = session.contents
    let documents = session.imported.map(\.assembly.document.id)
    _ = try apply(FixFile(yaml: try Repository.bytes(file(name))), to: &contents.revisions, documents: documents) {
      session.contents.scalars(ofText: $0)
    }
    return contents
  }

  /// A recorded bag, whole again: the published files that it carries are not recorded with it.
  static func bag(_ name: String) throws -> Bag {
    Bag(
      files: try Repository.files(below: folder.appending(path: name)).merging(FormatFiles.all) { recorded, _ in
        recorded
      })
  }

  private func compare(_ found: [String: [UInt8]], with name: String) throws {
    let found = found.filter { FormatFiles.all[$0.key] == nil }
    if Repository.isRecording { return try Repository.write(found, below: file(name)) }
    let expected = try Repository.files(below: file(name))
    #expect(expected.keys.sorted() == found.keys.sorted())
    for (path, bytes) in found {
      let isSame = expected[path] == bytes
      #expect(isSame, "\(name)/\(path) should be:\n\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func twoDocumentsGiveABundle() throws {
    let session = try imported()
    try compare(try Importing.unpacked(session.contents), with: "bundle")
    try compare(["accounting.json": Importing.accounting(session)], with: "report")
  }

  /// Two people correct the same records, their bundles are merged, and the sheet is issued anew.
  @Test func correctionsAndANewIssueGiveAHistory() throws {
    var merged = try fixed(by: "fixes-a.yaml")
    merged.formUnion(try fixed(by: "fixes-b.yaml"))
    let session = try Importing.session([file("sheet-2.txt")], onto: merged)
    let view = View(of: session.contents.revisions)
    let joint = RecordType.allCases.flatMap { view.rows($0) }.filter { $0.heads.count > 1 }
    #expect(joint.contains { $0.conflicts.isEmpty } && joint.contains { !$0.conflicts.isEmpty })
    #expect(session.contents.revisions.all.contains { $0.isRemoved })
    try compare(try Importing.unpacked(session.contents), with: "bundle-with-history")
  }

  @Test func theRecordedBagsAreWhole() throws {
    for name in ["bundle", "bundle-with-history"] { _ = try readBundle(try Self.bag(name).stored.bytes) }
  }
}
