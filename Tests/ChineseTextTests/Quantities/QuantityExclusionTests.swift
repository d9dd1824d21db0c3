import ChineseText
import Testing

struct QuantityExclusionTests {
  @Test(arguments: [
    "到2031年底前建立机制", "2031—2033年三年行动", "2031-02-28 09:20", "3月9日下午召开", "〔2031〕12号文件", "“十五五”规划",
    "平台3.0版上线", "V2.1版", "落实“五链工程”和“六项”规定", "联系电话：0532-81234567，邮编266000", "81234567", "第3批试点",
    "第一梯队", "一带一路", "一季度开门红", "5G和PM2.5监测", "七年来", "一系列举措、一批项目、一体化发展", "市南区12号楼",
    "1.加快建设", "（2）抓好落实", "实施“1+8+N”体系", "四个意识、两个维护、三项制度", "三产融合、四梁八柱、百花齐放",
    "千方百计、万众一心", "六横六纵水网", "三期工程、十六字方针", "两大目标、六大导向", "56个民族", "上述5个方面",
    "《三年提升行动方案（2031—2033年）》", "每100人", "地铁4号线一期", "连续三年", "十届十四次全体会议", "二十一世纪", "二〇三一年",
    "按实际支出的15%给予补助，单个项目不超过1000万元", "给予最高200万元奖补", "按照总投入的30%，提供财政补助", "每户另补助3万元", "行政服务三处负责", "如果翻两番就会落空",
  ])
  func numbersThatAreNoFigures(line: String) {
    #expect(values(line) == [])
  }

  @Test func aSmallChineseNumberCountsOnlyAfterAVerbOfDoing() {
    #expect(values("新建三座码头") == ["三座 eq 3..3 座"])
    #expect(values("三座码头的故事") == [])
    #expect(values("建成实验站一个，") == ["一个 eq 1..1 个"])
  }

  @Test func aLapseIsAFigureWhereTimeIsTheAim() {
    #expect(values("审批时限压缩到3个工作日以内") == ["3个工作日以内 le ..3 个工作日"])
    #expect(values("两年内完成") == [])
  }

  @Test(arguments: [
    ("岗前培训不少于8小时", ["不少于8小时"]), ("全年开放不少于300天", ["不少于300天"]), ("连续任职不少于5年", []), ("整改时间为30天内", []),
  ])
  func aBoundInFrontOfALapseMakesItAnAim(line: String, quotes: [String]) {
    #expect(read(line).map(\.quote) == quotes)
  }

  @Test(arguments: [
    ("登记申请5个工作日内办结", ["5个工作日内 le ..5 个工作日"]), ("居民来电24小时内响应", ["24小时内 le ..24 小时"]),
    ("应在5个工作日内完成核对", []), ("来电5个工作日内办结率达到98%", ["98% eq 98..98 %"]), ("三年内完成修复", []),
  ])
  func aShortTimeInWhichSomethingIsDoneIsAnAim(line: String, found: [String]) {
    #expect(values(line) == found)
  }

  @Test(arguments: [
    ("办证时限压缩至半个工作日以内", ["半个工作日以内 le ..0.5 个工作日"]), ("发车间隔缩短至半小时", ["半小时 eq 0.5..0.5 小时"]),
    ("上半年完成修复", []), ("一个半小时内到达", []), ("用半年时间完成修复", []),
  ])
  func halfATimeIsOneWhereTimeIsTheAim(line: String, found: [String]) {
    #expect(values(line) == found)
  }

  @Test func aRatioMayHaveABoundForItsVerb() {
    #expect(values("新建片区容积率不高于1.3") == ["不高于1.3 le ..1.3 "])
    #expect(values("绿地率不低于30") == [])
  }

  @Test func whatIsSoManyInTenThousandsIsNoTenThousand() {
    #expect(values("溺水率控制在5/10万以内") == [])
  }

  @Test func wordsThatBeginLikeAUnitAreNone() {
    #expect(values("引进30万人才") == ["30万 eq 30..30 万"])
    #expect(values("建设5项目") == [])
    #expect(values("完成5项目标") == ["5项 eq 5..5 项"])
  }

  @Test func whatDescribesAPlantIsNoFigure() {
    #expect(values("年产6万台发动机项目投产") == [])
  }

  @Test func aRankNeedsAVerbAndStandsForItself() {
    let ranks = read("吞吐量居全国第6位，进入全球前10名。")
    #expect(ranks.map(\.quote) == ["第6位", "前10名"])
    #expect(ranks.map(\.valueKind) == [.rank, .rank])
    #expect(ranks.map(\.comparator) == [.eq, .le])
    #expect(ranks.first?.subject == "吞吐量")
    #expect(read("对排名前10位的平台进行表扬").isEmpty)
  }
}
