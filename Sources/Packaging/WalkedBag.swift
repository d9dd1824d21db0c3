import Archive

/// A bundle of whose files only those are read that somebody asks for.
///
/// The archive comment proves every byte of the file first; each file that is read is then held against the manifests, and
/// these against what the archive holds.
final class WalkedBag {
  private let archive: ArchiveReader
  private var hashes: [String: String] = [:]
  /// The bag's own files and its signatures, as far as they were read.
  private var tags: [String: [UInt8]] = [:]
  private var streams: [String: EntryStream] = [:]

  /// - Parameter archive: one whose comment was checked.
  init(_ archive: ArchiveReader) { self.archive = archive }

  /// A file whole; nothing where there is none.
  func file(_ path: String) throws(BundleError) -> [UInt8] {
    guard let entry = archive.entry(named: BundleLayout.top + path) else { return [] }
    do throws(ArchiveError) {
      let bytes = try archive.read(entry, limit: BagCheck.sizeLimit(path))
      note(path, sha256: SHA256Hex.of(bytes))
      if BagCheck.isTag(path) || path.hasPrefix(BundleSeal.folder) { tags[path] = bytes }
      return bytes
    } catch {
      throw .archive(error)
    }
  }

  /// Notes a file that was read elsewhere.
  func note(_ path: String, sha256: String) { hashes[path] = sha256 }

  /// Reads what nobody asked for.
  func readOthers() throws(BundleError) {
    for entry in archive.entries where entry.path.hasPrefix(BundleLayout.top) {
      let path = String(entry.path.dropFirst(BundleLayout.top.count))
      if hashes[path] == nil, streams[path] == nil { _ = try file(path) }
    }
  }

  /// A file of rows that must be there, to be read to its end.
  func rows(_ path: String) throws(BundleError) -> RowStream {
    guard let stream = try stream(path, RowStream.init) else { throw .missing(entry: path) }
    return stream
  }

  /// A table, to be read to its end; `nil` where there is none.
  func table(_ path: String) throws(BundleError) -> TableStream? { try stream(path, TableStream.init) }

  private func stream<Stream: EntryStream>(
    _ path: String, _ make: (EntryAhead) -> Stream
  ) throws(BundleError) -> Stream? {
    guard let entry = archive.entry(named: BundleLayout.top + path) else { return nil }
    do throws(ArchiveError) {
      let stream = make(try archive.pieces(of: entry))
      streams[path] = stream
      return stream
    } catch {
      throw .archive(error)
    }
  }

  /// What is signed, and by whom, as far as it was read.
  var seal: BundleSeal { BundleSeal(files: tags) }

  /// Holds what was read against the manifests; gives the minor version of the format.
  func finish() throws(BundleError) -> Int {
    for (path, stream) in streams { hashes[path] = stream.sha256 }
    for path in BagCheck.tags { _ = try file(path) }
    var stated: [String: String] = [:]
    for path in [BundleLayout.manifest, BundleLayout.tagManifest] {
      stated.merge(try BagCheck.hashes(in: path, tags[path] ?? [])) { first, _ in first }
    }
    var check = BagCheck()
    for entry in archive.entries {
      guard entry.path.hasPrefix(BundleLayout.top) else { throw .extra(entry: entry.path) }
      let path = String(entry.path.dropFirst(BundleLayout.top.count))
      check.add(path, size: entry.size, sha256: hashes[path] ?? stated[path] ?? "", tag: tags[path] ?? [])
    }
    return try check.finish()
  }
}
