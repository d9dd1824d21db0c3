import ChineseText
import Testing

/// `jdx explain`: each number of a text, with the rules and words by which it was understood.
struct ExplanationTests {
  private func explained(_ line: String, context: QuantityContext = QuantityContext(guessesRole: true)) -> [Explanation]
  {
    explanations(of: Array(line.unicodeScalars), context: context)
  }

  /// The words by which a rule was used, for each of the explained numbers that used it.
  private func words(_ rule: FigureRule, in line: String) -> [String?] {
    let text = Array(line.unicodeScalars)
    return explained(line).flatMap(\.reasons).filter { $0.rule == rule }.map { $0.words.map { text[$0].text } }
  }

  @Test(arguments: [
    "到2025年，力争渔获量达到126.5万吨以上，比2020年增长3%左右，新引进2-3个总投资5亿元以上项目", "12座渔港改造扎实推进，惠及渔民3.2万人；“三个一批”工程",
    "由27.5万吨提高到40万吨，分别超过8万元、4.5万元，翻一番，三分之一以上，居全省第2位",
  ])
  func theFiguresAreThoseOfQuantities(line: String) {
    for context in [QuantityContext(guessesRole: true), QuantityContext(defaultRole: .actual, year: 2030)] {
      let figures = explained(line, context: context).compactMap { explanation -> Quantity? in
        guard case .figure(let quantity) = explanation.outcome else { return nil }
        return quantity
      }
      #expect(figures == quantities(in: Array(line.unicodeScalars), context: context))
    }
  }

  @Test func eachNumberOfTheTextIsAccountedFor() {
    let line = "2030年，电话0000-1234，“三个一批”，鲁〔2031〕5号，投资5亿元以上项目6个，PM2.5，第3批"
    let found = explained(line)
    let text = Array(line.unicodeScalars)
    for index in text.indices where ("0"..."9").contains(text[index]) {
      #expect(found.contains { $0.range.contains(index) }, "\(text[index]) at \(index)")
    }
    #expect(found.map(\.range.lowerBound) == found.map(\.range.lowerBound).sorted())
    for (one, next) in zip(found, found.dropFirst()) { #expect(one.range.upperBound <= next.range.lowerBound) }
    #expect(
      found.map(\.outcome).filter { if case .figure = $0 { true } else { false } }.count == 1
        && found.filter { $0.outcome == .condition }.map(\.quote) == ["5亿元以上"])
  }

  @Test func namesTheWordsThatDecided() {
    #expect(words(.comparatorWord, in: "新建学校不少于12所") == ["不少于"])
    #expect(words(.comparatorWord, in: "新建学校12所以上") == ["以上"])
    #expect(words(.changeVerb, in: "产值增长8%") == ["增长"])
    #expect(words(.nounAfter, in: "建成12所学校") == ["学校"])
    #expect(words(.wordsBefore, in: "达标率为97%") == ["达标率"])
    #expect(words(.striving, in: "力争达标率达到97%") == ["力争"])
    #expect(words(.periodBeside, in: "2030年达标率达到97%") == ["2030年"])
    #expect(words(.startOfChange, in: "由27万吨提高到40万吨") == ["提高"])
    #expect(words(.yardstick, in: "增长6.8%，高于全省5.2%的平均水平") == ["高于全省5.2%的平均水平"])
  }

  @Test func tellsWhatWasWeighed() throws {
    let line = "12座渔港改造扎实推进，惠及渔民3.25万人"
    let role = try #require(explained(line).first?.reasons.first { $0.rule == .weighed })
    let text = Array(line.unicodeScalars)
    let words = role.signs.compactMap { sign in sign.words.map { (text[$0].text, sign.role, sign.weight) } }
    #expect(words.map(\.0) == ["扎实推进", "惠及"])
    #expect(words.allSatisfy { $0.1 == .actual && ($0.2 ?? 0) > 0 })
    #expect(role.signs.compactMap(\.form) == [.exact, .opening])
    let plan = explained("要新建渔港3处").flatMap(\.reasons).first { $0.rule == .planWord }
    #expect(plan?.signs.map(\.weight) == [nil])
  }

  @Test func theCodesAreUnique() {
    #expect(Set(FigureRule.allCases.map(\.rawValue)).count == FigureRule.allCases.count)
  }
}

extension ArraySlice<Unicode.Scalar> {
  fileprivate var text: String { String(String.UnicodeScalarView(self)) }
}
