import ChineseText
import Conformance
import Plan
import Reading

/// A damaged line of a document, as `jdx quantities` reads it.
struct QuantityTrial {
  let bytes: [UInt8]

  init(seed: UInt64, longest: Int) {
    let document = CorpusDocument[seed]
    var damage = DocumentDamage(seed: seed, longest: longest)
    let lines = document.bytes.split(separator: UInt8(ascii: "\n"))
    let line = lines.isEmpty ? [] : Array(lines[damage.number(below: lines.count)])
    bytes = damage.damaged(line, splicing: CorpusDocument[seed / 7].bytes)
  }

  func run() -> Trial.Outcome {
    var breaches = Breaches()
    guard let text = try? decode(bytes).scalars else { return Trial.Outcome(result: "refused", breaches: []) }
    let found = quantities(in: text, context: QuantityContext(year: 2031, guessesRole: true))
    breaches.check(
      found == quantities(in: text, context: QuantityContext(year: 2031, guessesRole: true)), "reading is repeatable")
    var at = 0
    for quantity in found {
      breaches.check(
        quantity.range.lowerBound >= at && quantity.range.upperBound <= text.count && !quantity.range.isEmpty,
        "figures ascend and lie in the text: \(quantity.range)")
      at = quantity.range.upperBound
      breaches.check(text.string(quantity.range) == quantity.quote, "the quote stands at its range: \(quantity.quote)")
      let bounds = [quantity.low, quantity.high] + quantity.qualifiers.flatMap { [$0.low, $0.high] }
      for bound in bounds.compactMap({ $0 }) {
        breaches.check(DecimalString.isWellFormed(bound), "\(bound) is a decimal string")
      }
      let sides = (quantity.low != nil, quantity.high != nil)
      switch quantity.comparator {
      case .ge, .gt: breaches.check(sides == (true, false), "a lower bound has only one: \(quantity.quote)")
      case .le, .lt: breaches.check(sides == (false, true), "an upper bound has only one: \(quantity.quote)")
      case .eq, .approx, .between: breaches.check(sides == (true, true), "a value has both bounds: \(quantity.quote)")
      }
    }
    checkExplanations(of: text, found, &breaches)
    return Trial.Outcome(result: found.isEmpty ? "no figure" : "figures", breaches: breaches.found)
  }

  /// `jdx explain` finds the same figures, and what it lists ascends without overlap.
  private func checkExplanations(of text: [Unicode.Scalar], _ found: [Quantity], _ breaches: inout Breaches) {
    let explained = explanations(of: text, context: QuantityContext(year: 2031, guessesRole: true))
    let figures = explained.compactMap { explanation -> Quantity? in
      guard case .figure(let quantity) = explanation.outcome else { return nil }
      return quantity
    }
    breaches.check(figures == found, "explain finds the figures that quantities finds")
    var at = 0
    for explanation in explained {
      breaches.check(
        explanation.range.lowerBound >= at && explanation.range.upperBound <= text.count
          && !explanation.reasons.isEmpty,
        "explanations ascend, lie in the text and give a reason: \(explanation.range)")
      at = explanation.range.upperBound
      let words = explanation.reasons.flatMap { [$0.words] + $0.signs.map(\.words) }.compactMap { $0 }
      for range in words {
        breaches.check(range.lowerBound >= 0 && range.upperBound <= text.count, "the words of a rule lie in the text")
      }
    }
  }
}
