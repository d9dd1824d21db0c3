import Compare
import Plan
import Vocabulary

extension TextReport {
  /// What changed between two plans as Markdown: the counts, then each change with its figures and its words.
  ///
  /// Words that changed stand in `<del>` and `<ins>`: emphasis by asterisks breaks between Han characters and marks.
  public static func diffMarkdown(
    _ diff: Diff, old: View, new: View, language: Language, layout: DiffLayout = .list, showsMarks: Bool = false
  ) -> String {
    let content = DiffContent(diff, old: old, new: new, language: language, showsMarks: showsMarks)
    var page = DiffMarkdown(content: content)
    page.head()
    switch layout {
    case .list: content.changes.forEach { page.change($0) }
    case .table: page.table()
    }
    page.unchanged()
    return page.out
  }
}

/// How a report of a comparison is laid out.
public enum DiffLayout: String, Sendable, CaseIterable {
  /// A change below the other, each with its figures and words.
  case list
  /// The table that is handed in: 调整前｜调整后｜说明.
  case table
}

private struct DiffMarkdown {
  let content: DiffContent
  var out = ""
  private var phrases: Phrases { content.phrases }

  init(content: DiffContent) { self.content = content }

  mutating func head() {
    out += "# \(phrases(Words.comparison))\n\n**\(escaped(content.headline))**\n\n"
    for side in content.sides {
      for document in side.documents { out += "- \(phrases.labelled(side.label, escaped(document)))\n" }
    }
    for fact in content.facts { out += "- \(phrases.labelled(escaped(fact.label), escaped(fact.value)))\n" }
  }

  mutating func change(_ change: ChangeContent) {
    let goal = change.to.first ?? change.from.first
    let places = goal.map(\.place) ?? ""
    let names = [change.from, change.to].map { $0.filter(\.isTitled).map(\.name).joined(separator: " + ") }
    let isOneName = names[0].utf8.elementsEqual(names[1].utf8) || names[0].isEmpty || names[1].isEmpty
    let title = isOneName ? (names[1].isEmpty ? names[0] : names[1]) : names.joined(separator: " → ")
    out += "\n## \(escaped("\(change.word) · \(places) \(title)".trimmedEnd))\n\n"
    if !change.figures.isEmpty {
      let header = [Words.figure, Words.before, Words.after, Words.change].map { phrases($0) }
      out += row(header) + "|---|---|---|---|\n"
      for figure in change.figures {
        out += row(
          [figure.subject ?? "", figure.from ?? "", figure.to ?? "", figure.word + figure.rate(phrases.language)].map {
            escaped($0)
          })
      }
      out += "\n"
    }
    for field in change.fields {
      out += "- \(phrases.labelled(field.label, escaped("\(field.from) → \(field.to)", isStart: false)))\n"
    }
    for (side, goals) in zip(content.sides, [change.from, change.to]) {
      for goal in goals {
        out +=
          "- " + phrases.labelled(side.label, "\(escaped(goal.place)) · \(escaped(goal.source)) · `\(goal.id)`") + "\n"
      }
    }
    words(change)
  }

  private mutating func words(_ change: ChangeContent) {
    if change.from.count < 2, change.to.count < 2 {
      if !change.inline.isEmpty { out += "\n\(spans(change.inline))\n" }
    } else {
      for (side, goals) in zip(content.sides, [change.from, change.to]) {
        for goal in goals {
          let lines = goal.lines.map { spans($0, isStart: false) }.joined(separator: " ")
          out += "\n" + phrases.labelled(side.label, "\(spans(goal.title, isStart: false)) \(lines)") + "\n"
        }
      }
    }
  }

  mutating func table() {
    out += "\n" + row([Words.before, Words.after, Words.explanation].map { phrases($0) }) + "|---|---|---|\n"
    for change in content.changes {
      out += row([
        cell(change.from), cell(change.to), change.notes(phrases).map { escaped($0) }.joined(separator: "<br>"),
      ])
    }
  }

  private func cell(_ goals: [ChangeContent.GoalWords]) -> String {
    goals.flatMap { goal in
      [([escaped(goal.place), spans(goal.title, isStart: false)]).filter { !$0.isEmpty }.joined(separator: " ")]
        + goal.lines.map { spans($0) }
    }.joined(separator: "<br>")
  }

  mutating func unchanged() {
    if content.unchanged.isEmpty { return }
    out += "\n## \(phrases(Words.unchangedGoals))\n\n"
    for change in content.unchanged {
      guard let goal = change.to.first else { continue }
      out += "- \(escaped("\(goal.place) \(goal.name)"))"
      let figures = change.figures.map { escaped($0.line(phrases.language), isStart: false) }
      out += figures.isEmpty ? "\n" : Words.bracketed(figures.joined(separator: "; "), phrases.language) + "\n"
    }
  }

  private func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  private func spans(_ spans: [WordSpan], isStart: Bool = true) -> String {
    spans.enumerated().map { at, span in
      let text = escaped(span.text, isStart: isStart && at == 0 && span.style == .plain)
      return switch span.style {
      case .plain: text
      case .deleted: "<del>\(text)</del>"
      case .inserted: "<ins>\(text)</ins>"
      case .rewritten: "<u>\(text)</u>"
      }
    }.joined()
  }

  private func escaped(_ text: String, isStart: Bool = true) -> String {
    MarkdownText.escaped(text, isStart: isStart)
  }
}
