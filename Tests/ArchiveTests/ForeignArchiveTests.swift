import TestSupport
import Testing

@testable import Archive

/// Archives that other programs wrote.
@Suite struct ForeignArchiveTests {
  private func fixture() -> ZipFixture { ZipFixture([("word/document.xml", "示例"), ("目标/2021.txt", "")]) }

  private func failure(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) -> ArchiveError? {
    do throws(ArchiveError) {
      let archive = try ForeignArchive(bytes, limits: limits)
      for entry in archive.entries { _ = try archive.read(entry) }
      return nil
    } catch {
      return error
    }
  }

  @Test func `entries are found and read in the directory's order`() throws {
    let archive = try ForeignArchive(fixture().bytes)
    #expect(archive.entries.map(\.path) == ["word/document.xml", "目标/2021.txt"])
    let contents = try archive.entries.map { entry in try archive.read(entry) }
    #expect(contents == [Array("示例".utf8), []])
  }

  @Test func `our own deflated archives are read`() throws {
    let content = prose(300_000)
    let archive = try ForeignArchive(archived([("jdx/a.txt", content)]))
    let entry = try #require(archive.entry(named: "jdx/a.txt"))
    #expect(entry.compressedSize < entry.size)
    #expect(try archive.read(entry) == content)
  }

  @Test func `bytes before the archive, a comment and bytes after it do no harm`() throws {
    var fixture = fixture()
    fixture.prefix = Array("#!/bin/sh\n".utf8)
    fixture.comment = Array("packed by hand".utf8)
    #expect(failure(fixture.bytes + [0, 0, 0]) == nil)
  }

  @Test func `sizes may stand behind the data`() throws {
    var fixture = fixture()
    fixture.hasDescriptors = true
    #expect(failure(fixture.bytes) == nil)
  }

  @Test func `names are found in any case and with backslashes`() throws {
    let archive = try ForeignArchive(ZipFixture([("Word\\Document.xml", "a"), ("word/document.xml", "b")]).bytes)
    #expect(archive.entries[0].path == "Word/Document.xml")
    #expect(archive.entry(named: "/word/document.xml") == archive.entries[1])
    #expect(archive.entry(named: "WORD/document.XML") == archive.entries[0])
    #expect(archive.entry(named: "word") == nil)
  }

  @Test func `a name that is no UTF-8 is kept as bytes`() throws {
    var fixture = ZipFixture()
    fixture.flags = 0
    fixture.add(rawPath: [0xC4, 0xBF, 0xB1, 0xEA, 0x2F], [])
    let entry = try #require(try ForeignArchive(fixture.bytes).entries.first)
    #expect(!entry.hasUTF8Path)
    #expect(entry.rawPath == [0xC4, 0xBF, 0xB1, 0xEA, 0x2F])
    #expect(entry.isDirectory)
  }

  @Test func `an encrypted entry is listed and not read`() throws {
    var fixture = fixture()
    fixture.flags = 1
    let archive = try ForeignArchive(fixture.bytes)
    #expect(archive.entries.map(\.isEncrypted) == [true, true])
    #expect(failure(fixture.bytes) == .illegalField(.flags, entry: "word/document.xml", offset: 0))
  }

  @Test func `entries that share bytes are refused`() throws {
    var bytes = fixture().bytes
    // The second entry's directory header says that it begins where the first one does.
    let second = try #require(bytes.lastRange(of: [0x50, 0x4B, 0x01, 0x02]))
    bytes.replaceSubrange((second + 42)..<(second + 46), with: [0, 0, 0, 0])
    #expect(failure(bytes) == .overlap(entry: "word/document.xml", offset: 0))
  }

  @Test func `what is no archive and what is cut off are told apart`() {
    #expect(failure([]) == .notAnArchive)
    #expect(failure(Array("plain text".utf8)) == .notAnArchive)
    let bytes = fixture().bytes
    #expect(failure(Array(bytes.dropLast(4))) == .truncated(size: bytes.count - 4))
    var outer = ZipFixture()
    outer.add("inner.docx", bytes)
    let cut = Array(outer.bytes.prefix(40 + bytes.count))
    #expect(failure(cut) == .truncated(size: cut.count))
  }

  @Test func `limits hold`() throws {
    var limits = ArchiveLimits()
    limits.entries = 1
    #expect(failure(fixture().bytes, limits: limits) == .limitExceeded(.entries, allowed: 1, entry: nil))
    limits = ArchiveLimits()
    limits.entrySize = 5
    let big = failure(fixture().bytes, limits: limits)
    #expect(big == .limitExceeded(.entrySize, allowed: 5, entry: "word/document.xml"))
    limits = ArchiveLimits()
    limits.ratio = 10
    let bomb = try archived([("a", [UInt8](repeating: 32, count: 4 << 20))])
    #expect(failure(bomb, limits: limits) == .limitExceeded(.ratio, allowed: 10, entry: "a"))
  }

  @Test func `a changed byte of the content is found`() throws {
    var bytes = fixture().bytes
    bytes[30 + 17] ^= 1
    guard case .checksumMismatch = failure(bytes) else {
      Issue.record("the change went unseen")
      return
    }
  }

  @Test func `no cut and no flipped byte traps`() throws {
    var fixture = fixture()
    fixture.hasDescriptors = true
    let bytes = fixture.bytes
    for length in bytes.indices { #expect(failure(Array(bytes.prefix(length))) != nil) }
    var generator = SeededGenerator(seed: 4)
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] = UInt8.random(in: .min ... .max, using: &generator)
      _ = failure(damaged)
    }
  }
}

extension [UInt8] {
  /// Where `bytes` begin for the last time.
  fileprivate func lastRange(of bytes: [UInt8]) -> Int? {
    indices.dropLast(bytes.count - 1).last { self[$0..<($0 + bytes.count)].elementsEqual(bytes) }
  }
}
