/// Reads the time a figure is meant for from the words of its clause or of the adverbial before it.
struct PeriodReader: Sendable {
  let passage: Passage
  let year: Int?
  let spokenIn: Int?

  /// The period of the figure, or nil where no word beside it says one.
  func period(_ figure: Figure) -> Finding<StatedPeriod>? {
    let start = figure.range.lowerBound
    let clause = passage.clauseStart(start)
    if let near = last(clause..<start) { return Finding(near.period, .periodBeside, near.range) }
    // 到2025年，…: an adverbial of time before the first comma governs its sentence.
    let sentence = passage.sentenceStart(start)
    guard sentence < clause, let comma = (sentence..<clause).first(where: { Scalar.partsClauses(passage.text[$0]) })
    else { return nil }
    var head = sentence
    let striving = FigureWords.striving.length(in: passage.text, at: head, limit: comma)
    head += striving
    guard comma > head, let end = Times(text: passage.text).end(after: head, limit: comma), end >= comma else {
      return nil
    }
    return last(sentence..<comma).map { Finding($0.period, .periodAdverbial, $0.range) }
  }

  /// The last time named in the range that is no point of comparison.
  private func last(_ range: Range<Int>) -> (period: StatedPeriod, range: Range<Int>)? {
    var found: (period: StatedPeriod, range: Range<Int>)?
    var place = range.lowerBound
    while place < range.upperBound {
      if !Self.starts.contains(passage.text[place]) {
        place += 1
      } else if let word = relative(place, range.upperBound) {
        if !isCompared(place, range.lowerBound), let period = word.period { found = (period, place..<word.end) }
        place = word.end
      } else if let dated = absolute(place, range.upperBound) {
        if !isCompared(place, range.lowerBound) { found = (dated.period, place..<dated.end) }
        place = dated.end
      } else {
        place += 1
      }
    }
    return found
  }

  /// 比2020年, 较上年, 从2009年 and 是2019年的 name what a figure is compared with; so does 去年同期.
  private func isCompared(_ index: Int, _ floor: Int) -> Bool {
    guard index > floor, let before = passage.at(index - 1) else { return false }
    return before == "比" || before == "较" || before == "是" || before == "为" || before == "与" || before == "和"
      || before == "于"
  }

  private func relative(_ index: Int, _ limit: Int) -> (period: StatedPeriod?, end: Int)? {
    guard let found = Self.wordSet.longest(in: passage.text, at: index, limit: limit), !isInsideWord(index) else {
      return nil
    }
    let part = Self.words[found.ordinal].1
    let end = index + found.length
    // 上年同期 and 连续两年 are no periods; a day of 月 has its own reading.
    if passage.has("同期", at: end) { return (nil, end) }
    let base = FigureWords.saidFromToday.isWord(index..<end, of: passage.text) ? spokenIn : year
    return (base.map { part.days(of: $0) }, end)
  }

  /// 二十年内, 以上年产值: the words of time are parts of others.
  private func isInsideWord(_ index: Int) -> Bool {
    guard let first = passage.at(index), let before = passage.at(index - 1) else { return false }
    if first == "年", Scalar.isDigit(before) || Scalar.isChineseNumeral(before) { return true }
    return FigureWords.insideTimeWord[first]?.contains(before) ?? false
  }

  private func absolute(_ index: Int, _ limit: Int) -> (period: StatedPeriod, end: Int)? {
    guard let read = yearNumber(index, limit) else { return nil }
    var end = read.end
    var part = Part.year(0)
    if let found = Self.partSet.longest(in: passage.text, at: end, limit: passage.text.count) {
      part = Self.parts[found.ordinal].1
      end += found.length
    }
    return (part.days(of: read.year), min(end, limit))
  }

  /// 2025年, 二〇二五年, 一九八五年; not a span of years.
  private func yearNumber(_ index: Int, _ limit: Int) -> (year: Int, end: Int)? {
    var value = 0
    var place = index
    while place < limit, place < index + 5, let scalar = passage.at(place) {
      if Scalar.isDigit(scalar) {
        value = value * 10 + Int(scalar.value - 0x30)
      } else if let digit = Scalar.chineseDigit(scalar), scalar != "两" {
        value = value * 10 + digit
      } else {
        break
      }
      place += 1
    }
    guard place == index + 4, passage.at(place) == "年", (1900...2199).contains(value) else { return nil }
    if let before = passage.at(index - 1), Scalar.isDash(before) || Scalar.isDigit(before) || before == "至" {
      return nil
    }
    return (value, place + 1)
  }

  /// A part of a year, by the distance in years and its months.
  struct Part: Sendable {
    var offset: Int
    var months: ClosedRange<Int>

    static func year(_ offset: Int) -> Part { Part(offset: offset, months: 1...12) }

    func days(of year: Int) -> StatedPeriod {
      let year = year + offset
      let last = months.upperBound
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = last == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(last) ? 30 : 31
      return StatedPeriod(
        start: "\(year)-\(Self.two(months.lowerBound))-01", end: "\(year)-\(Self.two(last))-\(Self.two(days))")
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
  }

  private static let parts: [(String, Part)] = [
    ("上半年", Part(offset: 0, months: 1...6)), ("下半年", Part(offset: 0, months: 7...12)),
    ("前三季度", Part(offset: 0, months: 1...9)), ("第一季度", Part(offset: 0, months: 1...3)),
    ("一季度", Part(offset: 0, months: 1...3)), ("第二季度", Part(offset: 0, months: 4...6)),
    ("二季度", Part(offset: 0, months: 4...6)), ("第三季度", Part(offset: 0, months: 7...9)),
    ("三季度", Part(offset: 0, months: 7...9)), ("第四季度", Part(offset: 0, months: 10...12)),
    ("四季度", Part(offset: 0, months: 10...12)),
  ]

  private static let words: [(String, Part)] =
    parts + [
      ("年内", .year(0)), ("全年", .year(0)), ("今年", .year(0)), ("本年度", .year(0)), ("本年", .year(0)), ("年底前", .year(0)),
      ("去年", .year(-1)), ("上年", .year(-1)), ("明年", .year(1)),
    ]

  /// What a time may begin with: the words below, and a year.
  private static let starts = ScalarSet(words.map(\.0).joined() + "0123456789零〇一二三四五六七八九")
  private static let partSet = WordSet(words: parts.map { Array($0.0.unicodeScalars) })
  private static let wordSet = WordSet(words: words.map { Array($0.0.unicodeScalars) })
}
