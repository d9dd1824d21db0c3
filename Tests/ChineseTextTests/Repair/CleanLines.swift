/// Invented lines without dirt; what a browser does to blanks is done to them.
enum CleanLines {
  /// As reports are mostly made of.
  static let prose = [
    "3月5日上午，海州市教育系统工作会议在市民文化中心召开。",
    "会议认为，2023年全市新建学校12所，新增学位2.4万个，教育投入增长8.5%。",
    "会议指出",
    "会议强调：",
    "会议对2025年重点任务进行安排",
    "一要全力抓好项目建设，在扩大有效投资上求突破。要盯紧50个重点项目，确保开工率达到90%以上。",
    "（一）优化营商环境。推行“一网通办”，压减材料30%，",
    "二是深化“放管服”改革;三是抓好安全生产.",
    "各区县要结合实际，认真抓好落实！",
    "会议以视频连线方式召开",
    "来源：海州日报（责任编辑 某某）",
    "要全面落实《海州市学前教育条例》，扩大普惠性资源供给",
  ]

  /// Genuine ASCII of every sort, at the edges too.
  static let ascii = [
    "GDP增长5%左右", "全市生产总值（GDP）突破3000亿元", "5G基站达到1.2万个", "全面建设5G", "推广PPP", "RCEP",
    "深化与RCEP成员国合作，办好“24小时不打烊”政务超市", "2-3个", "力争签约项目2-3", "(青岛)", "海州市驻(青岛)",
    "联系邮箱：office@example.org", "网址：https://www.example.org/a/b?x=1&y=2#top", "office@example.org",
    "交付FPSO P-79", "A股上市企业3家", "新增上市企业（A股）", "升级到3.0版", "系统升级到V3.0", "24小时", "1. 加强组织领导。",
    "1.5万亩", "2024", "2024年", "截至2024-02-28", "上午9:30", "Q1", "A+ A- B+ B- C+ C-", "A B C D E F G", "1 2 3 4 5 6 7 8 9",
    "a + b = c - d", "y = a * x ^ 2 + b * x + c", "E = m * c ^ 2", "{ x | x > 0 , x < 5 }", "S = ( a + b ) * h / 2",
    "F = { ( x , y ) : x ^ 2 + y ^ 2 < R }", "F ( x ) = A x ^ 2 + b ;",
    "if ( a > b ) { return a ; } else { return b ; }", "The meeting was held in Haizhou on 5 March 2024.",
    "Invest in Haizhou: a port, a plan & a place to be!", "W E I H A I", "T E L : 0 5 3 2", "| 指标 | 数值 |",
    "| A | B | C | D |",
    "|---|---|---|", "+----+----+----+", "指标 | 数值", "- - - - - - - -", "* * * * * * * *", "= = = = = =", "# 标题", "- 要点",
    "ISO 9001: 2015 & ISO 14001: 2015", "H2O + CO2", "PM2.5 <= 35", "O3 8h", "C919 & ARJ21", "No. 12 (A) / No. 13 (B)",
    "1) 2) 3) 4) 5)", "A. B. C. D.", "Y / N / Y / N", "[ ] [x] [ ]", "i. ii. iii. iv. v.", "(1) (2) (3) (4) (5)",
    "1/2 3/4 5/6", "10% 20% 30%", "$100 = ¥720", "x_1, x_2, x_3", "R&D经费占比3.1%",
    "http://example.org/~a/?q=%E6%B5%B7", "C++ / C# / F#", "Wi-Fi 6E", "“3+1”模式", "AAA级信用企业", "IPv6", "LNG",
  ]

  /// Genuine ASCII that has the form of a run's groups itself: beside a run, nobody could tell where it ends.
  static let alike = ["* item", "- list of items", "a, b, c, d, e", "A1 B2 C3 D4 E5 F6", "3 A级景区", "5 GHz频段"]
}
