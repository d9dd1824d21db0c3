import Glibc

/// Reads an archive of the one form that ``ArchiveWriter`` writes, and refuses everything else.
///
/// Opening checks every header, every path and the limits, and that headers and entries cover the
/// file without gap or overlap. Reading an entry checks its size, checksum and compressed stream.
/// What neither can see, a change that keeps all of these, ``checkComment()`` finds.
/// Memory stays bounded by what the file really holds, never by what its headers claim.
///
/// ```swift
/// let archive = try ArchiveReader(path: "plan.jdx")
/// if let entry = archive.entry(named: "jdx/bagit.txt") { let bytes = try archive.read(entry) }
/// ```
public struct ArchiveReader: Sendable {
  /// All entries, in byte order of their paths.
  public let entries: [ArchiveEntry]
  /// The archive comment: what the file says the SHA-256 of its bytes is, 64 lowercase hexadecimal digits.
  public let comment: String

  private let source: any ByteSource
  private let end: EndRecord

  /// Opens the archive at `path`, which stays open as long as the reader lives.
  ///
  /// A pipe or a device is read to its end into memory first, up to 4 GiB.
  public init(path: String, limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    try self.init(source: try Self.source(path), limits: limits, maxima: ZipForm.Maxima())
  }

  /// Opens an archive that is in memory, such as what came from standard input.
  public init(bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    try self.init(source: MemorySource(content: bytes), limits: limits, maxima: ZipForm.Maxima())
  }

  /// With other bounds than the ZIP form's own, for tests.
  init(source: any ByteSource, limits: ArchiveLimits, maxima: ZipForm.Maxima) throws(ArchiveError) {
    (end, entries) = try Self.open(source, limits, maxima)
    comment = end.comment
    self.source = source
  }

  /// The entry of exactly that path, if there is one.
  public func entry(named path: String) -> ArchiveEntry? {
    var range = entries.startIndex..<entries.endIndex
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let candidate = entries[middle]
      if candidate.path.utf8.elementsEqual(path.utf8) { return candidate }
      if candidate.path.utf8.lexicographicallyPrecedes(path.utf8) {
        range = (middle + 1)..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return nil
  }

  /// All bytes of `entry`, checked; one of more than `limit` bytes is refused before it is read.
  public func read(_ entry: ArchiveEntry, limit: Int = .max) throws(ArchiveError) -> [UInt8] {
    guard entry.size <= limit else { throw .limitExceeded(.reading, allowed: limit, entry: entry.path) }
    let decoder = EntryDecoder(entry, in: source)
    var bytes: [UInt8] = []
    // A claim of the header is believed only so far.
    bytes.reserveCapacity(min(entry.size, 1 << 20))
    while let piece = try decoder.next() { bytes.append(contentsOf: piece) }
    return bytes
  }

  /// All bytes of the entry of that path; fails with ``ArchiveError/noSuchEntry(_:)`` where there is none.
  public func read(named path: String, limit: Int = .max) throws(ArchiveError) -> [UInt8] {
    guard let entry = entry(named: path) else { throw .noSuchEntry(PathRules.shown(Array(path.utf8))) }
    return try read(entry, limit: limit)
  }

  /// Hands the bytes of `entry` to `chunk` piece by piece, in order.
  ///
  /// They are proved sound only when this returns: size and checksum come last. What `chunk` throws goes through.
  public func read(_ entry: ArchiveEntry, chunk: (UnsafeRawBufferPointer) throws -> Void) throws {
    let decoder = EntryDecoder(entry, in: source)
    while let piece = try decoder.next() { try chunk(piece) }
  }

  /// The same for a `chunk` that cannot fail; a large entry is decoded on a thread of its own meanwhile.
  public func forEachPiece(
    of entry: ArchiveEntry, _ chunk: (UnsafeRawBufferPointer) -> Void
  ) throws(ArchiveError) {
    let pieces = pieces(of: entry)
    while let piece = try pieces.next() { chunk(piece) }
  }

  /// The same for who takes them one by one, and, where asked for, with their hash.
  package func pieces(of entry: ArchiveEntry, isHashed: Bool = false) -> EntryAhead {
    EntryAhead(entry, in: source, isHashed: isHashed)
  }

  /// Reads every entry to its end, keeping nothing; fails at the first that is not sound.
  public func checkEntries() throws(ArchiveError) {
    for entry in entries {
      let decoder = EntryDecoder(entry, in: source)
      while try decoder.next() != nil {}
    }
  }

  /// Fails with ``ArchiveError/commentMismatch(stated:found:)`` where any byte of the file was changed.
  public func checkComment() throws(ArchiveError) {
    var hash = SHA256Hex()
    var position = 0
    while position < end.offset {
      let piece = try source.bytes(at: position, count: min(1 << 18, end.offset - position))
      hash.update(piece)
      position += piece.count
    }
    let found = hash.hex
    guard found.utf8.elementsEqual(comment.utf8) else { throw .commentMismatch(stated: comment, found: found) }
  }

  private static func open(
    _ source: some ByteSource, _ limits: ArchiveLimits, _ maxima: ZipForm.Maxima
  ) throws(ArchiveError) -> (EndRecord, [ArchiveEntry]) {
    let end = try EndRecord(source, maxima)
    return (end, try DirectoryReader(source: source, end: end, limits: limits, maxima: maxima).entries())
  }

  private static func source(_ path: String) throws(ArchiveError) -> any ByteSource {
    do throws(FileFailure) {
      let descriptor = try Descriptor.open(path, O_RDONLY, named: path)
      var isHandedOver = false
      defer { if !isHandedOver { close(descriptor) } }
      let status = try Descriptor.status(of: descriptor, named: path)
      guard Descriptor.isType(status.st_mode, S_IFREG) else {
        return MemorySource(content: try readAll(descriptor: descriptor, named: path))
      }
      isHandedOver = true
      return FileSource(descriptor: descriptor, count: Int(status.st_size), path: path)
    } catch {
      throw .file(error)
    }
  }
}
