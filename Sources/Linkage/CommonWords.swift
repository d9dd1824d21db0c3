import ChineseText

/// Words that stand in plans of every trade: verbs of doing, what a plan calls its parts, frames of figures.
///
/// Six entries cannot tell how common a word is; as imagined entries beside them these words keep 推进 and 改革创新项目
/// from passing for names. Against thousands of entries they weigh nothing.
enum CommonWords {
  /// In how many of the imagined entries one of the words stands.
  static let share: Float = 0.15

  /// The pairs of neighbours in all words, each once.
  static let pairs: [(UInt16, UInt16)] = Array(
    Set(words.flatMap { word in zip(word, word.dropFirst()).map { UInt32($0) << 16 | UInt32($1) } })
  ).sorted().map { (UInt16(truncatingIfNeeded: $0 >> 16), UInt16(truncatingIfNeeded: $0)) }

  /// Signs that join others and name nothing.
  static let connectives = Set("与和及并或暨同跟等的地得之了".unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) })

  /// Whether a title is a mere heading (改革创新项目): each of its signs stands in a common word.
  static func isHeading(_ title: [UInt16]) -> Bool {
    let isCommonPair = zip(title, title.dropFirst()).map(isCommon)
    return title.indices.allSatisfy { at in
      title[at] == TextSigns.gap || (at > 0 && isCommonPair[at - 1]) || (at < isCommonPair.count && isCommonPair[at])
    }
  }

  /// Whether a text says a word of the title that is no common one.
  static func isRepeated(_ title: [UInt16], in text: [UInt16]) -> Bool {
    let pairs = Set(zip(text, text.dropFirst()).map { UInt32($0) << 16 | UInt32($1) })
    return zip(title, title.dropFirst()).contains { first, second in
      first != TextSigns.gap && second != TextSigns.gap && !isCommon(first, second)
        && pairs.contains(UInt32(first) << 16 | UInt32(second))
    }
  }

  private static let known = Set(pairs.map { UInt32($0.0) << 16 | UInt32($0.1) })
  private static func isCommon(_ first: UInt16, _ second: UInt16) -> Bool {
    known.contains(UInt32(first) << 16 | UInt32(second))
  }

  private static let words: [[UInt16]] = {
    var reader = TextSigns()
    return list.split(whereSeparator: \.isWhitespace).map { word in
      reader.read(String(word))
      return reader.signs
    }
  }()

  private static let list = """
    推进 推动 加快 加强 提升 提高 促进 完善 健全 优化 深化 强化 实施 开展 组织 统筹 协调 引导 支持 鼓励 培育 打造 构建 建立
    制定 编制 印发 出台 修订 发布 完成 实现 达到 突破 增长 增加 下降 减少 降低 扩大 保持 稳定 巩固 拓展 争取 力争 确保 保障
    落实 做好 抓好 办好 抓实 聚焦 围绕 依托 坚持 严格 压实 推行 推广 探索 创建 争创 举办 举行 承办 参加 启动 开工 竣工 投用 建成 投产
    投入使用 交付 验收 新增 整治 治理 排查 整改 化解 处置 查处 打击 检查 抽查 巡查 督导
    全面 全力 全程 全年 年内 年底 月底前 积极 主动 持续 深入 扎实 有序 有效 有力 及时 定期 常态 长效 动态 专项 重点 重大 重要
    关键 主要 基本 基础 特色 优质 先进 综合 一批 各类 相关 进一步 不断 切实 大力 着力 努力 更加 继续 完成率
    调研 课题 引领 工作 任务 项目 工程 行动 活动 措施 办法 方案 规划 计划 目标 指标 机制 制度 体系 模式 平台 品牌 试点 示范 样板 典型 亮点 经验
    改革 创新 攻坚 民生 实事 事项 服务 管理 监管 建设 发展 能力 水平 质量 效率 效能 成效 责任 台账 清单 闭环 联动 协同
    全市 市级 省级 国家 国家级 全省 全国 单位 部门 群众 企业 市民 居民 人员 队伍 机构 中心 基地 场所 培训 宣传 专家
    不少于0 不低于0 不超过0 不高于0 控制在0 以上 以内 左右 达到0以上 达到0亿元 增长0% 下降0% 0%以上 0个 0家 0处 0项 0场 0名 0人 0次 0万 0亿元 0万元
    0人次 0公里 0万平方米 0个百分点 完成0 新增0 建成0 培育0 开展0 覆盖率 满意度 合格率 比例 占比 总额 总量 面积 规模
    """
}
