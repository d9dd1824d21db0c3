import Compare
import Plan
import Vocabulary

extension TextReport {
  /// The table that is handed in, 调整前｜调整后｜说明, for a terminal; unchanged goals are named below it.
  public static func diffTable(
    _ diff: Diff, old: View, new: View, language: Language, width: Int, showsMarks: Bool = false
  ) -> String {
    let content = DiffContent(diff, old: old, new: new, language: language, showsMarks: showsMarks)
    let phrases = content.phrases
    var report = DiffText(phrases: phrases, color: false, width: max(20, width))
    report.summary(content)
    var rows = [[Words.before, Words.after, Words.explanation].map { BoxTable.Cell(lines: [phrases($0)]) }]
    for change in content.changes {
      rows.append([cell(change.from), cell(change.to), BoxTable.Cell(lines: change.notes(phrases))])
    }
    if rows.count > 1 { report.out += "\n" + BoxTable(rows).lines(width: width).map { $0 + "\n" }.joined() }
    if !content.unchanged.isEmpty {
      let names = content.unchanged.compactMap { change in change.to.first.map { "\($0.place) \($0.name)" } }
      report.add(phrases.labelled(phrases(Words.unchangedGoals), names.joined(separator: "；")), 0)
    }
    return report.out
  }

  private static func cell(_ goals: [ChangeContent.GoalWords]) -> BoxTable.Cell {
    BoxTable.Cell(
      lines: goals.flatMap { goal in
        [goal.place + (goal.isTitled ? " " : "") + goal.title.map(\.text).joined()]
          + goal.lines.map { $0.map(\.text).joined() }
      })
  }
}
