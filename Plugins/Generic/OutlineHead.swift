import AdapterKit
import ChineseText
import Plan

/// What stands above an outline: title, day, who speaks; and what its words say of the document.
struct OutlineHead {
  /// In order, without what the page adds.
  private(set) var lines: [Range<Int>] = []
  private(set) var title: Range<Int>?
  private(set) var kind = Document.Kind.other
  /// What a section does whose headings do not tell.
  private(set) var part: OutlinePart?
  /// Whether title or opening says that it is a report, a summary, a plan or a policy; rules are none of these.
  private(set) var isNamed = false

  private static let kinds: [(words: [String], kind: Document.Kind, part: OutlinePart?)] = [
    (["政府工作报告"], .governmentReport, nil),
    (["总结", "完成情况", "进展情况", "述职报告", "工作报告"], .workSummary, .review),
    (["要点", "计划", "方案", "规划", "安排", "打算", "思路"], .workPlan, .plan),
    (["细则", "办法", "规定", "条例", "规则"], .other, .rules),
    (["措施", "意见", "政策", "纲要", "部署"], .other, .plan),
  ]
  /// What an opening says that a title would.
  private static let announcing = ["制定本", "制定以下", "制定如下", "提出如下", "提出以下", "编制本"]
  private static let salutations = ["各位代表", "各位委员", "同志们", "各位同志", "各位领导"]

  static let words = kinds.flatMap(\.words) + announcing + salutations + ["报告"]

  private let source: SourceText

  init(_ source: SourceText) { self.source = source }

  /// Takes a line into the head; false where the text begins with it.
  ///
  /// - Parameter isHeading: whether the line is counted, or the file marks it as a heading.
  mutating func takes(_ line: Range<Int>, isHeading: Bool) -> Bool {
    let isCounted = OutlineMark(in: source.scalars, at: line.lowerBound, before: line.upperBound) != nil
    let isText = line.count > 80 || "。：:；".unicodeScalars.contains(source.scalars[line.upperBound - 1])
    if isCounted || isText || isHeading && !lines.isEmpty { return false }
    lines.append(line)
    return true
  }

  /// 各位代表：
  func isSalutation(_ line: Range<Int>) -> Bool {
    let words = source.bare(line).drop { "！：!:，".contains($0) }
    return line.count <= 8 && OutlineHead.salutations.contains { words.hasPrefix($0) }
  }

  /// Finds title and kind, once all lines are in.
  ///
  /// - Parameter opening: the first paragraphs of the text.
  mutating func settle(opening: [Range<Int>]) {
    title = findTitle()
    if let title, let found = OutlineHead.kinds.first(where: { holds($0.words, title) }) {
      (kind, part, isNamed) = (found.kind, found.part, found.part != .rules)
      // 2030年工作总结和2031年工作计划
      if part == .review, holds(OutlineHead.kinds[2].words, title) { part = nil }
      return
    }
    if opening.first.map(isSalutation) ?? false, opening.contains(where: { source.holds(["报告"], in: $0) }) {
      (kind, isNamed) = (.governmentReport, true)
      return
    }
    for paragraph in opening {
      for word in OutlineHead.announcing {
        guard let said = source.scalars.first(word, in: paragraph) else { continue }
        let name = said.upperBound..<min(said.upperBound + 12, paragraph.upperBound)
        guard let found = OutlineHead.kinds.first(where: { source.holds($0.words, in: name) }) else { continue }
        (kind, part, isNamed) = (found.kind, found.part, found.part != .rules)
        return
      }
    }
  }

  private func holds(_ words: [String], _ title: Range<Int>) -> Bool {
    let bare = source.bare(title)
    return words.contains { bare.contains($0) }
  }

  private func findTitle() -> Range<Int>? {
    let words = OutlineHead.kinds.flatMap(\.words)
    for (index, line) in lines.enumerated() {
      if holds(words, line) { return line }
      // A page may break a title at its end.
      if index + 1 < lines.count, lines[index + 1].count <= 3 {
        let both = line.lowerBound..<lines[index + 1].upperBound
        if holds(words, both) { return both }
      }
    }
    return lines.first { $0.count >= 5 && dateMentions(in: source.scalars, $0).isEmpty }
  }
}
