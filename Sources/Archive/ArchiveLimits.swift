/// What a reader accepts at most; the writer keeps to the same limits, so that it writes nothing unreadable.
public struct ArchiveLimits: Sendable, Equatable {
  /// Number of entries.
  public var entries = 200_000
  /// Bytes of all entries together, uncompressed: 8 GiB.
  public var totalSize = 8 << 30
  /// Bytes of one entry, uncompressed: 4 GiB.
  public var entrySize = 4 << 30
  /// How many times its compressed size an entry may have beyond ``ratioAllowance``.
  public var ratio = 1000
  /// Bytes of an entry to which ``ratio`` does not apply: 1 MiB.
  public var ratioAllowance = 1 << 20
  /// Bytes of a path.
  public var pathLength = 255
  /// Segments of a path.
  public var depth = 8

  /// The defaults, which admit a bundle of two million records.
  public init() {}

  /// Whether `size` bytes out of `compressedSize` are more than ``ratio`` allows.
  func exceedsRatio(size: Int, compressedSize: Int) -> Bool {
    guard size > ratioAllowance else { return false }
    let (allowed, overflow) = compressedSize.multipliedReportingOverflow(by: max(0, ratio))
    return !overflow && size - max(0, ratioAllowance) > allowed
  }
}

/// One of ``ArchiveLimits``, named in errors.
public enum ArchiveLimit: String, Sendable, CaseIterable {
  case entries, totalSize, entrySize, ratio, pathLength, depth
  /// The limit given to one call of `read`.
  case reading
}
