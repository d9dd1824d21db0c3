import Import
import Plan
import Testing

/// An item's themes are told by its own words, whichever adapter read it.
@Suite struct ItemThemesTests {
  private func themes(_ contents: [SourceFile]) throws -> [String: [String]] {
    let items = try view(session(contents).contents).items.compactMap(\.item)
    return Dictionary(items.map { ($0.title ?? $0.text ?? "", $0.themes) }) { first, _ in first }
  }

  @Test func `a goal and its measures each have their own, and none inherits`() throws {
    let row = SampleRow("建设智慧渔港", "改造渔港2处。", "新建学校1所。", "全年走访12次以上。")
    let themes = try themes([sheet([row])])
    #expect(themes["建设智慧渔港"] == ["fisheries"])
    #expect(themes["改造渔港2处。"] == ["fisheries"])
    #expect(themes["新建学校1所。"] == ["education"])
    #expect(themes["全年走访12次以上。"] == [])
  }

  @Test func `a bureau's name is none`() throws {
    let row = SampleRow("加强协作", "会同市教育局、市财政局走访12次以上。")
    #expect(try themes([sheet([row], unit: "市海洋发展局")])["会同市教育局、市财政局走访12次以上。"] == [])
  }

  @Test func `blanks within a word do not hide it, and meeting reports have themes too`() throws {
    let report = meeting(
      """
      市示例局召开2031年工作会议
      2031年1月12日，市示例局召开工作会议，总结2030年工作，安排2031年任务。
      会议指出，要坚持为民服务。
      一要抓好渔 业生产，在提质上求突破。要改造泊位12处。
      二要抓好值守，在处置上求突破。组织消防演练4次。
      会议要求，要压实责任。

      """)
    let items = try view(session([report]).contents).items.compactMap(\.item)
    #expect(items.contains { $0.title == "抓好渔 业生产" && $0.themes == ["fisheries"] })
    #expect(items.contains { $0.text == "组织消防演练4次。" && $0.themes == ["safety-emergency"] })
  }
}
