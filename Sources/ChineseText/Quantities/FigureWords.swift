/// The small word lists that the reading of figures is built on.
enum FigureWords {
  // MARK: Comparators

  private static let beforeGe = "不少于 不低于 不小于 不下于 不下 不得少于 不得低于 至少 最少 大于等于 ≥ >="
  private static let beforeGt = "超过 超出 突破 超 过 逾 大于 多于 高于 > 上 已超过 已突破"
  private static let beforeLe = "不超过 不高于 不大于 不多于 不得超过 不得高于 至多 最多 小于等于 ≤ <="
  private static let beforeLt = "不到 不足 少于 小于 低于 未达到 <"
  private static let beforeApprox = "大约 约 近 接近 将近 大概 约为 ≈"

  static let comparatorsBefore = ComparatorWords([
    (beforeGe, .ge), (beforeGt, .gt), (beforeLe, .le), (beforeLt, .lt), (beforeApprox, .approx),
  ])
  static let before = comparatorsBefore.words

  private static let afterGe = "以上 及以上 （含）以上 (含)以上 以上（含） 以上(含) 之上"
  private static let afterLe = "以下 及以下 （含）以下 (含)以下 以下（含） 以下(含) 以内 之内"
  private static let afterApprox = "左右 上下"

  static let comparatorsAfter = ComparatorWords([(afterGe, .ge), (afterLe, .le), (afterApprox, .approx)])

  /// Words as a table: the first scalar, then those that it must not touch.
  static func neighbours(_ list: String) -> ScalarMap<[Unicode.Scalar]> {
    var result: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for row in list.split(whereSeparator: \.isWhitespace) {
      guard let key = row.unicodeScalars.first else { continue }
      result[key, default: []] += row.unicodeScalars.dropFirst()
    }
    return ScalarMap(result)
  }

  /// A comparator's one scalar, and what makes another word of it: 通过, 附近, 签约.
  static let comparatorInsideWord = neighbours("过通经不透度渡路办开 近附邻靠最临新 约签节预合公契违续履制邀相简集 超赶反高中 上以网线")

  // MARK: Units

  /// A unit's last scalar, and what makes another word of it: 项目, 人才, 家庭.
  static let unitsInsideWords = neighbours(
    """
    项目 人才口民工均 家庭 户籍均 种植养业子 部门署长 场所景馆 面积 条件例约 片区 名单牌优校企胜镇村 台阶风 头部 所有 处理置 位于居
    座谈 口岸 分别布之 元素 次数日年 度假 方面案式法 天然 亩均 套餐 组织建合 队伍 门类店户 里程 股权份 团队体结 起来步点 道路德 列入为
    本地级 米粒面 克服 整治改体个合理顿数形修 圆桌形满心 班子组 节点能约气庆日水假目奏 例如 支持撑部 对接口照 根据本 块头 箱体 集群团中约聚成体 轮船动 宗旨教 株洲 篇章 卷烟 封闭
    升级 张力 首次 单位 课题程 站点位 层级面次 员工 村民级庄 镇级 乡村镇 县级域 校园区企 院校所 包括装 回收 盘活 期间 类型别 档案 担当保 周边年
    路灯段口网面桥径线由基局程况演牌标 线上下路索条缆材性段程 帧率 扇区 盆地栽景 尊重敬 发展放电明布动展 窝点棚 排名水涝污放练序查 圈层 面积向貌 平方米台安均衡常等稳
    日常 字化 峰会 匹配 席位 卡口 票据价 段落 库存区 井然 例外 名次 把握控 岁末 海里程
    """)

  /// What before a cheque's numeral makes another word of it: 大陆, 队伍.
  static let formalInsideWord = neighbours("陆大登着内海水上离 陸大登著內海水上離 伍队隊退入落为爲 参 拾收捡撿 捌 玖")

  /// What is over half where 过半 follows: 占比过半.
  static let overHalf = WordSet("占比过半 比重过半 占过半 率过半 比例过半 份额过半 占比超半 占比超过半 均过半 已过半")
  /// What after 折 makes another word of it: 折合, 折旧.
  static let afterNoDiscount: Set<Unicode.Scalar> = Set("合算旧叠线射返断页扇磨腾标价子戏".unicodeScalars)

  /// What before 半 makes more than half of it, or another word.
  static let beforeNoHalf = ScalarSet("上下前后大小多个年月天日时分")
  /// What is done within a time that is itself the aim: 5个工作日内办结.
  static let within = WordSet("办结 完成 答复 回复 反馈 办理完毕 办理完成 办完 办理 审结 出具 出证 处置 到位 到场 响应 受理 兑现 拨付")
  /// What before such a time makes a rule of it, not an aim: 应在7个工作日内.
  static let ruling = WordSet("应 应当 须 必须 需 自 不得 之日起 起")

  /// What after a number is a label, a place in time or another word, and no counter that is merely unknown.
  static let noCounters: Set<Unicode.Scalar> = Set(
    "号月日年时级版楼届期章条款节的等和与及或至到从由在为是上下内外前后中间以左右约近余多几来余第之了将被把向对于岁版路弄".unicodeScalars)
  /// Verbs right before what they count.
  static let counting = WordSet("新增 新建 建成 完成 引进 培育 投放 购置 种植 修复 改造 拥有 共有 共计 合计 总计 累计")

  /// What after 成 makes another word of it: 成立, 成为, 成果.
  static let afterNoTenths = ScalarSet("立为功果员本效就长熟群绩套品不交")
}

// MARK: Verbs

extension FigureWords {
  /// Verbs that bring a figure to a level: 达到98%.
  private static let levelVerbs = """
    达到 达到了 达 达至 达成 为 是 有 占 至 到 在 增至 增到 增加到 增加至 增长到 增长至 提高到 提高至 提升到 提升至 提至 升至 升到 上升到 上升至
    降至 降到 降低到 降低至 下降到 下降至 减至 减到 减少到 减少至 压减到 压减至 压缩到 压缩至 缩短到 缩短至 缩小到 缩小至 回落到 回落至 回升到
    回升至 扩大到 扩大至 发展到 发展至 控制在 稳定在 保持在 维持在 稳定 保持 维持 控制到 控制 跃升至 跃升到 跃至 拓展到 拓展至 扩展到 延长到
    延长至 累计达到 累计达 总数达 达到历史 等于 相当于 合计 共 共计 总计 实现 完成 破 均达 均达到 已达 已达到 约为 目标为 确定为 力争达到 不降至 跨上 迈上 迈过 登上 站上 迈上了 跨上了
    """

  static let reaching = WordSet(levelVerbs)

  /// Verbs after which a figure says how much something changes: 增长10%.
  private static let changeVerbs = """
    增长 增长了 增加 增加了 提高 提高了 提升 提升了 上升 上升了 下降 下降了 降低 降低了 减少 减少了 压减 压缩 缩短 缩减 下调 上调 递增 递减 回升 回落
    收窄 扩大 提前 前移 后移 净增 净减 净增加 净减少 减 降 增 升 提速 增产 减产 增收 减排 多增 少增 增幅 增速 涨 上涨 下跌 减损 增值 再降 再压缩 再提高
    """

  static let changing = WordSet(changeVerbs)
  /// Verbs of change that make one verb of doing with those before them: 改造提升, 优化提升.
  static let bettering = WordSet("提升 提高")
  static let bettered = WordSet("改造 整治 优化 亮化 绿化 美化 净化 升级 更新 修缮 修复 治理 巩固 完善 建设 新建 改建 扩建 打造 提质 创建")

  /// Verbs of doing that stand before what they make or take: 培育60个项目, 完成抽检1000批次.
  private static let doingVerbs = """
    建设 建成 新建 改建 扩建 续建 改造 新改建 新改扩建 建造 建立 建好 规划建设 打造 培育 新培育 培养 引进 新引进 引育 招引 招引落地 招聘 推进 推动 完成 实现
    新增 新开工 开工 开工建设 新开通 开通 开展 举办 承办 组织 组织实施 实施 组织开展 参加 参与 制定 出台 发布 形成 形成了 梳理 筛选 邀请 遴选 遴选打造 选取 选树 评选 认定 创建 争创
    申报 获批 获得 取得 促成 签约 落地 投放 投入 投产 投用 修复 治理 整治 造林 疏浚 清理 清理规范 取消 取消和停征 压减 淘汰 关停 拆除 盘活 供应 供给 配备 配置
    购置 采购 安排 拨出 筹集 发放 惠及 带动 培训 发展 支持 支持发展 支持建设 扶持 孵化 转化 转移 储备 谋划 布局 布局建设 建成投用 建成并开通 登记 销售 生产 建成运营
    减免 减轻 降低 争取 争取到 攻克 突破 研发 研制 推出 推广 编制 修订 联合 共建 新下水 下水 交付 累计建成 累计建设 累计 设立 成立 做强 壮大 完善 优化 提升 深化
    聚焦 围绕 抓好 加大 加强 统筹 加快建设 加快推进 征集 吸引 集聚 拥有 入选 授予 建成高标准 招收 招录 吸纳 帮扶 救助 保障 服务 新注册 新设立 新投产 检查 抽查 排查
    巡查 查处 办结 办理 化解 调解 处置 销号 增殖放流 放流 养护 种植 栽植 绿化 开发 发行 化债 置换 兑付 退税 提供 配套 新建改造 新建扩建 新建和改造 新建和续建 施工 建
    涌现的 涌现出的 涌现 评出 发现 消除 打通 贯通 铺设 敷设 架设 安装 更新 更新改造 维修 加固 压缩
    """

  static let doing = WordSet(doingVerbs)

  /// Those of the verbs that open a subject without being part of it, and are seldom part of a noun.
  static let opening = WordSet(
    """
    培育 新培育 打造 建成 引进 新引进 招引 新招引 参加 开展 举办 承办 投放 惠及 带动 争取 实现 完成 拨出 形成 遴选 筛选 邀请 组织 组织实施 推动 推进 加快推进 促进
    配备 取得 获批 梳理 研制成功的 涌现的 涌现出的 建设完成 建成投用 组织企业参加 建成并开通 选树 认定 创建 登记 支持 推广 设立
    """)

  /// Verbs between a noun and what it brings: a subject may be cut after them.
  static let cutting = WordSet("培育 新培育 打造 建成 引进 新引进 招引 参加 开展 举办 承办 投放 惠及 拨出 遴选 筛选 邀请 组织实施 配备 取得 增加 把 促进 带动 以来")

  /// Verbs that drop out of a subject: 产业实现产值 is 产业产值.
  static let linking = WordSet("实现 完成 达成")

  /// What after a verb makes a noun of it: 完成率.
  static let nominalTails = ScalarSet("率量数额值度面金区期式型的")

  /// Words that open what a noun after a figure does: 85个项目开工建设.
  static let following = WordSet(
    """
    开工 申报 加盟 加快 入选 升级为 升级 开展 纳入 列入 实施 立起 获批 获评 获得 投产 投运 投用 建成 落地 落户 达标 参加 参与 完成 实现 增加 增长
    上市 通过 位居 达到 超过 跻身 进入 荣获 涉及 参会 参展 签约 受益 脱贫 正在 已经 得到 取得 用于 来自 牵头 助力 被 推进 覆盖 迁入 出台 提升至 提高 获
    """)

  /// Adverbs that end a noun wherever they stand.
  static let followingAdverbs = WordSet(
    """
    全部 全面 扎实 持续 成功 顺利 稳步 有序 如期 正式 相继 陆续 率先 按期 加快推进 开工建设 集中获批 集中开工 集中签约 建成投用 立起 让 上榜 入围 入选 纳入 列入 申报 加盟 升级为 获评 荣获
    跻身 连续 基本建成 整体 先后 成为 均达 均实现
    """)

  /// Heads that make a verb before them part of a noun: 投产项目, 实施方案.
  static let nounHeads = WordSet(
    "项目 工程 试点 方案 中心 企业 示范区 基地 平台 行动 设施 园区 能力 体系 示范 机构 车间 人才 标准 率 量 面积 任务 计划 单位 制度 产品 事项 成果 技术 人员 活动 工作 清单")

  /// Nominal verbs that add nothing to the noun before them.
  static let idleTails = WordSet("建设 工作")

  /// Words that cannot open a noun: after a figure they leave its subject before it.
  static let noNoun = WordSet(
    """
    降至 降到 降为 增至 增加 增长 增到 提高 提升至 提升到 升至 上升 下降 减少 减至 压缩 缩短 达到 达 高于 低于 受益 实现 完成 以来 以 等 是 为 占 用于 用 将 均 并 且 但 而 在 由 从
    比 较 至 到 和
    与 及 或 则 跃升 跃居 位居 居 列 建设 新建 改造 支持 推进 推动 打造 培育 实施 开展 纳入 不等 计算 给予 台阶 新台阶 大关 关口 的
    """)

  // MARK: What stands around subjects

  /// Adverbs and modal words before a verb, which are no part of what is counted.
  static let trailing = WordSet(
    """
    分别 均 平均 平均每年 累计 同比 环比 力争 争取 确保 预计 计划 将 再 已 已经 仍 约 都 也 还 又 共 合计 首次 连续 率先 全部 基本 总体 年均 每年 大约 要 必须 应 需
    可以 能够 一律 一律按 实际 现已 进一步 继续 超 将要 至少 最少 至多 更 略 就 原则上 预计将 截至目前 目前 现有 已有 至今 的 则 可 了 在 由 从 努力 情况下 即 原来 原来的
    """)

  static let leading = WordSet(
    """
    力争 争取 确保 预计 计划 预期 将 再 已 已经 仍 还 又 总计 合计 基本 大力 积极 深入 加快 全力 高标准 高质量 高水平 持续 扎实 稳步 统筹 不断 努力 切实 有序 其中 同时
    并 要 必须 应 需 进一步 继续 累计 现有 已有 截至目前 目前 以及 和 及 与 且 或 均 、 ） ) 的 了 ， 是 分别
    """)

  /// What closes an adverbial that 在 opens.
  static let framing = WordSet("过程中 执行中 实施中 工作中 建设中 前提下 基础上 条件下 情况下 背景下 形势下")

  /// Those of them that say how a thing is done, and before a noun of what kind it is.
  static let manner = WordSet("高标准 高质量 高水平 统筹 持续 基本 有序 积极 计划 预期 继续 同时")

  /// Verbs between what is measured and its yardstick, and what a yardstick is called.
  static let surpassing = WordSet("高于 低于 快于 慢于 好于 优于 高出 低出 不及")
  static let yardsticks = WordSet("水平 速度 增速 增幅 均值")
  static let goals = WordSet("目标 预期 任务")

  /// What a figure is compared with.
  static let compared = WordSet(
    """
    高于全国 低于全国 高于全省 低于全省 高于全市 低于全市 高于全国平均水平 低于全国平均水平 高于全省平均水平 高于上年 低于上年 高于 低于 高出 快于全国 快于全省 快于 高出全国 高出全省 优于全国
    比上年 较上年 比去年 较去年 比上年同期 较上年同期 比去年同期 较去年同期 比上月 较上月 同比 环比 相比 与上年相比 与去年相比
    """)

  static let timeWords = WordSet(
    """
    今年 去年 前年 明年 上年 本年 当年 同期 全年 年内 年底 年末 年初 年中 每年 年均 今后 未来 上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度 前三季度 近年来
    近期 期间 时期 本届 五年来 以来 目前 月底 月末 近几年 同年 今明两年 这五年 当前 本世纪末 本世纪 春节前 元旦前 国庆节前 汛期前
    """)

  /// What makes another word of a relative time: 二十年内, 以上年产值, 资本年均, 安全年.
  static let insideTimeWord = neighbours("上以 年每历逐往 本资基成日 全安健 今如现 下以 一十百 二十 三十前 四十")

  static let timeLead = WordSet("到 至 截至 截止 在 用 自 近 力争到 力争用 争取到 力争在 从 于 的 这 过去 过去的 今后 未来 比 较 前 第")
  /// What stands before the day up to which something is counted.
  static let upTo = WordSet("截至 截止 截止到")
  static let timeTail = WordSet("底前 年底 底 末 初 前 内 以来 期间 时期 中 度 的 起 间 时间 时 之前 以前 底以前 之内 以内 左右 多来 后 计划 计划期间")
  /// What makes another word of a tail's first scalar: 中央, 内蒙古, 前沿.
  static let tailInsideWord = neighbours("中央国小型心部药医欧东 内蒙外河陆 前沿瞻景三五端 时效段速 间接 度假 后续备勤台 起步 计算 底层盘线 初级中步 末端梢")
  static let longUnits = WordSet("年 个月 月 季度 个季度 世纪 年度")
  static let shortUnits = WordSet("个工作日 工作日 个小时 小时 分钟")
  /// Days as the calendar has them, which also name a date.
  static let days = WordSet("日 天 自然日 个自然日")
  /// Times that something takes.
  static let handlingTimes = WordSet(
    """
    办理时间 审批时间 送达时间 审核时间 审查时间 办结时间 响应时间 等候时间 等待时间 通关时间 处置时间 受理时间 评审时间 开办时间 办理时限 审批时限 办结时限 平均用时
    办理用时 平均耗时 平均时长 平均时间
    """)
  static let timeUnits = WordSet("年 个月 月份 月 日 天 季度 个季度 周 小时 世纪 年度")
}

// MARK: Marks of role, commitment and exclusion

extension FigureWords {
  /// Demonstratives and the like before a number that only points at things.
  static let pointing = WordSet("第 前 后 首 头 近 等 以下 下列 上述 如下 前述 这 那 该 此 其余 另外 每 每满 按每 各 某 哪 同 上 下 连续")

  /// Verbs of making, after which 柳园、梅园等13座公园 counts what was made.
  static let making = WordSet("新建 建成 新增 引进 签约 获批 创建 完成 开工 新开工 投产 投用 落地 入选 举办 培育 新培育 打造 建设 改造 提升 更新")
  /// Verbs that carry on what is being built, and what then closes the clause: 推进甲校、乙校等6所学校建设.
  static let advancing = WordSet("推进 加快 实施 启动 开展 统筹")
  static let buildingTails = WordSet("建设 改造 改扩建 新建 扩建 修缮 整治 改造提升")
  /// What has been built, at a clause's end: 甲校等6所学校建成投用.
  static let builtTails = WordSet("投用 投入使用 建成 竣工 完工 开工 投产 通车 交付 交付使用 投运 落成 启用 建成开放")
  /// What there is none of: 零事故, and what has not come about: 零发生.
  static let zeroNouns = WordSet("事故 死亡 伤亡 亡人 火灾 案件")
  static let zeroVerbs = WordSet("发生 新增")
  static let unhappened = WordSet("未发生")
  /// What nothing is left of: 伤亡人数为零.
  static let zeroing = WordSet("为 降为 降至 降到 归 保持为 均为")
  static let zeroed = WordSet("数 事故 伤亡 死亡 亡人 案件 数量 存量 积压")
  /// What is told not to have happened.
  static let mishaps = WordSet("事故 案件 事件 火灾 疫情 灾情 伤亡")
  /// Indexes that are given without a unit: 强度不高于0.35.
  static let indexNouns = WordSet("均值 平均值 指数 系数 强度 系数值")
  /// What stands after 的 without being counted: 下降3%的情况下.
  static let afterDe = WordSet("情况下 基础上 前提下 条件下 背景下 速度 同时 要求 标准 比例 幅度 高位 基数")

  static let striving = WordSet("力争 争取 力求 争")
  static let firm = WordSet("确保 必须 务必 保证 确定")
  /// With these, 争取 means to strive; without one it means to win something.
  static let attaining = WordSet(
    """
    达到 达 突破 超过 实现 完成 形成 建成 打造 培育 创建 进入 跻身 提高 提升 增长 增加 下降 降低 降至 控制 纳入 列入 入选 获批 落地 落户 开工 投产 在 到 邀请 引进 新增 新建 建设 居
    保持 稳定 压缩 缩短
    """)

  static let subsidyVerbs = WordSet("给予 予以 提供 享受")
  /// What a share of a cost is given by: 按实际支出的15%.
  static let subsidyBases = WordSet("按 按照 参照")
  static let subsidyTouching = WordSet("给予 予以 补助 补贴 奖励 奖补 资助 一次性奖励 一次性补助")
  /// What makes a subsidy of an amount after 补助: a rule for whom and how much.
  static let subsidyRules = WordSet("给予 予以 每 按 对 最高 另 除")
  static let subsidyNouns = WordSet("补助 奖补 奖励 补贴 资助 奖金 资金支持 资金扶持 扶持 券")
  static let ceilings = WordSet("最高 最高给予 最高补贴 最高补助 最高奖励 额最高 单个项目 单户 每户")

  /// Units in which 一 counts after its noun: 核电站一个.
  static let countedByOne = WordSet("个 家 座 艘 条 名 位")
  /// What before a small number makes it a grouping: 分为三类, 有两项.
  static let groupingBefore = ScalarSet("有为成以下这那哪每各前后第上是的一再再")
  static let groupingUnits = WordSet("种 轮 面 对 批 次 方 分 类 期 届 回 字 句 段 层 把 页")
  /// Verbs of doing that are as often nouns: 审批服务三处 is an office.
  static let nounlikeVerbs = WordSet("服务 保障 生产 开发 检查 处置 发展 管理 支持 培训 巡查 施工")
  /// Counters of things that are held one after the other, which count behind Arabic digits: 举办培训班6期.
  static let heldCounters = WordSet("期 堂 课 节")
  /// Bounds that may stand before what a share is of: 不超过计划数的5%.
  static let boundsOfShare = WordSet("不超过 不高于 不大于 不得超过 不得高于 不少于 不低于 不小于 不得少于 不得低于")
  /// Counters that more often name than count: 六期, 十六字.
  static let looseCounters = WordSet("期 届 回 字 句 页 段 层 类 分 课 堂")
  /// 海洋一所, 市二院: a number after a noun that names an institution.
  static let institutions = WordSet("所 院 校 站 库 班 队 村 团 门")

  /// Words of a quantity that is itself time, so that a lapse is what is aimed at.
  static let timeAims = WordSet(
    """
    压缩 压缩到 压缩至 压减 压减到 压减至 缩短 缩短到 缩短至 缩短为 缩减 缩减到 缩减至 减少到 减少至 减至 降至 降到 提速 延长 延长到 延长至 提前 提前到 控制在 天数 寿命 时长 时间从 时间由 时限由
    时限从 期限由 期限从 寿命达到 寿命提高到 寿命达 天数达到 天数达 天数增加 时间为 时限为 平均 目前的 目前的平均
    """)

  static let constantSets = WordSet("民族 省、 省区 省（ 省( 方面 环节 层面 维度")

  /// What a figure that describes a plant or a project stands behind: 年产10万台汽车项目.
  static let capacities = WordSet("年产 日产 年处理 日处理 年加工 年产能 设计年产")
  /// What a ship's or a berth's size stands before.
  static let berths = WordSet("码头 泊位 油轮 散货船 集装箱船 货轮 船坞")
  static let plants = WordSet("项目 工程 生产线 基地 工厂 装置 厂")
  /// Where a rank holds.
  static let rankScopes = WordSet("全国 全省 全市 全球 世界 全区 全县 国内 同类城市 副省级城市 计划单列市 中西部 东部 西部 中部 沿海 地级市 各市 省内 的")

  /// What before a place says that none is taken: 放在首位, 倒数第三名.
  static let noRankBefore = WordSet("放在 摆在 置于 放到 摆到 倒数")
  /// What goes on from a place: 由第8位升至第5位.
  static let risingFrom = WordSet("升 跃 前移 提升 上升 晋升 提高 进 到 至 下降 降")
  /// What is counted one by one, so that all of it is a hundred per cent: 实现村级全覆盖.
  static let covered = WordSet(
    """
    村级 镇级 县级 乡级 市级 省级 区级 社区 村居 行政村 自然村 渔村 村庄 镇街 街道 乡镇 镇村 县区 区县 区市 县市 市县 县域 园区 学校 中小学 港口 码头 渔港 渔船 船舶 企业 景区
    海域 海湾 岸线 农户 渔户
    """)
  /// What is done to each of them: 企业检查实现全覆盖.
  static let visits = WordSet("检查 排查 巡查 抽查 抽检 走访 培训 体检 监测 整治")
  /// Verbs that bring about all of something.
  static let covering = WordSet("实现 实现了 达到 达到了 做到 做到了")

  static let ranking = WordSet(
    "居 位居 列 位列 排 排名 排在 跃居 升至 跃升至 升到 跃升到 稳居 保持 进入 进 晋升至 上升到 上升至 提升至 提升到 名列 前移至 位次升至 冲进 跻身 从 由 均居 列入 进位 重返 争进 迈入")

  static let reachedFrom = WordSet("到 至 增至 增为 降为 压缩 缩短 提高 提升 增加 减少 下降 跃升 调整为 变为 扩大")
  /// Nouns of change that take a level: 增速5%.
  static let changeNounWords = WordSet("增速 增幅 涨幅 降幅")
  static let countedChanges = WordSet("增加 增加了 减少 减少了 净增 净减 净增加 净减少")
  static let changeNouns = WordSet("增速 增幅 涨幅 降幅")
  /// Signs that a sentence tells an aim.
  static let targetSigns = WordSet("力争 争取 确保 目标 计划规定 计划投资 计划增长 计划提高 计划由 计划完成 计划到 预期 必须 力求 明年 今后 拟 规划建设 任务是 努力")
  /// Signs that it tells what has come about, whatever the document is.
  static let doneSigns = WordSet("据统计 据海关统计 涌现 荣获 实现了 完成了 取得了 形成了 建成了 突破了 达到了 增长了 交流了 下降了 提高了 增加了")
}

extension FigureWords {
  /// Nouns that are themselves amounts, so that the figure before them is no threshold.
  static let amounts = WordSet("资金 投资 贷款 投入 支持 产值 收入 融资 基金 债券 订单 合同 预期 目标 增量 规模 水平")

  private static let bound = neighbours(
    "均人户亩日月校 有国公私所拥共没占 共公 达发抵 增新倍 减核 升提 占抢 为行作成 是但于 在现存内所 到得 总汇 都首 约节集 可许 应响供反适 新创更革刷 已 要主重需首摘纪 必 需刚内 计统设审会 再 由自理")

  /// Whether two scalars are one word, so that the second is not taken off the end.
  static func boundTrailing(_ before: Unicode.Scalar, _ last: Unicode.Scalar) -> Bool {
    bound[last]?.contains(before) ?? false
  }

  private static let boundFirst = neighbours(
    "新能型兴增建材开区时一城改疆旧闻冠药品引培生农 再生制贷造 应急用对收 需求水 要素点地件闻求 将军来领 并网购联轨行表 有机色效线色害 和谐平气解睦 与会 及格时 均衡价 总产量值额部规体数面投里供装 或者 已 必修 又")

  /// Whether two scalars are one word, so that the first is not taken off the start.
  static func boundLeading(_ first: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    boundFirst[first]?.contains(after) ?? false
  }

  /// Names that begin with what else joins or leads.
  static let unparted = WordSet("和美乡村 和美社区 和美村 和美渔村 和美家园 和美城乡 和合")

  /// Verbs that say nothing of what was made.
  static let bareVerbs = WordSet(
    "在建 建成 已建 建设 新建 续建 改建 扩建 竣工 开工 新开工 投产 投用 招引 引进 新引进 培育 打造 完成 实现 新增 达产 签约 落地 年内建成 其中 累计建成")

  /// What opens a clause about a part of what was said: 其中产值5亿元以上企业3家.
  static let pointingOut = WordSet("其中 以及 另有 还有")

  static let respectively = WordSet("分别 各")
  /// What is counted of a thing that was named before: 事故起数和死亡人数, 森林面积、蓄积量.
  static let countHeads = WordSet("起数 人数 件数 户数 家数 面积 蓄积量 产量 总量 数量 密度 里程 容量 长度 用量 销量 存量 重量")
  /// Shares and rates that say nothing of whose they are.
  static let bareShares = WordSet("占比 比重 占全国比重 占全省比重 占全市比重 占全国的比重 占全省的比重 占全市的比重 增速 增幅 同比增速")
  /// What ends a word that is measured: 建成率, 出口, 参保人数.
  static let measureHeads = WordSet(
    """
    建成率 覆盖率 普及率 治理率 合格率 达标率 优良率 利用率 入学率 参保率 投诉率 完成率 处理率 满意率 增长率 率 量 额 值 数 收入 出口 进口 人数 参保人数 增加值 产值 总额 规模 面积 里程
    比重 占比 产量 投资 消费 支出 参保 数量 能力 吞吐量 利润
    """)
}

// MARK: Scalars and lists by their places

extension FigureWords {
  /// What joins the last members of a list.
  static let joints = ScalarSet("、和与及")
  /// What is no noun where a mark follows it: 100公里内，.
  static let loneAfter = ScalarSet("来内外中起前后多余居列占用将均")
  static let nounEnds = ScalarSet("、和及与的 ")
  /// What goes with a time at the end of words: 比2020年, 自2020年.
  static let timeOpeners = ScalarSet("比较自由从")
  static let measureOpeners = ScalarSet("个家条的和、 ")
  /// What announces a share written as a fraction: 的1/4.
  static let beforeFraction = ScalarSet("的近约占过超到为")

  static let trailingLists = [reaching, changing, trailing, compared, before]
  static let measureTrailing = [trailing, before, reaching]
  static let measureLeading = [doing, striving, pointingOut]
  static let rankTrailing = [rankScopes, ranking]
}

// MARK: All of them

extension FigureWords {
  /// Every list of words of this file.
  static let lists = [
    before, comparatorsAfter.words, overHalf, counting, reaching, changing, doing, opening, cutting, linking, following,
    followingAdverbs, nounHeads, idleTails, noNoun, trailing, leading, framing, manner, surpassing, yardsticks, goals,
    compared, timeWords, timeLead, upTo, timeTail, longUnits, shortUnits, timeUnits, pointing, making, afterDe,
    striving, firm, attaining, subsidyVerbs, subsidyBases, subsidyTouching, subsidyRules, subsidyNouns, ceilings,
    countedByOne, groupingUnits, nounlikeVerbs, heldCounters, boundsOfShare, looseCounters, institutions, timeAims,
    constantSets, capacities, berths, plants, rankScopes, noRankBefore, risingFrom, covered, covering, ranking,
    reachedFrom,
    changeNounWords, countedChanges, changeNouns, targetSigns, doneSigns, amounts, bareVerbs, pointingOut, respectively,
    countHeads, bareShares, measureHeads, within, ruling, visits, days, handlingTimes, advancing, buildingTails,
    builtTails, zeroNouns, zeroVerbs, zeroing, zeroed, unhappened, mishaps, indexNouns, bettering, bettered, unparted,
  ]

  /// The words that a neighbour makes of a unit or a verb: 项目, 通过, 成立, 折合.
  static let compounds: [[Unicode.Scalar]] =
    [comparatorInsideWord, unitsInsideWords, formalInsideWord, insideTimeWord, tailInsideWord, bound, boundFirst]
    .flatMap(\.entries).flatMap { entry in
      entry.value.flatMap { [[entry.scalar, $0], [$0, entry.scalar]] }
    }
    + afterNoDiscount.map { ["折", $0] }
}
