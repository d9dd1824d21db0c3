import ChineseText
import Foundation
import Plan
import Testing
import Vocabulary

@testable import Compare

/// Plans of two years in which a careful reader said what became of each goal: `Tests/Compare/cases`.
@Suite struct LabelledPairTests {
  /// What a reader said of some goals.
  struct Label {
    var kinds: Set<String>
    var from: Set<String>
    var to: Set<String>
  }

  struct Case {
    var id: String
    var old: SamplePlan
    var new: SamplePlan
    /// Per side the names of the goals in the file's order.
    var names: (old: [String], new: [String])
    var labels: [Label]
  }

  private static let cities = ["青岛": "370200", "烟台": "370600", "潍坊": "370700", "威海": "371000", "日照": "371100"]

  static func cases(_ file: URL) throws -> [Case] {
    let root = try YAMLNode.parse(Array(Data(contentsOf: file)))
    return try (root["cases"]?.sequence ?? []).map { node in
      let text = { (key: String) throws in try #require(node[key]?.string) }
      let kind = try #require(Document.Kind(rawValue: try text("kind")))
      let categories = Set(["old", "new"].flatMap { node[$0]?.sequence ?? [] }.compactMap { $0["category"]?.string })
      let codes = Dictionary(uniqueKeysWithValues: zip(categories.sorted(), 0...).map { ($0, "part\($1)") })
      let plan = { (side: String, year: Int) throws -> SamplePlan in
        SamplePlan(
          city: try #require(cities[try text("city")]), organization: try text("body"),
          year: try #require(node["years"]?[year]?.int), kind: kind,
          goals: (node[side]?.sequence ?? []).map { goal($0, codes) })
      }
      return Case(
        id: try text("id"), old: try plan("old", 0), new: try plan("new", 1),
        names: (names(node, "old"), names(node, "new")),
        labels: (node["labels"]?.sequence ?? []).map(label))
    }
  }

  private static func names(_ node: YAMLNode, _ side: String) -> [String] {
    (node[side]?.sequence ?? []).compactMap { $0["n"]?.string }
  }

  private static func label(_ node: YAMLNode) -> Label {
    let list = { (key: String) in (node[key]?.sequence ?? []).compactMap(\.string) }
    return Label(kinds: Set([node["kind"]?.string ?? ""] + list("also")), from: Set(list("from")), to: Set(list("to")))
  }

  /// A goal with the figures that its text states.
  private static func goal(_ node: YAMLNode, _ codes: [String: String]) -> SamplePlan.SampleGoal {
    let text = [node["aim"]?.string, node["text"]?.string].compactMap { $0 }.joined(separator: "。")
    let found = quantities(
      in: Array(text.unicodeScalars), context: QuantityContext(guessesRole: false, readsPeriods: false))
    let figures = found.map { quantity in
      SamplePlan.SampleFigure(
        quote: quantity.quote, comparator: Indicator.Comparator(rawValue: quantity.comparator.rawValue) ?? .eq,
        low: quantity.low, high: quantity.high, unit: quantity.unit, subject: quantity.subject,
        role: Indicator.Role(rawValue: quantity.role.rawValue) ?? .target,
        valueKind: Indicator.ValueKind(rawValue: quantity.valueKind.rawValue) ?? .level,
        commitment: Indicator.Commitment(rawValue: quantity.commitment.rawValue) ?? .firm)
    }
    return SamplePlan.SampleGoal(
      title: node["title"]?.string, text: text, figures: figures,
      category: node["category"]?.string.flatMap { codes[$0] })
  }

  /// The labels that the comparison does not confirm.
  static func wrong(_ each: Case) -> [String] {
    let diff = Diff(old: each.old.view, new: each.new.view)
    let place = { (goal: Goal) in (goal.item.number ?? 0) - 1 }
    let found = diff.changes.map { change in
      (
        kind: change.kind.rawValue, from: Set(change.from.map { each.names.old[place($0)] }),
        to: Set(change.to.map { each.names.new[place($0)] })
      )
    }
    return each.labels.compactMap { label in
      let hits = found.filter { $0.from == label.from && $0.to == label.to }
      if hits.contains(where: { label.kinds.contains($0.kind) }) { return nil }
      let names = (label.from.sorted() + label.to.sorted()).joined(separator: " ")
      return "\(each.id): \(names) \(label.kinds.sorted().joined(separator: "/")), not \(hits.map(\.kind))"
    }
  }

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Compare/cases")

  @Test func `of a hundred labels ninety-five are found`() throws {
    let files = try FileManager.default.contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
    let extra = ProcessInfo.processInfo.environment["JDX_LABELLED_PAIRS"].map { [URL(fileURLWithPath: $0)] }
    let cases = try (extra ?? files.filter { $0.pathExtension == "yaml" }).flatMap { try Self.cases($0) }
    let count = cases.reduce(0) { $0 + $1.labels.count }
    let wrong = cases.flatMap(Self.wrong)
    #expect(count >= 40)
    let share = Double(count - wrong.count) / Double(max(1, count))
    #expect(share >= 0.95, "\(count - wrong.count) of \(count)\n\(extra == nil ? wrong.joined(separator: "\n") : "")")
  }
}
