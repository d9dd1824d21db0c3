/// The record that ends an archive: where its directory lies, and the comment.
struct EndRecord {
  /// Of the record itself, which the comment's hash ends before.
  let offset: Int
  /// Where the directory must end: before the first record of the end.
  let directoryEnd: Int
  let entries: Int
  let directoryOffset: Int
  let directorySize: Int
  let comment: String

  /// Reads the record from the last bytes of `source`, or tells what the file is instead.
  init(_ source: some ByteSource, _ maxima: ZipForm.Maxima) throws(ArchiveError) {
    let length = ZipForm.endLength + ZipForm.commentLength
    try Self.checkBeginning(source)
    guard source.count >= length else { throw try Self.diagnosis(source) ?? .truncated(size: source.count) }
    offset = source.count - length
    let bytes = try source.bytes(at: offset, count: length)
    var fields = FieldReader(bytes[...], base: offset)
    guard try fields.take32(.signature) == ZipForm.endSignature else {
      throw try Self.diagnosis(source) ?? .truncated(size: source.count)
    }
    try fields.expect16(.disk, 0)
    try fields.expect16(.disk, 0)
    let countAt = fields.offset
    let count = try fields.take16(.entryCount)
    try fields.expect16(.entryCount, count)
    let sizeAt = fields.offset
    let size = try fields.take32(.directorySize)
    let directoryAt = fields.offset
    let directory = try fields.take32(.directoryOffset)
    try fields.expect16(.commentLength, UInt16(ZipForm.commentLength))
    let text = bytes.suffix(ZipForm.commentLength)
    guard SHA256Hex.isHex(text) else { throw .illegalField(.comment, entry: nil, offset: fields.offset) }
    comment = String(decoding: text, as: UTF8.self)
    let wide =
      count == ZipForm.mark16 || size == ZipForm.mark32 || directory == ZipForm.mark32
      ? try WideEnd(source, before: offset) : nil
    entries = wide?.entries ?? Int(count)
    directorySize = wide?.directorySize ?? Int(size)
    directoryOffset = wide?.directoryOffset ?? Int(directory)
    directoryEnd = wide?.offset ?? offset
    // The extension exactly where it is needed, and what fits stated in this record too.
    guard maxima.count16(entries) == count else { throw .illegalField(.entryCount, entry: nil, offset: countAt) }
    guard maxima.size32(directorySize) == size else { throw .illegalField(.directorySize, entry: nil, offset: sizeAt) }
    guard maxima.size32(directoryOffset) == directory else {
      throw .illegalField(.directoryOffset, entry: nil, offset: directoryAt)
    }
    let (end, overflow) = directoryOffset.addingReportingOverflow(directorySize)
    if overflow || end > directoryEnd { throw .overlap(entry: nil, offset: directoryEnd) }
    if end < directoryEnd { throw .gap(entry: nil, offset: end) }
  }

  private static func checkBeginning(_ source: some ByteSource) throws(ArchiveError) {
    let first = try source.bytes(at: 0, count: min(4, source.count))
    let begins = [ZipForm.localSignature, ZipForm.endSignature].contains { signature in
      !first.isEmpty && first.indices.allSatisfy { first[$0] == UInt8(truncatingIfNeeded: signature >> (8 * $0)) }
    }
    guard begins else { throw .notAnArchive }
  }

  /// Why the file does not end with our end record: an end record of another form, bytes after it, or `nil`.
  ///
  /// A record counts only if its directory ends where it begins: an archive inside an entry has its own.
  private static func diagnosis(_ source: some ByteSource) throws(ArchiveError) -> ArchiveError? {
    let window = min(source.count, 1 << 20)
    let base = source.count - window
    let tail = try source.bytes(at: base, count: window)
    guard tail.count >= ZipForm.endLength else { return nil }
    for start in stride(from: tail.count - ZipForm.endLength, through: 0, by: -1) where tail[start] == 0x50 {
      var fields = FieldReader(tail[start...], base: base + start)
      guard try fields.take32(.signature) == ZipForm.endSignature else { continue }
      _ = try fields.take32(.disk)
      _ = try fields.take32(.entryCount)
      let directorySize = Int(try fields.take32(.directorySize))
      let directoryOffset = Int(try fields.take32(.directoryOffset))
      let isWide = (try? WideEnd(source, before: base + start))?.meetsDirectory ?? false
      guard isWide || directoryOffset + directorySize == base + start else { continue }
      let commentAt = fields.offset
      let end = base + start + ZipForm.endLength + Int(try fields.take16(.commentLength))
      if end < source.count { return .trailingBytes(offset: end) }
      return end > source.count ? nil : .illegalField(.commentLength, entry: nil, offset: commentAt)
    }
    return nil
  }
}
