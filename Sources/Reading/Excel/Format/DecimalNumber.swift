/// A number as a workbook stores it, exact to the fifteen digits that a sheet shows.
///
/// A sheet keeps binary numbers and writes up to seventeen digits of them (`0.10000000000000001`); all but fifteen are
/// noise. Working on the digits keeps every figure as it is shown, which printing a Double does not.
struct DecimalNumber: Equatable {
  var isNegative: Bool
  /// Values 0 to 9, without zeros at either end; empty for zero.
  private(set) var digits: [UInt8] = []
  /// How many of the digits stand before the decimal point; negative where zeros follow it.
  private(set) var point = 0

  var isZero: Bool { digits.isEmpty }

  /// A number written with an optional sign, fraction and exponent; `nil` for anything else.
  init?(_ text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    var hasPoint = false
    var hasDigits = false
    scan: while let byte = bytes.first {
      switch byte {
      case 0x30...0x39:
        hasDigits = true
        if digits.isEmpty, byte == 0x30 {
          if hasPoint { point -= 1 }
        } else {
          // More digits than a sheet can hold change nothing that is shown.
          if digits.count < 40 { digits.append(byte - 0x30) }
          if !hasPoint { point += 1 }
        }
      case UInt8(ascii: ".") where !hasPoint: hasPoint = true
      default: break scan
      }
      bytes.removeFirst()
    }
    guard hasDigits, let exponent = Self.exponent(bytes) else { return nil }
    point += exponent
    // Beyond what a binary number can hold, a sheet would not have written it.
    guard digits.isEmpty || (-400...400).contains(point) else { return nil }
    round(toCount: 15)
    if isZero { isNegative = false }
  }

  /// A whole number.
  init(_ value: Int) {
    isNegative = value < 0
    digits = String(value.magnitude).utf8.map { $0 - 0x30 }
    point = digits.count
    trim()
  }

  private static func exponent(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let mark = bytes.first else { return 0 }
    guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E"), bytes.count < 8 else { return nil }
    return Int(String(decoding: bytes.dropFirst(), as: UTF8.self))
  }

  /// The number times a power of ten.
  func shifted(by places: Int) -> DecimalNumber {
    var result = self
    if !isZero { result.point += places }
    return result
  }

  /// The number with so many digits after the point, halves away from zero.
  func rounded(toPlaces places: Int) -> DecimalNumber {
    var result = self
    result.round(toCount: point + places)
    return result
  }

  /// The digits before the point; none for a number below 1.
  var whole: [UInt8] {
    point <= 0 ? [] : (0..<point).map { $0 < digits.count ? digits[$0] : 0 }
  }

  /// The first `count` digits after the point.
  func fraction(_ count: Int) -> [UInt8] {
    (0..<max(0, count)).map { place in
      let index = point + place
      return digits.indices.contains(index) ? digits[index] : 0
    }
  }

  /// How many digits stand after the point.
  var places: Int { max(0, digits.count - point) }

  /// The number as a cell without a format shows it, with all its digits.
  var general: String {
    if point > 20 || (point < -8 && !isZero) { return (isNegative ? "-" : "") + scientific }
    var text = isNegative && !isZero ? "-" : ""
    text += whole.isEmpty ? "0" : Self.text(whole)
    if places > 0 { text += "." + Self.text(fraction(places)) }
    return text
  }

  private var scientific: String {
    let exponent = point - 1
    let tail = digits.dropFirst()
    return Self.text(digits.prefix(1)) + (tail.isEmpty ? "" : "." + Self.text(tail))
      + (exponent < 0 ? "E-" : "E+") + (exponent.magnitude < 10 ? "0" : "") + String(exponent.magnitude)
  }

  static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }

  private mutating func round(toCount count: Int) {
    guard count < digits.count else { return trim() }
    guard count >= 0 else {
      digits = []
      return trim()
    }
    let isUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if isUp {
      while digits.last == 9 { digits.removeLast() }
      if let last = digits.indices.last {
        digits[last] += 1
      } else {
        digits = [1]
        point += 1
      }
    }
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { point = 0 }
  }
}
