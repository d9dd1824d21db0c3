import Testing

@testable import HouseForms

/// What nobody changes of a part stays as it was; what is no sound XML is refused.
@Suite struct XMLPartTests {
  @Test(arguments: [
    "<?xml version=\"1.0\"?>\n<a:b xmlns:a=\"x\" c='1>2'>甲&amp;<a:d/> <!-- e > --><![CDATA[<f>]]></a:b>",
    "\u{FEFF}<a>\r\n<b c = \"d\" /></a>", "<a/>",
  ])
  func aPartComesBackAsItWas(_ text: String) throws {
    let part = try #require(XMLPart(Array(text.utf8)))
    #expect(String(decoding: part.bytes, as: UTF8.self) == text)
  }

  @Test(arguments: [
    "", "甲", "<a>", "<a></b>", "<a><b></a></b>", "<a/><b/>", "<!DOCTYPE a><a/>", "<a b=\"></a>", "<a><!-- </a>", "<>",
    String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300),
  ])
  func whatIsNotSoundIsRefused(_ text: String) { #expect(XMLPart(Array(text.utf8)) == nil) }

  @Test func attributesAndWordsAreRead() throws {
    let root = try #require(
      XMLPart(Array(#"<w:c w:r="B7" s='3'><t>a&lt;b&#x4E2D;&#33;</t><rPh><t>c</t></rPh></w:c>"#.utf8))
    )
    .root
    #expect(root.name == "c")
    #expect(root.prefix == "w:")
    #expect(root.attribute("r") == "B7")
    #expect(root.attribute("s") == "3")
    #expect(root.words(of: ["t"], without: ["rPh"]) == "a<b中!")
  }

  @Test func rangesOfCells() throws {
    let range = try #require(CellRange("Z3:AB12"))
    #expect(range == CellRange(columns: 26...28, rows: 3...12))
    #expect(range.moved(by: 2).reference == "Z5:AB14")
    #expect(CellRange.name(703, 1) == "AAA1")
    #expect(CellRange("A3") == nil)
    #expect(CellRange("B2:A3") == nil)
  }
}
