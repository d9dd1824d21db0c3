import ChineseText
import Testing

/// Twenty-three short forms that readers of numbers are compared by, all in one place.
struct QuantityProbeTests {
  @Test(arguments: [
    ("引进企业3至5家", ["between 3..5 家"]), ("合格率保持在60%~80%之间", ["between 60..80 %"]), ("能耗下降不低于3.2%", ["ge 3.2.. %"]),
    ("总投资超过1.2万亿元", ["gt 1.2.. 万亿元"]), ("新增就业12.5万人", ["eq 12.5..12.5 万人"]), ("力争突破两百亿元", ["gt 200.. 亿元"]),
    ("失业率控制在5.5%以内", ["le ..5.5 %"]), ("完成率三分之二以上", ["ge 66.666667.. %"]), ("产量翻一番", ["eq 1..1 番"]),
    ("争取三到五年", ["between 3..5 年"]), ("建成十余个站点", ["gt 10.. 个"]), ("近百家企业参会", ["approx 100..100 家"]),
    ("占比提高3个百分点", ["eq 3..3 个百分点"]), ("由120万吨提高到150万吨", ["eq 120..120 万吨", "eq 150..150 万吨"]),
    ("每年培训300-500人次", ["between 300..500 人次"]), ("实现村级全覆盖", ["eq 100..100 %"]), ("投资１５亿元", ["eq 15..15 亿元"]),
    ("面积约3,500亩", ["approx 3500..3500 亩"]), ("“十四五”末达到80%", ["eq 80..80 %"]), ("第3批", []), ("服务电话0532-81234567", []),
    ("V2.1版", []), ("鲁政发〔2021〕5号", []),
  ])
  func eachFormIsRight(line: String, expected: [String]) {
    #expect(read(line).map { "\($0.comparator) \($0.low ?? "")..\($0.high ?? "") \($0.unit)" } == expected)
  }

  @Test func whatTheFormsMeanBesideTheirValues() {
    #expect(read("占比提高3个百分点").map(\.valueKind) == [.change])
    #expect(read("由120万吨提高到150万吨").map(\.role) == [.baseline, .target])
    #expect(read("“十四五”末达到80%").map { $0.period?.end } == ["2025-12-31"])
    #expect(read("力争突破两百亿元").map(\.commitment) == [.stretch])
  }
}
