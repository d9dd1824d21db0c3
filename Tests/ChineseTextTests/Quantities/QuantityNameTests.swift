import ChineseText
import Testing

/// Each rule of what only looks like a figure, beside a true figure of the same shape.
struct QuantityNameTests {
  @Test(arguments: [
    // versions, plans, slogans, document numbers, phones, addresses, sections
    ("平台升级到3.0版", "平台增加到3.5个"), ("V2.1版上线", "上线2.1万个"), ("落实“十五五”规划", "落实十五个规划"), ("执行“十项”规定", "制定十项规定"),
    ("坚持十六字方针", "坚持十六项方针"), ("扫描档案80页", "扫描档案80万页"), ("推进“三个一批”", "新建三个园区"), ("实施“1+8+N”体系", "实施8项工程"),
    ("依据〔2031〕5号", "依据5项文件"),
    ("电话0532-81234567", "电话532部"), ("香港中路15号楼3楼", "新建15栋楼"), ("第12条", "新建12条道路"), ("（3）抓好落实", "（不少于3个）"),
    ("3#泊位", "新建3个泊位"), ("通过ISO9001认证", "通过9001家认证"), ("拨打12345热线", "新建12345公里热线"), ("12.5G带宽", "12.5公里岸线"),
    // names by their grammar
    ("一带一路建设", "新建两条带状公园"), ("四新经济", "新增四家企业"), ("第一海洋研究所", "新建两家海洋研究所"), ("五四广场改造", "改造五座广场"),
    ("三里河治理", "治理河道三里"), ("四方区", "用水四方，"), ("十八里铺", "延伸十八里"), ("八大关景区", "新建八个景区"),
    // names of the lexicon
    ("支持七台河发展", "购置七台设备"), ("建设五家渠", "建设五家企业"), ("增强四个意识", "新建四个园区"), ("保障两节市场供应", "举办培训班2节"),
    ("打造三口之家", "打造三口水井"), ("落实八项规定", "制定八项措施"), ("编制二十四节气图", "举办讲座24节，"),
    // sizes of what is built
    ("建设30万吨原油码头", "增加30万吨原油"), ("新建年产6万台电机项目", "新增6万台电机"),
  ])
  func theNameIsNoFigureAndTheCountIs(name: String, count: String) {
    #expect(values(name) == [])
    #expect(!values(count).isEmpty)
  }

  @Test func anUnknownCounterIsKeptAsWrittenAndDoubted() {
    let found = read("滩涂面积达到12垧")
    #expect(found.map(\.unit) == ["垧"])
    #expect(found.map(\.doubt) == ["unit"])
    #expect(read("全年巡查不少于12遍。").map(\.unit) == ["遍"])
    #expect(read("面积达到12亩").map(\.doubt) == [nil])
  }

  @Test(arguments: ["青岛39中", "达到125左右", "完成2031年，", "总数达到25", "编号是12号，", "新建12路，"])
  func whatFollowsANumberWithoutBeingACounterIsNone(line: String) {
    #expect(read(line).allSatisfy { $0.doubt != "unit" })
  }

  @Test func aShipsSizeIsAConditionWhereAGradeSaysSo() {
    let found = read("新建20万吨级散货泊位2个")
    #expect(found.map(\.unit) == ["个"])
    #expect(found.first?.qualifiers.map(\.unit) == ["万吨"])
  }
}
