import Compare
import Plan
import Testing
import Vocabulary

@testable import Report

@Suite struct ReportTests {
  static let old = SamplePlan(
    goals: [
      .init(
        title: "建设智慧渔港", measures: ["年内完成12处渔港改造，投资5000万元，配套岸电设施。", "组织应急演练3次以上。"],
        figures: [.equal("12", "处", "渔港改造"), .equal("5000", "万元", "投资"), .atLeast("3", "次", "应急演练")],
        category: "重点目标", parties: [.init(name: "港区办", role: .responsible)]),
      .init(
        title: "培育渔业品牌", measures: ["举办推介会，扩大“海味”影响。", "新增品牌2-3个。"],
        figures: [.between("2", "3", "个", "品牌")], category: "重点目标"),
      .init(
        title: nil, text: "全面加强船员持证培训与考核管理，落实企业主体责任，推动培训基地共建共享，完善补贴政策。", role: .task, category: nil),
      .init(title: "举办渔民文化节", text: "策划开海仪式、渔歌展演和海鲜美食周。", category: "重点目标"),
      .init(title: "清理航道", text: "打捞沉船。", category: "重点目标"),
    ], narration: ["会议召开。"])

  static var new: SamplePlan {
    var plan = old
    plan.year = 2024
    plan.goals[0].title = "打造数字渔港"
    plan.goals[0].measures[0] = "年内完成15处渔港改造，投资0.6亿元，配套岸电设施。"
    plan.goals[0].figures[0] = .equal("15", "处", "渔港改造")
    plan.goals[0].figures[1] = .equal("0.6", "亿元", "投资")
    plan.goals[1].measures[1] = "新增品牌3个以上。"
    plan.goals[1].figures[0] = .atLeast("3", "个", "品牌")
    plan.goals[1].parties = [.init(name: "品牌处", role: .lead)]
    plan.goals[2].text = "全面加强船员持证培训和考核管理，落实企业主体责任，推动培训基地共建共享，健全补贴政策。"
    plan.goals[3] = .init(title: "核查闲置岸线", text: "收回用地8宗。", figures: [.equal("8", "宗", "用地")], category: "重点目标")
    plan.goals[4].text = "打捞沉船"
    return plan
  }

  static func diff() -> Diff { Diff(old: old.view, new: new.view) }

  @Test func `the comparison reads at first sight`() {
    let text = TextReport.diffText(
      Self.diff(), old: Self.old.view, new: Self.new.view, language: .zhHans, color: false, width: 80)
    #expect(
      text == """
        调整前：市智慧渔港局 2023年 目标责任书《业务目标》（a.txt）
        调整后：市智慧渔港局 2024年 目标责任书《业务目标》（a.txt）
        变化：延续 3 项，其中指标调整 1 项、表述变化 1 项、未变 1 项；更名 1 项；新增
          1 项；取消 1 项
        目标任务：5 → 5
        指标：调高 2 · 收紧 1 · 持平 1 · 新增 1
        写法：标点、全半角、空格或数字写法不同 1 处，未列出（--show-punctuation 列出）
        未参与对照：背景 1 → 1

        [更名] 重点目标 1  建设智慧渔港 → 打造数字渔港
          cn370200.市智慧渔港局.2023.targetSheet.重点目标-1
          → cn370200.市智慧渔港局.2024.targetSheet.重点目标-1
          调高  渔港改造：12处 → 15处（+25%）
          调高  投资：5000万元 → 0.6亿元（+20%）
          年内完成[-12处-]{+15处+}渔港改造，投资[-5000万元-]{+0.6亿元+}，配套岸电设施。
          组织应急演练3次以上。

        [指标调整] 重点目标 2  培育渔业品牌
          cn370200.市智慧渔港局.2023.targetSheet.重点目标-2
          → cn370200.市智慧渔港局.2024.targetSheet.重点目标-2
          收紧  品牌：2-3个 → 3个以上
          责任单位：- → 品牌处
          举办推介会，扩大“海味”影响。 新增品牌[-2-3个-]{+3个以上+}。

        [表述变化] 任务 3
          cn370200.市智慧渔港局.2023.targetSheet.task-3
          → cn370200.市智慧渔港局.2024.targetSheet.task-3
          全面加强船员持证培训[-与-]{+和+}考核管理，落实企业主体责任，推动培训基地共建共
          享，[-完善-]{+健全+}补贴政策。

        [取消] 重点目标 4  举办渔民文化节
          cn370200.市智慧渔港局.2023.targetSheet.重点目标-4
          [-策划开海仪式、渔歌展演和海鲜美食周。-]

        [新增] 重点目标 4  核查闲置岸线
          cn370200.市智慧渔港局.2024.targetSheet.重点目标-4
          新增  用地：8宗
          {+收回用地8宗。+}

        """)
  }

  @Test func `colour takes the place of the marks, and each line ends plain`() {
    let make = { (color: Bool) in
      TextReport.diffText(
        Self.diff(), old: Self.old.view, new: Self.new.view, language: .en, color: color, width: 40)
    }
    let colored = make(true)
    #expect(!make(false).unicodeScalars.contains("\u{1B}"))
    #expect(!colored.contains("[-") && !colored.contains("{+"))
    #expect(colored.contains("\u{1B}[31m12处\u{1B}[32m15处\u{1B}[0m"))
    for line in colored.split(separator: "\n") where line.contains("\u{1B}[3") {
      #expect(line.contains("\u{1B}[0m"))
    }
    #expect(colored.contains("renamed") && colored.contains("(+20%)") && colored.contains("Goals and tasks: 5 → 5"))
  }

  @Test func `no change is said, and unchanged goals are only counted`() {
    let view = Self.old.view
    let text = TextReport.diffText(
      Diff(old: view, new: view), old: view, new: view, language: .zhHans, color: false, width: 80)
    #expect(text.contains("\n变化：没有变化（未变 5 项）\n"))
    #expect(!text.contains("["))
  }

  @Test func `long stretches that both share are shortened visibly`() {
    var new = Self.old
    new.year = 2024
    let long = String(repeating: "全面推动培训基地共建共享", count: 8)
    var old = Self.old
    old.goals[2].text = "甲方" + long + "到期"
    new.goals[2].text = "乙区" + long + "验收"
    let text = TextReport.diffText(
      Diff(old: old.view, new: new.view), old: old.view, new: new.view, language: .zhHans, color: false, width: 200)
    #expect(text.contains("[-甲方-]{+乙区+}全面推动培训基地共建共享全面推动……共建共享全面推动培训基地共建共享[-到期-]{+验收+}"))
  }

  @Test func `the table wraps and never cuts`() {
    let table = TextReport.table(Self.old.view, language: .zhHans, width: 76)
    #expect(
      table == """
        文件                    类别序号    目标名称               目标值
        ────────────────────────────────────────────────────────────────────────────
        市智慧渔港局 2023年 目  重点目标 1  建设智慧渔港           渔港改造：12处
        标责任书                                                   投资：5000万元
                                                                   应急演练：3次以上
                                重点目标 2  培育渔业品牌           品牌：2-3个
                                任务 3      全面加强船员持证培训
                                            与考核管理，落实企业
                                            主体责任，推动培训基
                                            地共建共享，完善补贴
                                            政策。
                                重点目标 4  举办渔民文化节
                                重点目标 5  清理航道

        未列入表：背景 1

        """)
    for width in [10, 30, 44, 60, 80, 200] {
      let table = TextReport.table(Self.old.view, language: .en, width: width)
      if width >= 40 { #expect(table.split(separator: "\n").allSatisfy { DisplayWidth.of(String($0)) <= width }) }
      for goal in Self.old.goals {
        for figure in goal.figures {
          #expect(table.filter { !" \n".contains($0) }.contains(figure.quote) || width < 60)
        }
      }
    }
    #expect(table.contains("未列入表：背景 1\n"))
    #expect(TextReport.table(View(of: RevisionSet()), language: .en, width: 80) == "No goals or tasks.\n")
  }

  @Test func `the tree shows what each figure means`() {
    let plan = SamplePlan(
      goals: [
        .init(
          title: "建设渔港", measures: ["争取新增泊位2-3个。"],
          figures: [.between("2", "3", "个", "泊位")], category: "重点目标",
          parties: [.init(name: "港区办", role: .responsible)], themes: ["ports-shipping", "渔港"])
      ], narration: ["会议召开。"])
    #expect(
      TextReport.tree(plan.view, language: .zhHans) == """
        市智慧渔港局 2023年 目标责任书  [cn370200.市智慧渔港局.2023.targetSheet]
          业务目标
          context-1  背景  会议召开。
          重点目标-1  重点目标 1  建设渔港
            责任单位：港区办
            主题：港口航运、渔港
            m1  举措  争取新增泊位2-3个。
              i1  2-3个 · 泊位 · 介于 2 至 3 个

        """)
    #expect(TextReport.tree(plan.view, language: .en).contains("\n    themes: ports and shipping, 渔港\n"))
  }

  @Test func `a theme that the item above has too is not shown again`() {
    func tree(_ below: [String]) -> String {
      var goal = SamplePlan.SampleGoal(title: "建设渔港", measures: ["新增泊位。"], themes: ["fisheries"])
      goal.measureThemes = below
      return TextReport.tree(SamplePlan(goals: [goal]).view, language: .zhHans)
    }
    #expect(tree(["fisheries"]).split(separator: "主题").count == 2)
    #expect(tree([]).split(separator: "主题").count == 2)
    #expect(tree(["fisheries", "digital"]).contains("m1  举措  新增泊位。\n      主题：渔业、数字化\n"))
  }

  @Test func `a conflict shows every side with its heads`() throws {
    let records = Self.old.records
    let goal = try #require(records.first { $0.id.hasSuffix("重点目标-1") })
    let edit = { (title: String) in
      var body = goal.body
      body["title"] = .string(title)
      return Record(
        .item, body, parents: [goal.revision], change: Change(by: "复核", why: "更正", date: "2023-05-01"))
    }
    let (a, b) = (edit("建设甲渔港"), edit("建设乙渔港"))
    let gone = Record(removing: goal.id, .item, parents: [goal.revision])
    let tree = TextReport.tree(View(of: RevisionSet(records + [a, b, gone])), language: .zhHans)
    #expect(tree.contains("! 数据不一致"))
    #expect(tree.contains("\(a.revision.prefix(12))  title: 建设甲渔港"))
    #expect(tree.contains("title: 建设乙渔港") && tree.contains("\(gone.revision.prefix(12))  已删除"))
    #expect(TextReport.table(View(of: RevisionSet(records + [a, b])), language: .zhHans, width: 80).contains("数据不一致"))
  }

  @Test func `every row is printed once, whatever its parents say`() throws {
    let records = Self.old.records
    let goal = try #require(records.first { $0.id.hasSuffix("重点目标-1") })
    var circle = goal.body
    circle["parent"] = .string(goal.id)
    circle["title"] = .string("自成一圈")
    var stray = goal.body
    stray["id"] = .string("cn1.stray")
    stray["document"] = .string("cn1")
    stray["parent"] = .string("cn1.nowhere")
    stray["title"] = .string("无处可归")
    let view = View(
      of: RevisionSet(records.filter { $0.id != goal.id } + [Record(.item, circle), Record(.item, stray)]))
    let tree = TextReport.tree(view, language: .en)
    #expect(tree.split(separator: "\n").count { $0.contains("自成一圈") } == 1)
    #expect(tree.split(separator: "\n").count { $0.contains("无处可归") } == 1)
    #expect(tree.contains("Without a document or item"))
    #expect(Diff(old: view, new: view).isEmpty)
  }

  @Test func `what stands under something removed is shown, counted and said`() throws {
    let plan = SamplePlan(
      goals: [
        .init(title: "建设渔港", measures: ["争取新增泊位2-3个。"], figures: [.between("2", "3", "个", "泊位")]),
        .init(title: "清理航道", figures: [.equal("40", "公里", "航道")]),
      ])
    let gone = plan.records.filter { $0.id.hasSuffix("key-1") || $0.id.hasSuffix("key-2") }
    let tombstones = gone.map { Record(removing: $0.id, .item, parents: [$0.revision]) }
    let after = View(of: RevisionSet(plan.records + tombstones))
    #expect(
      TextReport.tree(after, language: .zhHans) == """
        市智慧渔港局 2023年 目标责任书  [cn370200.市智慧渔港局.2023.targetSheet]
          业务目标
          key-1.m1  举措  争取新增泊位2-3个。  [上级条目不在]
            i1  2-3个 · 泊位 · 介于 2 至 3 个

        所属文件或条目不在
          cn370200.市智慧渔港局.2023.targetSheet.key-2.i1  40公里 · 航道 · 等于 40 公里

        """)
    #expect(TextReport.table(after, language: .zhHans, width: 80).hasSuffix("未列入表：举措 1（其中指标 2）\n"))
    let diff = TextReport.diffText(
      Diff(old: plan.view, new: after), old: plan.view, new: after, language: .zhHans, color: false, width: 80)
    #expect(diff.contains("未参与对照：举措 0 → 1（其中指标 0 → 2）\n"))
  }

  @Test func `a request to look is printed with its reason`() throws {
    let records = Self.old.records
    let goal = try #require(records.first { $0.id.hasSuffix("重点目标-5") })
    var body = goal.body
    var review = JSONObject()
    review["level"] = .string("low")
    review["reason"] = .string("单位不明")
    body["review"] = .object(review)
    let view = View(of: RevisionSet(records.filter { $0.id != goal.id } + [Record(.item, body)]))
    #expect(TextReport.tree(view, language: .zhHans).contains("清理航道  [待核：单位不明]"))
    #expect(TextReport.table(view, language: .zhHans, width: 120).contains("[待核：单位不明]"))
  }
}
