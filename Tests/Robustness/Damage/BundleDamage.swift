import Archive
import Conformance
import Packaging
import Plan

/// Damages a bundle: bytes of the archive, or of a file in it with the manifests made to fit.
struct BundleDamage {
  private var damage: DocumentDamage

  init(seed: UInt64) { damage = DocumentDamage(seed: seed, longest: 100) }

  mutating func damaged(_ bundle: [UInt8], splicing other: [UInt8]) -> [UInt8] {
    if damage.chance(2), let changed = try? rebuilt(bundle, splicing: other) { return changed }
    var bytes = bundle
    if damage.chance(10) { bytes = Array(bytes[..<damage.place(in: bytes)] + other[damage.place(in: other)...]) }
    for _ in 0...damage.number(below: 3) { damage.changeBytes(&bytes) }
    // With the archive's own hash put right, more than its comment is looked at.
    return damage.chance(3) ? bytes : recommented(bytes)
  }

  private func recommented(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.count > 86 else { return bytes }
    return bytes[..<(bytes.count - 64)] + Array(SHA256Hex.of(Array(bytes[..<(bytes.count - 86)])).utf8)
  }

  // MARK: Files of the bag

  private mutating func rebuilt(_ bundle: [UInt8], splicing other: [UInt8]) throws -> [UInt8] {
    var files = try BundleDamage.files(of: bundle)
    let rows = files.keys.filter { $0.hasPrefix("data/") }.sorted(by: utf8Order)
    for _ in 0...damage.number(below: 2) {
      guard !rows.isEmpty else { break }
      let path = rows[damage.number(below: rows.count)]
      var bytes = files[path] ?? []
      switch damage.number(below: 4) {
      case 0: damage.changeBytes(&bytes)
      case 1: damage.changeLines(&bytes)
      case 2: bytes = try BundleDamage.files(of: other)[path] ?? []
      default: bytes = changedNumbers(bytes)
      }
      files[path] = bytes
    }
    return try BundleDamage.sealed(files)
  }

  /// Digits exchanged for others: offsets, ordinals and hashes that are well formed and wrong.
  private mutating func changedNumbers(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let digits = bytes.indices.filter { (48...57).contains(bytes[$0]) }
    for _ in 0..<4 where !digits.isEmpty {
      bytes[digits[damage.number(below: digits.count)]] = 48 + UInt8(damage.number(below: 10))
    }
    return bytes
  }

  /// A ZIP as it is, with the manifests made to fit, and with the revisions of its rows made to fit as well, as far as it
  /// can be packed; `nil` where it is no ZIP.
  static func forms(of bytes: [UInt8]) -> [[UInt8]]? {
    guard let parts = FileDamage.parts(of: bytes) else { return nil }
    let files = Dictionary(
      parts.map { ($0.path.hasPrefix("jdx/") ? String($0.path.dropFirst("jdx/".count)) : $0.path, $0.content) }
    ) { first, _ in first }
    var proved = files
    for path in files.keys where path.hasSuffix("s.jsonl") { proved[path] = provedLines(files[path] ?? []) }
    return [bytes] + [files, proved].compactMap { try? sealed($0) }
  }

  /// Lines of records whose revisions are their own.
  private static func provedLines(_ lines: [UInt8]) -> [UInt8] {
    Array(
      lines.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
        guard var object = (try? JSON.parse(Array(line)))?.object, object["heads"] == nil else { return Array(line) }
        object["revision"] = .string(Revision.of(object))
        return object.canonical
      }.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static func files(of bundle: [UInt8]) throws -> [String: [UInt8]] {
    let archive = try ArchiveReader(bytes: bundle)
    var files: [String: [UInt8]] = [:]
    for entry in archive.entries { files[String(entry.path.dropFirst("jdx/".count))] = try archive.read(entry) }
    return files
  }

  private static func sealed(_ changed: [String: [UInt8]]) throws -> [UInt8] {
    var files = changed
    let payload = files.filter { $0.key.hasPrefix("data/") }
    let size = payload.values.reduce(0) { $0 + $1.count }
    let info = String(decoding: files["bag-info.txt"] ?? [], as: UTF8.self).split(separator: "\n").map { line in
      line.hasPrefix("Payload-Oxum: ") ? "Payload-Oxum: \(size).\(payload.count)" : String(line)
    }
    files["bag-info.txt"] = Array((info.joined(separator: "\n") + "\n").utf8)
    files["manifest-sha256.txt"] = manifest(payload)
    files["tagmanifest-sha256.txt"] = manifest(
      files.filter { !$0.key.hasPrefix("data/") && !$0.key.hasPrefix("tagmanifest") })
    let sink = MemorySink()
    let writer = try ArchiveWriter(to: sink)
    for path in files.keys.sorted(by: utf8Order) { try writer.add("jdx/" + path, files[path] ?? []) }
    _ = try writer.finish()
    return sink.bytes
  }

  private static func manifest(_ files: [String: [UInt8]]) -> [UInt8] {
    files.keys.sorted(by: utf8Order).flatMap { Array("\(SHA256Hex.of(files[$0] ?? []))  \($0)\n".utf8) }
  }
}
