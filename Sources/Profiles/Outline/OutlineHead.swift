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
  /// Whether a line names what the paper is, and of which year.
  private(set) var hasTitle = false

  private static let kinds: [(words: [String], kind: Document.Kind, part: OutlinePart?)] = [
    (["政府工作报告"], .governmentReport, nil),
    (["总结", "完成情况", "进展情况", "工作情况", "述职报告", "工作报告", "回顾", "盘点"], .workSummary, .review),
    (["要点", "计划", "方案", "规划", "安排", "打算", "思路", "谋划", "展望"], .workPlan, .plan),
    (["细则", "办法", "规定", "条例", "规则"], .other, .rules),
    (["措施", "意见", "政策", "纲要", "部署"], .other, .plan),
  ]
  /// What an opening says that a title would.
  private static let announcing = ["制定本", "制定以下", "制定如下", "提出如下", "提出以下", "编制本"]
  private static let salutations = ["各位代表", "各位委员", "同志们", "各位同志", "各位领导"]

  private static let speakers = ["市长", "省长", "区长", "县长", "州长", "主席", "总理", "局长", "主任"]
  private static let congress = "人民代表大会"

  static let words = kinds.flatMap(\.words) + announcing + salutations + speakers + [congress, "报告"]

  private let source: SourceText
  private let profile: ShapeWords
  /// The year that is looked back on, and the one that is planned, where the title names one.
  private var years: (past: Int, planned: Int)?

  init(_ source: SourceText, words: ShapeWords) {
    self.source = source
    profile = words
  }

  /// What a heading tells of that names a year.
  func part(of year: Int) -> OutlinePart? {
    guard let years else { return nil }
    if year == years.planned { return .plan }
    return year == years.past ? .review : nil
  }

  /// The year of a part that names none; `nil` where the title names no year.
  func year(of part: OutlinePart?) -> Int? {
    guard let part, let years else { return nil }
    return part == .review ? years.past : part == .rules ? nil : years.planned
  }

  /// Takes a line into the head; false where the text begins with it.
  ///
  /// - Parameter isHeading: whether the line is counted, or the file marks it as a heading.
  mutating func takes(_ line: Range<Int>, isHeading: Bool) -> Bool {
    if isHeading, hasTitle, OutlineMark(in: source.scalars, at: line.lowerBound, before: line.upperBound) == nil,
      yearMentions(in: source.scalars, line).first?.range.lowerBound == line.lowerBound
    {
      return false
    }
    let isCounted =
      OutlineMark(in: source.scalars, at: line.lowerBound, before: line.upperBound) != nil
      || OutlineMark(brackets: line, of: source.scalars) != nil && isHeading
    let isText = line.count > 80 || "。：:；".unicodeScalars.contains(source.scalars[line.upperBound - 1])
    let isTitled = isTitle(line) && !hasTitle
    if isCounted || isText || isHeading && !lines.isEmpty && !isTitled { return false }
    lines.append(line)
    hasTitle = hasTitle || isTitle(line) && !yearMentions(in: source.scalars, line).isEmpty
    return true
  }

  /// 各位代表：
  func isSalutation(_ line: Range<Int>) -> Bool {
    let words = source.bare(line).drop { "！：!:，".contains($0) }
    return line.count <= 8 && OutlineHead.salutations.contains { words.hasPrefix($0) }
  }

  /// Whether a line tells who gave the report, and where: names stand in no record.
  func namesSpeaker(_ line: Range<Int>) -> Bool {
    line.count <= 60 && !source.bare(line).hasSuffix("。")
      && source.holds(OutlineHead.speakers + [OutlineHead.congress], in: line)
  }

  /// Whether a paragraph begins with whom it turns to: 各位代表！蓝图….
  func isAddress(_ paragraph: Range<Int>) -> Bool {
    guard let stop = paragraph.prefix(8).first(where: { "！!，,".unicodeScalars.contains(source.scalars[$0]) }) else {
      return false
    }
    return isSalutation(paragraph.lowerBound..<stop + 1)
  }

  /// Finds title and kind, once all lines are in.
  ///
  /// - Parameter opening: the first paragraphs of the text.
  mutating func settle(opening: [Range<Int>]) {
    title = findTitle()
    defer { settleYears() }
    if profile.kind == .workPlan || profile.kind == .taskLedger { part = .plan }
    if let title, let found = OutlineHead.kinds.first(where: { holds($0.words, title) }) {
      (kind, part, isNamed) = (found.kind, found.part ?? part, found.part != .rules)
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

  private mutating func settleYears() {
    let named = title.map { yearMentions(in: source.scalars, $0).map(\.year) } ?? []
    guard let first = source.given.year ?? named.first, let last = source.given.year ?? named.last, last - first <= 1
    else {
      return
    }
    years = (profile.kind ?? kind) == .workSummary && kind != .workPlan ? (first, first + 1) : (last - 1, last)
  }

  private func holds(_ words: [String], _ title: Range<Int>) -> Bool {
    let bare = source.scalars[title].filter { !$0.isBlank && !$0.isLineEnd }
    return words.contains { bare.first($0, in: bare.indices) != nil }
  }

  /// How well a line fits as title of the profile's documents; `nil` where it does not.
  private func fit(of line: Range<Int>) -> Int? {
    line.count <= 70 ? profile.titles.best(for: LinePattern.plain(source.scalars[line]))?.weight : nil
  }

  /// Whether a line names what the paper is.
  private func isTitle(_ line: Range<Int>) -> Bool {
    fit(of: line).map { $0 > 2 } ?? false || holds(OutlineHead.kinds.flatMap(\.words), line)
  }

  private func findTitle() -> Range<Int>? {
    let words = OutlineHead.kinds.flatMap(\.words)
    let fitting = lines.compactMap { line in fit(of: line).map { (line: line, weight: $0) } }
    if let most = fitting.map(\.weight).max() {
      let best = fitting.filter { $0.weight == most }.map(\.line)
      return best.first { !yearMentions(in: source.scalars, $0).isEmpty } ?? best.first
    }
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
