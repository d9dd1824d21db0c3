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
    block - 1, block, block + 1, block + Deflater.window, 2 * block - 1, 2 * block, 2 * block + 1, 9 * block + 5,
  ])
  func anEntryOfAnyNumberOfBlocksComesBack(_ size: Int) throws {
    let content = prose(size)
    let archive = try ArchiveReader(bytes: try packed(content, threads: 2))
    #expect(archive.entries.map(\.isDeflated) == [true])
    #expect(try archive.read(named: "a") == content)
  }

  /// What repeats across a seam is found there: a block knows the end of the one before it.
  @Test func blocksReferToTheOnesBefore() throws {
    let phrase = noise(Deflater.window / 2)
    let content = Array(repeatElement(phrase, count: 2 * Self.block / phrase.count + 1).joined())
    let archive = try ArchiveReader(bytes: try packed(content, threads: 2))
    let first = try #require(archive.entries.first).compressedSize
    // The phrase itself once, and not once for each block.
    #expect(first < phrase.count + phrase.count / 2)
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

  private func packed(_ content: [UInt8], threads: Int) throws -> [UInt8] {
    let sink = MemorySink()
    let writer = try ArchiveWriter(to: sink, threads: threads)
    try writer.add("a", content)
    try writer.finish()
    return sink.bytes
  }
}
