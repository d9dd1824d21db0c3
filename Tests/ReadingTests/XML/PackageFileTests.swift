import TestSupport
import Testing

@testable import Reading

/// Office documents in ZIP archives.
@Suite struct PackageFileTests {
  private let relationships = """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="r1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/styles" Target="../styles.xml"/>
    <Relationship Id="r2" Type="http://example.org/x/notes" Target="/word/./notes/a.xml"/>
    <Relationship Id="r3" Type="http://example.org/hyperlink" Target="http://example.org/" TargetMode="External"/>
    </Relationships>
    """

  @Test func `relationships give the paths of parts, external ones left out`() throws {
    let zip = ZipFixture([("word/body/_rels/main.xml.rels", relationships)])
    var package = try PackageFile(zip.bytes, kind: .docx, limits: ReadingLimits())
    #expect(
      try package.relationships(of: "word/body/main.xml") == [
        .init(id: "r1", type: "styles", target: "word/styles.xml"),
        .init(id: "r2", type: "notes", target: "word/notes/a.xml"),
      ])
    #expect(try package.relationships(of: "").isEmpty)
  }

  @Test func `a target cannot leave the package`() {
    #expect(PackageFile.resolve("../../../a", from: "word") == "a")
    #expect(PackageFile.resolve("media\\p.png", from: "word") == "word/media/p.png")
  }

  @Test func `all parts together keep to the total size`() throws {
    var limits = ReadingLimits()
    limits.totalSize = 5
    var package = try PackageFile(ZipFixture([("a", "1234"), ("b", "1234")]).bytes, kind: .ofd, limits: limits)
    #expect(try package.part(named: "a")?.count == 4)
    #expect(throws: ReadingError.limitExceeded(.totalSize, allowed: 5, part: "b")) { try package.part(named: "b") }
    #expect(try package.part(named: "c") == nil)
  }

  @Test func `damage and passwords are told`() throws {
    #expect(throws: ReadingError.damaged(.xlsx, part: nil, line: nil)) {
      try PackageFile([1, 2, 3], kind: .xlsx, limits: ReadingLimits())
    }
    var zip = ZipFixture([("a", "1234")])
    zip.flags = 1
    var package = try PackageFile(zip.bytes, kind: .docx, limits: ReadingLimits())
    #expect(throws: ReadingError.encrypted(.docx)) { try package.part(named: "a") }
  }
}
