import AdapterKit
import ChineseText
import Plan

/// Turns the parts of a report into items: tasks with their measures, and what else the meeting said.
struct MeetingReader {
  let source: SourceText
  let outline: Outline

  func read(into draft: inout DraftBuilder) {
    var task: Int?
    var achievement: (item: Int, paragraph: Int)?
    for part in outline.parts {
      switch part.content {
      case .headline: draft.document(part.range)
      case .heading: draft.structure(part.range, "partHeading")
      case .credits: draft.boilerplate(part.range, "credits")
      case .pageNumber: break
      case .task(let mark): task = addTask(part, mark, into: &draft)
      case .measure: add(.measure, part, under: task, into: &draft)
      case .sentence:
        switch part.mode {
        case .achievement:
          if let open = achievement, open.paragraph == part.paragraph {
            for words in outline.words(of: part.range) { draft.append(words, to: open.item, figures: .reached) }
          } else {
            let period = period(of: part.range, planned: draft.draft.period?.value.year)
            let words = outline.words(of: part.range)
            achievement = (draft.item(.achievement, text: words, whole: part.range, period: period), part.paragraph)
          }
        case .guideline, .assessment: add(.guideline, part, into: &draft)
        case .deployment: add(isAsked(part.range) ? .guideline : .context, part, into: &draft)
        case .requirement: add(.requirement, part, into: &draft)
        case nil: draft.item(.context, text: outline.words(of: part.range), whole: part.range)
        }
      }
      if let label = part.label { draft.structure(label, "voice") }
    }
    for part in outline.parts where part.content == .pageNumber { draft.boilerplate(part.range, "pageNumber") }
  }

  /// 要……, 确保……: said to be done, not told.
  private func isAsked(_ range: Range<Int>) -> Bool { source.holds(["要", "必须", "确保", "坚持", "力争"], in: range) }

  /// The year that what was achieved is of: the first one named, or the one before the planned one.
  private func period(of range: Range<Int>, planned: Int?) -> Plan.Period? {
    if let first = yearMentions(in: source.scalars, range).first { return Plan.Period(year: first.year) }
    guard let planned, source.holds(MeetingWords.lastYear, in: range) else { return nil }
    return Plan.Period(year: planned - 1)
  }

  /// An item that is a sentence; the mark of a list before it is not its words.
  private func add(_ role: Item.Role, _ part: Part, under parent: Int? = nil, into draft: inout DraftBuilder) {
    let words = part.mark.map { source.scalars.trimmed($0.range.upperBound..<part.range.upperBound) } ?? part.range
    // 会议指出，2023年……下降12%: what is told of an earlier year was reached.
    let planned = draft.draft.period?.value.year
    let first = yearMentions(in: source.scalars, words).first?.year
    let isPast =
      first.flatMap { first in planned.map { first < $0 } } ?? source.holds(MeetingWords.lastYear, in: words)
    draft.item(
      role, under: parent, number: part.mark?.number, text: outline.words(of: words), whole: part.range,
      figures: isPast ? .reached : nil)
    if let mark = part.mark { draft.structure(mark.range, "listMark") }
  }

  /// Title and aim from the first sentence; what is neither is a measure.
  private func addTask(_ part: Part, _ mark: Enumerator, into draft: inout DraftBuilder) -> Int {
    let text = source.scalars
    var start = text.trimmed(mark.range.upperBound..<part.range.upperBound).lowerBound
    // 一是要……, 首先，要……: as in 一要, the verb counts with the mark.
    if text.stands("要", at: start), start + 1 < part.range.upperBound,
      !"素点害务求紧".unicodeScalars.contains(text[start + 1])
    {
      start += 1
    }
    let titling = Titling(source, said: text.trimmed(start..<part.range.upperBound))
    let before = draft.draft.items.last { $0.role == .task }?.number ?? 0
    let task = draft.item(
      .task, number: mark.number ?? before + 1, title: titling.title, aim: titling.aim, whole: part.range)
    draft.structure(mark.range.lowerBound..<start, "taskMark")
    if part.isGuess { draft.update(task) { $0.review = "unnumbered" } }
    for rest in titling.rest { draft.item(.measure, under: task, text: outline.words(of: rest), whole: rest) }
    return task
  }
}
