/// A number as written, in Arabic digits, Chinese numerals or both, without its unit.
struct Numeral: Sendable {
  /// The number before its scale word.
  var value: FixedPoint
  /// The upper end of 五六 and 三四十, which name two numbers at once.
  var upper: FixedPoint?
  /// 万, 亿 or 万亿, which stay in the unit.
  var scale: ScaleWords = []
  /// Where it ends in the text.
  var end: Int
  var isChinese = false
  /// A Chinese numeral of one to ten, which more often groups than counts.
  var isSmall = false
  /// 百, 千, 万 or 亿 without a digit (近百, 过万亿).
  var isBare = false
  /// 多 or 余 stands in it or after it.
  var isMore = false
  var doubt: FigureDoubt?

  /// The power of ten of the scale words.
  static func power(of scale: ScaleWords) -> Int { scale.power }
}

/// What stands at a place where a number could begin.
enum NumeralReading {
  case numeral(Numeral)
  /// No number that counts anything: a code, a year's digits, a word. Reading goes on at the offset.
  case none(end: Int)
}

/// Reads numbers in folded text.
struct NumeralReader: Sendable {
  let text: [Unicode.Scalar]
  let units: UnitTable

  /// The number at `index`, which is at a digit or a Chinese numeral.
  func read(at index: Int) -> NumeralReading {
    guard index < text.count else { return .none(end: text.count) }
    if Scalar.isDigit(text[index]) { return arabic(at: index) }
    return Scalar.everyday(text[index]) == nil ? chinese(at: index) : formal(at: index)
  }

  func scalar(_ index: Int) -> Unicode.Scalar? { index >= 0 && index < text.count ? text[index] : nil }

  private func isDigit(_ index: Int) -> Bool { scalar(index).map(Scalar.isDigit) ?? false }

  // MARK: Arabic

  /// - Parameter limit: the power of ten that its scale word must stay below, so that 1万1万… is not read inwards without end.
  private func arabic(at start: Int, below limit: Int = .max) -> NumeralReading {
    var end = start
    while isDigit(end) { end += 1 }
    let whole = end - start
    var count = whole
    var mantissa = Self.appending(text[start..<end], to: 0)
    var grouped = false
    var isWide = false
    if whole <= 3, let separator = scalar(end), separator == "," || separator == " " || separator == "，" {
      var place = end
      while scalar(place) == separator, isDigit(place + 1), isDigit(place + 2), isDigit(place + 3), !isDigit(place + 4)
      {
        mantissa = Self.appending(text[place + 1..<place + 4], to: mantissa)
        count += 3
        place += 4
        grouped = grouped || separator != ","
        isWide = separator == "，"
      }
      end = place
    }
    var places = 0
    if scalar(end) == ".", isDigit(end + 1) {
      var place = end + 1
      while isDigit(place) { place += 1 }
      places = place - end - 1
      count += places
      mantissa = Self.appending(text[end + 1..<place], to: mantissa)
      end = place
    }
    let tail = scalar(end)
    let isCode =
      count > 17 || (count - places > 1 && text[start] == "0")
      || (tail == "." && !(scalar(end + 1).map(Scalar.isSpace) ?? false))
      || ((tail == ":" || tail == "/" || tail == ".") && isDigit(end + 1)) || tail == "+" || tail == "*" || tail == "_"
    if isCode { return .none(end: runEnd(from: end)) }
    var numeral = Numeral(value: FixedPoint(mantissa, places: places), end: end)
    if isWide || grouped, start == 0 || isWide || (scalar(start - 1).map { !Scalar.isHan($0) } ?? true) {
      numeral.doubt = .grouping
    }
    return scaled(numeral, below: limit)
  }

  /// The number with more digits behind it; what has more than seventeen counts nothing, and may wrap around.
  private static func appending(_ digits: ArraySlice<Unicode.Scalar>, to number: Int) -> Int {
    digits.reduce(number) { $0 &* 10 &+ Int($1.value - 0x30) }
  }

  /// The end of a run of digits, letters and the marks that bind them into codes, dates and versions.
  func runEnd(from index: Int) -> Int {
    var end = index
    while let next = scalar(end) {
      let binds = next == "." || next == "/" || next == ":" || next == "+" || next == "_" || Scalar.isDash(next)
      guard Scalar.isDigit(next) || Scalar.isLetter(next) || binds else { break }
      end += 1
    }
    // 5/10万: the scale belongs to the number that is passed over.
    if end > index, isDigit(end - 1) { while scalar(end).map(Scalar.isScale) ?? false { end += 1 } }
    return end
  }

  /// The Arabic numeral with 多, 十百千 and 万亿 after it.
  private func scaled(_ plain: Numeral, below limit: Int) -> NumeralReading {
    var numeral = plain
    var place = plain.end
    if scalar(place) == " ", scalar(place + 1).map(Scalar.isScale) ?? false { place += 1 }
    if scalar(place) == "多" || scalar(place) == "余" || scalar(place) == "几" { place += 1 }
    let first = scalar(place)
    let power = first.flatMap(Scalar.smallPower)
    guard power != nil || first.map(Scalar.isScale) ?? false, units.match(in: text, at: place) == nil else {
      return .numeral(numeral)
    }
    if let power {
      guard let value = numeral.value.shifted(by: power) else { return .none(end: place + 1) }
      let next = scalar(place + 1)
      let continues = next.map { Scalar.isScale($0) || $0 == "多" || $0 == "余" } ?? false
      guard continues || units.match(in: text, at: place + 1) != nil else { return .numeral(numeral) }
      numeral.isMore = place > plain.end
      numeral.value = value
      place += 1
    }
    guard let scale = scalar(place), Scalar.isScale(scale) else {
      if place > plain.end, numeral.value != plain.value { numeral.end = place }
      return .numeral(numeral)
    }
    if place > plain.end, scalar(place - 1) == "多" || scalar(place - 1) == "余" { numeral.isMore = true }
    if scalar(place - 1) == "几" { return .none(end: place + 1) }
    numeral.scale = [scale]
    place += 1
    if scale == "万", scalar(place) == "亿" {
      numeral.scale.append("亿")
      place += 1
    }
    numeral.end = place
    guard Numeral.power(of: numeral.scale) < limit else { return .none(end: place) }
    if isDigit(place), !numeral.isMore { return mixed(numeral, at: place) }
    // 2万零500
    if scalar(place) == "零", isDigit(place + 1), !numeral.isMore { return mixed(numeral, at: place + 1) }
    return .numeral(numeral)
  }

  /// 3亿5000万: both parts in ones.
  private func mixed(_ head: Numeral, at index: Int) -> NumeralReading {
    let power = Numeral.power(of: head.scale)
    guard case .numeral(let tail) = arabic(at: index, below: power), !tail.isMore, tail.doubt == nil,
      let high = head.value.shifted(by: power),
      let low = tail.value.shifted(by: Numeral.power(of: tail.scale)), let sum = high.adding(low)
    else { return .none(end: runEnd(from: head.end)) }
    return .numeral(Numeral(value: sum, end: tail.end))
  }
}

extension Scalar {
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
}
