import Plan
import Testing

@testable import Compare

/// One target and one result of an invented bureau, each as a measure of one goal.
struct Pair {
  typealias Figure = SamplePlan.SampleFigure

  /// `{}` stands for the quote.
  var target: (figure: Figure, words: String)
  var result: (figure: Figure, words: String)
  var date: String?
  var year = 2032
  var planOrganization = "青岛市智慧渔港局"

  var plan: SamplePlan {
    SamplePlan(organization: planOrganization, year: year, goals: [Self.goal(target, .goal)])
  }
  var summary: SamplePlan {
    var figure = result.figure
    figure.role = .actual
    return SamplePlan(
      organization: "市智慧渔港局", year: year, kind: .workSummary, date: date,
      goals: [Self.goal((figure, result.words), .achievement)])
  }

  static func goal(_ side: (figure: Figure, words: String), _ role: Item.Role) -> SamplePlan.SampleGoal {
    let text = side.words.split(separator: "{}", omittingEmptySubsequences: false).joined(separator: side.figure.quote)
    return SamplePlan.SampleGoal(
      title: "做好渔港改造", measures: [text], figures: [side.figure], role: role,
      category: role == .goal ? "key" : nil)
  }

  func tracking(asOf: String? = nil) -> Tracking {
    Tracking(View([plan, summary]), asOf: asOf.flatMap { CalendarDate($0) })
  }

  func tracked(asOf: String? = nil) throws -> Tracking.Target {
    let targets = tracking(asOf: asOf).targets
    #expect(targets.count == 1)
    return try #require(targets.first)
  }

  init(_ target: Figure, _ targetWords: String, _ result: Figure, _ resultWords: String, date: String? = nil) {
    self.target = (target, targetWords)
    self.result = (result, resultWords)
    self.date = date
  }

  init(_ target: Figure, _ result: Figure, _ resultWords: String = "全年情况：{}。", date: String? = nil) {
    self.init(target, "全年任务：{}。", result, resultWords, date: date)
  }
}
