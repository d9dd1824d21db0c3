import Foundation
import Testing

/// The specification says the same in Chinese: what of it is no words is equal, section by section.
@Suite struct SpecTranslationTests {
  private static let page = (try? Repository.text(SpecTests.file)) ?? ""
  private static let english = SpecOutline(page: page, recommendation: "SHOULD")
  private static let chinese = SpecOutline(
    page: (try? Repository.text(Repository.format.appending(path: "spec.zh-Hans.md"))) ?? "", recommendation: "宜")

  @Test func theSectionsAreTheSame() {
    #expect(Self.chinese.sections.map(\.heading) == Self.english.sections.map(\.heading))
    #expect(Self.english.sections.count > 40)
  }

  @Test func whatIsNoWordsIsTheSame() {
    for (translated, original) in zip(Self.chinese.sections, Self.english.sections) {
      let place = Comment(rawValue: original.heading)
      #expect(translated.code == original.code, place)
      #expect(translated.identifiers == original.identifiers, place)
      #expect(translated.figures == original.figures, place)
      #expect(translated.links == original.links, place)
      #expect(translated.recommendations == original.recommendations, place)
    }
  }

  @Test func theTablesHaveTheSameRows() {
    for (translated, original) in zip(Self.chinese.sections, Self.english.sections) {
      #expect(translated.tables.map(\.count) == original.tables.map(\.count), "\(original.heading)")
      for (found, row) in zip(translated.tables.joined(), original.tables.joined()) where found != row {
        Issue.record("\(found.text) should be \(row.text)")
      }
    }
  }

  /// Examples are not translated.
  @Test(arguments: ["| sentence |", "| comparator | before the number |"])
  func theExamplesAreTheSame(_ header: String) throws {
    let pairs = zip(Self.chinese.sections, Self.english.sections).flatMap { zip($0.tables, $1.tables) }
    let (translated, original) = try #require(pairs.first { $1.first?.text.hasPrefix(header) ?? false })
    #expect(translated.dropFirst().map(\.text) == original.dropFirst().map(\.text))
  }

  /// Or these tests would hold nothing.
  @Test(arguments: [
    ("## 16. ", "## 17. "), ("| R14 |", "| R15 |"), ("| R5 | `value.vocabulary`", "| R5 | `value.list`"),
    ("    BagIt-Version: 1.0", "    BagIt-Version: 0.97"), ("at most 64 objects", "at most 65 objects"),
    ("`text[start:end]` in Python", "a slice in Python"), ("SHOULD keep", "keeps"), ("(conformance/README.md)", "()"),
    ("| `score` | optional | *decimal* |\n", ""),
  ])
  func aChangeOfOnePageAloneIsSeen(_ words: String, _ other: String) {
    #expect(Self.page.contains(words))
    #expect(SpecOutline(page: Self.page.replacing(words, with: other), recommendation: "SHOULD") != Self.chinese)
    #expect(Self.english == Self.chinese)
  }
}
