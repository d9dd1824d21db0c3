import Archive
import Plan

/// Opens the ZIP and holds every file against the manifests (RFC 8493, section 3).
struct BagReader {
  /// Below the top folder, by path.
  private(set) var files: [String: [UInt8]] = [:]
  /// Of the format that it says it is written in.
  private(set) var minorVersion = 0

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
    try check(BundleLayout.manifest) { $0.hasPrefix("data/") }
    try check(BundleLayout.tagManifest) {
      !$0.hasPrefix("data/") && $0 != BundleLayout.tagManifest && !$0.hasPrefix("signatures/")
    }
  }

  private mutating func checkDeclaration() throws(BundleError) {
    guard let bagit = files["bagit.txt"] else { throw .missing(entry: "bagit.txt") }
    guard bagit == Array(BundleLayout.bagit.utf8) else { throw .malformed(entry: "bagit.txt", line: 1) }
    let (version, line) = try info(BundleLayout.versionLabel)
    let parts = version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }) else {
      throw .malformed(entry: BundleLayout.info, line: line)
    }
    guard parts[0].elementsEqual("\(BundleFormat.major)".utf8) else { throw .version(version) }
    // A number beyond all bounds is later than ours as well.
    minorVersion = Int(String(decoding: parts[1], as: UTF8.self)) ?? Int.max
    let oxum = try info(BundleLayout.oxumLabel)
    guard oxum.value == BundleLayout.oxum(of: files) else {
      throw .malformed(entry: BundleLayout.info, line: oxum.line)
    }
  }

  /// A value of `bag-info.txt`, where the label must stand once, and its line.
  private func info(_ label: String) throws(BundleError) -> (value: String, line: Int) {
    guard let info = files[BundleLayout.info] else { throw .missing(entry: BundleLayout.info) }
    let lines = info.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let start = Array("\(label): ".utf8)
    let found = lines.enumerated().filter { $1.starts(with: start) }
    guard let first = found.first, found.count == 1 else {
      throw .malformed(entry: BundleLayout.info, line: found.last.map { $0.offset + 1 } ?? lines.count)
    }
    return (String(decoding: first.element.dropFirst(start.count), as: UTF8.self), first.offset + 1)
  }

  /// Holds the files against a manifest, which has one legal form.
  private func check(_ name: String, covers: (String) -> Bool) throws(BundleError) {
    guard let bytes = files[name] else { throw .missing(entry: name) }
    let stated = try hashes(in: name, bytes)
    let found = files.filter { covers($0.key) }.mapValues(SHA256Hex.of)
    for path in stated.keys.sorted(by: utf8Order) {
      guard let hash = found[path] else { throw .missing(entry: path) }
      guard hash == stated[path] else { throw .changed(entry: path) }
    }
    for path in found.keys.sorted(by: utf8Order) where stated[path] == nil { throw .extra(entry: path) }
    // Right hashes in another order, or a blank line: the bag holds the same, and its fingerprint would differ.
    let legal = BundleLayout.manifest(ofHashes: found)
    guard bytes == legal else { throw .malformed(entry: name, line: firstDifference(legal, bytes)) }
  }

  private func hashes(in name: String, _ bytes: [UInt8]) throws(BundleError) -> [String: String] {
    var out: [String: String] = [:]
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty {
      let hash = line.prefix(64)
      let path = String(decoding: line.dropFirst(66), as: UTF8.self)
      guard SHA256Hex.isHex(hash), line.dropFirst(64).starts(with: "  ".utf8), out[path] == nil else {
        throw .malformed(entry: name, line: index + 1)
      }
      out[path] = String(decoding: hash, as: UTF8.self)
    }
    return out
  }
}

/// The line, from 1, on which two files first differ.
func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int {
  1 + zip(a, b).prefix { $0 == $1 }.count { $0.0 == UInt8(ascii: "\n") }
}
