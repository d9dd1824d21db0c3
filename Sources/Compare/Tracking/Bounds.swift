import Plan

/// The values that a figure admits, with open ends: 2-3 are both ends, 以上 has no upper one.
///
/// Numbers are those of the dimension's own unit; a fall is below zero.
struct Bounds: Sendable {
  struct End: Sendable {
    let value: ExactNumber
    /// Whether the value itself is not among those admitted.
    let isOpen: Bool
  }

  let low: End?
  let high: End?

  private init(low: End?, high: End?) { (self.low, self.high) = (low, high) }

  /// `nil` where a number is too long.
  init?(_ figure: StatedFigure) {
    let indicator = figure.indicator
    func end(_ text: String?, isOpen: Bool) -> End?? {
      guard let text else { return .some(nil) }
      let written = ExactNumber(text)
      let number = if let growth = figure.growth { written.flatMap(growth.percent) } else { written }
      guard let value = number?.times(figure.measure.factor) else { return nil }
      return End(value: value, isOpen: isOpen)
    }
    guard let low = end(indicator.low, isOpen: indicator.comparator == .gt),
      let high = end(indicator.high, isOpen: indicator.comparator == .lt)
    else { return nil }
    let plain = Bounds(low: low, high: high)
    self = figure.valueKind == .change && figure.sense == .falling ? plain.mirrored : plain
  }

  /// Each value with the other sign.
  var mirrored: Bounds {
    let flip = { (end: End?) in end.map { End(value: $0.value.negated, isOpen: $0.isOpen) } }
    return Bounds(low: flip(high), high: flip(low))
  }

  /// How all of the values lie to a floor.
  enum Place { case above, at, below, undecided, tooLong }

  /// - Parameter isStrict: whether the floor itself is not enough.
  func place(over floor: ExactNumber, isStrict: Bool) -> Place {
    if let low {
      guard let order = low.value.compared(to: floor) else { return .tooLong }
      if order > 0 || order == 0 && low.isOpen { return .above }
      if order == 0, !isStrict {
        // 5个 is at 5; 5个以上 and 5-6个 are at least there.
        return .at
      }
    }
    guard let high else { return .undecided }
    guard let order = high.value.compared(to: floor) else { return .tooLong }
    return order < 0 || order == 0 && (isStrict || high.isOpen) ? .below : .undecided
  }

  /// The values in a unit, as in sums: `271.5`, `>=98`, `2..3`; `nil` where they are too long.
  func text(in measure: Measure) -> String? {
    let number = { (end: End) in end.value.over(measure.factor)?.rounded(places: 6) }
    switch (low, high) {
    case (let low?, let high?):
      guard let first = number(low), let last = number(high) else { return nil }
      return low.value == high.value ? first : "\(first)..\(last)"
    case (let low?, nil): return number(low).map { (low.isOpen ? ">" : ">=") + $0 }
    case (nil, let high?): return number(high).map { (high.isOpen ? "<" : "<=") + $0 }
    case (nil, nil): return nil
    }
  }
}
