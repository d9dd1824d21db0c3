/// Reads the central directory and every local header, and accepts them only in our one form.
struct DirectoryReader<Source: ByteSource> {
  let source: Source
  let end: EndRecord
  let limits: ArchiveLimits

  /// The entries, in order, which together with their headers cover the file from its beginning to the directory.
  func entries() throws(ArchiveError) -> [ArchiveEntry] {
    guard end.entries <= limits.entries else {
      throw .limitExceeded(.entries, allowed: limits.entries, entry: nil)
    }
    var register = PathRegister(limits: limits)
    var entries: [ArchiveEntry] = []
    var position = end.directoryOffset
    var expected = 0
    var total = 0
    for _ in 0..<end.entries {
      // The directory is as long as a hostile file likes: never more of it in memory than one header may take.
      let length = min(end.offset - position, ZipForm.centralLength + max(0, min(limits.pathLength, 0xFFFF)))
      let header = try centralHeader(try source.bytes(at: position, count: length), at: position)
      let path = try register.check(header.path, offset: position + ZipForm.centralLength)
      position += ZipForm.centralLength + header.path.count
      register.enter(header.path)
      try checkSizes(header, path: path)
      let (sum, overflow) = total.addingReportingOverflow(header.size)
      guard !overflow, sum <= limits.totalSize else {
        throw .limitExceeded(.totalSize, allowed: limits.totalSize, entry: path)
      }
      total = sum
      entries.append(try place(header, path: path, at: expected))
      expected = header.localOffset + ZipForm.localLength + header.path.count + header.compressedSize
    }
    guard position == end.offset else { throw .gap(entry: nil, offset: position) }
    guard expected == end.directoryOffset else { throw .gap(entry: nil, offset: expected) }
    return entries
  }

  /// Reads the central header that `bytes`, which stand at `offset`, begin with.
  private func centralHeader(_ bytes: [UInt8], at offset: Int) throws(ArchiveError) -> ZipForm.Entry {
    let start = ZipForm.centralLength
    var fields = FieldReader(bytes[...], base: offset)
    // Peeked at, to name the entry in errors; the length itself is checked when its turn comes.
    if bytes.count >= start {
      let length = Int(bytes[28]) | Int(bytes[29]) << 8
      fields.entry = PathRules.shown(Array(bytes[start...].prefix(length)))
    }
    try fields.expect32(.signature, ZipForm.centralSignature)
    try fields.expect16(.versionMadeBy, ZipForm.versionMadeBy)
    try fields.expect16(.versionNeeded, ZipForm.versionNeeded)
    try fields.expect16(.flags, ZipForm.flags)
    let methodAt = fields.offset
    let method = try fields.take16(.method)
    guard method == ZipForm.stored || method == ZipForm.deflated else {
      throw .illegalField(.method, entry: fields.entry, offset: methodAt)
    }
    try fields.expect16(.time, ZipForm.time)
    try fields.expect16(.date, ZipForm.date)
    let checksum = try fields.take32(.checksum)
    let sizeAt = fields.offset
    let compressedSize = Int(try fields.take32(.compressedSize))
    let size = Int(try fields.take32(.size))
    // Deflated only what gets smaller by it.
    guard method == ZipForm.stored ? compressedSize == size : compressedSize < size else {
      throw .illegalField(.compressedSize, entry: fields.entry, offset: sizeAt)
    }
    let lengthAt = fields.offset
    let length = Int(try fields.take16(.pathLength))
    try fields.expect16(.extraLength, 0)
    try fields.expect16(.commentLength, 0)
    try fields.expect16(.disk, 0)
    try fields.expect16(.internalAttributes, 0)
    try fields.expect32(.externalAttributes, ZipForm.externalAttributes)
    let localOffset = Int(try fields.take32(.localOffset))
    guard length <= limits.pathLength else {
      throw .limitExceeded(.pathLength, allowed: limits.pathLength, entry: fields.entry)
    }
    guard bytes.count - start >= length else {
      throw .illegalField(.pathLength, entry: fields.entry, offset: lengthAt)
    }
    return ZipForm.Entry(
      path: Array(bytes[start..<(start + length)]), method: method, checksum: checksum,
      compressedSize: compressedSize, size: size, localOffset: localOffset)
  }

  private func checkSizes(_ header: ZipForm.Entry, path: String) throws(ArchiveError) {
    guard header.size <= limits.entrySize else {
      throw .limitExceeded(.entrySize, allowed: limits.entrySize, entry: path)
    }
    guard !limits.exceedsRatio(size: header.size, compressedSize: header.compressedSize) else {
      throw .limitExceeded(.ratio, allowed: limits.ratio, entry: path)
    }
  }

  /// Checks that the entry stands at `expected`, ends before the directory, and says the same in its local header.
  private func place(
    _ header: ZipForm.Entry, path: String, at expected: Int
  ) throws(ArchiveError) -> ArchiveEntry {
    if header.localOffset > expected { throw .gap(entry: path, offset: expected) }
    if header.localOffset < expected { throw .overlap(entry: path, offset: header.localOffset) }
    let dataOffset = expected + ZipForm.localLength + header.path.count
    guard dataOffset + header.compressedSize <= end.directoryOffset else {
      throw .overlap(entry: path, offset: expected)
    }
    let bytes = try source.bytes(at: expected, count: dataOffset - expected)
    // The writer's own header is the only legal one; the fields are told apart only to name the one that differs.
    if bytes != ZipForm.localHeader(header) {
      try checkLocalHeader(bytes[...], against: header, path: path, at: expected)
    }
    return ArchiveEntry(
      path: path, size: header.size, compressedSize: header.compressedSize, checksum: header.checksum,
      isDeflated: header.method == ZipForm.deflated, dataOffset: dataOffset)
  }

  private func checkLocalHeader(
    _ bytes: ArraySlice<UInt8>, against header: ZipForm.Entry, path: String, at offset: Int
  ) throws(ArchiveError) {
    var fields = FieldReader(bytes, base: offset, entry: path)
    try fields.expect32(.signature, ZipForm.localSignature)
    try fields.expect16(.versionNeeded, ZipForm.versionNeeded)
    try fields.expect16(.flags, ZipForm.flags)
    func agree(_ field: ArchiveField, _ holds: Bool, _ at: Int) throws(ArchiveError) {
      guard holds else { throw .headersDisagree(field, entry: path, offset: at) }
    }
    var at = fields.offset
    try agree(.method, try fields.take16(.method) == header.method, at)
    try fields.expect16(.time, ZipForm.time)
    try fields.expect16(.date, ZipForm.date)
    at = fields.offset
    try agree(.checksum, try fields.take32(.checksum) == header.checksum, at)
    at = fields.offset
    try agree(.compressedSize, Int(try fields.take32(.compressedSize)) == header.compressedSize, at)
    at = fields.offset
    try agree(.size, Int(try fields.take32(.size)) == header.size, at)
    at = fields.offset
    try agree(.pathLength, Int(try fields.take16(.pathLength)) == header.path.count, at)
    try fields.expect16(.extraLength, 0)
    throw .headersDisagree(.path, entry: path, offset: fields.offset)
  }
}
