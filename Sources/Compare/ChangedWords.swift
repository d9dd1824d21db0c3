import ChineseText

/// The words of all goals on both sides of a change: titles against titles, texts against texts.
public struct ChangedWords: Sendable {
  /// The titles, a line each; a goal without one has an empty line.
  public let titles: WordChange
  /// Aim and text of each goal, then what stands under it, a line each.
  public let bodies: WordChange
  /// Per old goal, where its lines stand in the old bodies.
  public let oldGoals: [Range<Int>]
  /// Per new goal, where its lines stand in the new bodies.
  public let newGoals: [Range<Int>]

  /// In how many places the same is written otherwise.
  public var rewritings: Int { titles.rewritings + bodies.rewritings }
}

extension Diff.Change {
  /// Its words; made anew at each call, in the order of the texts' length and the number of changed signs.
  ///
  /// A figure's quote is never cut: it is equal, changed or written otherwise as a whole.
  public var words: ChangedWords {
    let sides = (SideWords(from), SideWords(to))
    var titles: [WordChange.Quote] = []
    var bodies: [WordChange.Quote] = []
    for figure in figures {
      let places = (figure.from.flatMap(sides.0.place), figure.to.flatMap(sides.1.place))
      let quote = { (isTitle: Bool) in
        WordChange.Quote(
          old: places.0.flatMap { $0.isTitle == isTitle ? $0.range : nil },
          new: places.1.flatMap { $0.isTitle == isTitle ? $0.range : nil }, isEqual: figure.kind == .equal)
      }
      titles.append(quote(true))
      bodies.append(quote(false))
    }
    return ChangedWords(
      titles: WordChange(old: sides.0.titles, new: sides.1.titles, quotes: titles),
      bodies: WordChange(old: sides.0.bodies, new: sides.1.bodies, quotes: bodies), oldGoals: sides.0.goals,
      newGoals: sides.1.goals)
  }
}

/// The words of one side's goals, and where the figures' quotes stand in them.
private struct SideWords {
  struct Place {
    var isTitle: Bool
    var range: Range<Int>
  }

  private(set) var titles: [Unicode.Scalar] = []
  private(set) var bodies: [Unicode.Scalar] = []
  private(set) var goals: [Range<Int>] = []
  private var places: [String: Place] = [:]

  init(_ all: [Goal]) {
    for (number, goal) in all.enumerated() {
      if number > 0 {
        titles.append("\n")
        bodies.append("\n")
      }
      let start = bodies.count
      var waiting: [Int: [Goal.Figure]] = [:]
      for figure in goal.figures { waiting[figure.part, default: []].append(figure) }
      for (index, part) in goal.parts.enumerated() {
        var figures = waiting[index] ?? []
        let fields = [part.item.title, part.item.aim, part.item.text].map { Array(($0 ?? "").unicodeScalars) }
        for (field, text) in fields.enumerated() where !text.isEmpty {
          let isTitle = index == 0 && field == 0
          if !isTitle, bodies.count > start { bodies.append("\n") }
          let offset = isTitle ? titles.count : bodies.count
          for (figure, range) in SideWords.taken(&figures, in: text) {
            let range = offset + range.lowerBound..<offset + range.upperBound
            places[SideWords.key(figure)] = Place(isTitle: isTitle, range: range)
          }
          if isTitle { titles += text } else { bodies += text }
        }
      }
      goals.append(start..<bodies.count)
    }
  }

  func place(_ figure: Goal.Figure) -> Place? { places[SideWords.key(figure)] }

  /// Two readings of one document can hold one id.
  private static func key(_ figure: Goal.Figure) -> String { figure.indicator.id + " " + figure.indicator.reading }

  /// The figures whose quotes stand in a text, in order, each behind the one before.
  private static func taken(
    _ figures: inout [Goal.Figure], in text: [Unicode.Scalar]
  ) -> [(Goal.Figure, Range<Int>)] {
    var out: [(Goal.Figure, Range<Int>)] = []
    var at = 0
    figures.removeAll { figure in
      let quote = Array(figure.indicator.quote.unicodeScalars)
      guard let found = text.place(of: quote, from: at) else { return false }
      out.append((figure, found))
      at = found.upperBound
      return true
    }
    return out
  }
}

extension [Unicode.Scalar] {
  /// Where a quote stands as a whole, not inside a longer number.
  fileprivate func place(of quote: [Unicode.Scalar], from start: Int) -> Range<Int>? {
    guard let first = quote.first, let last = quote.last, quote.count <= count - start else { return nil }
    let isDigit = { (scalar: Unicode.Scalar) in ("0"..."9").contains(scalar) }
    for at in start...(count - quote.count) where self[at] == first && self[at..<at + quote.count] == quote[...] {
      let end = at + quote.count
      let cutsBefore = isDigit(first) && at > 0 && (isDigit(self[at - 1]) || self[at - 1] == ".")
      let cutsAfter = isDigit(last) && end < count && isDigit(self[end])
      if !cutsBefore, !cutsAfter { return at..<end }
    }
    return nil
  }
}
