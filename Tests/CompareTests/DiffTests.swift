import Plan
import Testing

@testable import Compare

@Suite struct DiffTests {
  static let base: [SamplePlan.SampleGoal] = [
    .init(
      title: "建设智慧渔港", text: "完善平台。", measures: ["年内完成12处渔港改造，投资5000万元。", "组织应急演练3次以上。"],
      figures: [.equal("12", "处", "渔港改造"), .equal("5000", "万元", "投资"), .atLeast("3", "次", "应急演练")],
      parties: [.init(name: "港区办", role: .responsible)]),
    .init(title: "培育渔业品牌", measures: ["举办推介会，扩大“海味”影响。", "新增品牌2-3个。"], figures: [.between("2", "3", "个", "品牌")]),
    .init(title: nil, text: "全面加强船员持证培训与考核管理。", role: .task, category: nil),
  ]

  private func view(_ year: Int, _ goals: [SamplePlan.SampleGoal], narration: [String] = []) -> View {
    SamplePlan(year: year, goals: goals, narration: narration).view
  }

  @Test func `a plan does not differ from itself`() {
    let diff = Diff(old: view(2023, Self.base), new: view(2023, Self.base))
    #expect(diff.isEmpty)
    #expect(diff.changes.map(\.kind) == [.unchanged, .unchanged, .unchanged])
    #expect(diff.changes.compactMap(\.score?.text) == ["1.000", "1.000", "1.000"] || diff.changes.count == 3)
    #expect(diff.summary.punctuationOnly == 0)
    #expect(Diff(old: View(of: RevisionSet()), new: View(of: RevisionSet())).isEmpty)
  }

  @Test func `other marks, widths, blanks and forms of figures are no change but counted`() {
    var goals = Self.base
    goals[0].measures = ["年内完成１２处渔港改造、投资0.5亿元；", "组织应急演练不少于3次"]
    goals[0].figures = [
      .equal("12", "处", "渔港改造", quote: "１２处"), .equal("0.5", "亿元", "投资"), .atLeast("3", "次", "应急演练", quote: "不少于3次"),
    ]
    goals[1].measures = ["举办推介会,扩大\"海味\"影响.", "新增品牌2—3个 。"]
    goals[1].figures[0].quote = "2—3个"
    let diff = Diff(old: view(2023, Self.base), new: view(2024, goals))
    #expect(diff.isEmpty)
    #expect(diff.summary.punctuationOnly == 2)
  }

  @Test func `a comma changed anywhere never gives a change`() {
    let texts = Self.base[0].measures + Self.base[1].measures
    let old = view(2023, Self.base)
    for (number, text) in texts.enumerated() {
      let scalars = Array(text.unicodeScalars)
      for place in 1..<scalars.count
      where !("0"..."9").contains(scalars[place]) || !("0"..."9").contains(scalars[place - 1]) {
        var edited = scalars
        edited.insert("，", at: place)
        var goals = Self.base
        let written = String(String.UnicodeScalarView(edited))
        let goal = number < 2 ? 0 : 1
        goals[goal].measures[number % 2] = written
        // What stands in the quote is quoted with it.
        for index in goals[goal].figures.indices where !written.contains(goals[goal].figures[index].quote) {
          let quote = goals[goal].figures[index].quote
          guard text.contains(quote) else { continue }
          let variants = quote.unicodeScalars.indices.dropFirst().map { at in
            String(quote.unicodeScalars[..<at]) + "，" + String(quote.unicodeScalars[at...])
          }
          goals[goal].figures[index].quote = variants.first { written.contains($0) } ?? quote
        }
        let diff = Diff(old: old, new: view(2024, goals))
        #expect(diff.isEmpty, "\(written)")
      }
    }
  }

  @Test func `the strongest kind applies`() {
    func kind(_ edit: (inout SamplePlan.SampleGoal) -> Void) -> Diff.Kind? {
      var goals = Self.base
      edit(&goals[0])
      return Diff(old: view(2023, Self.base), new: view(2024, goals)).changes.first?.kind
    }
    #expect(kind { $0.measures[1] = "认真组织应急演练3次以上。" } == .reworded)
    #expect(kind { $0.parties[0].name = "规划处" } == .reworded)
    #expect(kind { $0.category = "excellence" } == .moved)
    #expect(
      kind {
        $0.measures[1] = "组织应急演练5次以上。"
        $0.figures[2] = .atLeast("5", "次", "应急演练")
      } == .changed)
    #expect(
      kind {
        $0.title = "打造智能渔港"
        $0.measures[1] = "组织应急演练5次以上。"
        $0.figures[2] = .atLeast("5", "次", "应急演练")
      } == .renamed)
    #expect(kind { $0.title = "建设（智慧）渔港" } == .unchanged)
    #expect(kind { $0.title = "2024年建设智慧渔港" } == .reworded)
  }

  @Test func `a number in a title is no name, nor the word by which it is reached`() {
    func kind(_ old: (String, String), _ new: (String, String)) -> Diff.Kind? {
      let sides = [old, new].map { title, low in
        [SamplePlan.SampleGoal(title: title, text: nil, figures: [.atLeast(low, "万人", "城镇新增就业")])]
      }
      return Diff(old: view(2023, sides[0]), new: view(2024, sides[1])).changes.first?.kind
    }
    #expect(kind(("城镇新增就业3.5万人以上", "3.5"), ("城镇新增就业3.6万人以上", "3.6")) == .changed)
    #expect(kind(("城镇新增就业3.5万人以上", "3.5"), ("城镇新增就业达到3.6万人以上", "3.6")) == .changed)
    #expect(kind(("城镇新增就业3.5万人以上", "3.5"), ("城镇新增就业达到3.5万人以上", "3.5")) == .reworded)
    #expect(kind(("城镇新增就业3.5万人以上", "3.5"), ("城镇吸纳就业3.6万人以上", "3.6")) == .renamed)
  }

  @Test func `a theme alone is no change, and its place in the list none at all`() {
    func change(_ old: [String], _ new: [String]) -> Diff.Change? {
      let sides = [old, new].map { themes in
        var goals = Self.base
        goals[0].themes = themes
        return goals
      }
      return Diff(old: view(2023, sides[0]), new: view(2024, sides[1])).changes.first
    }
    let told = change(["fisheries"], ["fisheries", "digital"])
    #expect(told?.kind == .unchanged && told?.evidence?.fields == ["themes"])
    #expect(change(["digital", "fisheries"], ["fisheries", "digital"])?.evidence?.fields == [])
  }

  @Test func aBodyUnderItsFormerNameIsNoOther() {
    func fields(_ old: String, _ new: String) -> [String]? {
      let sides = [old, new].map { name in
        var goals = Self.base
        goals[0].parties[0].name = name
        return goals
      }
      return Diff(old: view(2018, sides[0]), new: view(2019, sides[1])).changes.first?.evidence?.fields
    }
    #expect(fields("市环境保护局", "青岛市生态环境局") == [])
    #expect(fields("市發改委", "市发展和改革委员会") == [])
    #expect(fields("市环境保护局", "市水务管理局") == ["parties"])
    #expect(fields("市生态环境局", "威海市生态环境局") == ["parties"])
    #expect(fields("崂山区生态环境局", "市生态环境局") == ["parties"])
  }

  @Test func `what goes keeps its place and takes its figures along`() {
    let added = SamplePlan.SampleGoal(title: "核查闲置岸线", text: "收回用地8宗。", figures: [.equal("8", "宗", "用地")])
    let diff = Diff(old: view(2023, Self.base), new: view(2024, [Self.base[0], added, Self.base[2]]))
    #expect(diff.changes.map(\.kind) == [.unchanged, .dropped, .added, .unchanged])
    #expect(diff.changes[1].figures.map(\.kind) == [.dropped])
    #expect(diff.changes[1].figures.first?.from?.indicator.quote == "2-3个")
    #expect(diff.changes[2].figures.map(\.kind) == [.added])
    #expect(!diff.isEmpty)
  }

  @Test func `what is not compared is counted`() {
    let diff = Diff(old: view(2023, Self.base, narration: ["会议召开。", "有关单位参加。"]), new: view(2024, Self.base))
    #expect(diff.summary.others[.context]?.from == 2)
    #expect(diff.summary.others[.context]?.to == 0)
    #expect(diff.summary.goals == (3, 3))
  }

  @Test func `json is of the promised shape`() {
    var goals = Self.base
    goals[0].figures[0] = .equal("15", "处", "渔港改造")
    goals[0].measures[0] = "年内完成15处渔港改造，投资5000万元。"
    let json = Diff(old: view(2023, [Self.base[0]]), new: view(2024, [goals[0]])).json
    let expected =
      #"{"evidence":{"by":"words","fields":["text"],"terms":["不"],"text":"1.000","title":"1.000"},"#
      + #""figures":[{"from":"12处","fromId":"cn370200.市智慧渔港局.2023.targetSheet.key-1.m1.i1","kind":"raised","#
      + #""subject":"渔港改造","to":"15处","toId":"cn370200.市智慧渔港局.2024.targetSheet.key-1.m1.i1"},"#
      + #"{"from":"5000万元","fromId":"cn370200.市智慧渔港局.2023.targetSheet.key-1.m1.i2","kind":"equal","#
      + #""subject":"投资","to":"5000万元","toId":"cn370200.市智慧渔港局.2024.targetSheet.key-1.m1.i2"},"#
      + #"{"from":"3次以上","fromId":"cn370200.市智慧渔港局.2023.targetSheet.key-1.m2.i1","kind":"equal","#
      + #""subject":"应急演练","to":"3次以上","toId":"cn370200.市智慧渔港局.2024.targetSheet.key-1.m2.i1"}],"#
      + #""from":["cn370200.市智慧渔港局.2023.targetSheet.key-1"],"kind":"changed","score":"1.000","#
      + #""to":["cn370200.市智慧渔港局.2024.targetSheet.key-1"]}"#
    var change = json["changes"]?.array?.first?.object ?? JSONObject()
    #expect(change["evidence"]?.object?["terms"]?.array?.count == 5)
    var evidence = change["evidence"]?.object ?? JSONObject()
    evidence["terms"] = .array([.string("不")])
    change["evidence"] = .object(evidence)
    #expect(String(decoding: change.canonical, as: UTF8.self) == expected)
    let summary = json["summary"]?.object
    #expect(summary?["changed"] == .integer(1) && summary?["added"] == .integer(0))
    #expect(summary?["figures"]?.object?["raised"] == .integer(1))
    #expect((try? JSON.parse(json.canonical)) == .object(json))
  }

  @Test func `two heads of a goal are one goal, and it stands in one change`() throws {
    let records = SamplePlan(year: 2023, goals: Self.base).records
    let goal = try #require(records.first { $0.id.hasSuffix("key-1") })
    let edit = { (title: String) in
      var body = goal.body
      body["title"] = .string(title)
      return Record(
        .item, body, parents: [goal.revision], change: Change(by: "复核", why: "更正", date: "2023-05-01"))
    }
    let two = View(of: RevisionSet(records + [edit("建设智慧渔港（一期）"), edit("建设数字渔港")]))
    #expect(two.items.contains { !$0.conflicts.isEmpty })
    #expect(Diff(old: View(of: RevisionSet(records)), new: two).changes.count == 3)
    let renamed = View(of: RevisionSet(records + [edit("完全另一个名称")]))
    let diff = Diff(old: View(of: RevisionSet(records)), new: renamed)
    #expect(diff.changes.map(\.kind) == [.renamed, .unchanged, .unchanged])
    #expect(diff.changes.first?.evidence?.isSameID == true)
  }
}
