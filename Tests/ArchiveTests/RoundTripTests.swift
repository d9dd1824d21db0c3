import TestSupport
import Testing

@testable import Archive

@Suite struct RoundTripTests {
  @Test func anEmptyArchiveIsReadBack() throws {
    let bytes = try archived([])
    #expect(bytes.count == 86)
    #expect(try ArchiveReader(bytes: bytes).entries.isEmpty)
    try accept(bytes)
  }

  @Test func anyContentComesBackAsItWas() throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      var contents: [String: [UInt8]] = [:]
      for index in 0..<Int.random(in: 1...12, using: &generator) {
        let folder = ["", "data/", "data/records/", "z/y/x/w/"].randomElement(using: &generator) ?? ""
        let size = [0, 1, 7, 100, 5_000, 65_535, 65_536, 65_537, 150_000].randomElement(using: &generator) ?? 0
        let bytes = Bool.random(using: &generator) ? prose(size, seed: seed) : noise(size, seed: seed)
        contents["\(folder)file-\(index).txt"] = bytes
      }
      let archive = try ArchiveReader(bytes: try archived(contents.map { ($0.key, $0.value) }))
      #expect(archive.entries.map(\.path) == contents.keys.sorted())
      for entry in archive.entries { #expect(try archive.read(entry) == contents[entry.path]) }
      try archive.checkEntries()
      try archive.checkComment()
    }
  }

  @Test func whatDeflateDoesNotShrinkIsStored() throws {
    let archive = try ArchiveReader(bytes: try archived([("a", []), ("b", noise(70_000)), ("c", prose(70_000))]))
    #expect(archive.entries.map(\.isDeflated) == [false, false, true])
    #expect(archive.entries.map(\.size) == [0, 70_000, 70_000])
    #expect(try archive.read(named: "b") == noise(70_000))
  }

  @Test func whatDeflateShrinksBeyondBeliefIsStoredAndReadBack() throws {
    var limits = ArchiveLimits()
    limits.ratio = 100
    let zeros = [UInt8](repeating: 0, count: 3 << 20)
    let bytes = try archived([("zeros", zeros)], limits: limits)
    #expect(try ArchiveReader(bytes: bytes, limits: limits).entries.map(\.isDeflated) == [false])
    try accept(bytes, limits: limits)
  }

  @Test func equalContentGivesEqualBytesHoweverItIsCut() throws {
    let content = prose(400_000) + noise(3_000) + prose(90_000, seed: 2)
    let whole = try archived([("a/whole", content)])
    #expect(try archived([("a/whole", content)]) == whole)
    for seed in 1...6 as ClosedRange<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let sink = MemorySink()
      let writer = try ArchiveWriter(to: sink)
      try writer.add("a/whole") { entry in
        var rest = content[...]
        while !rest.isEmpty {
          let piece = rest.prefix(Int.random(in: 0...(seed < 3 ? 900 : 200_000), using: &generator))
          try entry.write(Array(piece))
          rest = rest.dropFirst(piece.count)
        }
      }
      try writer.finish()
      #expect(sink.bytes == whole)
    }
  }

  @Test func theBytesAreThoseOfTheDocumentedForm() throws {
    var entry = HandMadeArchive.Entry("a", Array("x".utf8))
    entry.both { $0.method = 0 }
    #expect(try archived([("a", Array("x".utf8))]) == HandMadeArchive([entry]).bytes)
  }

  @Test func aFileIsReadAsMemoryIs() throws {
    let folder = try TemporaryFolder()
    let contents = [("a/one", prose(200_000)), ("b", noise(10))]
    let file = try AtomicFile(path: folder.file("x.jdx"))
    let writer = try ArchiveWriter(to: file)
    for (path, bytes) in contents { try writer.add(path, bytes) }
    let comment = try writer.finish()
    try file.commit()
    #expect(try readFile(folder.file("x.jdx")) == archived(contents))
    let archive = try ArchiveReader(path: folder.file("x.jdx"))
    #expect(archive.comment == comment)
    #expect(try archive.read(named: "a/one") == contents[0].1)
    try archive.checkEntries()
    try archive.checkComment()
  }

  @Test func readingInPiecesGivesTheSameBytes() throws {
    let archive = try ArchiveReader(bytes: try archived([("a", prose(300_000)), ("b", noise(300_000))]))
    for entry in archive.entries {
      var collected: [UInt8] = []
      try archive.read(entry) { collected.append(contentsOf: $0) }
      #expect(try archive.read(entry) == collected)
    }
  }

  @Test func anErrorOfTheCallerEndsReading() throws {
    struct Enough: Error {}
    let archive = try ArchiveReader(bytes: try archived([("a", prose(300_000))]))
    var pieces = 0
    #expect(throws: Enough.self) {
      try archive.read(archive.entries[0]) { _ in
        pieces += 1
        throw Enough()
      }
    }
    #expect(pieces == 1)
  }

  @Test func entriesAreFoundByTheirWholePathOnly() throws {
    let paths = (0..<50).map { "data/\($0)" }
    let archive = try ArchiveReader(bytes: try archived(paths.map { ($0, Array($0.utf8)) }))
    for path in paths { #expect(archive.entry(named: path)?.path == path) }
    for path in ["", "data", "data/", "data/50", "DATA/1", "zzz"] { #expect(archive.entry(named: path) == nil) }
    #expect(throws: ArchiveError.noSuchEntry("data/50")) { try archive.read(named: "data/50") }
  }
}
