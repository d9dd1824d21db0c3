import Glibc
import Testing

@testable import Archive

/// What is put away comes back, from memory and from a file that has no name.
@Suite struct StashTests {
  @Test(arguments: [0, 10, 1_000_000]) func whatIsPutAwayComesBack(bound: Int) throws {
    let folder = try TemporaryFolder()
    let stash = Stash(in: folder.path, bound: bound)
    let pieces = [noise(8), [], noise(100), noise(1), noise(70_000), []]
    let places = try pieces.map { try stash.put($0) }
    for (piece, place) in zip(pieces, places).reversed() {
      #expect(place.count == piece.count)
      #expect(try stash.bytes(at: place) == piece)
    }
    #expect(folder.names.isEmpty)
  }

  @Test func severalThreadsMayUseItAtATime() async throws {
    let stash = Stash(bound: 1_000)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<64 {
        group.addTask {
          let piece = Array(repeating: UInt8(number), count: 10 * number)
          return try stash.bytes(at: stash.put(piece)) == piece
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test func whatDoesNotFitInMemoryNeedsAFolder() throws {
    let stash = Stash(in: "/nonexistent-folder", bound: 10)
    let place = try stash.put(noise(10))
    let failure = FileFailure(path: "/nonexistent-folder", operation: .create, errno: ENOENT)
    #expect(throws: failure) { try stash.put(noise(1)) }
    #expect(throws: failure) { try stash.put([]) }
    #expect(try stash.bytes(at: place) == noise(10))
  }

  @Test func aDeviceHasNoFolderForFiles() throws {
    let folder = try TemporaryFolder()
    #expect(AtomicFile.scratchFolder(beside: "/dev/null") == nil)
    #expect(AtomicFile.scratchFolder(beside: folder.file("new")) == folder.path)
    try folder.put("old", [1])
    #expect(AtomicFile.scratchFolder(beside: folder.file("old")) == folder.path)
    #expect(AtomicFile.scratchFolder(beside: "new") == ".")
  }

  @Test func theBeginningOfAFileIsReadWithoutTheRest() throws {
    let folder = try TemporaryFolder()
    try folder.put("file", noise(100))
    #expect(try readBeginning(folder.file("file"), count: 4) == Array(noise(100).prefix(4)))
    #expect(try readBeginning(folder.file("file"), count: 200) == noise(100))
    #expect(try readBeginning("/dev/zero", count: 4) == nil)
    #expect(throws: FileFailure(path: folder.path, operation: .read, errno: EISDIR)) {
      try readBeginning(folder.path, count: 4)
    }
  }
}
