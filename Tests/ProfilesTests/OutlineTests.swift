import AdapterKit
import ChineseText
import Plan
import QingdaoPlugin
import Reading
import RizhaoPlugin
import Testing
import WeifangPlugin
import WeihaiPlugin

@testable import Profiles

/// What becomes of the headings, points and labels of an outline.
@Suite struct OutlineTests {
  private func source(_ text: String) -> SourceText {
    let scalars = Array(text.unicodeScalars)
    return SourceText(scalars: scalars, blocks: plainTextBlocks(scalars))
  }

  private func draft(_ text: String, _ adapter: any Adapter = workPlan) -> (draft: Draft, source: SourceText) {
    let source = source(text)
    var builder = DraftBuilder(source)
    try? adapter.read(source, into: &builder)
    return (builder.draft, source)
  }

  /// Each item's role and words below its depth.
  private func tree(_ text: String, _ adapter: any Adapter = workPlan) -> [String] {
    let (draft, source) = draft(text, adapter)
    var depths: [Int] = []
    for item in draft.items { depths.append(item.parent.map { depths[$0] + 1 } ?? 0) }
    return zip(draft.items, depths).map { item, depth in
      let words = ([item.title].compactMap { $0 } + item.text).map(source.string).joined(separator: "|")
      return String(repeating: "-", count: depth) + "\(item.role.rawValue) \(words)"
    }
  }

  // MARK: Who and until when

  @Test(arguments: [
    ("1.修码头。清淤3万方。（责任单位：工程处、港务集团）", "responsible 工程处; responsible 港务集团"),
    ("1.修码头。清淤3万方。（牵头单位：工程处；配合单位：各区（市）政府）", "lead 工程处; cooperating 各区（市）政府"),
    ("1.修码头。清淤3万方（市交通运输局牵头，市财政局、市水利局配合）。", "lead 市交通运输局; cooperating 市财政局; cooperating 市水利局"),
    ("1.修码头。清淤3万方。[责任单位：工程处]", "responsible 工程处"),
    ("1.修码头。清淤3万方。\n牵头领导：张示例　责任单位：工程处", "responsible 工程处"),
    ("1.修码头。清淤3万方。责任单位：工程处。", "responsible 工程处"),
    ("1.修码头。清淤3万方。\n责任单位：工程处、市水利\n局", "responsible 工程处; responsible 市水利局"),
    ("1.修码头（示例湾）。清淤3万方。", ""),
    ("1.修码头。清淤3万方（黄岛区）。", ""),
  ])
  func unitsAndTheirRoles(point: String, expected: String) throws {
    let (draft, _) = draft("青岛市示例局2031年工作计划\n一、港口建设\n\(point)\n2.修渡船。更新12艘。")
    let task = try #require(draft.items.first { $0.number == 1 && $0.role == .task })
    #expect(task.parties.map { "\($0.role.rawValue) \($0.name)" }.joined(separator: "; ") == expected)
    #expect(draft.items.allSatisfy { $0.parties.isEmpty || $0.number == 1 })
  }

  @Test func leadersStandInNoRecord() {
    let (draft, _) = draft("青岛市示例局2031年工作计划\n一、修码头\n清淤3万方。\n牵头领导：张示例\n二、修渡船\n更新12艘。")
    #expect(draft.people.map(\.name) == ["张示例"])
    #expect(draft.items.allSatisfy { $0.parties.isEmpty })
  }

  @Test(arguments: [
    ("（责任单位：工程处；完成时限：9月底前）", "9月底前", "2031-09-30"), ("（工程处牵头，6月底前完成）", "6月底前", "2031-06-30"),
    ("\n完成时限：长期坚持。", "长期坚持", nil),
  ])
  func timeLimits(note: String, text: String, date: String?) {
    let (draft, _) = draft("青岛市示例局2031年工作计划\n一、修码头。清淤3万方。\(note)\n二、修渡船。更新12艘。")
    #expect(draft.items.compactMap(\.due) == [Item.Due(date: date, text: text)])
  }

  @Test("a note below several points that have none is of the heading around them")
  func notesOfHeadings() {
    let (draft, source) = draft(
      "青岛市示例局2031年工作计划\n一、港口\n（一）修码头\n1.清淤3万方。\n2.筑堤2公里：\n①东堤1公里；\n②西堤1公里。\n责任单位：工程处\n（二）修渡船\n更新12艘。"
    )
    let owners = draft.items.filter { !$0.parties.isEmpty }
    #expect(owners.compactMap(\.title).map(source.string) == ["修码头"])
  }

  @Test("of several paragraphs each with its note, the note is of what the paragraph says")
  func notesOfParagraphs() {
    let (draft, source) = draft(
      "青岛市示例局2031年工作计划\n2031年，全局上下围绕以港兴市，重点抓好以下两个方面的工作。\n一、修码头\n清淤3万方。（责任单位：甲处）\n筑堤2公里。（责任单位：乙处）\n二、修渡船\n更新12艘。")
    let owners = draft.items.filter { !$0.parties.isEmpty }
    #expect(owners.map { $0.text.map(source.string).joined() } == ["清淤3万方。", "筑堤2公里。"])
  }

  // MARK: Tasks and what they say

  @Test func countedSentencesAreMeasuresOfTheTaskAboveThem() {
    #expect(
      tree(
        "青岛市示例局2031年工作计划\n一、重点任务\n（一）修码头\n1.清淤3万方。\n2.筑堤2公里。\n（二）修渡船\n1.更新船只。更新12艘。\n2.培训船员。培训80人。\n三、保障措施\n（一）落实资金。安排2亿元。"
      ) == [
        "section 重点任务", "-task 修码头", "--measure 清淤3万方", "--measure 筑堤2公里", "-section 修渡船", "--task 更新船只",
        "---measure 更新12艘。", "--task 培训船员", "---measure 培训80人。", "section 保障措施", "-section 落实资金",
        "--requirement 安排2亿元。",
      ])
  }

  @Test func shortSentencesOpenTheTasksOfAPlanThatCountsNothing() {
    let items = tree(
      "示例\n潍坊市示例局2031年工作总结和2032年工作计划\n2031年工作总结\n一年来修了码头。清淤3万方。\n2032年工作计划\n织密救助网。低保标准提高10%。\n兜住养老线。新建养老院2处。",
      summaryAndPlan)
    #expect(items.filter { $0.contains("task") } == ["-task 织密救助网", "-task 兜住养老线"])
  }

  @Test func listsWithinASentenceAreParted() {
    #expect(
      tree("青岛市示例局2031年工作计划\n一、修码头。抓好三件事：一是清淤3万方；二是筑堤2公里；三是栽树100棵。\n二、修渡船。更新12艘。").dropFirst().prefix(4) == [
        "-context 抓好三件事", "-measure 清淤3万方", "-measure 筑堤2公里", "-measure 栽树100棵。",
      ])
  }

  // MARK: Reports

  private static let report = """
    政府工作报告
    ——2031年1月12日在日照市东港区示例人民代表大会上
    东港区区长　张示例
    各位代表：
    现在，我代表区人民政府向大会报告工作，请予审议。
    一、过去一年工作回顾
    生产总值增长5.8%。
    同时，我们清醒看到：财力不足，缺口2亿元。
    二、2031年总体要求和主要预期目标
    主要预期目标是：生产总值增长6%以上，在实际工作中争取更好结果；城镇新增就业3万人，居民收入与经济增长同步。
    三、2031年重点任务
    （一）抓项目。开工60个。
    四、办好民生实事
    1.新建学校4所，增加学位2000个。
    2.更新电梯80部。
    各位代表！让我们携手前进！
    """

  @Test func aReportsTargetsAreGoalsAndItsUndertakingsTasks() {
    let items = tree(Self.report, governmentReport)
    #expect(
      items.filter { $0.contains("goal") } == [
        "--goal 生产总值增长6%以上，在实际工作中争取更好结果", "--goal 城镇新增就业3万人", "--goal 居民收入与经济增长同步",
      ])
    #expect(items.filter { $0.contains("task") } == ["-task 抓项目", "-task 新建学校4所，增加学位2000个", "-task 更新电梯80部"])
    #expect(items.last == "-context 让我们携手前进！" && items.contains("-context 同时，我们清醒看到：财力不足，缺口2亿元。"))
  }

  @Test func aReportTellsItsGovernmentAndTheYears() {
    let (draft, source) = draft(Self.report, governmentReport)
    #expect(draft.organization?.value == "东港区人民政府" && draft.city?.value.code == "371100")
    #expect(draft.period?.value == Period(year: 2031) && draft.kind == .governmentReport)
    let told = draft.items.first { $0.text.map(source.string) == ["生产总值增长5.8%。"] }
    #expect(told?.figures.map(\.role) == [.actual])
    #expect(!draft.items.contains { $0.text.contains { source.string($0).contains("张示例") } })
  }

  // MARK: Which profile

  @Test(arguments: [
    ("潍坊市示例局2031年工作总结和2032年工作计划", "weifang.summary-and-plan"),
    ("威海市示例局2031年工作总结和2032年工作计划", "weihai.summary-and-plan"),
    ("济南市示例局2031年工作总结和2032年工作计划", "weifang.summary-and-plan"),
    ("来源：示例日报\n济南市示例局2031年工作总结和2032年工作计划", "weihai.summary-and-plan"),
    ("2032年济南市政府工作报告", "rizhao.government-report"), ("济南市示例局2032年目标责任书", nil), ("示例局会议通知", nil),
  ])
  func theBestFitIsChosen(title: String, expected: String?) {
    let source = source(
      title + "\n根据工作安排，现将有关情况报告如下，请予审议。\n一、2031年工作总结\n（一）修码头。清淤3万方。\n二、2032年工作计划\n（一）修渡船。更新12艘。\n（二）栽树。栽树100棵。")
    let all = [workPlan, governmentReport, taskBreakdown, summaryAndPlan, summaryArticle]
    let ranked = all.map { Recognition($0, in: source) }.filter { $0.score >= Recognition.threshold }
      .sorted { $0.score > $1.score }
    #expect(ranked.first?.adapter.id == expected)
    #expect(ranked.count < 2 || ranked[0].score > ranked[1].score)
  }

  @Test func labelsMakeAWorkPlan() {
    let plan = "青岛市示例局2031年工作计划\n一、修码头。清淤3万方。（责任单位：甲处）\n二、修渡船。更新12艘。（责任单位：乙处）"
    #expect(Recognition(workPlan, in: source(plan)).score >= Recognition.threshold)
    let bare = plan.replacing("（责任单位：甲处）", with: "").replacing("（责任单位：乙处）", with: "")
    #expect(Recognition(workPlan, in: source(bare)).score < Recognition.threshold)
  }
}
