/// Prints whole numbers as documents write them, so that the reading can be held against it.
enum NumeralPrinter {
  /// 一万零二百, 三亿五千万; below 10^16.
  static func chinese(_ number: Int, two: String = "二") -> String {
    guard number > 0 else { return "零" }
    let high = number / 100_000_000
    let low = number % 100_000_000
    guard high > 0 else { return belowHundredMillion(number, two: two) }
    let gap = low > 0 && low < 10_000_000 ? "零" : ""
    return belowHundredMillion(high, two: two) + "亿" + gap + (low > 0 ? belowHundredMillion(low, two: two) : "")
  }

  private static func belowHundredMillion(_ number: Int, two: String) -> String {
    let high = number / 10_000
    let low = number % 10_000
    guard high > 0 else { return section(number, two: two) }
    let gap = low > 0 && low < 1000 ? "零" : ""
    return section(high, two: two) + "万" + gap + (low > 0 ? section(low, two: two) : "")
  }

  private static func section(_ number: Int, two: String) -> String {
    let digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    var result = ""
    var isGap = false
    for (power, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
      let digit = number / power % 10
      if digit == 0 {
        isGap = !result.isEmpty
        continue
      }
      if isGap { result += "零" }
      isGap = false
      result += (digit == 2 && power >= 100 ? two : digits[digit]) + name
    }
    return result.hasPrefix("一十") ? String(result.dropFirst()) : result
  }

  /// The same as on a cheque: 壹佰贰拾万.
  static func formal(_ number: Int) -> String {
    var printed = chinese(number)
    if printed.hasPrefix("十") { printed = "一" + printed }
    let formal: [Character: Character] = [
      "一": "壹", "二": "贰", "三": "叁", "四": "肆", "五": "伍", "六": "陆", "七": "柒", "八": "捌", "九": "玖", "十": "拾", "百": "佰",
      "千": "仟",
    ]
    return String(printed.map { formal[$0] ?? $0 })
  }

  /// 12,345,678
  static func grouped(_ number: Int, by separator: String) -> String {
    let digits = Array(String(number))
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += separator }
      result.append(digit)
    }
    return result
  }

  /// 1.25亿 for 125000000: the number in units of 10^`power`, without trailing zeros.
  static func scaled(_ number: Int, power: Int, word: String) -> String {
    var digits = String(number)
    while digits.count <= power { digits = "0" + digits }
    let whole = digits.dropLast(power)
    var fraction = String(digits.suffix(power))
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return whole + (fraction.isEmpty ? "" : "." + fraction) + word
  }

  /// 1亿2345万6789
  static func mixed(_ number: Int) -> String {
    let parts = [(number / 100_000_000, "亿"), (number / 10_000 % 10_000, "万"), (number % 10_000, "")]
    return parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
  }
}
