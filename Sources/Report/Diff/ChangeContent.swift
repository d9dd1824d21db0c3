import Compare
import Plan
import Vocabulary

/// One change in a reader's words.
struct ChangeContent {
  /// What became of a figure.
  struct Figure {
    let kind: FigureChange.Kind
    /// `调高`.
    let word: String
    let subject: String?
    /// The quotes.
    let from: String?
    let to: String?
    /// `+25%`.
    let percent: String?

    /// `调高`, and `新增指标` where a goal has one more: added alone would be the goal.
    func note(_ language: Language) -> String {
      guard kind == .added || kind == .dropped else { return word }
      return language == .zhHans ? word + Words.figure[language] : "\(word) \(Words.figure[language].lowercased())"
    }

    /// `12处 → 15处（+25%）`; the one quote where both are equal.
    func quotes(_ language: Language) -> String {
      let percent = rate(language)
      guard let from, let to else { return from ?? to ?? "" }
      return (from.utf8.elementsEqual(to.utf8) ? from : "\(from) → \(to)") + percent
    }

    /// `（+25%）`; empty where nothing moved.
    func rate(_ language: Language) -> String { percent.map { Words.bracketed($0, language) } ?? "" }

    /// `渔港改造：12处 → 15处（+25%）`.
    func line(_ language: Language) -> String {
      (subject.map { $0 + Words.colon(language) } ?? "") + quotes(language)
    }
  }

  /// A field beside title and text that says something else.
  struct Field {
    let label: String
    let from: String
    let to: String
  }

  /// The words of one goal of one side.
  struct GoalWords {
    let id: String
    /// `重点目标 1`.
    let place: String
    let title: [WordSpan]
    /// Aim and text, then what stands under it, a line each.
    let lines: [[WordSpan]]
    /// Document, its title, its file.
    let source: String

    /// The title as words, or what the goal begins with.
    let name: String
    var isTitled: Bool { !title.isEmpty }
  }

  let kind: Diff.Kind
  /// `指标调整`.
  let word: String
  let from: [GoalWords]
  let to: [GoalWords]
  let figures: [Figure]
  let fields: [Field]
  /// Both sides in one line, where each has one goal at most: what both share once, then deleted and inserted words.
  let inline: [WordSpan]
  /// Whether words changed, not only how they are written.
  let isReworded: Bool
  /// In how many places the same is written otherwise.
  let rewritings: Int

  init(_ change: Diff.Change, _ phrases: Phrases, _ sources: (SourceLines, SourceLines), showsMarks: Bool) {
    kind = change.kind
    word = phrases(Words.kind(change.kind))
    let words = change.words
    from = zip(change.from.indices, change.from).map { number, goal in
      GoalWords(goal, number, words, phrases, sources.0[goal], isOld: true, showsMarks: showsMarks)
    }
    to = zip(change.to.indices, change.to).map { number, goal in
      GoalWords(goal, number, words, phrases, sources.1[goal], isOld: false, showsMarks: showsMarks)
    }
    figures = change.figures.map { figure in
      Figure(
        kind: figure.kind, word: phrases(Words.kind(figure.kind)), subject: figure.subject.map(phrases.text),
        from: figure.from.map { phrases.text($0.indicator.quote) },
        to: figure.to.map { phrases.text($0.indicator.quote) }, percent: figure.kind == .equal ? nil : figure.percent)
    }
    fields = (change.evidence?.fields ?? []).compactMap { Field($0, change, phrases) }
    inline = WordSpan.inline(words.bodies, showsMarks: showsMarks)
    isReworded = words.bodies.isChanged
    rewritings = words.rewritings
  }

  /// What a table's 说明 says, a line each: the kind, what changed of the figures, the fields.
  func notes(_ phrases: Phrases) -> [String] {
    let language = phrases.language
    var notes = [headNote(phrases)]
    notes += figures.filter { $0.kind != .equal || $0.from != $0.to }.map { figure in
      phrases.labelled(
        figure.note(language), [figure.subject, figure.quotes(language)].compactMap { $0 }.joined(separator: " "))
    }
    notes += fields.map { phrases.labelled($0.label, "\($0.from) → \($0.to)") }
    return notes
  }

  /// Whether the first of the notes is the kind's word and nothing more.
  var hasPlainHeadNote: Bool { ![.renamed, .split, .merged].contains(kind) }

  private func headNote(_ phrases: Phrases) -> String {
    let names = { (goals: [GoalWords]) in
      goals.map(\.name).joined(separator: phrases.language == .zhHans ? "、" : ", ")
    }
    switch kind {
    case .renamed, .split, .merged: return phrases.labelled(word, "\(names(from)) → \(names(to))")
    default: return word
    }
  }
}

extension ChangeContent.GoalWords {
  init(
    _ goal: Goal, _ number: Int, _ words: ChangedWords, _ phrases: Phrases, _ source: String, isOld: Bool,
    showsMarks: Bool
  ) {
    id = phrases.text(goal.id)
    place = phrases.place(goal.item)
    self.source = source
    name = DisplayWidth.truncated(phrases.title(goal.item), to: goal.item.title == nil ? 40 : .max)
    // Where there is no other side, every word would be marked, which says no more than the kind does.
    let isAlone = words.oldGoals.isEmpty || words.newGoals.isEmpty
    let side = { (change: WordChange) in
      WordSpan.side(change, isOld: isOld, showsMarks: showsMarks, isAlone: isAlone)
    }
    let titles = side(words.titles).split
    title = number < titles.count ? titles[number] : []
    let range = isOld ? words.oldGoals : words.newGoals
    lines = number < range.count ? side(words.bodies).cut(range[number]).split.filter { !$0.isEmpty } : []
  }
}

extension ChangeContent.Field {
  /// - Returns: `nil` for title and text, which are shown word by word.
  init?(_ name: String, _ change: Diff.Change, _ phrases: Phrases) {
    guard let label = Words.field(name), !change.from.isEmpty, !change.to.isEmpty else { return nil }
    let value = { (item: Item) -> String in
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
    let joined = { (goals: [Goal]) in
      goals.map { value($0.item) }.joined(separator: phrases.language == .zhHans ? "；" : "; ")
    }
    self.init(label: phrases(label), from: joined(change.from), to: joined(change.to))
  }
}
