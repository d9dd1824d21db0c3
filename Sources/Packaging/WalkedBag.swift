import Archive

/// A bundle of whose files only those are read that somebody asks for.
///
/// The archive comment proves every byte of the file first; each file that is read is then held against the manifests, and
/// these against what the archive holds.
final class WalkedBag {
  private let archive: ArchiveReader
  private var hashes: [String: String] = [:]
  private var tags: [String: [UInt8]] = [:]
  private var streams: [String: EntryStream] = [:]

  /// - Parameter archive: one whose comment was checked.
  init(_ archive: ArchiveReader) { self.archive = archive }

  /// Every file, below the top folder.
  var paths: [String] {
    archive.entries.map { entry in
      entry.path.hasPrefix(BundleLayout.top) ? String(entry.path.dropFirst(BundleLayout.top.count)) : entry.path
    }
  }

  /// A file whole; nothing where there is none.
  func file(_ path: String) throws(BundleError) -> [UInt8] {
    guard let entry = archive.entry(named: BundleLayout.top + path) else { return [] }
    do throws(ArchiveError) {
      let bytes = try archive.read(entry, limit: BagCheck.sizeLimit(path))
      hashes[path] = SHA256Hex.of(bytes)
      if BagCheck.isTag(path) { tags[path] = bytes }
      return bytes
    } catch {
      throw .archive(error)
    }
  }

  /// A file of rows that must be there, to be read to its end.
  func rows(_ path: String) throws(BundleError) -> RowStream {
    guard let stream = stream(path, RowStream.init) else { throw .missing(entry: path) }
    return stream
  }

  /// A table, to be read to its end; `nil` where there is none.
  func table(_ path: String) -> TableStream? { stream(path, TableStream.init) }

  private func stream<Stream: EntryStream>(_ path: String, _ make: (EntryAhead) -> Stream) -> Stream? {
    guard let entry = archive.entry(named: BundleLayout.top + path) else { return nil }
    let stream = make(archive.pieces(of: entry, isHashed: true))
    streams[path] = stream
    return stream
  }

  /// Notes a file that was read elsewhere.
  func note(_ path: String, sha256: String) { hashes[path] = sha256 }

  /// Reads what nobody asked for to its end and keeps nothing of it; gives the hashes of all that was read whole, by path.
  @discardableResult
  func readOthers() throws(BundleError) -> [String: String] {
    for path in paths where hashes[path] == nil && streams[path] == nil {
      guard let entry = archive.entry(named: BundleLayout.top + path) else { throw .extra(entry: path) }
      var hash = SHA256Hex()
      do throws(ArchiveError) { try archive.forEachPiece(of: entry) { hash.update($0) } } catch {
        throw .archive(error)
      }
      hashes[path] = hash.hex
    }
    return hashes
  }

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
