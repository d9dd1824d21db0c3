import ChineseText
import Plan
import Testing

@testable import Store

/// What a search finds.
@Suite struct SearchTests {
  private let test: TestWorkspace

  init() throws {
    test = try TestWorkspace()
    try test.add(
      Plans.bundle(
        "市招商局", year: 2031,
        goals: [
          .init(
            title: "招商引资", text: "引进项目。", figures: [.init(subject: "到位资金", low: "60", unit: "亿元")], themes: ["trade"]),
          .init(title: "引进人才", text: "高層次人才，5G基站", figures: [.init(subject: "人才", low: "5000", unit: "人")]),
          .init(title: "修缮渡口", text: "海", figures: [.init(subject: "投资", low: "5000", unit: "万元", comparator: .eq)]),
        ]))
    try test.add(
      Plans.bundle(
        "市海洋局", year: 2032,
        goals: [.init(title: "渡口改造", text: "招商、引资两不误", figures: [.init(subject: "渡口", low: "0.3", unit: "万处")])]))
  }

  private func titles(_ change: (inout SearchRequest) -> Void) throws -> [String] {
    var request = SearchRequest()
    change(&request)
    return try test.workspace.search(request).hits.compactMap { $0.item["title"]?.string }
  }

  @Test("words of one, two and more characters are found wherever they stand")
  func words() throws {
    #expect(try titles { $0.words = ["海"] } == ["修缮渡口"])
    #expect(try titles { $0.words = ["渡口"] } == ["渡口改造", "修缮渡口"])
    #expect(try titles { $0.words = ["招商引资"] } == ["招商引资"])
    #expect(try titles { $0.words = ["引进", "人才"] } == ["引进人才"])
    #expect(try titles { $0.words = ["引进 项目"] } == ["招商引资"])
    #expect(try titles { $0.words = ["没有的"] } == [])
  }

  @Test("width, case and traditional characters make no difference")
  func folded() throws {
    #expect(try titles { $0.words = ["高层次"] } == ["引进人才"])
    #expect(try titles { $0.words = ["高層次"] } == ["引进人才"])
    #expect(try titles { $0.words = ["５ｇ"] } == ["引进人才"])
  }

  @Test("characters are simplified as ICU does it")
  func simplified() {
    let all = (0x4E00...0x9FFF).compactMap { Unicode.Scalar($0 as Int) }
    let forms = inSimplified(String(String.UnicodeScalarView(all))).unicodeScalars
    #expect(Array(forms) == all.map { simplifiedForms[$0] ?? $0 })
  }

  @Test("pairs that stand apart are no word")
  func pairs() throws {
    // 招商 and 引资 stand there, 商引 does not; 引进项 and 进项目 do.
    #expect(try titles { $0.words = ["引进项目"] } == ["招商引资"])
    #expect(try titles { $0.words = ["口改造渡"] } == [])
  }

  @Test("cities, years, roles, themes and units narrow what is found")
  func filters() throws {
    #expect(try titles { $0.years = [2032] } == ["渡口改造"])
    #expect(
      try titles {
        $0.words = ["渡口"]; $0.years = [2031]
      } == ["修缮渡口"])
    #expect(
      try titles {
        $0.words = ["渡口"]; $0.years = [2031, 2032]
      }.count == 2)
    #expect(
      try titles {
        $0.words = ["渡口"]; $0.cities = ["370600"]
      } == [])
    #expect(try titles { $0.roles = ["task"] } == [])
    #expect(try titles { $0.themes = ["trade"] } == ["招商引资"])
    #expect(try titles { $0.units = ["万元"] } == ["招商引资", "修缮渡口"])
    #expect(try titles { $0.units = ["美元"] } == [])
  }

  @Test(
    "figures are compared by what they mean",
    arguments: [
      ("招商引资 >= 50亿元", ["招商引资"]), ("资金≥600000万元", ["招商引资"]), ("资金 > 60亿元", []), ("资金 >= 60.0亿元", ["招商引资"]),
      ("= 0.5亿元", ["修缮渡口"]), ("= 5000万元", ["修缮渡口"]), ("投资 < 50000001元", ["修缮渡口"]), ("投资 < 5000万元", []),
      ("投资 <= 5000万元", ["修缮渡口"]), ("资金 <= 100亿元", []), ("渡口 >= 3000个", ["渡口改造"]), ("人才不少于5000名", ["引进人才"]),
      (">= 50美元", []),
    ] as [(String, [String])])
  func conditions(_ text: String, _ wanted: [String]) throws {
    let condition = try #require(FigureCondition(text))
    #expect(try titles { $0.conditions = [condition] } == wanted)
  }

  @Test("what is no condition is none", arguments: ["招商引资", "招商引资 >=", ">= 很多", "招商引资 >= 50", "招商 >= 5个 6个"])
  func noCondition(_ text: String) { #expect(FigureCondition(text) == nil) }

  @Test("a hit tells where the words stand, its document and the figures that meet the condition")
  func quotes() throws {
    var request = SearchRequest()
    request.words = ["引资", "招商"]
    request.conditions = [try #require(FigureCondition("资金 >= 1亿元"))]
    let hit = try #require(try test.workspace.search(request).hits.first)
    #expect(hit.stretches.first?.field == "title" && hit.stretches.first?.ranges == [0..<4])
    #expect(hit.document?["organization"]?.object?["name"]?.string == "市招商局")
    #expect(hit.figures.compactMap { $0["low"]?.string } == ["60"])
    #expect(hit.year == 2031)
  }

  @Test("no more are given than were asked for, newest first")
  func limited() throws {
    var request = SearchRequest()
    request.words = ["渡口"]
    request.limit = 1
    let result = try test.workspace.search(request)
    #expect(result.hits.compactMap { $0.item["title"]?.string } == ["渡口改造"] && result.hasMore)
  }
}
