import AdapterKit
import Import
import Plan
import Testing
import Vocabulary

/// What is taken for a target sheet, and whose it is.
@Suite struct SheetRecognitionTests {
  @Test(arguments: [
    "2023年度采购意向公开\n单位名称：烟台市某局  联系人：示例甲\n序号\t项目名称\t采购内容\t预算金额\n1\t办公设备\t采购电脑50台。\t30\n",
    "2023年部门预算表\n单位：万元\n项目\t预算数\t说明内容\n教育支出\t1200\t用于校舍维修。\n",
    "安全检查记录表\n单位名称：某公司  负责人：示例甲\n序号\t检查项目名称\t检查内容\t结果\n1\t消防\t灭火器在有效期内。\t合格\n",
    "2024年重点项目名单\n序号\t项目名称\t建设内容\t总投资\n1\t示例产业园\t建设厂房10万平方米。\t12\n",
    "某中学教学进度表\n序号\t课程名称\t教学内容\t课时\n1\t语文\t古诗词鉴赏。\t4\n",
    "市直单位通讯录\n单位名称\t负责人\t联系电话\n市教育局\t示例甲\t00000000\n",
    "关于促进渔业发展的若干措施\n为完成年度目标任务，制定本措施。\n一、支持深远海养殖。补助不超过500万元。\n",
    "关于报送2024年度业务目标的通知\n有关要求如下：\n一、重点目标\n1.数量不超过8项。\n二、创优目标\n1.数量不超过3项。\n联系人：示例甲\n",
    "2023年度业务目标考核实施细则\n类别\t考核项目\t考核内容\t分值\n重点目标\t业务目标\t按照责任书考核。\t60\n",
    "青岛市某局2022年度业务目标完成情况表\n类别\t序号\t目标名称\t目标内容\n重点目标\t1\t扩大供给\t已建成学校6所。\n",
    "2023年度部门整体绩效目标表\n单位名称：青岛市某局\n年度目标\t完成支出1200万元。\n一级指标\t二级指标\t三级指标\t指标值\n产出指标\t数量指标\t人数\t300人\n",
    "课程目标表\n教学目标：掌握方法。\n教学内容：极限、导数。\n目标一：理解概念\n目标二：会计算\n",
    "全市教育工作会召开\n3月5日，青岛市部署2022年重点目标，要求抓好目标任务落实。\n联系电话：00000000\n",
  ])
  func refusesOtherKinds(text: String) {
    #expect {
      try imported(text)
    } throws: { error in
      if case ImportError.notRecognised = error { true } else { false }
    }
  }

  private func sheet(unit: String, content: String, title: String = "2022年度市直单位业务目标") -> String {
    "\(title)\n单位名称：\(unit)\n类别\t序号\t目标名称\t目标内容\n重点目标\t1\t扩大外贸\t\(content)\n"
  }

  private func document(_ text: String, _ given: Given = Given()) throws -> Document? {
    var options = ImportSession.Options()
    options.given = given
    return try imported(text, options: options).imported.first?.assembly.document.document
  }

  @Test func theUnitStatesTheCity() throws {
    let read = try document(sheet(unit: "日照市商务局", content: "推动青岛口岸协作，扩大青岛港出口，青岛市企业达到5家。"))
    #expect(read?.city.code == "371100")
    #expect(read?.inferred == [])
  }

  @Test func theTitleStatesTheCity() throws {
    let read = try document(sheet(unit: "市商务局", content: "出口增长5%。", title: "潍坊市2022年度业务目标"))
    #expect(read?.city.code == "370700")
    #expect(read?.inferred == [])
  }

  @Test func theTextImpliesTheCity() throws {
    let read = try document(sheet(unit: "市商务局", content: "学习深圳、广州、杭州经验，打造威海品牌，扩大威海港出口。"))
    #expect(read?.city.code == "371000")
    #expect(read?.inferred == ["city"])
  }

  @Test(arguments: [
    "对标深圳市、广州市等先进城市扩大出口。", "推动烟台、威海协作，烟台和威海联合招商。", "出口增长5%。",
    "出口增长5%。标杆城市：宁波市 标杆值：宁波市出口增长8%，宁波口岸出口居前。",
  ])
  func noCityIsAnError(content: String) {
    #expect {
      try imported(sheet(unit: "市商务局", content: content))
    } throws: { error in
      if case ImportError.missing(.city) = error { true } else { false }
    }
  }

  @Test func optionsGoBeforeTheText() throws {
    let given = Given(
      city: Cities.standard.city(code: "370200"), organization: "青岛市商务局", year: 2030, name: "draft")
    let read = try document(sheet(unit: "日照市商务局", content: "出口增长5%。"), given)
    #expect(read?.id == "cn370200.市商务局.2030.targetSheet.draft")
    #expect(read?.inferred == [])
  }

  @Test func aGivenBureauStatesItsCity() throws {
    let read = try document(sheet(unit: "市商务局", content: "出口增长5%。"), Given(organization: "烟台市商务局"))
    #expect(read?.city.code == "370600")
  }

  @Test(arguments: [
    "青岛市教育局2022年度业务目标", "2022年度青岛市教育局业务目标", "青岛市教育局\n2022 年度业务目标", "青岛市教育局关于2022年度的目标责任书",
  ])
  func theTitleTellsTheBureau(title: String) throws {
    let read = try document("\(title)\n\n目标名称\t目标内容\n扩大供给\t新建学校5所。\n")
    #expect(read?.organization == "青岛市教育局")
    #expect(read?.period == Period(year: 2022))
  }
}
