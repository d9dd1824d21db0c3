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
    try write(try ArchiveReader(bytes: bundle, limits: ArchiveLimits()), [name: signature], to: sink)
  } catch {
    throw .archive(error)
  }
}

/// The bundle with the signatures of another file of it that it lacks; of two by one name the one of the later date, else
/// that of greater bytes.
///
/// - Parameters:
///   - bundle: the bytes of a bundle that ``readBundle(_:tolerant:limits:)`` accepted.
///   - seal: of a bundle with the same tag manifest, whose signatures fit.
/// - Returns: how many signatures came in, and the bytes with them; `nil` where there is none.
public func signed(
  _ bundle: [UInt8], as seal: BundleSeal
) throws(BundleError) -> (bytes: [UInt8], count: Int)? {
  do throws(ArchiveError) {
    let archive = try ArchiveReader(bytes: bundle, limits: ArchiveLimits())
    var missing: [String: [UInt8]] = [:]
    for (name, signature) in seal.signatures {
      let entry = archive.entry(named: BundleLayout.top + BundleSeal.folder + name)
      let known = try entry.map { entry throws(ArchiveError) in try archive.read(entry) }
      if known.map({ isBefore($0, signature) }) ?? true { missing[name] = signature }
    }
    guard !missing.isEmpty else { return nil }
    let sink = MemorySink()
    try write(archive, missing, to: sink)
    return (sink.bytes, missing.count)
  } catch {
    throw .archive(error)
  }
}

private func isBefore(_ a: [UInt8], _ b: [UInt8]) -> Bool {
  let date = { (bytes: [UInt8]) in (try? JSON.parse(bytes))?.object?["date"]?.string ?? "" }
  let dates = (date(a), date(b))
  return dates.0 == dates.1 ? a.lexicographicallyPrecedes(b) : utf8Order(dates.0, dates.1)
}

/// The entries of an archive, and files below `signatures/` beside them or in their place.
private func write(
  _ archive: ArchiveReader, _ signatures: [String: [UInt8]], to sink: any ByteSink
) throws(ArchiveError) {
  let writer = try ArchiveWriter(to: sink)
  let entries = Dictionary(archive.entries.map { ($0.path, $0) }) { first, _ in first }
  let added = Dictionary(
    uniqueKeysWithValues: signatures.map { (BundleLayout.top + BundleSeal.folder + $0.key, $0.value) })
  for path in Set(entries.keys).union(added.keys).sorted(by: utf8Order) {
    if let signature = added[path] {
      try writer.add(path, signature)
    } else if let entry = entries[path] {
      try writer.add(path, try archive.read(entry))
    }
  }
  _ = try writer.finish()
}
