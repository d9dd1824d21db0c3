/// The words of what a web page or a newspaper adds to a text.
enum PageWords {
  static let credits = [
    "来源", "责任编辑", "编辑", "责编", "作者", "供稿", "撰稿", "审核", "审校", "记者", "通讯员", "图文", "文图", "文/图", "图/文", "摄影", "初审", "复审",
    "终审", "校对",
    "信息来源", "稿件来源", "文章来源", "文字", "编审", "签发", "文", "图", "监制", "供图",
  ]
  static let creditEnds = ["供稿", "报道", "摄影", "撰稿", "供图"]
  /// Both: what stands before a colon in a line that the page added.
  static let labels = credits + furniture
  /// What a label begins with: most places are dismissed by it.
  static let labelBeginnings = Set(labels.compactMap(\.unicodeScalars.first))
  static let furniture = [
    "发布时间", "发布日期", "发表时间", "发布机构", "时间", "日期", "浏览次数", "浏览量", "浏览", "点击数", "点击量", "访问量", "阅读次数", "阅读量", "阅读", "字号",
    "字体", "打印", "打印本页",
    "分享到", "分享", "关闭", "关闭窗口", "扫一扫", "上一篇", "下一篇", "当前位置", "您现在的位置", "首页", "索引号", "附件", "相关链接", "返回顶部",
    "版权所有", "主办单位", "承办单位", "主办", "承办", "技术支持", "网站标识码", "联系电话", "联系地址", "地址", "邮编", "传真", "您当前所在的位置", "您当前的位置", "所在位置",
    "分享至", "收藏",
    "纠错", "网站地图", "政务新媒体", "保护视力色", "上一条", "下一条", "视力保护色", "朗读", "语音播报", "大 中 小", "下载", "全屏", "加大", "还原", "减小", "相关报道",
    "相关新闻", "扫一扫在手机打开当前页",
  ]
  /// A line that names one of these is a headline, not a credit.
  static let meetings = ["会议", "大会", "座谈会", "推进会", "部署会", "动员会", "总结会", "工作会", "调度会", "全会"]
}
