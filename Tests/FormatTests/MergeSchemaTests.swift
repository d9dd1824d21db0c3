import Compare
import Foundation
import Packaging
import Plan
import Testing

/// What `merge` reports for programs fits its published schema, and joint rows of every sort fit those of the records.
@Suite(.enabled(if: SchemaValidator.isThere, "no Python with jsonschema: run make test, or set JDX_PYTHON"))
struct MergeSchemaTests {
  private static let names = [
    "all", "conflict", "figure", "groups", "joined", "removed", "without-base", "one", "theme", "gone", "signed",
  ]

  @Test("reports of merges and rows of several heads fit the schemas")
  func reports() throws {
    try Running.inFolder { folder in
      let bundles = try Self.names.map { name in
        let path = Repository.format.appending(path: "conformance/valid/\(name).jdx")
        return (name, try readBundle(try Repository.bytes(path)))
      }
      var files: [String: [UInt8]] = [:]
      for (at, (name, bundle)) in bundles.enumerated() {
        for type in RecordType.allCases where !bundle.view.rows(type).isEmpty {
          files["\(name)/\(type.plural).jsonl"] = bundle.view.rows(type).flatMap { $0.line.canonical + [0x0A] }
        }
        let (otherName, other) = bundles[(at + 1) % bundles.count]
        files["\(name)/merge.json"] = JSON.object(Self.account([(name, bundle), (otherName, other)]).json).canonical
      }
      try Repository.write(files, below: folder)
      let checked = try SchemaValidator.run("records", folder)
      #expect(checked["merge"] == Self.names.count)
      #expect(checked["item"] ?? 0 > Self.names.count && checked["indicator"] ?? 0 > 0)
    }
  }

  private static func account(_ bundles: [(name: String, bundle: OpenBundle)]) -> MergeAccount {
    let city = CityReference(code: "371000", name: "威海市")
    let senders = bundles.map { name, bundle in
      MergeAccount.Sender(
        path: name + ".jdx", fingerprint: bundle.fingerprint,
        signers: [MergeAccount.Signer(key: bundle.fingerprint, name: "示例处", city: city)],
        count: bundle.contents.revisions.count, revisions: Set(bundle.contents.revisions.all.map(\.revision)))
    }
    var contents = BundleContents()
    for (_, bundle) in bundles { contents.formUnion(bundle.contents) }
    let edits = contents.revisions.all.filter(\.isEdit)
    let view = View(of: contents.revisions)
    return MergeAccount(
      view, of: contents.revisions, rows: [.item: view.items.count], revisions: contents.revisions.count,
      senders: senders, inputs: senders.count,
      duplicates: [(sha256: bundles[0].bundle.fingerprint, ids: ["cn1.甲", "cn1.乙"])],
      resolutions: Array(edits.prefix(1))
    ) { contents.scalars(ofText: $0) }
  }
}
