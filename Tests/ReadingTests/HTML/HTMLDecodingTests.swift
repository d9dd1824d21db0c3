import Testing

@testable import Reading

@Suite struct HTMLDecodingTests {
  private let words = "海洋经济发展目标，完成投资十亿元，新建码头三座。"

  private func markup(_ label: String) -> String {
    "<html><head><meta charset='\(label)'></head><body><p>\(words)</p></body></html>"
  }

  @Test(arguments: [
    ("gb2312", "GB18030"), ("GBK", "GB18030"), ("gb18030", "GB18030"), ("utf-8", "UTF-8"), ("UTF8", "UTF-8"),
    ("unknown", "GB18030"), ("iso-8859-1", "UTF-8"),
  ])
  func takesTheNamedEncoding(label: String, encoding: String) throws {
    let text = try readHTML(encode(markup(label), as: encoding))
    #expect(text.encoding == encoding)
    #expect(text.sketch == [words])
    #expect(text.notices.isEmpty)
  }

  @Test(arguments: [("gb2312", "UTF-8"), ("utf-8", "GB18030"), ("big5", "GB18030"), ("big5", "UTF-8")])
  func aNameThatTheBytesContradictLoses(label: String, encoding: String) throws {
    let text = try readHTML(encode(markup(label), as: encoding))
    #expect(text.encoding == encoding)
    #expect(text.sketch == [words])
    #expect(text.notices == [ReadingNotice(.encodingMismatch, name: label)])
  }

  @Test func aMarkDecidesAndRareCharactersOfGB18030AreRead() throws {
    let marked = try readHTML([0xEF, 0xBB, 0xBF] + Array(markup("gb2312").utf8))
    #expect(marked.encoding == "UTF-8")
    #expect(marked.hasBOM)
    #expect(marked.notices.isEmpty)
    let wide = try readHTML([0xFF, 0xFE] + encode(markup("gb2312"), as: "UTF-16LE"))
    #expect(wide.sketch == [words])
    let rare = try readHTML(
      encode("<meta http-equiv=Content-Type content='text/html; charset=gb2312'><p>镕𠀀㐀", as: "GB18030"))
    #expect(rare.sketch == ["镕𠀀㐀"])
  }

  @Test func aDamagedByteIsAnError() {
    #expect(throws: ReadingError.undecodable(offset: 68, encodingsTried: ["UTF-8"])) {
      var bytes = Array(markup("utf-8").utf8)
      bytes[70] = 0xFF
      return try readHTML(bytes)
    }
  }
}
