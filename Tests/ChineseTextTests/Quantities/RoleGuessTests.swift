import ChineseText
import Testing

/// What a sentence of which nothing else is known says of its figures: aimed at, or reached.
struct RoleGuessTests {
  private func roles(_ line: String) -> [Quantity.Role] {
    quantities(in: Array(line.unicodeScalars), context: QuantityContext(guessesRole: true)).map(\.role)
  }

  @Test(arguments: [
    "力争水产品总产量达到126.5万吨", "拟新建人工鱼礁区3处", "今年改造老旧渔港12座", "产值将比上年增长8.3%", "计划培训渔民1260人次", "到2035年，海水淡化日产能超过52.6万吨",
    "要完成增殖放流1285万尾", "加快建设深远海养殖平台3座以上", "渔业增加值增长6%左右", "再建海洋牧场2处", "积极培育龙头企业3—5家",
    "每年可使渔民增收3620元", "渔业总产值平均每年递增百分之三点二",
  ])
  func wordsAndFormsOfAPlanMakeATarget(line: String) {
    #expect(Set(roles(line)) == [.target])
  }

  @Test(arguments: [
    "渔港改造完成了12座", "产值同比增长8%", "海水养殖面积较去年扩大2万亩", "三年来培训渔民2000人次", "获批国家级海洋牧场2处", "水产品产量稳居全省首位、达126.5万吨", "12座渔港改造扎实推进",
    "港口吞吐量增长8.3%、进出口总额增长12.6%", "成功举办展会2场，达成合作意向30多个", "参展企业近百家", "办证时间压缩到目前的2天以内",
    "水质优良率稳定在92%，岸线整治成效显著",
  ])
  func wordsAndFormsOfAReportMakeAnActual(line: String) {
    #expect(Set(roles(line)) == [.actual])
  }

  /// The same scalars as a part of another word are no sign.
  @Test(arguments: [
    ("主要海湾水质优良率达92.5%，获批示范区1处", Quantity.Role.actual), ("获批“三年行动计划”项目12.6亿元", .actual),
    ("研发投入占比由2020年的1.4%提高到2024年的1.97%", .actual),
    ("新建模拟舱3个", .target),
    ("多国政要来访，签约项目36.2亿元", .actual), ("发放许可使用权证362本", .actual),
  ])
  func aSignInsideAnotherWordIsNone(line: String, role: Quantity.Role) {
    #expect(roles(line).last == role)
  }

  @Test func aYardstickIsABaseline() {
    #expect(roles("渔业增加值增长6.8%，高于全省5.2%的平均水平") == [.actual, .baseline])
    #expect(roles("物价上涨1.3%，低于3%左右的平均水平").last == .baseline)
    #expect(roles("渔业增加值增长6.8%，高于全省1.6个百分点").last == .actual)
  }

  @Test func aGoalMissedIsATargetAndNoSignOfAPlan() {
    #expect(roles("渔业增加值增长6.82%，低于8%左右的预期目标") == [.actual, .target])
    #expect(roles("力争增长6.82%，高于8%的预期目标") == [.target, .target])
  }

  @Test func anEarlierYearsFigureIsABaseline() {
    #expect(roles("良种覆盖率2020年为52%，2025年将达到65%") == [.baseline, .target])
    #expect(roles("良种覆盖率二〇二〇年为52%，二〇二五年将达到65%").first == .baseline)
    #expect(roles("良种覆盖率2020年为52%，2018年为65%").first != .baseline)
    #expect(roles("良种覆盖率2020年为52%，2025年培训渔民300人").first != .baseline)
  }
}
