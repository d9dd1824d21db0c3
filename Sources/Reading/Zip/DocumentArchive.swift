import Archive

/// A ZIP archive of documents, as a person packed it: what is inside is read as files are.
///
/// Left out are folders, hidden files, lock files (`~$…`), what a system adds for itself (`__MACOSX`, `Thumbs.db`,
/// `desktop.ini`) and bundles; an archive within is a file as any other, and not opened.
public struct DocumentArchive: Sendable {
  /// One file in the archive.
  public struct Member: Sendable {
    /// The path, `/` between segments, none of them `.` or `..`; U+FFFD stands where bytes are in no known encoding.
    public let path: String
    /// Whether all of the path's bytes could be read.
    public let isNamed: Bool
    fileprivate let entry: ForeignArchive.Entry
  }

  /// The files, ordered by the bytes of their paths.
  public let members: [Member]
  private let archive: ForeignArchive
  private let limits: ReadingLimits
  private var budget: Int

  /// Opens an archive.
  ///
  /// - Throws: `.encrypted` where all of it is, `.notText` for a package that is one document of an unknown kind.
  public init(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) throws(ReadingError) {
    try limits.checkFileSize(bytes.count)
    do throws(ArchiveError) {
      archive = try ForeignArchive(bytes, limits: ArchiveLimits(limits))
    } catch {
      throw ReadingError(error, kind: .zip, part: nil, limits: limits)
    }
    let marks: Set<String> = ["[Content_Types].xml", "mimetype"]
    guard !archive.entries.contains(where: { marks.contains($0.path) }) else {
      throw .notText(offset: 0, reason: .file(.zip))
    }
    members = archive.entries.compactMap(Member.init).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    guard members.isEmpty || members.contains(where: { !$0.entry.isEncrypted }) else { throw .encrypted(.zip) }
    self.limits = limits
    budget = limits.totalSize
  }

  /// The bytes of a file, checked; all files together may have ``ReadingLimits/totalSize``.
  public mutating func bytes(of member: Member) throws(ReadingError) -> [UInt8] {
    let entry = member.entry
    guard !entry.isEncrypted else { throw .encrypted(.zip) }
    guard entry.size <= budget else { throw .limitExceeded(.totalSize, allowed: limits.totalSize, part: nil) }
    do throws(ArchiveError) {
      let bytes = try archive.read(entry)
      budget -= bytes.count
      return bytes
    } catch {
      throw ReadingError(error, kind: .zip, part: nil, limits: limits)
    }
  }

  /// Whether a file or folder of that name may be a document or hold some.
  public static func mayHold(_ name: String) -> Bool {
    if name.hasPrefix(".") || name.hasPrefix("~$") || name.hasSuffix(".jdx") { return false }
    return !["__macosx", "thumbs.db", "desktop.ini"].contains(name.lowercased())
  }
}

extension DocumentArchive.Member {
  /// `nil` for what is no document.
  fileprivate init?(_ entry: ForeignArchive.Entry) {
    let decoded = entry.decodedPath
    // A trail byte of GB18030 may be a backslash, so that slashes are told from it only now.
    let scalars = decoded.scalars.map { $0 == "\\" ? "/" : $0 }
    guard scalars.last != "/" else { return nil }
    let segments = scalars.split(separator: "/").map { String(String.UnicodeScalarView($0)) }
      .filter { $0 != "." && $0 != ".." }
    guard !segments.isEmpty, segments.allSatisfy(DocumentArchive.mayHold) else { return nil }
    path = segments.joined(separator: "/")
    isNamed = decoded.isSound && !scalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    self.entry = entry
  }
}

extension ForeignArchive.Entry {
  /// The path in UTF-8, or else in GB18030, as programs wrote it for long that say nothing of an encoding.
  fileprivate var decodedPath: (scalars: [Unicode.Scalar], isSound: Bool) {
    if hasUTF8Path { return (Array(path.unicodeScalars), true) }
    let (scalars, badOffset) = decode(rawPath[...], as: "GB18030")
    return badOffset == nil ? (scalars, true) : (Array(path.unicodeScalars), false)
  }
}
