/// Why an archive could not be written or was not accepted.
///
/// Offsets count bytes from the beginning of the file. Entry names taken from a file that is not
/// yet proved sound have every byte outside printable ASCII written as `\xHH`.
public enum ArchiveError: Error, Equatable, Sendable {
  /// The system refused a call on the file.
  case file(FileFailure)
  /// The file does not begin as a ZIP does.
  case notAnArchive
  /// The file begins as a ZIP does and its end is missing; it holds `size` bytes.
  case truncated(size: Int)
  /// Something stands after the archive's end.
  case trailingBytes(offset: Int)
  /// A field does not hold its one legal value, or none of those it may have.
  case illegalField(ArchiveField, entry: String?, offset: Int)
  /// An entry's local header says something else than the central directory.
  case headersDisagree(ArchiveField, entry: String, offset: Int)
  /// Bytes that belong to nothing stand before `entry`, or before the directory or the end record (`nil`).
  case gap(entry: String?, offset: Int)
  /// `entry`, or the directory (`nil`), begins inside what stands before it, or reaches into what follows.
  case overlap(entry: String?, offset: Int)
  /// A path breaks a rule; `offset` is `nil` when writing.
  case illegalPath(String, PathFault, offset: Int?)
  /// Entries do not ascend in byte order.
  case unsorted(String, after: String)
  /// Two paths are equal, differ only in case, or one is the other's folder.
  case collision(String, with: String)
  /// More than a limit of ``ArchiveLimits`` allows.
  case limitExceeded(ArchiveLimit, allowed: Int, entry: String?)
  /// An entry's compressed bytes are no sound deflate stream that ends where it should; `offset` is the entry's data.
  case damagedEntry(String, offset: Int)
  /// An entry holds more or fewer bytes than stated; of more, `found` counts only those met before giving up.
  case sizeMismatch(String, stated: Int, found: Int)
  /// An entry's CRC-32 is not the stated one.
  case checksumMismatch(String, stated: UInt32, found: UInt32)
  /// The archive comment is not the SHA-256 of the bytes before the end record: bytes were changed.
  case commentMismatch(stated: String, found: String)
  /// The archive has no entry of that name.
  case noSuchEntry(String)
  /// The writer is finished, or is in the midst of another entry.
  case writerClosed
  /// zlib found no memory to work with.
  case outOfMemory
}

/// A field of the ZIP form, named in errors.
public enum ArchiveField: String, Sendable, CaseIterable {
  case signature, versionMadeBy, versionNeeded, flags, method, time, date, checksum, compressedSize, size
  case pathLength, path, extraLength, commentLength, comment, disk, internalAttributes, externalAttributes
  case localOffset, entryCount, directorySize, directoryOffset, extra, recordLength, recordOffset
}
