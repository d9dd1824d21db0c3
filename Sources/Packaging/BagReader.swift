import Archive

/// Opens the ZIP and holds every file against the manifests (RFC 8493, section 3).
struct BagReader {
  /// Below the top folder, by path.
  private(set) var files: [String: [UInt8]] = [:]

  init(_ bytes: [UInt8], limits: ArchiveLimits) throws(BundleError) {
    do throws(ArchiveError) {
      let archive = try ArchiveReader(bytes: bytes, limits: limits)
      try archive.checkComment()
      for entry in archive.entries { files[entry.path] = try archive.read(entry) }
    } catch {
      throw .archive(error)
    }
    for path in files.keys.sorted() where !path.hasPrefix(BundleLayout.top) { throw .extra(entry: path) }
    files = Dictionary(files.map { (String($0.key.dropFirst(BundleLayout.top.count)), $0.value) }) { first, _ in first }
    try checkDeclaration()
    let payload = try manifest(BundleLayout.manifest)
    let tags = try manifest(BundleLayout.tagManifest)
    try check(payload) { $0.hasPrefix("data/") }
    try check(tags) { !$0.hasPrefix("data/") && $0 != BundleLayout.tagManifest && !$0.hasPrefix("signatures/") }
  }

  private func checkDeclaration() throws(BundleError) {
    guard let bagit = files["bagit.txt"] else { throw .missing(entry: "bagit.txt") }
    guard bagit == Array(BundleLayout.bagit.utf8) else { throw .malformed(entry: "bagit.txt", line: 1) }
    guard let info = files["bag-info.txt"] else { throw .missing(entry: "bag-info.txt") }
    let lines = info.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
    let label = "Jdx-Format-Version: "
    guard let version = lines.first(where: { $0.hasPrefix(label) })?.dropFirst(label.count) else {
      throw .malformed(entry: "bag-info.txt", line: lines.count)
    }
    guard version.split(separator: ".").first == "1" else { throw .version(String(version)) }
  }

  /// The hash of each file that a manifest names.
  private func manifest(_ name: String) throws(BundleError) -> [String: String] {
    guard let bytes = files[name] else { throw .missing(entry: name) }
    var out: [String: String] = [:]
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n")).enumerated() {
      let text = String(decoding: line, as: UTF8.self)
      let hash = text.utf8.prefix(64)
      let path = String(text.dropFirst(66))
      guard line.count > 66, SHA256Hex.isHex(hash), text.dropFirst(64).hasPrefix("  "), out[path] == nil else {
        throw .malformed(entry: name, line: index + 1)
      }
      out[path] = String(decoding: hash, as: UTF8.self)
    }
    return out
  }

  private func check(_ manifest: [String: String], covers: (String) -> Bool) throws(BundleError) {
    for path in manifest.keys.sorted() {
      guard covers(path), let bytes = files[path] else { throw .missing(entry: path) }
      guard SHA256Hex.of(bytes) == manifest[path] else { throw .changed(entry: path) }
    }
    for path in files.keys.sorted() where covers(path) && manifest[path] == nil { throw .extra(entry: path) }
  }
}
