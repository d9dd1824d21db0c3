import Archive
import Plan

/// Holds a bag's files against its declaration and its manifests (RFC 8493, section 3), given their hashes alone.
struct BagCheck {
  /// The bytes of those that are read here, by path below the top folder.
  private var read: [String: [UInt8]] = [:]
  private var found: [String: String] = [:]
  private var payloadSize = 0
  private var payloadCount = 0

  /// Whether a file's bytes are needed, and not only their hash.
  static func isTag(_ path: String) -> Bool { tags.contains(path) }

  static let tags = ["bagit.txt", BundleLayout.info, BundleLayout.manifest, BundleLayout.tagManifest]

  /// How many bytes a file may have that is held in memory whole.
  static func sizeLimit(_ path: String) -> Int {
    if path.hasPrefix(BundleSeal.folder) { return BundleSeal.signatureLimit }
    // The manifest of a bag with as many files as an archive may have.
    return isTag(path) ? 64 << 20 : .max
  }

  /// Takes a file of the bag; `tag`, its bytes, may be empty but where ``isTag(_:)``.
  mutating func add(_ path: String, size: Int, sha256: String, tag: [UInt8]) {
    found[path] = sha256
    if BagCheck.isTag(path) { read[path] = tag }
    if path.hasPrefix("data/") {
      payloadSize += size
      payloadCount += 1
    }
  }

  /// Fails where anything is missing, extra, changed or not in its one legal form; gives the minor version of the format.
  func finish() throws(BundleError) -> Int {
    let minorVersion = try checkDeclaration()
    // A bundle is whole in itself, though BagIt would let a bag name what is still to be fetched.
    if found["fetch.txt"] != nil { throw .extra(entry: "fetch.txt") }
    try check(BundleLayout.manifest) { $0.hasPrefix("data/") }
    try check(BundleLayout.tagManifest) {
      !$0.hasPrefix("data/") && $0 != BundleLayout.tagManifest && !$0.hasPrefix("signatures/")
    }
    return minorVersion
  }

  private func checkDeclaration() throws(BundleError) -> Int {
    guard let bagit = read["bagit.txt"] else { throw .missing(entry: "bagit.txt") }
    guard bagit == Array(BundleLayout.bagit.utf8) else { throw .malformed(entry: "bagit.txt", line: 1) }
    let (version, line) = try info(BundleLayout.versionLabel)
    let parts = version.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { (48...57).contains($0) } }) else {
      throw .malformed(entry: BundleLayout.info, line: line)
    }
    guard parts[0].elementsEqual("\(BundleFormat.major)".utf8) else { throw .version(version) }
    // A number beyond all bounds is later than ours as well.
    let minorVersion = Int(String(decoding: parts[1], as: UTF8.self)) ?? Int.max
    let stated = try info(BundleLayout.oxumLabel)
    guard stated.value == BundleLayout.oxum(size: payloadSize, count: payloadCount) else {
      throw .malformed(entry: BundleLayout.info, line: stated.line)
    }
    return minorVersion
  }

  /// A value of `bag-info.txt`, where the label must stand once, and its line.
  private func info(_ label: String) throws(BundleError) -> (value: String, line: Int) {
    guard let info = read[BundleLayout.info] else { throw .missing(entry: BundleLayout.info) }
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
    guard let bytes = read[name] else { throw .missing(entry: name) }
    let stated = try BagCheck.hashes(in: name, bytes)
    let found = found.filter { covers($0.key) }
    for path in stated.keys.sorted(by: utf8Order) {
      guard let hash = found[path] else { throw .missing(entry: path) }
      guard hash == stated[path] else { throw .changed(entry: path) }
    }
    for path in found.keys.sorted(by: utf8Order) where stated[path] == nil { throw .extra(entry: path) }
    // Right hashes in another order, or a blank line: the bag holds the same, and its fingerprint would differ.
    let legal = BundleLayout.manifest(ofHashes: found)
    guard bytes == legal else { throw .malformed(entry: name, line: firstDifference(legal, bytes)) }
  }

  /// What a manifest says, by path.
  static func hashes(in name: String, _ bytes: [UInt8]) throws(BundleError) -> [String: String] {
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
