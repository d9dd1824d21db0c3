import Archive
import Plan

/// Opens the ZIP and holds every file against the manifests, reading each once.
struct BagReader {
  /// The bag's own files and those that were asked for, below the top folder, by path.
  private(set) var files: [String: [UInt8]] = [:]
  /// Of the format that it says it is written in.
  let minorVersion: Int

  /// Keeps all that says what the bundle holds.
  init(_ bytes: [UInt8], limits: ArchiveLimits) throws(BundleError) {
    try self.init(keeping: BundleLayout.holdsContents) { () throws(ArchiveError) in
      try ArchiveReader(bytes: bytes, limits: limits)
    }
  }

  /// - Parameters:
  ///   - isKept: whether a file's bytes are asked for; of all others two pieces at a time are in memory.
  ///   - piece: is handed those of the payload among these, in order.
  init(
    keeping isKept: (String) -> Bool, piece: (String, UnsafeRawBufferPointer) -> Void = { _, _ in },
    of open: () throws(ArchiveError) -> ArchiveReader
  ) throws(BundleError) {
    var check = BagCheck()
    let archive = try BagReader.reading { () throws(ArchiveError) in
      let archive = try open()
      try archive.checkComment()
      return archive
    }
    for entry in archive.entries {
      guard entry.path.hasPrefix(BundleLayout.top) else { throw .extra(entry: entry.path) }
      let path = String(entry.path.dropFirst(BundleLayout.top.count))
      var hash = SHA256Hex()
      var bytes: [UInt8]?
      try BagReader.reading { () throws(ArchiveError) in
        if BagCheck.isTag(path) || isKept(path) {
          let whole = try archive.read(entry, limit: BagCheck.sizeLimit(path))
          hash.update(whole)
          bytes = whole
        } else {
          try archive.forEachPiece(of: entry) { part in
            hash.update(part)
            piece(path, part)
          }
        }
      }
      files[path] = bytes
      check.add(path, size: entry.size, sha256: hash.hex, tag: bytes ?? [])
    }
    minorVersion = try check.finish()
  }

  private static func reading<Value>(_ body: () throws(ArchiveError) -> Value) throws(BundleError) -> Value {
    do throws(ArchiveError) { return try body() } catch { throw .archive(error) }
  }
}

/// The line, from 1, on which two files first differ.
func firstDifference(_ a: [UInt8], _ b: [UInt8]) -> Int {
  1 + zip(a, b).prefix { $0 == $1 }.count { $0.0 == UInt8(ascii: "\n") }
}
