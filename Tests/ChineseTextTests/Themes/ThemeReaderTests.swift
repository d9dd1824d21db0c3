import ChineseText
import Testing
import Vocabulary

@Suite struct ThemeReaderTests {
  private func codes(_ text: String, heading: String = "") -> [String] {
    let heading = Array(heading.unicodeScalars)
    return ThemeReader.standard.themes(of: heading + Array(text.unicodeScalars), heading: heading.count).map(\.code)
  }

  @Test(arguments: [
    ("壮大临港海洋产业，全年海洋生产总值增长一成。", ["marine-economy"]),
    ("改造渔港3处，更新老旧渔船。", ["fisheries"]),
    ("集装箱航线加密到12条，扩建泊位。", ["ports-shipping"]),
    ("外出招商40次，签约落地项目9个。", ["investment-promotion"]),
    ("修复湿地，断面水质达标。", ["ecology"]),
    ("开展安全生产检查，消除隐患。", ["safety-emergency"]),
    ("科研团队攻关新技术。", ["science-innovation"]),
    ("办好十件民生实事。", ["livelihood"]),
    ("新建学校6所。", ["education"]),
    ("会议开了半天。", []),
  ])
  func `the words of a text tell what it is about`(text: String, themes: [String]) {
    #expect(codes(text) == themes)
  }

  @Test func `one weak word is not enough, two different ones are`() {
    #expect(codes("沿着海岸走访，再回到海岸。") == [])
    #expect(codes("巡查海岸和海岛。") == ["marine-economy"])
  }

  @Test(arguments: [
    ("渔民生产有序。", "livelihood"), ("国民生产总值增长。", "livelihood"), ("提升群众安全感和风险意识。", "safety-emergency"),
    ("委托独立法人办理。", "law-enforcement"), ("中国海洋大学在海上举行活动。", "marine-economy"),
    ("税收支持海洋能，不以港元计。", "ports-shipping"), ("走中国特色社会主义道路。", "transport"),
  ])
  func `a word within another one tells nothing`(text: String, theme: String) {
    #expect(!codes(text).contains(theme))
  }

  @Test func `a body's name tells nothing, and what only begins like one is none`() {
    #expect(codes("责任单位：市教育局、市生态环境局、市住房和城乡建设局、市交通运输委") == [])
    #expect(codes("由渔业主管部门会同科技部办理。") == [])
    #expect(codes("听取教育部分意见，抓好科技部署。") == ["education", "science-innovation"])
  }

  @Test func `the strongest come first, a title's words weigh twice, and what is only touched on is left out`() {
    #expect(codes("整治港口，完善教育、教师、校园") == ["education", "ports-shipping"])
    #expect(codes("，完善教育、教师、校园", heading: "整治港口码头航道") == ["ports-shipping", "education"])
    #expect(codes("学校、教师、校园、招生、办学、学位优化，兼顾港口") == ["education"])
    #expect(codes("教育、港口、渔业、旅游").count == ThemeReader.most)
    #expect(codes("港口与渔业") == ["ports-shipping", "fisheries"])
    #expect(codes("渔业与港口") == ["fisheries", "ports-shipping"])
  }

  @Test func `evidence is each word once, where it stands first`() throws {
    let text = Array("港口、码头、港口".unicodeScalars)
    let found = try #require(ThemeReader.standard.themes(of: text).first)
    #expect(found.words.map { text.string($0) } == ["港口", "码头"] && found.words.first == 0..<2)
    #expect(found.weight == 6)
  }
}
