import Testing

@testable import ChineseText

@Suite("Middle dots")
struct FilterDotTests {
  @Test(
    "a dot inside a word goes",
    arguments: [
      ("建成深远海养·殖基地", "建成深远海养殖基地"), ("推动经济高质量发·展。", "推动经济高质量发展。"),
      ("加快项目建•设进度", "加快项目建设进度"), ("办好人民满意的教・育", "办好人民满意的教育"),
      ("深化医疗改‧革，", "深化医疗改革，"),
      // Left over between two words that the lexicon knows.
      ("加强师·德建设", "加强师德建设"),
      // The same document writes the word undotted.
      ("做好信访维稳工作。要压实维·稳责任。抓好维稳。", "做好信访维稳工作。要压实维稳责任。抓好维稳。"),
    ])
  func dirt(dotted: String, clean: String) { #expect(mended(dotted) == clean) }

  @Test(
    "a genuine dot stays",
    arguments: [
      "学习卡尔·马克思的著作", "排演《诗经·小雅》选段，经小学生朗诵", "打造“威海·国际”品牌", "海阳·国际啤酒节", "文化·旅游节", "纪念一二·九运动",
      "打造山·海·城一体的海滨", "列夫·托尔斯泰", "数据为3·15当天", "A·B方案", "星火·链网", "·要点", "要点·",
    ])
  func genuine(text: String) { #expect(mended(text) == text) }

  @Test("a dot that may stand inside a word stays and is voiced")
  func doubts() {
    for text in ["做好烘·焙工作", "抓好安全·生产。安全生产是底线。"] {
      let result = repaired(Array(text.unicodeScalars))
      #expect(result.repairs.isEmpty)
      #expect(result.doubts.map(\.kind) == [.filterDot])
    }
  }

  @Test("among a forum's anti-copy runs a doubtful dot is the forum's; one between two words still stays")
  func forum() {
    let run = "\n4 G9 A' j$ N: X3 g% |\n"
    #expect(mended("做好烘·焙工作" + run + "会议指出" + run + "会议强调" + run) == "做好烘焙工作\n会议指出\n会议强调\n")
    #expect(mended("办好海阳·国际啤酒节" + run + "会议指出" + run + "会议强调" + run).hasPrefix("办好海阳·国际啤酒节"))
  }
}
