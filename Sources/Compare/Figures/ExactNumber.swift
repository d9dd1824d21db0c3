import Plan

/// A number held exactly: a whole number over another, for quantities whose units stand in a ratio (a mu is 2000/3 m²).
package struct ExactNumber: Sendable, Equatable {
  private let numerator: Int128
  private let denominator: Int128

  private init?(_ numerator: Int128, over denominator: Int128) {
    guard denominator > 0 else { return nil }
    let divisor = Self.divisor(numerator.magnitude, denominator.magnitude)
    guard let common = Int128(exactly: divisor), common > 0 else { return nil }
    (self.numerator, self.denominator) = (numerator / common, denominator / common)
  }

  package init(_ whole: Int) { (numerator, denominator) = (Int128(whole), 1) }

  /// `nil` where the string is no decimal, or has more digits than 128 bits hold.
  package init?(_ decimal: String) {
    guard DecimalString.isWellFormed(decimal) else { return nil }
    var value: Int128 = 0
    var scale: Int128 = 1
    var isFraction = false
    for byte in decimal.utf8 where byte != UInt8(ascii: "-") {
      if byte == UInt8(ascii: ".") {
        isFraction = true
        continue
      }
      guard let next = Self.product(value, 10) else { return nil }
      let (sum, overflow) = next.addingReportingOverflow(Int128(byte - UInt8(ascii: "0")))
      guard !overflow else { return nil }
      value = sum
      if isFraction {
        guard let wider = Self.product(scale, 10) else { return nil }
        scale = wider
      }
    }
    self.init(decimal.utf8.first == UInt8(ascii: "-") ? -value : value, over: scale)
  }

  package var negated: ExactNumber { ExactNumber(-numerator, over: denominator) ?? self }
  /// To about fifteen digits.
  var approximation: Double { Double(numerator) / Double(denominator) }
  /// -1, 0 or 1.
  package var sign: Int { numerator.signum() == 0 ? 0 : numerator > 0 ? 1 : -1 }

  /// The product; `nil` where it has too many digits.
  func times(_ other: ExactNumber) -> ExactNumber? {
    guard let top = Self.product(numerator, other.numerator), let below = Self.product(denominator, other.denominator)
    else { return nil }
    return ExactNumber(top, over: below)
  }

  /// The quotient; `nil` where it has too many digits or `other` is not above zero.
  func over(_ other: ExactNumber) -> ExactNumber? {
    guard other.numerator > 0, let top = Self.product(numerator, other.denominator),
      let below = Self.product(denominator, other.numerator)
    else { return nil }
    return ExactNumber(top, over: below)
  }

  /// The difference; `nil` where it has too many digits.
  package func minus(_ other: ExactNumber) -> ExactNumber? {
    guard let a = Self.product(numerator, other.denominator), let b = Self.product(other.numerator, denominator),
      let below = Self.product(denominator, other.denominator)
    else { return nil }
    let (difference, overflow) = a.subtractingReportingOverflow(b)
    return overflow ? nil : ExactNumber(difference, over: below)
  }

  /// Below zero, zero or above it as the number is less than, equal to or more than `other`; `nil` where that takes too
  /// many digits.
  func compared(to other: ExactNumber) -> Int? { minus(other)?.sign }

  /// The decimal string, rounded half away from zero to some places, without superfluous zeros.
  package func rounded(places: Int) -> String? {
    var scale: Int128 = 1
    for _ in 0..<max(0, places) {
      guard let wider = Self.product(scale, 10) else { return nil }
      scale = wider
    }
    guard let scaled = Self.product(numerator, scale), let twice = Self.product(scaled < 0 ? -scaled : scaled, 2),
      let divisor = Self.product(denominator, 2)
    else { return nil }
    let (sum, overflow) = twice.addingReportingOverflow(denominator)
    guard !overflow else { return nil }
    let digits = sum / divisor
    var fraction = String(digits % scale)
    fraction = String(repeating: "0", count: max(0, places - fraction.utf8.count)) + fraction
    while fraction.utf8.last == UInt8(ascii: "0") { fraction.removeLast() }
    let whole = String(digits / scale)
    return (scaled < 0 && digits > 0 ? "-" : "") + whole + (places == 0 || fraction.isEmpty ? "" : "." + fraction)
  }

  private static func product(_ a: Int128, _ b: Int128) -> Int128? {
    let (value, overflow) = a.multipliedReportingOverflow(by: b)
    return overflow || value == .min ? nil : value
  }

  private static func divisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
    var (x, y) = (a, b)
    while y > 0 { (x, y) = (y, x % y) }
    return max(x, 1)
  }
}
