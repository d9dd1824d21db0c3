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
  let figures: [Figure]
  let subjects: Subjects

  /// What a figure or a rank may begin with, before the text is folded.
  static let starts = ScalarSet(AmountReader.starts + "全未首榜０１２３４５６７８９○")

  init(_ passage: Passage, context: QuantityContext) {
    self.passage = passage
    self.context = context
    let exclusion = Exclusion(passage: passage)
    var counted = FigureReader(passage, units: .standard).figures()
    counted.removeAll { exclusion.reason($0) != nil }
    figures = RankReader(passage, units: .standard).ranks().merged(with: counted)
    subjects = Subjects(passage: passage, figures: figures)
  }

  /// Every number with a unit, whether or not it says how much is meant.
  var numbers: [Figure] { FigureReader(passage, units: .standard).figures() }

  func quantities() -> [Quantity] {
    var found: [Quantity] = []
    found.reserveCapacity(subjects.kept.count)
    understand { found.append(quantity($0)) }
    return found
  }

  /// A figure and what the readers found for it.
  struct Understood {
    /// Its place among all that were read.
    let index: Int
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
      let sentence = passage.sentenceStart(figure.range.lowerBound)
      let previousEnd = last.flatMap { $0 > sentence ? $0 : nil }
      last = figure.end
      let kind = roles.valueKind(figure, previous: previousKind, countsNoun: subjects.named[index]?.isAfter ?? false)
      previousKind = (kind.value, figure.end)
      let role = roles.ownRole(of: figures, at: index) ?? sentenceRoles[index]
      let commitment = commitments.commitment(figure, previous: previousEnd)
      let period = context.readsPeriods ? periods.period(figure) : nil
      body(Understood(index: index, role: role, kind: kind, commitment: commitment, period: period))
    }
  }

  /// The figure as records tell it.
  func quantity(_ understood: Understood) -> Quantity {
    let figure = figures[understood.index]
    let named = subjects.named[understood.index]
    let bounds = figure.bounds
    return Quantity(
      range: figure.range, quote: passage.string(figure.range), role: understood.role.value, subject: named?.subject,
      comparator: figure.comparator, low: bounds.low, high: bounds.high, unit: figure.unit,
      valueKind: understood.kind.value, commitment: understood.commitment.value, qualifiers: named?.qualifiers ?? [],
      period: understood.period?.value, doubt: (figure.doubt ?? named?.doubt)?.rawValue)
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
