import Glibc
import Testing

@testable import Archive

@Suite struct FileReadingTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [0, 1, 262_143, 262_144, 262_145, 1_000_000])
  func aFileIsReadWhole(_ size: Int) throws {
    try folder.put("a", noise(size))
    #expect(try readFile(folder.file("a")) == noise(size))
  }

  @Test func whatCannotBeReadIsNamed() throws {
    #expect(throws: FileFailure(path: folder.path, operation: .read, errno: EISDIR)) { try readFile(folder.path) }
    let missing = folder.file("none")
    #expect(throws: FileFailure(path: missing, operation: .open, errno: ENOENT)) { try readFile(missing) }
    #expect(throws: FileFailure(path: "", operation: .open, errno: ENOENT)) { try readFile("") }
    #expect(throws: FileFailure(path: "a\0", operation: .open, errno: EINVAL)) { try readFile("a\0") }
    let failure = ArchiveError.file(FileFailure(path: missing, operation: .open, errno: ENOENT))
    #expect(throws: failure) { try ArchiveReader(path: missing) }
    #expect(throws: ArchiveError.file(FileFailure(path: folder.path, operation: .read, errno: EISDIR))) {
      try ArchiveReader(path: folder.path)
    }
  }

  @Test func aFileBeyondTheLimitIsRefused() throws {
    try folder.put("a", noise(1_000))
    #expect(try readFile(folder.file("a"), limit: 1_000).count == 1_000)
    #expect(throws: FileFailure(path: folder.file("a"), operation: .read, errno: EFBIG)) {
      try readFile(folder.file("a"), limit: 999)
    }
    #expect(throws: FileFailure(path: "/dev/zero", operation: .read, errno: EFBIG)) {
      try readFile("/dev/zero", limit: 1 << 20)
    }
  }

  @Test func devicesAndPipesAreReadToTheirEnd() throws {
    #expect(try readFile("/dev/null").isEmpty)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let bytes = try archived([("a", prose(500))])
    try DescriptorSink(ends[1], named: "pipe").write(bytes)
    close(ends[1])
    let archive = try ArchiveReader(path: "/dev/fd/\(ends[0])")
    close(ends[0])
    #expect(try archive.read(named: "a") == prose(500))
  }

  @Test func aSlowReaderOfANonBlockingPipeIsWaitedFor() throws {
    let bytes = noise(1_000_000)
    let reader = try #require(popen("sleep 0.1; cat > '\(folder.file("a"))'", "w"))
    let descriptor = fileno(reader)
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    try DescriptorSink(descriptor, named: "pipe").write(bytes)
    #expect(pclose(reader) == 0)
    #expect(try readFile(folder.file("a")) == bytes)
  }

  @Test func aDescriptorThatRefusesIsNamed() {
    #expect(throws: FileFailure(path: "output", operation: .write, errno: EBADF)) {
      try DescriptorSink(-1, named: "output").write([1])
    }
    #expect(throws: FileFailure(path: "input", operation: .status, errno: EBADF)) {
      try readAll(descriptor: -1, named: "input")
    }
  }

  @Test func anArchiveCutShortWhileItIsOpenFailsWithoutTrapping() throws {
    try folder.put("a", try archived([("x", noise(500_000))]))
    let archive = try ArchiveReader(path: folder.file("a"))
    truncate(folder.file("a"), 100_000)
    #expect(throws: ArchiveError.truncated(size: 100_000)) { try archive.checkEntries() }
    #expect(throws: ArchiveError.self) { try archive.checkComment() }
  }
}
