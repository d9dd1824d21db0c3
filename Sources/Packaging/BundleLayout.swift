import Archive
import Plan

/// The files of a bag, as bytes: a pure function of the contents.
struct BundleLayout {
  /// The one top folder.
  static let top = "jdx/"
  static let bagit = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
  static let info = "bag-info.txt"
  static let versionLabel = "Jdx-Format-Version"
  static let oxumLabel = "Payload-Oxum"
  static let manifest = "manifest-sha256.txt"
  static let tagManifest = "tagmanifest-sha256.txt"

  /// Below the top folder, by path.
  private(set) var files: [String: [UInt8]] = [:]

  init(_ contents: BundleContents, view: View) {
    let version = BundleFormat.version(minor: contents.minorVersion)
    files = BundleLayout.rows(contents, view: view)
    // Of a later minor version this program can't tell what tables and pages would say.
    if contents.minorVersion <= BundleFormat.minor {
      files.merge(BundleLayout.tables(of: view)) { rows, _ in rows }
    }
    files.merge(BundleLayout.others(contents)) { made, _ in made }
    let described = files.map { DataPackage.File(path: $0.key, size: $0.value.count, sha256: SHA256Hex.of($0.value)) }
    files[BundleLayout.description] = DataPackage(described, version: version).bytes
    seal(version)
  }

  /// What does not follow from revisions: texts, original files, submissions, and the pages that explain the format.
  static func others(_ contents: BundleContents) -> [String: [UInt8]] {
    var files = contents.minorVersion <= BundleFormat.minor ? FormatFiles.all : [:]
    for (sha256, bytes) in contents.texts { files["data/" + BundleContents.textPath(sha256)] = bytes }
    for (sha256, source) in contents.sources {
      files["data/" + BundleContents.sourcePath(sha256, source.fileExtension)] = source.bytes
    }
    for (path, bytes) in SubmissionFiles.files(contents.submissions) { files[path] = bytes }
    return files
  }

  static let contacts = "data/contacts.jsonl"
  static let description = "data/datapackage.json"

  static func path(_ folder: String, _ type: RecordType) -> String { "data/\(folder)/\(type.plural).jsonl" }

  /// Whether a file holds rows that follow from the contents.
  static func isRows(_ path: String) -> Bool {
    path.hasPrefix("data/records/") || path.hasPrefix("data/history/") || path == contacts
  }

  /// Whether a file says something that is in no other: what a bundle's contents are read from and held against.
  static func holdsContents(_ path: String) -> Bool {
    isRows(path) || SubmissionFiles.contains(path) || path.hasPrefix(BundleSeal.folder)
      || ["data/text/", "data/sources/", "data/tables/"].contains { path.hasPrefix($0) }
  }

  /// `records/*.jsonl`, always there but for links, `history/*.jsonl` where a revision is no row, and the contacts.
  static func rows(_ contents: BundleContents, view: View) -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for type in RecordType.allCases {
      let rows = view.rows(type)
      if type != .link || !rows.isEmpty { out[path("records", type)] = lines(rows.map(\.line.canonical)) }
      if let past = view.history[type], !past.isEmpty { out[path("history", type)] = lines(past.map(\.line.canonical)) }
    }
    if !contents.contacts.isEmpty {
      out[contacts] = lines(contents.contacts.keys.sorted { $0.lexicographicallyPrecedes($1) })
    }
    return out
  }

  /// `tables/*.csv`, one for each file of `records/`.
  static func tables(of view: View) -> [String: [UInt8]] {
    var out: [String: [UInt8]] = [:]
    for (path, table) in Table.all {
      let rows = view.rows(table.type)
      if table.type != .link || !rows.isEmpty { out[path] = table.bytes(of: rows) }
    }
    return out
  }

  static func lines(_ rows: [[UInt8]]) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(rows.reduce(0) { $0 + $1.count + 1 })
    for row in rows {
      out += row
      out.append(UInt8(ascii: "\n"))
    }
    return out
  }

  /// The declaration, the description and the manifests (RFC 8493, section 2).
  private mutating func seal(_ version: String) {
    let payload = files.filter { $0.key.hasPrefix("data/") }
    files["bagit.txt"] = Array(BundleLayout.bagit.utf8)
    files[BundleLayout.info] = BundleLayout.info(
      version: version, oxum: BundleLayout.oxum(size: payload.values.reduce(0) { $0 + $1.count }, count: payload.count))
    files[BundleLayout.manifest] = BundleLayout.manifest(ofHashes: payload.mapValues(SHA256Hex.of))
    let tags = files.filter { !$0.key.hasPrefix("data/") }
    files[BundleLayout.tagManifest] = BundleLayout.manifest(ofHashes: tags.mapValues(SHA256Hex.of))
  }

  /// `bag-info.txt`.
  static func info(version: String, oxum: String) -> [UInt8] {
    let info = """
      BagIt-Profile-Identifier: urn:jdx:bagit-profile:1
      External-Description: jdx exchange bundle: yearly goals and work summaries
      \(versionLabel): \(version)
      \(oxumLabel): \(oxum)

      """
    return Array(info.utf8)
  }

  /// Bytes and files of the payload.
  static func oxum(size: Int, count: Int) -> String { "\(size).\(count)" }

  static func manifest(ofHashes hashes: [String: String]) -> [UInt8] {
    lines(hashes.keys.sorted(by: utf8Order).map { Array("\(hashes[$0] ?? "")  \($0)".utf8) })
  }

  /// SHA-256 of the tag manifest: equal content has an equal fingerprint, whichever zlib compressed it.
  var fingerprint: String { SHA256Hex.of(files[BundleLayout.tagManifest] ?? []) }
}
