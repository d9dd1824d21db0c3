import Compare
import Plan
import Report
import Testing
import Vocabulary

@Suite struct Probe {
  @Test func show() throws {
    var old = SamplePlan(goals: [
      .init(title: "建设智慧渔港", measures: ["年内完成12处渔港改造，投资5000万元，配套岸电设施。", "组织应急演练3次以上。"],
        figures: [.equal("12", "处", "渔港改造"), .equal("5000", "万元", "投资"), .atLeast("3", "次", "应急演练")],
        parties: [.init(name: "港区办", role: .responsible)]),
      .init(title: "培育渔业品牌", measures: ["举办推介会，扩大“海味”影响。", "新增品牌2-3个。"], figures: [.between("2", "3", "个", "品牌")]),
      .init(title: nil, text: "全面加强船员持证培训与考核管理，落实企业主体责任，推动培训基地共建共享，完善补贴政策。", role: .task, category: nil),
      .init(title: "举办渔民文化节", text: "策划开海仪式、渔歌展演和海鲜美食周。"),
    ], narration: ["会议召开。"])
    let a = old.view
    old.year = 2024
    old.goals[0].title = "打造数字渔港"
    old.goals[0].measures[0] = "年内完成15处渔港改造，投资0.6亿元，配套岸电设施。"
    old.goals[0].figures[0] = .equal("15", "处", "渔港改造")
    old.goals[0].figures[1] = .equal("0.6", "亿元", "投资")
    old.goals[1].measures[1] = "新增品牌3个以上。"
    old.goals[1].figures[0] = .atLeast("3", "个", "品牌")
    old.goals[2].text = "全面加强船员持证培训和考核管理，落实企业主体责任，推动培训基地共建共享，健全补贴政策。"
    old.goals[3] = .init(title: "核查闲置岸线", text: "收回用地8宗。", figures: [.equal("8", "宗", "用地")], parties: [.init(name: "岸线处", role: .lead)])
    let b = old.view
    let d = Diff(old: a, new: b)
    for l in Language.allCases {
      print(TextReport.table(a, language: l, width: 80))
      print(TextReport.tree(b, language: l))
      print(TextReport.diffText(d, old: a, new: b, language: l, color: l == .en, width: 80))
    }
    let goal = try #require(old.records.first { $0.id.hasSuffix("key-1") })
    let edit = { (title: String) in
      var body = goal.body
      body["title"] = .string(title)
      return Record(.item, body, parents: [goal.revision], change: Change(by: "复核", why: "更正", date: "2023-05-01"))
    }
    let two = View(of: RevisionSet(old.records + [edit("建设智慧渔港（一期）"), edit("建设数字渔港")]))
    print(TextReport.tree(two, language: .zhHans))
  }
}
