import Testing

@testable import Reading

@Suite struct MarkupKindTests {
  @Test(arguments: [
    "<!DOCTYPE html><p>甲", "\u{FEFF}\n<HTML>", "<!-- 注 --> <html lang=zh>",
    "<?xml version='1.0'?><!DOCTYPE html PUBLIC>",
    "<meta charset=gbk>", "<table border=1><tr><td>甲</td></tr></table>", "<div class=a>甲</div>", "<body>",
  ])
  func tellsWebPages(text: String) throws {
    #expect(FileKind(markupOf: Array(text.utf8)) == .html)
    let bare = text.replacing("\u{FEFF}", with: "")
    #expect(FileKind(markupOf: [0xFF, 0xFE] + (try encode(bare, as: "UTF-16LE"))) == .html)
    #expect(FileKind(markupOf: try encode(bare, as: "UTF-16BE")) == .html)
  }

  @Test(arguments: [
    "<table>是表格的标签", "甲<html>", "<甲>", "a < b", "<?xml version='1.0'?><Workbook>", "<htmlx>", "<!DOCTYPE svg>",
    "来源：<a href=x>甲</a>", "", "<", "MIME-Version: 1.0\n\n甲",
  ])
  func leavesOtherText(text: String) {
    #expect(FileKind(markupOf: Array(text.utf8)) == nil)
  }

  @Test func tellsWebArchives() {
    let head = "From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n"
    #expect(FileKind(markupOf: Array(head.utf8)) == .mhtml)
  }
}
