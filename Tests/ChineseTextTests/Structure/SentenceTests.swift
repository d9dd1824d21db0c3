import Testing

@testable import ChineseText

@Suite("Sentences")
struct SentenceTests {
  private func parted(_ line: String) -> [String] {
    let text = Array(line.unicodeScalars)
    return sentences(in: text, 0..<text.count).map { text.string($0) }
  }

  @Test(
    "a sentence ends at its mark and keeps it",
    arguments: [
      ("抓招商。要快。", ["抓招商。", "要快。"]),
      ("准备好了吗？准备好了！出发", ["准备好了吗？", "准备好了！", "出发"]),
      ("增长3.5%，达到120.8亿元。", ["增长3.5%，达到120.8亿元。"]),
      ("　抓招商。\n　要快。　", ["抓招商。", "要快。"]),
      ("真好！！！再来。", ["真好！！！", "再来。"]), ("", []), ("。", ["。"]),
      ("分号；不断开。", ["分号；不断开。"]),
    ])
  func marks(line: String, expected: [String]) { #expect(parted(line) == expected) }

  @Test(
    "what is quoted or put in brackets does not end the sentence around it",
    arguments: [
      ("提出“要快。要稳。”的要求，抓落实。再检查。", ["提出“要快。要稳。”的要求，抓落实。", "再检查。"]),
      ("他说：“抓落实。”会后检查。", ["他说：“抓落实。”", "会后检查。"]),
      ("全市（含各区。）共5处。完。", ["全市（含各区。）共5处。", "完。"]),
      ("他说：\"要快。要稳。\"会后检查。", ["他说：\"要快。要稳。\"", "会后检查。"]),
      ("提出\"要快。要稳。\"的要求。再检查。", ["提出\"要快。要稳。\"的要求。", "再检查。"]),
      ("他说“要快。要稳。”。再检查。", ["他说“要快。要稳。”。", "再检查。"]),
      ("他说：“提出‘快。’”会后检查。", ["他说：“提出‘快。’”会后检查。"]),
      ("他说：“提出‘快。稳。’的要求。”会后检查。", ["他说：“提出‘快。稳。’的要求。”", "会后检查。"]),
      ("《加油！》印发5份。", ["《加油！》印发5份。"]),
      // A mark that was never opened still closes the sentence before it.
      ("要快。”再检查。", ["要快。”", "再检查。"]),
      // A bracket that never closes is no guide.
      ("（一抓招商。要快。", ["（一抓招商。", "要快。"]),
    ])
  func quoted(line: String, expected: [String]) { #expect(parted(line) == expected) }

  @Test(
    "a remark in brackets behind a sentence is a piece of its own, what counts a list off is not",
    arguments: [
      ("建成5处。（责任单位：市教育局）抓渔业。", ["建成5处。", "（责任单位：市教育局）", "抓渔业。"]),
      ("建成5处。 (由市水务局负责)", ["建成5处。", "(由市水务局负责)"]),
      ("抓港口。（二）抓渔业。（3）抓安全。", ["抓港口。", "（二）抓渔业。", "（3）抓安全。"]),
      ("建成5处。（含各区），再抓渔业。", ["建成5处。", "（含各区），再抓渔业。"]),
      ("建成5处（含各区）。抓渔业。", ["建成5处（含各区）。", "抓渔业。"]),
    ])
  func remarks(line: String, expected: [String]) { #expect(parted(line) == expected) }

  @Test(
    "a point ends a sentence only behind a Chinese word, full-width too",
    arguments: [
      ("坚持为民．服务5万人次．", ["坚持为民．", "服务5万人次．"]), ("1．抓港口。2.抓渔业。", ["1．抓港口。", "2.抓渔业。"]),
      ("升级到v2.0.1，见e.g.附件。", ["升级到v2.0.1，见e.g.附件。"]), ("十二．抓港口。", ["十二．抓港口。"]),
      ("达到3．5万户。", ["达到3．5万户。"]), ("完成率5％.再检查｡", ["完成率5％.", "再检查｡"]),
      ("抓港口……再检查。", ["抓港口……再检查。"]),
    ])
  func points(line: String, expected: [String]) { #expect(parted(line) == expected) }

  @Test("sentences lie in their stretch, in order, and lose nothing but white space")
  func law() {
    var random = NoiseSeed(31)
    let pieces = ["抓招商", "。", "！", "“", "”", "（", "）", "，", " ", "\n", "3.5", "；", "《", "》", "？", "\"", "）。"]
    for _ in 0..<500 {
      let text = Array((0..<20).compactMap { _ in pieces.randomElement(using: &random) }.joined().unicodeScalars)
      let found = sentences(in: text, 0..<text.count)
      let kept = found.flatMap { text[$0] }.filter { !$0.isBlank && !$0.isLineEnd }
      #expect(kept == text.filter { !$0.isBlank && !$0.isLineEnd })
      #expect(zip(found, found.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }
  }

  @Test("a clause mark counts outside quotation marks, and not inside a number")
  func clauses() {
    for (line, expected) in [
      ("投资1,200万元，开工", 9), ("“快，稳”，抓好", 5), ("《意见，一》", nil), ("抓好", nil),
    ] as [(String, Int?)] {
      let text = Array(line.unicodeScalars)
      #expect(firstClauseMark(in: text, 0..<text.count) == expected)
    }
  }
}
