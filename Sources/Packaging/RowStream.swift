import Archive

/// A file of rows, handed over a document at a time; what was taken is forgotten.
final class RowStream {
  private let pieces: EntryAhead
  /// Read, and from `start` on not taken.
  private var bytes: [UInt8] = []
  private var start = 0

  /// - Parameter pieces: with their hash.
  init(_ pieces: EntryAhead) { self.pieces = pieces }

  /// The SHA-256 of the file, once ``isAtEnd()`` said so.
  var sha256: String { pieces.sha256 ?? "" }

  /// The lines, one after the other, whose ids begin with `document` and a dot.
  ///
  /// They are proved sound only once ``isAtEnd()`` was asked.
  func rows(of document: [UInt8]) throws(ArchiveError) -> [UInt8] {
    let beginning = document + [UInt8(ascii: ".")]
    // In rows of one form it stands where it stood in the row before: inside a string a quote never stands bare.
    let member = Array(",\"id\":\"".utf8) + beginning
    var place = 0
    var at = start
    while true {
      guard let end = LineWalk.end(bytes, at) else {
        let done = at - start
        guard try readOn() else { break }
        at = start + done
        continue
      }
      if place == 0 || place + member.count > end - at
        || !areEqual(bytes, at + place..<at + place + member.count, member, member.indices)
      {
        guard let row = RowScan(bytes, at..<end, through: .id), row.id.count > beginning.count,
          areEqual(bytes, row.id.prefix(beginning.count), beginning, beginning.indices)
        else { break }
        place = max(0, row.id.lowerBound - at - (member.count - beginning.count))
      }
      at = end + 1
    }
    defer { start = at }
    return Array(bytes[start..<at])
  }

  /// Whether every line was taken.
  func isAtEnd() throws(ArchiveError) -> Bool {
    while start == bytes.count {
      guard try readOn() else { return true }
    }
    return false
  }

  private func readOn() throws(ArchiveError) -> Bool {
    guard let piece = try pieces.next() else { return false }
    bytes.removeFirst(start)
    start = 0
    bytes.append(contentsOf: piece)
    return true
  }
}
