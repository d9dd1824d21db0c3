/// The words that tell a plan from a result where nothing is known of the document.
///
/// Chosen and weighed on the public government reports of nine years and twelve provinces, by the part of the report
/// that a sentence stands in; `docs/accuracy.md` has what they reach.
enum RoleSigns {
  private static let digits = "0 1 2 3 4 5 6 7 8 9 一 二 三 四 五 六 七 八 九 十"

  /// One of these makes a plan.
  private static let plan =
    """
    力争 力求 确保 预期目标 目标是 目标为 目标： 目标: 的目标 必须 务必 明年 今后 规划建设 任务是 五年内 期间要 到本世纪末
    |努力|下 一二三四模虚|拟|定订态 主重必需只首将想刚次纪紧扼概摘切政显险|要|素求点件闻害地塞是么约人事务道目领客政 |今年|以上前0123456789一二三四五六七八九十
    许认|可使|用 许认|可减| 许认|可增| 许认|可实| 许认|可节|
    """ + " " + SignWords.joined("争取", "到 在 达 实现 完成 突破 用 为 以 把 使 进 新 建 " + digits) + " "
    + SignWords.joined("计划", "规定 投资 增 提 由 完成 到 为 安排 新 建 达 下降 从 用 在 实现 开工 培 引 每年") + " "
    + SignWords.joined("将", "达 比 由 从 超 有 增 使 拨 新 建 完 实 进 投 突 继 下 提 减 会")

  /// Else one of these makes a result: it has come about, or is compared with what has.
  private static let result =
    """
    据统计 据海关 涌现 荣获 与和同|去年| 与和同|上年| 同比 截至 到目前 预计比 年比 今年以来 今年上半年 今年前 成了 现了 到了 得了 展了 升了 长了 少了 低了 加了 高了 消除了 解除了 放了 设了 立了 止了
    变了 化了 入了 出了 动了 破了
    """ + " " + digits.split(separator: " ").map { "\($0)年来 年\($0)月" }.joined(separator: " ")

  /// What weighs where none of these stands, each list once: above zero for a result.
  private static let weighed: [(words: String, weight: Int)] = [
    ("获批 获评 获国家 入选 夺得", 4),
    ("居全国 全国第 位居 稳居 跃居 居中部 居世界 世界第 全球第 列全国 排名 首位", 2),
    ("首次 首个 首批 首创 首家 第一", 2),
    ("成功 顺利 圆满 如期 胜利", 2),
    (
      """
      显著 明显 大幅 不断提 不断改 不断扩 不断优 不断增 不断完 不断壮 持续改 持续提 持续优 持续向 持续增 持续扩 持续巩 持续好 持续恢 持续回 持续稳 更加 稳中 良好 活跃 可喜 积极成效 扎实推进
      加快推进， 加快推进。 加快推进； 蓬勃
      """, 2
    ),
    ("稳定在 保持在", 2),
    ("惠及 受益 减轻 受理 办理 兑现 发放 化解 查处 参赛 接待 资助", 2),
    ("增至 降至 升至 减至 增加到 缩小 扩大到 压缩到 跃升 涨幅 贡献率 增速", 2),
    ("出台 印发 新设 设立 建立", 2),
    ("累计", 2),
    ("“|五年|内规计合", 2),
    ("群众 人次", 1),
    ("投产 投用 投运 通车 竣工 建成投 开通 落成 升级为 下线 签约 落地", 1),
    ("全面完成 全面建成 全面取消 全面消除 全面放开 全面落实 全面实现 取得", 1),
    ("|达|到标成产", 1),
    ("目标", -2),
    ("|再|次现生造度获添 继续 新一轮 更多 进一步 更大", -2),
    ("加快 支持 培育 打造 积极 大力 引导 鼓励 力度", -1),
    ("安排", -4),
  ]

  static let all = SignWords([plan, result] + weighed.map(\.words))

  /// What the words of some stretches of text say: for certain, or by how much they lean to a result.
  static func reading(of text: [Unicode.Scalar], _ parts: [Range<Int>]) -> (outright: Quantity.Role?, leaning: Int) {
    let lists = parts.reduce(0) { $0 | all.lists(in: text, $1) }
    if lists & 1 != 0 { return (.target, 0) }
    if lists & 2 != 0 { return (.actual, 0) }
    var leaning = 0
    for (number, list) in weighed.enumerated() where lists & (4 << UInt64(number)) != 0 { leaning += list.weight }
    return (nil, leaning)
  }

  /// Each list's first word that stands in the stretches.
  static func signs(of text: [Unicode.Scalar], _ parts: [Range<Int>]) -> [RoleSign] {
    var first: [Int: Range<Int>] = [:]
    for place in parts.flatMap({ all.places(in: text, $0) }) where first[place.list] == nil {
      first[place.list] = place.range
    }
    return first.map { list, words in
      switch list {
      case 0: RoleSign(words: words, role: .target)
      case 1: RoleSign(words: words, role: .actual)
      default: RoleSign(words: words, weight: weighed[list - 2].weight)
      }
    }
  }

  /// Verbs that open a clause of a plan, where a report says what came of it.
  static let openers = WordSet(
    """
    加快 推进 推动 支持 培育 打造 完善 优化 实施 开展 建设 提升 扩大 强化 深化 做好 抓好 启动 加强 健全 引导 鼓励 全面推 新建 改造 引进 争创 组织 完成 深入实施 积极 大力 统筹
    提高 促进
    """)
}
