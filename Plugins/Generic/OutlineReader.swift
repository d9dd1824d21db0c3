import AdapterKit
import ChineseText
import Plan

/// Turns an outline into items: its headings and points, and each sentence under them.
struct OutlineReader {
  let source: SourceText
  let outline: Outline

  func read(into draft: inout DraftBuilder) {
    for aside in outline.asides { claim(aside, in: &draft) }
    let title = outline.head.title.map(source.bare)
    for line in outline.head.lines where source.bare(line) != title && line != outline.head.title {
      if !(outline.head.title?.contains(line.lowerBound) ?? false), source.scalars[line].contains(where: \.isHan) {
        add(.context, [line], under: nil, part: nil, year: nil, into: &draft)
      }
    }
    for sentence in outline.opening { add(.context, sentence, under: nil, part: nil, year: nil, into: &draft) }
    var items: [Int?] = []
    for section in outline.sections {
      items.append(add(section, under: section.parent.flatMap { items[$0] }, into: &draft))
    }
  }

  /// A section and its sentences; gives what stands below it.
  private func add(_ section: OutlineSection, under parent: Int?, into draft: inout DraftBuilder) -> Int? {
    let year = section.part == .review || section.year != draft.draft.period?.value.year ? section.year : nil
    let isTask =
      section.part == .plan && !section.hasSections && !section.opensPart
      && (section.mark != nil || section.level != nil)
    draft.structure(section.head, "heading")
    var below = parent
    var sentences = section.sentences
    if let title = section.title {
      below = add(
        isTask ? .task : .section, title: title, [], number: section.mark?.number, under: parent, part: section.part,
        year: year, into: &draft)
    } else if !sentences.isEmpty {
      let role: Item.Role = isTask ? .task : section.part?.role ?? .context
      below = add(
        role, sentences.removeFirst(), number: section.mark?.number, under: parent, part: section.part, year: year,
        into: &draft)
    }
    for sentence in sentences {
      let role = section.part?.role ?? .context
      add(role, sentence, under: below, part: section.part, year: year, into: &draft)
    }
    return below
  }

  @discardableResult
  private func add(
    _ role: Item.Role, title: Range<Int>? = nil, _ text: [Range<Int>], number: Int? = nil, under parent: Int?,
    part: OutlinePart?, year: Int?, into draft: inout DraftBuilder
  ) -> Int {
    // What a plan tells of an earlier year is where things stood.
    let start = draft.draft.period?.value.year
    let past = text.flatMap { yearMentions(in: source.scalars, $0) }.first.map { $0.year < start ?? 0 } ?? false
    let figures = part == .plan && past ? .untold : part?.figures ?? .untold
    let item = draft.item(
      role, under: parent, number: number, title: title, text: text, period: year.map { Plan.Period(year: $0) },
      figures: figures)
    draft.update(item) { $0.review = "outline" }
    return item
  }

  private func claim(_ aside: Outline.Aside, in draft: inout DraftBuilder) {
    switch aside.kind {
    case .credits: draft.boilerplate(aside.range, "credits")
    case .pageNumber: draft.boilerplate(aside.range, "pageNumber")
    case .salutation: draft.structure(aside.range, "salutation")
    case .tableHeader: draft.structure(aside.range, "tableHeader")
    case .markup: draft.structure(aside.range, "markup")
    case .bullet: draft.structure(aside.range, "bullet")
    case .signature: draft.document(aside.range)
    }
  }
}
