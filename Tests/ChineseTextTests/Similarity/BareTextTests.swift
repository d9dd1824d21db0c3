import ChineseText
import TestSupport
import Testing

@Suite struct BareTextTests {
  @Test(arguments: [
    ("推进项目建设，提升能力。", "推进项目建设,提升能力"),
    ("合格率达到９８％以上", "合格率达到98%以上"),
    ("建设（一期）工程", "建设(一期)工程"),
    ("完成1,000批次", "完成1000批次"),
    ("完成1，234，567元", "完成1234567元"),
    ("新增2-3个", "新增２～３个"),
    ("新增2—3个", "新增2–3个"),
    ("2021年-2025年", "2021年—2025年"),
    ("ＧＤＰ 增长 5 %", "gdp增长5%"),
    ("“十四五”规划", "\"十四五\"规划"),
    ("增长≧5%", "增长≥5%"),
    ("增长>=5%", "增长≥5%"),
    ("项目3、5、8号", "项目3，5，8号"),
    ("■重点★任务\u{200B}\u{FEFF}", "重点任务"),
    ("A　B\r\nC", "ABC"),
  ])
  func `texts that differ in marks, blanks and width only are equal`(a: String, b: String) {
    #expect(BareText.bare(a) == BareText.bare(b))
  }

  @Test(arguments: [
    ("3.5个", "35个"), ("2-3个", "23个"), ("3、5", "35"), ("1:2", "12"), ("2021,100", "2021100"), ("5 6", "56"),
    ("增长-5%", "增长5%"), ("2, -3", "2, 3"), ("5%", "5"), ("5‰", "5%"), ("1/3", "13"), ("2-3", "2,3"), ("3.5", "3,5"),
    ("80+", "80"), (">5", "<5"), (">5", "5"), (">=5", ">5"), ("0.123,456", "0.123456"), ("1,00", "100"), ("5。3", "53"),
    ("10㎡", "10"), ("-5", "5"),
  ])
  func `figures never run together and keep their signs`(a: String, b: String) {
    #expect(BareText.bare(a) != BareText.bare(b))
  }

  @Test func `places point at the scalars left`() {
    let text = Array("（一）增长 １２.5％。".unicodeScalars)
    let bare = BareText(text)
    #expect(String(String.UnicodeScalarView(bare.scalars)) == "一增长12.5%")
    #expect(bare.places == [1, 3, 4, 6, 7, 8, 9, 10])
  }
}

typealias SeededTexts = SeededGenerator

extension SeededGenerator {
  mutating func text(_ alphabet: [Unicode.Scalar], upTo length: Int) -> [Unicode.Scalar] {
    (0..<Int.random(in: 0...length, using: &self)).compactMap { _ in alphabet.randomElement(using: &self) }
  }
}
