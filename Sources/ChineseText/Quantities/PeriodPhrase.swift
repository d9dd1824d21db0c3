/// Reads one phrase of time: 2025年6月底前, 2021—2023年, “十四五”期间, 明年上半年, 1—11月, 年内.
struct PeriodPhrase: Sendable {
  let passage: Passage
  /// The year that a phrase without one means, and the one in which 今年 is said.
  let year: Int?
  let spokenIn: Int?

  struct Reading {
    /// Nil where the phrase does not say which days: 6月前, 2021年以来, or 年内 of an unknown year.
    var period: StatedPeriod?
    var end: Int
    /// 上年同期 is only what something is compared with.
    var isCompared = false
  }

  /// The phrase that begins at `index` and ends by `limit`.
  func read(at index: Int, limit: Int) -> Reading? {
    if let plan = plan(at: index, limit) { return plan }
    if let years = years(at: index, limit) { return within(years.value, start: index, from: years.end, limit) }
    if let found = Self.yearSet.longest(in: passage.text, at: index, limit: limit), !isInsideWord(index) {
      let end = index + found.length
      if passage.has("同期", at: end) { return Reading(period: nil, end: end, isCompared: true) }
      let said = spokenIn.map { $0 + Self.yearWords[found.ordinal].1 }
      let reading = within(said.map { $0...$0 }, start: index, from: end, limit)
      // 今年以来 is the part of this year that has gone by.
      return reading.period == nil && passage.has("以来", at: end)
        ? Reading(period: said.map { StatedPeriod(year: $0, months: 1...12) }, end: reading.end) : reading
    }
    if let found = Self.wholeSet.longest(in: passage.text, at: index, limit: limit), !isInsideWord(index) {
      let end = index + found.length
      return Reading(period: year.map { StatedPeriod(year: $0, months: 1...12) }, end: end)
    }
    return part(at: index, of: year, start: index, limit)
  }

  // MARK: Years

  /// What follows the years: a part of the year, or words that say up to or since when.
  private func within(_ years: ClosedRange<Int>?, start: Int, from index: Int, _ limit: Int) -> Reading {
    let isOne = years.map { $0.count == 1 } ?? true
    if isOne, let part = part(at: blank(index), of: years?.lowerBound, start: start, limit) { return part }
    let whole = years.map {
      StatedPeriod(
        start: StatedPeriod(year: $0.lowerBound, months: 1...1).start,
        end: StatedPeriod(year: $0.upperBound, months: 12...12).end)
    }
    let tail = Self.tails.length(in: passage.text, at: index, limit: limit)
    let isClosed = tail == 0 || passage.at(index) == "底" || passage.at(index) == "末" || passage.at(index) == "度"
    return Reading(period: isClosed ? whole : nil, end: index + tail)
  }

  /// 2025年, 2021—2023年, 2021年至2023年
  private func years(at index: Int, _ limit: Int) -> (value: ClosedRange<Int>, end: Int)? {
    guard let first = fourDigits(at: index, limit), first.value < 2200 else { return nil }
    var place = blank(first.end)
    let isNamed = passage.at(place) == "年"
    if isNamed { place += 1 }
    var next = place
    if let sign = passage.at(place), Scalar.isDash(sign) || sign == "至" || sign == "到" {
      next += passage.has("——", at: place) ? 2 : 1
    }
    if next > place, let last = fourDigits(at: next, limit), passage.at(blank(last.end)) == "年",
      (first.value...first.value + 30).contains(last.value)
    {
      return (first.value...last.value, blank(last.end) + 1)
    }
    return isNamed ? (first.value...first.value, place) : nil
  }

  private func fourDigits(at index: Int, _ limit: Int) -> (value: Int, end: Int)? {
    func digit(_ place: Int) -> Int? {
      guard let scalar = passage.at(place), scalar != "两" else { return nil }
      return Scalar.isDigit(scalar) ? Int(scalar.value - 0x30) : Scalar.chineseDigit(scalar)
    }
    guard index + 4 <= limit, digit(index - 1) == nil else { return nil }
    var value = 0
    for place in index..<index + 4 {
      guard let next = digit(place) else { return nil }
      value = value * 10 + next
    }
    return value >= 1900 && digit(index + 4) == nil ? (value, index + 4) : nil
  }

  /// “十四五”期间, “十四五”末; the plan's name alone is no time.
  private func plan(at index: Int, _ limit: Int) -> Reading? {
    let isQuoted = passage.at(index) == "“" || passage.at(index) == "\""
    let start = isQuoted ? index + 1 : index
    guard passage.at(start) == "十", start + 3 <= limit, passage.at(start - 1) != "二",
      let years = planYears(named: passage.text[start..<start + 3])
    else { return nil }
    let end = start + (isQuoted ? 4 : 3)
    if Self.planSpans.length(in: passage.text, at: end, limit: limit) > 0 {
      return within(years, start: index, from: end + 2, limit)
    }
    guard passage.at(end) == "末", end < limit else { return nil }
    return within(years.upperBound...years.upperBound, start: index, from: end, limit)
  }

  // MARK: Parts of a year

  /// A half, a quarter, months or days of the year.
  private func part(at index: Int, of year: Int?, start: Int, _ limit: Int) -> Reading? {
    guard !isInsideWord(index) else { return nil }
    if let found = Self.partSet.longest(in: passage.text, at: index, limit: limit) {
      return closed(Self.parts[found.ordinal].1, of: year, start: start, from: index + found.length, limit)
    }
    return months(at: index, of: year, start: start, limit)
  }

  /// 6月, 6月30日, 1—11月, 3月至6月
  private func months(at index: Int, of year: Int?, start: Int, _ limit: Int) -> Reading? {
    guard let first = number(at: index, upTo: 12, limit) else { return nil }
    var place = blank(first.end)
    var last = first.value
    let isNamed = passage.at(place) == "月"
    if isNamed { place += 1 }
    if let sign = passage.at(place), Scalar.isDash(sign) || sign == "至" || sign == "到",
      let other = number(at: place + 1, upTo: 12, limit), passage.at(blank(other.end)) == "月", other.value >= last
    {
      last = other.value
      place = blank(other.end) + 1
    } else if !isNamed {
      return nil
    } else if let day = number(at: blank(place), upTo: 31, limit), passage.at(blank(day.end)) == "日" {
      return dated(first.value, day.value, of: year, from: blank(day.end) + 1, limit)
    }
    guard place <= limit else { return nil }
    if passage.at(place) == "份" { place += 1 }
    return closed(first.value...last, of: year, start: start, from: place, limit)
  }

  /// 6月30日前 begins with the year; 6月30日 is one day, 6月30日至7月5日 a stretch of days.
  private func dated(_ month: Int, _ day: Int, of year: Int?, from index: Int, _ limit: Int) -> Reading {
    if let sign = passage.at(index), Scalar.isDash(sign) || sign == "至" || sign == "到",
      let last = lastDayNamed(index + 1, month, limit)
    {
      let isInOrder = (last.month, last.day) > (month, day)
      return Reading(
        period: isInOrder
          ? year.map {
            StatedPeriod(start: StatedPeriod.day($0, month, day), end: StatedPeriod.day($0, last.month, last.day))
          }
          : nil, end: last.end)
    }
    let tail = Self.tails.length(in: passage.text, at: index, limit: limit)
    let isUntil = passage.at(index) == "前" || passage.has("之前", at: index) || passage.has("以前", at: index)
    guard tail == 0 || isUntil, let year, day <= lastDay(of: month, year) else {
      return Reading(period: nil, end: min(index + tail, limit))
    }
    let end = StatedPeriod.day(year, month, day)
    let start = isUntil ? StatedPeriod.day(year, 1, 1) : end
    return Reading(period: StatedPeriod(start: start, end: end), end: min(index + tail, limit))
  }

  /// 7月5日 or 5日, after 6月30日至.
  private func lastDayNamed(_ index: Int, _ month: Int, _ limit: Int) -> (month: Int, day: Int, end: Int)? {
    guard let first = number(at: index, upTo: 31, limit) else { return nil }
    if passage.at(first.end) == "日" { return (month, first.value, first.end + 1) }
    guard passage.at(first.end) == "月", first.value <= 12, let day = number(at: first.end + 1, upTo: 31, limit),
      passage.at(day.end) == "日"
    else { return nil }
    return (first.value, day.value, day.end + 1)
  }

  /// 6月底前 and 到6月底 begin with the year; 6月前 does not tell whether June counts.
  private func closed(_ months: ClosedRange<Int>, of year: Int?, start: Int, from index: Int, _ limit: Int) -> Reading {
    let tail = Self.tails.length(in: passage.text, at: index, limit: limit)
    let isEnd = passage.at(index) == "底" || passage.at(index) == "末"
    let isUntil = isEnd && tail > 1 || start > 0 && (passage.at(start - 1) == "到" || passage.at(start - 1) == "至")
    guard tail == 0 || isEnd, let year else { return Reading(period: nil, end: index + tail) }
    let months = isUntil ? 1...months.upperBound : months
    return Reading(period: StatedPeriod(year: year, months: months), end: index + tail)
  }

  private func number(at index: Int, upTo most: Int, _ limit: Int) -> (value: Int, end: Int)? {
    if let before = passage.at(index - 1), Scalar.isDigit(before) || Scalar.isChineseNumeral(before) || before == "." {
      return nil
    }
    var end = index
    var value = 0
    while end < limit, end < index + 3, let next = passage.at(end) {
      if Scalar.isDigit(next) {
        value = value * 10 + Int(next.value - 0x30)
      } else if next == "十" {
        value = max(value, 1) * 10
      } else if let digit = Scalar.chineseDigit(next), next != "两" {
        value += digit
      } else {
        break
      }
      end += 1
    }
    return end > index && (1...most).contains(value) ? (value, end) : nil
  }

  /// Word processors put a blank between digits and 年.
  private func blank(_ index: Int) -> Int { passage.at(index) == " " ? index + 1 : index }

  /// 二十年内, 以上年产值: the words of time are parts of others.
  private func isInsideWord(_ index: Int) -> Bool {
    guard let first = passage.at(index), let before = passage.at(index - 1) else { return false }
    if first == "年", Scalar.isDigit(before) || Scalar.isChineseNumeral(before) { return true }
    return FigureWords.insideTimeWord[first]?.contains(before) ?? false
  }

  private static let parts: [(String, ClosedRange<Int>)] =
    [
      ("上半年", 1...6), ("下半年", 7...12), ("前三季度", 1...9), ("前3季度", 1...9),
    ]
    + ["一1", "二2", "三3", "四4"].enumerated().flatMap { quarter, names in
      names.flatMap { name in
        ["\(name)季度", "第\(name)季度"].map { ($0, quarter * 3 + 1...quarter * 3 + 3) }
      }
    }
  private static let yearWords = [("今年", 0), ("本年度", 0), ("本年", 0), ("去年", -1), ("上年", -1), ("明年", 1)]
  private static let wholeWords = "年内 全年 年底前 年末前 年底 年末"

  /// What a phrase may begin with: the words, a year, a month, a plan in quotation marks.
  static let starts = ScalarSet(
    (parts.map(\.0) + yearWords.map(\.0)).joined() + wholeWords + "0123456789零〇一二三四五六七八九十“\"")
  /// Every word for a time of the year.
  static var words: [[Unicode.Scalar]] { [partSet, yearSet, wholeSet, planSpans, tails].flatMap(\.all) }

  private static let partSet = WordSet(words: parts.map { Array($0.0.unicodeScalars) })
  private static let yearSet = WordSet(words: yearWords.map { Array($0.0.unicodeScalars) })
  private static let wholeSet = WordSet(wholeWords)
  private static let planSpans = WordSet("期间 时期 期内")
  /// What after a time says up to, within or since when.
  private static let tails = WordSet("底前 末前 底之前 末之前 底以前 底 末 度 前 之前 以前 以来 以后 起 内 上旬 中旬 下旬")
}

extension StatedPeriod {
  /// Whole months of a year.
  init(year: Int, months: ClosedRange<Int>) {
    let last = months.upperBound
    self.init(
      start: Self.day(year, months.lowerBound, 1), end: Self.day(year, last, lastDay(of: last, year)))
  }

  static func day(_ year: Int, _ month: Int, _ day: Int) -> String { "\(year)-\(two(month))-\(two(day))" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
