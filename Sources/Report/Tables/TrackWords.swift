import Compare
import Vocabulary

extension Words {
  static let tracking = Localized(zh: "完成情况", en: "Fulfilment")
  static let targets = Localized(zh: "目标", en: "targets")
  static let body = Localized(zh: "单位", en: "Body")
  static let noTargets = Localized(zh: "没有目标值。", en: "No targets.")
  static let rule = Localized(zh: "依据", en: "rule")
  static let result = Localized(zh: "结果", en: "result")
  static let claimed = Localized(zh: "文件自述", en: "claimed")
  static let contradiction = Localized(zh: "与数字不符", en: "contradicted by the figures")
  static let contradictions = Localized(zh: "文件自述与数字不符", en: "Claims contradicted by the figures")
  static let rulings = Localized(zh: "人工认定", en: "Decided by a person")
  static let decided = Localized(zh: "人工认定", en: "decided by a person")
  static let computed = Localized(zh: "按数字判断", en: "by the figures")
  static let stretch = Localized(zh: "力争目标", en: "stretch target")
  static let completion = Localized(zh: "完成率", en: "reached")
  static let elapsed = Localized(zh: "时间进度", en: "time elapsed")
  static let until = Localized(zh: "截至", en: "as of")
  static let unreported = Localized(zh: "尚无结果文件，未逐条列出", en: "No results yet, not listed one by one")

  static func verdict(_ verdict: Tracking.Verdict) -> Localized {
    switch verdict {
    case .met: Localized(zh: "达到", en: "met")
    case .exceeded: Localized(zh: "超额", en: "exceeded")
    case .missed: Localized(zh: "未达到", en: "missed")
    case .partly: Localized(zh: "推进中", en: "partly")
    case .notReported: Localized(zh: "未填报", en: "not reported")
    case .notComparable: Localized(zh: "不可比", en: "not comparable")
    case .notJudged: Localized(zh: "不作判定", en: "not judged")
    }
  }

  static func claim(_ kind: Claim.Kind) -> Localized {
    switch kind {
    case .met: Localized(zh: "完成", en: "met")
    case .exceeded: Localized(zh: "超额完成", en: "exceeded")
    case .missed: Localized(zh: "未完成", en: "missed")
    case .partly: Localized(zh: "部分完成", en: "partly")
    case .inTime: standing(.inTime)
    case .behind: standing(.behind)
    }
  }

  static func standing(_ standing: Tracking.Progress.Standing) -> Localized {
    switch standing {
    case .inTime: Localized(zh: "达到序时进度", en: "in time")
    case .behind: Localized(zh: "未达到序时进度", en: "behind")
    }
  }

  static func rule(_ rule: Tracking.Rule) -> Localized {
    switch rule {
    case .atLeast: Localized(zh: "不低于目标值即为达到", en: "met where it is not below the target")
    case .moreThan: Localized(zh: "高于目标值才为达到", en: "met where it is above the target")
    case .atMost: Localized(zh: "不高于目标值即为达到", en: "met where it is not above the target")
    case .lessThan: Localized(zh: "低于目标值才为达到", en: "met where it is below the target")
    case .range: Localized(zh: "在目标区间内即为达到", en: "met where it is within the range")
    case .elapsedTime: Localized(zh: "未到期，按序时进度衡量", en: "its time is not over: held against the time elapsed")
    case .presentValue:
      Localized(zh: "未到期，比率、增速、位次按当前值衡量", en: "its time is not over: a share, rate or rank is taken as it stands now")
    case .longerPeriod: Localized(zh: "多年目标，尚未到期", en: "a target of several years that are not over")
    case .noReport: Localized(zh: "没有本单位本期的结果", en: "there are no results of this body and period")
    case .notMentioned: Localized(zh: "本单位本期的结果中没有这一项", en: "the body's results of the period do not name it")
    case .otherValueKind: Localized(zh: "绝对值、增减幅度、位次互不相比", en: "a level, a change and a rank are not compared")
    case .otherUnit: Localized(zh: "计量单位不能换算", en: "the units do not turn into one another")
    case .otherCondition: Localized(zh: "限定条件不同", en: "the conditions differ")
    case .otherPeriod: Localized(zh: "起止时间不同", en: "they are of different stretches of time")
    case .undatedResult:
      Localized(zh: "结果没有写明是哪一年的", en: "the result does not say of which year it is")
    case .openResult: Localized(zh: "结果只给出范围，不能判断", en: "the result is a bound that leaves it open")
    case .ruling: Localized(zh: "以人工认定为准", en: "a person's word counts")
    case .longNumber: Localized(zh: "数字过长", en: "a number is too long")
    case .approximateTarget: Localized(zh: "目标为约数，不设误差", en: "the target is approximate, and no tolerance is invented")
    case .approximateResult: Localized(zh: "结果为约数，不设误差", en: "the result is approximate, and no tolerance is invented")
    }
  }
}
