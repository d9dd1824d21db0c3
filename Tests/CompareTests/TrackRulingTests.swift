import Plan
import Testing
import Vocabulary

@testable import Compare

/// What a person decides of a target wins, and stands beside what the figures say.
@Suite struct TrackRulingTests {
  static let pair = Pair(.equal("12", "处", "改造渔港"), .equal("11", "处", "改造渔港"))
  static let other = Pair(.equal("9", "座", "新建灯塔"), .equal("13", "处", "港区改造完工"))

  private static func tracking(_ yaml: String) throws(LinkRulingError) -> Tracking {
    var plan = pair.plan
    plan.goals += other.plan.goals
    var summary = pair.summary
    summary.goals += other.summary.goals
    return try Tracking(View([plan, summary]), asOf: nil, rulings: TrackRulings(yaml: Array(yaml.utf8)))
  }

  static let targets = ["key-1.m1.i1", "key-2.m1.i1"].map { "cn370200.青岛市智慧渔港局.2032.targetSheet.\($0)" }
  static let results = [1, 2].map { "cn370200.市智慧渔港局.2032.workSummary.achievement-\($0).m1.i1" }

  @Test func `without rulings nothing is decided`() throws {
    let tracking = try Self.tracking("targets: []")
    #expect(tracking.targets.map(\.figure.indicator.id) == Self.targets)
    #expect(tracking.targets.map(\.verdict) == [.missed, .notReported])
    #expect(tracking.targets.allSatisfy { $0.ruling == nil })
  }

  @Test func `a verdict wins, with who decided it and what the figures say`() throws {
    let tracking = try Self.tracking("targets: [{indicator: \(Self.targets[0]), verdict: met, by: 样市督查室, why: 补报一处}]")
    let target = try #require(tracking.targets.first)
    #expect(target.verdict == .met && target.rule == .ruling)
    #expect(target.ruling?.verdict == .missed && target.ruling?.rule == .atLeast)
    #expect(target.json(.standard)["ruling"]?.object?["by"] == .string("样市督查室"))
    #expect(LightRules.standard.light(target)?.code == "green")
    #expect(tracking.bodies.first?.verdicts[.met] == 1)
  }

  @Test func `a result that is named answers the target and is judged like any other`() throws {
    let tracking = try Self.tracking("same: [{from: \(Self.targets[0]), to: \(Self.results[1])}]")
    let target = try #require(tracking.targets.first)
    #expect(target.result?.indicator.id == Self.results[1] && target.verdict == .exceeded && target.rule == .atLeast)
    #expect(target.ruling?.result?.indicator.id == Self.results[0] && target.ruling?.verdict == .missed)
    #expect(tracking.links.map { $0.body["evidence"]?.object?["by"] } == [.string("ruling")])
    let named = try Self.tracking(
      "targets: [{indicator: \(Self.targets[0]), result: \(Self.results[1]), by: 样市督查室, why: 口径一致}]")
    #expect(named.targets.first?.verdict == .exceeded)
  }

  @Test func `a result that is ruled out answers nothing`() throws {
    let tracking = try Self.tracking("different: [{from: \(Self.targets[0]), to: \(Self.results[0])}]")
    #expect(tracking.targets.first?.verdict == .notReported && tracking.targets.first?.ruling?.verdict == .missed)
  }

  @Test func `a verdict stands where there is no result`() throws {
    let tracking = try Self.tracking("targets: [{indicator: \(Self.targets[1]), verdict: met, by: 样市督查室, why: 现场核实}]")
    #expect(tracking.targets.last?.verdict == .met && tracking.targets.last?.result == nil)
    #expect(tracking.links.isEmpty)
  }

  @Test(
    "A file that cannot be used is told with its line",
    arguments: [
      ("targets:\n  - {indicator: nowhere, verdict: met, by: 甲, why: 乙}", 2),
      ("same:\n  - {from: \(targets[0]), to: nowhere}", 2),
      ("targets:\n  - {indicator: \(targets[0]), verdict: fine, by: 甲, why: 乙}", 2),
      ("targets:\n  - {indicator: \(targets[0]), verdict: met, by: 甲}", 2),
      ("targets:\n  - {indicator: \(targets[0]), by: 甲, why: 乙}", 2), ("verdicts: []", 1),
      (
        "targets:\n  - {indicator: \(targets[0]), verdict: met, by: 甲, why: 乙}\n  - {indicator: \(targets[0]), verdict: missed, by: 甲, why: 乙}",
        3
      ),
      (
        "different:\n  - {from: \(targets[0]), to: \(results[0])}\ntargets:\n  - {indicator: \(targets[0]), result: \(results[0]), by: 甲, why: 乙}",
        4
      ),
    ])
  func unusable(yaml: String, line: Int) {
    do {
      _ = try Self.tracking(yaml)
      Issue.record("\(yaml) was taken")
    } catch {
      switch error {
      case .missing(_, let at), .unknownField(_, let at), .wrongForm(_, let at), .unknownID(_, _, let at),
        .contradictory(_, let at, _):
        #expect(at == line)
      case .yaml: Issue.record("\(yaml) is no YAML")
      }
    }
  }
}
