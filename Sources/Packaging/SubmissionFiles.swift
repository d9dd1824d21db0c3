import Archive
import Plan

/// Where submissions lie in a bag: a line each, and below a folder of its own what its signatures are over.
enum SubmissionFiles {
  static let list = "data/submissions.jsonl"
  private static let folder = "data/submissions/"

  private static func path(_ fingerprint: String, _ name: String) -> String { folder + fingerprint + "/" + name }

  /// Whether a file holds part of a submission.
  static func contains(_ path: String) -> Bool { path == list || path.hasPrefix(folder) }

  /// The files of all submissions, none where there are none; lines ascend by fingerprint.
  static func files(_ submissions: [String: Submission]) -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for (_, submission) in submissions.sorted(by: { utf8Order($0.key, $1.key) }) {
      out[list, default: []] += submission.line.canonical + [UInt8(ascii: "\n")]
      out[path(submission.fingerprint, BundleLayout.tagManifest)] = submission.tagManifest
      out[path(submission.fingerprint, BundleLayout.manifest)] = submission.manifest
    }
    return out
  }

  /// Reads them again. What is there has one form, which ``files(_:)`` gives.
  static func read(_ files: [String: [UInt8]]) throws(BundleError) -> [Submission] {
    var out: [String: Submission] = [:]
    let lines = (files[list] ?? []).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where index + 1 < lines.count || !line.isEmpty {
      let submission = try read(Array(line), number: index + 1, files)
      out[submission.fingerprint] = submission
    }
    let legal = SubmissionFiles.files(out)
    for path in Set(legal.keys).union(files.keys.filter(contains)).sorted(by: utf8Order)
    where legal[path] != files[path] {
      guard let wanted = legal[path], let found = files[path] else { throw .malformed(entry: path, line: 1) }
      throw .malformed(entry: path, line: firstDifference(wanted, found))
    }
    return out.values.sorted { utf8Order($0.fingerprint, $1.fingerprint) }
  }

  private static func read(
    _ line: [UInt8], number: Int, _ files: [String: [UInt8]]
  ) throws(BundleError) -> Submission {
    guard let object = (try? JSON.parse(line))?.object, let fingerprint = object["fingerprint"]?.string,
      SHA256Hex.isHex(fingerprint.utf8), let signatures = object["signatures"]?.array?.map(\.object),
      let revisions = object["revisions"]?.array?.map(\.string), !signatures.isEmpty, !signatures.contains(nil)
    else { throw .malformed(entry: list, line: number) }
    let hashes = revisions.compactMap(\.self)
    guard hashes.count == revisions.count, zip(hashes, hashes.dropFirst()).allSatisfy(utf8Order) else {
      throw .malformed(entry: list, line: number)
    }
    let submission = Submission(
      tagManifest: try bytes(path(fingerprint, BundleLayout.tagManifest), files),
      manifest: try bytes(path(fingerprint, BundleLayout.manifest), files),
      signatures: Set(signatures.compactMap { $0?.canonical }), revisions: hashes)
    guard submission.fingerprint == fingerprint else {
      throw .changed(entry: path(fingerprint, BundleLayout.tagManifest))
    }
    return submission
  }

  private static func bytes(_ path: String, _ files: [String: [UInt8]]) throws(BundleError) -> [UInt8] {
    guard let bytes = files[path] else { throw .missing(entry: path) }
    return bytes
  }
}
