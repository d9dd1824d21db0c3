import Compare
import Plan
import Sheet
import Vocabulary

extension HTMLReport {
  /// What became of the targets as one HTML file that needs nothing else.
  public static func track(_ tracking: Tracking, lights: LightRules, language: Language) -> String {
    TrackTables(tracking, lights, Phrases(language: language)).report.page(language)
  }
}

extension TextReport {
  /// What became of the targets as Markdown.
  public static func trackMarkdown(_ tracking: Tracking, lights: LightRules, language: Language) -> String {
    TrackTables(tracking, lights, Phrases(language: language)).report.markdown
  }
}

extension WorkbookReport {
  /// What became of the targets as a workbook: a row a target, and a row a body with a chart.
  public static func track(
    _ tracking: Tracking, lights: LightRules, language: Language
  ) throws(SheetError) -> [UInt8] {
    try TrackTables(tracking, lights, Phrases(language: language)).report.workbook()
  }
}

/// The tables of `track`.
private struct TrackTables {
  let tracking: Tracking
  let lights: LightRules
  let phrases: Phrases

  init(_ tracking: Tracking, _ lights: LightRules, _ phrases: Phrases) {
    (self.tracking, self.lights, self.phrases) = (tracking, lights, phrases)
  }

  var report: TabledReport {
    let verdicts = Tracking.Verdict.allCases.filter { (tracking.verdicts[$0] ?? 0) > 0 }
    let counts = verdicts.map { "\(phrases(Words.verdict($0))) \(tracking.verdicts[$0] ?? 0)" }
    let contradicted = tracking.targets.count { $0.isContradicted }
    let colon = Words.colon(phrases.language)
    var facts = lights.lights.compactMap { light -> (label: String, value: String)? in
      let count = tracking.targets.count { lights.light($0) == light }
      return count > 0 ? (light.label[phrases.language], String(count)) : nil
    }
    if contradicted > 0 { facts.append((phrases(Words.contradictions), String(contradicted))) }
    let ruled = tracking.targets.count { $0.ruling != nil }
    if ruled > 0 { facts.append((phrases(Words.rulings), String(ruled))) }
    let parts = verdicts.map { verdict in
      Chart.Value(
        label: phrases(Words.verdict(verdict)), number: String(tracking.verdicts[verdict] ?? 0),
        shown: String(tracking.verdicts[verdict] ?? 0), tone: verdict.tone)
    }
    let headline = counts.joined(separator: " · ")
    let tables = [bodies(verdicts), targets].filter { !$0.rows.isEmpty }
    return TabledReport(
      title: "\(phrases(Words.tracking))\(colon)\(phrases(Words.targets)) \(tracking.targets.count)",
      headline: headline.isEmpty ? phrases(Words.noTargets) : headline, facts: facts,
      filters: verdicts.map {
        ReportPage.Filter(token: $0.token, label: phrases(Words.verdict($0)), count: tracking.verdicts[$0] ?? 0)
      },
      tones: Tracking.Verdict.allCases.map { ($0.token, $0.tone) },
      chart: Chart.stack(parts, label: phrases(Words.tracking) + colon + headline), tables: tables,
      sheets: [targets, bodies(verdicts)])
  }

  private func bodies(_ verdicts: [Tracking.Verdict]) -> TabledReport.Table {
    var table = TabledReport.Table(
      title: phrases(Words.bodies),
      columns: [TabledReport.Column(header: phrases(Words.body), width: 34)]
        + ([phrases(Words.targets)] + verdicts.map { phrases(Words.verdict($0)) }).map {
          TabledReport.Column(header: $0, width: 12)
        },
      rows: tracking.bodies.map { body in
        TabledReport.Row(
          cells: [TabledReport.Cell(phrases.text(body.name))]
            + ([body.targets] + verdicts.map { body.verdicts[$0] ?? 0 }).map { .number(String($0)) })
      })
    table.native = TabledReport.NativeChart(
      title: phrases(Words.bodies), labels: 0, values: verdicts.indices.map { $0 + 2 })
    return table
  }

  private var targets: TabledReport.Table {
    let heads: [(Localized, Double)] = [
      (Words.conclusion, 10), (Words.light, 8), (Words.figure, 22), (Words.aimed, 38), (Words.actual, 42),
      (Words.rule, 32), (Words.claimed, 18), (Words.body, 18),
    ]
    return TabledReport.Table(
      title: phrases(Words.tracking), columns: heads.map { TabledReport.Column(header: phrases($0.0), width: $0.1) },
      rows: tracking.targets.map { target in
        TabledReport.Row(cells: cells(target), token: target.verdict.token)
      })
  }

  private func cells(_ target: Tracking.Target) -> [TabledReport.Cell] {
    typealias Line = TabledReport.Words
    let figure = target.figure
    let verdict = Line(
      text: phrases(Words.verdict(target.verdict)), look: .badge(target.verdict.token, target.verdict.tone))
    let stretch =
      figure.indicator.commitment == .stretch ? Words.bracketed(phrases(Words.stretchShort), phrases.language) : ""
    let side = { (figure: StatedFigure, mark: String) -> [Line] in
      [
        Line(text: phrases.text(figure.indicator.quote) + mark, look: .strong),
        Line(text: phrases.text(figure.item.text ?? figure.item.title ?? "")),
        Line(text: figure.indicator.id, look: .source),
      ]
    }
    return [
      TabledReport.Cell([verdict]), TabledReport.Cell(lights.light(target)?.label[phrases.language]),
      TabledReport.Cell([
        Line(text: phrases.text(figure.indicator.subject ?? figure.heading.title ?? ""), look: .strong),
        Line(text: phrases.span(figure.period), look: .source),
      ]), TabledReport.Cell(side(figure, stretch)), TabledReport.Cell(target.result.map { side($0, "") } ?? []),
      TabledReport.Cell(
        ([phrases.ruleText(target)] + phrases.progressLines(target) + phrases.rulingLines(target)).map {
          Line(text: $0)
        }),
      TabledReport.Cell(phrases.claimText(target)), TabledReport.Cell(phrases.text(figure.bodyName)),
    ]
  }
}

extension Tracking.Verdict {
  /// The colour of a verdict; its word always stands beside it.
  var tone: Tone {
    switch self {
    case .met: .green
    case .exceeded: .teal
    case .missed: .red
    case .partly: .blue
    case .notReported: .brown
    case .notComparable: .violet
    case .notJudged: .slate
    }
  }

  /// Its name in the classes of a page.
  var token: StaticString {
    switch self {
    case .met: "met"
    case .exceeded: "exceeded"
    case .missed: "missed"
    case .partly: "partly"
    case .notReported: "unreported"
    case .notComparable: "incomparable"
    case .notJudged: "unjudged"
    }
  }
}

extension Words {
  static let conclusion = Localized(zh: "结论", en: "Verdict")
  static let light = Localized(zh: "亮灯", en: "Light")
  static let bodies = Localized(zh: "各单位完成情况", en: "Fulfilment by body")
}
