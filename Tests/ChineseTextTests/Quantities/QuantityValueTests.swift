import ChineseText
import Testing

struct QuantityValueTests {
  @Test func arabicNumbersKeepTheirPlacesAndLoseTheirSeparators() {
    #expect(values("海带面积3,500亩，产量12.50万吨") == ["3,500亩 eq 3500..3500 亩", "12.50万吨 eq 12.50..12.50 万吨"])
    #expect(values("抽样2 400批次") == ["2 400批次 eq 2400..2400 批次"])
  }

  @Test func fullWidthFormsAreFoldedInValuesAndKeptInQuotes() {
    #expect(values("养殖面积１２．５万亩，合格率９９％") == ["１２．５万亩 eq 12.5..12.5 万亩", "９９％ eq 99..99 %"])
  }

  @Test(arguments: [
    ("产量三千八百万吨", "三千八百万吨 eq 3800..3800 万吨"), ("岸线十五点二公里", "十五点二公里 eq 15.2..15.2 公里"),
    ("面积两千亩", "两千亩 eq 2000..2000 亩"), ("面积廿五亩", "廿五亩 eq 25..25 亩"),
    ("面积一百零三亩", "一百零三亩 eq 103..103 亩"), ("产能一亿三千万吨", "一亿三千万吨 eq 130000000..130000000 吨"),
    ("产能四十万千瓦", "四十万千瓦 eq 40..40 万千瓦"), ("投资3.5万亿元", "3.5万亿元 eq 3.5..3.5 万亿元"),
    ("投资2亿3000万元", "2亿3000万元 eq 230000000..230000000 元"), ("面积5千亩", "5千亩 eq 5000..5000 亩"),
  ])
  func chineseAndMixedNumeralsKeepTheScaleInTheUnit(line: String, value: String) {
    #expect(values(line) == [value])
  }

  @Test(arguments: [
    ("合格率百分之九十六点五", "百分之九十六点五 eq 96.5..96.5 %"), ("自然增长率千分之六", "千分之六 eq 6..6 ‰"),
    ("耗时压缩三分之二", "三分之二 eq 66.666667..66.666667 %"), ("能耗下降四成", "四成 eq 40..40 %"),
    ("能耗下降两成半", "两成半 eq 25..25 %"), ("占比，一半以上", "一半以上 ge 50.. %"),
    ("苗种产值翻一番", "翻一番 eq 1..1 番"), ("苗种产值翻番", "翻番 eq 1..1 番"), ("产值增长1.5倍", "1.5倍 eq 1.5..1.5 倍"),
    ("占比提高2个百分点", "2个百分点 eq 2..2 个百分点"), ("成本降至25元/公斤", "25元/公斤 eq 25..25 元/公斤"),
  ])
  func sharesAndRatios(line: String, value: String) {
    #expect(values(line) == [value])
  }

  @Test(arguments: [
    ("引进不少于8家", "不少于8家 ge 8.. 家"), ("引进8家以上", "8家以上 ge 8.. 家"), ("招收博士后40人左右", "40人左右 approx 40..40 人"),
    ("检查学校220所次", "220所次 eq 220..220 所次"),
    ("引进≥8家", "≥8家 ge 8.. 家"),
    ("产值突破80亿元", "突破80亿元 gt 80.. 亿元"), ("产值过百亿元", "过百亿元 gt 100.. 亿元"), ("品种上千种", "上千种 gt 1000.. 种"),
    ("面积70余万亩", "70余万亩 gt 70.. 万亩"), ("面积1.3万多亩", "1.3万多亩 gt 1.3.. 万亩"),
    ("能耗控制在3%以内", "3%以内 le ..3 %"), ("死亡率不超过0.5%", "不超过0.5% le ..0.5 %"), ("失业率不到4%", "不到4% lt ..4 %"),
    ("产量约30万吨", "约30万吨 approx 30..30 万吨"), ("产量近三十万吨", "近三十万吨 approx 30..30 万吨"),
    ("产量30万吨左右", "30万吨左右 approx 30..30 万吨"), ("产量不低于30万吨左右", "不低于30万吨左右 approx 30..30 万吨"),
  ])
  func comparatorWordsThatTouchTheNumber(line: String, value: String) {
    #expect(values(line) == [value])
  }

  @Test func wordsThatOnlyEndLikeComparatorsAreNone() {
    #expect(values("审议通过3个方案") == ["3个 eq 3..3 个"])
    #expect(values("集中签约12个项目") == ["12个 eq 12..12 个"])
    #expect(values("惠及附近7个渔村") == ["7个 eq 7..7 个"])
  }

  @Test(arguments: [
    ("引进2-3家企业", "2-3家 between 2..3 家"), ("引进3～5家企业", "3～5家 between 3..5 家"), ("引进两到三家企业", "两到三家 between 2..3 家"),
    ("增长5%—6.5%", "5%—6.5% between 5..6.5 %"), ("单体投资3000万至5000万元", "3000万至5000万元 between 3000..5000 万元"),
    ("单体投资8000万元至1.2亿元", "8000万元至1.2亿元 between 80000000..120000000 元"),
    ("每年递增百分之四到五", "百分之四到五 between 4..5 %"), ("新增五六家企业", "五六家 between 5..6 家"),
    ("扶持3—5家以上企业", "3—5家以上 between 3..5 家"), ("渔获减少三到五成", "三到五成 between 30..50 %"),
  ])
  func ranges(line: String, value: String) {
    #expect(values(line) == [value])
  }

  @Test func aRangeThatRunsBackwardsIsNotRead() {
    #expect(values("编号15-3个").contains { $0.contains("between") } == false)
  }

  @Test func numbersInAListShareTheUnitOfTheLast() {
    #expect(values("新建、改建、扩建码头分别为4、6、3座") == ["4 eq 4..4 座", "6 eq 6..6 座", "3座 eq 3..3 座"])
    #expect(values("分别达到5%、6%和7%").count == 3)
    #expect(values("参保人数分别增加120万和85万") == ["120万 eq 120..120 万", "85万 eq 85..85 万"])
  }

  @Test func aBareRatioNeedsItsVerbAndItsNoun() {
    #expect(values("城乡收入比缩小至2.05，") == ["2.05 eq 2.05..2.05 "])
    #expect(values("章节2.05，") == [])
  }

  @Test func negativeMeasuresKeepTheirSign() {
    #expect(values("冷库温度-18℃") == ["-18℃ eq -18..-18 ℃"])
  }
}
