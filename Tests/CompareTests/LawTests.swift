import Plan
import Testing

@testable import Compare

/// Laws that hold for any two plans, on invented ones made up by a seeded generator.
@Suite struct LawTests {
  struct Random: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      return value ^ (value >> 31)
    }
    mutating func pick<T>(_ values: [T], _ fallback: T) -> T { values.randomElement(using: &self) ?? fallback }
  }

  static let verbs = ["推进", "加强", "完善", "深化", "提升"]
  static let things = ["渔港改造", "托育服务", "公交线网", "河道治理", "档案数字化", "船员培训", "食堂卫生", "苗种繁育", "充电设施", "矿山修复"]
  static let tails = ["责任到人", "按月调度", "形成长效机制", "争取上级支持", "扩大覆盖面"]

  static func goal(_ random: inout Random) -> SamplePlan.SampleGoal {
    let thing = random.pick(things, "")
    var goal = SamplePlan.SampleGoal(title: random.pick(verbs, "") + thing)
    goal.role = Bool.random(using: &random) ? .goal : .task
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let number = String(Int.random(in: 1...4, using: &random))
      let subject = random.pick(things, "")
      let figure: SamplePlan.SampleFigure =
        switch Int.random(in: 0...3, using: &random) {
        case 0: .equal(number, "个", subject)
        case 1: .atLeast(number, "万元", subject)
        case 2: .between(number, String(Int.random(in: 5...6, using: &random)), "个", subject)
        default: .atMost(number, "%", subject)
        }
      goal.figures.append(figure)
      goal.measures.append(random.pick(verbs, "") + subject + figure.quote + "，" + random.pick(tails, "") + "。")
    }
    if goal.measures.isEmpty { goal.text = random.pick(tails, "") }
    return goal
  }

  static func plans(_ random: inout Random, year: Int) -> [SamplePlan] {
    (0..<Int.random(in: 0...2, using: &random)).map { number in
      SamplePlan(
        organization: ["市甲局", "市乙局", "市丙局"][(number + Int.random(in: 0...1, using: &random)) % 3] + "\(number)",
        year: year, goals: (0..<Int.random(in: 0...5, using: &random)).map { _ in goal(&random) })
    }
  }

  /// The change of one pair of goals, whichever side is old.
  struct Seen: Hashable, CustomStringConvertible {
    var kind: String
    var from: [String]
    var to: [String]
    var score: String?
    var figures: Set<[String]>
    var description: String { "\(kind) \(from) \(to) \(score ?? "-") \(figures)" }
  }

  static func seen(_ change: Diff.Change, mirrored: Bool) -> Seen {
    let kind =
      switch (change.kind, mirrored) {
      case (.added, true): Diff.Kind.dropped
      case (.dropped, true): Diff.Kind.added
      case (.split, true): Diff.Kind.merged
      case (.merged, true): Diff.Kind.split
      default: change.kind
      }
    let figures = change.figures.map { figure in
      let sides = [figure.from?.indicator.id ?? "", figure.to?.indicator.id ?? ""]
      return [(mirrored ? figure.kind.mirrored : figure.kind).rawValue] + (mirrored ? sides.reversed() : sides)
    }
    let (from, to) = (change.from.map(\.id), change.to.map(\.id))
    return Seen(
      kind: kind.rawValue, from: mirrored ? to : from, to: mirrored ? from : to, score: change.score?.text,
      figures: Set(figures))
  }

  @Test func `differences mirror, and each goal and each figure stands in exactly one change`() {
    var random = Random(state: 17)
    for _ in 0..<300 {
      let a = View(Self.plans(&random, year: 2023))
      let b = View(Self.plans(&random, year: Bool.random(using: &random) ? 2023 : 2024))
      let (forth, back) = (Diff(old: a, new: b), Diff(old: b, new: a))
      #expect(
        Set(forth.changes.map { Self.seen($0, mirrored: false) })
          == Set(back.changes.map { Self.seen($0, mirrored: true) }))

      let goals = { (view: View) in
        view.items.compactMap(\.item).filter { $0.role == .goal || $0.role == .task }.map(\.id)
      }
      #expect(forth.changes.flatMap(\.from).map(\.id).sorted() == goals(a).sorted())
      #expect(forth.changes.flatMap(\.to).map(\.id).sorted() == goals(b).sorted())
      let figures = forth.changes.flatMap(\.figures)
      #expect(figures.compactMap(\.from?.indicator.id).sorted() == a.indicators.map(\.id).sorted())
      #expect(figures.compactMap(\.to?.indicator.id).sorted() == b.indicators.map(\.id).sorted())
      #expect(Diff(old: a, new: a).isEmpty)
    }
  }

  @Test func `the order of records does not matter`() {
    var random = Random(state: 23)
    for _ in 0..<40 {
      let (a, b) = (
        Self.plans(&random, year: 2023).flatMap(\.records), Self.plans(&random, year: 2024).flatMap(\.records)
      )
      let one = Diff(old: View(of: RevisionSet(a)), new: View(of: RevisionSet(b)))
      let other = Diff(
        old: View(of: RevisionSet(a.shuffled(using: &random))), new: View(of: RevisionSet(b.shuffled(using: &random))))
      #expect(one.json == other.json)
    }
  }

  @Test func `what one list alone has keeps its place`() {
    let merged = Assignment.merged(oldCount: 5, newCount: 3, partners: [0: 3, 2: 1])
    #expect(
      merged.map { "\($0.old.map(String.init) ?? "-")>\($0.new.map(String.init) ?? "-")" } == [
        "0>-", "3>0", "4>-", "->1", "1>2", "2>-",
      ])
  }
}
