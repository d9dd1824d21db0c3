import AdapterKit
import ChineseText

/// What speaks for and against a text being a plan, a summary or a report in sections.
struct OutlineEvidence {
  let source: SourceText
  let outline: Outline

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
    if let title = outline.head.title {
      let bare = source.bare(title)
      let isNotice = OutlineEvidence.notices.contains(where: bare.hasSuffix) && !bare.contains("印发")
      if isNotice || OutlineEvidence.otherPapers.contains(where: bare.contains) {
        evidence.append(Evidence(-60, zh: "标题是公告、通知、规则一类", en: "the title is of a notice, a rule or the like"))
      }
    }
    if isMostlyTable {
      evidence.append(Evidence(-60, zh: "大部分是表格", en: "most of it is a table"))
    }
    return evidence
  }

  /// The most headings of one kind under one section.
  private var headingCount: Int {
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

  /// Cells of one line make up more than half of the text; a cell that holds a whole text does not count.
  private var isMostlyTable: Bool {
    let cells = source.blocks.flatMap(\.rows).flatMap(\.cells).filter { $0.paragraphs.count < 8 }
    return cells.reduce(0) { $0 + $1.range.count } * 2 > source.whole.count
  }
}
