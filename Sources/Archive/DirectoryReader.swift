/// Reads the central directory and every local header, and accepts them only in our one form.
struct DirectoryReader<Source: ByteSource> {
  let source: Source
  let end: EndRecord
  let limits: ArchiveLimits
  let maxima: ZipForm.Maxima

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
      let longest = ZipForm.centralLength + max(0, min(limits.pathLength, 0xFFFF)) + ZipForm.longestExtra
      let length = min(end.directoryEnd - position, longest)
      let header = try centralHeader(try source.bytes(at: position, count: length), at: position)
      let path = try register.check(header.path, offset: position + ZipForm.centralLength)
      position += ZipForm.centralLength + header.path.count + ZipForm.centralExtra(header, maxima).count
      register.enter(header.path)
      try checkSizes(header, path: path)
      let (sum, overflow) = total.addingReportingOverflow(header.size)
      guard !overflow, sum <= limits.totalSize else {
        throw .limitExceeded(.totalSize, allowed: limits.totalSize, entry: path)
      }
      total = sum
      let entry = try place(header, path: path, at: expected)
      entries.append(entry)
      expected = entry.dataOffset + entry.compressedSize
    }
    guard position == end.directoryEnd else { throw .gap(entry: nil, offset: position) }
    guard expected == end.directoryOffset else { throw .gap(entry: nil, offset: expected) }
    return entries
  }

  /// Reads the central header that `bytes`, which stand at `offset`, begin with.
  private func centralHeader(_ bytes: [UInt8], at offset: Int) throws(ArchiveError) -> ZipForm.Entry {
    let start = ZipForm.centralLength
    var fields = FieldReader(bytes[...], base: offset)
    // The marks stand after the fields that they decide on.
    let hasWideSizes = bytes.little32(at: 24) == ZipForm.mark32
    let hasWideOffset = bytes.little32(at: 42) == ZipForm.mark32
    let isWide = hasWideSizes || hasWideOffset
    // Peeked at, to name the entry in errors; the length itself is checked when its turn comes.
    if bytes.count >= start {
      let length = Int(bytes[28]) | Int(bytes[29]) << 8
      fields.entry = PathRules.shown(Array(bytes[start...].prefix(length)))
    }
    try fields.expect32(.signature, ZipForm.centralSignature)
    try fields.expect16(.versionMadeBy, ZipForm.versionMadeBy(isWide: isWide))
    try fields.expect16(.versionNeeded, ZipForm.versionNeeded(isWide: isWide))
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
    var compressedSize = Int(try fields.take32(.compressedSize))
    var size = Int(try fields.take32(.size))
    guard !hasWideSizes || compressedSize == ZipForm.mark32 else {
      throw .illegalField(.compressedSize, entry: fields.entry, offset: sizeAt)
    }
    let lengthAt = fields.offset
    let length = Int(try fields.take16(.pathLength))
    let extraLength = isWide ? 4 + (hasWideSizes ? 16 : 0) + (hasWideOffset ? 8 : 0) : 0
    try fields.expect16(.extraLength, UInt16(extraLength))
    try fields.expect16(.commentLength, 0)
    try fields.expect16(.disk, 0)
    try fields.expect16(.internalAttributes, 0)
    try fields.expect32(.externalAttributes, ZipForm.externalAttributes)
    var localOffset = Int(try fields.take32(.localOffset))
    guard length <= limits.pathLength else {
      throw .limitExceeded(.pathLength, allowed: limits.pathLength, entry: fields.entry)
    }
    guard bytes.count - start >= length + extraLength else {
      throw .illegalField(.pathLength, entry: fields.entry, offset: lengthAt)
    }
    let extraAt = start + length
    if isWide {
      var extra = FieldReader(bytes[extraAt..<extraAt + extraLength], base: offset + extraAt, entry: fields.entry)
      try extra.expect16(.extra, ZipForm.wideKind)
      try extra.expect16(.extra, UInt16(extraLength - 4))
      if hasWideSizes {
        size = try extra.take64(.size)
        compressedSize = try extra.take64(.compressedSize)
      }
      if hasWideOffset { localOffset = try extra.take64(.localOffset) }
    }
    // Deflated only what gets smaller by it.
    guard method == ZipForm.stored ? compressedSize == size : compressedSize < size else {
      throw .illegalField(.compressedSize, entry: fields.entry, offset: hasWideSizes ? offset + extraAt + 12 : sizeAt)
    }
    let entry = ZipForm.Entry(
      path: Array(bytes[start..<extraAt]), method: method, checksum: checksum, compressedSize: compressedSize,
      size: size, localOffset: localOffset)
    // The extension exactly where it is needed.
    guard (size > maxima.size) == hasWideSizes else {
      throw .illegalField(.size, entry: fields.entry, offset: sizeAt + 4)
    }
    guard (localOffset > maxima.size) == hasWideOffset else {
      throw .illegalField(.localOffset, entry: fields.entry, offset: offset + 42)
    }
    return entry
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
    let local = ZipForm.localHeader(header, maxima)
    let dataOffset = expected + local.count
    guard dataOffset <= end.directoryOffset, header.compressedSize <= end.directoryOffset - dataOffset else {
      throw .overlap(entry: path, offset: expected)
    }
    let bytes = try source.bytes(at: expected, count: dataOffset - expected)
    // The writer's own header is the only legal one; the fields are told apart only to name the one that differs.
    if bytes != local {
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
    let extra = ZipForm.localExtra(header, maxima)
    try fields.expect16(.versionNeeded, ZipForm.versionNeeded(isWide: !extra.isEmpty))
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
    let compressedSize = extra.isEmpty ? UInt32(truncatingIfNeeded: header.compressedSize) : ZipForm.mark32
    try agree(.compressedSize, try fields.take32(.compressedSize) == compressedSize, at)
    at = fields.offset
    try agree(.size, try fields.take32(.size) == maxima.size32(header.size), at)
    at = fields.offset
    try agree(.pathLength, Int(try fields.take16(.pathLength)) == header.path.count, at)
    try fields.expect16(.extraLength, UInt16(extra.count))
    try agree(.path, bytes.dropLast(extra.count).suffix(header.path.count).elementsEqual(header.path), fields.offset)
    throw .headersDisagree(.extra, entry: path, offset: fields.offset + header.path.count)
  }
}
