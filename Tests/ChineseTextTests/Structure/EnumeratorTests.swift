import Testing

@testable import ChineseText

@Suite("List marks")
struct EnumeratorTests {
  private func mark(_ line: String) -> String? {
    let text = Array(line.unicodeScalars)
    return enumerator(in: text, at: 0, before: text.count).map {
      "\($0.style) \($0.number.map(String.init) ?? "-") \(text.string($0.range))"
    }
  }

  @Test(
    "each form is known with its number and its own words",
    arguments: [
      ("一要抓招商", "ordinalMust 1 一要"), ("十二要抓招商", "ordinalMust 12 十二要"), ("二是抓招商", "ordinalIs 2 二是"),
      ("第一，抓招商", "ordinal 1 第一，"), ("第三、抓招商", "ordinal 3 第三、"), ("第二要抓招商", "ordinal 2 第二要"),
      ("第1，抓招商", "ordinal 1 第1，"), ("首先，抓招商", "adverb 1 首先，"), ("首先要抓招商", "adverb 1 首先要"),
      ("其次，抓招商", "adverb - 其次，"), ("最后,抓招商", "adverb - 最后,"), ("其三，抓招商", "adverb 3 其三，"),
      ("一、抓招商", "hanPoint 1 一、"), ("二十一、抓招商", "hanPoint 21 二十一、"), ("（三）抓招商", "hanBracket 3 （三）"),
      ("(四)抓招商", "hanBracket 4 (四)"), ("1.抓招商", "digitPoint 1 1."), ("２．抓招商", "digitPoint 2 ２．"),
      ("10、抓招商", "digitPoint 10 10、"), ("（5）抓招商", "digitBracket 5 （5）"), ("6）抓招商", "digitBracket 6 6）"),
      ("③抓招商", "circled 3 ③"),
    ])
  func forms(line: String, expected: String) { #expect(mark(line) == expected) }

  @Test(
    "what only begins like a mark is none",
    arguments: [
      "一季度", "3.0版", "1.5万亩", "2024年", "一手抓", "第一书记", "第一时间", "首先进", "最后一公里", "（含税）", "十四五", "三年", "5G", "100、", "",
    ])
  func others(line: String) { #expect(mark(line) == nil) }
}
