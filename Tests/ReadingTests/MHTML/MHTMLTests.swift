import TestSupport
import Testing

@testable import Reading

@Suite struct MHTMLTests {
  private func message(_ type: String, _ encoding: String, _ body: [UInt8]) -> [UInt8] {
    let head = """
      From: <Saved by a browser>\r
      MIME-Version: 1.0\r
      Content-Type: multipart/related;\r
      \ttype="text/html"; boundary="--=_a"\r
      \r
      preamble\r
      ----=_a\r
      Content-Type: multipart/alternative; boundary=b\r
      \r
      --b\r
      Content-Type: text/plain\r
      \r
      plain\r
      --b\r
      Content-Type: \(type)\r
      Content-Transfer-Encoding: \(encoding)\r
      \r

      """
    return Array(head.utf8) + body + Array("\r\n--b--\r\n----=_a\r\nContent-Type: image/png\r\n\r\nx\r\n----=_a--".utf8)
  }

  @Test func quotedPrintableIsRead() throws {
    let body = "<p title=3D\"a\">=E6=B5=B7=\r\n=E6=B4=8B=E7=BB=8F=\n=E6=B5=8E = 5</p>"
    let text = try readMHTML(message("text/html; charset=\"utf-8\"", "quoted-printable", Array(body.utf8)))
    #expect(text.sketch == ["海洋经济 = 5"])
    #expect(text.mediaType == "multipart/related")
  }

  @Test func base64IsRead() throws {
    let body = "PHA+tPPG87qjtPO6o9Hzvq28wzwvcD4=".utf8
    let text = try readMHTML(message("TEXT/HTML; charset=gb2312", "BASE64", Array(body)))
    #expect(text.encoding == "GB18030")
    #expect(text.sketch == ["大企海大海洋经济"])
  }

  @Test func bytesAsTheyAreAreRead() throws {
    let body = try encode("<meta charset=gbk><p>海洋经济，发展。</p>", as: "GB18030")
    #expect(try readMHTML(message("text/html", "8bit", body)).sketch == ["海洋经济，发展。"])
  }

  @Test func aMessageWithoutAPageIsDamaged() {
    for text in ["MIME-Version: 1.0\n\n甲", "", "Content-Type: multipart/related; boundary=b\n\n--b\n--b\n--b--"] {
      #expect(throws: ReadingError.damaged(.mhtml, part: "text/html", line: nil)) { try readMHTML(Array(text.utf8)) }
    }
  }

  @Test func damagedMessagesGiveTextOrAnError() {
    var random = SeededGenerator(seed: 33)
    let whole = message("text/html", "quoted-printable", Array("<p>=E6=B5=B7</p>".utf8))
    for _ in 0..<400 {
      var bytes = whole
      let index = Int.random(in: 0..<bytes.count, using: &random)
      if Bool.random(using: &random) {
        bytes[index] = UInt8.random(in: 0...127, using: &random)
      } else {
        bytes = Array(bytes.prefix(index))
      }
      if let text = try? readMHTML(bytes) { #expect(!text.scalars.isEmpty) }
    }
  }
}
