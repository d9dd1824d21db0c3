import AdapterKit
import Conformance
import Profiles
import Testing

/// Which rules of a profile its corpus needs.
@Suite struct RuleUseTests {
  private static let profile = """
    profile: test.ledger
    version: 1
    name: {zh: 示例表, en: Example}
    summary: {zh: 示例表。, en: An example.}
    kind: taskLedger
    shape: ledger
    evidence:
      - {points: 40, title: ['*攻坚表', '*攻坚*']}
      - {points: 20, columns: [task, responsible]}
      - {points: -60, words: [招标公告]}
    columns:
      task: [攻坚点]
      responsible: [包挂单位, 包联单位]
      deadline: [完成时限]
    boilerplate: ['内部参考，注意#']
    """
  private static let text =
    "市示例局\n2031年攻坚表\n序号\t攻坚点\t包挂单位\t完成时限\n1\t新建学校12所\t示例科\t年底前\n2\t更新渡船3艘\t示例科\t年底前\n"

  private func use(_ texts: [String]) throws -> RuleUse {
    let plugin = try TestPlugin()
    for (number, text) in texts.enumerated() { try plugin.add("\(number)", text) }
    let rules = try ProfileRules(yaml: Array(Self.profile.utf8))
    let adapter = ProfileAdapter(try Profile(yaml: Array(Self.profile.utf8)))
    let report = ConformanceReport(
      of: try plugin.cases, adapters: [adapter], tested: [adapter.id], profiles: [rules], mutations: 0)
    return try #require(report.rules.first)
  }

  @Test func whatIsUsedAndWhatIsNot() throws {
    let use = try use([Self.text])
    #expect(use.adapter == "test.ledger")
    #expect(use.used.map(\.text) == ["*攻坚表", "task", "responsible", "攻坚点", "包挂单位"])
    // 完成时限 is known to every ledger; a pattern that states less than another one decides nothing.
    #expect(use.unused.map(\.text) == ["*攻坚*", "招标公告", "包联单位", "完成时限", "内部参考，注意#"])
    #expect(use.unused.map(\.line) == [8, 10, 13, 14, 15])
    #expect(use.unused.map(\.key).last == "boilerplate" && use.unused.first?.key == "evidence.title")
    #expect(use.unused.first?.column == 34)
  }

  @Test func aSecondDocumentUsesMore() throws {
    let other = Self.text.replacing("包挂单位", with: "包联单位")
    let refused = Self.text.replacing("市示例局", with: "招标公告")
    #expect(try use([Self.text, other, refused]).unused.map(\.text) == ["*攻坚*", "完成时限", "内部参考，注意#"])
  }
}
