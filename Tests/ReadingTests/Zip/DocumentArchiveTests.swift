import TestSupport
import Testing

@testable import Reading

/// Archives of documents, as people pack them.
@Suite struct DocumentArchiveTests {
  private func paths(_ fixture: ZipFixture) throws -> [String] {
    try DocumentArchive(fixture.bytes).members.map(\.path)
  }

  private func failure(_ fixture: ZipFixture, limits: ReadingLimits = ReadingLimits()) -> ReadingError? {
    do throws(ReadingError) {
      var archive = try DocumentArchive(fixture.bytes, limits: limits)
      for member in archive.members { _ = try archive.bytes(of: member) }
      return nil
    } catch {
      return error
    }
  }

  @Test func `documents come in the order of their paths, with their bytes`() throws {
    var archive = try DocumentArchive(ZipFixture([("渡口/b.txt", "乙"), ("渡口/a.txt", "甲"), ("渡口/", "")]).bytes)
    #expect(archive.members.map(\.path) == ["渡口/a.txt", "渡口/b.txt"])
    let texts = try archive.members.map { String(decoding: try archive.bytes(of: $0), as: UTF8.self) }
    #expect(texts == ["甲", "乙"])
  }

  @Test func `what systems and programs add for themselves is left out`() throws {
    let left = [
      "__MACOSX/渡口/._a.txt", "渡口/.DS_Store", ".git/a.txt", "渡口/~$a.docx", "Thumbs.db", "渡口/desktop.ini", "year.jdx",
    ]
    #expect(try paths(ZipFixture((left + ["渡口/a.txt"]).map { ($0, "甲") })) == ["渡口/a.txt"])
  }

  @Test func `names without a word of their encoding are GB18030`() throws {
    var fixture = ZipFixture()
    fixture.flags = 0
    // 渡口\目标.txt, and 誠.txt, the second byte of which is a backslash's.
    fixture.add(
      rawPath: [0xB6, 0xC9, 0xBF, 0xDA, 0x5C, 0xC4, 0xBF, 0xB1, 0xEA] + Array(".txt".utf8), Array("甲".utf8))
    fixture.add(rawPath: [0xD5, 0x5C] + Array(".txt".utf8), Array("乙".utf8))
    #expect(try Set(paths(fixture)) == ["渡口/目标.txt", "誠.txt"])
    fixture.add(rawPath: [0xFF, 0xFF] + Array(".txt".utf8), Array("丙".utf8))
    #expect(try DocumentArchive(fixture.bytes).members.filter { !$0.isNamed }.count == 1)
  }

  @Test func `no path leads out of the archive`() throws {
    let fixture = ZipFixture([("../../a.txt", "甲"), ("/b.txt", "乙"), ("./渡口//..\\c.txt", "丙")])
    #expect(try paths(fixture) == ["a.txt", "b.txt", "渡口/c.txt"])
  }

  @Test func `a password is an error of its own`() {
    var fixture = ZipFixture([("a.txt", "甲")])
    fixture.flags |= 1
    #expect(failure(fixture) == .encrypted(.zip))
  }

  @Test func `limits hold for one file and for all together`() {
    let fixture = ZipFixture([("a.txt", "0123456789"), ("b.txt", "0123456789")])
    var limits = ReadingLimits()
    limits.partSize = 9
    #expect(failure(fixture, limits: limits) == .limitExceeded(.partSize, allowed: 9, part: nil))
    limits = ReadingLimits()
    limits.totalSize = 19
    #expect(failure(fixture, limits: limits) == .limitExceeded(.totalSize, allowed: 19, part: nil))
    limits = ReadingLimits()
    limits.parts = 1
    #expect(failure(fixture, limits: limits) == .limitExceeded(.parts, allowed: 1, part: nil))
  }

  @Test func `a document in an archive does not make the archive one`() throws {
    let word = ZipFixture([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document/>")])
    #expect(FileKind(signatureOf: word.bytes) == .docx)
    var fixture = ZipFixture()
    fixture.add("目标.docx", word.bytes)
    #expect(FileKind(signatureOf: fixture.bytes) == .zip)
    #expect(try paths(fixture) == ["目标.docx"])
  }

  @Test func `a package of an unknown kind is one document, not many`() {
    #expect(
      failure(ZipFixture([("[Content_Types].xml", "<Types/>"), ("visio/document.xml", "<a/>")]))
        == .notText(offset: 0, reason: .file(.zip)))
    #expect(failure(ZipFixture([("mimetype", "application/epub+zip")])) == .notText(offset: 0, reason: .file(.zip)))
  }

  @Test func `a damaged archive is told as one`() {
    let bytes = Array(ZipFixture([("a.txt", "甲")]).bytes.dropLast(30))
    #expect(throws: ReadingError.damaged(.zip, part: nil, line: nil)) { try DocumentArchive(bytes) }
  }
}
