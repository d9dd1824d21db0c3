import ChineseText
import Testing

/// Every written form of a number, beside what only looks like it.
struct QuantityNumeralTests {
  @Test(arguments: [
    ("投入资金壹拾万元", "壹拾万元 eq 10..10 万元"), ("合同金额壹佰贰拾叁万肆仟伍佰元整", "壹佰贰拾叁万肆仟伍佰元整 eq 1234500..1234500 元"),
    ("合同金額壹佰貳拾參萬肆仟伍佰圓", "壹佰貳拾參萬肆仟伍佰圓 eq 1234500..1234500 元"), ("补助叁萬元", "叁萬元 eq 3..3 万元"),
    ("新增养殖户廿三家", "廿三家 eq 23..23 家"), ("新建泊位卅个", "卅个 eq 30..30 个"), ("新建学校两千零五所", "两千零五所 eq 2005..2005 所"),
    ("新增就业一百二十三万人", "一百二十三万人 eq 123..123 万人"), ("产值三点五万亿元", "三点五万亿元 eq 3.5..3.5 万亿元"),
  ])
  func chequesAndOldNumerals(line: String, value: String) {
    #expect(values(line) == [value])
  }

  @Test(arguments: ["队伍万人", "大陆三方", "收拾两处"])
  func wordsOfAChequesNumeralsAreNone(line: String) {
    #expect(values(line).allSatisfy { !$0.contains("伍") && !$0.contains("陆") && !$0.contains("拾") })
  }

  @Test(arguments: [
    ("完成半数以上", "半数以上 ge 50.. %"), ("超半数企业达标", "超半数 gt 50.. %"), ("企业数量占比过半", "过半 gt 50.. %"),
    ("占比提高半个百分点", "半个百分点 eq 0.5..0.5 个百分点"), ("达到一半", "一半 eq 50..50 %"),
  ])
  func halves(line: String, value: String) {
    #expect(values(line) == [value])
  }

  @Test(arguments: ["时间过半、任务过半", "半数字化车间", "用了一年半", "半岛城市群"])
  func otherHalvesAreNone(line: String) {
    #expect(values(line) == [])
  }

  @Test(arguments: [
    ("完成率达八成五", "八成五 eq 85..85 %"), ("九成半以上的企业", "九成半以上 ge 95.. %"), ("门票打八五折", "八五折 eq 85..85 %"),
    ("门票打7.5折", "7.5折 eq 75..75 %"), ("门票7折优惠", "7折 eq 70..70 %"),
  ])
  func tenths(line: String, value: String) {
    #expect(values(line) == [value])
  }

  @Test func whatOnlyBeginsLikeADiscountIsNone() {
    #expect(values("三折叠屏") == [])
    #expect(values("5折旧设备") == [])
  }

  @Test(arguments: [
    ("产量翻一番", "翻一番 eq 1..1 番"), ("产量翻了两番", "翻了两番 eq 2..2 番"), ("产量翻三番以上", "翻三番以上 ge 3.. 番"),
    ("产值是上年的3倍", "3倍 eq 3..3 倍"), ("规模是去年的两倍多", "两倍多 gt 2.. 倍"), ("占比提高2个多百分点", "2个多百分点 gt 2.. 个百分点"),
  ])
  func multiples(line: String, value: String) {
    #expect(values(line) == [value])
  }

  @Test func moreInsideALapseIsNoCount() {
    #expect(values("历时3个多月") == [])
    #expect(values("新建3公里多条道路").first == "3公里 eq 3..3 公里")
  }

  @Test(arguments: [
    ("引进企业三五个", "三五个 between 3..5 个"), ("新增三五百人", "三五百人 between 300..500 人"),
    ("引进企业3 至 5 个", "3 至 5 个 between 3..5 个"), ("引进企业3 - 5个", "3 - 5个 between 3..5 个"),
    ("合格率在60%和80%之间", "60%和80% between 60..80 %"), ("百余家企业参会", "百余家 gt 100.. 家"),
    ("引进一两个项目", "一两个 between 1..2 个"), ("引进企业十七八家", "十七八家 between 17..18 家"),
    ("引进企业一百二三十家", "一百二三十家 between 120..130 家"), ("占比＞95％", "＞95％ gt 95.. %"), ("占比大于等于95%", "大于等于95% ge 95.. %"),
    ("万余名渔民参加", "万余名 gt 1.. 万名"), ("建成十余个站点", "十余个 gt 10.. 个"),
  ])
  func rangesAndOpenEnds(line: String, value: String) {
    #expect(values(line) == [value])
  }

  @Test(arguments: [
    ("新增2万零500人", "2万零500人 eq 20500..20500 人"), ("产值一万二千亿元", "一万二千亿元 eq 1200000000000..1200000000000 元"),
    ("产值三百 亿元", "三百 亿元 eq 300..300 亿元"), ("合格率达到百分百", "百分百 eq 100..100 %"),
    ("工资5000元/人·月", "5000元/人·月 eq 5000..5000 元/人·月"),
    ("成本300元/（人·月）", "300元/（人·月） eq 300..300 元/（人·月）"), ("占用20人·次", "20人·次 eq 20..20 人·次"),
    ("面积12ha", "12ha eq 12..12 ha"),
  ])
  func mixedNumeralsAndProducts(line: String, value: String) {
    #expect(values(line) == [value])
  }

  @Test func aWideCommaBetweenDigitsIsASeparatorInDoubt() {
    #expect(values("产值３，５００万元") == ["３，５００万元 eq 3500..3500 万元"])
    #expect(read("产值３，５００万元").map(\.doubt) == ["grouping"])
    #expect(values("产值5万元，500家企业受益").count == 2)
  }

  @Test func severalUnnamedTensAreNone() {
    #expect(values("建成几十个站点") == [])
    #expect(values("建成数百个站点") == [])
  }

  @Test func twoFiguresThatAreJoinedAreNoRange() {
    #expect(values("新建5个和8个站点").contains { $0.contains("between") } == false)
  }

  @Test(arguments: [
    ("城乡收入比由1.96缩小至1.81", ["1.96 eq 1.96..1.96 ", "1.81 eq 1.81..1.81 "]),
    ("城乡收入比由2.12:1缩小到2.05:1", ["2.12:1 eq 2.12..2.12 ", "2.05:1 eq 2.05..2.05 "]),
    ("城乡收入比缩小到2以内", ["2以内 le ..2 "]), ("师生比达到1：15", []), ("版本由3.1升级至4.0", []), ("比分是2:1", []),
  ])
  func bareRatios(line: String, expected: [String]) {
    #expect(values(line) == expected)
  }

  @Test func aRatioThatFallsHasABaseline() {
    #expect(read("城乡收入比由1.96缩小至1.81").map(\.role) == [.baseline, .target])
  }

  @Test func allOfWhatIsCountedIsAHundredPerCent() {
    #expect(values("实现村级全覆盖") == ["全覆盖 eq 100..100 %"])
    #expect(values("网格监管做到镇街、社区全覆盖，") == ["全覆盖 eq 100..100 %"])
    #expect(values("渔港实现100%全覆盖") == ["100% eq 100..100 %"])
  }

  @Test(arguments: ["实施村级全覆盖工程", "实现全覆盖监管", "实现监管事项全覆盖", "推进村级全覆盖", "实现村级“全覆盖”"])
  func coverageOfWhatIsNotCountedIsNoFigure(line: String) {
    #expect(values(line) == [])
  }

  @Test func aLapseThatIsStrivenForIsAnAim() {
    #expect(values("争取三到五年") == ["三到五年 between 3..5 年"])
    #expect(values("争取三到五年，建成新港") == [])
    #expect(values("力争2031年") == [])
  }
}
