import TestSupport
import Testing

@testable import Reading

/// The text of Word documents.
@Suite struct WordTextTests {
  private func read(_ body: String) throws -> FileText { try WordFixture(body: body).read() }

  @Test func `paragraphs are lines with their numbers as places`() throws {
    let text = try read(paragraph("示例市示例局") + "<w:p/>" + paragraph("目标书"))
    #expect(text.text == "示例市示例局\n\n目标书\n")
    #expect(text.outline == ["示例市示例局", "目标书"])
    #expect(text.place(of: 8) == FilePlace(paragraph: 3))
    #expect(text.mediaType == "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
  }

  @Test func `runs are put together, whatever stands between them`() throws {
    let text = try read(
      """
      <w:p><w:r><w:t>新增</w:t></w:r><w:proofErr w:type="spellStart"/><w:smartTag><w:smartTagPr><w:attr w:val="x"/>\
      </w:smartTagPr><w:r><w:t>5</w:t></w:r></w:smartTag><w:sdt><w:sdtPr><w:alias w:val="数"/></w:sdtPr><w:sdtContent>\
      <w:r><w:t>0</w:t></w:r></w:sdtContent></w:sdt><w:hyperlink><w:r><w:t xml:space="preserve"> 家</w:t></w:r>\
      </w:hyperlink><w:bookmarkStart w:id="0"/><w:r><w:softHyphen/><w:lastRenderedPageBreak/><w:t>。</w:t></w:r></w:p>
      """)
    #expect(text.outline == ["新增50 家。"])
  }

  @Test func `breaks, tabs, hyphens and symbols are text`() throws {
    let text = try read(
      """
      <w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>0532</w:t><w:noBreakHyphen/><w:t>0000000</w:t></w:r>\
      <w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Symbol" w:char="F0B3"/>\
      <w:sym w:font="Wingdings 2" w:char="F0A3"/><w:sym w:font="宋体" w:char="25A0"/></w:r>\
      <w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>\u{F0A8}</w:t></w:r></w:p>
      """)
    #expect(text.outline == ["甲", "乙\t0532-0000000☑≥□■□"])
    #expect(text.place(of: 2) == FilePlace(paragraph: 1))
  }

  @Test func `raised digits and formulas keep their figures apart`() throws {
    let text = try read(
      """
      <w:p><w:r><w:t>10</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>4</w:t></w:r>\
      <w:r><w:t>, </w:t></w:r><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den>\
      </m:f><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>
      """)
    #expect(text.outline == ["10⁴, 1/2x^3"])
  }

  @Test func `headings are told by outline level and by style, with what it inherits`() throws {
    var fixture = WordFixture(
      body: paragraph("甲", "<w:pStyle w:val=\"2\"/>") + paragraph("乙", "<w:outlineLvl w:val=\"1\"/>")
        + paragraph("丙", "<w:pStyle w:val=\"child\"/>") + paragraph("丁", "<w:pStyle w:val=\"Heading3\"/>")
        + paragraph("戊", "<w:pStyle w:val=\"child\"/><w:outlineLvl w:val=\"9\"/>"))
    fixture.parts = [
      (
        "styles",
        """
        <w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>
        <w:style w:type="paragraph" w:styleId="child"><w:basedOn w:val="mid"/></w:style>
        <w:style w:type="paragraph" w:styleId="mid"><w:basedOn w:val="child"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr>
        </w:style>
        """
      )
    ]
    #expect(try fixture.read().outline == ["# 甲", "## 乙", "#### 丙", "### 丁", "戊"])
  }

  @Test func `a field shows its result, not its instruction`() throws {
    let text = try read(
      """
      <w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>\
      <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>\
      <w:fldSimple w:instr="DATE"><w:r><w:t>日</w:t></w:r></w:fldSimple>\
      <w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData>\
      </w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>\
      <w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="一般"/>\
      <w:listEntry w:val="重点"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
      """)
    #expect(text.outline == ["12日☑重点"])
    #expect(text.asides.isEmpty)
  }

  @Test func `a field within another's instruction is a part of it`() throws {
    func mark(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    func run(_ text: String) -> String { "<w:r><w:t>\(text)</w:t></w:r>" }
    let inner = mark("begin") + run("内令") + mark("separate") + mark("separate") + run("内果") + mark("end")
    let text = try read(
      "<w:p>\(mark("begin"))\(inner)\(mark("separate"))\(inner)\(run("外果"))\(mark("end"))\(mark("end"))\(run("尾"))</w:p>"
    )
    #expect(text.outline == ["内令内果内令内果外果尾"])
    #expect(text.asideTexts == ["hiddenText: 内令内果内令"])
  }

  @Test func `a field that never ends hides no later paragraph`() throws {
    let text = try read(
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>迷</w:t></w:r></w:p>" + paragraph("产值达到5亿元"))
    #expect(text.outline == ["迷", "产值达到5亿元"])
    #expect(text.asideTexts == ["hiddenText: 迷"])
  }

  @Test func `a text box comes once, after its paragraph`() throws {
    let box = "<w:txbxContent>\(paragraph("框内"))</w:txbxContent>"
    let text = try read(
      """
      <w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>\(box)</wps:txbx>\
      </mc:Choice><mc:Fallback><w:pict><v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>\
      <w:r><w:t>后</w:t></w:r></w:p><w:p><w:r><mc:AlternateContent><mc:Choice Requires="x"/><mc:Fallback><w:pict>\
      <v:textbox>\(box)</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
      """)
    #expect(text.text == "前后\n框内\n\n框内\n")
    #expect(text.place(of: 3) == FilePlace(part: .textBox, paragraph: 1))
    #expect(text.place(of: 7) == FilePlace(part: .textBox, paragraph: 2))
  }

  @Test func `a reading over a word is an aside`() throws {
    let text = try read(
      """
      <w:p><w:r><w:ruby><w:rubyPr><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>shì</w:t></w:r></w:rt><w:rubyBase>\
      <w:r><w:t>示</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>例</w:t></w:r></w:p>
      """)
    #expect(text.asideTexts == ["ruby: shì"])
    #expect(text.text == "shì示例\n")
  }

  @Test func `pictures and objects are noted`() throws {
    let text = try read(
      """
      <w:p><w:r><w:t>图</w:t></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r><w:r><w:object><v:imagedata/></w:object>\
      </w:r></w:p><w:altChunk/>
      """)
    #expect(
      text.notices == [
        ReadingNotice(.picture, place: FilePlace(paragraph: 1)),
        ReadingNotice(.object, count: 2, place: FilePlace(paragraph: 1)),
      ])
  }
}
