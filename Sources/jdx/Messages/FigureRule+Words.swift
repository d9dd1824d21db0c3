import ChineseText
import Vocabulary

extension FigureRule {
  /// What a rule decides.
  enum Aspect: String, CaseIterable {
    case number, unit, comparator, subject, role, kind, commitment, period, condition, none

    var label: Localized {
      switch self {
      case .number: Localized(zh: "数值", en: "number")
      case .unit: Localized(zh: "单位", en: "unit")
      case .comparator: Localized(zh: "比较", en: "comparator")
      case .subject: Localized(zh: "指标名称", en: "subject")
      case .role: Localized(zh: "用途", en: "role")
      case .kind: Localized(zh: "性质", en: "kind")
      case .commitment: Localized(zh: "力度", en: "commitment")
      case .period: Localized(zh: "时间", en: "period")
      case .condition: Localized(zh: "条件", en: "condition")
      case .none: Localized(zh: "原因", en: "reason")
      }
    }
  }

  /// The first part of its code.
  var aspect: Aspect { Aspect(rawValue: String(rawValue.prefix { $0 != "." })) ?? .none }

  /// The rule in a few words; the words of the text that it went by may follow.
  var words: Localized {
    switch self {
    case .arabic: Localized(zh: "阿拉伯数字", en: "Arabic digits")
    case .chinese: Localized(zh: "汉字数字", en: "Chinese numerals")
    case .range: Localized(zh: "范围", en: "a range")
    case .percent: Localized(zh: "百分之、千分之", en: "百分之 or 千分之")
    case .fraction: Localized(zh: "分数，折成百分数", en: "a fraction, as a percentage")
    case .tenths: Localized(zh: "几成，折成百分数", en: "tenths (成), as a percentage")
    case .half: Localized(zh: "一半，折成百分数", en: "a half, as a percentage")
    case .turns: Localized(zh: "翻番", en: "doublings (番)")
    case .bareScale: Localized(zh: "百、千、万、亿单独作数", en: "百, 千, 万 or 亿 alone")
    case .zero: Localized(zh: "用文字说的零", en: "none, told in words")
    case .rankNumber: Localized(zh: "位次", en: "a place in an order")
    case .unit: Localized(zh: "词表里的单位", en: "a unit of the vocabulary")
    case .noUnit: Localized(zh: "没有单位", en: "no unit")
    case .comparatorWord: Localized(zh: "比较词", en: "the comparing word")
    case .more: Localized(zh: "多、余", en: "多 or 余")
    case .sharedComparator: Localized(zh: "“分别”后面的比较词，管住后面并列的数", en: "the comparing word behind 分别, for the whole list")
    case .comparatorApart: Localized(zh: "比较词在“的”字前面", en: "the comparing word stands before what the share is of")
    case .between: Localized(zh: "两个数之间", en: "between two numbers")
    case .exact: Localized(zh: "没有比较词", en: "no comparing word")
    case .nounAfter: Localized(zh: "数字后面的名词", en: "the noun after the number")
    case .wordsBefore: Localized(zh: "数字前面的词语", en: "the words before the number")
    case .respectively: Localized(zh: "分别：前面并列的各项依次对应", en: "分别: the parts of a list in turn")
    case .ownersShare: Localized(zh: "占比等词，说的是前面那项", en: "a share of what the words before name")
    case .inherited: Localized(zh: "沿用同句上一个指标", en: "that of the figure before")
    case .conditioned: Localized(zh: "条件后面的名词", en: "the noun that the condition restricts")
    case .clauseBefore: Localized(zh: "取自上一分句，请核对", en: "from the clause before; check it")
    case .noSubject: Localized(zh: "没有找到，请核对", en: "none found; check it")
    case .yardstick: Localized(zh: "用来比较的水平", en: "what another figure is measured by")
    case .goalMissed: Localized(zh: "用来比较的目标", en: "a goal that another figure is measured by")
    case .startOfChange: Localized(zh: "由…到…的起点", en: "where a change starts from")
    case .earlierYear: Localized(zh: "同一事项较早年份的数", en: "the same thing in an earlier year")
    case .planWord: Localized(zh: "计划用语", en: "words of a plan")
    case .futureYear: Localized(zh: "到某年为止", en: "by a year to come")
    case .resultWord: Localized(zh: "完成情况用语", en: "words of a result")
    case .weighed: Localized(zh: "综合各种迹象（+ 偏向完成值，− 偏向目标值）", en: "weighed (+ for a result, − for a target)")
    case .documentRole: Localized(zh: "句中无明确用语，按文件性质", en: "no such words; what the document is")
    case .rank: Localized(zh: "位次", en: "a place in an order")
    case .points: Localized(zh: "番、百分点本身表示变化", en: "番 and percentage points are changes")
    case .changeVerb: Localized(zh: "变动的动词", en: "a verb of change")
    case .sharedKind: Localized(zh: "与并列的前一个数相同", en: "as the number before it in the list")
    case .level: Localized(zh: "前面没有表示变动的动词", en: "no verb of change before it")
    case .striving: Localized(zh: "力争、争取", en: "words of striving")
    case .firm: Localized(zh: "没有“力争”“争取”一类的词", en: "no words of striving")
    case .periodBeside: Localized(zh: "同一分句的时间词", en: "words of time in its clause")
    case .periodAdverbial: Localized(zh: "句首的时间词", en: "words of time at the sentence's head")
    case .condition: Localized(zh: "限定另一个数或所数的事物", en: "restricts another figure or what is counted")
    case .quotation: Localized(zh: "引号、书名号里的名称", en: "part of a quoted name or a title")
    case .lexicon: Localized(zh: "固定名称，按名称表", en: "a fixed name of the list of names")
    case .place: Localized(zh: "地名", en: "a place's name")
    case .lapse: Localized(zh: "时间或期限", en: "a time or a lapse of time")
    case .word: Localized(zh: "词语的一部分", en: "part of a word")
    case .pointer: Localized(zh: "指代上下文的数", en: "points at things")
    case .grouping: Localized(zh: "归类、分期，不计多少", en: "groups or numbers things")
    case .capacity: Localized(zh: "说明项目的产能", en: "describes a plant")
    case .subsidy: Localized(zh: "补助、奖励的标准", en: "the terms of a subsidy")
    case .ordinal: Localized(zh: "序数", en: "an ordinal")
    case .date: Localized(zh: "日期", en: "part of a date")
    case .code: Localized(zh: "编号、版本号、电话", en: "a code, a version or a telephone number")
    case .number: Localized(zh: "后面没有单位", en: "no unit follows")
    }
  }
}

extension RoleSign.Form {
  var words: Localized {
    switch self {
    case .exact: Localized(zh: "有三位或更多位的精确数", en: "three exact digits or more")
    case .severalExact: Localized(zh: "有几个精确的数", en: "several exact numbers")
    case .decimal: Localized(zh: "带小数", en: "a decimal")
    case .more: Localized(zh: "多、余", en: "多 or 余")
    case .opening: Localized(zh: "分句以数字开头", en: "a clause that begins with its number")
    case .floor: Localized(zh: "以上、不少于", en: "a lower bound")
    case .exceeding: Localized(zh: "超过、突破", en: "超过 or 突破")
    case .ceiling: Localized(zh: "以内、不超过", en: "an upper bound")
    case .span: Localized(zh: "范围", en: "a range")
    case .around: Localized(zh: "左右", en: "left open by 左右")
    case .near: Localized(zh: "近、接近", en: "近 or 接近")
    case .round: Localized(zh: "各数都是整十、整百等约整的数", en: "round numbers only")
    }
  }
}
