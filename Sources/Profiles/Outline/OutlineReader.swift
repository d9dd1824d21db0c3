import AdapterKit
import ChineseText
import Plan

/// Turns an outline into items: its headings and points, and each sentence under them.
struct OutlineReader {
  let outline: Outline
  /// Why every item is to be checked; `nil` where a profile knows the shape.
  let review: String?
  private let source: SourceText
  private let noted: NoteReader

  init(_ outline: Outline, review: String?) {
    self.outline = outline
    self.review = review
    source = outline.source
    noted = NoteReader(source: outline.source, words: outline.words)
  }

  func read(into draft: inout DraftBuilder) {
    for aside in outline.asides { claim(aside, in: &draft) }
    let title = outline.head.title.map(source.bare)
    for line in outline.head.lines where source.bare(line) != title && line != outline.head.title {
      if !(outline.head.title?.contains(line.lowerBound) ?? false), source.scalars[line].contains(where: \.isHan) {
        if outline.head.namesSpeaker(line) {
          draft.document(line)
        } else {
          add(.context, OutlineSentence(ranges: [line], whole: line), Place(), into: &draft)
        }
      }
    }
    for sentence in outline.opening { add(.context, sentence, Place(), into: &draft) }
    for note in outline.strays { noted.read(note, of: [], into: &draft) }
    var items: [Int?] = []
    for section in outline.sections {
      items.append(add(section, under: section.parent.flatMap { items[$0] }, into: &draft))
    }
  }

  /// Where a sentence stands: below which item, in what part, of which year.
  private struct Place {
    var parent: Int?
    var part: OutlinePart?
    var year: Int?
  }

  // MARK: Sections

  /// A section and its sentences; gives what stands below it.
  private func add(_ section: OutlineSection, under parent: Int?, into draft: inout DraftBuilder) -> Int? {
    var place = Place(parent: parent, part: section.part, year: year(of: section, in: draft))
    let lists = section.sentences.map { list($0, in: section) }
    let isLeaf =
      !section.hasSections && !section.opensPart && !lists.contains { $0 != nil }
      && (section.mark != nil || section.level != nil || section.isBullet)
    draft.structure(section.head, "heading")
    var owner: Int?
    var sentences = Array(zip(section.sentences.indices, section.sentences))
    var said: [Int?] = section.sentences.map { _ in nil }
    let own = role(of: section, isLeaf: isLeaf)
    if let title = section.title {
      owner = add(
        own ?? .section, title: title, OutlineSentence(ranges: [], whole: title), number: section.mark?.number, place,
        into: &draft)
    } else if !sentences.isEmpty, !section.isAddress {
      let (at, first) = sentences.removeFirst()
      owner = add(
        own ?? section.part?.role ?? .context, first, number: section.mark?.number, place, into: &draft)
      said[at] = owner
    }
    place.parent = owner ?? parent
    var points: (until: Int, place: Place)?
    let runIns = runIns(of: section)
    for (at, sentence) in sentences {
      if sentence.opensParagraph { place.parent = owner ?? parent }
      if runIns.contains(at), let title = sentence.ranges.first {
        said[at] = add(.task, title: withoutStop(title), sentence.withoutWords, place, into: &draft)
        place.parent = said[at]
      } else if let points, at <= points.until {
        said[at] = add(.task, title: sentence.ranges.first, sentence.withoutWords, points.place, into: &draft)
      } else if let list = lists[at] {
        add(list, sentence, place, into: &draft)
      } else if section.part == .targets, section.opensPart {
        addGoals(sentence, place, into: &draft)
      } else if section.isAddress, !section.sentences.contains(where: hasFigures) {
        add(.context, sentence, Place(parent: place.parent, part: nil, year: place.year), into: &draft)
      } else if let last = counted(behind: at, in: section) {
        var below = place
        below.part = .tasks
        below.parent = add(.section, title: sentence.ranges.first, sentence.withoutWords, below, into: &draft)
        points = (last, below)
      } else {
        said[at] = add(role(of: sentence, in: section), sentence, place, into: &draft)
      }
    }
    read(section.notes, of: owner, said, into: &draft)
    return owner ?? parent
  }

  /// The short sentences that open paragraphs of a part without headings of its own: 织密救助网。低保标准提高10%。
  private func runIns(of section: OutlineSection) -> [Int] {
    guard section.part == .plan, section.opensPart, !section.hasSections else { return [] }
    let found = section.sentences.indices.filter { at in
      let sentence = section.sentences[at]
      guard sentence.opensParagraph, !sentence.endsParagraph, sentence.number == nil, let words = sentence.ranges.first,
        let last = words.last
      else { return false }
      return words.count <= 24 && "。".unicodeScalars.contains(source.scalars[last])
        && !source.scalars[words].contains(where: \.isDigit)
    }
    return found.count > 1 ? found : []
  }

  private func withoutStop(_ words: Range<Int>) -> Range<Int> {
    words.last.map { source.scalars[$0] == "。" } ?? false ? words.lowerBound..<words.upperBound - 1 : words
  }

  /// What a heading is beside a section; `nil` where it is none of these.
  private func role(of section: OutlineSection, isLeaf: Bool) -> Item.Role? {
    guard let part = section.part else { return nil }
    if section.isPoint { return part.role }
    guard isLeaf, part.isPlanned else { return nil }
    return part == .targets ? .goal : .task
  }

  /// A list that stands in a sentence of a section; one of tasks stands in no task.
  private func list(_ sentence: OutlineSentence, in section: OutlineSection) -> OutlineList? {
    guard section.part != .review, let list = OutlineList(of: sentence, source, outline.words) else { return nil }
    return list.part == .tasks && isTask(section) ? nil : list
  }

  private func isTask(_ section: OutlineSection) -> Bool {
    !section.hasSections && !section.opensPart && section.part != .tasks
      && (section.mark != nil || section.level != nil || section.isBullet)
  }

  /// The last of the points that a sentence announces as tasks: 今年办好八件实事：①…；②….
  private func counted(behind at: Int, in section: OutlineSection) -> Int? {
    let lead = section.sentences[at]
    guard section.part?.isPlanned ?? false, !isTask(section), lead.number == nil, let words = lead.ranges.first,
      outline.words.part(LinePattern.plain(source.scalars[words])) == .tasks
    else { return nil }
    let points = section.sentences[(at + 1)...].prefix { $0.number != nil }
    return points.count > 1 ? points.indices.last : nil
  }

  private func hasFigures(_ sentence: OutlineSentence) -> Bool {
    sentence.ranges.contains { source.scalars[$0].contains(where: \.isDigit) }
  }

  /// What leads over to a list, and what is lacking in a part that tells what was reached, is narration.
  private func role(of sentence: OutlineSentence, in section: OutlineSection) -> Item.Role {
    guard let part = section.part else { return .context }
    let leads = sentence.whole.last.map { "：:".unicodeScalars.contains(source.scalars[$0]) } ?? false
    if part == .review ? sentence.isDoubt : part.isPlanned && leads { return .context }
    return part.role
  }

  /// The year of a section where it is not the document's: as its heading states, else as its part tells.
  private func year(of section: OutlineSection, in draft: DraftBuilder) -> Int? {
    let own = draft.draft.period?.value
    let year = section.year ?? outline.head.year(of: section.part)
    guard section.part != .review else { return year }
    return year.map { Plan.Period(year: $0) } == own ? nil : year
  }

  // MARK: Sentences

  @discardableResult
  private func add(
    _ role: Item.Role, title: Range<Int>? = nil, _ sentence: OutlineSentence, number: Int? = nil, _ place: Place,
    into draft: inout DraftBuilder
  ) -> Int {
    // What a plan tells of an earlier year is where things stood.
    let start = draft.draft.period?.value.year
    let past =
      sentence.ranges.flatMap { yearMentions(in: source.scalars, $0) }.first.map { $0.year < start ?? 0 } ?? false
    let figures: DraftBuilder.Figures =
      place.part?.isPlanned ?? false && past ? .untold : place.part?.figures ?? .untold
    draft.structure(sentence.whole, "punctuation")
    let item = draft.item(
      role, under: place.parent, number: number ?? sentence.number, title: title, text: sentence.ranges,
      period: place.year.map { Plan.Period(year: $0) }, figures: figures)
    if let mark = sentence.mark { draft.structure(mark, "number") }
    if let review { draft.update(item) { $0.review = review } }
    return item
  }

  /// 主要预期目标是：…, a section with a goal a clause; 民生实事：…, with a task a clause.
  private func add(_ list: OutlineList, _ sentence: OutlineSentence, _ place: Place, into draft: inout DraftBuilder) {
    var place = place
    place.part = list.part
    draft.structure(list.opening, "lead")
    place.parent = add(.section, title: list.lead, OutlineSentence(ranges: [], whole: list.lead), place, into: &draft)
    add(
      OutlineList.clauses(of: list.rest, as: list.part, in: source), list.part == .targets ? .goal : .task,
      OutlineSentence(ranges: [list.rest], whole: list.rest), place, into: &draft)
  }

  /// The sentence of a part of targets: a goal a clause where it has figures.
  private func addGoals(_ sentence: OutlineSentence, _ place: Place, into draft: inout DraftBuilder) {
    let clauses = sentence.ranges.flatMap { OutlineList.clauses(of: $0, as: .targets, in: source) }
    if hasFigures(sentence) {
      add(clauses, .goal, sentence, place, into: &draft)
    } else {
      add(.guideline, sentence, place, into: &draft)
    }
  }

  private func add(
    _ clauses: [Range<Int>], _ role: Item.Role, _ sentence: OutlineSentence, _ place: Place,
    into draft: inout DraftBuilder
  ) {
    draft.structure(sentence.whole, "punctuation")
    for clause in clauses {
      add(role, title: clause, OutlineSentence(ranges: [], whole: clause), place, into: &draft)
    }
  }

  // MARK: Notes

  /// One note is of the heading's task; of several each is of what its own paragraph says.
  private func read(_ notes: [OutlineNote], of owner: Int?, _ said: [Int?], into draft: inout DraftBuilder) {
    let paragraphs = notes.count { $0.sentences != nil }
    for note in notes {
      let own = note.sentences.map { said[$0.clamped(to: said.indices)].compactMap { $0 } } ?? []
      let isOwn = note.isHeadings || note.sentences == nil || paragraphs == 1 || own.isEmpty
      noted.read(note, of: isOwn ? [owner].compactMap { $0 } : own, into: &draft)
    }
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
