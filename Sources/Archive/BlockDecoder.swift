import CDeflate
import Glibc

/// Undoes an entry as ``EntryEncoder`` made it, each block whole with libdeflate, in less than half of zlib's time.
///
/// No header tells where a block ends. The last bytes of a joint do (``DeflateJoint``), unless they stand inside a
/// block by chance: a block counts only if it is a stream to its last bit and has the size that all blocks have. Of
/// what is not so nothing is given, and the rest of the entry is another decoder's.
final class BlockDecoder {
  /// Compressed bytes of the blocks that were given.
  private(set) var taken = 0
  /// The last bytes of these blocks, to which what follows may refer.
  private(set) var window: [UInt8] = []

  private let source: any ByteSource
  private let entry: ArchiveEntry
  private let decompressor: OpaquePointer
  private let input: UnsafeMutableRawBufferPointer
  /// Bytes of `input` from ``taken`` on.
  private var count = 0
  private var produced = 0

  /// Bytes of a mark: 00 00 FF FF, the length of an empty stored block.
  private static let mark = 4
  /// An empty stored block, the last one of its stream: behind a block with a joint it makes a whole stream of both.
  private static let end: [UInt8] = [0x01, 0x00, 0x00, 0xFF, 0xFF]
  /// A deflated block with its joint has no more bytes.
  private static let longest = libdeflate_deflate_compress_bound(nil, EntryEncoder.blockSize) + 1 + mark
  private static let step = 1 << 17
  private static let windowSize = 1 << 15
  /// How many marks may stand inside a block.
  private static let patience = 3

  /// `nil` where there is nothing to inflate, or no memory for it.
  init?(_ entry: ArchiveEntry, in source: any ByteSource) {
    guard entry.isDeflated, entry.size > 0, let decompressor = libdeflate_alloc_decompressor() else { return nil }
    self.source = source
    self.entry = entry
    self.decompressor = decompressor
    let longest = min(entry.compressedSize, Self.longest)
    input = .allocate(byteCount: longest + Self.end.count, alignment: 16)
  }

  deinit {
    libdeflate_free_decompressor(decompressor)
    input.deallocate()
  }

  /// Inflates the next block into the beginning of `output`; `nil` at the end, and where there is no such block.
  ///
  /// - Parameter output: of as many bytes as a block has, or the entry.
  func next(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int? {
    let size = min(EntryEncoder.blockSize, entry.size - produced)
    guard size > 0, size <= output.count else { return nil }
    let block = UnsafeMutableRawBufferPointer(rebasing: output[..<size])
    let isLast = produced + size == entry.size
    guard let used = isLast ? try inflateLast(into: block) : try inflateJoined(into: block) else { return nil }
    UnsafeMutableRawBufferPointer(rebasing: input[..<(count - used)])
      .copyMemory(from: UnsafeRawBufferPointer(rebasing: input[used..<count]))
    count -= used
    taken += used
    produced += size
    if !isLast { window = Array(block.suffix(Self.windowSize)) }
    return size
  }

  /// How many bytes all blocks but the last take; `nil` where these are none.
  private func inflateJoined(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int? {
    var searched = 0
    for _ in 0..<Self.patience {
      guard let end = try joint(from: searched) else { return nil }
      let behind = UnsafeMutableRawBufferPointer(rebasing: input[end..<(end + Self.end.count)])
      let kept = Array(behind)
      behind.copyBytes(from: Self.end)
      let isBlock = inflate(end + Self.end.count, into: output)
      behind.copyBytes(from: kept)
      if isBlock { return end }
      searched = end - Self.mark + 1
    }
    return nil
  }

  /// The last block goes to the end of the entry, whatever it holds.
  private func inflateLast(into output: UnsafeMutableRawBufferPointer) throws(ArchiveError) -> Int? {
    while count < entry.compressedSize - taken { guard try readOn() else { return nil } }
    return inflate(count, into: output) ? count : nil
  }

  /// Where the first mark ends that begins at `start` or behind it.
  private func joint(from start: Int) throws(ArchiveError) -> Int? {
    var at = start + Self.mark - 2
    while true {
      while at + 1 < count, let first = input.baseAddress, let found = memchr(first + at, 0xFF, count - 1 - at) {
        at = UnsafeRawPointer(found) - UnsafeRawPointer(first) + 1
        if input[at] == 0xFF, input[at - 2] == 0, input[at - 3] == 0 { return at + 1 }
      }
      at = max(at, count - 1)
      guard try readOn() else { return nil }
    }
  }

  /// Reads more of the entry, as far as a block may go; false where nothing is left.
  private func readOn() throws(ArchiveError) -> Bool {
    let room = input.count - Self.end.count - count
    let more = min(Self.step, room, entry.compressedSize - taken - count)
    guard more > 0 else { return false }
    try source.read(
      UnsafeMutableRawBufferPointer(rebasing: input[count..<(count + more)]), at: entry.dataOffset + taken + count)
    count += more
    return true
  }

  /// Whether the first bytes are a whole stream that fills `output`.
  private func inflate(_ length: Int, into output: UnsafeMutableRawBufferPointer) -> Bool {
    var (read, written) = (0, 0)
    let result = libdeflate_deflate_decompress_ex(
      decompressor, input.baseAddress, length, output.baseAddress, output.count, &read, &written)
    return result == LIBDEFLATE_SUCCESS && read == length && written == output.count
  }
}
