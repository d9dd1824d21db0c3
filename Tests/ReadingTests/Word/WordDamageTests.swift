import TestSupport
import Testing

@testable import Reading

/// Word documents of unusual make, damaged and hostile ones.
@Suite struct WordDamageTests {
  private func failure(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> ReadingError? {
    do throws(ReadingError) {
      _ = try readDOCX(bytes, limits: limits)
      return nil
    } catch {
      return error
    }
  }

  @Test func `the main part is found wherever it stands, in the strict form too`() throws {
    var fixture = WordFixture(body: paragraph("示例"))
    fixture.main = "content/body.xml"
    fixture.namespace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    fixture.relationshipType = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    fixture.parts = [("header", paragraph("眉"))]
    #expect(try fixture.read().text == "眉\n示例\n")
  }

  @Test func `a document with macros has a media type of its own`() throws {
    var fixture = WordFixture(body: paragraph("示例"))
    fixture.entries = [
      (
        "[Content_Types].xml",
        """
        <Types><Override PartName="/word/document.xml" \
        ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>
        """
      )
    ]
    #expect(try fixture.read().mediaType == "application/vnd.ms-word.document.macroEnabled.12")
  }

  @Test func `damaged styles, lists and heads are noted, and the text is read`() throws {
    var fixture = WordFixture(body: paragraph("示例"))
    fixture.parts = [("styles", "<w:style"), ("numbering", "</w:x>"), ("header", paragraph("眉") + "<w:p>")]
    let text = try fixture.read()
    #expect(text.text == "眉\n示例\n")
    #expect(text.notices == (0...2).map { ReadingNotice(.damagedPart, name: "word/part\($0).xml") })
  }

  @Test func `the styles of tables are passed over, whatever their spelling`() throws {
    let table = "<w:style w:type=\"table\" w:styleId=\"t\"><w:name w:val=\"T\"/></w:style>"
    let empty = "<w:style w:type=\"table\" w:styleId=\"u\"/>"
    let other = "<w:style w:type='table' w:styleId='v'><w:name w:val=\"V\"/></w:style>"
    let heading = "<w:style w:type=\"paragraph\" w:styleId=\"h\"><w:name w:val=\"heading 2\"/></w:style>"
    let part = "<w:styles>\(table)\(empty)\(other)\(table)\(heading)\(table)</w:styles>"
    let needed = "<w:styles>\(empty)\(other)\(heading)</w:styles>"
    #expect(WordStyles.withoutTableStyles(Array(part.utf8)) == Array(needed.utf8))
    #expect(
      WordStyles.withoutTableStyles(Array(part.utf8.dropLast(30))).count == needed.utf8.count + table.utf8.count - 30)
    #expect(WordStyles.withoutTableStyles([]).isEmpty)
    let latent = "<w:latentStyles w:count=\"1\"><w:lsdException w:name=\"heading 1\"/></w:latentStyles>"
    #expect(
      WordStyles.withoutTableStyles(Array("<w:styles>\(latent)\(table)\(heading)</w:styles>".utf8))
        == Array("<w:styles>\(heading)</w:styles>".utf8))
    var fixture = WordFixture(body: paragraph("示例", "<w:pStyle w:val=\"h\"/>"))
    fixture.parts = [("styles", table + empty + other + heading + table)]
    #expect(try fixture.read().outline == ["## 示例"])
  }

  @Test func `a damaged body is an error with its line`() {
    let fixture = WordFixture(body: paragraph("示例") + "\n<w:p></w:r>")
    #expect(failure(fixture.bytes) == .damaged(.docx, part: "word/document.xml", line: 3))
    #expect(failure(ZipFixture([("a.txt", "示例")]).bytes) == .damaged(.docx, part: "word/document.xml", line: nil))
    #expect(failure([0x50, 0x4B]) == .damaged(.docx, part: nil, line: nil))
    #expect(failure(WordFixture(body: "<w:p/>").bytes) == .empty)
  }

  @Test func `entities of the document's own are refused`() {
    let body = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]>"
    let document = "<w:document xmlns:w=\"w\"><w:p><w:r><w:t>示例&a;&b;</w:t></w:r></w:p></w:document>"
    let bytes = ZipFixture([("word/document.xml", body + document)]).bytes
    #expect(failure(bytes) == .damaged(.docx, part: "word/document.xml", line: 1))
  }

  @Test func `tables within tables without end are refused`() {
    let depth = 100_000
    let open = String(repeating: "<w:tbl><w:tr><w:tc>", count: depth)
    let close = String(repeating: "</w:tc></w:tr></w:tbl>", count: depth)
    let error = failure(WordFixture(body: open + close).bytes)
    #expect(error == .limitExceeded(.depth, allowed: 512, part: "word/document.xml"))
    let some =
      String(repeating: "<w:tbl><w:tr><w:tc>", count: 40) + String(repeating: "</w:tc></w:tr></w:tbl>", count: 40)
    #expect(failure(WordFixture(body: some).bytes) == .limitExceeded(.tableDepth, allowed: 32, part: nil))
  }

  @Test func `spans beyond all measure are refused or cut`() throws {
    for span in ["2147483648", "99999999999999999999", "-3"] {
      let wide = table(
        row(cell("甲", "<w:gridSpan w:val=\"\(span)\"/>"), properties: "<w:gridBefore w:val=\"\(span)\"/>"))
      let columns = try WordFixture(body: wide).read().blocks?.first?.rows.first?.cells.count ?? 0
      #expect((1...(2 * ReadingLimits().columns)).contains(columns))
    }
    var limits = ReadingLimits()
    limits.cells = 1000
    let wide = table(row(cell("甲", "<w:gridSpan w:val=\"2000\"/>")))
    #expect(failure(WordFixture(body: wide).bytes, limits: limits) == .limitExceeded(.cells, allowed: 1000, part: nil))
    let many = String(repeating: "<w:p/>", count: 1001)
    #expect(failure(WordFixture(body: many).bytes, limits: limits) == .limitExceeded(.cells, allowed: 1000, part: nil))
  }

  @Test func `no cut and no flipped byte traps`() {
    var fixture = WordFixture(
      body: paragraph("甲", "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>")
        + table(row(cell("乙", "<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>")), row(cell("", "<w:vMerge/>")))
        + "<w:p><w:del w:id=\"1\"><w:r><w:delText>丙</w:delText><w:fldChar w:fldCharType=\"begin\"/></w:r></w:del></w:p>"
    )
    fixture.parts = [
      ("styles", "<w:style w:styleId=\"a\"><w:basedOn w:val=\"a\"/></w:style>"),
      ("numbering", "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"/></w:abstractNum><w:num w:numId=\"1\"/>"),
    ]
    let bytes = fixture.bytes
    #expect(failure(bytes) == nil)
    var generator = SeededGenerator(seed: 4)
    for length in stride(from: 0, to: bytes.count, by: 7) { #expect(failure(Array(bytes.prefix(length))) != nil) }
    for _ in 0..<300 {
      // In the XML, as the checksums would only show that the archive is damaged.
      var damaged = fixture
      var body = Array(fixture.body.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let index = Int.random(in: body.indices, using: &generator)
        body[index] = [60, 62, 47, 34, 58, 0x30, 0x39, 0xFF].randomElement(using: &generator) ?? 0
      }
      damaged.body = String(decoding: body, as: UTF8.self)
      _ = failure(damaged.bytes)
      var file = bytes
      file[Int.random(in: file.indices, using: &generator)] ^= 1 << UInt8.random(in: 0...7, using: &generator)
      _ = failure(file)
    }
  }
}
