/// A date and time as a cell of type `d` writes it: `2021-01-01T10:10:10`, `2021-01-01`, `10:10:10`.
enum ISODate {
  /// The number that a sheet keeps for it; `nil` for what is no date, or before the sheet's first day.
  static func serial(_ text: String, system: SerialDate.System) -> DecimalNumber? {
    let bytes = Array(text.utf8.prefix(40))
    let parts = bytes.split(whereSeparator: { $0 == UInt8(ascii: "T") || $0 == UInt8(ascii: " ") })
    guard (1...2).contains(parts.count) else { return nil }
    var value = 0.0
    if parts[0].contains(UInt8(ascii: "-")) {
      let fields = numbers(parts[0], UInt8(ascii: "-"))
      guard fields.count == 3, (1900...9999).contains(fields[0]), (1...12).contains(fields[1]),
        (1...31).contains(fields[2])
      else { return nil }
      let days = SerialDate.days(year: fields[0], month: fields[1], day: fields[2])
      switch system {
      case .from1900: value = Double(days + (days < -25_508 ? 25_568 : 25_569))
      case .from1904: value = Double(days + 24_107)
      }
    }
    if let time = parts.last, time.contains(UInt8(ascii: ":")) {
      let fraction = time.split(separator: UInt8(ascii: "."), maxSplits: 1)
      let fields = numbers(fraction[0], UInt8(ascii: ":"))
      guard (2...3).contains(fields.count), (0...24).contains(fields[0]), (0...59).contains(fields[1]) else {
        return nil
      }
      var seconds = Double(fields[0] * 3_600 + fields[1] * 60 + (fields.count == 3 ? min(fields[2], 60) : 0))
      if fraction.count == 2 {
        let digits = fraction[1].prefix { (0x30...0x39).contains($0) }
        seconds += Double("0." + String(decoding: digits, as: UTF8.self)) ?? 0
      }
      value += seconds / 86_400
    }
    return value < 0 ? nil : DecimalNumber(String(value))
  }

  /// The numbers between separators; those that are none, such as one with a `Z` behind, end with their digits.
  private static func numbers(_ bytes: ArraySlice<UInt8>, _ separator: UInt8) -> [Int] {
    bytes.split(separator: separator).map { part in
      Int(String(decoding: part.prefix { (0x30...0x39).contains($0) }, as: UTF8.self)) ?? -1
    }
  }
}
