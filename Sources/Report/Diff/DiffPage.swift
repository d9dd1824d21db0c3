import Compare
import Plan
import Vocabulary

extension HTMLReport {
  /// What changed between two plans as one HTML file that needs nothing else: the summary, then each change with its
  /// figures, fields, words and where both sides come from.
  /// - Parameter layout: `table` is the one that is handed in, 调整前｜调整后｜说明.
  public static func diff(
    _ diff: Diff, old: View, new: View, language: Language, layout: DiffLayout = .list, showsMarks: Bool = false
  ) -> String {
    let content = DiffContent(diff, old: old, new: new, language: language, showsMarks: showsMarks)
    let page = DiffPage(content: content)
    return ReportPage(
      title: "\(content.phrases(Words.comparison))\(Words.colon(language))\(content.heading)", language: language,
      header: page.header, main: layout == .list ? page.list : page.table, filters: page.filters, tones: DiffPage.tones,
      style: DiffPage.style, isLandscape: layout == .table
    ).text
  }
}

/// Reports as one HTML file each; every function is pure.
public enum HTMLReport {}

/// The parts of a comparison's page.
struct DiffPage {
  let content: DiffContent
  var phrases: Phrases { content.phrases }

  var header: HTML {
    let language = phrases.language
    var facts: [(String, HTML)] = content.sides.map { side in
      (side.label, .all(side.documents.map { .element("div", $0) }))
    }
    facts += content.facts.map { ($0.label, .text($0.value)) }
    let parts = content.kinds.map { kind, count in
      Chart.Value(label: phrases(Words.kind(kind)), number: String(count), shown: String(count), tone: kind.tone)
    }
    return .lines([
      .element("p", class: "source", phrases(Words.comparison)),
      .element("h1", content.heading),
      .element("p", class: "headline", content.headline),
      Chart.stack(parts, label: phrases(Words.changes) + Words.colon(language) + content.headline),
      .element("dl", class: "facts", facts.map { .all([.element("dt", $0.0), .element("dd", [$0.1])]) }),
    ])
  }

  var filters: [ReportPage.Filter] {
    content.kinds.map { kind, count in
      ReportPage.Filter(token: kind.token, label: phrases(Words.kind(kind)), count: count)
    }
  }

  /// Of the changes, then of the figures that have tokens of their own.
  static var tones: [(token: StaticString, tone: Tone)] {
    Diff.Kind.allCases.map { ($0.token, $0.tone) }
      + [FigureChange.Kind.raised, .lowered].map { ($0.token, $0.tone) }
  }

  var list: HTML {
    .lines(content.changes.map(entry) + [unchanged])
  }

  func badge(_ change: ChangeContent) -> HTML { .element("span", class: "badge is-\(change.kind.token)", change.word) }

  private func entry(_ change: ChangeContent) -> HTML {
    let goal = change.to.first ?? change.from.first
    let summary = HTML.element(
      "summary",
      [badge(change), .text(" "), .element("span", class: "place", goal?.place ?? ""), .text(" "), heading(change)])
    return .element(
      "section", class: "entry card is-\(change.kind.token)",
      [.element("details", with: ["open": ""], [summary, figures(change), fields(change), sides(change)])])
  }

  private func heading(_ change: ChangeContent) -> HTML {
    let names = [change.from, change.to].map { $0.filter(\.isTitled).map(\.name).joined(separator: " + ") }
    let isOne = names[0].utf8.elementsEqual(names[1].utf8) || names[0].isEmpty || names[1].isEmpty
    return .element("b", isOne ? (names[1].isEmpty ? names[0] : names[1]) : names.joined(separator: " → "))
  }

  private func figures(_ change: ChangeContent) -> HTML {
    if change.figures.isEmpty { return .none }
    let header = [Words.figure, Words.before, Words.after, Words.change].map { HTML.element("th", phrases($0)) }
    let rows = change.figures.map { figure -> HTML in
      return .element(
        "tr", class: "figure",
        [
          .element("td", figure.subject ?? ""), .element("td", figure.from ?? "—"), .element("td", figure.to ?? "—"),
          .element(
            "td", [.element("span", class: "is-\(figure.kind.token)", figure.word + figure.rate(phrases.language))]),
        ])
    }
    return .element(
      "table", class: "figures", [.element("thead", [.element("tr", header)]), .element("tbody", rows)])
  }

  private func fields(_ change: ChangeContent) -> HTML {
    if change.fields.isEmpty { return .none }
    let rows = change.fields.map { field -> HTML in
      .all([
        .element("dt", field.label),
        .element("dd", [.element("del", field.from), .text(" → "), .element("ins", field.to)]),
      ])
    }
    return .element("dl", class: "facts", rows)
  }

  private func sides(_ change: ChangeContent) -> HTML {
    let columns = zip(content.sides, [change.from, change.to]).map { side, goals -> HTML in
      let none = HTML.element("p", class: "source", "—")
      return .element(
        "div", class: "side",
        [.element("h3", side.label)] + (goals.isEmpty ? [none] : goals.map { self.goal($0, in: change) }))
    }
    return .element("div", class: "sides", columns)
  }

  /// A goal's words, and where they come from; its title only where it is not the one of the heading.
  private func goal(_ goal: ChangeContent.GoalWords, in change: ChangeContent) -> HTML {
    let isTitled = goal.isTitled && (change.kind == .renamed || change.from.count + change.to.count > 2)
    let title = isTitled ? HTML.element("p", [.element("b", [spans(goal.title)])]) : .none
    let lines = goal.lines.map { HTML.element("p", [spans($0)]) }
    let source = HTML.element(
      "p", class: "source",
      [.text("\(goal.place) · \(goal.source)"), .empty("br"), .element("span", class: "id", goal.id)])
    return .element("div", class: "goal", [title] + lines + [source])
  }

  func spans(_ spans: [WordSpan]) -> HTML {
    .all(
      spans.map { span in
        switch span.style {
        case .plain: .text(span.text)
        case .deleted: .element("del", span.text)
        case .inserted: .element("ins", span.text)
        case .rewritten: .element("span", class: "rewritten", span.text)
        }
      })
  }

  /// What is unchanged, folded; each with its figures.
  var unchanged: HTML {
    if content.unchanged.isEmpty { return .none }
    let rows = content.unchanged.map { change -> HTML in
      let goal = change.to.first
      let figures = change.figures.map { HTML.element("span", class: "figure", $0.line(phrases.language)) }
      return .element(
        "li", class: "entry is-unchanged",
        [
          .element("span", class: "place", goal?.place ?? ""), .text(" "), .element("b", goal?.name ?? ""), .text(" "),
          .element("span", class: "source", figures.flatMap { [$0, .text(" ")] }),
        ])
    }
    let heading = HTML.element("summary", "\(phrases(Words.unchangedGoals)) \(content.unchanged.count)")
    return .element("details", class: "unchanged", [heading, .element("ul", [.lines(rows)])])
  }
}
