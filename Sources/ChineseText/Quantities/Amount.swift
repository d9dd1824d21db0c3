/// A number with its own unit, if it has one.
struct Amount: Sendable {
  var start: Int
  var end: Int
  var low: FixedPoint
  var high: FixedPoint?
  /// 万, 亿 or 万亿.
  var scale: [Unicode.Scalar]
  /// The unit's words as folded text.
  var noun: [Unicode.Scalar]
  var kind: FigureKind?
  var numeral: Numeral

  /// Whether nothing but digits was read.
  var isNaked: Bool { scale.isEmpty && noun.isEmpty }
}

enum AmountReading {
  case amount(Amount)
  case none(end: Int)
}

/// Reads an amount: a number and its unit, 百分之三, 三成, 三分之一, 翻两番, 一半.
struct AmountReader: Sendable {
  let text: [Unicode.Scalar]
  let units: UnitTable
  let numerals: NumeralReader

  init(text: [Unicode.Scalar], units: UnitTable) {
    self.text = text
    self.units = units
    numerals = NumeralReader(text: text, units: units)
  }

  private func at(_ index: Int) -> Unicode.Scalar? { index >= 0 && index < text.count ? text[index] : nil }

  func has(_ word: String, at index: Int) -> Bool {
    var place = index
    for scalar in word.unicodeScalars {
      guard at(place) == scalar else { return false }
      place += 1
    }
    return true
  }

  /// The amount at `index`, which is at a digit, a Chinese numeral or 翻.
  func read(at index: Int) -> AmountReading {
    if at(index) == "翻" { return turns(at: index) }
    if let parts = partsOf(at: index) { return parts }
    if has("一半", at: index) {
      return .amount(
        Amount(
          start: index, end: index + 2, low: FixedPoint(50), high: nil, scale: [], noun: ["%"], kind: .ratio,
          numeral: Numeral(value: FixedPoint(50), end: index + 2, isChinese: true)))
    }
    if let slashed = slashed(at: index) { return .amount(slashed) }
    switch numerals.read(at: index) {
    case .none(let end): return .none(end: max(end, index + 1))
    case .numeral(let numeral):
      if has("分之", at: numeral.end) { return fraction(of: numeral, from: index) }
      if has("成", at: numeral.end), let tenths = tenths(numeral, from: index) { return .amount(tenths) }
      return .amount(withUnit(numeral, from: index))
    }
  }

  private func withUnit(_ read: Numeral, from start: Int) -> Amount {
    var numeral = read
    var place = numeral.end
    if at(place) == "多" || at(place) == "余" {
      numeral.isMore = true
      place += 1
    }
    let spaced = at(place) == " " ? place + 1 : place
    if let unit = units.match(in: text, at: spaced) {
      return Amount(
        start: start, end: unit.end, low: numeral.value, high: numeral.upper, scale: numeral.scale,
        noun: text[spaced..<unit.end].filter { $0 != " " }, kind: unit.kind, numeral: numeral)
    }
    // 2.8万多: the scale is all the unit there is.
    let end = numeral.isMore && !numeral.scale.isEmpty ? place : numeral.end
    return Amount(
      start: start, end: end, low: numeral.value, high: numeral.upper, scale: numeral.scale, noun: [], kind: nil,
      numeral: numeral)
  }

  /// 百分之三点四, 千分之十三.
  private func partsOf(at index: Int) -> AmountReading? {
    let noun: Unicode.Scalar
    if has("百分之", at: index) {
      noun = "%"
    } else if has("千分之", at: index) {
      noun = "‰"
    } else {
      return nil
    }
    let start = index + 3
    guard let first = at(start), Scalar.isDigit(first) || Scalar.isChineseNumeral(first) else {
      return .none(end: start)
    }
    guard case .numeral(var numeral) = numerals.read(at: start), numeral.scale.isEmpty else {
      return .none(end: start + 1)
    }
    numeral.isSmall = false
    numeral.isBare = false
    var end = numeral.end
    if at(end) == "多" || at(end) == "余" {
      numeral.isMore = true
      end += 1
    }
    return .amount(
      Amount(
        start: index, end: end, low: numeral.value, high: numeral.upper, scale: [], noun: [noun], kind: .ratio,
        numeral: numeral))
  }

  /// 三分之一 as a percentage.
  private func fraction(of denominator: Numeral, from start: Int) -> AmountReading {
    let place = denominator.end + 2
    guard let first = at(place), Scalar.isDigit(first) || Scalar.isChineseNumeral(first),
      case .numeral(let numerator) = numerals.read(at: place), numerator.scale.isEmpty, denominator.scale.isEmpty,
      numerator.value.places == 0, denominator.value.places == 0, numerator.upper == nil, denominator.upper == nil,
      numerator.value.digits > 0, let percent = FixedPoint.percent(numerator.value.digits, of: denominator.value.digits)
    else { return .none(end: place) }
    return .amount(
      Amount(
        start: start, end: numerator.end, low: percent, high: nil, scale: [], noun: ["%"], kind: .ratio,
        numeral: Numeral(value: percent, end: numerator.end, isChinese: true, isMore: numerator.isMore)))
  }

  /// 的1/4, 超过2/3: a proper fraction after words that announce a share, so no date and no ratio.
  private func slashed(at index: Int) -> Amount? {
    guard let before = at(index - 1), "的近约占过超到为".unicodeScalars.contains(before) else { return nil }
    var end = index
    func number() -> Int? {
      let start = end
      var value = 0
      while end < start + 2, let digit = at(end), Scalar.isDigit(digit) {
        value = value * 10 + Int(digit.value - 0x30)
        end += 1
      }
      return end > start ? value : nil
    }
    guard let numerator = number(), at(end) == "/" else { return nil }
    end += 1
    guard let denominator = number(), numerator > 0, numerator < denominator, denominator <= 20,
      at(end).map({ !Scalar.isDigit($0) && !Scalar.isLetter($0) && $0 != "/" && $0 != "." }) ?? true,
      let percent = FixedPoint.percent(numerator, of: denominator)
    else { return nil }
    return Amount(
      start: index, end: end, low: percent, high: nil, scale: [], noun: ["%"], kind: .ratio,
      numeral: Numeral(value: percent, end: end))
  }

  /// 三成, 三成半, 2成: tens of per cent.
  private func tenths(_ numeral: Numeral, from start: Int) -> Amount? {
    guard numeral.scale.isEmpty, let low = numeral.value.shifted(by: 1), low.places == 0, low.digits <= 100,
      low.digits > 0, let after = Optional(at(numeral.end + 1)), !FigureWords.afterNoTenths.contains(after ?? " ")
    else { return nil }
    let high = numeral.upper.flatMap { $0.shifted(by: 1) }
    let half = after == "半" && high == nil
    var plain = numeral
    plain.isSmall = false
    return Amount(
      start: start, end: numeral.end + (half ? 2 : 1), low: half ? FixedPoint(low.digits + 5) : low, high: high,
      scale: [], noun: ["%"], kind: .ratio, numeral: plain)
  }

  /// 翻番, 翻一番, 翻两番.
  private func turns(at index: Int) -> AmountReading {
    var place = index + 1
    var value = 1
    if let next = at(place), let digit = Scalar.chineseDigit(next) {
      value = digit
      place += 1
    } else if let next = at(place), Scalar.isDigit(next) {
      value = Int(next.value - 0x30)
      place += 1
    }
    guard at(place) == "番", value > 0 else { return .none(end: index + 1) }
    return .amount(
      Amount(
        start: index, end: place + 1, low: FixedPoint(value), high: nil, scale: [], noun: ["番"], kind: .ratio,
        numeral: Numeral(value: FixedPoint(value), end: place + 1, isChinese: true)))
  }
}
