import Archive
import Plan

/// The files of a bag, as bytes: a pure function of the contents.
struct BundleLayout {
  /// The one top folder.
  static let top = "jdx/"
  static let formatVersion = "1.0"
  static let bagit = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
  static let manifest = "manifest-sha256.txt"
  static let tagManifest = "tagmanifest-sha256.txt"

  /// Below the top folder, by path.
  private(set) var files: [String: [UInt8]] = [:]

  init(_ contents: BundleContents, view: View) {
    for (path, bytes) in BundleLayout.records(view) { files["data/" + path] = bytes }
    if !contents.contacts.isEmpty {
      files["data/contacts.jsonl"] = BundleLayout.lines(
        contents.contacts.keys.sorted { $0.lexicographicallyPrecedes($1) })
    }
    for (sha256, bytes) in contents.texts { files["data/" + BundleContents.textPath(sha256)] = bytes }
    for (sha256, source) in contents.sources {
      files["data/sources/\(sha256).\(source.fileExtension)"] = source.bytes
    }
    files["data/README.md"] = Array(bundleReadme.utf8)
    files["data/datapackage.json"] = DataPackage(files: files).bytes
    seal()
  }

  /// `records/*.jsonl`, always there, and `history/*.jsonl` where a revision is no row.
  static func records(_ view: View) -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for type in RecordType.allCases {
      let rows = view.rows(type)
      if type != .link || !rows.isEmpty { out["records/\(type.plural).jsonl"] = lines(rows.map(\.line.canonical)) }
      if let past = view.history[type], !past.isEmpty {
        out["history/\(type.plural).jsonl"] = lines(past.map(\.line.canonical))
      }
    }
    return out
  }

  private static func lines(_ rows: [[UInt8]]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(rows.reduce(0) { $0 + $1.count + 1 })
    for row in rows {
      out += row
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }

  /// The declaration, the description and the manifests (RFC 8493, section 2).
  private mutating func seal() {
    let payload = files.filter { $0.key.hasPrefix("data/") }
    let size = payload.values.reduce(0) { $0 + $1.count }
    files["bagit.txt"] = Array(BundleLayout.bagit.utf8)
    let info = """
      BagIt-Profile-Identifier: urn:jdx:bagit-profile:1
      External-Description: jdx exchange bundle: yearly goals and work summaries
      Jdx-Format-Version: \(BundleLayout.formatVersion)
      Payload-Oxum: \(size).\(payload.count)

      """
    files["bag-info.txt"] = Array(info.utf8)
    files[BundleLayout.manifest] = BundleLayout.manifest(of: payload)
    files[BundleLayout.tagManifest] = BundleLayout.manifest(of: files.filter { !$0.key.hasPrefix("data/") })
  }

  private static func manifest(of files: [String: [UInt8]]) -> [UInt8] {
    lines(files.keys.sorted(by: utf8Order).map { Array("\(SHA256Hex.of(files[$0] ?? []))  \($0)".utf8) })
  }

  /// SHA-256 of the tag manifest: equal content has an equal fingerprint, whichever zlib compressed it.
  var fingerprint: String { SHA256Hex.of(files[BundleLayout.tagManifest] ?? []) }
}
