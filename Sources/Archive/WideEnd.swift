/// The two records of the 64-bit extension before the end record: how many entries there are and where the directory lies.
struct WideEnd {
  let offset: Int
  let entries: Int
  let directorySize: Int
  let directoryOffset: Int

  /// Reads the records that end where `end` begins; both have one legal form but for the three numbers.
  init(_ source: some ByteSource, before end: Int) throws(ArchiveError) {
    offset = end - ZipForm.wideEndLength - ZipForm.locatorLength
    guard offset >= 0 else { throw .truncated(size: source.count) }
    let bytes = try source.bytes(at: offset, count: end - offset)
    var fields = FieldReader(bytes[...], base: offset)
    try fields.expect32(.signature, ZipForm.wideEndSignature)
    try fields.expect64(.recordLength, ZipForm.wideEndLength - 12)
    try fields.expect16(.versionMadeBy, ZipForm.versionMadeBy(isWide: true))
    try fields.expect16(.versionNeeded, ZipForm.versionNeeded(isWide: true))
    try fields.expect32(.disk, 0)
    try fields.expect32(.disk, 0)
    entries = try fields.take64(.entryCount)
    try fields.expect64(.entryCount, entries)
    directorySize = try fields.take64(.directorySize)
    directoryOffset = try fields.take64(.directoryOffset)
    try fields.expect32(.signature, ZipForm.locatorSignature)
    try fields.expect32(.disk, 0)
    try fields.expect64(.recordOffset, offset)
    try fields.expect32(.disk, 1)
  }

  /// Whether the directory ends where these records begin.
  var meetsDirectory: Bool {
    let (end, overflow) = directoryOffset.addingReportingOverflow(directorySize)
    return !overflow && end == offset
  }
}
