import Testing

@testable import Reading

@Suite struct HTMLTextTests {
  @Test func linesAreThoseOfBlocksAndBreaks() throws {
    let text = try page("<h2>一、目标</h2>开头<p>甲<br>乙<div>丙</div>丁<pre>戊 己\n  庚</pre>")
    #expect(text.sketch == ["## 一、目标", "开头", "甲", "乙", "丙", "丁", "戊 己", "庚"])
  }

  @Test func whiteSpaceFoldsAndChineseWordsStayWhole() throws {
    let text = try page("<p>  完成\n  投资 <b> 12.5 </b> 亿元，\n增长 GDP\nfast&nbsp;&nbsp;完&emsp;</p>")
    #expect(text.sketch == ["完成投资 12.5 亿元，增长 GDP fast\u{A0}\u{A0}完"])
  }

  @Test func entitiesAreTheirCharacters() throws {
    let text = try page("<p>&lt;A&amp;B&gt; &#x4E2D;&#25991;&hellip; AT&T 5<6 &unknown; &ldquo;目标&rdquo;</p>")
    #expect(text.sketch == ["<A&B> 中文… AT&T 5<6 &unknown; “目标”"])
  }

  @Test func listsShowTheirNumbers() throws {
    let text = try page(
      """
      <ol start=3><li>甲<ol type=a><li>乙<li>丙</ol><li value=7>丁</ol><ol type=I reversed><li>戊<li>己</ol>
      <ul><li>庚</ul><ol style="list-style: none"><li>辛</ol>
      """)
    #expect(text.sketch == ["3. 甲", "a. 乙", "b. 丙", "7. 丁", "II. 戊", "I. 己", "庚", "辛"])
  }

  @Test func numbersOfListsMayBeAnything() throws {
    let text = try page("<ol start=-99999999999999999999><li>甲</ol><ol start=0 type=i><li value=1e9>乙<li>丙</ol>")
    #expect(text.sketch == ["1. 甲", "0. 乙", "i. 丙"])
  }

  @Test func droppedTextIsAnAside() throws {
    let text = try page(
      "<p>漢<ruby>發<rp>(</rp><rt>fā</rt><rp>)</rp></ruby>展，<del>旧5家</del><ins>新6家</ins></p><p hidden>藏</p>")
    #expect(text.asideLines(.hiddenText) == ["(", "fā", ")", "藏"])
    #expect(text.asideLines(.deletedText) == ["旧5家"])
    #expect(
      text.notices.map(\.kind) == [.deletedText, .insertedText, .hiddenText])
    #expect(text.blocks?.count == 1)
  }

  @Test func picturesAndFramesAreReported() throws {
    let text = try page("<p>见图，如下。<img src=a.png><img src=b.png></p><iframe src=x.pdf>不支持</iframe>")
    #expect(
      text.notices == [
        ReadingNotice(.picture, count: 2, place: FilePlace(paragraph: 1)),
        ReadingNotice(.object, place: FilePlace(paragraph: 1)),
      ])
    #expect(text.sketch == ["见图，如下。"])
  }

  @Test func programsAndCommentsAreNoText() throws {
    let text = try page(
      """
      <!-- 注 --><?xml:namespace prefix = o /><![if !x]>甲<![endif]><script>if (a < b) "</p>"; 乙</script
      ><noscript>丙</noscript><template><p>丁</p></template><style>戊</style><!--> <p>己</p>
      """)
    #expect(text.sketch == ["甲", "己"])
  }

  @Test func brokenMarkupKeepsItsText() throws {
    let cases: [(String, [String])] = [
      ("<p>甲<p>乙</div></table>丙", ["甲", "乙丙"]), ("<b><i>甲</b>乙</i>", ["甲乙"]),
      ("甲<div class='>乙", ["甲"]), ("<p title=\"a>b\">甲</p", ["甲"]), ("甲</ 乙>丙", ["甲丙"]), ("1 <2 <> <中", ["1 <2 <> <中"]),
      ("<title>甲<p>乙", ["甲", "乙"]), ("<table><tr><td>甲<p>乙", ["甲", "乙"]), ("<DIV ID=A CLASS=b>甲</DIV>", ["甲"]),
    ]
    for (markup, lines) in cases { #expect(try page(markup).sketch == lines) }
  }

  @Test func nothingToReadIsAnError() {
    for markup in ["<html></html>", "<script>x</script>", "<p>&nbsp;</p>"] {
      #expect(throws: ReadingError.empty) { try page(markup) }
    }
  }
}
