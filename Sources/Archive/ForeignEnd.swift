/// Where the directory of an archive that another program wrote lies (APPNOTE 4.3.14 to 4.3.16).
struct ForeignEnd {
  /// Where the directory begins and where it ends at the latest.
  let directory: Range<Int>
  /// How many entries the end record states; of 16 bits where it has no 64-bit extension.
  let entries: Int
  /// What must be added to the offsets that the archive states: the number of bytes before it.
  let shift: Int

  /// How far from the file's end the record is looked for, its comment and bytes after it included.
  private static let window = 1 << 20

  /// Finds the last end record whose directory is where it says.
  init(_ bytes: [UInt8]) throws(ArchiveError) {
    let lowest = max(0, bytes.count - Self.window)
    var candidate = bytes.count - ZipForm.endLength
    while candidate >= lowest {
      if bytes[candidate] == 0x50, let end = Self.read(bytes, at: candidate) {
        self = end
        // An archive within an entry is found where the outer one was cut off.
        guard shift == 0 || !Self.begins(bytes) else { throw .truncated(size: bytes.count) }
        return
      }
      candidate -= 1
    }
    throw Self.begins(bytes) ? .truncated(size: bytes.count) : .notAnArchive
  }

  private init(directory: Range<Int>, entries: Int, shift: Int) {
    self.directory = directory
    self.entries = entries
    self.shift = shift
  }

  private static func begins(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0x50, 0x4B, 0x03, 0x04])
  }

  private static func read(_ bytes: [UInt8], at offset: Int) -> ForeignEnd? {
    guard bytes.little32(at: offset) == ZipForm.endSignature, let count = bytes.little16(at: offset + 10),
      let size = bytes.little32(at: offset + 12), let start = bytes.little32(at: offset + 16)
    else { return nil }
    if let wide = readWide(bytes, before: offset) { return wide }
    return place(bytes, start: Int(start), size: Int(size), before: offset, entries: Int(count))
  }

  /// Reads the record of the 64-bit extension, which a locator before the end record points to.
  private static func readWide(_ bytes: [UInt8], before offset: Int) -> ForeignEnd? {
    let locator = offset - ZipForm.locatorLength
    guard locator >= 0, bytes.little32(at: locator) == ZipForm.locatorSignature,
      let stated = bytes.little64(at: locator + 8)
    else { return nil }
    // It stands where the locator says, or right before it in an archive with bytes before it.
    for at in [stated, locator - ZipForm.wideEndLength] {
      guard at >= 0, at <= locator - ZipForm.wideEndLength, bytes.little32(at: at) == ZipForm.wideEndSignature,
        let count = bytes.little64(at: at + 32), let size = bytes.little64(at: at + 40),
        let start = bytes.little64(at: at + 48)
      else { continue }
      return place(bytes, start: start, size: size, before: at, entries: count)
    }
    return nil
  }

  /// The directory right before its end record, as is the rule, or else where it is said to begin.
  private static func place(
    _ bytes: [UInt8], start: Int, size: Int, before end: Int, entries: Int
  ) -> ForeignEnd? {
    guard size <= end else { return nil }
    for at in [end - size, start] where at >= start && at <= end {
      if entries == 0 && size == 0 || bytes.little32(at: at) == ZipForm.centralSignature {
        return ForeignEnd(directory: at..<end, entries: entries, shift: at - start)
      }
    }
    return nil
  }
}

extension [UInt8] {
  /// The little-endian number at an offset, which may lie anywhere; `nil` where the bytes end before it does.
  func little16(at offset: Int) -> UInt16? { little(2, at: offset).map { UInt16(truncatingIfNeeded: $0) } }
  func little32(at offset: Int) -> UInt32? { little(4, at: offset).map { UInt32(truncatingIfNeeded: $0) } }

  /// `nil` also for what does not fit.
  func little64(at offset: Int) -> Int? { little(8, at: offset).flatMap { Int(exactly: $0) } }

  private func little(_ width: Int, at offset: Int) -> UInt64? {
    guard offset >= 0, offset <= count - width else { return nil }
    var value: UInt64 = 0
    for index in 0..<width { value |= UInt64(self[offset + index]) << UInt64(8 * index) }
    return value
  }
}
