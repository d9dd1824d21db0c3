import Testing

@testable import Vocabulary

@Suite struct LightRulesTests {
  @Test func `every verdict of the built-in rules shows a light`() {
    let named = LightRules.standard.rules.flatMap(\.verdicts)
    #expect(LightRules.verdicts.allSatisfy(named.contains))
    #expect(LightRules.standard.lights.map(\.code) == ["green", "yellow", "red", "none"])
  }

  static let bad: [(String, VocabularyError)] = [
    (
      "lights: [{code: green, zh: 绿, en: green}]\nrules:\n  - {light: gren}\n",
      .unknown(line: 3, column: 13, word: "gren", known: ["green"])
    ),
    (
      "lights: []\nrules:\n  - {ligth: green}\n",
      .unknown(
        line: 3, column: 6, word: "ligth",
        known: ["light", "verdicts", "standing", "commitment", "lag", "reached", "contradicted"])
    ),
    ("lights: []\n", .shape(line: 1, column: 1, expected: "a mapping with rules")),
    (
      "lights: [{code: a, zh: 甲, en: a}]\nrules: [{light: a, lag: many}]\n",
      .shape(line: 2, column: 25, expected: "a decimal number")
    ),
  ]

  @Test(arguments: bad.indices)
  func `a rules file is refused with the place that is wrong`(index: Int) {
    let (yaml, error) = Self.bad[index]
    #expect(throws: error) { try LightRules(yaml: Array(yaml.utf8)) }
  }

  @Test func `a slip of the pen is near the word that was meant`() {
    #expect(nearMiss(of: "standng", among: ["standing", "lag"]) == "standing")
    #expect(nearMiss(of: "x", among: ["standing", "lag"]) == nil)
  }
}
