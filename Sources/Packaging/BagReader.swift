import Archive
import Plan

/// Opens the ZIP and holds every file against the manifests.
struct BagReader {
  /// Below the top folder, by path.
  private(set) var files: [String: [UInt8]] = [:]
  /// Of the format that it says it is written in.
  let minorVersion: Int

  init(_ bytes: [UInt8], limits: ArchiveLimits) throws(BundleError) {
    var check = BagCheck()
    do throws(ArchiveError) {
      let archive = try ArchiveReader(bytes: bytes, limits: limits)
      try archive.checkComment()
      for entry in archive.entries { files[entry.path] = try archive.read(entry) }
    } catch {
      throw .archive(error)
    }
    for path in files.keys.sorted() where !path.hasPrefix(BundleLayout.top) { throw .extra(entry: path) }
    files = Dictionary(files.map { (String($0.key.dropFirst(BundleLayout.top.count)), $0.value) }) { first, _ in first }
    for (path, bytes) in files { check.add(path, size: bytes.count, sha256: SHA256Hex.of(bytes), tag: bytes) }
    minorVersion = try check.finish()
  }
}

/// The line, from 1, on which two files first differ.
func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int {
  1 + zip(a, b).prefix { $0 == $1 }.count { $0.0 == UInt8(ascii: "\n") }
}
