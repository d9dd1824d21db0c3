/// The figures of a text that say how much of something is meant, in ascending order and not overlapping.
///
/// Years, dates, document numbers, names, slogans, lapses of time and terms of a subsidy are no figures in this sense.
/// Takes time linear in the length of the text.
public func quantities(in text: [Unicode.Scalar], context: QuantityContext) -> [Quantity] {
  QuantityReader(Passage(text), context: context).quantities()
}

/// Puts together what the readers of numbers, thresholds, subjects and verbs find.
struct QuantityReader: Sendable {
  private let passage: Passage
  private let context: QuantityContext
  private let figures: [Figure]

  init(_ passage: Passage, context: QuantityContext) {
    self.passage = passage
    self.context = context
    let exclusion = Exclusion(passage: passage)
    figures = FigureReader(text: passage.text, units: .standard).figures().compactMap { figure in
      if let rank = exclusion.rank(figure) { return rank }
      let isNone = exclusion.isName(figure) || exclusion.isLapse(figure) || exclusion.isNoFigure(figure)
      return isNone ? nil : figure
    }
  }

  func quantities() -> [Quantity] {
    let subjects = Subjects(passage: passage, figures: figures)
    let commitments = Commitments(passage: passage)
    let roles = Roles(passage: passage, context: context)
    let periods = PeriodReader(passage: passage, year: context.year, spokenIn: context.spokenIn)
    let sentenceRoles = roles.roles(of: figures)
    var result: [Quantity] = []
    var previousKind: (kind: Quantity.ValueKind, end: Int)?
    for index in subjects.kept {
      let figure = figures[index]
      let named = subjects.named[index]
      let sentence = passage.sentenceStart(figure.range.lowerBound)
      let previousEnd = result.last.flatMap { $0.range.upperBound > sentence ? $0.range.upperBound : nil }
      let kind = roles.valueKind(figure, previous: previousKind, countsNoun: named?.isAfter ?? false)
      previousKind = (kind, figure.end)
      let next = index + 1 < figures.count ? figures[index + 1] : nil
      let previous = index > 0 ? figures[index - 1] : nil
      let bounds = figure.bounds
      result.append(
        Quantity(
          range: figure.range, quote: passage.string(figure.range),
          role: roles.ownRole(figure, previous: previous, next: next) ?? sentenceRoles[index],
          subject: named?.subject, comparator: figure.comparator, low: bounds.low, high: bounds.high, unit: figure.unit,
          valueKind: kind, commitment: commitments.commitment(figure, previous: previousEnd),
          qualifiers: named?.qualifiers ?? [], period: periods.period(figure),
          doubt: figure.doubt ?? named?.doubt))
    }
    return result
  }
}

extension Figure {
  /// The decimal strings that its comparator fills.
  var bounds: (low: String?, high: String?) {
    switch comparator {
    case .ge, .gt: (low.text, nil)
    case .le, .lt: (nil, high.text)
    case .eq, .approx, .between: (low.text, high.text)
    }
  }
}
