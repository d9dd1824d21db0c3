import ChineseText
import Plan
import Report
import Vocabulary

/// A number of a text and why it is understood so, for people.
struct ExplainedLines {
  let explanation: Explanation
  let text: [Unicode.Scalar]

  var lines: [String] {
    let rules = explanation.reasons.map { reason in
      let parts = [value(of: reason.rule.aspect), because(reason)].compactMap { $0 }
      return line(reason.rule.aspect, parts.joined(separator: say(zh: "；", en: "; ")) + " [\(reason.rule.rawValue)]")
    }
    return [heading] + rules + qualifiers.map { line(.condition, $0) }
  }

  private func line(_ aspect: FigureRule.Aspect, _ words: String) -> String {
    "  " + DisplayWidth.padded(aspect.label[language], to: Self.width) + "  " + words
  }

  /// `投资额 不少于 5 亿元`
  private var qualifiers: [String] {
    guard case .figure(let quantity) = explanation.outcome else { return [] }
    return quantity.qualifiers.map { qualifier in
      [
        qualifier.subject, label(.comparators, qualifier.comparator.rawValue), bounds(qualifier.low, qualifier.high),
        qualifier.unit,
      ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  private func label(_ set: LabelSet, _ code: String) -> String { Labels.standard.label(set, code)?[language] ?? code }

  private func bounds(_ low: String?, _ high: String?) -> String {
    low == high ? low ?? "" : [low, high].compactMap { $0 }.joined(separator: "—")
  }

  private static let width = FigureRule.Aspect.allCases.map { DisplayWidth.of($0.label[language]) }.max() ?? 0

  /// `12所（第7至9字）：指标`
  private var heading: String {
    let from = explanation.range.lowerBound + 1
    let to = explanation.range.upperBound
    let place = say(zh: "（第\(from)至\(to)字）：", en: " (characters \(from) to \(to)): ")
    let outcome =
      switch explanation.outcome {
      case .figure: say(zh: "指标", en: "a figure")
      case .condition: say(zh: "条件，不单独算指标", en: "a condition, no figure of its own")
      case .none: say(zh: "不是指标", en: "no figure")
      }
    return explanation.quote + place + outcome
  }

  private func value(of aspect: FigureRule.Aspect) -> String? {
    guard case .figure(let quantity) = explanation.outcome else { return nil }
    switch aspect {
    case .number: return bounds(quantity.low, quantity.high)
    case .unit: return quantity.unit.isEmpty ? nil : quantity.unit
    case .comparator: return label(.comparators, quantity.comparator.rawValue)
    case .subject: return quantity.subject
    case .role: return label(.indicatorRoles, quantity.role.rawValue)
    case .kind: return label(.valueKinds, quantity.valueKind.rawValue)
    case .commitment: return label(.commitments, quantity.commitment.rawValue)
    case .period: return quantity.period.map { "\($0.start)/\($0.end)" }
    case .condition, .none: return nil
    }
  }

  /// The rule, the words that it went by, and what was weighed.
  private func because(_ reason: Explanation.Reason) -> String {
    let words = reason.words.map { say(zh: "", en: " ") + quoted($0) } ?? ""
    let signs = reason.signs.map { sign in
      let what = sign.words.map(quoted) ?? sign.form?.words[language] ?? ""
      guard let weight = sign.weight else { return what }
      return what + (sign.role == .actual ? " +\(weight)" : " −\(weight)")
    }
    return reason.rule.words[language] + words
      + (signs.isEmpty ? "" : say(zh: "：", en: ": ") + signs.joined(separator: say(zh: "，", en: ", ")))
  }

  private func quoted(_ range: Range<Int>) -> String { "“" + text.string(range) + "”" }
}
