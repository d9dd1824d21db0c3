import ChineseText
import Plan

/// What a figure's bounds mean, whatever the form: 5000万元 and 0.5亿元 are one meaning, ≥98% and 98%以上 too.
struct FigureMeaning: Sendable {
  let comparator: Indicator.Comparator
  let low: ScaledDecimal?
  let high: ScaledDecimal?
  /// The unit without its scale word, bare.
  let dimension: [Unicode.Scalar]

  init(comparator: Indicator.Comparator, low: String?, high: String?, unit: String) {
    let (power, dimension) = FigureMeaning.unscaled(BareText.bare(unit))
    self.comparator = comparator
    self.low = low.flatMap { ScaledDecimal($0, power: power) }
    self.high = high.flatMap { ScaledDecimal($0, power: power) }
    self.dimension = dimension
  }

  init(_ indicator: Indicator) {
    self.init(comparator: indicator.comparator, low: indicator.low, high: indicator.high, unit: indicator.unit)
  }

  init(_ qualifier: Indicator.Qualifier) {
    self.init(comparator: qualifier.comparator, low: qualifier.low, high: qualifier.high, unit: qualifier.unit)
  }

  /// Equal meanings have equal keys.
  var key: [Unicode.Scalar] {
    let bounds = "\(comparator.rawValue) \(low?.text ?? "") \(high?.text ?? "") "
    return Array(bounds.unicodeScalars) + dimension
  }

  /// The one number of all comparators but `between`.
  var number: ScaledDecimal? { comparator == .between ? nil : low ?? high }

  /// Whether it only bounds from above.
  var isCeiling: Bool { comparator == .le || comparator == .lt }
  /// Whether it only bounds from below.
  var isFloor: Bool { comparator == .ge || comparator == .gt }

  /// The power of ten of the scale words that a unit begins with, and the rest.
  ///
  /// 千瓦 becomes 1000 瓦 on both sides of a comparison, which is what it means; 百分点 is no hundred.
  static func unscaled(_ unit: [Unicode.Scalar]) -> (power: Int, dimension: [Unicode.Scalar]) {
    var power = 0
    var at = 0
    while at < unit.count, power < 32 {
      let next = at + 1 < unit.count ? unit[at + 1] : nil
      switch unit[at] {
      case "十": power += 1
      case "百" where next != "分": power += 2
      case "千" where next != "分": power += 3
      case "万": power += 4
      case "亿": power += 8
      default: return (power, Array(unit[at...]))
      }
      at += 1
    }
    return (power, Array(unit[at...]))
  }
}
