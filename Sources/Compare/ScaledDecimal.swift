import Plan

/// A decimal number and a power of ten, joined exactly: 5000 and 万 are 50000000.
struct ScaledDecimal: Sendable {
  /// Without superfluous zeros, so that equal numbers are equal strings.
  let text: String
  let number: DecimalString

  /// `nil` where the string is no decimal.
  init?(_ decimal: String, power: Int = 0) {
    guard DecimalString.isWellFormed(decimal) else { return nil }
    let isNegative = decimal.utf8.first == UInt8(ascii: "-")
    let parts = (isNegative ? decimal.dropFirst() : decimal[...]).utf8.split(separator: UInt8(ascii: "."))
    let zero = UInt8(ascii: "0")
    var whole = parts.first.map(Array.init) ?? []
    var fraction = parts.count > 1 ? Array(parts[1]) : []
    for _ in 0..<max(0, min(power, 64)) { whole.append(fraction.isEmpty ? zero : fraction.removeFirst()) }
    let kept = Array(whole.drop { $0 == zero })
    while fraction.last == zero { fraction.removeLast() }
    var out = kept.isEmpty ? [zero] : kept
    if !fraction.isEmpty { out += [UInt8(ascii: ".")] + fraction }
    if isNegative, out != [zero] { out.insert(UInt8(ascii: "-"), at: 0) }
    text = String(decoding: out, as: UTF8.self)
    guard let number = DecimalString(text) else { return nil }
    self.number = number
  }

  /// The number as digits over ten to a power; `nil` where it has more than 18 digits.
  private var digits: (value: Int128, places: Int)? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."))
    let places = parts.count > 1 ? parts[1].count : 0
    let plain = parts.flatMap { $0 }.filter { $0 != UInt8(ascii: "-") }
    guard plain.count <= 18, places <= 12 else { return nil }
    let value = plain.reduce(Int128(0)) { $0 * 10 + Int128($1 - UInt8(ascii: "0")) }
    return (text.utf8.first == UInt8(ascii: "-") ? -value : value, places)
  }

  /// By how many percent `new` lies above `old`, exact, rounded half away from zero to one place: `+20%`, `-3.2%`.
  ///
  /// `nil` where `old` is zero or negative, or the numbers are too long.
  static func percentChange(from old: ScaledDecimal, to new: ScaledDecimal) -> String? {
    guard let a = old.digits, let b = new.digits, a.value > 0 else { return nil }
    let places = max(a.places, b.places)
    let scale = { (number: (value: Int128, places: Int)) in
      (0..<places - number.places).reduce(number.value) { value, _ in value * 10 }
    }
    let (from, to) = (scale(a), scale(b))
    let (thousand, overflow) = (to - from).multipliedReportingOverflow(by: 1000)
    guard !overflow else { return nil }
    let magnitude = (thousand.magnitude * 2 + from.magnitude) / (from.magnitude * 2)
    let tenths = magnitude % 10
    let sign = magnitude == 0 ? "" : thousand < 0 ? "-" : "+"
    return sign + String(magnitude / 10) + (tenths == 0 ? "" : "." + String(tenths)) + "%"
  }
}
