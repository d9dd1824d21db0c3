import ChineseText
import Testing

/// Words that hold for more than the figure beside them.
struct SharedWordsTests {
  private func read(_ line: String) -> [Quantity] {
    quantities(in: Array(line.unicodeScalars), context: QuantityContext())
  }

  @Test func aModifierHoldsForABareHeadBehindIt() {
    #expect(read("渔船事故起数和伤亡人数分别下降21%、35%").map(\.subject) == ["渔船事故起数", "渔船事故伤亡人数"])
    #expect(read("湿地面积、蓄积量分别达到12万亩、35万立方米").map(\.subject) == ["湿地面积", "湿地蓄积量"])
    #expect(read("生猪产量和肉类产量分别增长3%、5%").map(\.subject) == ["生猪产量", "肉类产量"])
  }

  @Test func aBareShareIsThatOfWhatWasNamedBefore() {
    #expect(read("海上风电装机达到9万千瓦，占比提高到54%").map(\.subject) == ["海上风电装机", "海上风电装机占比"])
    #expect(read("远洋渔船占比提高到54%").map(\.subject) == ["远洋渔船占比"])
  }

  @Test func theTermsOfDoingAreNoSubject() {
    #expect(read("在提高质量的前提下养殖产量增长5%").map(\.subject) == ["养殖产量"])
    #expect(read("养殖面积可以达到5万亩").map(\.subject) == ["养殖面积"])
  }

  @Test func unitsJoinedByPerAreOne() {
    let figure = read("PM2.5平均浓度降至28.5微克每立方米").first
    #expect(figure?.unit == "微克每立方米" && figure?.quote == "28.5微克每立方米")
    #expect(figure?.subject == "PM2.5平均浓度")
    #expect(read("疏浚河道5公里每年投入9亿元").map(\.unit) == ["公里", "亿元"])
  }

  @Test func aFractionInDigitsIsAShare() {
    let figure = read("占全市增量的1/4").first
    #expect(figure?.low == "25" && figure?.unit == "%" && figure?.quote == "1/4")
    #expect(read("客服实行24/7值守").isEmpty)
    #expect(read("会期为12/25/2031").isEmpty)
  }

  @Test func anOrdinalHoldsForItsList() {
    #expect(read("落实方案第4、6、10项要求").isEmpty)
    #expect(read("落实方案第十二条第4、6、10、88项要求").isEmpty)
    #expect(read("新建码头3座、泊位10个").map(\.low) == ["3", "10"])
  }

  @Test func aComparatorBehindFenbieHoldsForItsList() {
    let shared = read("城镇和农村居民收入分别超过8万元、4.5万元")
    #expect(shared.map(\.comparator) == [.gt, .gt])
    #expect(shared.map(\.high) == [nil, nil])
    #expect(read("两项指标超过8万元、4.5万元").map(\.comparator) == [.gt, .eq])
  }
}
