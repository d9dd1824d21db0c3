import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// What stands above the table: the title, and the labelled unit, head, contact and telephone.
struct SheetHead {
  let source: SourceText
  /// The line that names the sheet.
  private(set) var title: Range<Int>?
  private(set) var fields: [LabelledField<SheetWords.HeadLabel>] = []
  /// Other lines above the table: an appendix mark, a subtitle.
  private(set) var others: [Range<Int>] = []
  /// How many blocks it takes; the goals come after.
  private(set) var blocks = 0
  /// Labels in cells of their own stand in the first rows of the table's block.
  private(set) var rows = 0

  init(_ source: SourceText) {
    self.source = source
    var lines: [Range<Int>] = []
    scan: for block in source.blocks {
      switch block.kind {
      case .paragraph, .heading:
        if isGoalText(block.range) { break scan }
        let found = SheetWords.head.fields(in: source, block.range).filter(isHeadField)
        if found.isEmpty { lines.append(block.range) } else { take(found, of: block.range) }
        blocks += 1
      case .table:
        var allHead = true
        for row in block.rows {
          guard GoalTable.columns(of: row, in: source) == nil, let found = labelledCells(row) else {
            allHead = false
            break
          }
          fields += found
          rows += 1
        }
        guard allHead else { break scan }
        blocks += 1
        rows = 0
      }
    }
    let first = source.blocks.first { $0.kind == .table }
    if blocks == 0, lines.isEmpty, let row = first?.rows.first, row.cells.count == 1 { lines = [row.range] }
    title = lines.first { source.holds(SheetWords.titles, in: $0) } ?? lines.max { $0.count < $1.count }
    others = lines.filter { $0 != title }
  }

  /// A line that belongs to a goal can't be part of the head.
  private func isGoalText(_ line: Range<Int>) -> Bool {
    !SheetWords.benchmark.fields(in: source, line).isEmpty || sentences(in: source.scalars, line).count > 2
  }

  /// 单位：万元 tells a unit of measure, not a bureau.
  private func isHeadField(_ field: LabelledField<SheetWords.HeadLabel>) -> Bool {
    guard field.label == .unit else { return true }
    let value = source.bare(field.value)
    return !["元", "吨", "%", "％", "个", "人", "户", "亩"].contains { value.hasSuffix($0) }
  }

  private mutating func take(_ found: [LabelledField<SheetWords.HeadLabel>], of line: Range<Int>) {
    fields += found
    if let first = found.first {
      let before = source.scalars.trimmed(line.lowerBound..<first.labelRange.lowerBound)
      if !before.isEmpty { others.append(before) }
    }
  }

  /// Labels and values in cells side by side, or `label：value` in each cell.
  private func labelledCells(_ row: Reading.Row) -> [LabelledField<SheetWords.HeadLabel>]? {
    var out: [LabelledField<SheetWords.HeadLabel>] = []
    var index = 0
    let cells = row.cells.filter { !$0.range.isEmpty }
    while index < cells.count {
      let inside = SheetWords.head.fields(in: source, cells[index].range).filter(isHeadField)
      if let first = inside.first, inside.count > 1 || !first.value.isEmpty {
        out += inside
        index += 1
      } else if let label = SheetWords.head.label(filling: cells[index].range, of: source) {
        let next = index + 1 < cells.count ? cells[index + 1].range : nil
        let isValue = next.map { SheetWords.head.label(filling: $0, of: source) == nil } ?? false
        let value = isValue ? next : nil
        let label = LabelledField(
          label: label, labelRange: cells[index].range,
          value: value ?? cells[index].range.upperBound..<cells[index].range.upperBound)
        out.append(label)
        index += value == nil ? 1 : 2
      } else {
        return nil
      }
    }
    return out.isEmpty ? nil : out
  }

  func value(_ label: SheetWords.HeadLabel) -> Range<Int>? {
    fields.first { $0.label == label && !$0.value.isEmpty }?.value
  }

  // MARK: Reading

  func read(into draft: inout DraftBuilder) {
    if let title {
      draft.document(title)
      draft.draft.title = Fact(source.string(source.scalars.trimmed(title)))
    }
    for line in others {
      if source.bare(line).hasPrefix("附件") {
        draft.structure(line, "appendixMark")
      } else {
        draft.document(line)
      }
    }
    for field in fields {
      draft.structure(field.labelRange, "label")
      draft.document(field.value)
    }
    readPeriod(into: &draft)
    readPeople(into: &draft)
    readOwner(into: &draft)
  }

  private func readPeriod(into draft: inout DraftBuilder) {
    if let year = source.given.year {
      draft.draft.period = Fact(Plan.Period(year: year))
    } else if let year = stated(in: [title].compactMap { $0 } + others) {
      draft.draft.period = Fact(Plan.Period(year: year))
    }
    if let value = value(.date), let mention = dateMentions(in: source.scalars, value).first {
      let year = mention.year ?? draft.draft.period?.value.year
      if let year, let date = CalendarDate(year: year, month: mention.month, day: mention.day) {
        draft.draft.date = Fact(date, inferred: mention.year == nil)
      }
    }
  }

  private func stated(in lines: [Range<Int>]) -> Int? {
    for line in lines { if let first = yearMentions(in: source.scalars, line).first { return first.year } }
    return nil
  }

  private func readOwner(into draft: inout DraftBuilder) {
    let unit = value(.unit) ?? organizationInTitle()
    if let given = source.given.organization {
      draft.draft.organization = Fact(given)
    } else if let unit {
      draft.draft.organization = Fact(source.bare(unit))
    }
    let compared = source.blocks.filter { !SheetWords.benchmark.fields(in: source, $0.range).isEmpty }.map(\.range)
    let stated = value(.city) ?? unit
    draft.draft.city = source.city(organization: stated, title: title, excluding: compared + benchmarkCells())
  }

  private func benchmarkCells() -> [Range<Int>] {
    let table = GoalTable(source)
    return table.rows.flatMap { $0.benchmarkCities + $0.benchmarkValues }
  }

  /// 某市教育局2022年度业务目标: a title that begins with the bureau's name.
  private func organizationInTitle() -> Range<Int>? {
    guard let title else { return nil }
    let year = yearMentions(in: source.scalars, title).first?.range.lowerBound ?? title.upperBound
    for at in stride(from: year - 1, to: title.lowerBound, by: -1)
    where ["局", "委", "办", "厅", "处", "院", "会", "中心"].contains(where: { source.scalars.stands($0, at: at) }) {
      let end = source.scalars.stands("中心", at: at) ? at + 2 : at + 1
      return end - title.lowerBound >= 3 ? title.lowerBound..<min(end, title.upperBound) : nil
    }
    return nil
  }

  /// Head and contact; a telephone or address belongs to the contact, or to the head where no contact is named.
  private func readPeople(into draft: inout DraftBuilder) {
    func text(_ label: SheetWords.HeadLabel) -> String? { value(label).map { source.string($0) } }
    let (head, contact) = (text(.head), text(.contact))
    let (phone, email) = (text(.phone), text(.email))
    var people: [Draft.Person] = []
    if let head {
      let alone = contact == nil
      people.append(Draft.Person(role: .head, name: head, phone: alone ? phone : nil, email: alone ? email : nil))
    }
    if contact != nil || head == nil, contact ?? phone ?? email != nil {
      people.append(Draft.Person(role: .contact, name: contact, phone: phone, email: email))
    }
    draft.draft.people = people
  }
}
