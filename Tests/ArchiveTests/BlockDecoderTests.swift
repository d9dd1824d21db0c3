import Testing

@testable import Archive

/// Entries of several blocks are inflated block by block where they are ours, and by zlib where not; the result is one.
@Suite struct BlockDecoderTests {
  private static let block = EntryEncoder.blockSize
  private let content = prose(2 * block + 99)

  @Test(arguments: [99, block, block + 1, 3 * block])
  func `what the writer made is given block by block to its end`(_ size: Int) throws {
    let whole = prose(size - 1) + [0xFF]
    let (entry, source) = try sole(try archived([("a", whole)]))
    let decoder = try #require(BlockDecoder(entry, in: source))
    let output = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.block, alignment: 1)
    defer { output.deallocate() }
    var found: [UInt8] = []
    while let count = try decoder.next(into: output) { found += output[..<count] }
    #expect(SHA256Hex.of(found) == SHA256Hex.of(whole))
    #expect(decoder.taken == entry.compressedSize)
  }

  /// Noise is stored as it is, and its marks with it.
  @Test(arguments: [1, 2, 40]) func `a mark inside a block ends nothing`(_ count: Int) throws {
    var whole = noise(3 * Self.block)
    for number in 0..<count {
      for start in [777, Self.block + 70_000, 2 * Self.block + 9] {
        whole.replaceSubrange(start + 50 * number..<start + 50 * number + 4, with: [0, 0, 0xFF, 0xFF])
      }
    }
    let (entry, source) = try sole(try archived([("a", whole)]))
    #expect(outcome(entry, source, isOurs: true) == Outcome(sha256: SHA256Hex.of(whole)))
  }

  @Test func `blocks of another size, and what refers to the block before, are left to zlib`() throws {
    let deflater = try Deflater()
    let first = try deflater.deflate(prose(Self.block), isLast: false).bytes
    // The last byte three times more: a match of three bytes at a distance of one.
    let again: [UInt8] = [0x03, 0x02, 0x00]
    let last = try #require(prose(Self.block).last)
    try expect(first + again, prose(Self.block) + [last, last, last])
    let small = prose(1500)
    let joined = try deflater.deflate(small, isLast: false).bytes
    try expect(
      Array(repeatElement(joined, count: 1400).joined()) + again,
      Array(repeatElement(small, count: 1400).joined()) + Array(repeatElement(small[1499], count: 3)))
    try expect(first + first + [0x03, 0x00], prose(Self.block) + prose(Self.block))
  }

  /// Bits that fill up a byte before a stored block mean nothing to either.
  @Test func `whatever byte is damaged, it means what it means to zlib`() throws {
    let bytes = try archived([("a", content)])
    let (entry, _) = try sole(bytes)
    let joint = try #require(firstMark(in: bytes))
    let last = entry.dataOffset + entry.compressedSize - 1
    let spread = stride(from: 0, to: entry.compressedSize, by: entry.compressedSize / 8).map { entry.dataOffset + $0 }
    var refused = 0
    for place in spread + (joint - 2..<joint + 5) + [last] {
      for change in [0x01, 0xFF] as [UInt8] {
        var damaged = bytes
        damaged[place] ^= change
        let source = MemorySource(content: damaged)
        let (fast, slow) = (outcome(entry, source, isOurs: true), outcome(entry, source, isOurs: false))
        #expect(fast == slow, "byte \(place)")
        if slow.error != nil { refused += 1 }
      }
    }
    #expect(refused > 20)
  }

  @Test func `a size that is not the stream's is refused as zlib refuses it`() throws {
    let (entry, source) = try sole(try archived([("a", content)]))
    for size in [1, Self.block, 2 * Self.block, content.count - 1, content.count + 1, 3 * Self.block, 1 << 40] {
      let lying = ArchiveEntry(
        path: "a", size: size, compressedSize: entry.compressedSize, checksum: entry.checksum, isDeflated: true,
        dataOffset: entry.dataOffset)
      let (fast, slow) = (outcome(lying, source, isOurs: true), outcome(lying, source, isOurs: false))
      #expect(slow.error != nil && fast == slow, "\(size) bytes")
    }
  }

  @Test(arguments: [700, 3 * block]) func `an entry's hash is that of all its bytes`(_ size: Int) throws {
    let whole = prose(size)
    let archive = try ArchiveReader(bytes: try archived([("a", whole)]))
    let pieces = archive.pieces(of: try #require(archive.entry(named: "a")), isHashed: true)
    while try pieces.next() != nil {}
    #expect(pieces.sha256 == SHA256Hex.of(whole))
  }

  private func expect(_ stream: [UInt8], _ whole: [UInt8]) throws {
    let checksum = whole.withUnsafeBytes { CRC32.continued(0, $0) }
    let archive = HandMadeArchive([HandMadeArchive.Entry("a", deflated: stream, size: whole.count, checksum: checksum)])
    let (entry, source) = try sole(archive.bytes)
    #expect(outcome(entry, source, isOurs: true) == Outcome(sha256: SHA256Hex.of(whole)))
  }

  private func sole(_ bytes: [UInt8]) throws -> (ArchiveEntry, MemorySource) {
    (try #require(try ArchiveReader(bytes: bytes).entries.first), MemorySource(content: bytes))
  }

  /// What reading to the end gives, short enough to be printed.
  private struct Outcome: Equatable {
    var sha256: String?
    var error: ArchiveError?
  }

  private func outcome(_ entry: ArchiveEntry, _ source: MemorySource, isOurs: Bool) -> Outcome {
    let decoder = EntryDecoder(entry, in: source, isOurs: isOurs, isHashed: true)
    do throws(ArchiveError) {
      while try decoder.next() != nil {}
      return Outcome(sha256: decoder.sha256)
    } catch {
      return Outcome(error: error)
    }
  }

  private func firstMark(in bytes: [UInt8]) -> Int? {
    bytes.indices.first { bytes[$0...].starts(with: [0, 0, 0xFF, 0xFF]) }
  }
}
