/// What a unit measures.
public enum UnitKind: String, Sendable, CaseIterable {
  case money, area, length, mass, energy, power, voltage, pressure, volume, time, temperature, sound, data
  /// A share of a hundred or of a thousand: `%`, `‰`, `成`.
  case percent
  /// A difference of two shares: `个百分点`.
  case points
  /// A multiple of another value: `倍`, `番`.
  case multiple
  /// A place in an order: `位次`. (`位` and `名` are counters; the words before them tell.)
  case rank
  /// A counted thing: `个`, `家`, `人次`.
  case counter
  /// A class of things: `吨级`.
  case grade
  /// What makes a name or a date of a number and never an amount: `号`, `届`, `岁`.
  case label
  /// Two units and a slash: `元/亩`.
  case compound
}

/// One bare unit of the vocabulary, without a scale word.
public struct UnitTerm: Sendable, Equatable {
  /// The unit as documents write it.
  public let term: String
  /// What it measures.
  public let kind: UnitKind
  /// The unit as records write it: in ASCII forms, `％` is `%`.
  public let symbol: String
  /// The unit that amounts are compared in: `CNY`, `m2`, `%`; a counter is its own base.
  public let base: String
  /// How many of the base one is, a decimal string.
  public let factor: String
}

/// A word that multiplies the unit after it: `万` is 10000.
public struct ScaleWord: Sendable, Equatable {
  /// The word.
  public let term: String
  /// What it multiplies by, a decimal string: a power of ten.
  public let factor: String
  /// The power of ten.
  public let power: Int
}

/// How many of one base another is, exactly: a mu is 2000/3 square metres.
public struct UnitConversion: Sendable, Equatable {
  /// The base converted from and the one converted to.
  public let from: String
  public let to: String
  /// One of `from` is `numerator` / `denominator` of `to`; both are positive.
  public let numerator: Int
  public let denominator: Int
}

/// The terms that follow a number, and the scale words before them.
public struct Units: Sendable {
  /// Every bare unit, in the order of the file.
  public let terms: [UnitTerm]
  /// Every scale word, in the order of the file.
  public let scales: [ScaleWord]
  /// The exact ratios between bases that measure the same.
  public let conversions: [UnitConversion]
  let termTable: TermTable<UnitTerm>
  let scaleTable: TermTable<ScaleWord>

  /// The units of this version of the format; a damaged file ends the process.
  public static let standard: Units = builtIn("units", PackageResources.units_yaml, Units.init(yaml:))

  init(terms: [UnitTerm], scales: [ScaleWord], conversions: [UnitConversion]) {
    self.terms = terms
    self.scales = scales
    self.conversions = conversions
    termTable = TermTable(terms.map { ($0.term, $0) })
    scaleTable = TermTable(scales.map { ($0.term, $0) })
  }

  /// The ratio of one base to another, in either direction; nil where they do not measure the same by a fixed ratio.
  public func conversion(from: String, to: String) -> UnitConversion? {
    if from == to { return UnitConversion(from: from, to: to, numerator: 1, denominator: 1) }
    for ratio in conversions {
      if ratio.from == from, ratio.to == to { return ratio }
      if ratio.from == to, ratio.to == from {
        return UnitConversion(from: from, to: to, numerator: ratio.denominator, denominator: ratio.numerator)
      }
    }
    return nil
  }

  /// The longest bare unit that stands at `start`, with its length in scalars.
  public func term(in text: [Unicode.Scalar], at start: Int) -> (length: Int, term: UnitTerm)? {
    termTable.longest(in: text, at: start).map { ($0.length, $0.value) }
  }

  /// The longest scale word that stands at `start`, with its length in scalars.
  public func scale(in text: [Unicode.Scalar], at start: Int) -> (length: Int, scale: ScaleWord)? {
    scaleTable.longest(in: text, at: start).map { ($0.length, $0.value) }
  }
}
