import Plan
import TestSupport
import Testing
import Vocabulary

@testable import Compare
@testable import Report

/// The forms of `track` and `compare`: each has every target and city, words beside colours, and nothing is markup.
@Suite struct TabledFormsTests {
  static let hostile = "渔港<script>alert(1)</script>"

  static func plan(_ city: String, _ number: String, _ role: Indicator.Role) -> SamplePlan {
    var figure = SamplePlan.SampleFigure.equal(number, "处", hostile)
    figure.role = role
    var goal = SamplePlan.SampleGoal(title: "改造" + hostile, text: "改造\(hostile)\(number)处。", figures: [figure])
    if role == .actual { (goal.role, goal.category) = (.achievement, nil) }
    return SamplePlan(city: city, year: 2032, kind: role == .actual ? .workSummary : .targetSheet, goals: [goal])
  }

  static let view = View(
    of: RevisionSet(
      [plan("370200", "12", .target), plan("370200", "13", .actual), plan("371000", "9", .target)].flatMap(\.records)))

  static func pages(_ language: Language) -> [String] {
    let comparison = CityComparison(view)
    return [
      HTMLReport.track(Tracking(view), lights: .standard, language: language),
      HTMLReport.compare(comparison, by: ComparisonSide.allCases, themes: .standard, language: language),
      TextReport.trackMarkdown(Tracking(view), lights: .standard, language: language),
      TextReport.compareMarkdown(comparison, by: ComparisonSide.allCases, themes: .standard, language: language),
    ]
  }

  @Test(arguments: Language.allCases)
  func `what a document says is never markup, and every figure is there`(language: Language) {
    for page in Self.pages(language) {
      #expect(!page.contains("<script>alert"))
      #expect(page.contains("12处") && page.contains("13处") || page.contains("12处") && page.contains("9处"))
    }
  }

  @Test func `verdicts and lights stand as words`() {
    let page = HTMLReport.track(Tracking(Self.view), lights: .standard, language: .zhHans)
    for word in ["超额", "绿灯", "未填报", "不亮灯", "不低于目标值即为达到（完成 13，目标 12 处）"] { #expect(page.contains(word), "\(word)") }
    let cities = HTMLReport.compare(
      CityComparison(Self.view), by: [.indicator], themes: .standard, language: .en)
    #expect(cities.contains("<svg") && !cities.contains("Goals and tasks by theme"))
  }

  @Test(.enabled(if: OutsideProgram.python(with: "html.parser") != nil, "no Python: run make setup-test"))
  func `the pages are sound`() throws {
    for page in Self.pages(.zhHans).prefix(2) {
      let answer = try OutsideProgram.run(
        [try #require(OutsideProgram.python(with: "html.parser")), "-c", PageReader.script],
        files: ["page.html": Array(page.utf8)])
      #expect(answer.status == 0, "\(answer.output)")
      let said = try #require(try JSON.parse(Array(answer.output.utf8)).object)
      #expect(said["problems"]?.array?.compactMap(\.string) == [])
    }
  }

  @Test func `what one city has alone is counted by city and stands last, folded on the page`() {
    let own = SamplePlan(
      city: "371000", year: 2032,
      goals: [.init(title: "清理航道", text: "打捞沉船3艘。", figures: [.equal("3", "艘", "打捞沉船")])])
    let comparison = CityComparison(View(of: RevisionSet(Self.plan("370200", "12", .target).records + own.records)))
    let page = HTMLReport.compare(comparison, by: ComparisonSide.allCases, themes: .standard, language: .zhHans)
    #expect(page.contains("<dt>仅一市有的指标</dt><dd>样市 1 · 样市 1</dd>"))
    let folded = page.split(separator: "<details>").dropFirst()
    #expect(folded.count == 1)
    #expect(folded.first?.contains("打捞沉船（艘）") == true && folded.first?.contains("2032 目标 3艘") == true)
    let text = TextReport.compareText(
      comparison, by: ComparisonSide.allCases, themes: .standard, language: .zhHans, width: 80)
    #expect(text.hasSuffix("仅一市有的指标：样市 1、样市 1\n  样市：\(Self.hostile)（处）\n  样市：打捞沉船（艘）\n"))
  }

  @Test func `the same report gives the same workbook`() throws {
    let track = { try WorkbookReport.track(Tracking(Self.view), lights: .standard, language: .zhHans) }
    #expect(try track() == track())
    let compare = {
      try WorkbookReport.compare(
        CityComparison(Self.view), by: ComparisonSide.allCases, themes: .standard, language: .zhHans)
    }
    #expect(try compare() == compare() && compare().starts(with: Array("PK".utf8)))
  }
}
