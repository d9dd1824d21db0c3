import ChineseText
import Plan
import Workers

/// What changed between two plans: each goal and task of both sides in exactly one change.
public struct Diff: Sendable {
  /// What became of a goal or task, strongest first but for the last three.
  public enum Kind: String, Sendable, CaseIterable {
    case split, merged, renamed, changed, moved, reworded, unchanged, dropped, added
  }

  /// A number from 0 to 1, in thousandths.
  public struct Score: Sendable, Equatable {
    /// 0 to 1000.
    public let thousandths: Int

    public init(thousandths: Int) { self.thousandths = thousandths }

    /// The decimal string, three places.
    public var text: String {
      let digits = String(thousandths % 1000)
      return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
  }

  /// Why two goals are taken for one.
  public struct Evidence: Sendable, Equatable {
    /// Whether their equal ids made them a pair, rather than their words.
    public let isSameID: Bool
    /// How alike the titles are.
    public let title: Score
    /// How alike all their words are.
    public let text: Score
    /// The shared pairs of characters that weigh most, at most five; none where both are the same revisions.
    public let terms: [String]
    /// The fields that differ: `title, text, category, parties, due, benchmark, themes`.
    public let fields: [String]
  }

  /// What became of one goal or task.
  public struct Change: Sendable {
    /// What became of it.
    public let kind: Kind
    /// The old goals in reading order; one, none where it was added, several where they were merged.
    public let from: [Goal]
    /// The new goals in reading order; one, none where it was dropped, several where it was split.
    public let to: [Goal]
    /// Every figure of both sides, the equal ones too.
    public let figures: [FigureChange]
    /// How alike both are, of a split or merged one how much of it its parts hold together; absent where there is only
    /// one side.
    public let score: Score?
    /// Why they were matched; absent where there is only one side.
    public let evidence: Evidence?
    /// Whether an unchanged goal is written with other marks, blanks, widths or forms of figures.
    public let isOnlyPunctuation: Bool
  }

  /// What is counted, so that nothing is left out in silence.
  public struct Summary: Sendable {
    /// Per kind, how many changes; kinds without any included.
    public let kinds: [Kind: Int]
    /// How many unchanged goals are written with other marks, blanks, widths or forms of figures.
    public let punctuationOnly: Int
    /// Per kind, how many figures of goals and tasks.
    public let figures: [FigureChange.Kind: Int]
    /// Per role, how many items outside goals and tasks stand on each side; they are not compared.
    public let others: [Item.Role: (from: Int, to: Int)]
    /// How many figures outside goals and tasks stand on each side; they are not compared.
    public let otherFigures: (from: Int, to: Int)
    /// How many goals and tasks stand on each side.
    public let goals: (from: Int, to: Int)
  }

  /// By position in the new plan, dropped ones at their old place.
  public let changes: [Change]
  /// The counts.
  public let summary: Summary

  /// Whether nothing that a reader would call a change is between the two.
  public var isEmpty: Bool { changes.allSatisfy { $0.kind == .unchanged } }

  /// Compares two plans; pairs of one id first, only the rest is matched by words.
  ///
  /// The comparison is symmetric: with the sides exchanged every change is mirrored and every score the same.
  ///
  /// - Parameter common: what both sides hold beside the views; it is counted as unchanged and stands in no change.
  public init(old: View, new: View, common: CommonRows = CommonRows()) {
    let sides = concurrentMap([old, new]) { Outline($0) }
    let outlines = (sides[0], sides[1])
    let named = NamedPairs(outlines.0, outlines.1)
    let likeness = Likeness(old: outlines.0.goals, new: outlines.1.goals, besides: named.same)
    let matching = Matching(
      old: (old, outlines.0), new: (new, outlines.1), named: named, common: common.documents, likeness: likeness)
    // A split or merged goal stands at the place of its first part.
    var partners: [Int: Int] = [:]
    var groups: [Int: Matching.Match] = [:]
    var others: (old: Set<Int>, new: Set<Int>) = ([], [])
    for match in matching.matches {
      guard let i = match.old.first, let j = match.new.first else { continue }
      (partners[j], groups[j]) = (i, match)
      others.old.formUnion(match.old.dropFirst())
      others.new.formUnion(match.new.dropFirst())
    }
    let pairs = Assignment.merged(
      oldCount: outlines.0.goals.count, newCount: outlines.1.goals.count, partners: partners, anchors: common.anchors)
    let matches = groups
    let laterParts = others
    changes = concurrentMap(pairs) { pair -> Change? in
      switch pair {
      case (_?, let j?):
        matches[j].map { match in
          let (from, to) = (match.old.map { outlines.0.goals[$0] }, match.new.map { outlines.1.goals[$0] })
          if let held = match.held { return Change(parted: from, to, likeness, held: held) }
          if match.reason == .revisions { return Change(sameRevisions: from[0], to[0]) }
          return Change(from[0], to[0], likeness, byID: match.reason != .words)
        }
      case (let i?, nil): laterParts.old.contains(i) ? nil : Change(dropped: outlines.0.goals[i])
      case (nil, let j?): laterParts.new.contains(j) ? nil : Change(added: outlines.1.goals[j])
      case (nil, nil): nil
      }
    }.compactMap(\.self)
    summary = Summary(changes, outlines.0, outlines.1, common)
  }
}

extension Diff.Change {
  init(dropped goal: Goal) {
    self.init(
      kind: .dropped, from: [goal], to: [],
      figures: goal.figures.map { FigureChange(kind: .dropped, from: $0, to: nil) }, score: nil, evidence: nil,
      isOnlyPunctuation: false)
  }

  init(added goal: Goal) {
    self.init(
      kind: .added, from: [], to: [goal],
      figures: goal.figures.map { FigureChange(kind: .added, from: nil, to: $0) }, score: nil, evidence: nil,
      isOnlyPunctuation: false)
  }

  init(_ old: Goal, _ new: Goal, _ likeness: Likeness, byID: Bool) {
    let (a, b) = (Wording(old), Wording(new))
    let figures = FigurePairing.changes(from: [old], to: [new])
    var fields: [String] = []
    if a.fullTitle != b.fullTitle { fields.append("title") }
    if a.body != b.body { fields.append("text") }
    fields += Self.otherFields(old, new)
    let kind: Diff.Kind =
      if a.isTitled, b.isTitled, a.title != b.title {
        .renamed
      } else if figures.contains(where: { $0.kind != .equal }) {
        .changed
      } else if fields.contains("category") {
        .moved
      } else {
        fields.isEmpty ? .unchanged : .reworded
      }
    // What a goal is about is no word of the plan: another vocabulary or a person may tell it otherwise.
    if Self.themes(old.item) != Self.themes(new.item) { fields.append("themes") }
    let score = likeness.score(old.position, new.position)
    self.init(
      kind: kind, from: [old], to: [new], figures: figures, score: Diff.Score(thousandths: score.total),
      evidence: Diff.Evidence(
        isSameID: byID, title: Diff.Score(thousandths: score.title), text: Diff.Score(thousandths: score.text),
        terms: likeness.evidence(old.position, new.position), fields: fields),
      isOnlyPunctuation: kind == .unchanged && a.written != b.written)
  }

  /// A goal of the same revisions on both sides: what a comparison of its words and figures would find is known.
  init(sameRevisions old: Goal, _ new: Goal) {
    let isTitled = !(new.item.title ?? "").isEmpty
    self.init(
      kind: .unchanged, from: [old], to: [new],
      figures: zip(old.figures, new.figures).map { FigureChange(kind: .equal, from: $0, to: $1) },
      score: Diff.Score(thousandths: 1000),
      evidence: Diff.Evidence(
        isSameID: true, title: Diff.Score(thousandths: isTitled ? 1000 : 0), text: Diff.Score(thousandths: 1000),
        terms: [],
        fields: []), isOnlyPunctuation: false)
  }

  /// One goal and its parts; figures are compared over all parts together.
  ///
  /// - Parameter held: how much of the whole its parts hold between them, in thousandths.
  init(parted old: [Goal], _ new: [Goal], _ likeness: Likeness, held: Int) {
    let pairs = old.flatMap { a in new.map { b in (a, b) } }
    let scores = pairs.map { likeness.score($0.position, $1.position) }
    var terms: [String] = []
    for rank in 0..<5 {
      for (a, b) in pairs {
        let found = likeness.evidence(a.position, b.position)
        if rank < found.count, !terms.contains(found[rank]) { terms.append(found[rank]) }
      }
    }
    let differing = Set(pairs.flatMap { Self.otherFields($0, $1) })
    self.init(
      kind: old.count == 1 ? .split : .merged, from: old, to: new, figures: FigurePairing.changes(from: old, to: new),
      score: Diff.Score(thousandths: held),
      evidence: Diff.Evidence(
        isSameID: false, title: Diff.Score(thousandths: scores.map(\.title).max() ?? 0),
        text: Diff.Score(thousandths: scores.map(\.text).max() ?? 0), terms: Array(terms.prefix(5)),
        fields: ["title", "text"] + ["category", "parties", "due", "benchmark"].filter(differing.contains)),
      isOnlyPunctuation: false)
  }

  /// The fields beside title, text and themes that say something else.
  private static func otherFields(_ old: Goal, _ new: Goal) -> [String] {
    let (a, b) = (old.item, new.item)
    let bare = { (text: String?) in text.map { BareText.bare($0) } }
    let parties = { (goal: Goal) in
      Set(goal.item.parties.map { Body($0.name, in: goal.city).scalars + $0.role.rawValue.unicodeScalars })
    }
    var fields: [String] = []
    if bare(a.category.map { $0.code ?? $0.label }) != bare(b.category.map { $0.code ?? $0.label }) {
      fields.append("category")
    }
    if !isSameParties(old, new), parties(old) != parties(new) { fields.append("parties") }
    if bare(a.due?.text) != bare(b.due?.text) { fields.append("due") }
    if a.benchmarkCities.map(\.code) != b.benchmarkCities.map(\.code) { fields.append("benchmark") }
    return fields
  }

  /// Whether the parties are written alike, so that nobody needs to be looked up.
  private static func isSameParties(_ old: Goal, _ new: Goal) -> Bool {
    old.city == new.city
      && old.item.parties.elementsEqual(new.item.parties) {
        $0.role == $1.role && $0.name.utf8.elementsEqual($1.name.utf8)
      }
  }

  private static func themes(_ item: Item) -> Set<[UInt8]> { Set(item.themes.map { Array($0.utf8) }) }
}

extension Diff.Summary {
  init(_ changes: [Diff.Change], _ old: Outline, _ new: Outline, _ common: CommonRows) {
    var kinds = Dictionary(uniqueKeysWithValues: Diff.Kind.allCases.map { ($0, 0) })
    var figures = Dictionary(uniqueKeysWithValues: FigureChange.Kind.allCases.map { ($0, 0) })
    for change in changes {
      kinds[change.kind, default: 0] += 1
      for figure in change.figures { figures[figure.kind, default: 0] += 1 }
    }
    kinds[.unchanged, default: 0] += common.goals
    figures[.equal, default: 0] += common.figures
    var others = common.others.mapValues { (from: $0, to: $0) }
    for (role, count) in old.others { others[role, default: (0, 0)].from += count }
    for (role, count) in new.others { others[role, default: (0, 0)].to += count }
    self.init(
      kinds: kinds, punctuationOnly: changes.count { $0.isOnlyPunctuation }, figures: figures, others: others,
      otherFigures: (common.otherFigures + old.otherFigures, common.otherFigures + new.otherFigures),
      goals: (common.goals + old.goals.count, common.goals + new.goals.count))
  }
}
