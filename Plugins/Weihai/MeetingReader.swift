import AdapterKit
import ChineseText
import Plan
import Reading

/// Turns the parts of a report into items: tasks with their measures, and what else the meeting said.
struct MeetingReader {
  let source: SourceText
  let outline: Outline

  func read(into draft: inout DraftBuilder) {
    var task: Int?
    var achievement: (item: Int, paragraph: Int)?
    for part in outline.parts {
      switch part.content {
      case .heading: draft.structure(part.range, "partHeading")
      case .credits: draft.boilerplate(part.range, "credits")
      case .task(let mark): task = read(task: part, mark, into: &draft)
      case .measure:
        if let task {
          addMeasure(part.range, to: task, into: &draft)
        } else {
          draft.item(.context, text: [part.range])
        }
      case .sentence:
        switch part.mode {
        case .achievement:
          if let open = achievement, open.paragraph == part.paragraph {
            draft.append(part.range, to: open.item, figures: .reached)
          } else {
            achievement = (draft.item(.achievement, text: [part.range], period: period(of: part.range)), part.paragraph)
          }
        case .guideline, .deployment: draft.item(.guideline, text: [part.range])
        case .requirement: draft.item(.requirement, text: [part.range])
        case nil: draft.item(.context, text: [part.range])
        }
      }
      if let label = part.label { draft.structure(label, "voice") }
    }
  }

  /// The year that what was achieved is of: the first one named.
  private func period(of range: Range<Int>) -> Plan.Period? {
    if let first = yearMentions(in: source.scalars, range).first { return Plan.Period(year: first.year) }
    return nil
  }

  // MARK: Tasks

  /// Title and aim from the first sentence; what is neither is a measure.
  private func read(task part: Part, _ mark: Enumerator, into draft: inout DraftBuilder) -> Int {
    let text = source.scalars
    let said = text.trimmed(mark.range.upperBound..<part.range.upperBound)
    let sentence = withoutEnd(said)
    let comma = firstClauseMark(in: text, sentence, marks: ["，", ",", "；", ";", "：", ":"])
    let title = text.trimmed(sentence.lowerBound..<(comma ?? sentence.upperBound))
    let rest = comma.map { text.trimmed($0 + 1..<sentence.upperBound) } ?? sentence.upperBound..<sentence.upperBound
    let aim = isAim(rest) ? rest : nil
    let counted = mark.number ?? nextNumber(in: draft)
    let task = draft.item(.task, number: counted, title: title, aim: aim, whole: part.range)
    draft.structure(mark.range, "taskMark")
    if !rest.isEmpty, aim == nil { addMeasure(text.trimmed(rest.lowerBound..<said.upperBound), to: task, into: &draft) }
    return task
  }

  private func addMeasure(_ range: Range<Int>, to task: Int, into draft: inout DraftBuilder) {
    draft.item(.measure, under: task, text: [range], whole: range)
  }

  /// 在……上（中、方面）……: where the task is to make its mark.
  private func isAim(_ rest: Range<Int>) -> Bool {
    let text = source.scalars
    guard text.stands("在", at: rest.lowerBound, before: rest.upperBound) else { return false }
    guard firstClauseMark(in: text, rest, marks: ["，", ","]) == nil else { return false }
    return source.holds(["上", "中", "方面", "里", "下"], in: rest)
  }

  private func withoutEnd(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    let marks: Set<Unicode.Scalar> = ["。", "；", ";", "！", "!", "."]
    while end > range.lowerBound, marks.contains(source.scalars[end - 1]) { end -= 1 }
    return range.lowerBound..<end
  }

  /// 其次 and 最后 count on from the task before.
  private func nextNumber(in draft: DraftBuilder) -> Int {
    (draft.draft.items.last { $0.role == .task }?.number ?? 0) + 1
  }
}
