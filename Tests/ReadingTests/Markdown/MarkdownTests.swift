import TestSupport
import Testing

@testable import Reading

@Suite struct MarkdownTests {
  private func outline(_ text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return FileText(mediaType: "text/markdown", scalars: scalars, blocks: markdownBlocks(scalars)).sketch
  }

  @Test func headingsHaveTheirLevels() {
    #expect(
      outline("# 目标 #\n\n正文\n===\n小节\n---\n###### 附注\n#标签\n## 用 C#\n")
        == ["# 目标", "# 正文", "## 小节", "###### 附注", "#标签", "## 用 C#"])
  }

  @Test func marksAtEdgesAreOutside() {
    #expect(
      outline("- 甲\n  * 乙\n1. 丙\n> 丁\n> > 戊\n**己**\n**庚**：辛\n***\n<!-- 注 -->\n- [ ] 壬\n")
        == ["甲", "乙", "1. 丙", "丁", "戊", "己", "**庚**：辛", "[ ] 壬"])
  }

  @Test func tablesAreTables() {
    #expect(
      outline("| 序号 | **目标** |\n|:--|---:|\n| 1 | 码头<br>企业 |\n| 2 | a\\|b |\n\n甲 | 乙\n--- | ---\n丙 | 丁\n完")
        == ["序号|目标", "1|码头/企业", "2|a\\|b", "甲|乙", "丙|丁", "完"])
    #expect(outline("|a|b|\n|---|\n") == ["|a|b|"])
  }

  @Test func aLineIsAParagraphUnlessItWasWrapped() {
    let long = String(repeating: "投资", count: 16)
    #expect(outline("单位：示例局\n联系人：张示例\n") == ["单位：示例局", "联系人：张示例"])
    #expect(outline("\(long)\n完成\n\(long)。\n新建") == ["\(long)\n完成", "\(long)。", "新建"])
    #expect(outline("\(long)  \n完成") == [long, "完成"])
  }

  @Test func codeAndFrontMatterAreParagraphs() {
    #expect(outline("---\ntitle: 目标\n---\n正文\n```\n# 代码\n```\n") == ["title: 目标", "正文", "# 代码"])
  }

  @Test(arguments: [
    ("# 目标\n\n## 内容\n", true), ("|甲|乙|\n|---|---|\n", true), ("# 目标\n**重点**与**难点**\n", true), ("```\na\n```\n", true),
    ("# 目标\n正文", false), ("#目标\n#内容\n", false), ("一、目标\n- 甲\n- 乙\n", false), ("甲|乙\n丙|丁\n", false), ("", false),
  ])
  func tellsMarkdown(text: String, isMarkdown: Bool) {
    #expect(looksLikeMarkdown(Array(text.unicodeScalars)) == isMarkdown)
  }

  @Test func aBarAloneIsNoRow() throws {
    let blocks = markdownBlocks(Array("|甲|乙|\n|-|-|\n|\n|丙|丁|\n".unicodeScalars))
    #expect(blocks.map { $0.rows.map(\.cells.count) } == [[2, 2]])
  }

  @Test func everyWordIsInOneBlockWhateverTheText() {
    var random = SeededGenerator(seed: 5)
    let pieces = [
      "# ", "\n", "\n\n", "- ", "|", "|---|---|\n", "---\n", "===", "甲", "乙", "**", "`", "```", "> ", "1. ", "\\",
      "<br>", " ", "　", "<!-- -->",
    ]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...14, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      let scalars = Array(text.unicodeScalars)
      let blocks = markdownBlocks(scalars)
      var covered = Array(repeating: 0, count: scalars.count)
      for block in blocks {
        let ranges = block.rows.isEmpty ? [block.range] : block.rows.flatMap { $0.cells.map(\.range) }
        for index in ranges.joined() { covered[index] += 1 }
      }
      for index in scalars.indices where scalars[index] == "甲" || scalars[index] == "乙" {
        if covered[index] != 1 { Issue.record("\(text.debugDescription): \(index)") }
      }
      #expect(blocks.map(\.range.lowerBound) == blocks.map(\.range.lowerBound).sorted())
    }
  }
}
