/// Fills the places of a format with the digits of a number: `#,##0.00`.
///
/// What stands among the places (`000-0000`, `0"."0,`) stays between the digits; the first place takes all digits that
/// have none of their own.
struct DigitPattern {
  private let whole: [FormatToken]
  private let fraction: [FormatToken]
  private let isGrouped: Bool
  /// The powers of ten that commas and percent signs ask for.
  let shift: Int

  /// Whether it has a place for a digit at all.
  var hasPlaces: Bool { whole.contains(where: \.isPlace) || fraction.contains(where: \.isPlace) }
  /// How many places stand before and after the point.
  var wholePlaces: Int { whole.filter(\.isPlace).count }
  var fractionPlaces: Int { fraction.filter(\.isPlace).count }

  init(_ tokens: [FormatToken]) {
    let point = tokens.firstIndex(of: .point)
    let lastPlace = tokens.lastIndex(where: \.isPlace) ?? -1
    let firstPlace = tokens.firstIndex(where: \.isPlace) ?? tokens.count
    var whole: [FormatToken] = []
    var fraction: [FormatToken] = []
    var isGrouped = false
    var shift = 0
    for (index, token) in tokens.enumerated() {
      let isFraction = point.map { index >= $0 } ?? false
      var kept = token
      if token == .percent { shift += 2 }
      if token == .comma, index > firstPlace {
        // Behind the last place of its side it divides by a thousand; between places it parts thousands.
        let rest = tokens[(index + 1)...].prefix { $0 != .point }
        if index > lastPlace || (!isFraction && !rest.contains(where: \.isPlace)) {
          shift -= 3
        } else if !isFraction {
          isGrouped = true
        }
        continue
      }
      if token == .comma { kept = .literal(",") }
      if isFraction { fraction.append(kept) } else { whole.append(kept) }
    }
    self.whole = whole
    self.fraction = fraction
    self.isGrouped = isGrouped
    self.shift = shift
  }

  /// The number in the pattern, without its sign.
  func filled(with number: DecimalNumber, digits: SheetDigits = .western) -> String {
    let value = number.shifted(by: shift).rounded(toPlaces: fractionPlaces)
    return wholeText(value.whole, digits) + fractionText(value.fraction(fractionPlaces), digits)
  }

  private func wholeText(_ values: [UInt8], _ digits: SheetDigits) -> String {
    var rest = values
    var places = wholePlaces
    var written = 0
    // From the right to the left; each piece is put in front.
    var pieces: [String] = []
    func put(_ digit: String) {
      if isGrouped, written > 0, written % 3 == 0 { pieces.append(",") }
      pieces.append(digits.positional(digit))
      written += 1
    }
    for token in whole.reversed() {
      guard case .digit(let placeholder) = token else {
        pieces.append(token.literalText)
        continue
      }
      places -= 1
      if let digit = rest.popLast() {
        put(String(digit))
      } else {
        switch placeholder {
        case .zero: put("0")
        case .blank: pieces.append(" ")
        case .nothing: break
        }
      }
      while places == 0, let digit = rest.popLast() { put(String(digit)) }
    }
    return pieces.reversed().joined()
  }

  private func fractionText(_ values: [UInt8], _ digits: SheetDigits) -> String {
    var kept = values.count
    for token in fraction.reversed() {
      guard case .digit(let placeholder) = token, kept > 0 else { continue }
      if placeholder == .zero || values[kept - 1] != 0 { break }
      kept -= 1
    }
    var text = ""
    var index = 0
    for token in fraction {
      if case .digit(let placeholder) = token {
        if index < kept, index < values.count {
          text += digits.positional(String(values[index]))
        } else if placeholder == .blank {
          text += " "
        }
        index += 1
      } else {
        text += token.literalText
      }
    }
    // Places before the point alone leave the digits after it unsaid.
    return text
  }
}

extension FormatToken {
  var isPlace: Bool { if case .digit = self { true } else { false } }

  /// What it shows where it has no part in the digits.
  var literalText: String {
    switch self {
    case .literal(let text): text
    case .point: "."
    case .percent: "%"
    case .slash: "/"
    case .comma, .digit, .exponent, .general, .text, .field, .elapsed, .dayHalf: ""
    }
  }
}
