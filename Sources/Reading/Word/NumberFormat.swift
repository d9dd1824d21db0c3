/// How the numbers of a list are written (ST_NumberFormat, ECMA-376 part 1, 17.18.59).
///
/// Numbers that a format has no form for, and formats of other languages, are decimal.
enum NumberFormat: String {
  case decimal, decimalZero, decimalFullWidth, decimalFullWidth2
  case upperRoman, lowerRoman, upperLetter, lowerLetter
  case decimalEnclosedCircle, decimalEnclosedCircleChinese, decimalEnclosedFullstop, decimalEnclosedParen
  case chineseCounting, taiwaneseCounting, chineseCountingThousand, taiwaneseCountingThousand, japaneseCounting
  case chineseLegalSimplified, ideographLegalTraditional
  case ideographDigital, japaneseDigitalTenThousand, taiwaneseDigital
  case ideographTraditional, ideographZodiac, ideographEnclosedCircle
  case bullet, none

  /// The number as it is written.
  func text(_ number: Int) -> String {
    let written: String? =
      switch self {
      case .decimal, .bullet: nil
      case .none: ""
      case .decimalZero: (0...9).contains(number) ? "0\(number)" : nil
      case .decimalFullWidth, .decimalFullWidth2: Self.digits(number, "０１２３４５６７８９")
      case .upperRoman: Self.roman(number)
      case .lowerRoman: Self.roman(number)?.lowercased()
      case .upperLetter: Self.letters(number)
      case .lowerLetter: Self.letters(number)?.lowercased()
      case .decimalEnclosedCircle, .decimalEnclosedCircleChinese: Self.pick(number, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
      case .decimalEnclosedFullstop: Self.pick(number, "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛")
      case .decimalEnclosedParen: Self.pick(number, "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇")
      case .ideographTraditional: Self.pick(number, "甲乙丙丁戊己庚辛壬癸")
      case .ideographZodiac: Self.pick(number, "子丑寅卯辰巳午未申酉戌亥")
      case .ideographEnclosedCircle: Self.pick(number, "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉")
      case .chineseCounting, .taiwaneseCounting:
        number < 100 ? Self.counting(number, .plain) : Self.digits(number, Self.plainDigits)
      case .chineseCountingThousand: Self.counting(number, .plain)
      case .taiwaneseCountingThousand: Self.counting(number, Numerals(digits: "零一二三四五六七八九"))
      case .japaneseCounting: Self.counting(number, Numerals(dropsOne: true, zero: ""))
      case .chineseLegalSimplified: Self.counting(number, Numerals(digits: "零壹贰叁肆伍陆柒捌玖", units: "拾佰仟"))
      case .ideographLegalTraditional: Self.counting(number, Numerals(digits: "零壹貳參肆伍陸柒捌玖", units: "拾佰仟"))
      case .ideographDigital, .japaneseDigitalTenThousand, .taiwaneseDigital: Self.digits(number, Self.plainDigits)
      }
    return written ?? String(number)
  }

  private static let plainDigits = "〇一二三四五六七八九"

  /// The words of a way to count up to 9999.
  private struct Numerals {
    let digits: [String]
    let units: [String]
    /// Whether there is no 一 before a unit, ever; that of 十 at the beginning falls in running numerals anyway.
    let dropsOne: Bool
    /// What stands for the places that are 0.
    let zero: String

    static let plain = Numerals()

    init(digits: String = plainDigits, units: String = "十百千", dropsOne: Bool = false, zero: String? = nil) {
      self.digits = digits.unicodeScalars.map { String($0) }
      self.units = [""] + units.unicodeScalars.map { String($0) }
      self.dropsOne = dropsOne
      self.zero = zero ?? self.digits[0]
    }

    /// Whether 10 is 十, not 壹拾.
    var isRunning: Bool { units[1] == "十" }
  }

  private static func counting(_ number: Int, _ numerals: Numerals) -> String? {
    guard (0...9999).contains(number) else { return nil }
    guard number > 0 else { return numerals.digits[0] }
    var text = ""
    var skipped = false
    for (place, value) in [1000, 100, 10, 1].enumerated() {
      let digit = number / value % 10
      let unit = numerals.units[3 - place]
      guard digit > 0 else {
        skipped = skipped || !text.isEmpty
        continue
      }
      if skipped { text += numerals.zero }
      skipped = false
      let isBare = digit == 1 && value > 1 && (numerals.dropsOne || value == 10 && text.isEmpty && numerals.isRunning)
      text += (isBare ? "" : numerals.digits[digit]) + unit
    }
    return text
  }

  private static func digits(_ number: Int, _ digits: String) -> String? {
    guard number >= 0 else { return nil }
    let digits = digits.unicodeScalars.map { String($0) }
    return String(number).utf8.map { digits[Int($0 & 0x0F)] }.joined()
  }

  private static func pick(_ number: Int, _ signs: String) -> String? {
    let signs = signs.unicodeScalars.map { String($0) }
    return (1...signs.count).contains(number) ? signs[number - 1] : nil
  }

  /// A … Z, AA, BB …
  private static func letters(_ number: Int) -> String? {
    guard (1...780).contains(number), let letter = Unicode.Scalar(65 + UInt32((number - 1) % 26)) else { return nil }
    return String(repeating: String(letter), count: (number - 1) / 26 + 1)
  }

  private static func roman(_ number: Int) -> String? {
    guard (1...32767).contains(number) else { return nil }
    var (rest, text) = (number, "")
    for (value, sign) in [
      (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"),
      (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ] {
      text += String(repeating: sign, count: rest / value)
      rest %= value
    }
    return text
  }
}
