import Intake
import Vocabulary

extension Words {
  static let receipt = Localized(zh: "报送情况", en: "Submissions")
  static let expectedCount = Localized(zh: "应报", en: "expected")
  static let sender = Localized(zh: "报送单位", en: "Sender")
  static let state = Localized(zh: "状态", en: "State")
  static let arrival = Localized(zh: "报送时间", en: "Time")
  static let signature = Localized(zh: "签名", en: "Signature")
  static let unsigned = Localized(zh: "未签名", en: "unsigned")
  static let lastYear = Localized(zh: "上年", en: "last year")
  static let corrections = Localized(zh: "退回修改", en: "To correct")
  static let checks = Localized(zh: "请核实", en: "To check")
  static let reminders = Localized(zh: "催报", en: "To be chased")
  static let owed = Localized(zh: "催什么", en: "For what")
  static let deadline = Localized(zh: "截止日期", en: "Deadline")
  static let overdue = Localized(zh: "已逾期", en: "overdue")
  static let notDue = Localized(zh: "未到期", en: "not due yet")
  static let files = Localized(zh: "收到的文件", en: "Files")
  static let file = Localized(zh: "文件", en: "File")
  static let holds = Localized(zh: "内容", en: "Holds")
  static let unexpectedSenders = Localized(zh: "名单之外", en: "Not expected")
  static let controlTotals = Localized(zh: "控制数", en: "Control totals")
  static let reconciled = Localized(zh: "进出相符", en: "reconciled")
  static let unreconciled = Localized(zh: "进出不符", en: "not reconciled")
  static let problem = Localized(zh: "问题", en: "What")
  static let correction = (
    title: Localized(zh: "位置和原文", en: "Where"), basis: Localized(zh: "依据", en: "Rule"),
    advice: Localized(zh: "怎么办", en: "What to do")
  )
  static let letter = Localized(zh: "退回修改单", en: "Return for correction")
  static let nothingToCorrect = Localized(zh: "已报齐，无需修改。", en: "All is there; nothing has to be corrected.")
  static let inOrder = Localized(zh: "全部报齐", en: "All is in order")
  static let notInOrder = Localized(zh: "尚未报齐", en: "Not complete")
  static let totalsNote = Localized(
    zh: "报出 − 重复 − 被取代 + 合成 = 合并后；合计只用于核对，不是汇总结果。",
    en: "Sent − repeated − replaced + joined = merged. The sums only prove the merge; they are no result.")
  static let totalsHeads = [
    Localized(zh: "报出", en: "Sent"), Localized(zh: "重复", en: "Repeated"), Localized(zh: "被取代", en: "Replaced"),
    Localized(zh: "合成", en: "Joined"), Localized(zh: "合并后", en: "Merged"),
  ]
  static let revisionRows = Localized(zh: "修订", en: "Revisions")
  static let sumOf = Localized(zh: "合计", en: "sum")

  static func state(_ state: SenderReceipt.State) -> Localized {
    switch state {
    case .complete: Localized(zh: "已报齐", en: "complete")
    case .returned: Localized(zh: "退回修改", en: "returned")
    case .partial: Localized(zh: "未报齐", en: "partial")
    case .missing: Localized(zh: "未报送", en: "missing")
    }
  }

  static func state(_ state: SortedFile.State) -> Localized {
    switch state {
    case .accepted: Localized(zh: "收下", en: "accepted")
    case .repeated: Localized(zh: "重复", en: "repeated")
    case .covered: Localized(zh: "已含在另一文件中", en: "covered by another")
    case .returned: Localized(zh: "退回", en: "returned")
    case .unreadable: Localized(zh: "打不开", en: "unreadable")
    case .foreign: Localized(zh: "不是数据包", en: "no bundle")
    }
  }

  static func timing(_ standing: Timing.Standing) -> Localized {
    switch standing {
    case .inTime: Localized(zh: "按时", en: "in time")
    case .late: Localized(zh: "逾期", en: "late")
    case .unknown: Localized(zh: "无法判断", en: "not known")
    }
  }

  static func evidence(_ evidence: Timing.Evidence) -> Localized {
    switch evidence {
    case .received: Localized(zh: "签收登记", en: "the receiver's book")
    case .signature: Localized(zh: "签名自述", en: "stated by the signer")
    case .content: Localized(zh: "文件或更正的日期", en: "a date in it")
    case .check: Localized(zh: "检查之日已收到", en: "there on the day of the check")
    }
  }

  /// What is wrong, in a word or two.
  static func finding(_ kind: Finding.Kind) -> Localized {
    switch kind {
    case .missing: Localized(zh: "缺少文件", en: "document missing")
    case .brokenSignature: Localized(zh: "签名与内容不符", en: "signature broken")
    case .unsigned: unsigned
    case .untrusted: Localized(zh: "签名不可信", en: "signature not trusted")
    case .otherKey: Localized(zh: "不是约定的密钥", en: "another key")
    case .rule: Localized(zh: "不合格式规范", en: "breaks a rule")
    case .tooFew: Localized(zh: "数量不足", en: "too few")
    case .conflict: Localized(zh: "数据不一致", en: "conflict")
    case .otherYear: Localized(zh: "年度不对", en: "another year")
    case .sameSource: Localized(zh: "原始文件相同", en: "same source file")
    case .otherForm: Localized(zh: "未按模板", en: "another form")
    case .headingGone: Localized(zh: "缺表头", en: "heading gone")
    case .headingNew: Localized(zh: "多出表头", en: "new heading")
    case .categoryNew: Localized(zh: "多出类别", en: "new category")
    case .categoryGone: Localized(zh: "缺类别", en: "category gone")
    case .copied: Localized(zh: "与上年相同", en: "as last year")
    case .goalGone: Localized(zh: "上年目标未再列", en: "goal gone")
    case .figureGone: Localized(zh: "上年指标未再列", en: "figure gone")
    }
  }

  /// What the sender does about it.
  static func advice(_ kind: Finding.Kind) -> Localized {
    switch kind {
    case .missing: Localized(zh: "请报送", en: "send it")
    case .brokenSignature:
      Localized(zh: "签名后内容改过，或签名损坏；请核对内容，重新签名后再报", en: "it was changed after signing; check it, sign again, send again")
    case .unsigned: Localized(zh: "请用 jdx sign 签名后重报", en: "sign it with jdx sign and send it again")
    case .untrusted:
      Localized(zh: "请用在用的密钥签名；换过密钥的，先把新公钥交来登记", en: "sign with the registered key, or register the new one first")
    case .otherKey: Localized(zh: "请用约定的密钥签名后重报", en: "sign it with the key agreed on and send it again")
    case .rule:
      Localized(
        zh: "请用 jdx 重新生成数据包；仍有此项的，联系维护人员", en: "make the bundle again with jdx; if it stays, tell the maintainers")
    case .tooFew: Localized(zh: "请补齐；确实没有的，说明原因", en: "add what is missing, or say why there is no more")
    case .conflict: Localized(zh: "请确认以哪一方为准，更正后重报", en: "say which side is right, correct it and send it again")
    case .otherYear: Localized(zh: "请报本年度的文件", en: "send this year's document")
    case .sameSource: Localized(zh: "请确认是否重复报送", en: "see whether it was sent twice")
    case .otherForm: Localized(zh: "请按下发的模板填报", en: "fill in the form that was handed down")
    case .headingGone, .headingNew: Localized(zh: "请核对表头，改回模板的写法", en: "hold the headings against the form")
    case .categoryNew, .categoryGone: Localized(zh: "请核对类别", en: "see whether the category is right")
    case .copied: Localized(zh: "请确认是否忘了更新", en: "see whether it should have been brought up to date")
    case .goalGone: Localized(zh: "请确认是取消还是漏报", en: "see whether it was dropped or forgotten")
    case .figureGone: Localized(zh: "请确认是取消还是漏报", en: "see whether it was dropped or forgotten")
    }
  }
}
