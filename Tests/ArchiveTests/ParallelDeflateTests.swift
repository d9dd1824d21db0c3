import Testing

@testable import Archive

/// Large entries are cut into blocks that are deflated side by side.
@Suite struct ParallelDeflateTests {
  private static let block = EntryEncoder.blockSize

  @Test func theBytesDoNotDependOnTheNumberOfThreads() throws {
    let content = prose(3 * Self.block + 77) + noise(Self.block) + prose(2 * Self.block, seed: 2)
    let alone = try packed(content, threads: 0)
    for threads in [1, 2, 5] { #expect(try packed(content, threads: threads) == alone) }
    #expect(try ArchiveReader(bytes: alone).read(named: "a") == content)
  }

  /// Before, at and after the seams, where a block could be ended wrongly, left out or ended twice.
  @Test(arguments: [
    block - 1, block, block + 1, 2 * block - 1, 2 * block, 2 * block + 1, 9 * block + 5,
  ])
  func anEntryOfAnyNumberOfBlocksComesBack(_ size: Int) throws {
    let content = prose(size)
    let archive = try ArchiveReader(bytes: try packed(content, threads: 2))
    #expect(archive.entries.map(\.isDeflated) == [true])
    #expect(try archive.read(named: "a") == content)
  }

  /// A block's last bits may end anywhere in a byte; noise is stored, runs are one long match, nothing has no bits.
  @Test func blocksOfAnyKindAndLengthFollowOneAnother() throws {
    let deflater = try Deflater()
    var content: [UInt8] = []
    var stream: [UInt8] = []
    for length in 0..<200 {
      let run = Array(repeating: UInt8(length), count: 7 * length)
      for block in [prose(length, seed: UInt64(length)), noise(length), run] {
        content += block
        stream += try deflater.deflate(block, isLast: false).bytes
      }
    }
    stream += try deflater.deflate([], isLast: true).bytes
    #expect(try inflated(stream, count: content.count) == content)
  }

  @Test func aBlockOfSeveralDeflateBlocksIsLeftOpenOnlyAtItsEnd() throws {
    let block = prose(Self.block) + noise(1 << 17) + prose(Self.block, seed: 2)
    let deflater = try Deflater()
    let stream = try deflater.deflate(block, isLast: false).bytes + deflater.deflate([1], isLast: true).bytes
    #expect(try inflated(stream, count: block.count + 1) == block + [1])
  }

  @Test func anAbandonedEntryLeavesNothingBehindInTheThreads() throws {
    struct Stop: Error {}
    let sink = MemorySink()
    let writer = try ArchiveWriter(to: sink, threads: 2)
    #expect(throws: Stop.self) {
      try writer.add("a") { entry in
        try entry.write(prose(7 * Self.block))
        throw Stop()
      }
    }
    try writer.add("a", prose(2 * Self.block, seed: 3))
    try writer.finish()
    #expect(try sink.bytes == packed(prose(2 * Self.block, seed: 3), threads: 1))
  }

  /// What a whole stream holds; one byte more than `count` would show in the result.
  private func inflated(_ stream: [UInt8], count: Int) throws -> [UInt8] {
    let inflater = try Inflater()
    var output = [UInt8](repeating: 0, count: count + 1)
    return try stream.withUnsafeBytes { bytes in
      inflater.supply(bytes)
      let step = try output.withUnsafeMutableBytes { try inflater.inflate(into: $0) }
      #expect(step == .ended(count) && inflater.unread == 0)
      return Array(output.prefix(count))
    }
  }

  private func packed(_ content: [UInt8], threads: Int) throws -> [UInt8] {
    let sink = MemorySink()
    let writer = try ArchiveWriter(to: sink, threads: threads)
    try writer.add("a", content)
    try writer.finish()
    return sink.bytes
  }
}
