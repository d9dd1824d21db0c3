import AdapterKit
import ChineseText
import Plan
import Reading
import Testing
import YantaiPlugin

@testable import Profiles

/// What becomes of the rows of a ledger.
@Suite struct LedgerTests {
  private func source(_ text: String) -> SourceText {
    let scalars = Array(text.unicodeScalars)
    return SourceText(scalars: scalars, blocks: plainTextBlocks(scalars))
  }

  private func draft(_ rows: String, title: String = "烟台市示例局2031年重点任务台账") -> (Draft, SourceText) {
    let source = source(title + "\n" + rows)
    var builder = DraftBuilder(source)
    taskLedger.read(source, into: &builder)
    return (builder.draft, source)
  }

  private func parties(_ cell: String, head: String = "责任单位") -> String {
    let (draft, _) = draft("序号\t重点任务\t\(head)\n1\t修码头\t\(cell)\n")
    return draft.items.flatMap(\.parties).map { "\($0.role.rawValue) \($0.name)" }.joined(separator: "; ")
  }

  @Test(arguments: [
    ("市教育局、市财政局，各区（市）政府、管委", "responsible 市教育局; responsible 市财政局; responsible 各区（市）政府; responsible 管委"),
    ("市发展改革委牵头，市财政局、市科技局配合", "lead 市发展改革委; cooperating 市财政局; cooperating 市科技局"),
    ("市商务局（牵头）、市工业和信息化局", "lead 市商务局; responsible 市工业和信息化局"),
    ("牵头单位：市商务局；配合单位：各区市", "lead 市商务局; cooperating 各区市"),
    ("市教育局 市财政局", "responsible 市教育局; responsible 市财政局"),
    ("市教育局和市财政局等", "responsible 市教育局; responsible 市财政局"),
    ("市工业和信息化局", "responsible 市工业和信息化局"),
  ])
  func unitsAndTheirRoles(cell: String, expected: String) {
    #expect(parties(cell) == expected)
  }

  @Test func theFirstOfSeveralMayLead() {
    #expect(parties("市教育局、市财政局", head: "责任单位（排在首位的为牵头单位）") == "lead 市教育局; responsible 市财政局")
  }

  @Test func peopleBesideUnitsStandInNoRecord() {
    let (draft, _) = draft("序号\t重点任务\t责任单位及责任人\n1\t修码头\t工程科 张示例\n")
    #expect(draft.items.flatMap(\.parties).map(\.name) == ["工程科"])
    #expect(draft.people.map(\.name) == ["张示例"])
  }

  @Test(arguments: [
    ("6月底前完成方案，年底前完工", "2031-12-31"), ("2032.3", "2032-03-31"), ("长期坚持", nil), ("第三季度", "2031-09-30"),
  ])
  func timeLimits(cell: String, expected: String?) {
    let (draft, _) = draft("序号\t重点任务\t完成时限\n1\t修码头\t\(cell)\n")
    #expect(draft.items.first?.due == Item.Due(date: expected, text: cell))
  }

  @Test func rowsWithoutATaskGoOnWithTheOneAbove() {
    let (draft, source) = draft(
      "序号\t重点任务\t具体措施\t责任单位\n1\t修码头\t清淤3万方\t甲科\n\t\t新建泊位2个\t乙科\n2\t修渡船\t更新12艘\t丙科\n")
    let items = draft.items.map { item in
      let words = ([item.title].compactMap { $0 } + item.text).map(source.string).joined()
      return "\(item.role.rawValue) \(words) " + item.parties.map(\.name).joined(separator: ",")
    }
    #expect(items == ["task 修码头 ", "measure 清淤3万方 甲科", "measure 新建泊位2个 乙科", "task 修渡船 丙科", "measure 更新12艘 "])
  }

  @Test(arguments: [
    ("序号\t重点任务\t责任单位\n1\t修码头\t甲科\n", true), ("序号\t项目名称\t建设内容\t总投资\n1\t产业园\t建厂房\t12\n", false),
    ("序号\t设备\t规格\t数量\n1\t投影仪\tX\t3\n", false), ("一、修码头。责任单位：甲科。\n", false),
  ])
  func aTableOfTasksIsRecognised(rows: String, expected: Bool) {
    let source = source("2031年工作\n" + rows)
    #expect((Recognition(taskLedger, in: source).score >= Recognition.threshold) == expected)
  }
}
