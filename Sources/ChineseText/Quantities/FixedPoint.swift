/// An exact decimal number that keeps the places it was written with: `digits` / 10^`places`.
struct FixedPoint: Sendable, Equatable {
  private(set) var digits: Int
  private(set) var places: Int

  init(_ digits: Int, places: Int = 0) {
    self.digits = digits
    self.places = places
  }

  /// The number times 10^`power`, or nil where it grows too large.
  func shifted(by power: Int) -> FixedPoint? {
    var result = self
    for _ in 0..<power {
      if result.places > 0 {
        result.places -= 1
      } else {
        let (product, overflow) = result.digits.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        result.digits = product
      }
    }
    return result
  }

  /// The sum of two whole numbers, or nil where one has a fraction or the sum grows too large.
  func adding(_ other: FixedPoint) -> FixedPoint? {
    guard places == 0, other.places == 0 else { return nil }
    let (sum, overflow) = digits.addingReportingOverflow(other.digits)
    return overflow ? nil : FixedPoint(sum)
  }

  var negated: FixedPoint { FixedPoint(-digits, places: places) }

  /// `numerator` / `denominator` in hundredths, rounded to six places without trailing zeros.
  static func percent(_ numerator: Int, of denominator: Int) -> FixedPoint? {
    guard denominator > 0, numerator >= 0, numerator < 1_000_000_000 else { return nil }
    let (scaled, overflow) = numerator.multipliedReportingOverflow(by: 100_000_000)
    if overflow { return nil }
    var digits = (scaled + denominator / 2) / denominator
    var places = 6
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places -= 1
    }
    return FixedPoint(digits, places: places)
  }

  /// The decimal string, trailing zeros kept.
  var text: String {
    if places == 0 { return String(digits) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: max(places, 20) + 3) { buffer in
      var start = buffer.count
      func prepend(_ byte: UInt8) {
        start -= 1
        buffer[start] = byte
      }
      var rest = digits.magnitude
      var written = 0
      repeat {
        if written == places { prepend(0x2E) }
        prepend(0x30 + UInt8(rest % 10))
        rest /= 10
        written += 1
      } while rest > 0 || written <= places
      if digits < 0 { prepend(0x2D) }
      return String(decoding: buffer[start...], as: UTF8.self)
    }
  }

  /// Whether this number is at most the other, nil where they are too large to say.
  func atMost(_ other: FixedPoint) -> Bool? {
    let common = max(places, other.places)
    guard let left = shifted(by: common), let right = other.shifted(by: common) else { return nil }
    return left.digits <= right.digits
  }
}
