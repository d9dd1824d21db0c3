import Packaging
import Plan
import Testing

@testable import Store

/// One source file that two offices sent, each under its own id.
@Suite struct SameSourceTests {
  private static let goals: [Plans.Goal] = [
    .init(title: "修建渡口", text: "共三处", figures: [.init(subject: "渡口", low: "3", unit: "处")]),
    .init(title: "整修栈桥", text: "共两座"),
  ]

  private func filled(_ second: [Plans.Goal] = goals) throws -> TestWorkspace {
    let test = try TestWorkspace()
    var contents = BundleContents()
    _ = Plans.document("市示例局", year: 2031, source: "一份文件", goals: Self.goals, into: &contents)
    try test.add(packed(contents))
    contents = BundleContents()
    let city = CityReference(code: "371000", name: "威海市")
    _ = Plans.document("市样本局", year: 2031, city: city, source: "一份文件", goals: second, into: &contents)
    try test.add(packed(contents))
    return test
  }

  private func found(_ test: TestWorkspace, _ change: (inout SearchRequest) -> Void) throws -> [[String]] {
    var request = SearchRequest()
    change(&request)
    return try test.workspace.search(request).hits.map { [$0.item["id"]?.string ?? ""] + $0.sameSource }
  }

  private let first = "cn370200.市示例局.2031.targetSheet"
  private let other = "cn371000.市样本局.2031.targetSheet"

  @Test("what both say is found once, under the lesser id, and names the other")
  func once() throws {
    let test = try filled()
    #expect(try found(test) { $0.words = ["渡口"] } == [[first + ".key-1", other + ".key-1"]])
    let condition = try #require(FigureCondition("渡口 >= 2处"))
    #expect(try found(test) { $0.conditions = [condition] } == [[first + ".key-1", other + ".key-1"]])
    #expect(try test.workspace.standing().sameSource == [[first, other]])
    #expect(try test.workspace.standing().count.documents == 2)
  }

  @Test("where only one fits what is asked, it is found, whichever it is")
  func onlyOne() throws {
    let test = try filled()
    let hits = try found(test) { ($0.words, $0.cities) = (["渡口"], ["371000"]) }
    #expect(hits == [[other + ".key-1", first + ".key-1"]])
  }

  @Test("what they say differently is found twice")
  func differing() throws {
    let test = try filled([Self.goals[0], .init(title: "整修栈桥", text: "共四座")])
    #expect(try found(test) { $0.words = ["栈桥"] }.count == 2)
    #expect(try found(test) { $0.words = ["渡口"] }.count == 1)
  }

  @Test("documents of different files are nobody's twins")
  func others() throws {
    let test = try TestWorkspace()
    for name in ["市示例局", "市样本局"] { try test.add(Plans.bundle(name, year: 2031, goals: Self.goals)) }
    #expect(try found(test) { $0.words = ["渡口"] }.map(\.count) == [1, 1])
    #expect(try test.workspace.standing().sameSource == [])
  }
}
