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
    limits.totalSize = 15_000
    let large = String(repeating: "1234567890", count: 1_000)
    var package = try PackageFile(ZipFixture([("a", large), ("b", large)]).bytes, kind: .ofd, limits: limits)
    #expect(try package.part(named: "a")?.count == 10_000)
    #expect(throws: ReadingError.limitExceeded(.totalSize, allowed: 15_000, part: "b")) {
      try package.part(named: "b")
    }
    #expect(try package.part(named: "c") == nil)
  }

  @Test func `a small part that is asked for time and again counts each time`() throws {
    var limits = ReadingLimits()
    limits.totalSize = 10_000
    var package = try PackageFile(ZipFixture([("a", "1234")]).bytes, kind: .ofd, limits: limits)
    for _ in 0..<2 { #expect(try package.part(named: "a")?.count == 4) }
    #expect(throws: ReadingError.limitExceeded(.totalSize, allowed: 10_000, part: "a")) {
      try package.part(named: "a")
    }
  }

  @Test func `a part has no more relationships than a package has parts`() throws {
    var limits = ReadingLimits()
    limits.parts = 3
    let one = "<Relationship Id='r' Type='t' Target='a'/>"
    let zip = ZipFixture([
      ("_rels/a.rels", "<r>\(one)\(one)\(one)</r>"), ("_rels/b.rels", "<r>\(one)\(one)\(one)\(one)</r>"),
    ])
    var package = try PackageFile(zip.bytes, kind: .xlsx, limits: limits)
    #expect(try package.relationships(of: "a").count == 3)
    #expect(throws: ReadingError.limitExceeded(.parts, allowed: 3, part: "_rels/b.rels")) {
      try package.relationships(of: "b")
    }
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
