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
  let bag = try BagReader(keeping: { $0.hasPrefix(BundleSeal.folder) }, piece: piece) { () throws(ArchiveError) in
    try ArchiveReader(path: path, limits: limits)
  }
  return SHA256Hex.of(bag.files[BundleLayout.tagManifest] ?? [])
}
