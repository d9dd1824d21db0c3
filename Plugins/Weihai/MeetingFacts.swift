import AdapterKit
import ChineseText
import Plan

/// What a report says about itself: title, day, planned year, bureau, city.
struct MeetingFacts {
  let source: SourceText
  let outline: Outline

  func read(into draft: inout DraftBuilder) {
    let planned = plannedYear
    if let planned { draft.draft.period = Fact(Plan.Period(year: planned.value), inferred: planned.isInferred) }
    let name = meetingName
    if let headline = outline.headline {
      draft.draft.title = Fact(source.written(headline))
    } else if let name {
      draft.draft.title = Fact(source.written(name), inferred: true)
    }
    draft.draft.date = date(planned: planned?.value)
    let topics = [outline.headline, name].compactMap { $0 }
    let bureau = BureauReader(source: source).bureau(topics: topics, opening: outline.opening)
    if let given = source.given.organization {
      draft.draft.organization = Fact(given)
    } else if let bureau {
      draft.draft.organization = Fact(source.written(bureau), inferred: true)
    }
    draft.draft.city = source.city(organization: bureau, title: topics.first)
  }

  // MARK: The planned year

  static let words = lookingBack + lookingAhead + turning + dayParts + ["明年", "今天", "今日", "日"]
  private static let turning = ["总结", "述职", "考核", "表彰", "工作回顾", "年度总结"]
  private static let dayParts = ["上午", "下午", "晚上", "晚"]
  private static let lookingBack = ["总结", "回顾", "盘点", "述职", "考核", "表彰", "过去", "认为", "截至"]
  private static let lookingAhead = ["安排", "部署", "重点工作", "重点任务", "工作任务", "目标任务", "工作会议", "各项工作"]

  /// The year that work is laid out for: named in the headline or the meeting's name, or beside 安排, 部署; else the
  /// latest one named, or the one after it where that one is only looked back on.
  private var plannedYear: Fact<Int>? {
    if let given = source.given.year { return Fact(given) }
    let heads = [outline.headline, meetingName].compactMap { $0 }
    if let year = heads.flatMap({ years(in: $0) }).filter({ !isLookedBackOn($0) }).map(\.year).max() {
      return Fact(year)
    }
    let named = years(in: source.whole)
    for mention in named where !isLookedBackOn(mention) && !isDay(mention) {
      let after = mention.range.upperBound..<min(mention.range.upperBound + 16, source.scalars.count)
      let before = max(0, mention.range.lowerBound - 4)..<mention.range.lowerBound
      if source.holds(MeetingFacts.lookingAhead, in: after) || source.holds(["安排", "部署", "谋划"], in: before) {
        return Fact(mention.year)
      }
    }
    guard let latest = named.map(\.year).max() else { return published?.year.map { Fact($0, inferred: true) } }
    let last = named.filter { $0.year == latest }
    let opensNextYear = last.allSatisfy(isDay) && source.holds(["明年"], in: source.whole)
    return Fact(last.allSatisfy(isLookedBackOn) || opensNextYear ? latest + 1 : latest, inferred: true)
  }

  /// The years named, without those that a longer plan runs to (到2030年, 2021-2025年).
  private func years(in range: Range<Int>) -> [(year: Int, range: Range<Int>)] {
    yearMentions(in: source.scalars, range).filter { mention in
      let before = mention.range.lowerBound - 1
      return before < range.lowerBound || !"到至-—～~".unicodeScalars.contains(source.scalars[before])
    }
  }

  /// 2024年2月28日 names a day.
  private func isDay(_ mention: (year: Int, range: Range<Int>)) -> Bool {
    let end = min(mention.range.upperBound + 8, source.scalars.count)
    return dateMentions(in: source.scalars, mention.range.lowerBound..<end).first?.range.lowerBound
      == mention.range.lowerBound
  }

  /// 总结2023年工作, 2023年度总结; in 2023年度总结表彰暨2024年工作会议 only the first one.
  private func isLookedBackOn(_ mention: (year: Int, range: Range<Int>)) -> Bool {
    let before = source.scalars[max(0, mention.range.lowerBound - 8)..<mention.range.lowerBound]
    let start = before.lastIndex { "暨，,。；;年".unicodeScalars.contains($0) }.map { $0 + 1 } ?? before.startIndex
    let after = mention.range.upperBound..<min(mention.range.upperBound + 6, source.scalars.count)
    return source.holds(MeetingFacts.lookingBack, in: start..<mention.range.lowerBound)
      || source.holds(MeetingFacts.turning, in: after)
  }

  // MARK: The day

  /// The day of the meeting; a year or month that is not stated follows from the publication or the planned year.
  private func date(planned: Int?) -> Fact<CalendarDate>? {
    guard let opening = outline.opening else { return nil }
    guard let mention = dateMentions(in: source.scalars, opening).first else { return dayAlone(in: opening) }
    if let year = mention.year {
      return CalendarDate(year: year, month: mention.month, day: mention.day).map { Fact($0) }
    }
    if let published, let year = published.year {
      let isSameYear = (mention.month, mention.day) <= (published.month, published.day)
      return CalendarDate(year: isSameYear ? year : year - 1, month: mention.month, day: mention.day)
        .map { Fact($0, inferred: true) }
    }
    guard let planned else { return nil }
    // A meeting of late autumn that looks back on the year before the planned one is held in that year.
    let looksBack = yearMentions(in: source.scalars, source.whole).contains { $0.year == planned - 1 }
    let year = mention.month >= 11 && looksBack ? planned - 1 : planned
    return CalendarDate(year: year, month: mention.month, day: mention.day).map { Fact($0, inferred: true) }
  }

  /// 28日上午 and 今天 take month and year from the day of publication.
  private func dayAlone(in opening: Range<Int>) -> Fact<CalendarDate>? {
    guard let published, let year = published.year else { return nil }
    let head = opening.lowerBound..<min(opening.lowerBound + 30, opening.upperBound)
    if source.holds(["今天", "今日"], in: head) {
      return CalendarDate(year: year, month: published.month, day: published.day).map { Fact($0, inferred: true) }
    }
    guard let mark = source.scalars.first("日", in: head) else { return nil }
    let digits = source.scalars[head.lowerBound..<mark.lowerBound].reversed().prefix { $0.isASCIIDigit }.reversed()
    guard (1...2).contains(digits.count) else { return nil }
    let day = digits.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    var (meetingYear, month) = (year, published.month)
    if day > published.day { (meetingYear, month) = month == 1 ? (year - 1, 12) : (year, month - 1) }
    return CalendarDate(year: meetingYear, month: month, day: day).map { Fact($0, inferred: true) }
  }

  /// The day of publication, from a line of credits.
  private var published: DateMention? {
    outline.parts.filter { $0.content == .credits }
      .flatMap { dateMentions(in: source.scalars, $0.range) }.first { $0.year != nil }
  }

  // MARK: The meeting's name

  /// What the opening sentence calls the meeting.
  private var meetingName: Range<Int>? {
    let text = source.scalars
    guard let opening = outline.opening, let sentence = sentences(in: text, opening).first,
      let verb = MeetingWords.held.compactMap({ text.first($0, in: sentence) })
        .min(by: { $0.lowerBound < $1.lowerBound })
    else { return nil }
    // 某局召开2024年全市工作会议, or 某系统工作会议召开.
    let stop = firstClauseMark(in: text, verb.upperBound..<sentence.upperBound, marks: ["，", ",", "。", "；"])
    let after = text.trimmed(verb.upperBound..<(stop ?? sentence.upperBound))
    if source.holds(MeetingWords.meetings, in: after) {
      return (text.stands("了", at: after.lowerBound) ? after.lowerBound + 1 : after.lowerBound)..<after.upperBound
    }
    var start = sentence.lowerBound
    for at in sentence.lowerBound..<verb.lowerBound where ["，", ",", "：", ":"].contains(text[at]) { start = at + 1 }
    for mention in dateMentions(in: text, start..<verb.lowerBound) { start = mention.range.upperBound }
    for word in MeetingFacts.dayParts where text.stands(word, at: start) { start += word.unicodeScalars.count }
    if text.stands("在", at: start), let place = text.first("的", in: start..<verb.lowerBound) {
      start = place.upperBound
    }
    // 全市教育工作会议在市民文化中心召开: the place is not the name.
    var end = verb.lowerBound
    for word in MeetingWords.meetings {
      if let found = text.first(word, in: start..<end), text.stands("在", at: found.upperBound) {
        end = found.upperBound
      }
    }
    let name = text.trimmed(start..<end)
    return source.holds(MeetingWords.meetings, in: name) ? name : nil
  }
}
