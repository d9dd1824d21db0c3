import Compare
import Plan
import Vocabulary

extension TextReport {
  /// What became of the targets: the counts, a table of bodies, then each target with its result and the rule.
  ///
  /// A light stands with its word. Targets of periods without any results are only counted.
  public static func trackText(_ tracking: Tracking, lights: LightRules, language: Language, width: Int) -> String {
    var report = TrackReport(phrases: Phrases(language: language), lights: lights, width: max(20, width))
    report.summary(tracking)
    report.table(tracking)
    report.targets(tracking)
    return report.out
  }
}

private struct TrackReport {
  let phrases: Phrases
  let lights: LightRules
  let width: Int
  var out = ""

  private var colon: String { Words.colon(phrases.language) }
  private var comma: String { Words.comma(phrases.language) }

  mutating func summary(_ tracking: Tracking) {
    guard !tracking.targets.isEmpty else { return add(phrases(Words.noTargets), 0) }
    let counts = Tracking.Verdict.allCases.compactMap { verdict -> String? in
      let count = tracking.verdicts[verdict] ?? 0
      return count > 0 ? "\(phrases(Words.verdict(verdict))) \(count)" : nil
    }
    add("\(phrases(Words.tracking))\(colon)\(phrases(Words.targets)) \(tracking.targets.count)", 0)
    add(counts.joined(separator: " · "), 0)
    let shown = lights.lights.compactMap { light -> String? in
      let count = tracking.targets.count { lights.light($0) == light }
      return count > 0 ? "\(light.label[phrases.language]) \(count)" : nil
    }
    if !shown.isEmpty { add(shown.joined(separator: " · "), 0) }
    let contradicted = tracking.targets.count { $0.isContradicted }
    if contradicted > 0 { add("\(phrases(Words.contradictions)) \(contradicted)", 0) }
    let ruled = tracking.targets.count { $0.ruling != nil }
    if ruled > 0 { add("\(phrases(Words.rulings)) \(ruled)", 0) }
  }

  mutating func table(_ tracking: Tracking) {
    guard !tracking.targets.isEmpty else { return }
    let verdicts = Tracking.Verdict.allCases.filter { (tracking.verdicts[$0] ?? 0) > 0 }
    var grid = Grid(
      header: [phrases(Words.body), phrases(Words.targets)] + verdicts.map { phrases(Words.verdict($0)) })
    for body in tracking.bodies {
      let counts = [body.targets] + verdicts.map { body.verdicts[$0] ?? 0 }
      grid.rows.append([[phrases.text(body.name)]] + counts.map { [String($0)] })
    }
    out += "\n" + grid.text(width: width)
  }

  mutating func targets(_ tracking: Tracking) {
    var unreported: [String: Int] = [:]
    for target in tracking.targets {
      if target.rule == .noReport {
        unreported["\(phrases.text(target.figure.bodyName)) \(phrases.span(target.figure.period))", default: 0] += 1
      } else {
        self.target(target)
      }
    }
    guard !unreported.isEmpty else { return }
    out += "\n"
    add(phrases(Words.unreported) + colon, 0)
    for name in unreported.keys.sorted(by: utf8Order) { add("\(name)\(colon)\(unreported[name] ?? 0)", 2) }
  }

  private mutating func target(_ target: Tracking.Target) {
    out += "\n"
    let light = lights.light(target).map { "\($0.label[phrases.language])  " } ?? ""
    let name = target.figure.indicator.subject ?? target.figure.heading.title ?? ""
    let result = target.result.map { " → \(phrases.text($0.indicator.quote))" } ?? ""
    let stretch = target.figure.indicator.commitment == .stretch ? bracketed(phrases(Words.stretch)) : ""
    add(
      "[\(phrases(Words.verdict(target.verdict)))] \(light)\(phrases.text(name))\(colon)"
        + phrases.text(target.figure.indicator.quote) + stretch + result, 0)
    add(phrases.text(target.figure.indicator.id), 2)
    if let result = target.result { add("← " + phrases.text(result.indicator.id), 2) }
    add(phrases.labelled(phrases(Words.rule), phrases.ruleText(target)), 2)
    for line in phrases.progressLines(target) { add(line, 2) }
    for line in phrases.rulingLines(target) { add(line, 2) }
    if let claim = phrases.claimText(target) { add(phrases.labelled(phrases(Words.claimed), claim), 2) }
  }

  private func bracketed(_ text: String) -> String { Words.bracketed(text, phrases.language) }

  private mutating func add(_ text: String, _ indent: Int) {
    for (number, line) in LineBreaking.lines(text, width: width - indent - 2).enumerated() {
      out += String(repeating: " ", count: indent + (number > 0 ? 2 : 0)) + line + "\n"
    }
  }
}

extension Phrases {
  /// `不低于目标值即为达到（结果 33，目标 ≥30 万立方米）`.
  func ruleText(_ target: Tracking.Target) -> String {
    let rule = self(Words.rule(target.rule))
    guard let comparison = target.comparison else { return rule }
    let aim = comparison.unit.isEmpty ? comparison.target : "\(comparison.target) \(comparison.unit)"
    let sides = [(Words.actual, comparison.result), (Words.aimed, aim)]
    let words = sides.map { "\(self($0.0)) \(text(signs($0.1)))" }.joined(separator: Words.comma(language))
    return rule + Words.bracketed(words, language)
  }

  /// `>=98` as `≥98`, `2..3` as `2–3`.
  func signs(_ value: String) -> String {
    var out = value
    for (ascii, sign) in [(">=", "≥"), ("<=", "≤"), ("..", "–")] {
      out = out.split(separator: ascii, omittingEmptySubsequences: false).joined(separator: sign)
    }
    return out
  }

  /// Completion, then how the result stands before the end.
  func progressLines(_ target: Tracking.Target) -> [String] {
    var parts: [String] = []
    if let completion = target.completion { parts.append("\(self(Words.completion)) \(completion)%") }
    if let progress = target.progress {
      parts.append("\(self(Words.until)) \(progress.asOf)")
      parts.append("\(self(Words.elapsed)) \(progress.elapsed)%")
      if let standing = progress.standing { parts.append(self(Words.standing(standing))) }
    }
    return parts.isEmpty ? [] : [parts.joined(separator: Words.comma(language))]
  }

  /// Who decided what, and what the figures say.
  func rulingLines(_ target: Tracking.Target) -> [String] {
    guard let ruling = target.ruling else { return [] }
    let who = [ruling.by, ruling.why].compactMap { $0.map(text) }.joined(separator: Words.colon(language))
    let decided = who.isEmpty ? self(Words.decided) : labelled(self(Words.decided), who)
    let quote = ruling.result.map { text($0.indicator.quote) }
    let computed = [self(Words.verdict(ruling.verdict)), quote, self(Words.rule(ruling.rule))].compactMap { $0 }
    return [decided, labelled(self(Words.computed), computed.joined(separator: Words.comma(language)))]
  }

  /// What is claimed, in its own words, and whether the figures say otherwise.
  func claimText(_ target: Tracking.Target) -> String? {
    guard let claim = target.claim else { return nil }
    let quote =
      language == .zhHans ? "“\(text(claim.quote))”" : "“\(text(claim.quote))” (\(self(Words.claim(claim.kind))))"
    return target.isContradicted ? quote + Words.comma(language) + self(Words.contradiction) : quote
  }

  /// `2032年`, or both days.
  func span(_ period: Period) -> String {
    if let year = period.year, Period(year: year) == period { return language == .zhHans ? "\(year)年" : "\(year)" }
    return "\(period.start)/\(period.end)"
  }
}
