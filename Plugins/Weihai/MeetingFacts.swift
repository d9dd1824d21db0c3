import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// What a report says about itself: title, day, planned year, bureau, city.
struct MeetingFacts {
  let source: SourceText
  let outline: Outline

  func read(into draft: inout DraftBuilder) {
    let planned = plannedYear
    if let planned { draft.draft.period = Fact(Plan.Period(year: planned.value), inferred: planned.isInferred) }
    if let headline = outline.headline {
      draft.document(headline)
      draft.draft.title = Fact(source.string(source.scalars.trimmed(headline)))
    } else if let name = meetingName {
      draft.draft.title = Fact(source.string(name), inferred: true)
    }
    draft.draft.date = date(planned: planned?.value)
    let bureau = bureau
    if let given = source.given.organization {
      draft.draft.organization = Fact(given)
    } else if let bureau {
      draft.draft.organization = Fact(source.string(bureau), inferred: true)
    }
    draft.draft.city = source.city(organization: bureau, title: outline.headline ?? meetingName)
  }

  // MARK: Year and day

  /// The year that work is laid out for: named in the meeting's name, or with 安排, 部署; else the latest one named.
  private var plannedYear: Fact<Int>? {
    if let given = source.given.year { return Fact(given) }
    let head = [outline.headline, meetingName].compactMap { $0 }
    for line in head { if let first = yearMentions(in: source.scalars, line).first { return Fact(first.year) } }
    let years = yearMentions(in: source.scalars, source.whole)
    for mention in years {
      let after = mention.range.upperBound..<min(mention.range.upperBound + 16, source.scalars.count)
      let before = max(0, mention.range.lowerBound - 6)..<mention.range.lowerBound
      let isSummed = source.holds(["总结", "回顾", "盘点"], in: before)
      if !isSummed, source.holds(["安排", "部署", "重点工作", "重点任务", "工作任务", "目标任务"], in: after) { return Fact(mention.year) }
    }
    guard let latest = years.map(\.year).max() else { return nil }
    // Only the year looked back on is named: the one planned follows it.
    let summed = years.allSatisfy { mention in
      mention.year != latest
        || source.holds(
          ["总结", "回顾", "盘点", "过去", "认为"], in: max(0, mention.range.lowerBound - 8)..<mention.range.lowerBound)
    }
    return Fact(summed ? latest + 1 : latest, inferred: true)
  }

  /// The day of the meeting; a year that is not stated follows from the planned one.
  private func date(planned: Int?) -> Fact<CalendarDate>? {
    guard let opening = outline.opening,
      let mention = dateMentions(in: source.scalars, opening).first
    else { return nil }
    if let year = mention.year {
      return CalendarDate(year: year, month: mention.month, day: mention.day).map { Fact($0) }
    }
    if let published, let year = published.year {
      let before = (mention.month, mention.day) <= (published.month, published.day)
      return CalendarDate(year: before ? year : year - 1, month: mention.month, day: mention.day)
        .map { Fact($0, inferred: true) }
    }
    guard let planned else { return nil }
    // A meeting of late autumn that looks back on the year before the planned one is held in that year.
    let looksBack = yearMentions(in: source.scalars, source.whole).contains { $0.year == planned - 1 }
    let year = mention.month >= 11 && looksBack ? planned - 1 : planned
    return CalendarDate(year: year, month: mention.month, day: mention.day).map { Fact($0, inferred: true) }
  }

  /// The day of publication, from a line of credits.
  private var published: DateMention? {
    for part in outline.parts {
      if case .credits = part.content, let mention = dateMentions(in: source.scalars, part.range).first,
        mention.year != nil
      {
        return mention
      }
    }
    return nil
  }

  // MARK: Names

  /// What the opening sentence calls the meeting.
  private var meetingName: Range<Int>? {
    let text = source.scalars
    guard let opening = outline.opening, let sentence = sentences(in: text, opening).first else { return nil }
    guard let verb = MeetingWords.held.compactMap({ text.first($0, in: sentence) }).min(by: { $0.lowerBound < $1.lowerBound })
    else { return nil }
    // 某局召开2024年全市工作会议, or 某系统工作会议召开.
    let after = text.trimmed(verb.upperBound..<(firstClauseMark(in: text, verb.upperBound..<sentence.upperBound, marks: ["，", ",", "。", "；"]) ?? sentence.upperBound))
    if source.holds(MeetingWords.meetings, in: after) {
      let start = text.stands("了", at: after.lowerBound) ? after.lowerBound + 1 : after.lowerBound
      return start..<after.upperBound
    }
    var start = sentence.lowerBound
    for at in sentence.lowerBound..<verb.lowerBound where ["，", ",", "：", ":"].contains(text[at]) { start = at + 1 }
    for mention in dateMentions(in: text, start..<verb.lowerBound) { start = mention.range.upperBound }
    for word in ["上午", "下午", "晚上", "晚", "在"] where text.stands(word, at: start) { start += word.unicodeScalars.count }
    let name = text.trimmed(start..<verb.lowerBound)
    return source.holds(MeetingWords.meetings, in: name) ? name : nil
  }

  private static let endings = ["委员会", "办公室", "局", "厅", "委", "办", "中心", "院", "集团"]

  /// The bureau whose meeting it is: named in the text, with the meeting's matter in its name.
  private var bureau: Range<Int>? {
    let text = source.scalars
    var best: (range: Range<Int>, points: Int)?
    let name = outline.headline ?? meetingName
    let topic = [name, meetingName].compactMap { $0 }
    for at in text.indices {
      guard let candidate = bureau(at: at) else { continue }
      var points = candidate.hasCity ? 3 : 0
      let core = candidate.core
      if topic.contains(where: { text.first(source.string(core), in: $0) != nil }) { points += 4 }
      let next = candidate.range.upperBound
      let follow = next..<min(next + 8, text.count)
      if ["召开", "组织召开", "举行", "领导班子", "党组", "党委", "机关", "主要负责"].contains(where: { text.stands($0, at: next) }) {
        points += 2
      }
      if source.holds(["局长", "主任", "书记"], in: follow) { points += 1 }
      if let opening = outline.opening, opening.contains(at) { points += 1 }
      if best.map({ points > $0.points }) ?? true { best = (candidate.range, points) }
    }
    return best.flatMap { $0.points >= 4 ? $0.range : nil }
  }

  private struct Candidate {
    var range: Range<Int>
    /// The name without the city and its ending: 海洋发展 of a 市海洋发展局.
    var core: Range<Int>
    var hasCity: Bool
  }

  /// A city's name or 市, up to a dozen characters, and an ending such as 局.
  private func bureau(at offset: Int) -> Candidate? {
    let text = source.scalars
    var start = offset
    var hasCity = false
    if let mention = Cities.standard.mention(in: text, at: offset), mention.city.level != .province {
      start = mention.range.upperBound
      hasCity = true
      if !mention.isFullName, text.indices.contains(start), text[start] == "市" { start += 1 }
    } else if text[offset] == "市", offset == 0 || !text[offset - 1].isHan || !isPartOfCity(offset) {
      start = offset + 1
    } else {
      return nil
    }
    if ["委", "政府", "人大", "政协", "纪委", "区", "县", "直"].contains(where: { text.stands($0, at: start) }) { return nil }
    for at in start..<min(start + 14, text.count) {
      guard text[at].isHan, !["会议", "系统", "工作会", "大会"].contains(where: { text.stands($0, at: at) }) else { return nil }
      for ending in MeetingFacts.endings where text.stands(ending, at: at) {
        let end = at + ending.unicodeScalars.count
        guard at - start >= 2, end <= text.count else { return nil }
        return Candidate(range: offset..<end, core: start..<at, hasCity: hasCity)
      }
    }
    return nil
  }

  /// 市 as the last character of 各区市, 全市, 县级市 names no bureau's city.
  private func isPartOfCity(_ offset: Int) -> Bool {
    ["区", "县", "全", "各", "级", "城", "州", "我"].contains(source.scalars[offset - 1])
      || Cities.standard.mention(in: source.scalars, at: max(0, offset - 2)) != nil
  }
}
