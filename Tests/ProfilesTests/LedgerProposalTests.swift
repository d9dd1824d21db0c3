import AdapterKit
import Profiles
import Reading
import Testing

/// What is proposed for a ledger by one example of it.
@Suite struct LedgerProposalTests {
  private func proposal(_ text: String) -> LedgerProposal? {
    let scalars = Array(text.unicodeScalars)
    return LedgerProposal(SourceText(scalars: scalars, blocks: plainTextBlocks(scalars)))
  }

  private let text = """
    东营市示例海洋局2031年度攻坚事项推进表（第一批）
    编码\t条线\t攻坚点\t怎么干\t谁来干\t何时干完\t盯办人\t干到什么程度\t联系方法
    1\t港口\t建设深水泊位\t完成码头主体施工，疏浚航道。\t示例建设科\t10月底前\t示例甲\t新增泊位3个\t0546-0000000
    2\t港口\t开通集装箱航线\t与示例港签订协议。\t示例业务科、示例口岸科\t6月底前\t示例乙\t新开航线2条\t0546-0000001
    3\t港口\t建设海洋牧场\t投放人工鱼礁。\t示例渔业科\t长期\t示例丙\t扩大到2万亩\t0546-0000002

    """

  @Test func knownHeadsAreKnownAndOthersToldByTheirCells() throws {
    let heads = try #require(proposal(text)).heads
    let known = heads.filter { $0.reason == .known }.map { "\($0.words) \($0.column?.rawValue ?? "")" }
    let guessed = heads.filter { $0.reason == .guessed }.map { "\($0.words) \($0.column?.rawValue ?? "")" }
    #expect(known == ["编码 number", "条线 category"])
    #expect(
      guessed == ["攻坚点 task", "怎么干 measures", "谁来干 responsible", "何时干完 deadline", "盯办人 leader", "联系方法 phone"])
    #expect(heads.filter { $0.reason == .unknown }.map(\.words) == ["干到什么程度"])
  }

  @Test func aTitleIsWithoutBureauYearAndBrackets() throws {
    #expect(try #require(proposal(text)).title == "攻坚事项推进表")
  }

  @Test func aTextWithoutATableGivesNone() {
    #expect(proposal("关于渡口的报告\n一、工作\n建设深水泊位。\n") == nil)
  }
}
