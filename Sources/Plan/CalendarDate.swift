/// A day of the Gregorian calendar, written `YYYY-MM-DD` (ISO 8601-1, GB/T 7408.1).
public struct CalendarDate: Sendable, Hashable, Comparable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// `nil` where there is no such day; years run from 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.days(in: month, of: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  public init?(_ string: String) {
    var (numbers, count) = ((0, 0, 0), 0)
    for byte in string.utf8 {
      count += 1
      switch (count, byte) {
      case (5, UInt8(ascii: "-")), (8, UInt8(ascii: "-")): continue
      case (1...4, 48...57): numbers.0 = numbers.0 * 10 + Int(byte - 48)
      case (6...7, 48...57): numbers.1 = numbers.1 * 10 + Int(byte - 48)
      case (9...10, 48...57): numbers.2 = numbers.2 * 10 + Int(byte - 48)
      default: return nil
      }
    }
    guard count == 10 else { return nil }
    self.init(year: numbers.0, month: numbers.1, day: numbers.2)
  }

  public static func isWellFormed(_ string: String) -> Bool { CalendarDate(string) != nil }

  public static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public var description: String { digits(separator: "-") }
  /// `YYYYMMDD`, as it stands in ids.
  public var compact: String { digits(separator: "") }

  private func digits(separator: String) -> String {
    let pad = { (value: Int, width: Int) in
      String(repeating: "0", count: max(0, width - String(value).utf8.count)) + String(value)
    }
    return [pad(year, 4), pad(month, 2), pad(day, 2)].joined(separator: separator)
  }

  public static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }
}
