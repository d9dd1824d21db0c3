import ChineseText
import Foundation
import Testing

/// docs/figures.md lists every rule, and its examples are understood by the rule that they stand beside.
struct FigureRuleTests {
  private static let pages = ["docs/figures.md", "docs/figures.zh-Hans.md"]

  private func page(_ path: String) throws -> String {
    try String(contentsOf: SourceTree.root.appendingPathComponent(path), encoding: .utf8)
  }

  private func rows(_ path: String) throws -> [(rule: String, example: String)] {
    try page(path).split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, let rule = cells.first, rule.hasPrefix("`"), let example = cells.last else { return nil }
      return (rule.filter { $0 != "`" }, example)
    }
  }

  @Test(arguments: pages) func everyRuleIsListed(_ path: String) throws {
    let page = try page(path)
    for rule in FigureRule.allCases { #expect(page.contains("`\(rule.rawValue)`"), "\(path) lacks \(rule.rawValue)") }
    for row in try rows(path) { #expect(FigureRule(rawValue: row.rule) != nil, "\(row.rule) is no rule") }
  }

  @Test(arguments: pages) func everyExampleIsUnderstoodByItsRule(_ path: String) throws {
    let rows = try rows(path)
    #expect(rows.count > 40)
    for (rule, example) in rows {
      let used = explanations(of: Array(example.unicodeScalars), context: QuantityContext(guessesRole: true))
        .flatMap(\.reasons).map(\.rule.rawValue)
      #expect(used.contains(rule), "\(example) is not understood by \(rule) but by \(used)")
    }
  }

  @Test func aDocumentsKindDecidesWhereWordsDoNot() {
    let example = Array("全年新建学校12所".unicodeScalars)
    let used = explanations(of: example, context: QuantityContext(defaultRole: .actual)).flatMap(\.reasons).map(\.rule)
    #expect(used.contains(.documentRole))
  }
}
