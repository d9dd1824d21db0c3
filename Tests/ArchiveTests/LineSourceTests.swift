import Glibc
import Testing

@testable import Archive

@Suite struct LineSourceTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: ["", "\n", "a", "a\n", "a\nb", "\n\nb\n"])
  func shortFilesAreOneBatchAndWhatTheyLackAnEndOf(_ text: String) throws {
    try folder.put("a", Array(text.utf8))
    #expect(try batches(LineSource(path: folder.file("a"))).joined().elementsEqual(text.utf8))
  }

  @Test func batchesEndWithLines() throws {
    let line = [UInt8](repeating: 0x61, count: 999) + [0x0A]
    let bytes = Array((0..<5_000).flatMap { _ in line })
    try folder.put("a", bytes)
    let batches = try batches(LineSource(path: folder.file("a")))
    #expect(batches.count > 2 && batches.allSatisfy { $0.last == 0x0A && $0.count < 2 << 20 })
    #expect(batches.joined().elementsEqual(bytes))
  }

  @Test func aLineIsHeldWholeUpToALimit() throws {
    let line = [UInt8](repeating: 0x61, count: 3 << 20)
    try folder.put("a", [0x0A] + line + [0x0A, 0x62])
    #expect(try batches(LineSource(path: folder.file("a"))).map(\.count) == [1, line.count + 1, 1])
    let source = try LineSource(path: folder.file("a"), longest: 2 << 20)
    #expect(throws: FileFailure(path: folder.file("a"), operation: .read, errno: EFBIG)) { try batches(source) }
  }

  @Test func whatIsLeftComesAfterTheBatch() throws {
    try folder.put("a", Array("a\nb".utf8))
    let source = try LineSource(path: folder.file("a"))
    #expect(try source.next() == Array("a\n".utf8))
    #expect(try source.rest() == Array("b".utf8))
  }

  @Test func aFolderHasNoLines() {
    #expect(throws: FileFailure(path: folder.path, operation: .read, errno: EISDIR)) {
      try LineSource(path: folder.path)
    }
  }

  private func batches(_ source: LineSource) throws -> [[UInt8]] {
    var batches: [[UInt8]] = []
    while let batch = try source.next() { batches.append(batch) }
    return batches
  }
}
