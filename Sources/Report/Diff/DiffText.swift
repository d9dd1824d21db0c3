import Compare
import Plan
import Vocabulary
import Workers

extension TextReport {
  /// What changed between two plans: the counts, then each change with its figures and its words in line.
  ///
  /// Removed words stand as `[-…-]` and added ones as `{+…+}`; in colour as red and green. Unchanged goals are only
  /// counted, and long stretches that both share are shortened to `……`.
  /// - Parameter showsMarks: whether other marks, widths and forms of figures are shown as changes too.
  public static func diffText(
    _ diff: Diff, old: View, new: View, language: Language, color: Bool, width: Int, showsMarks: Bool = false
  ) -> String {
    let content = DiffContent(diff, old: old, new: new, language: language, showsMarks: showsMarks)
    let empty = DiffText(phrases: content.phrases, color: color, width: max(20, width))
    var report = empty
    report.summary(content)
    let changes = concurrentMap(content.changes) { change in
      var report = empty
      report.change(change)
      return report.out
    }
    return report.out + changes.joined()
  }
}

/// The summary of a comparison and its changes as lines of a terminal.
struct DiffText {
  let phrases: Phrases
  let color: Bool
  let width: Int
  var out = ""

  mutating func summary(_ content: DiffContent) {
    for side in content.sides {
      let several = "\(side.documents.count) " + phrases(Words.documents)
      add(phrases.labelled(side.label, side.documents.count == 1 ? side.documents.joined() : several), 0)
    }
    add(phrases.labelled(phrases(Words.changes), content.headline), 0)
    for fact in content.facts { add(phrases.labelled(fact.label, fact.value), 0) }
  }

  mutating func change(_ change: ChangeContent) {
    out += "\n"
    add("[\(change.word)] " + heading(change), 0)
    let ids = [change.from, change.to].map { $0.map(\.id) }
    let (old, new) = (ids[0].joined(separator: " + "), ids[1].joined(separator: " + "))
    let line = old == new ? old : [old, new].filter { !$0.isEmpty }.joined(separator: " → ")
    if DisplayWidth.of(line) + 4 <= width || old.isEmpty || new.isEmpty || ids[0].count + ids[1].count > 2 {
      add(line, 2)
    } else {
      add(old, 2)
      add("→ " + new, 2)
    }
    for figure in change.figures where figure.kind != .equal {
      add("\(figure.word)  \(figure.line(phrases.language))", 2)
    }
    for field in change.fields { add(phrases.labelled(field.label, "\(field.from) → \(field.to)"), 2) }
    if change.from.count < 2, change.to.count < 2 {
      words(change.inline)
    } else {
      for (side, goals) in [(Words.before, change.from), (Words.after, change.to)] {
        for goal in goals {
          add("\(phrases(side))  \(goal.place)  \(goal.name)", 2)
          words(Array(goal.lines.joined(separator: [WordSpan(text: " ", style: .plain)])), indent: 4)
        }
      }
    }
  }

  /// `重点目标 1  建设渔港`, `重点目标 1  建设渔港 → 建设智慧渔港`; a long text that stands for a title is shown below.
  private func heading(_ change: ChangeContent) -> String {
    guard let goal = change.to.first ?? change.from.first else { return "" }
    let names = [change.from, change.to].map { $0.map(\.name).joined(separator: " + ") }.filter { !$0.isEmpty }
    switch change.kind {
    case .renamed, .split, .merged: return "\(goal.place)  \(names.joined(separator: " → "))"
    default: return goal.isTitled ? "\(goal.place)  \(goal.name)" : goal.place
    }
  }

  /// Words in line; nothing where all of them are plain.
  private mutating func words(_ spans: [WordSpan], indent: Int = 2) {
    guard spans.contains(where: { $0.style != .plain }) else { return }
    var line = StyledLine()
    for (index, span) in spans.enumerated() {
      let text = Array(span.text.unicodeScalars)
      switch span.style {
      case .plain: line.append(shortened(text, index > 0, index + 1 < spans.count), .plain)
      case .deleted: line.append(color ? text : marked("[-", text, "-]"), .removed)
      case .inserted: line.append(color ? text : marked("{+", text, "+}"), .added)
      case .rewritten: line.append(marked("[~", text, "~]"), .plain)
      }
    }
    for text in line.lines(width: width - indent, color: color) {
      out += String(repeating: " ", count: indent) + text + "\n"
    }
  }

  private func marked(_ left: String, _ text: [Unicode.Scalar], _ right: String) -> [Unicode.Scalar] {
    Array(left.unicodeScalars) + text + Array(right.unicodeScalars)
  }

  /// What both share, with only its ends where it is long.
  private func shortened(_ text: [Unicode.Scalar], _ hasBefore: Bool, _ hasAfter: Bool) -> [Unicode.Scalar] {
    let kept = 16
    let ellipsis: [Unicode.Scalar] = ["…", "…"]
    switch (hasBefore, hasAfter) {
    case (true, true) where text.count > 3 * kept: return text.prefix(kept) + ellipsis + text.suffix(kept)
    case (false, true) where text.count > 2 * kept: return ellipsis + text.suffix(kept)
    case (true, false) where text.count > 2 * kept: return text.prefix(kept) + ellipsis
    default: return text
    }
  }

  mutating func add(_ text: String, _ indent: Int) {
    for (number, line) in LineBreaking.lines(text, width: width - indent - 2).enumerated() {
      out += String(repeating: " ", count: indent + (number > 0 ? 2 : 0)) + line + "\n"
    }
  }
}
