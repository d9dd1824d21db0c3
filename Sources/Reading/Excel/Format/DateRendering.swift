/// Shows a number by a section of a format that asks for a date or a time.
struct DateRendering {
  let section: FormatSection
  let system: SerialDate.System

  /// The text; `nil` for a number that is no date.
  func text(_ value: Double) -> String? {
    let tokens = resolved
    let decimals = fractionDigits(tokens)
    let hasTime = tokens.contains {
      switch $0 {
      case .field(let field, _): field == .hour || field == .minute || field == .second
      case .elapsed, .dayHalf: true
      default: false
      }
    }
    let unit = [1_000, 100, 10, 1][min(decimals, 3)]
    guard let date = SerialDate(value, system: system, roundedTo: hasTime ? unit : nil) else { return nil }
    let isHalved = tokens.contains { if case .dayHalf = $0 { true } else { false } }
    var text = ""
    var isAfterSecond = false
    var fraction = false
    var written = 0
    for token in tokens {
      switch token {
      case .field(let field, let count): text += shown(field, count, of: date, isHalved: isHalved)
      case .elapsed(let field, let count): text += elapsed(field, count, of: date)
      case .dayHalf(let before, let after): text += date.milliseconds < 43_200_000 ? before : after
      case .literal(let literal): text += literal
      case .point:
        fraction = isAfterSecond
        text += "."
      case .digit:
        // Digits that no second stands before are no part of a date.
        if fraction, written < 3 {
          let digits = padded(date.milliseconds % 1_000, 3)
          text += section.digits.positional(String(digits[digits.index(digits.startIndex, offsetBy: written)]))
          written += 1
        } else {
          text += "0"
        }
      case .comma: text += ","
      case .slash: text += "/"
      case .percent: text += "%"
      case .exponent, .general, .text: break
      }
      isAfterSecond = token.isSecond
    }
    return text
  }

  /// The tokens with each `m` told apart: after an hour or before a second it is a minute.
  private var resolved: [FormatToken] {
    var tokens = section.tokens
    var isAfterHour = false
    for index in tokens.indices {
      switch tokens[index] {
      case .field(.month, let count):
        let next = tokens[(index + 1)...].first(where: \.isOfDates)
        if count <= 2, isAfterHour || next?.isSecond == true { tokens[index] = .field(.minute, count: count) }
        isAfterHour = false
      case .field(.hour, _), .elapsed(.hour, _): isAfterHour = true
      case .field, .elapsed: isAfterHour = false
      default: break
      }
    }
    return tokens
  }

  private func fractionDigits(_ tokens: [FormatToken]) -> Int {
    for (index, token) in tokens.enumerated() where token.isSecond {
      guard tokens.dropFirst(index + 1).first == .point else { continue }
      return tokens.dropFirst(index + 2).prefix { if case .digit = $0 { true } else { false } }.count
    }
    return 0
  }

  private func shown(_ field: FormatToken.Field, _ count: Int, of date: SerialDate, isHalved: Bool) -> String {
    switch field {
    case .year:
      let year = padded(date.year, 4)
      return section.digits.positional(count <= 2 ? String(year.suffix(2)) : year)
    case .month: return count <= 2 ? number(date.month, count) : monthName(date.month, count)
    case .day: return count <= 2 ? number(date.day, count) : weekdayName(date.weekday, isShort: count == 3)
    // Letters that only Chinese formats have: 三, 星期三.
    case .weekday: return (count == 3 ? "" : "星期") + Self.chineseWeekdays[date.weekday]
    case .hour:
      let hour = date.milliseconds / 3_600_000
      return number(isHalved ? (hour + 11) % 12 + 1 : hour, count)
    case .minute: return number(date.milliseconds / 60_000 % 60, count)
    case .second: return number(date.milliseconds / 1_000 % 60, count)
    }
  }

  private func elapsed(_ field: FormatToken.Field, _ count: Int, of date: SerialDate) -> String {
    let length =
      switch field {
      case .hour: 3_600_000
      case .minute: 60_000
      default: 1_000
      }
    return section.digits.positional(padded(date.total / length, count))
  }

  private func number(_ value: Int, _ count: Int) -> String {
    switch section.digits {
    case .chinese, .formal: section.digits.spoken(DecimalNumber(value), dropsOne: true)
    case .western, .fullWidth: section.digits.positional(padded(value, count))
    }
  }

  private func padded(_ value: Int, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, min(count, 16) - text.utf8.count)) + text
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  private static let weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
  private static let chineseWeekdays = ["日", "一", "二", "三", "四", "五", "六"]

  private func monthName(_ month: Int, _ count: Int) -> String {
    if section.isChinese { return SheetDigits.chinese.spoken(DecimalNumber(month), dropsOne: true) + "月" }
    let name = Self.months[month - 1]
    return switch count {
    case 3: String(name.prefix(3))
    case 5: String(name.prefix(1))
    default: name
    }
  }

  private func weekdayName(_ weekday: Int, isShort: Bool) -> String {
    if section.isChinese { return (isShort ? "周" : "星期") + Self.chineseWeekdays[weekday] }
    return isShort ? String(Self.weekdays[weekday].prefix(3)) : Self.weekdays[weekday]
  }
}

extension FormatToken {
  fileprivate var isSecond: Bool {
    switch self {
    case .field(.second, _), .elapsed(.second, _): true
    default: false
    }
  }
}
