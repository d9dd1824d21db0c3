import Archive
import Plan

/// Writes a bundle as it is, with one more file below `signatures/`, or with that file's bytes in place of the old ones.
///
/// Nothing else changes, so the fingerprint stays; only the archive's own hash is another.
///
/// - Parameters:
///   - bundle: the bytes of a bundle that ``readBundle(_:tolerant:limits:)`` accepted.
///   - name: of the file, such as `KEY.json`.
///   - sink: whoever makes it commits it; nothing is committed here.
public func writeBundle(
  _ bundle: [UInt8], withSignature signature: [UInt8], named name: String, to sink: any ByteSink
) throws(BundleError) {
  do throws(ArchiveError) {
    let archive = try ArchiveReader(bytes: bundle, limits: ArchiveLimits())
    let added = BundleLayout.top + BundleSeal.folder + name
    let entries = Dictionary(archive.entries.map { ($0.path, $0) }) { first, _ in first }
    let writer = try ArchiveWriter(to: sink)
    for path in Set(entries.keys).union([added]).sorted(by: utf8Order) {
      if path != added, let entry = entries[path] {
        try writer.add(path, try archive.read(entry))
      } else {
        try writer.add(path, signature)
      }
    }
    _ = try writer.finish()
  } catch {
    throw .archive(error)
  }
}
