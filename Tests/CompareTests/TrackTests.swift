import Plan
import Testing
import Vocabulary

@testable import Compare

@Suite struct TrackTests {
  typealias Figure = SamplePlan.SampleFigure

  static func change(_ number: String, _ unit: String, _ subject: String, _ comparator: Indicator.Comparator = .eq)
    -> Figure
  {
    Figure(
      quote: number + unit, comparator: comparator, low: comparator == .le ? nil : number,
      high: comparator == .ge ? nil : number, unit: unit, subject: subject, valueKind: .change)
  }
  static func rank(_ number: String, _ comparator: Indicator.Comparator = .eq) -> Figure {
    Figure(
      quote: "第\(number)位", comparator: comparator, low: comparator == .le ? nil : number, high: number, unit: "位",
      subject: "渔港评价", valueKind: .rank)
  }
  static func turns(_ number: String) -> Figure {
    Figure(quote: "翻\(number)番", low: number, high: number, unit: "番", subject: "加工产值", valueKind: .change)
  }
  static func none(_ quote: String, _ subject: String) -> Figure {
    Figure(quote: quote, low: "0", high: "0", unit: "", subject: subject)
  }
  static func about(_ number: String, _ unit: String, _ subject: String) -> Figure {
    Figure(quote: number + unit + "左右", comparator: .approx, low: number, high: number, unit: unit, subject: subject)
  }
  static func with(_ floor: String, _ figure: Figure) -> Figure {
    var figure = figure
    figure.qualifiers = [Indicator.Qualifier(subject: "投资额", comparator: .ge, low: floor, high: nil, unit: "亿元")]
    return figure
  }
  static func during(_ start: String, _ end: String, _ figure: Figure) -> Figure {
    var figure = figure
    figure.period = Period(start: start, end: end)
    return figure
  }

  static let wholeYear: [(Pair, Tracking.Verdict, Tracking.Rule)] = [
    (Pair(.equal("12", "处", "改造渔港"), .equal("12", "处", "改造渔港")), .met, .atLeast),
    (Pair(.equal("12", "处", "改造渔港"), .equal("13", "处", "改造渔港")), .exceeded, .atLeast),
    (Pair(.equal("12", "处", "改造渔港"), .equal("11", "处", "改造渔港")), .missed, .atLeast),
    (Pair(.equal("12", "处", "改造渔港"), .equal("12", "个", "改造渔港")), .met, .atLeast),
    (Pair(.atLeast("98", "%", "抽检合格率"), .equal("98", "%", "抽检合格率")), .met, .atLeast),
    (Pair(.atLeast("98", "%", "抽检合格率"), .equal("97.9", "%", "抽检合格率")), .missed, .atLeast),
    (Pair(.atMost("5", "起", "较大险情"), .equal("3", "起", "较大险情")), .met, .atMost),
    (Pair(.atMost("5", "起", "较大险情"), .equal("6", "起", "较大险情")), .missed, .atMost),
    (
      Pair(
        Figure(quote: "突破180亿元", comparator: .gt, low: "180", unit: "亿元", subject: "加工产值"),
        .equal("180", "亿元", "加工产值")), .missed, .moreThan
    ),
    (
      Pair(
        Figure(quote: "突破180亿元", comparator: .gt, low: "180", unit: "亿元", subject: "加工产值"),
        Figure(quote: "超过180亿元", comparator: .gt, low: "180", unit: "亿元", subject: "加工产值")), .met, .moreThan
    ),
    (Pair(.between("2", "3", "家", "龙头企业"), .equal("1", "家", "龙头企业")), .missed, .range),
    (Pair(.between("2", "3", "家", "龙头企业"), .equal("3", "家", "龙头企业")), .met, .range),
    (Pair(.between("2", "3", "家", "龙头企业"), .equal("4", "家", "龙头企业")), .exceeded, .range),
    (Pair(.equal("5000", "万元", "渔港投资"), .equal("0.5", "亿元", "渔港投资")), .met, .atLeast),
    (Pair(.equal("3", "公顷", "湿地修复面积"), .equal("45", "亩", "湿地修复面积")), .met, .atLeast),
    (Pair(.equal("3", "公顷", "湿地修复面积"), .equal("44.9", "亩", "湿地修复面积")), .missed, .atLeast),
    (Pair(rank("5"), rank("3")), .exceeded, .atMost),
    (Pair(rank("5"), rank("6")), .missed, .atMost),
    (Pair(rank("10", .le), rank("8")), .met, .atMost),
    (
      Pair(change("10", "%", "险情起数"), "险情起数下降{}。", change("12", "%", "险情起数"), "险情起数同比下降{}。"), .exceeded, .atMost
    ),
    (
      Pair(change("10", "%", "险情起数"), "险情起数下降{}。", change("2", "%", "险情起数"), "险情起数同比增长{}。"), .missed, .atMost
    ),
    (
      Pair(change("5", "%", "渔业产值", .ge), "渔业产值增长{}。", change("3", "%", "渔业产值"), "渔业产值下降{}。"), .missed, .atLeast
    ),
    (
      Pair(change("5", "%", "油耗总量", .le), "油耗总量下降不超过{}。", change("4", "%", "油耗总量"), "油耗总量下降{}。"), .met, .atLeast
    ),
    (
      Pair(.equal("4", "%", "空置率"), "泊位空置率降至{}。", .equal("3.5", "%", "空置率"), "泊位空置率为{}。"), .exceeded, .atMost
    ),
    (Pair(.equal("6000", "人", "新增城镇就业"), .equal("0.61", "万人", "城镇新增就业人数")), .exceeded, .atLeast),
    (Pair(about("80", "支", "参赛队伍"), .equal("82", "支", "参赛队伍")), .notJudged, .approximateTarget),
    (Pair(.equal("80", "支", "参赛队伍"), about("82", "支", "参赛队伍")), .notJudged, .approximateResult),
    (Pair(.equal("5", "亿元", "引进资金"), .equal("5", "亿美元", "引进资金")), .notComparable, .otherUnit),
    (Pair(.equal("5", "%", "参训率"), .equal("5", "个百分点", "参训率")), .notComparable, .otherUnit),
    (Pair(.equal("500", "人", "渔民培训"), .equal("500", "人次", "渔民培训")), .notComparable, .otherUnit),
    (
      Pair(.equal("500", "亿元", "渔业产值"), change("5", "%", "渔业产值"), "渔业产值增长{}。"), .notComparable, .otherValueKind
    ),
    (
      Pair(with("50", .equal("5", "个", "落地渔港项目")), with("10", .equal("7", "个", "落地渔港项目"))), .notComparable,
      .otherCondition
    ),
    (Pair(.equal("12", "处", "改造渔港"), .atLeast("10", "处", "改造渔港")), .notComparable, .openResult),
    (Pair(.equal("12", "处", "改造渔港"), .atLeast("12", "处", "改造渔港")), .met, .atLeast),
    (
      Pair(
        .equal("12", "处", "改造渔港"), during("2032-07-01", "2032-09-30", .equal("5", "处", "改造渔港"))), .notComparable,
      .otherPeriod
    ),
    (Pair(turns("1"), change("112", "%", "加工产值"), "加工产值增长{}。"), .exceeded, .atLeast),
    (Pair(turns("2"), change("280", "%", "加工产值"), "加工产值增长{}。"), .missed, .atLeast),
    (Pair(turns("1"), .equal("1.9", "倍", "加工产值"), "加工产值是上年的{}。"), .missed, .atLeast),
    (Pair(turns("1"), change("1", "倍", "加工产值"), "加工产值增长{}。"), .met, .atLeast),
    (
      Pair(turns("1"), "加工产值较2026年{}。", change("112", "%", "加工产值"), "加工产值增长{}。"), .notComparable, .otherUnit
    ),
    (Pair(none("零发生", "渔业事故"), none("未发生", "渔业事故")), .met, .atMost),
    (Pair(none("零发生", "渔业事故"), .equal("1", "起", "渔业事故")), .missed, .atMost),
    (Pair(.atMost("2", "起", "渔业事故"), none("未发生", "渔业事故")), .met, .atMost),
    (
      Pair(.equal("240", "公里", "岸线整治"), .equal("87.5", "%", "岸线整治年度任务"), "岸线整治完成年度任务的{}。"), .missed, .atLeast
    ),
    (
      Pair(.equal("240", "公里", "岸线整治"), .equal("104", "%", "岸线整治"), "岸线整治完成年度计划的{}。"), .exceeded, .atLeast
    ),
    (
      Pair(.atMost("10", "起", "渔业险情"), .equal("40", "%", "渔业险情"), "渔业险情占年度指标的{}。"), .notReported, .notMentioned
    ),
    (Pair(.equal("12", "处", "改造渔港"), .equal("7", "座", "新增灯塔")), .notReported, .notMentioned),
    (Pair(.equal("12", "亿元", "涉渔收入"), .equal("13", "亿元", "涉渔支出")), .notReported, .notMentioned),
    (
      Pair(.equal("12", "处", "改造渔港"), during("2031-01-01", "2031-12-31", .equal("12", "处", "改造渔港"))), .notReported,
      .noReport
    ),
    (
      Pair(.equal("1" + String(repeating: "0", count: 60), "处", "改造渔港"), .equal("1", "处", "改造渔港")), .notComparable,
      .longNumber
    ),
  ]

  @Test(arguments: wholeYear.indices)
  func `a target is held against its result by its direction and its measure`(index: Int) throws {
    let (pair, verdict, rule) = Self.wholeYear[index]
    let target = try pair.tracked()
    #expect(target.verdict == verdict)
    #expect(target.rule == rule)
    #expect(target.progress == nil)
    #expect((target.result == nil) == (verdict == .notReported))
  }

  static let halfYear = Pair(.equal("100", "处", "改造渔港"), .equal("45", "处", "改造渔港"), date: "2032-06-30")

  @Test func `before the end a count is held against the time elapsed, and never missed`() throws {
    let behind = try Self.halfYear.tracked()
    #expect(behind.verdict == .partly && behind.rule == .elapsedTime)
    #expect(behind.progress?.standing == .behind && behind.progress?.asOf == "2032-06-30")
    #expect(behind.progress?.elapsed == "49.7" && behind.progress?.done == "45")
    #expect(try Self.halfYear.tracked(asOf: "2032-06-01").progress?.standing == .inTime)
    #expect(try Self.halfYear.tracked(asOf: "2032-12-31").verdict == .missed)
    #expect(try Self.halfYear.tracked(asOf: "2033-05-01").verdict == .missed)
  }

  @Test func `what is reached before the end is reached`() throws {
    let target = try Pair(.equal("100", "处", "改造渔港"), .equal("104", "处", "改造渔港"), date: "2032-06-30").tracked()
    #expect(target.verdict == .exceeded && target.completion == "104" && target.progress?.standing == .inTime)
  }

  @Test func `a figure's own period tells how far it goes`() throws {
    let part = TrackTests.during("2032-01-01", "2032-09-30", .equal("70", "处", "改造渔港"))
    let target = try Pair(.equal("100", "处", "改造渔港"), part).tracked(asOf: "2032-12-31")
    #expect(target.verdict == .partly && target.progress?.standing == .behind && target.progress?.asOf == "2032-09-30")
  }

  @Test func `a ceiling must not be used up sooner than the time, a share is taken as it stands`() throws {
    let ceiling = { (used: String) in
      try Pair(.atMost("10", "起", "较大险情"), .equal(used, "起", "较大险情"), date: "2032-06-30").tracked()
    }
    #expect(try ceiling("4").progress?.standing == .inTime)
    #expect(try ceiling("12").progress?.standing == .behind && ceiling("12").verdict == .partly)
    let share = { (now: String) in
      try Pair(.atLeast("90", "%", "整改率"), .equal(now, "%", "整改率"), date: "2032-06-30").tracked()
    }
    #expect(try share("91").rule == .presentValue && share("91").progress?.standing == .inTime)
    #expect(try share("80").progress?.standing == .behind && share("80").verdict == .partly)
  }

  static let claims: [(String, Claim.Kind?, contradicted: Bool)] = [
    ("改造渔港{}，超额完成年度目标。", .exceeded, false), ("改造渔港{}，未完成目标。", .missed, true),
    ("改造渔港{}（提前完成）。", .met, false), ("改造渔港{}，完成年度目标的110%。", .exceeded, false),
    ("改造渔港{}，完成年度目标的120%。", .exceeded, true), ("改造渔港{}，完成投资9亿元。", nil, false),
    ("已完成改造渔港{}。", nil, false), ("改造渔港{}。未完成的是灯塔。", nil, false),
  ]

  @Test(arguments: claims.indices)
  func `what the document claims stands beside the verdict, and is compared with it`(index: Int) throws {
    let (words, kind, contradicted) = Self.claims[index]
    let target = try Pair(.equal("10", "处", "改造渔港"), .equal("11", "处", "改造渔港"), words).tracked()
    #expect(target.verdict == .exceeded)
    #expect(target.claim?.kind == kind)
    #expect(target.isContradicted == contradicted)
  }

  @Test func `a body under a former or a longer name answers its target, another body does not`() throws {
    var pair = Pair(.equal("10", "处", "改造渔港"), .equal("10", "处", "改造渔港"))
    #expect(try pair.tracked().verdict == .met)
    pair.planOrganization = "青岛市智慧农田局"
    #expect(try pair.tracked().rule == .noReport)
    pair.planOrganization = "青岛市人民政府"
    #expect(try pair.tracked().verdict == .met)
  }

  @Test func `a stretch target is judged like others and told as such`() throws {
    var figure = Figure.equal("10", "处", "改造渔港")
    figure.commitment = .stretch
    let target = try Pair(figure, .equal("9", "处", "改造渔港")).tracked()
    #expect(target.verdict == .missed)
    #expect(LightRules.standard.light(target)?.code == "yellow")
    #expect(target.json(.standard)["commitment"] == .string("stretch"))
  }

  @Test func `of several results the one that reaches furthest counts`() throws {
    let early = Self.during("2032-01-01", "2032-06-30", .equal("5", "处", "改造渔港"))
    var pair = Pair(.equal("10", "处", "改造渔港"), early)
    let half = pair.summary
    pair.result.figure = .equal("10", "处", "改造渔港")
    var whole = pair.summary
    whole.kind = .governmentReport
    let tracking = Tracking(View([pair.plan, half, whole]))
    #expect(tracking.targets.map(\.verdict) == [.met])
    #expect(Tracking(View([whole, half, pair.plan])).json(.standard) == tracking.json(.standard))
  }

  @Test func `every target and each body is counted once`() throws {
    let tracking = Self.halfYear.tracking()
    #expect(tracking.verdicts.values.reduce(0, +) == tracking.targets.count)
    #expect(tracking.bodies.map(\.targets) == [1])
    #expect(tracking.links.map(\.id).first?.contains(".fulfils.") == true)
    let record = try #require(tracking.links.first)
    #expect(Record.read(.link, record.line).faults.isEmpty)
  }

  /// Units that turn into one another, each with its factor of a common one.
  static let scales = [("元", 0), ("万元", 4), ("亿元", 8), ("千万元", 7)]

  @Test func `the unit of either side never changes the verdict`() throws {
    var random = LawTests.Random(state: 31)
    for _ in 0..<8 {
      let numbers = (0..<2).map { _ in Int.random(in: 1...30, using: &random) }
      let written = { (number: Int, scale: (String, Int)) in
        // The number times 10^8, in the unit.
        Figure.equal(String(number) + String(repeating: "0", count: 8 - scale.1), scale.0, "渔港投资")
      }
      let verdicts = try Self.scales.flatMap { one in
        try Self.scales.map { other in
          try Pair(written(numbers[0], one), written(numbers[1], other)).tracked().verdict
        }
      }
      #expect(Set(verdicts).count == 1)
    }
  }

  @Test func `a share of the plan is told where nothing else answers, and claims itself`() throws {
    let share = Figure.equal("87.5", "%", "岸线整治")
    let target = try Pair(.equal("240", "公里", "岸线整治"), share, "岸线整治完成年度任务的{}。").tracked()
    #expect(target.comparison?.text == "87.5 : 100 %" && target.completion == "87.5")
    #expect(target.claim?.kind == .partly && target.claim?.percent == "87.5" && !target.isContradicted)
    let half = try Pair(.equal("240", "公里", "岸线整治"), share, "岸线整治完成年度任务的{}。", date: "2032-06-30").tracked()
    #expect(half.verdict == .partly && half.progress?.done == "87.5" && half.progress?.standing == .inTime)
  }

  @Test func `doublings are told in percent`() throws {
    let target = try Pair(Self.turns("2"), Self.change("280", "%", "加工产值"), "加工产值增长{}。").tracked()
    #expect(target.comparison?.text == "280 : 300 %")
  }

  @Test func `none is told in the unit of the other side`() throws {
    let target = try Pair(Self.none("零发生", "渔业事故"), .equal("1", "起", "渔业事故")).tracked()
    #expect(target.comparison?.text == "1 : 0 起")
    #expect(try Pair(Self.none("零发生", "渔业事故"), Self.none("未发生", "渔业事故")).tracked().comparison?.text == "0 : 0")
  }

  @Test func `what is said of the pace at a sentence's end holds for all of it`() throws {
    let target = try Pair(
      .equal("90", "处", "改造渔港"), .equal("36", "处", "改造渔港"), "改造渔港{}，惠及渔户较多，未达到序时进度。", date: "2032-06-30"
    ).tracked()
    #expect(target.claim?.kind == .behind)
  }

  @Test func `a share of a plan that is not named is a claim and no result`() throws {
    let share = Figure.equal("104", "%", "年度目标")
    let target = try Pair(
      .equal("90", "%", "年度目标"), share, "改造渔港完成年度目标的{}。"
    ).tracked()
    #expect(target.verdict == .notReported)
  }

  @Test func `a name of one word is completed by the words around it`() throws {
    func verdict(_ words: String) throws -> Tracking.Verdict {
      try Pair(
        .atLeast("20", "处", "打通"), words, .equal("21", "处", "老渔港断头路打通"), "老渔港断头路打通{}。"
      ).tracked().verdict
    }
    #expect(try verdict("对老渔港断头路逐条制定方案，年内打通{}。") == .exceeded)
    #expect(try verdict("对输水管线逐段制定方案，年内打通{}。") == .notReported)
  }

  @Test func `a name that says little counts where another figure of the same two sentences answers`() {
    func verdicts(_ subject: String, _ done: String) -> [Tracking.Verdict] {
      let plan = SamplePlan(
        year: 2032,
        goals: [
          .init(
            title: "续建滨水步道", measures: ["新建步道110公里，争取列入省级示范，完成投资2亿元。"],
            figures: [.equal("110", "公里", "新建步道"), .equal("2", "亿元", "投资")])
        ])
      let summary = SamplePlan(
        year: 2032, kind: .workSummary,
        goals: [
          .init(
            title: "骨架拉开", measures: ["\(done)，整修护栏路灯和标识，水面保洁常态开展，完成投资1.6亿元。"],
            figures: [Figure.equal("98", "公里", subject), Figure.equal("1.6", "亿元", "投资")].map {
              var figure = $0
              figure.role = .actual
              return figure
            }, role: .achievement, category: nil)
        ])
      return Tracking(View([plan, summary])).targets.map(\.verdict)
    }
    #expect(verdicts("新建步道", "新建步道98公里") == [.missed, .missed])
    #expect(verdicts("清理岸线", "清理岸线98公里") == [.notReported, .notReported])
  }

  @Test func `the order of records and of documents does not matter`() {
    var random = LawTests.Random(state: 41)
    for _ in 0..<6 {
      var records: [Record] = []
      for year in [2031, 2032] {
        for var plan in LawTests.plans(&random, year: year) {
          records += plan.records
          plan.kind = .workSummary
          for goal in plan.goals.indices {
            for figure in plan.goals[goal].figures.indices { plan.goals[goal].figures[figure].role = .actual }
          }
          records += plan.records
        }
      }
      let one = Tracking(View(of: RevisionSet(records)))
      let other = Tracking(View(of: RevisionSet(records.shuffled(using: &random))))
      #expect(one.json(.standard) == other.json(.standard))
      #expect(one.links.map(\.revision) == other.links.map(\.revision))
      #expect(one.bodies.map(\.targets).reduce(0, +) == one.targets.count)
    }
  }

  @Test func `a bare number beside a task may be last year's, and is not judged`() throws {
    let plan = SamplePlan(year: 2032, kind: .taskLedger, goals: [Pair.goal((.equal("20", "处", "改造渔港"), "{}"), .task)])
    let (document, task) = (try #require(plan.records.first), try #require(plan.view.items.first?.item))
    let item = Item(
      id: task.id + ".achievement-1", document: document.id, reading: document.revision, parent: task.id,
      role: .achievement, text: "14", spans: [Span(start: 60, end: 62)])
    let figure = Indicator(
      id: item.id + ".i1", item: item.id, reading: document.revision, role: .actual, subject: "改造渔港", comparator: .eq,
      low: "14", high: "14", unit: "处", valueKind: .level, commitment: .firm, quote: "14",
      spans: [Span(start: 60, end: 62)])
    let view = View(of: RevisionSet(plan.records + [Record(.item, item.json), Record(.indicator, figure.json)]))
    let target = try #require(Tracking(view).targets.first)
    #expect(target.verdict == .notComparable && target.rule == .undatedResult)
    #expect(CityComparison(view).rows.first?.cells.first?.years.first?.results.isEmpty == true)
  }
}
