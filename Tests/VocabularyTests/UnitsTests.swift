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
    ("亿单位", "亿单位", .counter, "单位", "100000000"),
    ("万标准箱", "万标准箱", .counter, "标准箱", "10000"),
    ("万TEU", "万TEU", .counter, "标准箱", "10000"),
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

  @Test func convertsBetweenBasesExactly() throws {
    let area = try #require(units.conversion(from: "mu", to: "m2"))
    #expect(area.numerator == 2000 && area.denominator == 3)
    let back = try #require(units.conversion(from: "m2", to: "mu"))
    #expect(back.numerator == 3 && back.denominator == 2000)
    #expect(units.conversion(from: "m2", to: "m2").map { $0.numerator == $0.denominator } ?? false)
    #expect(units.conversion(from: "mu", to: "t") == nil)
  }

  @Test(arguments: ["{from: mu, to: m2, ratio: 2/0}", "{from: mu, to: m2, ratio: 0.5}", "{from: mu, to: ha, ratio: 1}"])
  func refusesAConversionThatIsNone(entry: String) {
    let yaml = "scales: {}\nconversions:\n  - \(entry)\nterms: {area: [{term: 亩, base: mu}, {term: 平方米, base: m2}]}\n"
    #expect(throws: VocabularyError.self) { try Units(yaml: Array(yaml.utf8)) }
  }

  /// Units that measure the same have one base or a conversion, so that 亩 and 公顷 can be compared.
  @Test(arguments: [("亩", "公顷"), ("千瓦时", "吉焦"), ("年", "个月"), ("TEU", "标准箱"), ("台（套）", "台套"), ("吨标准煤", "克标准煤")])
  func unitsOfOneDimensionMeet(first: String, second: String) throws {
    let left = try #require(units.reading(of: first)?.base?.unit)
    let right = try #require(units.reading(of: second)?.base?.unit)
    #expect(units.conversion(from: left, to: right) != nil)
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
