import AdapterKit
import ChineseText

/// What speaks for and against a text being a plan, a summary or a report in sections.
struct OutlineEvidence {
  let outline: Outline
  private var source: SourceText { outline.source }

  /// Papers with headings that commit nobody to a year's work.
  static let words = otherPapers + notices + ["印发"]
  private static let otherPapers = [
    "招聘", "招考", "招标", "公示", "公告", "通告", "启事", "采购", "中标", "讣告", "议程", "日程", "名单", "申报表", "通讯录", "解读", "条例", "规定",
    "细则", "办法", "讲话", "致辞", "纪要", "倡议书", "承诺书", "责任书", "合同", "协议", "须知", "指南", "批复", "预算", "决算",
  ]
  private static let notices = ["通知", "通报", "函", "请示"]

  var evidence: [Evidence] {
    var evidence: [Evidence] = []
    let count = headingCount
    if count >= 2 {
      evidence.append(Evidence(25, zh: "有\(count)个并列的标题", en: "\(count) headings stand side by side"))
    }
    if outline.head.isNamed {
      evidence.append(Evidence(30, zh: "称为报告、总结、计划一类", en: "it calls itself a report, a summary or a plan"))
    }
    let said = outline.sections.reduce(0) { $0 + $1.sentences.count }
    if count >= 2, said >= 2 * count || said >= 8 {
      evidence.append(Evidence(20, zh: "标题下有\(said)句", en: "\(said) sentences stand under them"))
    }
    return evidence + against
  }

  /// What a profile asks for, where there are headings with sentences below them at all.
  func evidence(_ rules: [Profile.Evidence]) -> [Evidence] {
    guard headingCount >= 2, outline.sections.contains(where: { !$0.sentences.isEmpty }) else {
      return [Evidence(-50, zh: "没有分标题的正文", en: "no text with headings")]
    }
    return rules.compactMap(evidence) + against
  }

  private var against: [Evidence] {
    var evidence: [Evidence] = []
    if let title = outline.head.title {
      let bare = source.bare(title)
      let isNotice = OutlineEvidence.notices.contains(where: bare.hasSuffix) && !bare.contains("印发")
      if isNotice || OutlineEvidence.otherPapers.contains(where: bare.contains) {
        evidence.append(Evidence(-60, zh: "标题是公告、通知、规则一类", en: "the title is of a notice, a rule or the like"))
      }
    }
    if OutlineEvidence.isMostlyTable(source) { evidence.append(OutlineEvidence.mostlyTable) }
    return evidence
  }

  private func evidence(_ rule: Profile.Evidence) -> Evidence? {
    switch rule.sign {
    case .title(let patterns):
      let lines = ([outline.head.title].compactMap { $0 } + outline.head.lines).filter { $0.count <= 80 }
      guard let found = fitting(lines, patterns) else { return nil }
      return Evidence(rule.points, zh: "标题合乎“\(found.text)”", en: "the title fits “\(found.text)”")
    case .heading(let patterns):
      guard let found = fitting(outline.sections.compactMap(\.title), patterns) else { return nil }
      return Evidence(rule.points, zh: "小标题合乎“\(found.text)”", en: "a heading fits “\(found.text)”")
    case .parts(let parts):
      guard parts.allSatisfy(outline.parts.contains) else { return nil }
      let names = parts.map(\.rawValue)
      return Evidence(
        rule.points, zh: "分 \(names.joined(separator: "、")) 各部分",
        en: "it has the parts \(names.joined(separator: ", "))")
    case .labels(let labels):
      guard labels.allSatisfy(outline.labels.contains) else { return nil }
      let names = labels.map(\.rawValue)
      return Evidence(
        rule.points, zh: "任务后写明 \(names.joined(separator: "、"))",
        en: "its tasks are followed by \(names.joined(separator: ", "))")
    case .words(let words):
      guard let found = words.first(where: { source.scalars.first($0, in: source.whole) != nil }) else { return nil }
      return Evidence(rule.points, zh: "文中有“\(found)”", en: "the text has “\(found)”")
    case .columns, .header: return nil
    }
  }

  private func fitting(_ lines: [Range<Int>], _ patterns: [LinePattern]) -> LinePattern? {
    lines.lazy.compactMap { patterns.best(for: LinePattern.plain(source.scalars[$0])) }.first
  }

  /// The most headings of one kind under one section.
  var headingCount: Int {
    struct Kind: Hashable {
      var parent: Int?
      var rank: Int?
      var level: Int?
    }
    let headings = outline.sections.filter { $0.mark != nil || $0.level != nil }
    let kinds = Dictionary(grouping: headings) { section in
      Kind(parent: section.parent, rank: section.mark?.rank, level: section.mark == nil ? section.level : nil)
    }
    return kinds.values.map(\.count).max() ?? 0
  }

  static let mostlyTable = Evidence(-60, zh: "大部分是表格", en: "most of it is a table")

  /// Cells of one line make up more than half of the text; a cell that holds a whole text does not count.
  static func isMostlyTable(_ source: SourceText) -> Bool {
    let cells = source.blocks.flatMap(\.rows).flatMap(\.cells).filter { $0.paragraphs.count < 8 }
    return cells.reduce(0) { $0 + $1.range.count } * 2 > source.whole.count
  }
}
