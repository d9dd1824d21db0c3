import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// What stands above the table, and the form's fields below it: the title, unit, head, contact, telephone, dates.
struct SheetHead {
  let source: SourceText
  private let layout: SheetLayout
  /// The line that names the sheet, or the lines where it goes over several.
  private(set) var title: Range<Int>?
  private(set) var fields: [LabelledField<SheetWords.HeadLabel>] = []
  /// Other lines above the table: an appendix mark, a subtitle, an introduction.
  private(set) var others: [Range<Int>] = []

  init(_ layout: SheetLayout) {
    source = layout.source
    self.layout = layout
    for line in layout.head { take(line.filled) }
    findTitle()
    for element in layout.elements {
      switch element {
      case .line(let line) where SheetWords.head.label(at: line, of: source) != nil: fields += headFields(line)
      case .fields(let cells): fields += SheetWords.head.fields(inCells: cells, of: source) ?? []
      default: break
      }
    }
  }

  func value(_ label: SheetWords.HeadLabel) -> Range<Int>? {
    fields.first { $0.label == label && !$0.value.isEmpty }?.value
  }

  /// Whether a stretch holds fields of the form, which are read here.
  func holdsFields(_ range: Range<Int>) -> Bool { fields.contains { $0.labelRange.overlaps(range) } }

  // MARK: Lines above the table

  private mutating func take(_ cells: [Range<Int>]) {
    if cells.count > 1, let found = SheetWords.head.fields(inCells: cells, of: source) {
      fields += found
      return
    }
    for cell in cells {
      let found = headFields(cell)
      if let first = found.first {
        let before = source.scalars.trimmed(cell.lowerBound..<first.labelRange.lowerBound)
        if !before.isEmpty { others.append(before) }
        fields += found
      } else if let last = fields.last, last.value.isEmpty,
        others.allSatisfy({ $0.upperBound <= last.labelRange.lowerBound }),
        isValue(cell, of: last.label)
      {
        fields[fields.count - 1].value = cell
      } else {
        others.append(cell)
      }
    }
  }

  private func headFields(_ line: Range<Int>) -> [LabelledField<SheetWords.HeadLabel>] {
    SheetWords.head.fields(in: source, line).compactMap { field in
      guard field.label == .unit else { return field }
      // 单位：万元 tells a unit of measure, not a bureau; 单位（盖章）：2021年1月20日 tells when it was signed.
      let value = source.bare(field.value)
      if ["元", "吨", "%", "％", "个", "人", "户", "亩"].contains(where: value.hasSuffix) { return nil }
      var field = field
      if !dateMentions(in: source.scalars, field.value).isEmpty { field.label = .date }
      return field
    }
  }

  /// Whether a line can be the value of a label at the end of the line before it.
  private func isValue(_ line: Range<Int>, of label: SheetWords.HeadLabel) -> Bool {
    let kind = CellKind(line, in: source)
    let digits = source.scalars[kind.range].count(where: \.isDigit)
    guard kind.range.count <= 20, !kind.isSentence, !kind.isCategoryLike, !source.holds(SheetWords.titles, in: line)
    else {
      return false
    }
    return label == .phone
      ? digits >= 7 : label == .email ? source.holds(["@"], in: line) : label == .date || digits == 0
  }

  // MARK: The title

  private mutating func findTitle() {
    let lines = others
    let named =
      lines.indices.first { source.holds(SheetWords.titles, in: lines[$0]) }
      ?? lines.indices.dropLast().first { at in
        follows(lines[at], lines[at + 1])
          && SheetWords.titles.contains(where: source.bare(lines[at].lowerBound..<lines[at + 1].upperBound).contains)
      }
    guard let named else {
      title = lines.first { !CellKind($0, in: source).isSentence && !isMark($0) }
      others = lines.filter { $0 != title }
      return
    }
    var (first, last) = (named, named)
    while first > 0, follows(lines[first - 1], lines[first]), isTitlePart(lines[first - 1]) { first -= 1 }
    while last + 1 < lines.count, follows(lines[last], lines[last + 1]), isTitlePart(lines[last + 1]),
      ["书", "表", "目标"].contains(where: source.bare(lines[last + 1]).hasSuffix)
    {
      last += 1
    }
    title = lines[first].lowerBound..<lines[last].upperBound
    others = Array(lines[..<first] + lines[(last + 1)...])
  }

  /// Whether one line stands directly below the other.
  private func follows(_ above: Range<Int>, _ below: Range<Int>) -> Bool {
    guard above.upperBound <= below.lowerBound else { return false }
    let gap = source.scalars[above.upperBound..<below.lowerBound]
    return gap.allSatisfy { $0.isBlank || $0.isLineEnd } && max(gap.count { $0 == "\n" }, gap.count { $0 == "\r" }) == 1
  }

  private func isTitlePart(_ line: Range<Int>) -> Bool {
    line.count <= 30 && !CellKind(line, in: source).isSentence && !isMark(line)
  }

  /// An appendix's mark, a document's or a copy's number, a remark in brackets.
  private func isMark(_ line: Range<Int>) -> Bool {
    let bare = source.bare(line)
    return bare.hasPrefix("附件") || bare.hasPrefix("（") || bare.hasPrefix("(") || bare.hasSuffix("号")
      || bare.contains("：") || bare.contains(":") || !bare.unicodeScalars.contains(where: \.isHan)
  }

  // MARK: Reading

  func read(into draft: inout DraftBuilder) {
    if let title {
      draft.document(title)
      let lines = source.scalars[title].filter { !$0.isLineEnd }
      draft.draft.title = Fact(Array(lines).string(0..<lines.count))
    }
    for line in others { readOther(line, into: &draft) }
    for field in fields {
      draft.structure(field.labelRange, "label")
      draft.structure(field.marks, "separator")
      draft.document(field.value)
    }
    readPeriod(into: &draft)
    readPeople(into: &draft)
    readOwner(into: &draft)
  }

  private func readOther(_ line: Range<Int>, into draft: inout DraftBuilder) {
    if source.bare(line).hasPrefix("附件") { return draft.structure(line, "appendixMark") }
    guard CellKind(line, in: source).isSentence else { return draft.document(line) }
    for sentence in sentences(in: source.scalars, line) {
      draft.item(.context, text: [sentence], whole: sentence, figures: DraftBuilder.Figures.none)
    }
  }

  private func readPeriod(into draft: inout DraftBuilder) {
    let day = value(.date).flatMap { dateMentions(in: source.scalars, $0).first }
    let stated = ([title].compactMap { $0 } + others.filter { !CellKind($0, in: source).isSentence })
      .lazy.compactMap { yearMentions(in: source.scalars, $0).first?.year }.first
    if let year = source.given.year ?? stated ?? value(.year).flatMap(year) {
      draft.draft.period = Fact(Period(year: year))
    } else if let year = day?.year {
      draft.draft.period = Fact(Period(year: year), inferred: true)
    }
    if let day, let year = day.year ?? draft.draft.period?.value.year,
      let date = CalendarDate(year: year, month: day.month, day: day.day)
    {
      draft.draft.date = Fact(date, inferred: day.year == nil)
    }
  }

  /// 2022年, or the four digits alone.
  private func year(_ value: Range<Int>) -> Int? {
    let alone = Array(source.scalars[value].filter { !$0.isBlank && $0 != "年" }) + ["年"]
    return yearMentions(in: source.scalars, value).first?.year ?? yearMentions(in: alone, 0..<alone.count).first?.year
  }

  private func readOwner(into draft: inout DraftBuilder) {
    let unit = value(.unit).map(withoutSeal) ?? organizationInTitle() ?? others.last(where: endsAsBureau)
    if let given = source.given.organization {
      draft.draft.organization = Fact(given)
    } else if let unit {
      draft.draft.organization = Fact(source.bare(unit))
    }
    let headlines = others.filter { !CellKind($0, in: source).isSentence }
    draft.draft.city = source.city(
      stated: [value(.city), unit, title].compactMap { $0 } + headlines, excluding: compared)
  }

  /// 市教育局（盖章）
  private func withoutSeal(_ value: Range<Int>) -> Range<Int> {
    guard let seal = source.scalars.first("（", in: value) ?? source.scalars.first("(", in: value),
      source.holds(["章"], in: seal.lowerBound..<value.upperBound)
    else { return value }
    let before = source.scalars.trimmed(value.lowerBound..<seal.lowerBound)
    return before.isEmpty ? value : before
  }

  /// Whom the bureau compares itself with: the values of labels in the text, and the cells of such columns.
  private var compared: [Range<Int>] {
    let cells = layout.rows.flatMap(\.others).filter { [.benchmarkCity, .benchmarkValue].contains($0.column) }
    let fields = source.blocks.flatMap { SheetWords.inside.fields(in: source, $0.range) }
      .filter { [.benchmarkCity, .benchmarkValue].contains($0.label) }
    return cells.map(\.range) + fields.map { $0.labelRange.lowerBound..<lineEnd($0.labelRange.upperBound) }
  }

  private func lineEnd(_ offset: Int) -> Int {
    source.scalars[offset...].firstIndex(where: \.isLineEnd) ?? source.scalars.count
  }

  /// 某市教育局2022年度业务目标, 2022年度某市教育局业务目标: the bureau stands before the year or before what is named.
  private func organizationInTitle() -> Range<Int>? {
    guard let title else { return nil }
    let word =
      SheetWords.titles.compactMap { source.scalars.first($0, in: title)?.lowerBound }.min() ?? title.upperBound
    let year = yearMentions(in: source.scalars, title).first?.range
    var stretches = [title.lowerBound..<min(word, year?.lowerBound ?? word)]
    if let year, year.upperBound < word { stretches.append(year.upperBound..<word) }
    for stretch in stretches {
      var range = source.scalars.trimmed(stretch)
      for lead in ["度", "关于"] where source.scalars.stands(lead, at: range.lowerBound, before: range.upperBound) {
        range = range.lowerBound + lead.unicodeScalars.count..<range.upperBound
      }
      for tail in ["的", "关于"] where source.bare(range).hasSuffix(tail) {
        range = range.lowerBound..<range.upperBound - tail.unicodeScalars.count
      }
      range = source.scalars.trimmed(range)
      if endsAsBureau(range) { return range }
    }
    return nil
  }

  private func endsAsBureau(_ range: Range<Int>) -> Bool {
    let bare = source.bare(range)
    return (4...24).contains(bare.unicodeScalars.count)
      && ["局", "委员会", "管委会", "委", "厅", "办公室", "中心", "院", "总队", "支队"].contains(where: bare.hasSuffix)
  }

  // MARK: People

  /// A telephone or address belongs to the contact, or to the head where no contact is named; of several telephones
  /// each belongs to whom it follows.
  private func readPeople(into draft: inout DraftBuilder) {
    var head = Draft.Person(role: .head)
    var contact = Draft.Person(role: .contact)
    let phones = fields.count { $0.label == .phone && !$0.value.isEmpty }
    var isHeads = value(.contact) == nil && value(.head) != nil
    for field in fields where !field.value.isEmpty {
      switch field.label {
      case .head where head.name == nil:
        let person = person(field.value)
        head.name = person.name
        head.phone = head.phone ?? person.phone
        if phones > 1 { isHeads = true }
      case .contact where contact.name == nil:
        let person = person(field.value)
        contact.name = person.name
        contact.phone = contact.phone ?? person.phone
        isHeads = false
      case .phone where isHeads: head.phone = head.phone ?? source.string(field.value)
      case .phone: contact.phone = contact.phone ?? source.string(field.value)
      case .email where isHeads: head.email = head.email ?? source.string(field.value)
      case .email: contact.email = contact.email ?? source.string(field.value)
      default: break
      }
    }
    draft.draft.people = [head, contact].filter { $0.name ?? $0.phone ?? $0.email != nil }
  }

  /// A name, and the telephone that may stand behind it: 李某某（00000000）
  private func person(_ value: Range<Int>) -> (name: String?, phone: String?) {
    let text = source.scalars
    guard let start = value.first(where: { text[$0].isDigit }),
      text[start..<value.upperBound].count(where: \.isDigit) >= 7
    else { return (source.string(value), nil) }
    let edges: Set<Unicode.Scalar> = ["（", "(", "）", ")", "，", ",", "、", "：", ":", "/"]
    func bare(_ range: Range<Int>) -> String? {
      var range = text.trimmed(range)
      while let last = range.last, edges.contains(text[last]) { range = text.trimmed(range.lowerBound..<last) }
      return range.isEmpty ? nil : source.string(range)
    }
    return (bare(value.lowerBound..<start), bare(start..<value.upperBound))
  }
}
