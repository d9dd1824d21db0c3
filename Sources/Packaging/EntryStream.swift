import Archive

/// An entry of an archive that is taken from its beginning on; what was taken is forgotten.
class EntryStream {
  private let pieces: EntryAhead
  /// Read, and from `start` on not taken.
  final private(set) var bytes: [UInt8] = []
  final var start = 0

  /// - Parameter pieces: with their hash.
  required init(_ pieces: EntryAhead) { self.pieces = pieces }

  /// The SHA-256 of the entry, once ``isAtEnd()`` said so.
  final var sha256: String { pieces.sha256 ?? "" }

  /// Whether all was taken; only then it is proved sound.
  final func isAtEnd() throws(ArchiveError) -> Bool {
    while start == bytes.count {
      guard try readOn() else { return true }
    }
    return false
  }

  /// All that was not taken.
  final func rest() throws(ArchiveError) -> [UInt8] {
    while try readOn() {}
    defer { start = bytes.count }
    return Array(bytes[start...])
  }

  /// Reads some more; false at the end.
  final func readOn() throws(ArchiveError) -> Bool {
    guard let piece = try pieces.next() else { return false }
    bytes.removeFirst(start)
    start = 0
    bytes.append(contentsOf: piece)
    return true
  }
}

/// A table that is held against what its rows give.
final class TableStream: EntryStream {
  /// Takes as many bytes as are expected; false where they are others.
  func takes(_ expected: [UInt8]) throws(ArchiveError) -> Bool {
    while bytes.count - start < expected.count {
      guard try readOn() else { return false }
    }
    defer { start += expected.count }
    return areEqual(bytes, start..<start + expected.count, expected, expected.indices)
  }

  /// Takes so many records (RFC 4180), whatever they say; `nil` where there are fewer.
  func records(_ count: Int) throws(ArchiveError) -> [UInt8]? {
    var (at, rest, isQuoted) = (start, count, false)
    while rest > 0 {
      while at == bytes.count {
        let done = at - start
        guard try readOn() else { return nil }
        at = start + done
      }
      if bytes[at] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if bytes[at] == 0x0A, !isQuoted { rest -= 1 }
      at += 1
    }
    defer { start = at }
    return Array(bytes[start..<at])
  }
}
