import Testing

@testable import Report

/// Carets stand under the words that are meant, in columns of a terminal.
@Suite struct ExcerptTests {
  private func excerpt(_ line: String, _ range: Range<Int>?, width: Int = 100) -> [String] {
    Excerpt(of: Array(line.unicodeScalars), number: 7, range: range, width: width).lines
  }

  @Test func hanCharactersAreTwoColumnsWide() {
    #expect(excerpt("新建12所学校", 2..<5) == ["    7 | 新建12所学校", "      |     ^^^^"])
  }

  @Test func aTabIsOneColumnInBothLines() {
    #expect(excerpt("\t甲\t乙", 3..<4) == ["    7 |  甲 乙", "      |     ^^"])
  }

  @Test func anEmptyRangeMarksOnePlace() {
    #expect(excerpt("abc", 3..<3) == ["    7 | abc", "      |    ^"])
  }

  @Test func withoutARangeThereAreNoCarets() {
    #expect(excerpt("abc", nil) == ["    7 | abc"])
  }

  @Test func ofALongLineThePartWithTheWordsIsShown() {
    let line = String(repeating: "前", count: 60) + "中" + String(repeating: "后", count: 60)
    let lines = excerpt(line, 60..<61, width: 40)
    #expect(lines.count == 2)
    for line in lines { #expect(DisplayWidth.of(line) <= 40, "\(line)") }
    #expect(lines[0].contains("中") && lines[0].hasSuffix("…") && lines[0].contains("| …"))
    let text = DisplayWidth.of(String(lines[0].prefix { $0 != "中" }))
    #expect(lines[1].prefix { $0 != "^" }.count == text)
  }

  @Test func carriesNoControlCharacters() {
    #expect(excerpt("a\u{1B}[31mb", 0..<1)[0] == "    7 | a\u{FFFD}[31mb")
  }

  @Test(arguments: [0..<0, 5..<9, 200..<300, 0..<400])
  func aRangeOutsideTheLineDoesNotTrap(_ range: Range<Int>) {
    for width in [0, 20, 41] {
      #expect(excerpt("甲乙丙", range, width: width).count == 2)
      #expect(excerpt(String(repeating: "甲", count: 250), range, width: width).count == 2)
    }
  }
}
