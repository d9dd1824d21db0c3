import Compare
import Vocabulary

extension DiffPage {
  /// 调整前｜调整后｜说明, a row a change; for printing and handing in.
  var table: HTML {
    let header = [Words.before, Words.after, Words.explanation].map { HTML.element("th", phrases($0)) }
    let rows = content.changes.map { change in
      HTML.element(
        "tr", class: "entry is-\(change.kind.token)", [cell(change.from), cell(change.to), notes(change)])
    }
    // On paper the head of the page says where all comes from, unless there are several documents.
    let isOne = content.sides.allSatisfy { $0.documents.count < 2 }
    let table = HTML.element(
      "table", class: isOne ? "handin one" : "handin",
      [.element("thead", [.element("tr", header)]), .element("tbody", [.lines(rows)])])
    return .lines([content.changes.isEmpty ? .none : table, unchanged])
  }

  private func cell(_ goals: [ChangeContent.GoalWords]) -> HTML {
    if goals.isEmpty { return .element("td", class: "none", "—") }
    return .element(
      "td",
      goals.map { goal in
        .element(
          "div", class: "goal",
          [
            .element(
              "p", [.element("span", class: "place", goal.place), .text(" "), .element("b", [spans(goal.title)])])
          ]
            + goal.lines.map { .element("p", [spans($0)]) } + [.element("p", class: "source", goal.source)])
      })
  }

  private func notes(_ change: ChangeContent) -> HTML {
    let notes = change.notes(phrases)
    let first = HTML.element("p", [badge(change)])
    return .element("td", [first] + notes.dropFirst(change.hasPlainHeadNote ? 1 : 0).map { .element("p", $0) })
  }

  /// What the frame's style does not know: two columns, and the table that is handed in.
  static let style: StaticString = """

    .place{color:var(--soft);font-size:.9rem;white-space:nowrap}
    .figures{margin:.5rem 0 .2rem;font-size:.93rem;table-layout:fixed}.figures th:first-child{width:40%}.figures td,.figures th{padding:.2rem .55rem}
    .sides{display:grid;grid-template-columns:1fr 1fr;gap:0 1.4rem;margin-top:.55rem}
    .side{min-width:0}.side+.side{border-left:1px solid var(--line);padding-left:1.4rem}
    .goal+.goal{margin-top:.6rem;padding-top:.5rem;border-top:1px dashed var(--line)}
    details.unchanged{margin-top:1.2rem;border-top:1px solid var(--line);padding-top:.6rem}
    .unchanged summary{color:var(--soft);font-weight:600}.unchanged ul{margin:.4rem 0 0;padding-left:1.2rem}
    .unchanged .figure+.figure::before{content:"· "}
    .handin{table-layout:fixed;font-size:.95rem}.handin th:nth-child(3){width:24%}.handin .none{color:var(--soft);text-align:center}
    .handin thead th{text-align:center}
    @media (max-width:720px){.sides{grid-template-columns:1fr}.side+.side{border-left:0;padding-left:0;margin-top:.5rem}}
    @media print{.id,.handin.one .source{display:none}}

    """
}
