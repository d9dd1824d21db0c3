/// One of the sections of a number format's code, with what its brackets say.
struct FormatSection {
  /// Which numbers the section is for: `[>=100]`.
  struct Condition {
    let sign: String
    let operand: Double

    func holds(for value: Double) -> Bool {
      switch sign {
      case "<": value < operand
      case "<=": value <= operand
      case ">": value > operand
      case ">=": value >= operand
      case "<>": value != operand
      default: value == operand
      }
    }

    /// Whether it holds for negative numbers alone, whose sign is then for the section to show.
    var isNegativeOnly: Bool {
      switch sign {
      case "<": operand <= 0
      case "<=", "=": operand < 0
      default: false
      }
    }
  }

  var tokens: [FormatToken] = []
  var condition: Condition?
  var digits: SheetDigits = .western
  /// Whether names of months and days are Chinese.
  var isChinese = false

  var isOfDates: Bool { tokens.contains(where: \.isOfDates) }
  var isOfText: Bool { tokens.contains(.text) }
}
