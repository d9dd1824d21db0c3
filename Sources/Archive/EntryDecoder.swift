/// Gives an entry's bytes piece by piece and checks its size, its checksum and the end of its stream.
///
/// It holds two pieces in memory, whatever the headers claim.
final class EntryDecoder {
  /// Bytes of a piece at most.
  let pieceSize: Int

  private let source: any ByteSource
  private let entry: ArchiveEntry
  /// Absent once something else than such blocks is met.
  private var blocks: BlockDecoder?
  private var hasBlocks = false
  private var stream: StreamDecoder?
  private var output: UnsafeMutableRawBufferPointer?
  private var hash: SHA256Hex?
  private var produced = 0
  private var checksum: UInt32 = 0
  private var isAtEnd = false

  /// - Parameters:
  ///   - isOurs: whether to look for the blocks that ``EntryEncoder`` makes; without, the same comes more slowly.
  ///   - isHashed: whether ``sha256`` is asked for.
  init(_ entry: ArchiveEntry, in source: any ByteSource, isOurs: Bool = true, isHashed: Bool = false) {
    self.source = source
    self.entry = entry
    // A claim of the header is believed as far as one block.
    pieceSize = max(StreamDecoder.step, min(EntryEncoder.blockSize, entry.size))
    blocks = isOurs ? BlockDecoder(entry, in: source) : nil
    hash = isHashed ? SHA256Hex() : nil
  }

  deinit { output?.deallocate() }

  /// The SHA-256 of the bytes that were given; `nil` where it was not asked for.
  var sha256: String? { hash?.hex }

  /// The next bytes, valid until the next call; `nil` once the whole entry was given and found sound.
  func next() throws(ArchiveError) -> UnsafeRawBufferPointer? {
    let output = self.output ?? .allocate(byteCount: pieceSize, alignment: 16)
    self.output = output
    guard let count = try next(into: output) else { return nil }
    return UnsafeRawBufferPointer(rebasing: output[..<count])
  }

  /// The same, put into the beginning of `output`, which has ``pieceSize`` bytes: how many they are.
  func next(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int? {
    guard !isAtEnd else { return nil }
    do throws(ArchiveError) {
      guard let count = try decode(into: output) else {
        isAtEnd = true
        try checkWhole()
        return nil
      }
      produced += count
      guard produced <= entry.size else { throw .sizeMismatch(entry.path, stated: entry.size, found: produced) }
      let piece = UnsafeRawBufferPointer(rebasing: output[..<count])
      checksum = CRC32.continued(checksum, piece)
      hash?.update(piece)
      return count
    } catch {
      throw hasBlocks ? asStream(error) : error
    }
  }

  private func decode(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int? {
    if let blocks {
      if let count = try blocks.next(into: output) {
        hasBlocks = true
        return count
      }
      if produced == entry.size { return nil }
      stream = try StreamDecoder(entry, in: source, from: blocks.taken, behind: blocks.window)
      self.blocks = nil
    }
    let stream = if let stream { stream } else { try StreamDecoder(entry, in: source) }
    self.stream = stream
    return try stream.next(into: output)
  }

  private func checkWhole() throws(ArchiveError) {
    guard produced == entry.size else {
      throw .sizeMismatch(entry.path, stated: entry.size, found: produced)
    }
    guard checksum == entry.checksum else {
      throw .checksumMismatch(entry.path, stated: entry.checksum, found: checksum)
    }
  }

  /// What is wrong if zlib alone reads the entry: libdeflate goes on over damage at which zlib stops.
  private func asStream(_ error: ArchiveError) -> ArchiveError {
    let decoder = EntryDecoder(entry, in: source, isOurs: false)
    do throws(ArchiveError) {
      while try decoder.next() != nil {}
      return error
    } catch {
      return error
    }
  }
}
