import ChineseText
import Testing

/// Twenty-three short forms that readers of numbers are compared by, all in one place.
struct QuantityProbeTests {
  @Test(arguments: [
    ("新增养殖户4至6户", ["between 4..6 户"]), ("成活率稳定在70%~85%之间", ["between 70..85 %"]), ("单位能耗降低不低于2.6%", ["ge 2.6.. %"]),
    ("总产值超过3.4万亿元", ["gt 3.4.. 万亿元"]), ("转产就业7.5万人", ["eq 7.5..7.5 万人"]), ("力争突破三百亿元", ["gt 300.. 亿元"]),
    ("损耗率控制在4.5%以内", ["le ..4.5 %"]), ("覆盖率四分之三以上", ["ge 75.. %"]), ("渔获翻两番", ["eq 2..2 番"]),
    ("争取四到六年", ["between 4..6 年"]), ("改造廿余个码头", ["gt 20.. 个"]), ("近千家渔户参保", ["approx 1000..1000 家"]),
    ("比重提高4个百分点", ["eq 4..4 个百分点"]), ("由90万吨提高到110万吨", ["eq 90..90 万吨", "eq 110..110 万吨"]),
    ("每年轮训200-400人次", ["between 200..400 人次"]), ("实现镇级全覆盖", ["eq 100..100 %"]), ("投资２６亿元", ["eq 26..26 亿元"]),
    ("海域约4,600亩", ["approx 4600..4600 亩"]), ("“十四五”末达到75%", ["eq 75..75 %"]), ("第6批", []), ("热线电话0000-1234567", []),
    ("V3.2版", []), ("示政发〔2031〕7号", []),
  ])
  func eachFormIsRight(line: String, expected: [String]) {
    #expect(read(line).map { "\($0.comparator) \($0.low ?? "")..\($0.high ?? "") \($0.unit)" } == expected)
  }

  @Test func whatTheFormsMeanBesideTheirValues() {
    #expect(read("比重提高4个百分点").map(\.valueKind) == [.change])
    #expect(read("由90万吨提高到110万吨").map(\.role) == [.baseline, .target])
    #expect(read("“十四五”末达到75%").map { $0.period?.end } == ["2025-12-31"])
    #expect(read("力争突破三百亿元").map(\.commitment) == [.stretch])
  }
}
