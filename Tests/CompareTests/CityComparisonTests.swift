import ChineseText
import Plan
import Testing
import Vocabulary

@testable import Compare

@Suite struct CityComparisonTests {
  typealias Figure = SamplePlan.SampleFigure

  /// A plan of an invented bureau in one of the cities, one figure a goal.
  static func plan(
    _ city: String, _ figures: [Figure], year: Int = 2032, role: Indicator.Role = .target, themes: [String] = []
  ) -> SamplePlan {
    let goals = figures.enumerated().map { number, figure in
      var figure = figure
      figure.role = role
      let words = (figure.subject ?? "") + figure.quote + "。"
      return SamplePlan.SampleGoal(
        title: "第\(number)件事", measures: [words], figures: [figure], role: role == .actual ? .achievement : .goal,
        category: role == .actual ? nil : "key", themes: themes)
    }
    return SamplePlan(
      city: city, organization: "市智慧渔港局", year: year, kind: role == .actual ? .workSummary : .targetSheet, goals: goals)
  }

  static func comparison(_ plans: [SamplePlan], year: Int? = nil) -> CityComparison {
    CityComparison(View(plans), year: year)
  }

  @Test func `last target, last result and this target stand side by side, gaps and ranks with them`() throws {
    let comparison = Self.comparison([
      Self.plan("370200", [.equal("10", "处", "改造渔港")]),
      Self.plan("370200", [.equal("8", "处", "改造渔港")], year: 2031),
      Self.plan("370200", [.equal("9", "处", "改造渔港")], year: 2031, role: .actual),
      Self.plan("371000", [.equal("12", "座", "改造渔港")]),
      Self.plan("370600", [.equal("3", "处", "新增灯塔")]),
    ])
    #expect(comparison.year == 2032 && comparison.years == [2031, 2032])
    #expect(comparison.cities.map(\.code) == ["370200", "370600", "371000"])
    let row = try #require(comparison.rows.first)
    #expect(row.subject == "改造渔港" && row.unit == "处" && row.cityCount == 2)
    #expect(row.cells.map(\.rank) == [2, nil, 1])
    #expect(row.gaps(2032).map(\.code) == ["370600"])
    let own = row.cells[0].years
    #expect(own.map(\.year) == [2031, 2032])
    #expect(own.first?.targets.map(\.indicator.quote) == ["8处"] && own.first?.results.map(\.indicator.quote) == ["9处"])
  }

  @Test func `the compared year is the last that most cities plan for, and a few later targets make none`() {
    let few = (1...6).map { Figure.equal("\($0)", "处", "改造第\($0)渔港") }
    let both = [Self.plan("370200", few), Self.plan("371000", few)]
    #expect(Self.comparison(both + [Self.plan("370200", few, year: 2033)]).year == 2032)
    #expect(
      Self.comparison(both + [Self.plan("370200", few, year: 2033), Self.plan("371000", few, year: 2033)]).year == 2033)
    let late = [Figure.equal("9", "处", "改造渔港")]
    #expect(
      Self.comparison(both + [Self.plan("370200", late, year: 2035), Self.plan("371000", late, year: 2035)]).year
        == 2032)
    #expect(Self.comparison([Self.plan("370200", few), Self.plan("370200", few, year: 2033)]).year == 2033)
  }

  static let apart: [(Figure, Figure, Tracking.Rule)] = [
    (.equal("5", "亿元", "引进资金额度"), .equal("5", "亿美元", "引进资金额度"), .otherUnit),
    (TrackTests.change("5", "%", "渔业总产值"), .equal("500", "亿元", "渔业总产值"), .otherValueKind),
    (
      TrackTests.with("50", .equal("5", "个", "落地渔港项目")), TrackTests.with("10", .equal("7", "个", "落地渔港项目")),
      .otherCondition
    ),
  ]

  @Test(arguments: apart.indices)
  func `what cannot be compared stands apart, with the reason`(index: Int) {
    let (one, other, reason) = Self.apart[index]
    let comparison = Self.comparison([Self.plan("370200", [one]), Self.plan("371000", [other])])
    #expect(comparison.rows.map(\.cityCount) == [1, 1])
    #expect(comparison.apart.map(\.reason) == [reason])
  }

  static let together: [(Figure, Figure, [String?])] = [
    (.equal("3", "公顷", "湿地修复面积"), .equal("60", "亩", "湿地修复面积"), ["3", "4"]),
    (.equal("5000", "万元", "渔港投资额度"), .atLeast("0.6", "亿元", "渔港投资额度"), ["5000", ">=6000"]),
    (.equal("6", "万人", "新增城镇就业"), .equal("70000", "人", "城镇新增就业人数"), ["6", "7"]),
    (.equal("270", "万吨", "水产品产量"), .equal("90", "万吨", "全市水产品产量"), ["270", "90"]),
  ]

  @Test(arguments: together.indices)
  func `other words and units for one thing are one row, in one unit`(index: Int) {
    let (one, other, values) = Self.together[index]
    let comparison = Self.comparison([Self.plan("370200", [one]), Self.plan("371000", [other])])
    #expect(comparison.rows.count == 1 && comparison.apart.isEmpty)
    let row = comparison.rows.first
    #expect(row?.cells.map { $0.years.first?.targets.first.flatMap { row?.value($0) } } == values)
  }

  @Test func `two names that one city uses both are two things`() {
    let comparison = Self.comparison([
      Self.plan("370200", [.equal("5", "个", "省级示范渔港建设项目"), .equal("7", "个", "市级示范渔港建设项目")]),
      Self.plan("371000", [.equal("6", "个", "省级示范渔港建设项目")]),
    ])
    #expect(comparison.rows.map(\.cityCount) == [2, 1])
  }

  @Test func `smaller is better for ranks and falls, and what is approximate has no rank`() {
    let ranks = { (one: Figure, other: Figure) in
      Self.comparison([Self.plan("370200", [one]), Self.plan("371000", [other])]).rows.first?.cells.map(\.rank)
    }
    #expect(ranks(TrackTests.rank("5"), TrackTests.rank("3")) == [2, 1])
    #expect(ranks(.equal("4", "%", "渔港失业率"), .equal("3", "%", "渔港失业率")) == [2, 1])
    #expect(ranks(TrackTests.about("80", "支", "参赛队伍"), .equal("90", "支", "参赛队伍")) == [nil, nil])
  }

  @Test func `themes show who plans nothing for them`() {
    let comparison = Self.comparison([
      Self.plan("370200", [.equal("10", "处", "改造渔港")], themes: ["fisheries"]),
      Self.plan("371000", [.equal("3", "所", "新建学校")], themes: ["education"]),
    ])
    #expect(
      comparison.themes.map(\.theme) == ["fisheries", "education"]
        || comparison.themes.map(\.theme) == ["education", "fisheries"])
    let fisheries = comparison.themes.first { $0.theme == "fisheries" }
    #expect(fisheries?.cells.map(\.goals.count) == [1, 0] && fisheries?.cells.map(\.targets.count) == [1, 0])
  }

  @Test func `a user's own themes tell more items`() throws {
    let own = try Themes.standard.extended(yaml: Array("themes: [{code: my-harbours, zh: 渔港, strong: [改造渔港]}]".utf8))
    let plans = [Self.plan("370200", [.equal("10", "处", "改造渔港")])]
    let goals = CityComparison(View(plans), vocabulary: own).themes
    #expect(!goals.contains { $0.theme == "my-harbours" && !$0.cells[0].goals.isEmpty })
    var plan = plans[0]
    plan.goals[0].title = "改造渔港"
    #expect(CityComparison(View([plan]), vocabulary: own).themes.contains { $0.theme == "my-harbours" })
  }

  @Test func `the order of plans does not matter`() {
    var random = LawTests.Random(state: 5)
    let plans = (0..<6).map { number in
      Self.plan(
        ["370200", "370600", "371000"][number % 3],
        (0..<4).map { _ in
          Figure.equal(
            String(Int.random(in: 1...9, using: &random)), random.pick(["个", "处", "万元"], "个"),
            random.pick(LawTests.things, ""))
        }, year: 2031 + number / 3)
    }
    let records = plans.flatMap(\.records)
    let one = CityComparison(View(of: RevisionSet(records))).json
    for _ in 0..<3 {
      #expect(CityComparison(View(of: RevisionSet(records.shuffled(using: &random)))).json == one)
    }
  }
}
