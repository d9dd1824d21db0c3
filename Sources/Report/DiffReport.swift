import ChineseText
import Compare
import Plan
import Vocabulary

extension TextReport {
  /// What changed between two plans: the counts, then each change with its figures and its words in line.
  ///
  /// Removed words stand as `[-…-]` and added ones as `{+…+}`; in colour as red and green. Unchanged goals are only
  /// counted, and long stretches that both share are shortened to `……`.
  public static func diffText(
    _ diff: Diff, old: View, new: View, language: Language, color: Bool, width: Int
  ) -> String {
    var report = DiffReport(phrases: Phrases(language: language), color: color, width: max(20, width))
    report.summary(diff, Outline(old), Outline(new))
    for change in diff.changes where change.kind != .unchanged { report.change(change) }
    return report.out
  }
}

private struct DiffReport {
  let phrases: Phrases
  let color: Bool
  let width: Int
  var out = ""

  mutating func summary(_ diff: Diff, _ old: Outline, _ new: Outline) {
    let colon = Words.colon(phrases.language)
    let separator = " · "
    let sides = [old, new].map { outline in
      let names = outline.documents.keys.sorted(by: utf8Order).compactMap { outline.documents[$0] }
      return names.count == 1 ? names.map(phrases.document).joined() : "\(names.count) " + phrases(Words.documents)
    }
    let summary = diff.summary
    add(phrases(Words.comparison) + colon + sides.joined(separator: " → "), 0)
    add(phrases(Words.goals) + colon + "\(summary.goals.from) → \(summary.goals.to)", 0)
    let kinds: [Diff.Kind] = [
      .added, .dropped, .renamed, .split, .merged, .changed, .moved, .reworded, .unchanged,
    ]
    var counts = kinds.compactMap { kind -> String? in
      let count = summary.kinds[kind] ?? 0
      return count > 0 ? "\(phrases(Words.kind(kind))) \(count)" : nil
    }
    if summary.punctuationOnly > 0, let last = counts.popLast() {
      counts.append(
        last + Words.bracketed("\(phrases(Words.onlyPunctuation)) \(summary.punctuationOnly)", phrases.language))
    }
    if !counts.isEmpty { add(phrases(Words.changes) + colon + counts.joined(separator: separator), 0) }
    let figures = FigureChange.Kind.allCases.compactMap { kind -> String? in
      let count = summary.figures[kind] ?? 0
      return count > 0 ? "\(phrases(Words.kind(kind))) \(count)" : nil
    }
    if !figures.isEmpty { add(phrases(Words.figureCount) + colon + figures.joined(separator: separator), 0) }
    let elsewhere = summary.otherFigures
    let rest = phrases.rest(
      roles: phrases.roles(summary.others) { "\($0.from) → \($0.to)" },
      figures: elsewhere == (0, 0) ? nil : "\(elsewhere.from) → \(elsewhere.to)")
    if !rest.isEmpty { add(phrases(Words.notCompared) + colon + rest, 0) }
    if diff.isEmpty { add(phrases(Words.none), 0) }
  }

  mutating func change(_ change: Diff.Change) {
    out += "\n"
    let titles = [change.from, change.to].compactMap { $0.first.map { phrases.title($0.item) } }
    let place = (change.to.first ?? change.from.first).map { phrases.place($0.item) } ?? ""
    // A long text that stands for a missing title is shown below, word by word.
    let title = change.kind == .renamed ? titles.joined(separator: " → ") : titles.last ?? ""
    let hasTitle = (change.to.first ?? change.from.first)?.item.title != nil
    add("[\(phrases(Words.kind(change.kind)))] \(place)" + (hasTitle ? "  \(title)" : ""), 0)
    var ids = [change.from, change.to].map { $0.map { phrases.text($0.id) }.joined(separator: " + ") }
      .filter { !$0.isEmpty }
    if ids.first == ids.last { ids.removeLast(max(0, ids.count - 1)) }
    let line = ids.joined(separator: " → ")
    if DisplayWidth.of(line) + 4 <= width || ids.count < 2 {
      add(line, 2)
    } else {
      for (number, id) in ids.enumerated() { add((number > 0 ? "→ " : "") + id, 2) }
    }
    for figure in change.figures where figure.kind != .equal { self.figure(figure) }
    for name in change.evidence?.fields ?? [] { field(name, change) }
    words(change)
  }

  private mutating func figure(_ figure: FigureChange) {
    let sides = [figure.from, figure.to].map { $0.map { phrases.text($0.indicator.quote) } }
    let subject = figure.subject.map { phrases.text($0) + Words.colon(phrases.language) } ?? ""
    let percent = figure.percent.map { Words.bracketed($0, phrases.language) } ?? ""
    let quotes =
      switch (sides[0], sides[1]) {
      case (let from?, let to?): "\(from) → \(to)"
      case (let one, let other): one ?? other ?? ""
      }
    add("\(phrases(Words.kind(figure.kind)))  \(subject)\(quotes)\(percent)", 2)
  }

  /// A field beside title and text, both sides in full.
  private mutating func field(_ name: String, _ change: Diff.Change) {
    guard let label = Words.field(name), let from = change.from.first?.item, let to = change.to.first?.item else {
      return
    }
    let value = { [phrases] (item: Item) -> String in
      let parts: [String] =
        switch name {
        case "category": item.category.map { [$0.label] } ?? []
        case "parties": item.parties.map(\.name)
        case "due": item.due.map { [$0.text] } ?? []
        case "benchmark": item.benchmarkCities.map(\.name)
        default: item.themes.isEmpty ? [] : [phrases.themes(item)]
        }
      return parts.isEmpty ? "-" : phrases.text(parts.joined(separator: " "))
    }
    add("\(phrases(label))\(Words.colon(phrases.language))\(value(from)) → \(value(to))", 2)
  }

  /// The words in line; of a goal that only one side has, all of them.
  private mutating func words(_ change: Diff.Change) {
    let body = { [phrases] (goal: Goal?) -> [Unicode.Scalar] in
      guard let goal else { return [] }
      let own = [goal.item.aim, goal.item.text]
      let below = goal.parts.dropFirst().flatMap { [$0.item.title, $0.item.aim, $0.item.text] }
      return Array(phrases.text((own + below).compactMap { $0 }.joined(separator: " ")).unicodeScalars)
    }
    let (old, new) = (body(change.from.first), body(change.to.first))
    let runs = WordDiff.runs(old: old, new: new)
    guard runs.contains(where: { $0.kind != .same }) else { return }
    var line = StyledLine()
    for (index, run) in runs.enumerated() {
      switch run.kind {
      case .same: line.append(shortened(Array(new[run.new]), index > 0, index + 1 < runs.count), .plain)
      case .removed: line.append(color ? Array(old[run.old]) : marked("[-", old[run.old], "-]"), .removed)
      case .added: line.append(color ? Array(new[run.new]) : marked("{+", new[run.new], "+}"), .added)
      }
    }
    for text in line.lines(width: width - 2, color: color) { out += "  " + text + "\n" }
  }

  private func marked(_ left: String, _ text: ArraySlice<Unicode.Scalar>, _ right: String) -> [Unicode.Scalar] {
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

  private mutating func add(_ text: String, _ indent: Int) {
    for (number, line) in LineBreaking.lines(text, width: width - indent - 2).enumerated() {
      out += String(repeating: " ", count: indent + (number > 0 ? 2 : 0)) + line + "\n"
    }
  }
}
