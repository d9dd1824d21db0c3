import Testing

@testable import Archive

/// Entries so large that they are decoded on a thread of its own.
@Suite struct EntryAheadTests {
  private let content = prose(3 << 20)

  @Test func `a large entry comes piece by piece as it was`() throws {
    let archive = try ArchiveReader(bytes: try archived([("a", content), ("b", noise(EntryAhead.leastSize))]))
    for (path, whole) in [("a", content), ("b", noise(EntryAhead.leastSize))] {
      let entry = try #require(archive.entry(named: path))
      #expect(entry.size >= EntryAhead.leastSize)
      var found: [UInt8] = []
      try archive.forEachPiece(of: entry) { found.append(contentsOf: $0) }
      #expect(found == whole)
    }
  }

  @Test func `damage in the middle of a large entry is told after what came before it`() throws {
    var bytes = try archived([("a", content)])
    let size = try #require(ArchiveReader(bytes: bytes).entry(named: "a")).compressedSize
    for place in [size / 3, size / 2, size - 1] { bytes[31 + place] ^= 0xFF }
    let archive = try ArchiveReader(bytes: bytes)
    let entry = try #require(archive.entry(named: "a"))
    var count = 0
    #expect(throws: ArchiveError.self) { try archive.forEachPiece(of: entry) { count += $0.count } }
    #expect(count > 0)
  }

  @Test func `who stops in the middle waits for nothing`() throws {
    let archive = try ArchiveReader(bytes: try archived([("a", content)]))
    let entry = try #require(archive.entry(named: "a"))
    let source = MemorySource(content: try archived([("a", content)]))
    for count in 0...3 {
      let ahead = EntryAhead(entry, in: source)
      for _ in 0..<count { #expect(try ahead.next() != nil) }
    }
  }
}
