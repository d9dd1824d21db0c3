import Testing

@testable import ChineseText

@Suite("Annotated mirror pages")
struct AnnotationTests {
  private let mirrored =
    "會(huì)議(yì)要求，推動(dòng)海洋經(jīng)濟(jì)發(fā)展，實(shí)現(xiàn)增長(zhǎng)8.3%（含漁業(yè)），新建碼(mǎ)頭(tou)3座。"
  private let original = "会议要求，推动海洋经济发展，实现增长8.3%（含渔业），新建码头3座。"

  @Test("traditional characters with their pinyin become the simplified ones")
  func repairs() {
    let text = mirrored.replacing("漁業(yè)", with: "漁(yú)業(yè)")
    #expect(mended(text) == original)
    #expect(mended(text.replacing("(", with: "（").replacing(")", with: "）")) == original)
  }

  @Test("each repair tells what stood there, and undoing them gives the source")
  func law() throws {
    let source = Array(mirrored.unicodeScalars)
    let result = repaired(source)
    let first = try #require(result.repairs.first)
    #expect(
      first == Repair(kind: .annotation, range: 0..<6, original: Array("會(huì)".unicodeScalars), replacement: ["会"]))
    var text = result.text
    for repair in result.repairs.reversed() {
      let at = result.textOffset(of: repair.range.lowerBound)
      #expect(result.sourceOffset(of: at) == repair.range.lowerBound)
      text.replaceSubrange(at..<at + repair.replacement.count, with: repair.original)
    }
    #expect(text == source)
  }

  @Test("the character is text of its record, the brackets are not")
  func pieces() {
    let result = repaired(Array(mirrored.unicodeScalars))
    #expect(result.sourceRanges(of: 0..<4) == [0..<1, 6..<7, 11..<13])
    #expect(result.sourceRanges(of: 0..<1) == [0..<1])
  }

  @Test(
    "pinyin behind other characters stays",
    arguments: [
      "亳(bó)州、涡(guō)阳、濉(suī)溪、泗(sì)县", "發(fā)展与實(shí)践", "人工智能(AI)、增(jia)减(jian)產(an)",
      "發(Fa)展、實(abc)現(xian1)、達(dá dào)到", "企業(GDP)、經濟(a)、達標(e)、發展(o)",
    ])
  func genuine(text: String) { #expect(mended(text) == text) }

  @Test("a few genuine ones in a mirrored text stay, with a doubt")
  func doubts() {
    let result = repaired(Array((mirrored + "亳(bó)州").unicodeScalars))
    #expect(result.text.suffix(6) == Array("亳(bó)州".unicodeScalars)[...])
    #expect(result.doubts.map(\.kind) == [.annotation])
    #expect(repaired(Array((mirrored + "亳(bó)涡(guō)濉(suī)泗(sì)州").unicodeScalars)).repairs.isEmpty)
  }

  @Test("a character that is simplified in another reading only stays in this one")
  func readings() {
    #expect(mended("發(fā)實(shí)經(jīng)：乾(gān)净、乾(qián)坤、沿著(zhe)、著(zhù)作、瞭(liǎo)解、瞭(liào)望") == "发实经：干净、乾坤、沿着、著作、了解、瞭望")
  }

  @Test("the syllables are those of Mandarin")
  func syllables() {
    for syllable in ["zhuāng", "lüè", "nǚ", "ér", "ā", "xióng", "yuàn", "wǒ", "jué", "men", "lv"] {
      #expect(Pinyin.isToned(Array(syllable.unicodeScalars)[...]) != nil)
    }
    for word in ["fāzhǎn", "AI", "bī1", "jüé", "bong", "fi", "", "āá", "wu3", "gdp"] {
      #expect(Pinyin.isToned(Array(word.unicodeScalars)[...]) == nil)
    }
  }
}
