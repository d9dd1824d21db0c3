import ChineseText
import Testing

@testable import Profiles

@Suite struct LinePatternTests {
  @Test(arguments: [
    ("*台账", "2031年重点任务台账", true), ("*台账", "台账说明", false), ("附件#", "附件１２", true), ("附件#", "附件十二", true),
    ("附件#", "附件", false), ("第#页共#页", "第 3 页  共 12 页", true), ("责任单位（牵头）", "责任单位(牵头)", true),
    ("*责任*单位", "主要责任落实单位", true),
    ("责任单位", "责任\n单位", true), ("#月", "12月", true), ("#月", "月", false), ("**a*b**", "xxaxbx", true),
  ])
  func fits(pattern: String, words: String, expected: Bool) throws {
    let pattern = try #require(LinePattern(pattern))
    #expect(pattern.fits(LinePattern.plain(words.unicodeScalars)) == expected)
  }

  @Test func statesAWord() {
    for text in ["*", "#", "", " * # "] { #expect(LinePattern(text) == nil, "\(text)") }
  }

  /// What would take a backtracking matcher longer than the universe lasts.
  @Test func neverGoesBack() throws {
    let pattern = try #require(LinePattern(String(repeating: "*甲", count: 200) + "乙"))
    #expect(!pattern.fits(Array(repeating: "甲", count: 3000)))
  }
}
