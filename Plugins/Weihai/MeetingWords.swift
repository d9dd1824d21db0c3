import ChineseText

/// The words that meeting reports are made of.
enum MeetingWords {
  static let held = ["召开", "举行", "举办"]
  static let meetings = ["会议", "大会", "座谈会", "推进会", "部署会", "动员会", "总结会", "工作会", "调度会", "全会"]
  /// Meetings that lay down work; a 座谈会 or a 学习会 need not.
  static let workMeetings = [
    "工作会议", "工作会", "部署会", "推进会", "总结会", "动员会", "总结大会", "动员大会", "工作大会", "推进大会", "调度会", "工作部署",
  ]
  static let planning = ["安排", "部署", "总结", "回顾", "谋划", "明确", "研究"]

  /// Every word that a report and its parts are told by.
  static let all: [String] =
    [
      held, meetings, workMeetings, planning, subjects, appraisals, adverbs, introductions, speakers, titles,
      papersQuoted, speakerVerbs, lastYear, ahead, narration, attendance, attendanceEnds, otherKinds, papers,
      otherMeetings, addresses, days, visits, studies,
    ].flatMap { $0 }
    + voices.flatMap(\.words) + sections.flatMap(\.words) + MeetingFacts.words + Titling.words + Outline.words
    + VoiceReader.words + ["要", "必须", "确保", "坚持", "力争", "了", "过", "的", "各", "他", "她", "会"]

  // MARK: Who speaks

  static let subjects = ["会议", "大会"]
  /// What comes after 会议 and the part it opens; the longer wording first.
  static let voices: [(words: [String], mode: Mode)] = [
    (["明确要求", "强调要求", "要求"], .requirement),
    (["认为"], .achievement),
    (["强调指出", "明确指出", "指出", "分析"], .assessment),
    (["明确提出", "强调", "提出", "明确", "号召", "提醒"], .guideline),
    (["安排部署", "部署安排", "研究部署", "部署", "安排", "决定", "确定"], .deployment),
  ]
  /// Verbs after which the sentence itself tells of the meeting, and what follows tells of what was reached.
  static let appraisals = ["充分肯定", "高度评价", "肯定", "回顾", "总结"]
  /// Between 会议 and its verb.
  static let adverbs = ["还", "同时", "进一步", "特别", "最后", "就此", "并", "着重", "一致", "再次", "现场", "重点", "也", "又", "全面", "指出并"]
  /// What an introductory clause before 会议 begins with: 就做好今年工作，会议要求：
  static let introductions = ["就", "围绕", "关于", "针对", "对于", "对", "为", "结合", "在"]
  static let speakers = [
    "局长", "主任", "书记", "部长", "厅长", "市长", "主席", "组长", "院长", "区长", "县长", "讲话中", "报告中", "讲话时", "主要负责同志", "主要负责人",
  ]
  /// What stands before a name.
  static let titles = ["局长", "主任", "书记", "部长", "厅长", "市长", "主席", "组长", "院长", "区长", "县长", "同志"]
  /// What 指出 something too, and is nobody.
  static let papersQuoted = ["文件", "通知", "报告", "方案", "意见", "上级", "中央", "省委", "市委", "要求", "批示"]
  static let speakerVerbs = ["指出", "强调", "要求", "提出"]

  /// Headings without 会议 on a line of their own, by their last words.
  static let sections: [(words: [String], mode: Mode)] = [
    (["工作回顾", "工作总结", "主要成效", "工作成效", "工作成绩"], .achievement),
    (["总体要求", "总体思路", "指导思想", "面临形势", "形势分析"], .guideline),
    (["工作安排", "工作部署", "重点任务", "重点工作", "目标任务", "工作任务", "安排部署", "部署安排"], .deployment),
    (["工作要求", "有关要求", "几点要求", "保障措施"], .requirement),
  ]

  // MARK: When

  static let lastYear = ["去年", "过去一年", "过去的一年", "上年", "一年来"]
  /// What a paragraph begins with that turns from what was reached to what is to be done.
  static let ahead = ["下一步", "下步", "今年", "新的一年", "新一年"]

  // MARK: Narration

  static let narration = ["会议", "大会", "会上", "会前", "会后", "与会", "会议期间", "期间，"]
  static let attendance = [
    "参加会议", "参加了会议", "出席会议", "出席了会议", "列席会议", "主持会议", "主持召开", "参会", "与会", "分会场", "主会场", "出席", "列席", "作报告", "作工作报告",
    "视频形式",
    "典型发言", "交流发言", "表态发言", "会议由", "参加。", "采取视频", "到会",
  ]
  /// How a sentence ends that says who came.
  static let attendanceEnds = [
    "参加会议", "参加了会议", "出席会议", "出席了会议", "列席会议", "列席了会议", "参会", "参加", "出席", "列席", "收听收看", "主持会议",
  ]

  // MARK: What is no work meeting

  static let otherKinds = [
    "招聘", "招考", "公示", "录用", "选调", "采购", "中标", "讣告", "议程", "日程", "通知", "意见", "办法", "规定", "方案", "细则", "规划", "公告", "启事",
    "名单", "条例",
  ]
  /// How the title of a paper ends.
  static let papers = [
    "通知", "公告", "公示", "通告", "意见", "办法", "规定", "方案", "细则", "规划", "条例", "启事", "名单", "议程", "日程", "要点", "计划", "工作总结", "纪要",
    "讲话",
    "发言", "致辞", "主持词", "述职报告", "工作报告", "决定", "批复", "复函", "解读", "评论", "社论", "倡议书", "责任书", "邀请函", "指南", "手册", "清单",
  ]
  /// Meetings that lay down no year's work, unless they are called a work meeting too.
  static let otherMeetings = [
    "常务会议", "办公会", "局务会", "党组会", "党委会", "常委会", "代表大会", "全体会议", "座谈会", "发布会", "听证会", "论证会", "评审会", "协调会", "见面会", "交流会",
    "培训班", "培训会",
    "演练", "推介会", "对接会", "约谈", "签约", "仪式", "论坛", "研讨", "圆桌", "答谢", "一论", "二论", "三论", "四论", "五论",
  ]
  /// What a speech or an interview turns to.
  static let addresses = [
    "同志们", "各位代表", "各位领导", "各位来宾", "各位同事", "各位委员", "女士们", "尊敬的", "主持人：", "主持人:", "记者：", "答：", "问：", "谢谢大家",
  ]
  /// When a meeting was held, without its day.
  static let days = ["日", "近期", "上午", "下午", "今天", "昨天", "月初", "月底", "月中", "上周", "本周"]
  static let visits = ["调研", "视察", "考察", "督导", "检查", "走访", "慰问", "看望", "会见", "来访", "到访", "座谈交流", "观摩"]
  static let studies = ["理论学习", "中心组", "主题教育", "专题党课", "读书班", "宣讲", "民主生活会", "组织生活会", "主题党日", "学习会", "辅导报告"]
}
