/// The digits that a number format shows: `[DBNum1]` to `[DBNum3]` choose East Asian ones.
enum SheetDigits {
  case western
  /// 一二三, 二〇二一, 一千二百
  case chinese
  /// 壹贰叁, as on bills.
  case formal
  case fullWidth

  private static let chineseDigits = Array("〇一二三四五六七八九")
  private static let formalDigits = Array("零壹贰叁肆伍陆柒捌玖")
  private static let fullWidthDigits = Array("０１２３４５６７８９")

  private func character(_ digit: UInt8) -> Character {
    let index = Int(digit) % 10
    return switch self {
    case .western: Character(Unicode.Scalar(0x30 + UInt8(index)))
    case .chinese: Self.chineseDigits[index]
    case .formal: Self.formalDigits[index]
    case .fullWidth: Self.fullWidthDigits[index]
    }
  }

  /// Digits one by one, with whatever else stands among them.
  func positional(_ text: String) -> String {
    guard self != .western else { return text }
    return String(
      text.map { letter in letter.isASCII ? letter.wholeNumberValue.map { character(UInt8($0)) } ?? letter : letter })
  }

  /// A number as it is spoken, 一千二百三十四; its fraction digit by digit.
  ///
  /// - Parameter dropsOne: whether 10 to 19 are 十…, as in days and months, not 一十….
  func spoken(_ number: DecimalNumber, dropsOne: Bool = false) -> String {
    let whole = number.whole
    guard self == .chinese || self == .formal, whole.count <= 16 else { return positional(number.general) }
    var text = spoken(whole)
    if dropsOne, self == .chinese, whole.count == 2, whole.first == 1 { text.removeFirst() }
    if number.places > 0 { text += "." + positional(DecimalNumber.text(number.fraction(number.places))) }
    return number.isNegative ? "-" + text : text
  }

  private func spoken(_ whole: [UInt8]) -> String {
    guard !whole.isEmpty else { return self == .chinese ? "〇" : "零" }
    let steps = self == .chinese ? ["", "十", "百", "千"] : ["", "拾", "佰", "仟"]
    let groups = ["", "万", "亿", "万亿"]
    var text = ""
    var skipsZero = false
    var groupHasDigit = false
    for (index, digit) in whole.enumerated() {
      let place = whole.count - 1 - index
      if digit == 0 {
        skipsZero = true
      } else {
        if skipsZero, !text.isEmpty { text += self == .chinese ? "〇" : "零" }
        skipsZero = false
        groupHasDigit = true
        text += String(character(digit)) + steps[place % 4]
      }
      if place % 4 == 0 {
        if groupHasDigit { text += groups[min(place / 4, 3)] }
        groupHasDigit = false
      }
    }
    return text
  }
}
