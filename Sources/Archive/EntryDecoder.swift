/// Gives an entry's bytes piece by piece and checks its size, its checksum and the end of its stream.
///
/// It holds two pieces in memory, whatever the headers claim.
final class EntryDecoder {
  private let source: any ByteSource
  private let entry: ArchiveEntry
  private let inflater: Inflater?
  private let input: UnsafeMutableRawBufferPointer
  private let output: UnsafeMutableRawBufferPointer
  private var taken = 0
  private var produced = 0
  private var checksum: UInt32 = 0
  private var isStreamOver = false
  private var isAtEnd = false

  static let step = 1 << 18

  init(_ entry: ArchiveEntry, in source: any ByteSource) throws(ArchiveError) {
    self.source = source
    self.entry = entry
    inflater = entry.isDeflated ? try Inflater() : nil
    input = .allocate(byteCount: Self.step, alignment: 16)
    output = .allocate(byteCount: Self.step, alignment: 16)
  }

  deinit {
    input.deallocate()
    output.deallocate()
  }

  /// The next bytes, valid until the next call; `nil` once the whole entry was given and found sound.
  func next() throws(ArchiveError) -> UnsafeRawBufferPointer? {
    guard !isAtEnd else { return nil }
    let piece = if let inflater { try inflated(inflater) } else { try stored() }
    guard let piece else {
      isAtEnd = true
      try checkWhole()
      return nil
    }
    produced += piece.count
    guard produced <= entry.size else {
      throw .sizeMismatch(entry.path, stated: entry.size, found: produced)
    }
    checksum = CRC32.continued(checksum, piece)
    return piece
  }

  private func stored() throws(ArchiveError) -> UnsafeRawBufferPointer? {
    let bytes = try nextInput()
    return bytes.isEmpty ? nil : bytes
  }

  private func inflated(_ inflater: Inflater) throws(ArchiveError) -> UnsafeRawBufferPointer? {
    guard !isStreamOver else { return nil }
    while true {
      switch try inflater.inflate(into: output) {
      case .produced(let count):
        return UnsafeRawBufferPointer(rebasing: output[..<count])
      case .needsInput:
        let bytes = try nextInput()
        guard !bytes.isEmpty else { throw .damagedEntry(entry.path, offset: entry.dataOffset) }
        inflater.supply(bytes)
      case .ended(let count):
        isStreamOver = true
        guard taken == entry.compressedSize, inflater.unread == 0 else {
          throw .damagedEntry(entry.path, offset: entry.dataOffset)
        }
        return count > 0 ? UnsafeRawBufferPointer(rebasing: output[..<count]) : nil
      case .damaged:
        throw .damagedEntry(entry.path, offset: entry.dataOffset)
      }
    }
  }

  private func nextInput() throws(ArchiveError) -> UnsafeRawBufferPointer {
    let count = min(Self.step, entry.compressedSize - taken)
    let piece = UnsafeMutableRawBufferPointer(rebasing: input[..<count])
    if count > 0 { try source.read(piece, at: entry.dataOffset + taken) }
    taken += count
    return UnsafeRawBufferPointer(piece)
  }

  private func checkWhole() throws(ArchiveError) {
    guard produced == entry.size else {
      throw .sizeMismatch(entry.path, stated: entry.size, found: produced)
    }
    guard checksum == entry.checksum else {
      throw .checksumMismatch(entry.path, stated: entry.checksum, found: checksum)
    }
  }
}
