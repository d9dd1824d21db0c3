import Glibc
import Testing

@testable import Archive

@Suite struct AtomicFileTests {
  private let folder: TemporaryFolder
  private let old = Array("the old content".utf8)
  private let new = Array("the new content".utf8)

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [false, true]) func theTargetAppearsOnlyWithTheCommit(_ isNamed: Bool) throws {
    let file = try AtomicFile(path: folder.file("a"), isNamed: isNamed)
    try file.write(new)
    #expect(!folder.names.contains("a"))
    try file.commit()
    #expect(folder.names == ["a"])
    #expect(try readFile(folder.file("a")) == new)
  }

  @Test(arguments: [false, true]) func theOldContentStaysUntilTheCommit(_ isNamed: Bool) throws {
    try folder.put("a", old)
    let file = try AtomicFile(path: folder.file("a"), isNamed: isNamed)
    try file.write(new)
    #expect(try readFile(folder.file("a")) == old)
    try file.commit()
    #expect(folder.names == ["a"])
    #expect(try readFile(folder.file("a")) == new)
  }

  @Test(arguments: [false, true]) func aNewFileTakesNobodysPlace(_ isNamed: Bool) throws {
    let file = try AtomicFile(newFile: folder.file("a"), mode: 0o600, isNamed: isNamed)
    try file.write(new)
    #expect(!folder.names.contains("a"))
    try file.commit()
    #expect(folder.names == ["a"])
    #expect(try readFile(folder.file("a")) == new)
    #expect(throws: FileFailure(path: folder.file("a"), operation: .create, errno: EEXIST)) {
      try AtomicFile(newFile: folder.file("a"), mode: 0o600, isNamed: isNamed)
    }
    // Nor that of a file that came in between.
    let late = try AtomicFile(newFile: folder.file("b"), mode: 0o600, isNamed: isNamed)
    try late.write(new)
    try folder.put("b", old)
    #expect(throws: FileFailure(path: folder.file("b"), operation: .rename, errno: EEXIST)) { try late.commit() }
    #expect(try readFile(folder.file("b")) == old)
    #expect(folder.names == ["a", "b"])
  }

  @Test func withoutWaitingForTheDiskAFileStillAppearsWhole() throws {
    try folder.put("a", old)
    let file = try AtomicFile(path: folder.file("a"))
    try file.write(new)
    #expect(try readFile(folder.file("a")) == old)
    try file.commit(isSynced: false)
    #expect(folder.names == ["a"])
    #expect(try readFile(folder.file("a")) == new)
  }

  @Test func discardingLeavesNothingBehind() throws {
    try folder.put("a", old)
    let file = try AtomicFile(path: folder.file("a"), isNamed: true)
    try file.write(new)
    #expect(folder.names.count == 2)
    file.discard()
    #expect(folder.names == ["a"])
    #expect(try readFile(folder.file("a")) == old)
    #expect(throws: FileFailure.self) { try file.commit() }
  }

  @Test func theLastReferenceDiscards() throws {
    do {
      let file = try AtomicFile(path: folder.file("a"), isNamed: true)
      try file.write(new)
    }
    #expect(folder.names.isEmpty)
  }

  @Test func aNewFileHasTheModeThatTheUmaskLeavesAndAnOldOneKeepsIts() throws {
    let reference = open(folder.file("reference"), O_CREAT | O_WRONLY, 0o666)
    close(reference)
    try folder.put("a", new)
    #expect(mode("a") == mode("reference"))
    chmod(folder.file("a"), 0o640)
    try folder.put("a", old)
    #expect(mode("a") == 0o640)
  }

  @Test func theTemporaryFileIsForItsOwnerOnly() throws {
    let file = try AtomicFile(path: folder.file("a"), isNamed: true)
    #expect(folder.names.map(mode) == [0o600])
    file.discard()
  }

  /// Nothing could remove it after `kill -9`.
  @Test(.enabled(if: AtomicFileTests.canBeUnnamed, "the file system knows no files without a name"))
  func theTemporaryFileHasNoName() throws {
    try folder.put("a", old)
    let file = try AtomicFile(path: folder.file("a"))
    try file.write(new)
    #expect(folder.names == ["a"])
    try file.commit()
    #expect(folder.names == ["a"])
    #expect(try readFile(folder.file("a")) == new)
  }

  static let canBeUnnamed: Bool = {
    // O_TMPFILE, which Swift does not import.
    let descriptor = open("/tmp", O_RDWR | O_DIRECTORY | 0o20_000_000, 0o600)
    defer { close(descriptor) }
    return descriptor >= 0
  }()

  @Test func aSymbolicLinkStaysAndItsTargetIsReplaced() throws {
    try folder.put("a", old)
    symlink("a", folder.file("link"))
    try folder.put("link", new)
    var status = stat()
    lstat(folder.file("link"), &status)
    #expect(status.st_mode & S_IFMT == S_IFLNK)
    #expect(try readFile(folder.file("a")) == new)
  }

  @Test func aDeviceIsWrittenToAndNotReplaced() throws {
    let file = try AtomicFile(path: "/dev/null")
    try file.write(new)
    try file.commit()
    var status = stat()
    stat("/dev/null", &status)
    #expect(status.st_mode & S_IFMT == S_IFCHR)
  }

  @Test func impossibleTargetsAreRefusedAtOnce() throws {
    try folder.put("a", old)
    let cases = [
      ("", ENOENT), (folder.path, EISDIR), (folder.path + "/", EISDIR), (folder.file("none/a"), ENOENT),
      (folder.file("none/"), EISDIR), (folder.file("a/b"), ENOTDIR), (folder.file("a\0b"), EINVAL),
      (folder.file(String(repeating: "n", count: 5_000)), ENAMETOOLONG),
    ]
    for (path, code) in cases {
      #expect {
        let file = try AtomicFile(path: path)
        try file.commit()
      } throws: {
        ($0 as? FileFailure)?.errno == code && ($0 as? FileFailure)?.path == path
      }
    }
    #expect(folder.names == ["a"])
    #expect(try readFile(folder.file("a")) == old)
  }

  @Test(arguments: [false, true]) func aRenameThatFailsLeavesNothingBehind(_ isNamed: Bool) throws {
    let file = try AtomicFile(path: folder.file("a"), isNamed: isNamed)
    try file.write(new)
    // A folder takes the name in the meantime.
    mkdir(folder.file("a"), 0o700)
    defer { rmdir(folder.file("a")) }
    #expect(throws: FileFailure(path: folder.file("a"), operation: .rename, errno: EISDIR)) { try file.commit() }
    #expect(folder.names == ["a"])
  }

  @Test func aFileThatOutgrowsTheSystemsLimitLeavesTheOldOne() async {
    await #expect(processExitsWith: .success) {
      signal(SIGXFSZ, SIG_IGN)
      let folder = try TemporaryFolder()
      try folder.put("a", Array("the old content".utf8))
      var limit = rlimit(rlim_cur: 100_000, rlim_max: 100_000)
      setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
      let failure = FileFailure(path: folder.file("a"), operation: .write, errno: EFBIG)
      let file = try AtomicFile(path: folder.file("a"))
      try file.write([UInt8](repeating: 1, count: 60_000))
      try require(throws: failure) { try file.write([UInt8](repeating: 1, count: 60_000)) }
      try require(folder.names == ["a"])
      try require(throws: failure) { try file.write([1]) }
      try require(throws: failure) { try file.commit() }
      try require(try readFile(folder.file("a")) == Array("the old content".utf8))

      // The same through an archive that does not fit.
      let second = try AtomicFile(path: folder.file("a"))
      let writer = try ArchiveWriter(to: second)
      try require(throws: ArchiveError.file(failure)) { try writer.add("x", noise(200_000)) }
      try require(folder.names == ["a"])
      for name in folder.names { unlink(folder.file(name)) }
      rmdir(folder.path)
    }
  }

  private func mode(_ name: String) -> mode_t {
    var status = stat()
    return stat(folder.file(name), &status) == 0 ? status.st_mode & 0o7777 : 0
  }
}

private struct Unmet: Error {}

/// `#require` for a child process, whose issues nobody collects.
private func require(_ condition: Bool) throws {
  if !condition { throw Unmet() }
}

private func require<Failure: Error & Equatable>(throws expected: Failure, _ body: () throws -> Void) throws {
  do {
    try body()
  } catch let error as Failure where error == expected {
    return
  }
  throw Unmet()
}
