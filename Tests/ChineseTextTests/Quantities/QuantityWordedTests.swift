import Testing

@testable import ChineseText

/// Figures told in words, or without a unit.
@Suite struct QuantityWordedTests {
  @Test(
    "None of something is a figure without a unit, whose subject is what there is none of",
    arguments: [
      ("确保重大渔业事故零发生，森林火灾零发生。", [("零发生", "重大渔业事故"), ("零发生", "森林火灾")]),
      ("实现安全生产零事故", [("零事故", "安全生产事故")]), ("确保全年零死亡、零事故目标。", [("零死亡", "死亡"), ("零事故", "事故")]),
      ("渔港违规占地零新增", [("零新增", "渔港违规占地")]), ("渔业事故死亡人数为零", [("零", "渔业事故死亡人数")]),
      ("全年未发生较大以上渔业安全事故。", [("未发生", "较大以上渔业安全事故")]),
    ])
  func none(line: String, expected: [(String, String)]) {
    let found = read(line)
    #expect(found.map(\.quote) == expected.map(\.0))
    #expect(found.map(\.subject) == expected.map(\.1))
    #expect(found.allSatisfy { $0.low == "0" && $0.high == "0" && $0.unit.isEmpty && $0.valueKind == .level })
  }

  @Test(
    "A nought that says how something is done, opens a noun or belongs to a number is no figure",
    arguments: [
      "推行服务零距离", "实现零材料申报", "创建零事故企业", "深化零基预算", "实现零的突破", "未发生变更的船舶", "对未发生事故的渔船减免保费", "守住不发生重大事故的底线",
    ])
  func noNone(line: String) {
    #expect(values(line) == [])
  }

  @Test(
    "What is built is counted where its first ones are named",
    arguments: [
      ("推进柳园小学、梅园中学等6所学校建设。", "6所 学校"), ("柳园小学等6所新建中小学校如期投用", "6所 中小学校"), ("加快柳园、梅园等4个更新项目改造，", "4个 更新项目"),
    ])
  func listOfBuilt(line: String, expected: String) {
    #expect(read(line).map { "\($0.quote) \($0.subject ?? "")" } == [expected])
  }

  @Test("A list that is not built only points", arguments: ["渔业、养殖等6个领域发展", "推动增殖放流等9项成果应用", "推进柳园等3个亿元以上项目建设"])
  func listOfOthers(line: String) {
    #expect(!values(line).contains { $0.hasPrefix("9项") || $0.hasPrefix("6个") || $0.hasPrefix("3个") })
  }

  @Test(
    "Days within which something is done, and times that something takes, are figures",
    arguments: [
      ("审批事项15日内办结", ["15日内 le ..15 日"]), ("投诉3天内答复", ["3天内 le ..3 天"]), ("3月15日内办结", []),
      ("自受理之日起15日内办结", []), ("审批平均用时2天，", ["2天 eq 2..2 天"]), ("评估结果平均送达时间17个工作日。", ["17个工作日 eq 17..17 个工作日"]),
      ("活动时间17天。", []),
    ])
  func times(line: String, expected: [String]) {
    #expect(values(line) == expected)
  }

  @Test(
    "An index has no unit where its name stands before a number with a fraction",
    arguments: [
      ("单位产值能耗强度不高于0.35", ["不高于0.35 le ..0.35 "]), ("能效系数达到0.71", ["0.71 eq 0.71..0.71 "]),
      ("电能利用效率年均值1.34，", ["1.34 eq 1.34..1.34 "]), ("强度7级", []), ("评价指数12", []),
    ])
  func indexes(line: String, expected: [String]) {
    #expect(values(line) == expected)
  }

  @Test("Deeds done to all that are counted cover a hundred per cent")
  func coverageByDeed() {
    #expect(values("渔业企业检查实现全覆盖，") == ["全覆盖 eq 100..100 %"])
    #expect(read("渔业企业检查实现全覆盖，").map(\.subject) == ["渔业企业检查"])
    #expect(values("政策宣讲实现全覆盖") == [])
  }
}
