/// One file in an archive.
public struct ArchiveEntry: Sendable, Equatable {
  /// The path, ASCII, segments parted by `/`.
  public let path: String
  /// Bytes, uncompressed; proved only by reading.
  public let size: Int
  /// Bytes that it takes in the archive, headers not counted.
  public let compressedSize: Int
  /// The CRC-32 of its bytes; proved only by reading.
  public let checksum: UInt32
  /// Whether it is deflated, not stored.
  public let isDeflated: Bool
  /// Where its (compressed) bytes begin in the file.
  public let dataOffset: Int
}
