import ChineseText
import Vocabulary

/// What a unit measures, and how many of the dimension's own unit one of it is.
package struct Measure: Sendable {
  /// Equal for units that turn into one another by a fixed ratio: 亩, 公顷 and 平方米; 元 and 美元 never.
  let dimension: [Unicode.Scalar]
  /// How many of the dimension's own unit one is.
  let factor: ExactNumber
  /// What the unit measures.
  package let kind: UnitKind

  /// A unit as records write it: 亿元, 万亩, %, 元/亩; one that the vocabulary does not know is its own dimension.
  package init(_ unit: String) {
    let units = Units.standard
    if let found = units.reading(of: unit), let term = found.term,
      let top = Measure.part(term, power: found.scale?.power ?? 0)
    {
      if let divisor = found.divisor, let below = Measure.part(divisor, power: 0), let factor = top.1.over(below.1) {
        (dimension, self.factor, kind) = (Array("\(top.0)/\(below.0)".unicodeScalars), factor, .compound)
        return
      }
      if found.divisor == nil {
        (dimension, factor, kind) = (Array(top.0.unicodeScalars), top.1, term.kind)
        return
      }
    }
    let (power, rest) = FigureMeaning.unscaled(BareText.bare(unit))
    dimension = rest
    factor = ExactNumber("1" + String(repeating: "0", count: power)) ?? ExactNumber(1)
    kind = .counter
  }

  /// The base that all of its kin turn into, and how many of it one is.
  private static func part(_ term: UnitTerm, power: Int) -> (String, ExactNumber)? {
    guard let own = ExactNumber(term.factor), let scale = ExactNumber("1" + String(repeating: "0", count: power)),
      let scaled = own.times(scale)
    else { return nil }
    guard let ratio = Units.standard.conversions.first(where: { $0.from.utf8.elementsEqual(term.base.utf8) }),
      let factor = ExactNumber(ratio.numerator).over(ExactNumber(ratio.denominator))?.times(scaled)
    else { return (term.base, scaled) }
    return (ratio.to, factor)
  }

  /// Whether a share, a ratio or the like: what two cities' figures never add up to, and time does not fill.
  package var isRatio: Bool {
    switch kind {
    case .percent, .points, .multiple, .rank, .temperature, .sound, .pressure, .voltage, .compound, .grade: true
    default: false
    }
  }

  /// Whether the units count the same thing: one dimension, or two counters of which either can stand for the other.
  func counts(like other: Measure) -> Bool {
    if dimension == other.dimension { return true }
    return Measure.interchangeable.contains { $0.contains(dimension) && $0.contains(other.dimension) }
  }

  /// The dimension, the same for counters of which either can stand for the other.
  var countedDimension: [Unicode.Scalar] {
    Measure.interchangeable.first { $0.contains(dimension) }.flatMap { $0.min { $0.lexicographicallyPrecedes($1) } }
      ?? dimension
  }

  /// Counters of things and of persons; 人次, 户 and 批次 count something else.
  private static let interchangeable = ["个 家 所 处 座 项", "人 名 位"].map {
    Set($0.split(separator: " ").map { Array($0.unicodeScalars) })
  }
}
