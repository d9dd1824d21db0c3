import Archive
import Plan

/// A signed bundle that was merged into another one: enough of it that its signatures can still be checked.
///
/// The signatures are over the tag manifest; that names the manifest, and the manifest the files of records, which follow
/// from the revisions. So the revisions that somebody signed are proved for as long as the bundle holds them.
public struct Submission: Sendable {
  /// SHA-256 of ``tagManifest``.
  public let fingerprint: String
  /// The signed bundle's `tagmanifest-sha256.txt`.
  public let tagManifest: [UInt8]
  /// The signed bundle's `manifest-sha256.txt`.
  public let manifest: [UInt8]
  /// The objects of its signature files, in canonical form.
  public private(set) var signatures: Set<[UInt8]>
  /// All revisions that it held, ascending.
  public let revisions: [String]

  init(tagManifest: [UInt8], manifest: [UInt8], signatures: Set<[UInt8]>, revisions: [String]) {
    fingerprint = SHA256Hex.of(tagManifest)
    self.tagManifest = tagManifest
    self.manifest = manifest
    self.signatures = signatures
    self.revisions = revisions
  }

  /// The same bundle signed by others as well.
  mutating func formUnion(_ other: Submission) { signatures.formUnion(other.signatures) }

  /// Its line in `submissions.jsonl`.
  var line: JSONObject {
    var object = JSONObject()
    object["fingerprint"] = .string(fingerprint)
    object["revisions"] = .array(revisions.map(JSON.string))
    let sorted = signatures.sorted { $0.lexicographicallyPrecedes($1) }
    object["signatures"] = .array(sorted.compactMap { try? JSON.parse($0) })
    return object
  }
}

extension OpenBundle {
  /// What the bundle brings into a merge: its contents and, where it is signed, itself as a submission.
  public var contribution: BundleContents { contribution(with: []) }

  /// The same of a bundle some of whose revisions are held elsewhere.
  func contribution(with others: [String]) -> BundleContents {
    let objects = seal.signatures.values.compactMap { try? JSON.parse($0).object?.canonical }
    guard !objects.isEmpty else { return contents }
    var out = contents
    out.add(
      submission: Submission(
        tagManifest: seal.tagManifest, manifest: seal.manifest, signatures: Set(objects),
        revisions: (contents.revisions.all.map(\.revision) + others).sorted()))
    return out
  }
}
