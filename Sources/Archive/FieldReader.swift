/// Takes little-endian fields off a record's bytes, from the front, checking those with one legal value.
struct FieldReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  /// Where the first byte of `bytes` stands in the file.
  private let base: Int
  /// The entry named in errors.
  var entry: String?

  init(_ bytes: ArraySlice<UInt8>, base: Int, entry: String? = nil) {
    self.bytes = bytes
    self.position = bytes.startIndex
    self.base = base
    self.entry = entry
  }

  /// Where the next field stands in the file.
  var offset: Int { base + (position - bytes.startIndex) }

  mutating func take16(_ field: ArchiveField) throws(ArchiveError) -> UInt16 {
    UInt16(truncatingIfNeeded: try take(2, field))
  }

  mutating func take32(_ field: ArchiveField) throws(ArchiveError) -> UInt32 {
    UInt32(truncatingIfNeeded: try take(4, field))
  }

  /// Fails for a number beyond `Int`, which no file holds.
  mutating func take64(_ field: ArchiveField) throws(ArchiveError) -> Int {
    let offset = offset
    guard let value = Int(exactly: try take(8, field)) else {
      throw .illegalField(field, entry: entry, offset: offset)
    }
    return value
  }

  mutating func expect16(_ field: ArchiveField, _ value: UInt16) throws(ArchiveError) {
    let offset = offset
    guard try take16(field) == value else { throw .illegalField(field, entry: entry, offset: offset) }
  }

  mutating func expect32(_ field: ArchiveField, _ value: UInt32) throws(ArchiveError) {
    let offset = offset
    guard try take32(field) == value else { throw .illegalField(field, entry: entry, offset: offset) }
  }

  mutating func expect64(_ field: ArchiveField, _ value: Int) throws(ArchiveError) {
    let offset = offset
    guard try take64(field) == value else { throw .illegalField(field, entry: entry, offset: offset) }
  }

  /// Passes over bytes whose values do not matter.
  mutating func skip(_ count: Int) { position += min(count, bytes.endIndex - position) }

  private mutating func take(_ width: Int, _ field: ArchiveField) throws(ArchiveError) -> UInt64 {
    guard bytes.endIndex - position >= width else { throw .illegalField(field, entry: entry, offset: offset) }
    var value: UInt64 = 0
    for index in 0..<width { value |= UInt64(bytes[position + index]) << (8 * index) }
    position += width
    return value
  }
}
