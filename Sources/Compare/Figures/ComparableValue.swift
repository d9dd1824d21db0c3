import ChineseText
import Plan

/// The bounds that a figure states in the base of what its unit measures: 5000万元 and 0.5亿元 are one value.
public struct ComparableValue: Sendable {
  /// Equal for units that turn into one another by a fixed ratio, and for counters of which either can stand for the other.
  public let dimension: String
  private let low: ExactNumber?
  private let high: ExactNumber?
  private let isOpenBelow: Bool
  private let isOpenAbove: Bool

  /// - Parameters:
  ///   - low: DecimalString; absent where the figure has no lower bound. So is `high`.
  ///   - isOpen: whether the bound itself is left out (more than, less than).
  public init(low: String?, high: String?, unit: String, isOpen: Bool = false) {
    let measure = Measure(unit)
    dimension = String(String.UnicodeScalarView(measure.countedDimension))
    self.low = low.flatMap { ExactNumber($0)?.times(measure.factor) }
    self.high = high.flatMap { ExactNumber($0)?.times(measure.factor) }
    (isOpenBelow, isOpenAbove) = (isOpen, isOpen)
  }

  /// The bounds to about fifteen digits, for an index; whether a condition holds is ``isTrue(_:_:)``'s to say.
  public var near: (low: Double?, high: Double?) { (low?.approximation, high?.approximation) }

  /// What is asked of a value.
  public enum Relation: String, Sendable, CaseIterable { case ge, gt, le, lt, eq }

  /// Whether every value that the figure leaves open meets the condition; for `eq`, whether the figure names that number.
  public func isTrue(_ relation: Relation, _ other: ComparableValue) -> Bool {
    guard dimension.utf8.elementsEqual(other.dimension.utf8), let value = other.low ?? other.high else { return false }
    let order = { (bound: ExactNumber?) in bound.flatMap { $0.compared(to: value) } }
    switch relation {
    case .ge: return order(low).map { $0 >= 0 } ?? false
    case .gt: return order(low).map { $0 > 0 || $0 == 0 && isOpenBelow } ?? false
    case .le: return order(high).map { $0 <= 0 } ?? false
    case .lt: return order(high).map { $0 < 0 || $0 == 0 && isOpenAbove } ?? false
    case .eq: return order(low) == 0 || order(high) == 0
    }
  }
}
