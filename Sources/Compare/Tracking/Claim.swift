import ChineseText

/// What a document itself says of a figure: 超额完成, 未完成, 完成计划的98%.
public struct Claim: Sendable, Equatable {
  /// What is claimed.
  public enum Kind: String, Sendable, CaseIterable { case met, exceeded, missed, partly, inTime, behind }

  /// What is claimed.
  public let kind: Kind
  /// The words, as written.
  public let quote: String
  /// The share of the target that is said to be reached, in percent, a decimal string.
  public let percent: String?

  /// What the words beside a figure claim; those nearest behind it first, then those before it, then what the
  /// sentence says of all at its end (各项任务全面完成).
  init?(_ clause: FigureClause) {
    // 完成投资50亿元、已完成50亿元 say what was done and not that it was enough.
    for words in [clause.after, clause.next] {
      if let ratio = Self.ratio(in: words) {
        self = ratio
        return
      }
      if let found = Self.named(in: words) {
        self = found
        return
      }
    }
    let ofAll = ["各项", "全部", "全面", "所有", "均"].contains { clause.closing.first($0, in: 0..<clause.closing.count) != nil }
    let closing = ofAll ? Self.named(in: clause.closing) : Self.pace(in: clause.closing)
    guard let found = Self.named(in: clause.before) ?? closing else { return nil }
    self = found
  }

  /// What a figure that is a share of the plan claims.
  init?(share figure: StatedFigure) {
    guard let found = Self.ratio(in: figure.clause.before + figure.indicator.quote.unicodeScalars) else { return nil }
    self = found
  }

  private init(_ kind: Kind, _ quote: String, percent: String? = nil) {
    self.kind = kind
    self.quote = quote
    self.percent = percent
  }

  /// Whether a clause says what share of a plan was reached: 完成年度目标的98%.
  static func isRatioOfPlan(_ words: [Unicode.Scalar]) -> Bool { ratio(in: words) != nil }

  /// Whether what stands before a figure makes it a share of a plan: 占年度计划的.
  static func leadsToRatio(_ before: [Unicode.Scalar]) -> Bool {
    (plans.contains { ends(before, $0 + "的") } || plans.contains { ends(before, $0) })
      && ["完成", "占", "达到", "为"].contains { before.first($0, in: 0..<before.count) != nil }
  }

  private static func ends(_ words: [Unicode.Scalar], _ end: String) -> Bool {
    words.suffix(end.unicodeScalars.count).elementsEqual(end.unicodeScalars)
  }

  private static let plans = ["目标", "计划", "任务", "目标任务", "任务目标", "预期目标", "指标"]

  private static func ratio(in words: [Unicode.Scalar]) -> Claim? {
    guard let end = words.lastIndex(where: { $0 == "%" || $0 == "％" }) else { return nil }
    var start = end
    while start > 0, words[start - 1].isASCIIDigit || words[start - 1] == "." { start -= 1 }
    guard start < end, leadsToRatio(Array(words[..<start])), let lead = words.firstIndex(where: \.isHan),
      let share = ExactNumber(words.string(start..<end)), let order = share.compared(to: ExactNumber(100))
    else { return nil }
    let kind: Kind = order > 0 ? .exceeded : order == 0 ? .met : .partly
    return Claim(kind, words.string(lead..<end + 1), percent: words.string(start..<end))
  }

  /// Longer words first, and those of failure before those of success that stand in them.
  private static let words: [(Kind, [String])] = [
    (.behind, ["未达到序时进度", "未达序时进度", "落后于序时进度", "落后序时进度", "滞后于序时进度", "低于序时进度", "慢于序时进度"]),
    (.inTime, ["超序时进度", "超过序时进度", "快于序时进度", "达到序时进度", "符合序时进度", "序时推进", "按序时进度"]),
    (
      .missed,
      ["未完成", "没有完成", "未能完成", "未达到目标", "未达到预期", "未达目标", "未达预期", "未达标", "未实现目标", "未能实现", "未达到年度目标"]
    ),
    (.partly, ["部分完成", "基本完成", "正在推进", "有序推进中", "持续推进中"]),
    (.exceeded, ["超额完成", "超目标", "超过目标", "超计划", "超预期", "超过年度目标", "超出目标"]),
    (
      .met,
      [
        "提前完成", "全面完成", "如期完成", "圆满完成", "顺利完成", "按期完成", "全部完成", "按时完成", "完成目标", "完成任务", "完成年度目标", "完成年度任务", "完成全年目标",
        "完成全年任务", "完成计划", "完成年度计划", "达到目标", "达到年度目标", "实现目标", "完成既定目标", "完成预期目标",
        "实现预期目标", "达到预期目标", "完成各项目标", "完成各项任务",
      ]
    ),
  ]

  /// What a clause that says nothing else tells of a whole sentence's pace.
  private static func pace(in words: [Unicode.Scalar]) -> Claim? {
    named(in: words).flatMap { claim in
      (claim.kind == .inTime || claim.kind == .behind) && words.starts(with: claim.quote.unicodeScalars) ? claim : nil
    }
  }

  private static func named(in words: [Unicode.Scalar]) -> Claim? {
    for (kind, phrases) in Self.words {
      for phrase in phrases {
        if let range = words.first(phrase, in: 0..<words.count) { return Claim(kind, words.string(range)) }
      }
    }
    // Alone, as a cell of a ledger has it: （已完成）.
    let marks = "（()）。；; \t".unicodeScalars
    let bare = words.filter { !marks.contains($0) }.string
    return ["完成", "已完成", "达标", "已达标", "已实现"].contains { $0.utf8.elementsEqual(bare.utf8) } ? Claim(.met, bare) : nil
  }
}
