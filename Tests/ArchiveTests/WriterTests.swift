import Glibc
import Testing

@testable import Archive

@Suite struct WriterTests {
  @Test func whatTheReaderWouldRefuseIsNotWritten() throws {
    let writer = try ArchiveWriter(to: MemorySink())
    try writer.add("b", [1])
    #expect(throws: ArchiveError.unsorted("a", after: "b")) { try writer.add("a", []) }
    #expect(throws: ArchiveError.collision("b", with: "b")) { try writer.add("b", []) }
    #expect(throws: ArchiveError.collision("b/c", with: "b")) { try writer.add("b/c", []) }
    #expect(throws: ArchiveError.illegalPath("b/../c", .dots, offset: nil)) { try writer.add("b/../c", []) }
    #expect(throws: ArchiveError.illegalPath("\\xE5\\x80\\xBC", .character, offset: nil)) { try writer.add("值", []) }
  }

  @Test func aRefusedEntryLeavesNoTrace() throws {
    struct Stop: Error {}
    let sink = MemorySink()
    let writer = try ArchiveWriter(to: sink)
    try writer.add("a", prose(100))
    #expect(throws: ArchiveError.self) { try writer.add("A", prose(100)) }
    #expect(throws: Stop.self) {
      try writer.add("b") { entry in
        try entry.write(prose(200_000))
        throw Stop()
      }
    }
    try writer.add("b", prose(50))
    try writer.finish()
    #expect(try sink.bytes == archived([("a", prose(100)), ("b", prose(50))]))
  }

  @Test func anEntryWithAPieceRefusedIsNotWrittenEvenIfTheCallerGoesOn() throws {
    var limits = ArchiveLimits()
    limits.entrySize = 10
    let sink = MemorySink()
    let writer = try ArchiveWriter(to: sink, limits: limits)
    #expect(throws: ArchiveError.limitExceeded(.entrySize, allowed: 10, entry: "a")) {
      try writer.add("a") { entry in
        try entry.write(prose(8))
        try? entry.write(prose(8))
      }
    }
    try writer.finish()
    #expect(try ArchiveReader(bytes: sink.bytes).entries.isEmpty)
  }

  @Test func anEntrySinkIsOfNoUseOutsideItsCall() throws {
    let writer = try ArchiveWriter(to: MemorySink())
    var kept: EntrySink?
    try writer.add("a") { kept = $0 }
    #expect(throws: ArchiveError.writerClosed) { try kept?.write([1]) }
    try writer.add("b") { _ in
      #expect(throws: ArchiveError.writerClosed) { try writer.add("c", []) }
      #expect(throws: ArchiveError.writerClosed) { try writer.finish() }
    }
    try writer.finish()
    #expect(throws: ArchiveError.writerClosed) { try writer.add("d", []) }
    #expect(throws: ArchiveError.writerClosed) { try writer.finish() }
  }

  @Test func aSinkThatFailsEndsTheWriter() throws {
    let file = try AtomicFile(path: "/dev/full")
    let writer = try ArchiveWriter(to: file)
    let failure = ArchiveError.file(FileFailure(path: "/dev/full", operation: .write, errno: ENOSPC))
    #expect(throws: failure) { try writer.add("a", prose(100)) }
    #expect(throws: failure) { try writer.add("b", prose(100)) }
    #expect(throws: failure) { try writer.finish() }
  }

  @Test(.enabled(if: Program.exists("unzip"), "unzip is not installed"))
  func unzipAcceptsIt() throws {
    let folder = try TemporaryFolder()
    try folder.put("x.zip", try archived(sample))
    #expect(Program.run(["unzip", "-tqq", folder.file("x.zip")]) == 0)
  }

  @Test(.enabled(if: Program.exists("python3"), "python3 is not installed"))
  func pythonAcceptsItAndReadsTheSame() throws {
    let folder = try TemporaryFolder()
    try folder.put("x.zip", try archived(sample))
    let script = """
      import hashlib, sys, zipfile
      archive = zipfile.ZipFile(sys.argv[1])
      assert archive.testzip() is None
      for info in archive.infolist():
          assert info.date_time == (1980, 1, 1, 0, 0, 0) and info.external_attr >> 16 == 0o100644
          print(info.filename, hashlib.sha256(archive.read(info)).hexdigest())
      seen = [(i.filename, hashlib.sha256(archive.read(i)).hexdigest()) for i in archive.infolist()]
      assert seen == list(zip(sys.argv[2::2], sys.argv[3::2])), seen
      data = open(sys.argv[1], "rb").read()
      assert archive.comment == hashlib.sha256(data[:-86]).hexdigest().encode()
      """
    let expected = sample.flatMap { [$0.0, SHA256Hex.of($0.1)] }
    #expect(Program.run(["python3", "-c", script, folder.file("x.zip")] + expected) == 0)
  }

  private let sample = [
    ("jdx/bagit.txt", prose(60)), ("jdx/data/empty", []), ("jdx/data/noise", noise(100_000)),
    ("jdx/data/records/items.jsonl", prose(300_000)),
  ]
}
