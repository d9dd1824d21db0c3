import Plan
import Testing

@testable import Compare

@Suite struct FigureTests {
  typealias Figure = SamplePlan.SampleFigure

  static func goal(_ figures: [Figure], text: String? = nil) -> SamplePlan.SampleGoal {
    let words = figures.map { "\($0.subject ?? "")\($0.quote)" }.joined(separator: "，")
    return SamplePlan.SampleGoal(title: "做好海产品抽检", text: text ?? "全年安排如下：\(words)。", figures: figures)
  }

  static func diff(_ old: [Figure], _ new: [Figure]) -> Diff {
    Diff(
      old: SamplePlan(year: 2023, goals: [goal(old)]).view, new: SamplePlan(year: 2024, goals: [goal(new)]).view)
  }

  static let cases: [(Figure, Figure, FigureChange.Kind)] = [
    (.equal("50", "亿元", "投资"), .equal("60", "亿元", "投资"), .raised),
    (.equal("5000", "万元", "投资"), .equal("0.5", "亿元", "投资"), .equal),
    (.equal("5000.0", "万元", "投资"), .equal("0.51", "亿元", "投资"), .raised),
    (.equal("1.2", "万亿元", "总值"), .equal("12000", "亿元", "总值"), .equal),
    (.equal("300", "百万元", "投资"), .equal("3", "亿元", "投资"), .equal),
    (.equal("3", "千万元", "投资"), .equal("0.29", "亿元", "投资"), .lowered),
    (.equal("20", "万千瓦", "装机"), .equal("200000", "千瓦", "装机"), .equal),
    (.atLeast("98", "%", "合格率", quote: "≥98%"), .atLeast("98", "%", "合格率"), .equal),
    (.atLeast("98", "%", "合格率"), .atLeast("98.50", "%", "合格率"), .raised),
    (.between("2", "3", "个", "龙头项目"), .atLeast("3", "个", "龙头项目"), .tightened),
    (.between("2", "3", "个", "龙头项目"), .atLeast("2", "个", "龙头项目"), .tightened),
    (.between("2", "3", "个", "龙头项目"), .equal("2", "个", "龙头项目"), .relaxed),
    (.between("2", "3", "个", "龙头项目"), .equal("5", "个", "龙头项目"), .raised),
    (.between("2", "3", "个", "龙头项目"), .between("3", "4", "个", "龙头项目"), .raised),
    (.between("2", "5", "个", "龙头项目"), .between("3", "4", "个", "龙头项目"), .tightened),
    (.between("2", "5", "个", "龙头项目"), .atMost("4", "个", "龙头项目"), .tightened),
    (.equal("10", "个", "基地"), .atLeast("10", "个", "基地"), .tightened),
    (.atMost("5", "起", "事故"), .atMost("4", "起", "事故"), .lowered),
    (
      Figure(quote: "10%左右", comparator: .approx, low: "10", high: "10", unit: "%", subject: "增速", valueKind: .change),
      Figure(quote: "10%", comparator: .eq, low: "10", high: "10", unit: "%", subject: "增速", valueKind: .change),
      .tightened
    ),
    (
      Figure(quote: "5个", low: "5", high: "5", unit: "个", subject: "经验", commitment: .stretch),
      Figure(quote: "5个", low: "5", high: "5", unit: "个", subject: "经验"), .tightened
    ),
    (
      Figure(quote: "第8位", low: "8", high: "8", unit: "位", subject: "排名", valueKind: .rank),
      Figure(quote: "第5位", low: "5", high: "5", unit: "位", subject: "排名", valueKind: .rank), .raised
    ),
    (
      Figure(quote: "5个", low: "5", high: "5", unit: "个", subject: "项目", qualifiers: [investment("50")]),
      Figure(quote: "5个", low: "5", high: "5", unit: "个", subject: "项目", qualifiers: [investment("60")]), .tightened
    ),
    (
      Figure(quote: "5个", low: "5", high: "5", unit: "个", subject: "项目"),
      Figure(quote: "5个", low: "5", high: "5", unit: "个", subject: "项目", qualifiers: [investment("60")]), .tightened
    ),
    (.equal("1000", "批次", "海产品质量安全抽检"), .equal("1200", "批次", "海产品抽检"), .raised),
  ]

  static func investment(_ low: String) -> Indicator.Qualifier {
    Indicator.Qualifier(subject: "投资额", comparator: .ge, low: low, high: nil, unit: "亿元")
  }

  @Test(arguments: cases.indices)
  func `a figure is compared by its meaning, the same both ways`(index: Int) {
    let (old, new, kind) = Self.cases[index]
    #expect(Self.diff([old], [new]).changes.flatMap(\.figures).map(\.kind) == [kind])
    #expect(Self.diff([new], [old]).changes.flatMap(\.figures).map(\.kind) == [kind.mirrored])
    #expect(Self.diff([old], [old]).isEmpty)
  }

  @Test func `figures of other things are no pair`() {
    let pairs: [(Figure, Figure)] = [
      (.equal("5", "亿元", "投资"), .equal("5", "亿美元", "投资")),
      (.equal("5", "%", "增速"), .equal("5", "个百分点", "增速")),
      (.atLeast("5", "起", "事故"), .atMost("5", "起", "事故")),
      (.equal("5", "个", "项目"), Figure(quote: "5个", low: "5", high: "5", unit: "个", subject: "项目", role: .baseline)),
      (
        .equal("5", "%", "增速"),
        Figure(quote: "5%", low: "5", high: "5", unit: "%", subject: "增速", valueKind: .change)
      ),
    ]
    for (old, new) in pairs {
      #expect(Set(Self.diff([old], [new]).changes.flatMap(\.figures).map(\.kind)) == [.added, .dropped])
    }
  }

  @Test func `figures of one subject keep to their conditions`() {
    let make = { (limit: String, count: String) in
      Figure(
        quote: count + "个", low: count, high: count, unit: "个", subject: "项目", qualifiers: [Self.investment(limit)])
    }
    let figures = Self.diff([make("50", "5"), make("10", "15")], [make("10", "20"), make("50", "6")]).changes
      .flatMap(\.figures)
    #expect(figures.map { $0.from?.indicator.low } == ["15", "5"])
    #expect(figures.map(\.kind) == [.raised, .raised])
  }

  @Test func `a figure more or less is told`() {
    let (a, b) = (Figure.equal("5", "个", "基地"), Figure.equal("3", "家", "企业"))
    let diff = Self.diff([a], [a, b])
    #expect(diff.changes.map(\.kind) == [.changed])
    #expect(diff.changes.flatMap(\.figures).map(\.kind) == [.equal, .added])
    #expect(Self.diff([a, b], [a]).changes.flatMap(\.figures).map(\.kind) == [.equal, .dropped])
  }

  @Test(arguments: [
    ("50", "亿元", "60", "亿元", "+20%"), ("5000", "万元", "0.6", "亿元", "+20%"), ("3", "个", "2", "个", "-33.3%"),
    ("3", "个", "3", "个", "0%"), ("8", "个", "9", "个", "+12.5%"), ("2000", "个", "2001", "个", "+0.1%"),
    ("2000", "个", "1999", "个", "-0.1%"), ("0", "个", "5", "个", nil), ("5", "%", "6", "%", nil),
    ("1", "个", String(repeating: "9", count: 40), "个", nil), ("0.1", "亿元", "0.3", "亿元", "+200%"),
  ])
  func `the change in percent is exact`(old: String, oldUnit: String, new: String, newUnit: String, percent: String?) {
    let figures = Self.diff([.equal(old, oldUnit, "投资")], [.equal(new, newUnit, "投资")]).changes.flatMap(\.figures)
    #expect(figures.map(\.percent) == [percent])
  }

  @Test func `numbers keep every digit when their unit's scale is factored out`() {
    #expect(ScaledDecimal("0.00001234", power: 4)?.text == "0.1234")
    #expect(ScaledDecimal("12.50", power: 1)?.text == "125")
    #expect(ScaledDecimal("-0.0", power: 8)?.text == "0")
    #expect(ScaledDecimal("-0.05", power: 1)?.text == "-0.5")
    #expect(ScaledDecimal("0", power: 12)?.text == "0")
    #expect(ScaledDecimal("1e3") == nil && ScaledDecimal("") == nil && ScaledDecimal("01") == nil)
    #expect(FigureMeaning.unscaled(Array("万亿元".unicodeScalars)).power == 12)
    #expect(FigureMeaning.unscaled(Array("百分点".unicodeScalars)).power == 0)
    #expect(FigureMeaning.unscaled(Array("万".unicodeScalars)).dimension.isEmpty)
  }
}
