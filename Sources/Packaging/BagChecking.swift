import Archive
import Plan

/// Checks a bundle's archive and manifests, reading every entry once, piece by piece: memory stays bounded however large it is.
///
/// What it does not look at are the records: ``readBundle(_:tolerant:limits:)`` does.
///
/// - Parameter piece: is handed the bytes of every file below `data/`, by its path, in order; they are proved sound only
///   when this returns.
/// - Returns: the fingerprint.
public func checkBag(
  atPath path: String, limits: ArchiveLimits = ArchiveLimits(),
  piece: (_ path: String, _ bytes: UnsafeRawBufferPointer) -> Void = { _, _ in }
) throws(BundleError) -> String {
  var check = BagCheck()
  var fingerprint = ""
  let archive = try readingArchive { () throws(ArchiveError) in
    let archive = try ArchiveReader(path: path, limits: limits)
    try archive.checkComment()
    return archive
  }
  for entry in archive.entries {
    guard entry.path.hasPrefix(BundleLayout.top) else { throw .extra(entry: entry.path) }
    let path = String(entry.path.dropFirst(BundleLayout.top.count))
    var hash = SHA256Hex()
    var tag: [UInt8] = []
    try readingArchive { () throws(ArchiveError) in
      if BagCheck.isTag(path) {
        tag = try archive.read(entry, limit: longestTag)
        hash.update(tag)
      } else {
        try archive.forEachPiece(of: entry) { bytes in
          hash.update(bytes)
          piece(path, bytes)
        }
      }
    }
    if path == BundleLayout.tagManifest { fingerprint = hash.hex }
    check.add(path, size: entry.size, sha256: hash.hex, tag: tag)
  }
  _ = try check.finish()
  return fingerprint
}

/// Bytes that a file outside the payload may have: the manifest of a bag with as many files as the limits allow.
private let longestTag = 64 << 20

private func readingArchive<Value>(_ body: () throws(ArchiveError) -> Value) throws(BundleError) -> Value {
  do throws(ArchiveError) { return try body() } catch { throw .archive(error) }
}
