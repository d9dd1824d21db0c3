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
    for index in layout.head.indices { take(layout.head[index].filled, before: layout.head.dropFirst(index + 1).first) }
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

  private mutating func take(_ cells: [Range<Int>], before next: SheetLayout.Line?) {
    if let only = cells.first, cells.count == 1, let label = SheetWords.head.label(filling: only, of: source),
      let value = next?.filled.first, SheetLine(value, in: source).isValue(of: label)
    {
      fields.append(LabelledField(label: label, labelRange: only, value: only.upperBound..<only.upperBound))
      return
    }
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
        (others.last?.upperBound ?? 0) <= last.labelRange.lowerBound,
        SheetLine(cell, in: source).isValue(of: last.label)
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
      if ["元", "吨", "%", "％", "个", "人", "户", "亩", "分", "次", "公里", "项", "件"].contains(where: value.hasSuffix) {
        return nil
      }
      var field = field
      if !dateMentions(in: source.scalars, field.value).isEmpty { field.label = .date }
      return field
    }
  }

  // MARK: The title

  private mutating func findTitle() {
    let lines = others
    let speaking = lines.indices.filter { at in
      source.holds(SheetWords.titles, in: lines[at]) && !source.holds(["，", "；"], in: lines[at])
        && !CellKind(lines[at], in: source).isKnownCategory && !CellKind(lines[at], in: source).isSentence
        && !SheetLine(lines[at], in: source).isPageFurniture
    }
    // A letter or notice comes before the sheet that it sends.
    let named =
      speaking.first { !isCoverTitle(lines[$0]) && !isMark(lines[$0]) } ?? speaking.first { !isCoverTitle(lines[$0]) }
      ?? speaking.first
      ?? lines.indices.dropLast().first { at in
        follows(lines[at], lines[at + 1])
          && SheetWords.titles.contains(where: source.bare(lines[at].lowerBound..<lines[at + 1].upperBound).contains)
      }
    guard let named else {
      title = lines.first {
        !CellKind($0, in: source).isSentence && !isMark($0) && !SheetLine($0, in: source).isPageFurniture
      }
      others = lines.filter { $0 != title }
      return
    }
    var (first, last) = (named, named)
    while first > 0, follows(lines[first - 1], lines[first]), isTitlePart(lines[first - 1]) { first -= 1 }
    while last + 1 < lines.count, follows(lines[last], lines[last + 1]), isTitlePart(lines[last + 1]),
      SheetWords.titleEndings.contains(where: source.bare(lines[last + 1]).hasSuffix)
    {
      last += 1
    }
    title = lines[first].lowerBound..<lines[last].upperBound
    others = Array(lines[..<first] + lines[(last + 1)...])
  }

  /// Whether the title, or a line above the text that ends as one, is of a regulation.
  var speaksOfRules: Bool {
    if let title, source.holds(SheetWords.regulationTitles, in: title) { return true }
    return others.contains { line in
      line.count <= 60
        && SheetWords.regulationTitles.contains(where: SheetWords.withoutBrackets(source.bare(line)).hasSuffix)
    }
  }

  private func isCoverTitle(_ line: Range<Int>) -> Bool {
    let bare = source.bare(line)
    return SheetWords.coverTitles.contains(where: bare.contains)
      || enumerator(in: source.scalars, at: line.lowerBound, before: line.upperBound) != nil
  }

  /// Whether one line stands directly below the other.
  private func follows(_ above: Range<Int>, _ below: Range<Int>) -> Bool {
    guard above.upperBound <= below.lowerBound else { return false }
    let gap = source.scalars[above.upperBound..<below.lowerBound]
    return gap.allSatisfy { $0.isBlank || $0.isLineEnd } && max(gap.count { $0 == "\n" }, gap.count { $0 == "\r" }) == 1
  }

  private func isTitlePart(_ line: Range<Int>) -> Bool {
    line.count <= 30 && !CellKind(line, in: source).isSentence && !isMark(line)
      && !SheetLine(line, in: source).isPageFurniture
  }

  /// An appendix's mark, a document's or a copy's number, a remark in brackets.
  private func isMark(_ line: Range<Int>) -> Bool {
    let bare = source.bare(line)
    return bare.hasPrefix("附件") || bare.hasPrefix("（") || bare.hasPrefix("(") || bare.hasSuffix("号")
      || bare.contains("：") || bare.contains(":") || !bare.unicodeScalars.contains(where: \.isHan)
  }

  // MARK: Reading

  func read(into draft: inout DraftBuilder) {
    if let title { draft.title(title) }
    for line in others { readOther(line, into: &draft) }
    draft.form(fields)
    readPeriod(into: &draft)
    readPeople(into: &draft)
    readOwner(into: &draft)
  }

  private func readOther(_ line: Range<Int>, into draft: inout DraftBuilder) {
    if source.bare(line).hasPrefix("附件") { return draft.structure(line, "appendixMark") }
    let form = SheetLine(line, in: source)
    if form.isPageFurniture { return draft.boilerplate(line, "pageFurniture") }
    if form.isPageNumber { return draft.boilerplate(line, "pageNumber") }
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
      var period = Period(year: year)
      if source.given.year == nil, let title, let first = firstYear(before: year, in: title) {
        period.start = Period(year: first).start
      }
      draft.draft.period = Fact(period)
    } else if let year = day?.year {
      draft.draft.period = Fact(Period(year: year), inferred: true)
    }
    if let day, let year = day.year ?? draft.draft.period?.value.year,
      let date = CalendarDate(year: year, month: day.month, day: day.day)
    {
      draft.draft.date = Fact(date, inferred: day.year == nil)
    }
  }

  /// Where a title names several years, the first: 2021 of 2021—2023年.
  private func firstYear(before last: Int, in title: Range<Int>) -> Int? {
    guard let mention = yearMentions(in: source.scalars, title).first?.range else { return nil }
    var at = mention.lowerBound - 1
    guard at > title.lowerBound, "-－—–~～至到".unicodeScalars.contains(source.scalars[at]) else { return nil }
    while at > title.lowerBound, "-－—–~～至到年".unicodeScalars.contains(source.scalars[at - 1]) { at -= 1 }
    guard let first = year(max(title.lowerBound, at - 4)..<at), first < last, last - first <= 5 else { return nil }
    return first
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
      draft.draft.organization = Fact(source.bareWritten(unit))
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
    // What follows a label is looked through once, however many labels stand in a line.
    var lines: [Range<Int>] = []
    for label in fields.map(\.labelRange) where !(lines.last?.contains(label.lowerBound) ?? false) {
      lines.append(label.lowerBound..<lineEnd(label.upperBound))
    }
    return cells.map(\.range) + lines
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
    // 2022年度业务目标（市教育局）
    for open in title where "（(".unicodeScalars.contains(source.scalars[open]) {
      if let close = source.scalars[open..<title.upperBound].firstIndex(where: { "）)".unicodeScalars.contains($0) }) {
        stretches.append(open + 1..<close)
      }
    }
    for stretch in stretches {
      var range = source.scalars.trimmed(stretch)
      for lead in ["度", "关于"] where source.scalars.stands(lead, at: range.lowerBound, before: range.upperBound) {
        range = range.lowerBound + lead.unicodeScalars.count..<range.upperBound
      }
      for tail in ["的", "关于"] where source.bare(range).hasSuffix(tail) {
        range = range.lowerBound..<range.upperBound - tail.unicodeScalars.count
      }
      range = source.scalars.trimmed(range)
      // 某市教育局2021—2023年: the first of several years stands there.
      while let last = range.last,
        source.scalars[last].isDigit || "-－—–~～至年".unicodeScalars.contains(source.scalars[last])
      {
        range = source.scalars.trimmed(range.lowerBound..<last)
      }
      if endsAsBureau(range) { return range }
    }
    return nil
  }

  private func endsAsBureau(_ range: Range<Int>) -> Bool {
    let bare = source.bare(range)
    return (4...24).contains(bare.unicodeScalars.count)
      && SheetWords.bureauEndings.contains(where: bare.hasSuffix)
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
    else { return (source.written(value), nil) }
    let edges: Set<Unicode.Scalar> = ["（", "(", "）", ")", "，", ",", "、", "：", ":", "/"]
    func bare(_ range: Range<Int>) -> String? {
      var range = text.trimmed(range)
      while let last = range.last, edges.contains(text[last]) { range = text.trimmed(range.lowerBound..<last) }
      return range.isEmpty ? nil : source.written(range)
    }
    return (bare(value.lowerBound..<start), bare(start..<value.upperBound))
  }
}
