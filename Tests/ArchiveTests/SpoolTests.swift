import Glibc
import Testing

@testable import Archive

/// What is deflated waits in memory up to a bound, and in a file beyond it.
@Suite struct SpoolTests {
  @Test func theBytesAreTheSameWhereverTheyWaited() throws {
    let contents = [("a", prose(300_000)), ("b", noise(200_000)), ("c", prose(10)), ("d", prose(1_500_000, seed: 2))]
    let sink = MemorySink()
    let writer = try ArchiveWriter(to: sink, spoolBound: 1_000)
    for (path, bytes) in contents { try writer.add(path, bytes) }
    try writer.finish()
    #expect(try sink.bytes == archived(contents))
  }

  @Test func theFileLiesInItsFolderWithoutAName() throws {
    let folder = try TemporaryFolder()
    let spool = Spool(folder: folder.path, bound: 10)
    try spool.append(noise(8))
    try spool.append(noise(100))
    try spool.append(noise(5))
    #expect(openFiles(below: folder.path) == 1)
    #expect(folder.names.isEmpty)
    var read: [UInt8] = []
    try spool.forEachPiece { read += $0 }
    #expect(read == noise(8) + noise(100) + noise(5))
    spool.reset()
    #expect(openFiles(below: folder.path) == 0)
    #expect(spool.count == 0)
  }

  @Test func nothingIsWrittenToDiskBelowTheBound() throws {
    let folder = try TemporaryFolder()
    let spool = Spool(folder: folder.path, bound: 10)
    try spool.append(noise(10))
    #expect(openFiles(below: folder.path) == 0)
  }

  @Test func aFolderThatTakesNoFileLeavesTheEntryOut() throws {
    let missing = "/nonexistent-folder"
    let sink = ScratchSink(folder: missing)
    let writer = try ArchiveWriter(to: sink, spoolBound: 100)
    let failure = ArchiveError.file(FileFailure(path: missing, operation: .create, errno: ENOENT))
    #expect(throws: failure) { try writer.add("a", noise(1_000)) }
    try writer.add("b", noise(50))
    try writer.finish()
    #expect(try ArchiveReader(bytes: sink.bytes).entries.map(\.path) == ["b"])
  }

  @Test func anAtomicFileNamesItsTargetsFolder() throws {
    let folder = try TemporaryFolder()
    #expect(try AtomicFile(path: folder.file("x")).scratchFolder == folder.path)
    #expect(try AtomicFile(path: "/dev/null").scratchFolder == nil)
  }

  /// How many descriptors of this process lead into `folder`.
  private func openFiles(below folder: String) -> Int {
    (0..<256).count { descriptor in
      var target = [CChar](repeating: 0, count: 4096)
      let count = readlink("/proc/self/fd/\(descriptor)", &target, target.count)
      let path = target.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
      return String(decoding: path, as: UTF8.self).hasPrefix(folder + "/")
    }
  }

  private final class ScratchSink: ByteSink {
    private(set) var bytes: [UInt8] = []
    let scratchFolder: String?

    init(folder: String) { scratchFolder = folder }

    func write(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) { self.bytes += bytes }
  }
}
