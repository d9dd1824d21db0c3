/// A day and a time of it, counted from a sheet's first day.
struct SerialDate {
  /// Which day a workbook counts from.
  enum System {
    /// Day 1 is 1 January 1900, and a 29 February 1900 that never was is day 60.
    case from1900
    /// Day 0 is 1 January 1904.
    case from1904
  }

  let year: Int
  let month: Int
  let day: Int
  /// From Sunday, which is 0.
  let weekday: Int
  /// Since midnight.
  let milliseconds: Int
  /// Since the first day's beginning.
  let total: Int

  private static let dayLength = 86_400_000

  /// The date of a number; `nil` for one before the first day or after the year 9999, which a sheet shows as no date.
  ///
  /// - Parameter unit: milliseconds that the time is rounded to; `nil` where only the day is shown.
  init?(_ value: Double, system: System, roundedTo unit: Int?) {
    guard value >= 0, value < 2_958_466 else { return nil }
    let exact = Int((value * Double(Self.dayLength)).rounded())
    let rounded = unit.map { (exact + $0 / 2) / $0 * $0 } ?? exact
    let serial = unit == nil ? Int(value) : rounded / Self.dayLength
    total = rounded
    milliseconds = rounded % Self.dayLength
    switch system {
    case .from1904:
      (year, month, day) = Self.civil(serial - 24_107)
      // 1 January 1904 was a Friday.
      weekday = (serial + 5) % 7
    case .from1900:
      // Day 0, which a time without a date has, is shown as 0 January.
      if serial == 0 {
        (year, month, day) = (1900, 1, 0)
      } else if serial == 60 {
        (year, month, day) = (1900, 2, 29)
      } else {
        (year, month, day) = Self.civil(serial - (serial < 60 ? 25_568 : 25_569))
      }
      weekday = (serial + 6) % 7
    }
  }

  /// Year, month and day of a day counted from 1 January 1970.
  static func civil(_ days: Int) -> (Int, Int, Int) {
    // Counted from 1 March of the year 0, so that the leap day is the last of its year; an era is 400 years.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The day of a date, counted from 1 January 1970; the month's number is 1 to 12.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}
