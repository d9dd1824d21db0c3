import Archive
import Plan

extension Submission {
  /// Whether what was signed is what the bundle holds: the tag manifest names this manifest, and the manifest those files
  /// of records that the revisions give.
  func isProved(by all: [String: Record]) -> Bool {
    let manifestLine = SHA256Hex.of(manifest) + "  " + BundleLayout.manifest
    guard Submission.lines(tagManifest).contains(manifestLine) else { return false }
    let records = revisions.compactMap { all[$0] }
    guard records.count == revisions.count else { return false }
    var contents = BundleContents()
    for record in records { contents.revisions.insert(record) }
    let stated = Submission.lines(manifest).filter { line in
      ["data/records/", "data/history/"].contains { line.dropFirst(66).hasPrefix($0) }
    }
    let gives = { (view: View) in
      let rows = BundleLayout.rows(contents, view: view)
      return Set(rows.map { path, bytes in SHA256Hex.of(bytes) + "  " + path }) == Set(stated)
    }
    let view = View(of: contents.revisions)
    // What was signed in a draft's form is as good as it was.
    return gives(view) || view.hasJointRows && gives(View(of: contents.revisions, comparing: .records))
  }

  private static func lines(_ manifest: [UInt8]) -> [String] {
    manifest.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }
}
