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
    try? taskLedger.read(source, into: &builder)
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

  @Test(arguments: ["—", "/", "无", "－－"])
  func aMarkOfNothingIsNobody(cell: String) {
    #expect(parties(cell) == "")
    #expect(parties("甲科、\(cell)") == "responsible 甲科")
  }

  @Test func theSameAsAboveIsWhatStandsAbove() {
    let (draft, _) = draft("序号\t重点任务\t责任单位\t完成时限\n1\t修码头\t甲科\t6月底前\n2\t修渡船\t同上\t同上\n")
    #expect(draft.items.map { $0.parties.map(\.name) } == [["甲科"], ["甲科"]])
    #expect(draft.items.map { $0.due?.date } == ["2031-06-30", "2031-06-30"])
  }

  // MARK: Cells that reach over several rows

  /// A table whose cells part at tabs; `^` is covered by the cell above it.
  private func merged(_ rows: [String]) -> Draft {
    let title = Array("烟台市示例局2031年重点任务台账\n".unicodeScalars)
    let cells = rows.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    var scalars = title
    var made: [Reading.Row] = []
    for (row, words) in cells.enumerated() {
      let start = scalars.count
      var line: [Cell] = []
      for (column, word) in words.enumerated() {
        if column > 0 { scalars.append("\t") }
        let begin = scalars.count
        if word != "^" { scalars += Array(word.unicodeScalars) }
        let below = cells[(row + 1)...].prefix { $0.indices.contains(column) && $0[column] == "^" }.count
        let range = begin..<scalars.count
        line.append(
          Cell(range: range, paragraphs: range.isEmpty ? [] : [range], rows: below + 1, isCovered: word == "^"))
      }
      made.append(Reading.Row(cells: line, range: start..<scalars.count))
      scalars.append("\n")
    }
    let table = Block(kind: .table, range: title.count..<scalars.count - 1, rows: made)
    let source = SourceText(
      scalars: scalars, blocks: [Block(kind: .paragraph, range: 0..<title.count - 1), table])
    var builder = DraftBuilder(source)
    try? taskLedger.read(source, into: &builder)
    return builder.draft
  }

  @Test func aMergedCellHoldsForEachTaskBesideIt() {
    let draft = merged([
      "序号\t重点任务\t责任单位\t完成时限", "1\t修码头\t甲科、乙科\t6月底前", "2\t修渡船\t^\t^", "3\t修灯塔\t^\t长期坚持",
    ])
    #expect(draft.items.map { $0.parties.map(\.name) } == [["甲科", "乙科"], ["甲科", "乙科"], ["甲科", "乙科"]])
    #expect(draft.items.map { $0.due?.text } == ["6月底前", "6月底前", "长期坚持"])
    #expect(draft.claims.count { $0.owner == .item(1) && $0.range.count > 3 } == 0)
  }

  // MARK: Units apart from their numbers

  private func figures(_ draft: Draft) -> [String] {
    draft.items.flatMap(\.figures).map { figure in
      let quantity = figure.quantity
      return "\(quantity.quote) \(quantity.comparator) \(quantity.unit) \(figure.role) \(quantity.subject ?? "")"
    }
  }

  @Test(arguments: [
    ("30", "个", "30 eq 个"), ("≥16", "家", "≥16 ge 家"), ("98以上", "%", "98以上 ge %"), ("3.5万", "亩", "3.5万 eq 万亩"),
    ("10-12", "处", "10-12 between 处"),
  ])
  func aNumberTakesTheUnitOfItsRow(number: String, unit: String, expected: String) {
    let (draft, source) = draft("序号\t重点任务\t目标值\t单位\t责任单位\n1\t码头\t\(number)\t\(unit)\t甲科\n")
    #expect(figures(draft) == [expected + " target 码头"])
    #expect(draft.items.first?.aim.map { source.string($0) } == number)
  }

  @Test func aNumberTakesTheUnitOfItsHead() {
    let (draft, _) = draft("序号\t重点任务\t目标值（个）\t责任单位\n1\t码头\t不少于8\t甲科\n")
    #expect(figures(draft) == ["不少于8 ge 个 target 码头"])
  }

  @Test func aHeadWithItsUnitNamesTheAmount() {
    let (draft, _) = draft("序号\t重点任务\t计划投资（万元）\t责任单位\n1\t修码头\t860\t甲科\n")
    #expect(figures(draft) == ["860 eq 万元 target 计划投资"])
    #expect(draft.diagnostics.isEmpty)
  }

  @Test func whatWasReachedTheYearBeforeIsNoTarget() {
    let (draft, _) = draft(
      "序号\t重点任务\t2030年完成\t2031年目标\t单位\t责任单位\n1\t粮食面积\t436.2\t437\t万亩\t甲科\n")
    #expect(Set(figures(draft)) == ["436.2 eq 万亩 actual 粮食面积", "437 eq 万亩 target 粮食面积"])
  }

  @Test func aColumnOfUnitsMayNameBodies() {
    let (draft, _) = draft("序号\t重点任务\t单位\t完成时限\n1\t修码头\t甲科\t6月底\n2\t修渡船\t市渔业局\t6月底\n")
    #expect(draft.items.map { $0.parties.map(\.name) } == [["甲科"], ["市渔业局"]])
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
