/// Chinese numerals: 三千九百万, 十五点六, 两千, 三亿一千万, 五六, 一百多, 百; 壹佰贰拾万 as on a cheque.
extension NumeralReader {
  /// Four sections of seven scalars and three scale words: no number below 10^16 is written longer.
  private static let longest = 31

  /// 壹拾万, 叁仟零伍: of two numerals or more, because 陆 and 伍 alone are words.
  func formal(at start: Int) -> NumeralReading {
    var plain: [Unicode.Scalar] = []
    while plain.count <= Self.longest, let next = scalar(start + plain.count),
      let numeral = Scalar.everyday(next) ?? (next == "零" || Scalar.isScale(next) ? next : nil)
    { plain.append(numeral) }
    let end = start + plain.count
    let isInsideWord =
      scalar(start - 1).map { FigureWords.formalInsideWord[text[start]]?.contains($0) ?? false } ?? false
    guard plain.count > 1, !isInsideWord,
      case .numeral(var numeral) = NumeralReader(text: plain, units: units).chinese(at: 0), numeral.end == plain.count
    else { return .none(end: max(end, start + 1)) }
    numeral.end = end
    numeral.isSmall = false
    numeral.isBare = false
    return .numeral(numeral)
  }

  func chinese(at start: Int) -> NumeralReading {
    var end = start
    while let next = scalar(end), Scalar.isChineseNumeral(next) { end += 1 }
    // 四十万千瓦: the last 千 belongs to the unit.
    if end - 1 > start, let power = Scalar.smallPower(text[end - 1]), power > 1,
      let unit = units.match(in: text, at: end - 1), unit.end > end
    {
      end -= 1
    }
    let run = start..<end
    // 几十, 数百, 好几千: no number stands there.
    if let before = scalar(start - 1), before == "几" || before == "数" { return .none(end: end) }
    if let range = neighbours(run) ?? neighboursAfterTens(run) { return range }
    // Long runs are no numbers, and bounding them keeps reading linear.
    guard run.count <= Self.longest, var numeral = grammar(run) else { return .none(end: end) }
    numeral.isChinese = true
    if numeral.end == end, numeral.upper == nil {
      var place = end
      if scalar(place) == "点", let digit = scalar(place + 1), Scalar.chineseDigit(digit) != nil, numeral.scale.isEmpty {
        guard let fraction = decimals(numeral.value, at: place + 1) else { return .none(end: end) }
        numeral.value = fraction.value
        place = fraction.end
        numeral.end = place
        numeral.isSmall = false
        if let scale = scalar(place), Scalar.isScale(scale) { numeral = withScale(numeral, at: place) }
      } else if let more = scalar(place), more == "多" || more == "余" {
        let digit = scalar(end - 1).flatMap(Scalar.chineseDigit)
        let counts = Scalar.isScale(text[end - 1]) || units.match(in: text, at: place + 1) != nil
        // 二十多, 三十余万, 百余家; 五多 is nothing.
        if digit == nil, !numeral.isBare || run.count > 1 || text[start] == "十" || counts {
          numeral.isMore = true
          numeral.isSmall = false
          numeral.isBare = false
          numeral.end = place + 1
          if numeral.scale.isEmpty, let scale = scalar(place + 1), Scalar.isScale(scale) {
            numeral = withScale(numeral, at: place + 1)
          }
        }
      } else if scalar(place) == "几" {
        place += 1
        return .none(end: place)
      }
    }
    return afterBlank(numeral)
  }

  /// 三百 亿元: the scale word of the unit behind a blank.
  private func afterBlank(_ numeral: Numeral) -> NumeralReading {
    let place = numeral.end + 1
    guard scalar(numeral.end) == " ", let next = scalar(place), Scalar.isScale(next),
      units.match(in: text, at: place) == nil
    else { return .numeral(numeral) }
    if numeral.scale.isEmpty, numeral.value.digits < 10_000 { return .numeral(withScale(numeral, at: place)) }
    var joined = withScale(numeral, at: place)
    // 两万三千 亿元, as without the blank: all of it in ones.
    if numeral.scale.isEmpty, numeral.value.places == 0, joined.scale == ["亿"], let value = numeral.value.shifted(by: 8)
    {
      joined.value = value
      joined.scale = []
      return .numeral(joined)
    }
    return numeral.scale == ["万"] && next == "亿" ? .numeral(joined) : .none(end: joined.end)
  }

  private func withScale(_ numeral: Numeral, at index: Int) -> Numeral {
    var result = numeral
    var place = index
    while let scale = scalar(place), Scalar.isScale(scale), place < index + 2 {
      result.scale.append(scale)
      place += 1
    }
    result.end = place
    return result
  }

  private func decimals(_ whole: FixedPoint, at index: Int) -> (value: FixedPoint, end: Int)? {
    var digits = whole.digits
    var place = index
    while let next = scalar(place), let digit = Scalar.chineseDigit(next) {
      guard place - index < 8, digits < 1_000_000_000 else { return nil }
      digits = digits * 10 + digit
      place += 1
    }
    return (FixedPoint(digits, places: place - index), place)
  }

  /// 五六, 三四十, 七八万: two digits that follow each other, and 三五. Other runs of digits are years and codes.
  private func neighbours(_ run: Range<Int>) -> NumeralReading? {
    guard run.count >= 2, let low = Scalar.chineseDigit(text[run.lowerBound]),
      let high = Scalar.chineseDigit(text[run.lowerBound + 1])
    else { return nil }
    // 一百零三 has its digits apart; 零 at the second place belongs to 二〇二五.
    guard run.count <= 5, low > 0, high == low + 1 || low == 3 && high == 5,
      low != 1 || run.count > 2 || text[run.lowerBound + 1] == "两"
    else { return .none(end: run.upperBound) }
    var place = run.lowerBound + 2
    var power = 0
    if place < run.upperBound, let small = Scalar.smallPower(text[place]) {
      power = small
      place += 1
    }
    guard let from = FixedPoint(low).shifted(by: power), let to = FixedPoint(high).shifted(by: power) else {
      return nil
    }
    var numeral = Numeral(value: from, upper: to, end: place, isChinese: true, isSmall: power == 0)
    if place < run.upperBound, Scalar.isScale(text[place]) {
      numeral = withScale(numeral, at: place)
      numeral.isSmall = false
    }
    return numeral.end == run.upperBound ? .numeral(numeral) : .none(end: run.upperBound)
  }

  /// 十七八, 一百二三十: the number named before holds for both.
  private func neighboursAfterTens(_ run: Range<Int>) -> NumeralReading? {
    guard run.count >= 3, run.count <= Self.longest,
      let place = (run.lowerBound + 1..<run.upperBound - 1).first(where: { index in
        guard let low = Scalar.chineseDigit(text[index]), let high = Scalar.chineseDigit(text[index + 1]) else {
          return false
        }
        return low > 0 && high == low + 1 && Scalar.smallPower(text[index - 1]) != nil
      }), let power = Scalar.smallPower(text[place - 1]), let head = section(run.lowerBound..<place), head.end == place,
      case .numeral(var numeral) = neighbours(place..<run.upperBound), let upper = numeral.upper,
      let bound = FixedPoint(1).shifted(by: power), upper.digits < bound.digits,
      let low = FixedPoint(head.value).adding(numeral.value), let high = FixedPoint(head.value).adding(upper)
    else { return nil }
    numeral.value = low
    numeral.upper = high
    numeral.isSmall = false
    return .numeral(numeral)
  }

  /// The part of a run that is one well-formed number.
  private func grammar(_ run: Range<Int>) -> Numeral? {
    var head: (value: Int, scale: ScaleWords)?
    var last: ScaleWords = []
    // Of the parts so far; nil where it grew too large.
    var sum: FixedPoint?
    var count = 0
    var place = run.lowerBound
    var sawDigit = false
    var colloquial = false
    while place < run.upperBound, count < 4 {
      guard let section = section(place..<run.upperBound) else { break }
      sawDigit = sawDigit || section.sawDigit
      colloquial = section.colloquial
      place = section.end
      var scale: ScaleWords = []
      while place < run.upperBound, Scalar.isScale(text[place]), scale.count < 2 {
        // 三十万亿 is one scale; 一万万 is not written any more.
        if let last = scale.last, last == text[place] || last == "亿" { break }
        scale.append(text[place])
        place += 1
      }
      // 一万二千亿: 万 counts the 亿 that follow.
      if count == 1, let first = head, first.scale == ["万"], scale == ["亿"] {
        last = ["万", "亿"]
        head = (first.value, last)
        sum = FixedPoint(first.value).shifted(by: last.power)
      }
      if count > 0, last.power <= scale.power { return nil }
      // 一亿二 leaves its last scale unsaid.
      if count > 0, scale.isEmpty, section.isLoneDigit { return nil }
      let value = FixedPoint(section.value).shifted(by: scale.power)
      if head == nil {
        head = (section.value, scale)
        sum = value
      } else {
        sum = sum.flatMap { sum in value.flatMap(sum.adding) }
      }
      last = scale
      count += 1
      if scale.isEmpty { break }
    }
    guard place == run.upperBound, let first = head, !colloquial else { return nil }
    let isBare = !sawDigit && text[run.lowerBound] != "十" && text[run.lowerBound] != "廿" && text[run.lowerBound] != "卅"
    if count == 1 {
      let small = first.scale.isEmpty && first.value <= 10
      return Numeral(value: FixedPoint(first.value), scale: first.scale, end: place, isSmall: small, isBare: isBare)
    }
    return sum.map { Numeral(value: $0, end: place, isBare: isBare) }
  }

  private struct Section {
    var value: Int
    var end: Int
    var sawDigit: Bool
    var isLoneDigit: Bool
    /// 一百二 for 120.
    var colloquial: Bool
  }

  /// A number below ten thousand: 三千九百, 十五, 廿三, 百; 万 alone counts as one.
  private func section(_ run: Range<Int>) -> Section? {
    var result = Section(value: 0, end: run.lowerBound, sawDigit: false, isLoneDigit: false, colloquial: false)
    var pending: Int?
    var lowest = 4
    var afterZero = false
    loop: while result.end < run.upperBound {
      let next = text[result.end]
      if let digit = Scalar.chineseDigit(next) {
        guard pending == nil else { return nil }
        if digit == 0 {
          if result.value == 0, result.end > run.lowerBound { return nil }
          afterZero = true
        } else {
          pending = digit
        }
        result.sawDigit = true
      } else if next == "廿" || next == "卅" {
        guard pending == nil, lowest > 1 else { return nil }
        result.value += next == "廿" ? 20 : 30
        lowest = 1
      } else if let power = Scalar.smallPower(next) {
        guard power < lowest, pending != nil || result.value == 0 || power == 1 else { return nil }
        result.value += (pending ?? 1) * (power == 1 ? 10 : power == 2 ? 100 : 1000)
        pending = nil
        lowest = power
        afterZero = false
      } else {
        break loop
      }
      result.end += 1
    }
    if let digit = pending {
      result.isLoneDigit = result.value == 0 && !afterZero
      result.colloquial = result.value > 0 && lowest > 1 && !afterZero
      result.value += digit
    }
    if result.end == run.lowerBound {
      guard result.end < run.upperBound, Scalar.isScale(text[result.end]) else { return nil }
      result.value = 1
    }
    return result
  }
}
