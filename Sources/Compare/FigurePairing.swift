import ChineseText
import Plan

/// Which figure of the old goal is which of the new one.
struct FigurePairing {
  /// Beyond this many possible pairs only figures with the same words are paired, in their order.
  static let limit = 250_000

  /// Every figure of both sides in exactly one change, in the order of the new side, dropped ones at their old place.
  static func changes(from old: [Goal], to new: [Goal]) -> [FigureChange] {
    let a = old.flatMap { goal in goal.figures.map { Sign($0, of: goal) } }
    let b = new.flatMap { goal in goal.figures.map { Sign($0, of: goal) } }
    var partners: [Int: Int] = [:]
    var candidates: [Assignment.Candidate] = []
    if a.count * b.count <= limit {
      for i in a.indices {
        for j in b.indices {
          guard let score = a[i].likeness(b[j]) else { continue }
          candidates.append(Assignment.Candidate(old: i, new: j, rank: score))
        }
      }
      for pair in Assignment.oneToOne(candidates) { partners[pair.new] = pair.old }
    } else {
      var waiting: [[Unicode.Scalar]: [Int]] = [:]
      for i in a.indices.reversed() { waiting[a[i].words, default: []].append(i) }
      for j in b.indices { if let i = waiting[b[j].words]?.popLast() { partners[j] = i } }
    }
    return Assignment.merged(oldCount: a.count, newCount: b.count, partners: partners).map { pair in
      switch pair {
      case (let i?, let j?):
        FigureChange(
          kind: .between(a[i].figure.indicator, b[j].figure.indicator), from: a[i].figure, to: b[j].figure)
      case (let i?, nil): FigureChange(kind: .dropped, from: a[i].figure, to: nil)
      case (_, let j): FigureChange(kind: .added, from: nil, to: j.map { b[$0].figure })
      }
    }
  }

  /// What a figure is recognised by.
  private struct Sign {
    let figure: Goal.Figure
    let meaning: FigureMeaning
    let subject: [Unicode.Scalar]
    let subjectTerms: Bigrams
    let partTerms: Bigrams
    /// The id below the goal's: `.m2.i1`.
    let place: [UInt8]
    let conditions: [FigureMeaning]
    let conditionWords: [[Unicode.Scalar]]

    init(_ figure: Goal.Figure, of goal: Goal) {
      self.figure = figure
      let indicator = figure.indicator
      meaning = FigureMeaning(indicator)
      subject = BareText.bare(indicator.subject ?? "")
      subjectTerms = Bigrams(subject)
      partTerms = Bigrams(of: goal.parts.indices.contains(figure.part) ? goal.parts[figure.part].item.wording : "")
      place = Array(indicator.id.utf8.dropFirst(goal.id.utf8.count))
      conditions = indicator.qualifiers.map { FigureMeaning($0) }
      conditionWords = zip(indicator.qualifiers, conditions).map { BareText.bare($0.subject ?? "") + $1.dimension }
    }

    /// All that names the figure but its number.
    var words: [Unicode.Scalar] {
      Array("\(figure.indicator.role.rawValue) \(figure.indicator.valueKind.rawValue) ".unicodeScalars)
        + meaning.dimension + [" "] + subject + [" "] + conditionWords.joined(separator: [" "])
    }

    /// How alike two figures are, the same both ways; `nil` where they are of different things.
    func likeness(_ other: Sign) -> Int? {
      let (a, b) = (figure.indicator, other.figure.indicator)
      guard a.role == b.role, a.valueKind == b.valueKind, isOfOneDimension(other),
        a.benchmarkCity?.code == b.benchmarkCity?.code,
        !(meaning.isCeiling && other.meaning.isFloor || meaning.isFloor && other.meaning.isCeiling),
        let conditions = conditionLikeness(other),
        // The same number of the same unit in one goal is hardly another figure, whatever it is said of.
        let subjects = subjectLikeness(other) ?? (meaning.key == other.meaning.key ? 20 : nil)
      else { return nil }
      var score = (subjects + conditions) * 10
      if meaning.key == other.meaning.key { score += 50 }
      if place == other.place { score += 30 }
      if a.commitment == b.commitment { score += 5 }
      return score
    }

    /// Whether the units fit; 300万人次 and 人次300万 are one figure.
    private func isOfOneDimension(_ other: Sign) -> Bool {
      let (x, y) = (meaning, other.meaning)
      if x.dimension == y.dimension { return true }
      guard x.dimension.isEmpty || y.dimension.isEmpty, x.comparator == y.comparator else { return false }
      return x.low?.text == y.low?.text && x.high?.text == y.high?.text
    }

    private func subjectLikeness(_ other: Sign) -> Int? {
      if subject == other.subject { return subject.isEmpty ? 80 : 100 }
      let alike = Int((subjectTerms.dice(other.subjectTerms) * 100).rounded())
      if !subject.isEmpty, !other.subject.isEmpty, alike >= 40 { return alike }
      // Other words for the subject, in a sentence that is otherwise the same.
      let sentence = Int((partTerms.dice(other.partTerms) * 100).rounded())
      return sentence >= 60 ? sentence / 2 : nil
    }

    private func conditionLikeness(_ other: Sign) -> Int? {
      if conditionWords.count != other.conditionWords.count {
        return min(conditionWords.count, other.conditionWords.count) == 0 ? 0 : nil
      }
      guard conditionWords == other.conditionWords else { return nil }
      return zip(conditions, other.conditions).allSatisfy { $0.key == $1.key } ? 30 : 10
    }
  }
}
