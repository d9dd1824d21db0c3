/// Reads an entry's bytes as they are stored, or inflates them with zlib, wherever its deflate blocks end.
final class StreamDecoder {
  private let source: any ByteSource
  private let entry: ArchiveEntry
  private let inflater: Inflater?
  private let input: UnsafeMutableRawBufferPointer
  private var taken: Int
  private var isStreamOver = false

  /// Bytes that are read or inflated at a time.
  static let step = 1 << 18

  /// - Parameters:
  ///   - start: compressed bytes that are undone already, up to the end of a deflate block and of a byte.
  ///   - window: the last bytes of what they gave, to which the rest may refer.
  init(_ entry: ArchiveEntry, in source: any ByteSource, from start: Int = 0, behind window: [UInt8] = [])
    throws(ArchiveError)
  {
    self.source = source
    self.entry = entry
    inflater = entry.isDeflated ? try Inflater(behind: window) : nil
    taken = start
    input = .allocate(byteCount: entry.isDeflated ? Self.step : 0, alignment: 16)
  }

  deinit { input.deallocate() }

  /// Puts the next bytes into the beginning of `output`: how many they are, `nil` at the end.
  ///
  /// - Parameter output: of at least ``step`` bytes.
  func next(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int? {
    let output = UnsafeMutableRawBufferPointer(rebasing: output.prefix(Self.step))
    guard let inflater else {
      let count = try read(into: output)
      return count > 0 ? count : nil
    }
    guard !isStreamOver else { return nil }
    while true {
      switch try inflater.inflate(into: output) {
      case .produced(let count): return count
      case .needsInput:
        let count = try read(into: input)
        guard count > 0 else { throw .damagedEntry(entry.path, offset: entry.dataOffset) }
        inflater.supply(UnsafeRawBufferPointer(rebasing: input[..<count]))
      case .ended(let count):
        isStreamOver = true
        guard taken == entry.compressedSize, inflater.unread == 0 else {
          throw .damagedEntry(entry.path, offset: entry.dataOffset)
        }
        return count > 0 ? count : nil
      case .damaged:
        throw .damagedEntry(entry.path, offset: entry.dataOffset)
      }
    }
  }

  private func read(into buffer: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int {
    let count = min(buffer.count, entry.compressedSize - taken)
    if count > 0 {
      try source.read(UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]), at: entry.dataOffset + taken)
    }
    taken += count
    return count
  }
}
