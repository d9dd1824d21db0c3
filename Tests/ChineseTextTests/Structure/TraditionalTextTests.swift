import ChineseText
import Testing

@Suite struct TraditionalTextTests {
  @Test func `a traditional text comes out in simplified characters, scalar for scalar`() {
    let text = Array("威海市海洋發展局會議指出，海洋生產總值達到97%以上。\n\t漁業現代化".unicodeScalars)
    #expect(simplified(text) == Array("威海市海洋发展局会议指出，海洋生产总值达到97%以上。\n\t渔业现代化".unicodeScalars))
  }

  /// A name or an old place name in traditional characters makes no traditional text.
  @Test(arguments: ["2031年，乾县著名企业家於某参加会议，介绍了瞭望塔的建设情况。", "plain ASCII, 12%", ""])
  func `a simplified text is left as it is`(_ text: String) {
    #expect(simplified(Array(text.unicodeScalars)) == nil)
  }

  @Test func `words are turned without asking what the text is`() {
    #expect(inSimplified("廈門市文化和旅遊局 A1") == "厦门市文化和旅游局 A1")
  }
}
