/// Shows a number without its sign by a section of a format that asks for no date.
struct NumberRendering {
  let section: FormatSection

  func text(_ number: DecimalNumber) -> String {
    let tokens = section.tokens
    if let slash = tokens.firstIndex(of: .slash), let text = fraction(number, slash: slash) { return text }
    if let exponent = tokens.firstIndex(where: { if case .exponent = $0 { true } else { false } }),
      tokens[..<exponent].contains(where: \.isPlace)
    {
      return scientific(number, exponent: exponent)
    }
    if tokens.contains(.general) || tokens.contains(.text) {
      return tokens.map { $0 == .general || $0 == .text ? section.digits.spoken(number) : $0.literalText }.joined()
    }
    return DigitPattern(tokens).filled(with: number, digits: section.digits)
  }

  /// `0.00E+00`; several places before the point keep the exponent a multiple of their number.
  private func scientific(_ number: DecimalNumber, exponent mark: Int) -> String {
    let mantissa = DigitPattern(Array(section.tokens[..<mark]))
    let rest = section.tokens[(mark + 1)...]
    let step = max(1, mantissa.wholePlaces)
    func exponent(of value: DecimalNumber) -> Int {
      guard !value.isZero else { return 0 }
      let first = value.point - 1
      return step == 1 ? first : (first >= 0 ? first / step : (first - step + 1) / step) * step
    }
    var power = exponent(of: number)
    let rounded = number.shifted(by: -power).rounded(toPlaces: mantissa.fractionPlaces)
    power += exponent(of: rounded)
    let digits = rest.prefix(while: \.isPlace)
    let tail = rest.dropFirst(digits.count)
    var showsPlus = false
    if case .exponent(let shows) = section.tokens[mark] { showsPlus = shows }
    let sign = power < 0 ? "-" : showsPlus ? "+" : ""
    return mantissa.filled(with: number.shifted(by: -power)) + "E" + sign
      + DigitPattern(Array(digits)).filled(with: DecimalNumber(Int(power.magnitude)))
      + tail.map(\.literalText).joined()
  }

  /// `# ?/?` and `# ??/16`; `nil` where the slash parts no two numbers.
  private func fraction(_ number: DecimalNumber, slash: Int) -> String? {
    let tokens = section.tokens
    var start = slash
    while start > 0, tokens[start - 1].isPlace { start -= 1 }
    guard start < slash else { return nil }
    let below = tokens[(slash + 1)...]
    let places = below.prefix(while: \.isPlace).count
    let fixed = Self.fixedDenominator(below)
    guard places > 0 || fixed != nil else { return nil }

    let front = tokens[..<start]
    let hasWhole = front.contains(where: \.isPlace)
    var whole = hasWhole ? number.whole : []
    let digits = number.fraction(min(15, number.places))
    let scale = digits.reduce(1) { power, _ in power * 10 }
    var part = (digits.reduce(0) { $0 * 10 + Int($1) }, scale)
    if let fixed {
      part = (Int((Double(part.0) / Double(part.1) * Double(fixed)).rounded()), fixed)
    } else {
      part = Self.nearest(part.0, part.1, limit: [9, 99, 999, 9_999][min(places, 4) - 1])
    }
    if hasWhole, part.0 == part.1 {
      part.0 = 0
      whole = DecimalNumber((Int(DecimalNumber.text(whole)) ?? 0) + 1).whole
    }
    if !hasWhole {
      // A number too large for a fraction is shown as it is.
      guard let all = Int(DecimalNumber.text([0] + number.whole)) else { return number.general }
      let (product, overflow) = all.multipliedReportingOverflow(by: part.1)
      guard !overflow, product < .max - part.0 else { return number.general }
      part.0 += product
    }
    let wholeNumber = DecimalNumber(DecimalNumber.text([0] + whole)) ?? DecimalNumber(0)
    let tail = below.dropFirst(places > 0 ? places : 1).map(\.literalText).joined()
    var text = ""
    if hasWhole, !wholeNumber.isZero || part.0 == 0 { text += wholeNumber.general }
    if part.0 != 0 || !hasWhole {
      if !text.isEmpty { text += " " }
      text += "\(part.0)/\(part.1)"
    }
    return front.prefix { !$0.isPlace }.map(\.literalText).joined() + text + tail
  }

  private static func fixedDenominator(_ tokens: ArraySlice<FormatToken>) -> Int? {
    guard case .literal(let text)? = tokens.first else { return nil }
    let zeros = tokens.dropFirst().prefix { $0 == .digit(.zero) }.count
    guard text.utf8.count + zeros < 8, let value = Int(text + String(repeating: "0", count: zeros)), value > 0 else {
      return nil
    }
    return value
  }

  /// The fraction nearest to `above / below` whose denominator is at most `limit`, by its continued fraction.
  private static func nearest(_ above: Int, _ below: Int, limit: Int) -> (Int, Int) {
    var (numerator, denominator) = (above, below)
    var (last, known) = ((0, 1), (1, 0))
    while denominator != 0 {
      let quotient = numerator / denominator
      let next = (quotient * known.0 + last.0, quotient * known.1 + last.1)
      if next.1 > limit {
        // The largest step that still fits may lie nearer than the last whole one.
        let step = (limit - last.1) / max(1, known.1)
        let between = (step * known.0 + last.0, step * known.1 + last.1)
        let target = Double(above) / Double(below)
        func distance(_ part: (Int, Int)) -> Double {
          part.1 == 0 ? .infinity : abs(Double(part.0) / Double(part.1) - target)
        }
        return distance(between) < distance(known) ? between : known
      }
      (last, known) = (known, next)
      (numerator, denominator) = (denominator, numerator % denominator)
    }
    return known
  }
}
