/// What stands around the text of a page everywhere: tool bars, ways through the site, the site's own imprint.
enum HTMLBoilerplate {
  /// Whether a run, without its white space, is of that kind.
  static func matches(_ run: [Unicode.Scalar]) -> Bool {
    isTrail(run) || isTools(run) || isNeighbour(run) || isImprint(run)
  }

  /// The way to the page: 当前位置：首页 > 政务公开.
  static func isTrail(_ run: [Unicode.Scalar]) -> Bool {
    if trails.contains(where: { run.starts(with: $0) }) { return run.count <= 120 }
    return run.count <= 120 && run.starts(with: "首页".unicodeScalars)
      && run.contains { ">＞»›→/".unicodeScalars.contains($0) }
  }

  /// The page before and the next one.
  static func isNeighbour(_ run: [Unicode.Scalar]) -> Bool {
    run.count <= 150 && neighbours.contains { run.starts(with: $0) }
  }

  /// Nothing but words of buttons: 【字体：大 中 小】 打印 关闭; in a link one is enough.
  static func isTools(_ run: [Unicode.Scalar], isLink: Bool = false) -> Bool {
    guard run.count <= 120 else { return false }
    var at = 0
    var words = 0
    while at < run.count {
      if let word = tools.first(where: { run[at...].starts(with: $0) }) {
        at += word.count
        words += 1
      } else if "【】[]()（）|｜/：:·•、，,.。-+—<>《》“”".unicodeScalars.contains(run[at]) {
        at += 1
      } else {
        return false
      }
    }
    // 大 or 下载 alone may be a word of the text.
    return words > 1 || words == 1 && (isLink || run.count > 2) || run.elementsEqual("打印".unicodeScalars)
      || run.elementsEqual("关闭".unicodeScalars) || run.elementsEqual("分享".unicodeScalars)
  }

  /// Who runs the site, and its licences.
  static func isImprint(_ run: [Unicode.Scalar]) -> Bool {
    isLicence(run) || run.count <= 400 && imprints.occurrences(in: run, atMost: 2) > 1
  }

  /// A site's licence, which no text of a bureau speaks of.
  static func isLicence(_ run: [Unicode.Scalar]) -> Bool {
    run.count <= 400 && licences.occurrences(in: run, atMost: 1) > 0
  }

  /// What stands over a list of other pages.
  static func isRelated(_ run: [Unicode.Scalar]) -> Bool {
    related.contains { run.lazy.filter { !isAround($0) }.elementsEqual($0) }
  }

  private static func isAround(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "：", ":", "【", "】", "[", "]": true
    default: false
    }
  }

  /// The name of a file to fetch: 附件1, 目标.docx.
  static func isAttachment(_ run: [Unicode.Scalar]) -> Bool {
    if run.starts(with: "附件".unicodeScalars) { return true }
    let small = run.map { (0x41...0x5A).contains($0.value) ? Unicode.Scalar(UInt8($0.value | 0x20)) : $0 }
    return extensions.occurrences(in: small, atMost: 1) > 0
  }

  private static func words(_ list: String) -> [[Unicode.Scalar]] {
    // The longer word first, where one begins with the other.
    list.split(separator: " ").map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
  }

  private static let trails = words("当前位置 您的位置 您现在的位置 您当前的位置 您当前所在位置 您所在的位置 您所在位置 你的位置 你现在的位置 当前所在位置 所在位置 现在位置 位置：")
  private static let neighbours = words("上一篇 下一篇 上一条 下一条 上篇： 下篇： 上一页 下一页 前一篇 后一篇")
  private static let licences = HTMLWords("ICP备 ICP证 公网安备 网站标识码 版权所有 Copyright COPYRIGHT copyright 政府网站找错")
  private static let imprints = HTMLWords(
    "主办单位 主办： 承办单位 承办： 协办单位 技术支持 建议使用 分辨率 网站地图 联系我们 网站声明 关于我们 维护单位 网站管理 访问量 浏览器 邮编 备案号")
  private static let extensions = HTMLWords(".doc .xls .pdf .wps .et .ofd .zip .rar")
  private static let related = words(
    "相关链接 相关新闻 相关文章 相关阅读 相关信息 相关稿件 相关报道 推荐阅读 热点新闻 热门文章 最新文章 延伸阅读 相关推荐")
  private static let tools = words(
    """
    打印本页 打印此页 打印页面 打印 关闭窗口 关闭本页 关闭页面 关闭 收藏本页 收藏 分享到 分享至 分享 字体大小 字体 字号 大 中 小 \
    特大 默认 放大 缩小 较大 标准 返回顶部 回到顶部 返回首页 返回列表 返回上级 返回 顶部 上一页 下一页 微信 微博 新浪微博 腾讯微博 \
    人人网 QQ空间 QQ好友 QQ 扫一扫 扫码 手机浏览 手机查看 手机版 二维码 在手机打开当前页 无障碍 长者模式 适老化 朗读 语音播报 \
    播放 暂停 纠错 我要纠错 下载 保存 点赞 转发 推荐 评论 邮件 A T 繁體 繁体 简体 English 更多 到 至 我要 本页 本文 本文章
    """)
}

/// Words that are looked for anywhere in a run.
private struct HTMLWords {
  private let words: [[Unicode.Scalar]]
  /// Whether a word may begin with a scalar, by its last eight bits: most scalars need no second look.
  private var heads = [Bool](repeating: false, count: 256)

  init(_ list: String) {
    words = list.split(separator: " ").map { Array($0.unicodeScalars) }
    for word in words { if let head = word.first { heads[Int(head.value & 0xFF)] = true } }
  }

  /// How many of the words a run has, up to a number.
  func occurrences(in run: [Unicode.Scalar], atMost most: Int) -> Int {
    var found: Set<Int> = []
    for start in run.indices where heads[Int(run[start].value & 0xFF)] {
      for (index, word) in words.enumerated() where word.first == run[start] && run[start...].starts(with: word) {
        found.insert(index)
        if found.count >= most { return most }
      }
    }
    return found.count
  }
}
