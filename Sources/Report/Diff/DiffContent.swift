import Compare
import Plan
import Vocabulary
import Workers

/// A comparison in a reader's words, the same for every form of the report; a form only adds how it looks.
struct DiffContent {
  /// One side of the comparison.
  struct Side {
    /// `调整前` or `调整后`.
    let label: String
    /// The documents, each with title and source file.
    let documents: [String]
  }

  let phrases: Phrases
  let sides: [Side]
  /// What is compared: `市渔港局 目标责任书 2030年 → 2031年`.
  let heading: String
  /// What a reader wants to know first: `延续 4 项，其中指标调整 2 项；新增 1 项`.
  let headline: String
  /// Counts beside the headline, label and value.
  let facts: [(label: String, value: String)]
  /// How many changes of each kind there are, the kinds without any left out; in the order of the reports.
  let kinds: [(kind: Diff.Kind, count: Int)]
  /// How many figures of each kind there are, the kinds without any left out.
  let figures: [(kind: FigureChange.Kind, count: Int)]
  /// Every change.
  let all: [ChangeContent]
  /// The changes that a reader would call one, in the order of the comparison.
  let changes: [ChangeContent]
  /// What is unchanged; with the marks shown, only what is written as it was.
  let unchanged: [ChangeContent]
  let isEmpty: Bool
  let showsMarks: Bool

  /// The order in which kinds are listed.
  static let order: [Diff.Kind] = [
    .changed, .moved, .reworded, .unchanged, .renamed, .split, .merged, .added, .dropped,
  ]

  init(_ diff: Diff, old: View, new: View, language: Language, showsMarks: Bool) {
    let phrases = Phrases(language: language)
    let sources = (SourceLines(old, phrases), SourceLines(new, phrases))
    self.phrases = phrases
    self.showsMarks = showsMarks
    sides = [
      Side(label: phrases(Words.before), documents: sources.0.all),
      Side(label: phrases(Words.after), documents: sources.1.all),
    ]
    heading = phrases.heading(sources.0, sources.1)
    var changes: [ChangeContent] = []
    var unchanged: [ChangeContent] = []
    var all: [ChangeContent] = []
    var rewritings = 0
    let contents = concurrentMap(diff.changes) { ChangeContent($0, phrases, sources, showsMarks: showsMarks) }
    for (change, content) in zip(diff.changes, contents) {
      rewritings += content.rewritings
      all.append(content)
      if change.kind == .unchanged, !(showsMarks && content.rewritings > 0) {
        unchanged.append(content)
      } else {
        changes.append(content)
      }
    }
    (self.all, self.changes, self.unchanged) = (all, changes, unchanged)
    let summary = diff.summary
    kinds = DiffContent.order.compactMap { kind in summary.kinds[kind].flatMap { $0 > 0 ? (kind, $0) : nil } }
    figures = FigureChange.Kind.allCases.compactMap { kind in
      summary.figures[kind].flatMap { $0 > 0 ? (kind, $0) : nil }
    }
    isEmpty = diff.isEmpty
    headline = DiffContent.headline(diff, phrases)
    facts = DiffContent.facts(diff, rewritings, showsMarks, phrases)
  }

  /// Continued goals with what became of them, then the others.
  private static func headline(_ diff: Diff, _ phrases: Phrases) -> String {
    let count = { (kind: Diff.Kind) in diff.summary.kinds[kind] ?? 0 }
    let isChinese = phrases.language == .zhHans
    let part = { (word: String, number: Int) in "\(word) \(number)" + (isChinese ? " 项" : "") }
    if diff.isEmpty {
      let unchanged = part(phrases(Words.kind(.unchanged)), count(.unchanged))
      return phrases(Words.none) + Words.bracketed(unchanged, phrases.language)
    }
    let staying: [Diff.Kind] = [.changed, .moved, .reworded, .unchanged]
    let continued = staying.reduce(0) { $0 + count($1) }
    var parts: [String] = []
    if continued > 0 {
      let detail = staying.filter { count($0) > 0 }.map { part(phrases(Words.kind($0)), count($0)) }
      parts.append(
        part(phrases(Words.continued), continued) + phrases(Words.ofWhich)
          + detail.joined(separator: isChinese ? "、" : ", "))
    }
    parts += [.renamed, .split, .merged, .added, .dropped].filter { count($0) > 0 }.map {
      part(phrases(Words.kind($0)), count($0))
    }
    return parts.joined(separator: isChinese ? "；" : "; ")
  }

  private static func facts(
    _ diff: Diff, _ rewritings: Int, _ showsMarks: Bool, _ phrases: Phrases
  ) -> [(label: String, value: String)] {
    let summary = diff.summary
    var facts = [(phrases(Words.goals), "\(summary.goals.from) → \(summary.goals.to)")]
    let figures = FigureChange.Kind.allCases.compactMap { kind -> String? in
      summary.figures[kind].flatMap { $0 > 0 ? "\(phrases(Words.kind(kind))) \($0)" : nil }
    }
    if !figures.isEmpty { facts.append((phrases(Words.figureCount), figures.joined(separator: " · "))) }
    if rewritings > 0 {
      let hint = showsMarks ? "" : Words.comma(phrases.language) + phrases(Words.marksHidden)
      facts.append((phrases(Words.marks), phrases.places(rewritings) + hint))
    }
    let elsewhere = summary.otherFigures
    let rest = phrases.rest(
      roles: phrases.roles(summary.others) { "\($0.from) → \($0.to)" },
      figures: elsewhere == (0, 0) ? nil : "\(elsewhere.from) → \(elsewhere.to)")
    if !rest.isEmpty { facts.append((phrases(Words.notCompared), rest)) }
    return facts
  }
}

/// Where the goals of one side come from: document, its title, its file.
struct SourceLines {
  private let lines: [String: String]
  /// By document id.
  let all: [String]
  /// The only document, where there is one.
  let document: Document?

  init(_ view: View, _ phrases: Phrases) {
    let documents = view.documents.compactMap(\.shownDocument)
    var lines: [String: String] = [:]
    for document in documents { lines[document.id] = phrases.source(document) }
    all = lines.keys.sorted(by: utf8Order).compactMap { lines[$0] }
    document = documents.count == 1 ? documents[0] : nil
    self.lines = lines
  }

  subscript(_ goal: Goal) -> String { lines[goal.item.document] ?? DisplayWidth.printable(goal.item.document) }
}

extension Phrases {
  /// What is compared: what both sides' documents share once, else the documents or how many there are.
  fileprivate func heading(_ old: SourceLines, _ new: SourceLines) -> String {
    let name = { (side: SourceLines) in
      side.document.map(document) ?? "\(side.all.count) " + self(Words.documents)
    }
    guard let a = old.document, let b = new.document, a.markWordings.isEmpty, b.markWordings.isEmpty,
      a.organization.utf8.elementsEqual(b.organization.utf8), a.kind == b.kind, let before = a.period.year,
      let after = b.period.year, before != after
    else { return "\(name(old)) → \(name(new))" }
    let year = { (year: Int) in language == .zhHans ? "\(year)年" : "\(year)" }
    let kind = Words.label(.documentKinds, b.kind.rawValue, language)
    return "\(text(b.organization)) \(kind) \(year(before)) → \(year(after))"
  }
}
