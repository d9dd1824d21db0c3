import ChineseText
import Foundation
import Plan
import Testing
import Vocabulary

@testable import Compare

/// Sentences of plans and summaries in which a careful reader said what became of each target: `Tests/Compare/tracking`.
@Suite struct TrackedSituationTests {
  /// What a reader said of one target.
  struct Label {
    var quote: String
    var verdicts: Set<String>
    var result: String?
    var claim: String?
  }

  private static let cities = ["青岛": "370200", "烟台": "370600", "潍坊": "370700", "威海": "371000", "日照": "371100"]

  /// The labels that tracking does not confirm, and how many there are.
  static func wrong(_ node: YAMLNode) throws -> (wrong: [String], count: Int) {
    let text = { (key: String) throws in try #require(node[key]?.string) }
    let (city, body, year) = (
      try #require(cities[try text("city")]), try text("body"), try #require(node["year"]?.int)
    )
    let plan = SamplePlan(
      city: city, organization: body, year: year, kind: .workPlan,
      goals: [goal("年度任务", try text("plan"), year, .target)])
    let summary = SamplePlan(
      city: city, organization: body, year: year, kind: .workSummary,
      goals: [goal(nil, try text("summary"), year, .actual)])
    let asOf = node["asOf"]?.string.flatMap { CalendarDate($0) }
    let targets = Tracking(View([plan, summary]), asOf: asOf).targets
    let labels = (node["targets"]?.sequence ?? []).map(label)
    let wrong = try labels.compactMap { label -> String? in
      let found = targets.filter { same($0.figure.indicator.quote, label.quote) }
      let fits = found.contains { target in
        label.verdicts.contains(target.verdict.rawValue)
          && (label.claim == nil || target.claim?.kind.rawValue == label.claim)
          && (target.verdict != .notReported || label.result == nil)
      }
      if fits { return nil }
      return "\(try text("id")): \(label.quote) \(label.verdicts.sorted()), not \(found.map(\.verdict.rawValue))"
    }
    return (wrong, labels.count)
  }

  private static func same(_ a: String, _ b: String) -> Bool {
    a.unicodeScalars.filter { $0 != " " }.elementsEqual(b.unicodeScalars.filter { $0 != " " })
  }

  private static func label(_ node: YAMLNode) -> Label {
    let verdicts = [node["verdict"]?.string ?? ""] + (node["also"]?.sequence ?? []).compactMap(\.string)
    return Label(
      quote: node["target"]?.string ?? "", verdicts: Set(verdicts), result: node["result"]?.string,
      claim: node["claimed"]?.string)
  }

  /// A goal, or an achievement, with a measure for each sentence and the figures that it states.
  private static func goal(
    _ title: String?, _ text: String, _ year: Int, _ role: Quantity.Role
  ) -> SamplePlan.SampleGoal {
    let sentences = text.split(separator: "。").map { "\($0)。" }
    let context = QuantityContext(defaultRole: role, year: year)
    let figures = sentences.flatMap { sentence in
      quantities(in: Array(sentence.unicodeScalars), context: context).map { figure($0) }
    }
    return SamplePlan.SampleGoal(
      title: title, measures: sentences, figures: figures, role: role == .target ? .task : .achievement, category: nil)
  }

  private static func figure(_ quantity: Quantity) -> SamplePlan.SampleFigure {
    SamplePlan.SampleFigure(
      quote: quantity.quote, comparator: Indicator.Comparator(rawValue: quantity.comparator.rawValue) ?? .eq,
      low: quantity.low, high: quantity.high, unit: quantity.unit, subject: quantity.subject,
      role: Indicator.Role(rawValue: quantity.role.rawValue) ?? .target,
      valueKind: Indicator.ValueKind(rawValue: quantity.valueKind.rawValue) ?? .level,
      qualifiers: quantity.qualifiers.map {
        Indicator.Qualifier(
          subject: $0.subject, comparator: Indicator.Comparator(rawValue: $0.comparator.rawValue) ?? .ge, low: $0.low,
          high: $0.high, unit: $0.unit)
      }, commitment: Indicator.Commitment(rawValue: quantity.commitment.rawValue) ?? .firm,
      period: quantity.period.map { Period(start: $0.start, end: $0.end) })
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Compare/tracking")

  @Test func `of a hundred targets ninety-five are judged as a careful reader judges them`() throws {
    let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
    let situations = try files.filter { $0.pathExtension == "yaml" }.flatMap {
      try YAMLNode.parse(Array(Data(contentsOf: $0)))["situations"]?.sequence ?? []
    }
    let results = try situations.map(Self.wrong)
    let count = results.reduce(0) { $0 + $1.count }
    let wrong = results.flatMap(\.wrong)
    #expect(count >= 60)
    let right = count - wrong.count
    #expect(Double(right) >= 0.95 * Double(count), "\(right) of \(count)\n\(wrong.joined(separator: "\n"))")
  }
}
