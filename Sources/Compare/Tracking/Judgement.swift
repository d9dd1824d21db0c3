import Plan

/// What a target asks for, and whether a result gives it.
struct Judgement {
  let verdict: Tracking.Verdict
  let rule: Tracking.Rule

  /// - Precondition: both figures are of one dimension and one kind of value.
  init(_ target: StatedFigure, _ result: StatedFigure) {
    self = Self.judged(target, result)
  }

  init(_ verdict: Tracking.Verdict, _ rule: Tracking.Rule) { (self.verdict, self.rule) = (verdict, rule) }

  private static func judged(_ target: StatedFigure, _ result: StatedFigure) -> Judgement {
    if target.indicator.comparator == .approx { return Judgement(.notJudged, .approximateTarget) }
    if result.indicator.comparator == .approx { return Judgement(.notJudged, .approximateResult) }
    guard let asked = Bounds(target), let given = Bounds(result) else { return Judgement(.notComparable, .longNumber) }
    if result.isShareOfPlan {
      let whole = Bounds.End(value: ExactNumber(100), isOpen: asked.low?.isOpen ?? false)
      return floor(whole, given, canExceed: asked.high != nil)
    }
    let isUpward = Wish(target) == .more
    switch (asked.low, asked.high) {
    case (let low?, let high?) where target.indicator.comparator == .between:
      return range(low.value, high.value, given, isUpward)
    case (let low?, let high):
      // One number (5个) is a floor or a ceiling as more or less of it is wanted.
      if high != nil, !isUpward { return ceiling(low, given, canExceed: true) }
      return floor(low, given, canExceed: high != nil || target.indicator.comparator != .le)
    case (nil, let high?):
      return ceiling(high, given, canExceed: target.indicator.comparator == .ge)
    case (nil, nil): return Judgement(.notComparable, .longNumber)
    }
  }

  private static func floor(_ end: Bounds.End, _ given: Bounds, canExceed: Bool) -> Judgement {
    let place = given.place(over: end.value, isStrict: end.isOpen)
    return Judgement(place, end.isOpen ? .moreThan : .atLeast, canExceed: canExceed && !end.isOpen)
  }

  private static func ceiling(_ end: Bounds.End, _ given: Bounds, canExceed: Bool) -> Judgement {
    let place = given.mirrored.place(over: end.value.negated, isStrict: end.isOpen)
    return Judgement(place, end.isOpen ? .lessThan : .atMost, canExceed: canExceed && !end.isOpen)
  }

  private static func range(
    _ low: ExactNumber, _ high: ExactNumber, _ given: Bounds, _ isUpward: Bool
  ) -> Judgement {
    let lower = given.place(over: low, isStrict: false)
    let upper = given.mirrored.place(over: high.negated, isStrict: false)
    switch (lower, upper) {
    case (.tooLong, _), (_, .tooLong): return Judgement(.notComparable, .longNumber)
    case (.below, _): return Judgement(isUpward ? .missed : .exceeded, .range)
    case (_, .below): return Judgement(isUpward ? .exceeded : .missed, .range)
    case (.undecided, _), (_, .undecided): return Judgement(.notComparable, .openResult)
    default: return Judgement(.met, .range)
    }
  }

  private init(_ place: Bounds.Place, _ rule: Tracking.Rule, canExceed: Bool) {
    switch place {
    case .above: self.init(canExceed ? .exceeded : .met, rule)
    case .at: self.init(.met, rule)
    case .below: self.init(.missed, rule)
    case .undecided: self.init(.notComparable, .openResult)
    case .tooLong: self.init(.notComparable, .longNumber)
    }
  }
}

/// Whether a target asks for more or for less.
enum Wish {
  case more, less

  init(_ target: StatedFigure) {
    // A fall is below zero, so more of a fall is less; a smaller number is a higher rank.
    self = target.valueKind == .rank || target.sense == .falling || target.isNone ? .less : .more
  }
}
