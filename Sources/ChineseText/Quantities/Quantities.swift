/// The figures of a text that say how much of something is meant, in ascending order and not overlapping.
///
/// Years, dates, document numbers, names, slogans, lapses of time and terms of a subsidy are no figures in this sense.
/// Takes time linear in the length of the text.
public func quantities(in text: [Unicode.Scalar], context: QuantityContext) -> [Quantity] {
  // Most lines of a text have no number at all.
  guard QuantityReader.starts.first(in: text, from: 0) != nil else { return [] }
  return QuantityReader(Passage(text), context: context).quantities()
}

/// Why each number of a text is a figure, a condition or none, in ascending order.
///
/// The figures are those that ``quantities(in:context:)`` finds.
public func explanations(of text: [Unicode.Scalar], context: QuantityContext) -> [Explanation] {
  QuantityReader(Passage(text), context: context).explanations()
}

/// Puts together what the readers of numbers, thresholds, subjects and verbs find.
struct QuantityReader: Sendable {
  let passage: Passage
  private let context: QuantityContext
  /// Every number with a unit, before it is known whether it says how much is meant.
  let numbers: [Figure]
  private let figures: [Figure]
  let subjects: Subjects

  /// What a figure or a rank may begin with, before the text is folded.
  static let starts = ScalarSet(AmountReader.starts + "全首榜０１２３４５６７８９○")

  init(_ passage: Passage, context: QuantityContext) {
    self.passage = passage
    self.context = context
    let exclusion = Exclusion(passage: passage)
    numbers = FigureReader(text: passage.text, units: .standard).figures()
    let counted = numbers.filter { exclusion.reason($0) == nil }
    figures = RankReader(passage, units: .standard).ranks().merged(with: counted)
    subjects = Subjects(passage: passage, figures: figures)
  }

  func quantities() -> [Quantity] {
    var found: [Quantity] = []
    found.reserveCapacity(subjects.kept.count)
    understand { found.append($0.quantity) }
    return found
  }

  /// A figure and what the readers found for it.
  struct Understood {
    let quantity: Quantity
    let figure: Figure
    /// Its place among all that were read.
    let index: Int
    let named: Subjects.Named?
    let role: Finding<Quantity.Role>
    let kind: Finding<Quantity.ValueKind>
    let commitment: Finding<Quantity.Commitment>
    let period: Finding<StatedPeriod>?
  }

  /// Hands each figure over as it is understood.
  func understand(_ body: (Understood) -> Void) {
    let commitments = Commitments(passage: passage)
    let roles = Roles(passage: passage, context: context)
    let periods = PeriodReader(passage: passage, year: context.year, spokenIn: context.spokenIn)
    let sentenceRoles = roles.roles(of: figures)
    var last: Int?
    var previousKind: (kind: Quantity.ValueKind, end: Int)?
    for index in subjects.kept {
      let figure = figures[index]
      let named = subjects.named[index]
      let sentence = passage.sentenceStart(figure.range.lowerBound)
      let previousEnd = last.flatMap { $0 > sentence ? $0 : nil }
      last = figure.end
      let kind = roles.valueKind(figure, previous: previousKind, countsNoun: named?.isAfter ?? false)
      previousKind = (kind.value, figure.end)
      let next = index + 1 < figures.count ? figures[index + 1] : nil
      let previous = index > 0 ? figures[index - 1] : nil
      let role = roles.ownRole(figure, previous: previous, next: next) ?? sentenceRoles[index]
      let commitment = commitments.commitment(figure, previous: previousEnd)
      let period = periods.period(figure)
      let bounds = figure.bounds
      let quantity = Quantity(
        range: figure.range, quote: passage.string(figure.range), role: role.value, subject: named?.subject,
        comparator: figure.comparator, low: bounds.low, high: bounds.high, unit: figure.unit, valueKind: kind.value,
        commitment: commitment.value, qualifiers: named?.qualifiers ?? [], period: period?.value,
        doubt: (figure.doubt ?? named?.doubt)?.rawValue)
      body(
        Understood(
          quantity: quantity, figure: figure, index: index, named: named, role: role, kind: kind,
          commitment: commitment, period: period))
    }
  }

  /// What was weighed for the roles of a figure's sentence.
  func signs(for understood: Understood) -> [RoleSign] {
    Roles(passage: passage, context: context).signs(of: figures, at: understood.index)
  }

  /// The figures that only restrict others.
  var conditions: [Figure] {
    let kept = Set(subjects.kept)
    return figures.indices.filter { !kept.contains($0) }.map { figures[$0] }
  }
}

extension Figure {
  /// The decimal strings that its comparator fills.
  var bounds: (low: String?, high: String?) {
    switch comparator {
    case .ge, .gt: return (low.text, nil)
    case .le, .lt: return (nil, high.text)
    case .eq, .approx, .between:
      let text = low.text
      return (text, low == high ? text : high.text)
    }
  }
}
