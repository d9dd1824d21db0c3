/// A piece of a number format's code.
enum FormatToken: Equatable {
  /// What stands for a digit, and what is shown where the number has none there.
  enum Placeholder: Equatable {
    case zero, nothing, blank
  }

  /// What of a date or time is shown.
  enum Field: Equatable {
    case year, month, day, weekday, hour, minute, second
  }

  case literal(String)
  case digit(Placeholder)
  case point, comma, percent, slash
  /// `E+` and `E-`; whether a plus sign is shown.
  case exponent(showsPlus: Bool)
  /// The number as a cell without a format shows it.
  case general
  /// The cell's text.
  case text
  /// A field, with how many letters it is written.
  case field(Field, count: Int)
  /// All hours, minutes or seconds since the beginning, not those of a day.
  case elapsed(Field, count: Int)
  /// The half of the day, in two words.
  case dayHalf(String, String)

  /// Whether only a date or a time has it.
  var isOfDates: Bool {
    switch self {
    case .field, .elapsed, .dayHalf: true
    default: false
    }
  }
}
