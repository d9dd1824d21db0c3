import Testing

@testable import Vocabulary

@Suite struct UnitsTests {
  let units = Units.standard

  @Test(arguments: [
    ("亿元", "亿元", UnitKind.money, "CNY", "100000000"),
    ("万亿元左右", "万亿元", .money, "CNY", "1000000000000"),
    ("亿美元", "亿美元", .money, "USD", "100000000"),
    ("万亩海域", "万亩", .area, "mu", "10000"),
    ("公顷", "公顷", .area, "m2", "10000"),
    ("万平方米", "万平方米", .area, "m2", "10000"),
    ("平方公里", "平方公里", .area, "m2", "1000000"),
    ("海里", "海里", .length, "m", "1852"),
    ("千米", "千米", .length, "m", "1000"),
    ("万吨", "万吨", .mass, "t", "10000"),
    ("亿斤", "亿斤", .mass, "t", "50000"),
    ("千瓦", "千瓦", .power, "kW", "1"),
    ("万千瓦", "万千瓦", .power, "kW", "10000"),
    ("百万千瓦", "百万千瓦", .power, "kW", "1000000"),
    ("亿千瓦时", "亿千瓦时", .energy, "kWh", "100000000"),
    ("亿立方米", "亿立方米", .volume, "m3", "100000000"),
    ("％以上", "%", .percent, "%", "1"),
    ("‰", "‰", .percent, "%", "0.1"),
    ("成", "成", .percent, "%", "10"),
    ("个百分点", "个百分点", .points, "pp", "1"),
    ("百分点", "百分点", .points, "pp", "1"),
    ("倍", "倍", .multiple, "倍", "1"),
    ("个项目", "个", .counter, "个", "1"),
    ("个月", "个月", .time, "mo", "1"),
    ("批次", "批次", .counter, "批次", "1"),
    ("万人次", "万人次", .counter, "人次", "10000"),
    ("万尾", "万尾", .counter, "尾", "10000"),
    ("亿单位", "亿单", .counter, "单", "100000000"),
    ("万标准箱", "万标准箱", .counter, "标准箱", "10000"),
    ("万TEU", "万TEU", .counter, "TEU", "10000"),
  ])
  func readsLongestUnit(text: String, symbol: String, kind: UnitKind, base: String, factor: String) throws {
    let found = try #require(units.match(in: Array(text.unicodeScalars), at: 0))
    #expect(found.symbol == symbol)
    #expect(found.kind == kind)
    #expect(found.base?.unit == base)
    #expect(found.base?.factor == factor)
  }

  @Test func readsCompoundsByRule() throws {
    let found = try #require(units.reading(of: "万元/亩"))
    #expect(found.kind == .compound)
    #expect(found.scale?.power == 4)
    #expect(found.divisor?.term == "亩")
    #expect(found.base == nil)
    #expect(units.reading(of: "微克／立方米")?.symbol == "微克/立方米")
  }

  @Test func readsScaleWordsAlone() throws {
    let found = try #require(units.match(in: Array("万套房".unicodeScalars), at: 0))
    #expect(found.symbol == "万套")
    let alone = try #require(units.match(in: Array("万左右".unicodeScalars), at: 0))
    #expect(alone.symbol == "万")
    #expect(alone.term == nil)
  }

  @Test func findsNothingWhereNothingStands() {
    #expect(units.match(in: Array("海洋".unicodeScalars), at: 0) == nil)
    #expect(units.match(in: [], at: 0) == nil)
    #expect(units.match(in: Array("元".unicodeScalars), at: 7) == nil)
    #expect(units.reading(of: "亿元左右") == nil)
  }

  @Test func listsEveryTermOnceWithADecimalFactor() throws {
    _ = try Units(yaml: PackageResources.units_yaml)
    #expect(Set(units.terms.map { Array($0.term.utf8) }).count == units.terms.count)
    #expect(units.terms.count > 300)
    #expect(units.terms.allSatisfy { isPositiveDecimal($0.factor) })
    #expect(Set(units.terms.map(\.kind)) == Set(UnitKind.allCases).subtracting([.compound]))
  }

  @Test func refusesATermThatStandsTwice() {
    let yaml = Array("scales: {万: \"10000\"}\nterms:\n  counter:\n    - [个, 项]\n    - [个]\n".utf8)
    #expect(throws: VocabularyError.duplicate(line: 5, column: 8, term: "个")) { try Units(yaml: yaml) }
  }

  @Test(arguments: [
    ("1", 0, "1"), ("0.1", 4, "1000"), ("0.0005", 8, "50000"), ("1.25", 1, "12.5"), ("0.001", 1, "0.01"),
  ])
  func shiftsDecimals(decimal: String, power: Int, expected: String) {
    #expect(shifted(decimal, by: power) == expected)
  }
}
