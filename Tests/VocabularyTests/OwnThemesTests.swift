import Testing

@testable import Vocabulary

@Suite struct OwnThemesTests {
  private func extended(_ yaml: String) throws -> Themes { try Themes.standard.extended(yaml: Array(yaml.utf8)) }

  @Test func `a file adds themes, and words to themes that there are`() throws {
    let themes = try extended(
      """
      themes:
        - {code: ice-sports, zh: 冰雪运动, strong: [滑冰场]}
        - {code: education, strong: [田野课堂]}
      """)
    #expect(themes.isExtended && themes.all.count == Themes.standard.all.count + 1)
    #expect(themes.theme(code: "ice-sports")?.label == Localized(zh: "冰雪运动", en: "冰雪运动"))
    #expect(themes.theme(code: "education")?.strong.last == "田野课堂")
    #expect(themes.theme(code: "education")?.label == Themes.standard.theme(code: "education")?.label)
  }

  static let bad: [(String, VocabularyError)] = [
    (
      "themes:\n  - {code: a, zh: 甲, storng: [甲乙]}\n",
      .unknown(line: 2, column: 22, word: "storng", known: ["code", "zh", "en", "strong", "weak", "others"])
    ),
    ("themes:\n  - {code: a, strong: [甲乙]}\n", .shape(line: 2, column: 5, expected: "a mapping with zh")),
    ("themes:\n  - {code: a, zh: 甲}\n", .shape(line: 2, column: 5, expected: "strong")),
    ("topics: []\n", .unknown(line: 1, column: 1, word: "topics", known: ["themes", "bodies", "noBodies"])),
    (
      "themes:\n  - {code: a, zh: 甲, strong: [乙]}\n  - {code: a, strong: [丙]}\n",
      .duplicate(line: 3, column: 12, term: "a")
    ),
  ]

  @Test(arguments: bad.indices)
  func `what is wrong is told with its place`(index: Int) {
    let (yaml, error) = Self.bad[index]
    #expect(throws: error) { try extended(yaml) }
  }
}
