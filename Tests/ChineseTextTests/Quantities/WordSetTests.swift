import Testing

@testable import ChineseText

@Suite struct WordSetTests {
  private let words = WordSet("新 新建 新建成 建 个 个月")

  @Test func theLongestWordIsTaken() {
    let text = Array("新建成个月新".unicodeScalars)
    #expect(words.length(in: text, at: 0, limit: 6) == 3)
    #expect(words.length(in: text, at: 0, limit: 2) == 2)
    #expect(words.length(in: text, at: 5, limit: 99) == 1)
    #expect(words.length(in: text, before: 3, floor: 0) == 3)
    #expect(words.length(in: text, before: 3, floor: 1) == 0)
    #expect(words.length(in: text, before: 2, floor: 1) == 1)
    #expect(words.first(in: text, 2..<99) == 3..<5)
    #expect(words.last(in: text, 0..<5) == 3..<5)
  }

  @Test func aStretchIsAWordWhereAllOfItIs() {
    let text = Array("新建成功".unicodeScalars)
    #expect(words.isWord(0..<3, of: text) && !words.isWord(0..<4, of: text) && !words.isWord(0..<0, of: text))
    #expect(words.contains(["个", "月"]) && !words.contains(["月"]))
  }

  @Test func scalarsWithOneLowByteAreToldApart() {
    // 一 is U+4E00, 伀 U+4F00.
    #expect(WordSet("一").length(in: ["伀"], at: 0, limit: 1) == 0)
    #expect(ScalarSet("一").contains("一") && !ScalarSet("一").contains("伀") && !ScalarSet("一").contains("\u{20000}"))
  }

  @Test func scaleWordsAreAddedUp() {
    var scale: ScaleWords = []
    #expect(scale.isEmpty && scale.power == 0)
    scale.append("万")
    scale.append("亿")
    #expect(scale.power == 12 && scale.text == "万亿" && scale.last == "亿")
  }

  @Test(arguments: [
    (5, 1, "0.5"), (1234, 2, "12.34"), (1200, 2, "12.00"), (-5, 3, "-0.005"), (0, 2, "0.00"), (42, 0, "42"),
    (-7, 0, "-7"),
  ])
  func anExactDecimalKeepsItsPlaces(_ digits: Int, _ places: Int, _ text: String) {
    #expect(FixedPoint(digits, places: places).text == text)
  }
}
