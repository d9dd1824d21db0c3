import Testing

@testable import Reading

/// How lists' numbers are written.
@Suite struct NumberFormatTests {
  @Test(arguments: [
    ("decimal", 12, "12"), ("decimalZero", 7, "07"), ("decimalZero", 12, "12"), ("decimalFullWidth", 10, "１０"),
    ("upperRoman", 1999, "MCMXCIX"), ("lowerRoman", 4, "iv"), ("upperLetter", 26, "Z"), ("lowerLetter", 28, "bb"),
    ("decimalEnclosedCircle", 20, "⑳"), ("decimalEnclosedCircle", 21, "21"), ("decimalEnclosedParen", 3, "⑶"),
    ("chineseCounting", 10, "十"), ("chineseCounting", 11, "十一"), ("chineseCounting", 20, "二十"),
    ("chineseCounting", 105, "一〇五"), ("chineseCountingThousand", 12, "十二"),
    ("chineseCountingThousand", 110, "一百一十"), ("chineseCountingThousand", 1001, "一千〇一"),
    ("taiwaneseCountingThousand", 101, "一百零一"), ("japaneseCounting", 111, "百十一"),
    ("chineseLegalSimplified", 10, "壹拾"), ("chineseLegalSimplified", 23, "贰拾叁"), ("ideographLegalTraditional", 6, "陸"),
    ("ideographDigital", 10, "一〇"), ("ideographTraditional", 3, "丙"), ("ideographTraditional", 11, "11"),
    ("ideographZodiac", 12, "亥"), ("none", 5, ""),
  ])
  func `numbers are written as Word writes them`(format: String, number: Int, text: String) throws {
    #expect(try #require(NumberFormat(rawValue: format)).text(number) == text)
  }

  @Test(arguments: [Int.min, -1, 0, 10_000, 40_000, Int.max])
  func `every format takes every number`(number: Int) {
    for name in [
      "upperRoman", "lowerLetter", "chineseCounting", "japaneseCounting", "ideographDigital", "ideographZodiac",
    ] {
      #expect(NumberFormat(rawValue: name)?.text(number).isEmpty == false)
    }
  }
}
