import Archive

/// A file of rows, handed over a document at a time; what was taken is forgotten.
final class RowStream: EntryStream {
  /// The lines, one after the other, whose ids begin with `document` and a dot.
  ///
  /// They are proved sound only once ``isAtEnd()`` was asked.
  ///
  /// - Parameters:
  ///   - others: ids that begin so themselves, whose rows are not meant.
  ///   - isJointTaken: whether rows of several heads are taken too; else they end the lines.
  func rows(
    of document: [UInt8], but others: [[UInt8]] = [], isJointTaken: Bool = false
  ) throws(ArchiveError) -> [UInt8] {
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
        let stated =
          isJointTaken
          ? RowScan.text(of: "id", bytes, at..<end) : RowScan(bytes, at..<end, through: .id).map(\.id)
        guard let id = stated, id.count > beginning.count,
          areEqual(bytes, id.prefix(beginning.count), beginning, beginning.indices)
        else { break }
        place = max(0, id.lowerBound - at - (member.count - beginning.count))
      }
      if let id = others.isEmpty ? nil : RowScan.text(of: "id", bytes, at..<end),
        others.contains(where: { bytes[id].starts(with: $0 + [UInt8(ascii: ".")]) })
      {
        break
      }
      at = end + 1
    }
    defer { start = at }
    return Array(bytes[start..<at])
  }
}
