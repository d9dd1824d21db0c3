/// A number with its own unit, if it has one.
struct Amount: Sendable {
  var start: Int
  var end: Int
  var low: FixedPoint
  var high: FixedPoint?
  /// 万, 亿 or 万亿.
  var scale: ScaleWords
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

/// Reads an amount: a number and its unit, 百分之三, 三成, 七折, 三分之一, 翻两番, 一半, 半数.
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

  func has(_ word: String, at index: Int) -> Bool { text.stands(word, at: index) }

  /// What an amount may begin with, the numerals of cheques included.
  static let starts = "0123456789零〇一二两三四五六七八九十百千万亿廿卅翻半壹贰貳叁叄參参肆伍陆陸柒捌玖拾佰仟萬億"

  /// The amount at `index`, which is at a scalar that may begin one.
  func read(at index: Int) -> AmountReading {
    let first = at(index)
    if first == "翻" { return turns(at: index) }
    if first == "半" || first == "一" && at(index + 1) == "半" { return half(at: index) }
    if first == "百" || first == "千", let parts = partsOf(at: index) { return parts }
    if at(index + 2) == "折", let tens = first.flatMap(Scalar.chineseDigit), tens > 0,
      let ones = at(index + 1).flatMap(Scalar.chineseDigit)
    {
      // 八五折
      let numeral = Numeral(value: FixedPoint(tens * 10 + ones), end: index + 2, isChinese: true)
      if let discount = discount(numeral, from: index) { return .amount(discount) }
    }
    if first.map(Scalar.isDigit) ?? false, let slashed = slashed(at: index) { return .amount(slashed) }
    switch numerals.read(at: index) {
    case .none(let end): return .none(end: max(end, index + 1))
    case .numeral(let numeral):
      let next = at(numeral.end)
      if next == "分", at(numeral.end + 1) == "之" { return fraction(of: numeral, from: index) }
      if next == "成", let tenths = tenths(numeral, from: index) { return .amount(tenths) }
      if next == "折", let discount = discount(numeral, from: index) { return .amount(discount) }
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
      var (end, kind) = (unit.end, unit.kind)
      var noun = units.symbol(of: unit, in: text)
      if let split = splitByMore(from: spaced, to: unit.end) {
        numeral.isMore = true
        (noun, end, kind) = split
      } else if isMore(at: unit.end) {
        numeral.isMore = true
        end += 1
      }
      return Amount(
        start: start, end: end, low: numeral.value, high: numeral.upper, scale: numeral.scale, noun: noun, kind: kind,
        numeral: numeral)
    }
    // 2.8万多: the scale is all the unit there is.
    let end = numeral.isMore && !numeral.scale.isEmpty ? place : numeral.end
    return Amount(
      start: start, end: end, low: numeral.value, high: numeral.upper, scale: numeral.scale, noun: [], kind: nil,
      numeral: numeral)
  }

  /// 两倍多, 3公里多: 多 after the unit, and no 多 of another word.
  private func isMore(at index: Int) -> Bool {
    guard at(index) == "多" || at(index) == "余" else { return false }
    return Scalar.endsPhraseOrRemark(before: at(index + 1)) || at(index + 1) == "的"
  }

  /// 2个多百分点, 3个多月: 多 stands inside the unit.
  private func splitByMore(from start: Int, to end: Int) -> (noun: [Unicode.Scalar], end: Int, kind: FigureKind)? {
    guard end == start + 1, at(start) == "个", at(end) == "多" || at(end) == "余" else { return nil }
    let last = min(text.count, end + 8)
    let joined = ["个"] + text[min(end + 1, last)..<last]
    guard let unit = units.match(in: joined, at: 0), unit.end > 1, unit.kind != .count else { return nil }
    return (units.symbol(of: unit, in: joined), end + unit.end, unit.kind)
  }

  /// 一半, 半数, 占比过半, 半个百分点, 半个工作日.
  private func half(at index: Int) -> AmountReading {
    var end = index + 1
    var value = FixedPoint(50)
    var noun: [Unicode.Scalar] = ["%"]
    if at(index) == "一" || at(end) == "数" && at(end + 1) != "字" {
      end += 1
    } else if let unit = units.match(in: text, at: end), has("个百分点", at: end) {
      value = FixedPoint(5, places: 1)
      noun = units.symbol(of: unit, in: text)
      end = unit.end
    } else if let unit = units.match(in: text, at: end), unit.kind == .time, isHalf(at: index) {
      let value = FixedPoint(5, places: 1)
      return .amount(
        Amount(
          start: index, end: unit.end, low: value, high: nil, scale: [], noun: units.symbol(of: unit, in: text),
          kind: .time, numeral: Numeral(value: value, end: end, isChinese: true)))
    } else {
      // 占比过半; 时间过半 and 一年半 tell no share.
      let isOver = FigureWords.overHalf.length(in: text, before: end, floor: 0) > 0
      guard isOver, Scalar.endsPhrase(before: at(end)) else { return .none(end: end) }
    }
    return .amount(
      Amount(
        start: index, end: end, low: value, high: nil, scale: [], noun: noun, kind: .ratio,
        numeral: Numeral(value: value, end: end, isChinese: true)))
  }

  /// 半个工作日 is half of one; 一个半小时 is more than one, 上半年 a time of the year.
  private func isHalf(at index: Int) -> Bool {
    guard let before = at(index - 1) else { return true }
    return !FigureWords.beforeNoHalf.contains(before) && !Scalar.isDigit(before) && !Scalar.isChineseNumeral(before)
  }

  /// 百分之三点四, 千分之十三, 百分百.
  private func partsOf(at index: Int) -> AmountReading? {
    let noun: Unicode.Scalar
    if has("百分百", at: index), Scalar.endsPhrase(before: at(index + 3)) {
      let whole = Numeral(value: FixedPoint(100), end: index + 3, isChinese: true)
      return .amount(
        Amount(
          start: index, end: index + 3, low: whole.value, high: nil, scale: [], noun: ["%"], kind: .ratio,
          numeral: whole))
    }
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
    guard let before = at(index - 1), FigureWords.beforeFraction.contains(before) else { return nil }
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
    // 八成五, 三成半
    let digit = after.flatMap { $0 == "半" ? 5 : Scalar.chineseDigit($0) }
    let endsThere = at(numeral.end + 2).map { !Scalar.isChineseNumeral($0) } ?? true
    let ones = high == nil && endsThere && units.match(in: text, at: numeral.end + 2) == nil ? digit : nil
    var plain = numeral
    plain.isSmall = false
    return Amount(
      start: start, end: numeral.end + (ones == nil ? 1 : 2), low: FixedPoint(low.digits + (ones ?? 0)), high: high,
      scale: [], noun: ["%"], kind: .ratio, numeral: plain)
  }

  /// 打七折, 8.5折: what is still to be paid, in per cent.
  private func discount(_ numeral: Numeral, from start: Int) -> Amount? {
    guard numeral.scale.isEmpty, numeral.upper == nil, !numeral.isMore,
      at(numeral.end + 1).map({ !FigureWords.afterNoDiscount.contains($0) }) ?? true,
      let percent = numeral.value.digits < 10 && numeral.value.places == 0
        ? numeral.value.shifted(by: 1) : numeral.value.places == 1 ? numeral.value.shifted(by: 1) : numeral.value,
      percent.places == 0, (1..<100).contains(percent.digits)
    else { return nil }
    var plain = numeral
    plain.isSmall = false
    return Amount(
      start: start, end: numeral.end + 1, low: percent, high: nil, scale: [], noun: ["%"], kind: .ratio, numeral: plain)
  }

  /// 翻番, 翻一番, 翻了两番.
  private func turns(at index: Int) -> AmountReading {
    var place = index + 1
    if at(place) == "了" { place += 1 }
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
