import Testing

@testable import ChineseText

@Suite("Days and years")
struct DateMentionTests {
  private func days(_ line: String) -> [String] {
    let text = Array(line.unicodeScalars)
    return dateMentions(in: text, 0..<text.count).map {
      "\($0.year.map(String.init) ?? "-") \($0.month) \($0.day) \(text.string($0.range))"
    }
  }

  private func years(_ line: String) -> [Int] {
    let text = Array(line.unicodeScalars)
    return yearMentions(in: text, 0..<text.count).map(\.year)
  }

  @Test(
    "a day in any of its forms",
    arguments: [
      ("2031年3月5日上午", "2031 3 5 2031年3月5日"), ("3月5日，", "- 3 5 3月5日"), ("２０３１年３月５日", "2031 3 5 ２０３１年３月５日"),
      ("二〇三一年三月十五日", "2031 3 15 二〇三一年三月十五日"), ("2031-03-05 10:20", "2031 3 5 2031-03-05"),
      ("2031/3/5", "2031 3 5 2031/3/5"), ("2031.03.05", "2031 3 5 2031.03.05"), ("12月30号", "- 12 30 12月30号"),
      ("3月5日至6日", "- 3 5 3月5日"), ("2031 年 3 月 5 日", "2031 3 5 2031 年 3 月 5 日"), ("3月5-6日", "- 3 5 3月5-"),
    ])
  func forms(line: String, expected: String) { #expect(days(line) == [expected]) }

  @Test(
    "what is no day", arguments: ["13月5日", "3月32日", "3月", "10月底前", "5日内", "2031-13-05", "1.2.3", "第3月5次", "3月5"])
  func others(line: String) { #expect(days(line).isEmpty) }

  @Test("years named, in order; other numbers of four digits are none")
  func yearsNamed() {
    #expect(years("2030年回顾，2031年度安排") == [2030, 2031])
    #expect(years("二〇三一年") == [2031])
    #expect(years("投资2031亿元，12031年，1900年，3年") == [])
  }
}
