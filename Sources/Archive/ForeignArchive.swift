/// Reads a ZIP archive that another program wrote: an office document, or what a person packed.
///
/// Opening reads the directory alone: stored and deflated entries, sizes of 64 bits, comments, extra fields, data
/// descriptors, bytes before and after the archive. An entry is checked when it is read: that it overlaps no other,
/// its size, its checksum, its compressed stream and the limits. Memory stays bounded by what the file really holds.
public struct ForeignArchive: Sendable {
  /// A file or a folder in the archive.
  public struct Entry: Sendable, Equatable {
    /// The path with `/` between segments, decoded as UTF-8; damaged where ``hasUTF8Path`` is `false`.
    public let path: String
    /// The path as it stands in the directory, in an encoding that the archive does not tell.
    public let rawPath: [UInt8]
    /// Whether the path is sound UTF-8.
    public let hasUTF8Path: Bool
    /// Bytes, uncompressed; proved only by reading.
    public let size: Int
    /// Bytes that it takes in the archive.
    public let compressedSize: Int
    /// Whether it can be read with a password only.
    public let isEncrypted: Bool
    /// Whether it is a folder.
    public let isDirectory: Bool

    let method: UInt16
    let checksum: UInt32
    let localOffset: Int
    /// Where the next entry or the directory begins.
    let bound: Int
  }

  /// All entries, in the directory's order.
  public let entries: [Entry]

  private let source: MemorySource
  private let limits: ArchiveLimits
  private let exact: [[UInt8]: Int]
  private let folded: [[UInt8]: Int]

  /// Opens an archive that is in memory; of `limits`, those of entries' number, size, ratio and path length hold.
  public init(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) throws(ArchiveError) {
    let end = try ForeignEnd(bytes)
    entries = try ForeignDirectory(bytes: bytes, end: end, limits: limits).entries()
    source = MemorySource(content: bytes)
    self.limits = limits
    let keys = entries.map { Self.key($0.path) }
    exact = Dictionary(zip(keys, keys.indices), uniquingKeysWith: { first, _ in first })
    folded = Dictionary(zip(keys.map(PathRules.folded), keys.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The first entry of exactly that path, or else of one that differs in the case of ASCII letters.
  ///
  /// A backslash counts as a slash, and one in front counts for nothing.
  public func entry(named path: String) -> Entry? {
    let key = Self.key(path)
    return (exact[key] ?? folded[PathRules.folded(key)]).map { entries[$0] }
  }

  /// All bytes of `entry`, checked.
  ///
  /// One that is encrypted fails as an illegal field `flags`, another compression than deflate as one of `method`.
  public func read(_ entry: Entry) throws(ArchiveError) -> [UInt8] {
    let name = PathRules.shown(entry.rawPath)
    guard !entry.isEncrypted else { throw .illegalField(.flags, entry: name, offset: entry.localOffset) }
    guard entry.method == ZipForm.stored || entry.method == ZipForm.deflated else {
      throw .illegalField(.method, entry: name, offset: entry.localOffset)
    }
    guard entry.size <= limits.entrySize else {
      throw .limitExceeded(.entrySize, allowed: limits.entrySize, entry: name)
    }
    guard !limits.exceedsRatio(size: entry.size, compressedSize: entry.compressedSize) else {
      throw .limitExceeded(.ratio, allowed: limits.ratio, entry: name)
    }
    let decoder = EntryDecoder(
      ArchiveEntry(
        path: name, size: entry.size, compressedSize: entry.compressedSize, checksum: entry.checksum,
        isDeflated: entry.method == ZipForm.deflated, dataOffset: try dataOffset(entry, name: name)), in: source,
      isOurs: false)
    var bytes: [UInt8] = []
    // A claim of the header is believed only so far.
    bytes.reserveCapacity(min(entry.size, 1 << 20))
    while let piece = try decoder.next() { bytes.append(contentsOf: piece) }
    return bytes
  }

  /// Where the entry's bytes begin behind its local header, whose extra field may be another than the directory's.
  private func dataOffset(_ entry: Entry, name: String) throws(ArchiveError) -> Int {
    let header = try source.bytes(at: entry.localOffset, count: ZipForm.localLength)
    var fields = FieldReader(header[...], base: entry.localOffset, entry: name)
    try fields.expect32(.signature, ZipForm.localSignature)
    fields.skip(22)
    let lengths = Int(try fields.take16(.pathLength)) + Int(try fields.take16(.extraLength))
    let start = entry.localOffset + ZipForm.localLength + lengths
    guard start <= entry.bound, entry.compressedSize <= entry.bound - start else {
      throw .overlap(entry: name, offset: entry.localOffset)
    }
    return start
  }

  private static func key(_ path: String) -> [UInt8] {
    let bytes = path.utf8.map { $0 == UInt8(ascii: "\\") ? PathRules.slash : $0 }
    return bytes.first == PathRules.slash ? Array(bytes.dropFirst()) : bytes
  }
}
