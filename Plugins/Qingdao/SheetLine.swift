import AdapterKit
import ChineseText

/// What a line between or below the rows looks like.
struct SheetLine {
  let source: SourceText
  let range: Range<Int>
  private let bare: String

  init(_ range: Range<Int>, in source: SourceText) {
    self.source = source
    self.range = range
    bare = source.bare(range)
  }

  /// A note under the table.
  var isNote: Bool {
    SheetLine.notes.contains(where: bare.hasPrefix)
  }

  private static let notes = [
    "注：", "注:", "备注：", "备注:", "说明：", "说明:", "填报说明", "填表说明", "※", "注1", "注１", "（注", "(注",
  ]

  /// A place to sign, or nothing but a day.
  var isSignature: Bool {
    if SheetLine.seals.contains(where: { source.scalars.first($0, in: range) != nil }) {
      return range.count < 60 && !CellKind(range, in: source).isSentence
    }
    return isDay
  }

  private static let seals = ["盖章", "签字", "签章", "签名", "公章", "（章）", "(章)"]

  /// Nothing but a day, or the place for one: 2023年1月10日, 年 月 日.
  var isDay: Bool {
    dateMentions(in: source.scalars, range).first?.range == source.scalars.trimmed(range)
      || bare == "年月日"
  }

  /// 第1页 共3页, — 1 —, ·1·, Page 1 of 3, 1/3
  var isPageNumber: Bool {
    var rest = bare
    for word in ["Page", "page", "PAGE", "of"] { rest = rest.replacing(word, with: "") }
    var digits = 0
    for scalar in rest.unicodeScalars {
      if scalar.isDigit {
        digits += 1
      } else if !"第页共，,/-—－–·•~～〔〕[]【】（）()一二三四五六七八九十".unicodeScalars.contains(scalar) {
        return false
      }
    }
    // 一 alone, （1） and 1 are numbers of rows.
    guard digits < bare.unicodeScalars.count, digits <= 8, CellKind(range, in: source).number == nil else {
      return false
    }
    return digits > 0 || bare.hasPrefix("第") && bare.hasSuffix("页")
  }

  /// What a web page puts around a text: the way to it, who posted it, buttons.
  var isPageFurniture: Bool {
    guard range.count <= 120, !bare.hasSuffix("。") else { return false }
    let isPath =
      (bare.contains(">") || bare.contains("＞") || bare.contains("»") || bare.contains("》首页"))
      && SheetLine.trails.contains(where: bare.contains)
    return isPath || SheetLine.furniture.contains(where: bare.hasPrefix)
      || SheetLine.buttons.contains(where: bare.contains)
  }

  private static let trails = ["首页", "当前位置", "您的位置", "所在位置"]
  private static let furniture = [
    "当前位置", "您的位置", "您现在的位置", "来源：", "来源:", "信息来源", "文章来源", "责任编辑", "编辑：", "编辑:", "（责任编辑", "作者：", "作者:", "发布时间", "发布日期",
    "发布机构", "发布单位", "浏览次数",
    "浏览量", "点击数", "点击量", "阅读次数", "访问量", "字体：", "字体:", "字号：", "字号:", "分享到", "分享：", "分享:", "扫一扫", "上一篇", "下一篇", "相关链接",
    "相关附件", "附件下载", "索引号",
    "信息索引号", "首页", "网站首页", "主题分类", "公开方式", "记者：", "通讯员：", "（记者", "供稿：", "录入：", "版权所有", "网站标识码", "ICP备",
  ]
  private static let buttons = ["打印本页", "关闭窗口", "关闭本页", "返回顶部", "【打印】", "[打印]", "【关闭】", "【字体", "[字体", "加入收藏", "返回首页"]

  /// Whether words open what follows the table in a contract: 二、考核办法, 第三条 …, 本责任书一式两份.
  var opensArticles: Bool {
    if SheetLine.papers.contains(where: bare.hasPrefix) { return true }
    var words = Array(bare.unicodeScalars)
    let mark = enumerator(in: words, at: 0, before: words.count)
    if let mark { words.removeFirst(mark.range.upperBound) }
    if words.first == "第", let end = words.firstIndex(of: "条"), (2...5).contains(end) { return true }
    let heading = String(String.UnicodeScalarView(words.filter { $0 != "：" && $0 != ":" }))
    if mark == nil || mark?.style == .hanBracket { return SheetLine.articles.contains(heading) }
    return mark?.style == .hanPoint && words.count <= 14
      && (SheetLine.articles.contains(where: heading.hasSuffix)
        || SheetLine.appraisals.contains(where: heading.contains))
      && SheetWords.code(of: heading) == nil
  }

  private static let papers = ["本责任书", "本目标书", "此责任书"]
  private static let appraisals = ["考核", "奖惩"]
  private static let articles: Set<String> = [
    "考核办法", "考核方式", "考核奖惩", "奖惩办法", "奖惩措施", "保障措施", "工作要求", "有关要求", "相关要求", "附则", "责任追究", "考核评价", "组织保障", "考核与奖惩",
    "其他事项", "有关事项", "填报说明", "填表说明",
    "责任期限", "有效期限", "监督考核", "督导考核", "评分办法", "计分办法", "结果运用", "其他要求", "其他", "组织领导", "组织实施", "考核要求", "附件",
  ]

  /// What a table adds up to, a row or line that is no goal: 合计, 总分：100分.
  var isTotal: Bool {
    SheetLine.sums.contains { word in
      guard bare.hasPrefix(word) else { return false }
      return bare.dropFirst(word.count).unicodeScalars.allSatisfy {
        $0.isDigit || "：:.（）()分项个100%—-、，,|/得重点创优目标".unicodeScalars.contains($0)
      }
    }
  }

  private static let sums = ["合计", "总计", "小计", "总分", "共计", "得分合计"]

  /// Every word that tells what a line is.
  static let words =
    notes + seals + trails + furniture + buttons + papers + appraisals + articles + sums + ["年月日", "第", "页", "共", "条"]

  /// Whether a line can be the value of a form's label that stands before it.
  func isValue(of label: SheetWords.HeadLabel) -> Bool {
    let kind = CellKind(range, in: source)
    let digits = source.scalars[kind.range].count(where: \.isDigit)
    guard kind.range.count <= 30, !kind.isSentence, !kind.isCategoryLike, !source.holds(SheetWords.titles, in: range),
      SheetWords.head.label(at: range, of: source) == nil, SheetWords.column(bare) == nil
    else { return false }
    switch label {
    case .phone: return digits >= 7
    case .email: return source.holds(["@"], in: range)
    case .year: return digits >= 4 || bare.hasSuffix("年") || bare.hasSuffix("年度")
    case .date: return isDay
    case .other: return true
    case .head, .contact, .signature:
      return bare.unicodeScalars.count <= 12 && bare.unicodeScalars.first?.isHan ?? false
    case .unit, .city: return digits == 0
    }
  }
}
