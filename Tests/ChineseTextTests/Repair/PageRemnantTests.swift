import Testing

@testable import ChineseText

@Suite("Page remnants")
struct PageRemnantTests {
  @Test(
    "a lone bar at an edge goes, with the blanks beside it",
    arguments: [
      ("来源：海州日报 |", "来源：海州日报"), ("来源：海州日报｜", "来源：海州日报"), ("| 来源：海州日报", "来源：海州日报"),
      ("会议指出\n|\n要抓落实。", "会议指出\n要抓落实。"), ("来源：海州日报 |\n审核：办公室 |", "来源：海州日报\n审核：办公室"),
      ("来源：海州日报4 G9 A' j$ N: X3 g% | |", "来源：海州日报"),
    ])
  func dirt(text: String, clean: String) { #expect(mended(text) == clean) }

  @Test(
    "a table's bars stay",
    arguments: [
      "| 指标 | 数值 |", "指标 | 数值\n新建 | 5\n备注 |", "| 甲\n| 乙\n| 丙", "首页 | 新闻 | 动态", "|x|", "集合{x|x>0}",
    ])
  func genuine(text: String) { #expect(mended(text) == text) }
}
