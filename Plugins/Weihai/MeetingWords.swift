import ChineseText

/// The words that meeting reports are made of.
enum MeetingWords {
  static let workMeetings = [
    "工作会议", "工作会", "部署会", "推进会", "总结会", "动员会", "工作座谈会", "总结大会", "动员大会", "工作大会", "党建会", "调度会",
  ]
  static let held = ["召开", "举行", "举办"]
  static let meetings = ["会议", "大会", "座谈会", "推进会", "部署会", "动员会", "总结会", "工作会", "调度会", "全会"]
  static let planning = ["安排", "部署", "总结", "回顾", "谋划", "明确", "研究"]
  static let notices = ["招聘", "招考", "公示", "录用", "选调", "采购", "中标", "讣告"]

  /// Who speaks: what comes after 会议 and the part it opens.
  static let voices: [(words: [String], mode: Part.Mode)] = [
    (["认为", "充分肯定", "肯定", "回顾", "总结"], .achievement),
    (["指出", "强调", "提出", "明确", "号召", "提醒", "分析"], .guideline),
    (["要求", "要求全市", "强调要求"], .requirement),
    (["部署", "安排", "决定", "确定"], .deployment),
  ]
  /// Between 会议 and its verb.
  static let adverbs = ["还", "同时", "进一步", "特别", "最后", "就此", "并", "着重", "一致", "再次", "现场", "着重", "重点"]
  static let attendance = [
    "参加会议", "参加了会议", "出席会议", "列席会议", "主持会议", "参会", "与会", "分会场", "主会场", "出席", "列席", "作报告", "视频形式", "作典型发言", "作交流发言",
    "会议由", "参加。", "采取视频",
  ]
  static let credits = ["来源", "责任编辑", "编辑", "责编", "作者", "供稿", "撰稿", "审核", "记者", "通讯员", "图文", "摄影", "初审", "复审", "终审", "校对", "信息来源", "文字", "编审"]
  static let pageFurniture = [
    "发布时间", "发布日期", "发表时间", "时间", "日期", "浏览次数", "浏览量", "点击数", "访问量", "阅读次数", "阅读", "字号", "字体", "打印", "分享到", "关闭", "扫一扫", "上一篇",
    "下一篇", "当前位置", "索引号",
  ]
}
