import ChineseText
import Vocabulary

/// What a figure counts, in a form in which other words for the same are equal or nearly so.
struct SubjectKey: Sendable {
  /// Bare, without what says where and over how long (全市, 全年) and without 数 and 数量 at its end.
  let words: [Unicode.Scalar]
  /// The same characters in a fixed order: 新增城镇就业 and 城镇新增就业人数 have one.
  let characters: [Unicode.Scalar]
  /// Its pairs of neighbouring characters.
  let terms: Bigrams

  init(_ subject: String?) {
    var words = Self.withoutPlace(BareText.bare(subject ?? ""))
    while let head = Self.heads.first(where: { words.count > $0.count && words.starts(with: $0) }) {
      words.removeFirst(head.count)
    }
    while let tail = Self.tails.first(where: { words.count > $0.count + 1 && words.suffix($0.count) == $0[...] }) {
      words.removeLast(tail.count)
    }
    self.words = words
    characters = words.sorted()
    terms = Bigrams(words)
  }

  /// What is planned, of a share of the plan: 安防工程年度任务.
  init(ofShare subject: String?) {
    var words = Array((subject ?? "").unicodeScalars)
    while let tail = Self.plans.first(where: { words.ends($0) }) { words.removeLast(tail.count) }
    self.init(words.string)
  }

  /// Without whose it is: 青岛市…, 威海市渡口系统….
  private static func withoutPlace(_ words: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard let city = Cities.standard.mention(in: words, at: 0), city.isFullName, city.range.count + 1 < words.count
    else {
      return words
    }
    let rest = Array(words.dropFirst(city.range.count))
    guard let system = rest.first("系统", in: 0..<min(rest.count, 8)), system.upperBound + 1 < rest.count else {
      return rest
    }
    return Array(rest[system.upperBound...])
  }

  /// Whether it says too little to be recognised by itself: 项目, 总数, 覆盖率.
  var isGeneric: Bool { words.count <= 2 || Self.generic.contains(words) }

  /// Whether this name says too little, and the other is this one with words before or behind it that stand around this:
  /// 打通 under 老城区断点 is 老城区断点打通.
  func isCompleted(as other: SubjectKey, in context: Bigrams) -> Bool {
    guard isGeneric, words.count > 1, other.words.count > words.count + 1 else { return false }
    let rest: ArraySlice<Unicode.Scalar>
    if other.words.ends(words) {
      rest = other.words.dropLast(words.count)
    } else if other.words.starts(with: words) {
      rest = other.words.dropFirst(words.count)
    } else {
      return false
    }
    let wanted = Bigrams(Array(rest)).terms
    return wanted.count { context.contains($0) } * 4 >= wanted.count * 3
  }

  /// 0 to 100, the same both ways: 100 for the same characters, 0 where they name opposites (收入 and 支出).
  func likeness(_ other: SubjectKey) -> Int {
    if words.isEmpty || other.words.isEmpty { return 0 }
    if characters == other.characters { return 100 }
    guard !isOpposite(other) else { return 0 }
    let dice = Int((terms.dice(other.terms) * 100).rounded())
    guard !isReplaced(other) else { return min(dice, 45) }
    let (short, long) = words.count < other.words.count ? (words, other.words) : (other.words, words)
    let isWithin = short.count >= 3 && long.first(String(String.UnicodeScalarView(short)), in: 0..<long.count) != nil
    return min(99, isWithin ? max(dice, 80) : dice)
  }

  /// Whether both name one of a group of things, and not the same one.
  private func isOpposite(_ other: SubjectKey) -> Bool {
    Self.groups.contains { group in
      let mine = group.map { words.first($0, in: 0..<words.count) != nil }
      let theirs = group.map { other.words.first($0, in: 0..<other.words.count) != nil }
      return mine != theirs && mine.contains(true) && theirs.contains(true)
    }
  }

  /// Whether both are the same words but for a short stretch that each says otherwise: 药品抽检量 and 食品抽检量.
  ///
  /// A verb of making at the beginning tells no other thing: 新建公园 and 建成公园.
  private func isReplaced(_ other: SubjectKey) -> Bool {
    let (a, b) = (withoutVerb, other.withoutVerb)
    let start = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.dropFirst(start).reversed(), b.dropFirst(start).reversed()).prefix { $0 == $1 }.count
    return start + end > 0 && (1...3).contains(a.count - start - end) && (1...3).contains(b.count - start - end)
  }

  private var withoutVerb: ArraySlice<Unicode.Scalar> {
    guard let verb = Self.verbs.first(where: { words.count > $0.count && words.starts(with: $0) }) else {
      return words[...]
    }
    return words.dropFirst(verb.count)
  }

  private static func list(_ words: String) -> [[Unicode.Scalar]] {
    words.split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) }
  }

  private static let heads = list(
    """
    全市 全区 全县 全系统 全局 全省 我市 我局 我区 本市 本局 市级 全年 年内 今年 本年度 年度 累计 共 共计 其中 完成 实现 达到 力争 争取 确保 预计 计划 成功 已
    """)
  private static let tails = list("人数 数量 个数 总量 总额 数 量 目标 任务 指标")
  private static let plans = list("年度 全年 年初 既定 计划 目标 任务 预期 指标 进度 完成 达到 占 的 已 为")
  private static let verbs = list("新建 新增 建成 建设 打造 改造 完成 培育 开展 组织 实施 引进 招引 推广 净增 办理 发放 投放 开通")
  private static let generic = Set(
    list(
      """
      项目 总数 覆盖率 合格率 完成率 通过率 占比 全覆盖 增速 增长率 比例 比重 任务 人员 企业 资金 投资 面积 产量 产值 更新率 整改率 使用率 重点项目 重大项目
      """))
  private static let groups: [[String]] = [
    ["收入", "支出"], ["进口", "出口", "进出口"], ["就业", "失业"], ["开工", "竣工", "投产", "储备", "签约"], ["城镇", "农村", "城乡"], ["养殖", "捕捞"],
    ["小学", "初中", "高中", "幼儿园", "高校"], ["新增", "总数", "存量"], ["新建", "改造", "修缮", "维修"], ["工业", "农业", "服务业"],
    ["省级", "国家级", "市级", "区级"],
    ["一产", "二产", "三产"], ["内资", "外资"], ["常住", "户籍"], ["城区", "乡村"], ["优良", "劣"], ["学生", "教师"], ["男", "女"], ["发病", "死亡"],
  ]
}
