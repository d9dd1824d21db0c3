import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// What stands above and below the tables: title, bureau, year, day, people.
struct LedgerHead {
  private let ledger: Ledger
  private let source: SourceText
  private let words: ShapeWords
  private(set) var title: Range<Int>?
  private(set) var fields: [LabelledField<Profile.Field>] = []
  /// Other lines above the first table.
  private(set) var others: [Range<Int>] = []
  /// The name of the first sheet of several.
  private(set) var sheet: Range<Int>?
  /// Lines below that tell who signed.
  private var signatures: [Range<Int>] = []

  private static let naming = [
    "台账", "分工", "清单", "任务分解", "任务表", "方案", "计划", "要点", "一览表", "安排表", "责任表", "推进表", "任务书", "重点任务", "重点工作", "任务",
  ]
  private static let covers = ["关于印发", "的通知", "关于报送", "的函", "的请示"]

  init(_ ledger: Ledger) {
    self.ledger = ledger
    (source, words) = (ledger.source, ledger.words)
    for line in ledger.head { take(line) }
    for element in ledger.tables.flatMap(\.elements) {
      guard case .line(let line) = element else { continue }
      if words.form.label(at: line, of: source) != nil { fields += formFields(line) }
      let signed = signature(line)
      if endsAsBureau(signed) { signatures.append(signed) }
    }
    findTitle()
    findSheet()
  }

  /// 某市人民政府办公室 2033年2月1日印发: who stands before the day.
  private func signature(_ line: Range<Int>) -> Range<Int> {
    let day = dateMentions(in: source.scalars, line).first
    return source.scalars.trimmed(line.lowerBound..<(day?.range.lowerBound ?? line.upperBound))
  }

  /// Whether a stretch holds fields of the form, which are read here.
  func holdsFields(_ range: Range<Int>) -> Bool { fields.contains { $0.labelRange.overlaps(range) } }

  /// Whether a line below the tables tells who signed.
  func isSignature(_ line: Range<Int>) -> Bool { signatures.contains { $0.lowerBound == line.lowerBound } }

  func isTitle(_ line: Range<Int>) -> Bool { title.map { source.bare($0) == source.bare(line) } ?? false }

  /// Lines that a pattern of a title is held against.
  var lines: [Range<Int>] { [title].compactMap { $0 } + others }

  // MARK: Lines

  private mutating func take(_ line: LedgerLine) {
    let filled = line.filled
    if filled.count > 1, let found = words.form.fields(inCells: filled, of: source) {
      fields += found.filter { !isMeasure($0) }
      return
    }
    for cell in filled {
      let found = formFields(cell)
      if let first = found.first {
        let before = source.scalars.trimmed(cell.lowerBound..<first.labelRange.lowerBound)
        if !before.isEmpty { others.append(before) }
        fields += found
      } else {
        others.append(cell)
      }
    }
  }

  /// 单位：万元 tells a unit of measure.
  private func formFields(_ line: Range<Int>) -> [LabelledField<Profile.Field>] {
    words.form.fields(in: source, line).filter { !isMeasure($0) }
  }

  private func isMeasure(_ field: LabelledField<Profile.Field>) -> Bool {
    let units = ["元", "吨", "%", "％", "个", "人", "户", "亩", "分", "次", "公里", "项", "件"]
    return field.label == .organization && units.contains(where: source.bare(field.value).hasSuffix)
  }

  private func isSentence(_ line: Range<Int>) -> Bool {
    line.count > 80 || source.bare(line).hasSuffix("。") || source.bare(line).hasSuffix("：")
  }

  private mutating func findTitle() {
    let lines = others.filter { !isSentence($0) && !isMark($0) }
    let speaking = lines.filter { line in
      LedgerHead.naming.contains(where: source.bare(line).contains)
    }
    let own = speaking.filter { line in !LedgerHead.covers.contains(where: source.bare(line).contains) }
    guard
      let named = own.first(where: { line in LedgerHead.naming.prefix(11).contains(where: source.bare(line).contains) })
        ?? own.first ?? speaking.first ?? lines.first(where: { !endsAsBureau($0) }) ?? lines.first
    else { return }
    var whole = named
    // A title over two lines: the year stands in the upper one.
    if yearMentions(in: source.scalars, named).isEmpty, let at = others.firstIndex(of: named), at > 0,
      follows(others[at - 1], named), !isMark(others[at - 1]), !isSentence(others[at - 1]),
      !yearMentions(in: source.scalars, others[at - 1]).isEmpty
    {
      whole = others[at - 1].lowerBound..<named.upperBound
    }
    title = whole
    others.removeAll { whole.contains($0.lowerBound) }
  }

  private mutating func findSheet() {
    guard let first = ledger.head.first, first.isHeading, first.range != title, first.range.count <= 20,
      !isMark(first.range),
      ledger.tables.flatMap(\.elements).contains(where: { if case .heading = $0 { true } else { false } })
    else { return }
    sheet = first.range
    others.removeAll { $0 == first.range }
  }

  /// An appendix's mark, a document's number, a remark in brackets, a sheet's name.
  private func isMark(_ line: Range<Int>) -> Bool {
    let bare = source.bare(line)
    return bare.hasPrefix("附件") || bare.hasPrefix("附表") || bare.hasPrefix("（") || bare.hasPrefix("(")
      || bare.hasSuffix("号")
      || bare.hasPrefix("Sheet") || !bare.unicodeScalars.contains(where: \.isHan) || ledgerDay(line, in: source) != nil
  }

  private func follows(_ above: Range<Int>, _ below: Range<Int>) -> Bool {
    above.upperBound <= below.lowerBound
      && source.scalars[above.upperBound..<below.lowerBound].allSatisfy { $0.isBlank || $0.isLineEnd }
  }

  // MARK: Reading

  func read(into draft: inout DraftBuilder) {
    if let title { draft.title(title) }
    for line in others { read(other: line, into: &draft) }
    draft.form(fields)
    readOwner(into: &draft)
    readPeriod(into: &draft)
    readPeople(into: &draft)
  }

  private func read(other line: Range<Int>, into draft: inout DraftBuilder) {
    let bare = source.bare(line)
    if bare.hasPrefix("附件") || bare.hasPrefix("附表") || bare.hasPrefix("Sheet") {
      return draft.structure(line, "appendixMark")
    }
    if words.isBoilerplate(LinePattern.plain(source.scalars[line])) { return draft.boilerplate(line, "pageNumber") }
    if PageLines(source: source).isCredits(line) { return draft.boilerplate(line, "credits") }
    guard isSentence(line) else { return draft.document(line) }
    for sentence in sentences(in: source.scalars, line) {
      draft.item(.context, text: [sentence], whole: sentence, figures: DraftBuilder.Figures.none)
    }
  }

  private func value(_ field: Profile.Field) -> Range<Int>? {
    fields.first { $0.label == field && !$0.value.isEmpty }?.value
  }

  // MARK: Whose and when

  private func readOwner(into draft: inout DraftBuilder) {
    let unit =
      value(.organization).map(withoutSeal) ?? bureauInTitle ?? others.last(where: endsAsBureau) ?? signatures.last
      ?? BureauReader(source: source).bureau(topics: [title].compactMap { $0 }, opening: nil)
    let headlines = others.filter { !isSentence($0) }
    let city = source.city(stated: [unit, title].compactMap { $0 } + headlines)
    draft.draft.city = city
    if let given = source.given.organization {
      draft.draft.organization = Fact(given)
    } else if let unit {
      draft.draft.organization = Fact(source.bareWritten(unit))
    } else if let district = districtInTitle {
      draft.draft.organization = Fact(source.bareWritten(district) + "人民政府", inferred: true)
    } else if let city, !city.isInferred || title.map({ source.holds(["全市", "市政府", "民生实事"], in: $0) }) ?? false {
      // What is the whole city's and names no bureau is the government's.
      draft.draft.organization = Fact(city.value.name + "人民政府", inferred: true)
    }
  }

  /// The county or district that a title begins with: 某县2031年.
  private var districtInTitle: Range<Int>? {
    guard let title, let year = yearMentions(in: source.scalars, title).first?.range else { return nil }
    let before = source.scalars.trimmed(title.lowerBound..<max(title.lowerBound, year.lowerBound))
    guard (2...8).contains(before.count),
      before.last.map({ "县区".unicodeScalars.contains(source.scalars[$0]) }) ?? false,
      source.scalars[before].allSatisfy(\.isHan), !source.holds(["全", "各"], in: before)
    else { return nil }
    return before
  }

  /// 市教育局（盖章）
  private func withoutSeal(_ value: Range<Int>) -> Range<Int> {
    // 填报单位：某局　2031年2月
    if let year = yearMentions(in: source.scalars, value).first?.range.lowerBound, year - value.lowerBound > 3 {
      return withoutSeal(source.scalars.trimmed(value.lowerBound..<year))
    }
    guard let seal = value.first(where: { "（(".unicodeScalars.contains(source.scalars[$0]) }),
      source.holds(["章"], in: seal..<value.upperBound)
    else { return value }
    let before = source.scalars.trimmed(value.lowerBound..<seal)
    return before.isEmpty ? value : before
  }

  /// The bureau that a title begins with, before its year or behind it.
  private var bureauInTitle: Range<Int>? {
    guard let title else { return nil }
    let year = yearMentions(in: source.scalars, title).first?.range
    var stretches = [title]
    if let year {
      stretches = [title.lowerBound..<year.lowerBound, year.upperBound..<title.upperBound]
      if let open = title.first(where: { "（(".unicodeScalars.contains(source.scalars[$0]) }) {
        stretches.append(open + 1..<title.upperBound)
      }
    }
    for stretch in stretches {
      var start = source.scalars.trimmed(stretch).lowerBound
      for lead in ["度", "关于", "《"] where source.scalars.stands(lead, at: start) { start += lead.unicodeScalars.count }
      guard start < stretch.upperBound else { continue }
      for end in start + 3..<max(start + 3, min(start + 24, stretch.upperBound)) where endsAsBureau(start..<end + 1) {
        if ["员会", "办", "宣传部", "组织部", "统战部", "网信办", "政法委"].contains(where: { source.scalars.stands($0, at: end + 1) }) {
          continue
        }
        return start..<end + 1
      }
    }
    return nil
  }

  private func endsAsBureau(_ range: Range<Int>) -> Bool {
    let bare = source.bare(range)
    return (4...26).contains(bare.unicodeScalars.count)
      && ["局", "委员会", "管委会", "委", "厅", "办公室", "中心", "院", "总队", "支队", "人民政府", "政府", "集团", "办"]
        .contains(where: bare.hasSuffix)
  }

  private func readPeriod(into draft: inout DraftBuilder) {
    let day =
      value(.date).flatMap { dateMentions(in: source.scalars, $0).first }
      ?? others.lazy.compactMap { ledgerDay($0, in: source) }.first
      ?? below.lazy.compactMap { ledgerDay($0, in: source) }.last
    let stated = ([title].compactMap { $0 } + others).lazy.compactMap {
      yearMentions(in: source.scalars, $0).first?.year
    }.first
    if let year = source.given.year ?? titleYear ?? stated {
      var period = Period(year: year)
      if source.given.year == nil, let title, let first = firstYear(before: year, in: title) {
        period.start = Period(year: first).start
      }
      draft.draft.period = Fact(period)
    } else if let year = deadlineYear ?? day?.year {
      draft.draft.period = Fact(Period(year: year), inferred: true)
    }
    if let day, let year = day.year ?? draft.draft.period?.value.year,
      let date = CalendarDate(year: year, month: day.month, day: day.day)
    {
      draft.draft.date = Fact(date, inferred: day.year == nil)
    }
  }

  private var titleYear: Int? { title.flatMap { yearMentions(in: source.scalars, $0).first?.year } }

  /// Of several years that a title names, the first: 2031 of 2031—2033年.
  private func firstYear(before last: Int, in title: Range<Int>) -> Int? {
    guard let mention = yearMentions(in: source.scalars, title).first?.range else { return nil }
    var at = mention.lowerBound
    while at > title.lowerBound, "-－—–~～至到年".unicodeScalars.contains(source.scalars[at - 1]) { at -= 1 }
    guard at < mention.lowerBound, at - 4 >= title.lowerBound else { return nil }
    let alone = Array(source.scalars[at - 4..<at]) + ["年"]
    guard let first = yearMentions(in: alone, 0..<alone.count).first?.year, first < last, last - first <= 5 else {
      return nil
    }
    return first
  }

  private var below: [Range<Int>] {
    ledger.tables.flatMap(\.elements).compactMap { if case .line(let line) = $0 { line } else { nil } }
  }

  /// The year that most time limits name.
  private var deadlineYear: Int? {
    var counts: [Int: Int] = [:]
    for table in ledger.tables {
      for cell in table.rows.compactMap({ $0.value(table.column(.deadline)) }) {
        if let year = yearMentions(in: source.scalars, cell).first?.year
          ?? dateMentions(in: source.scalars, cell).first?.year
        {
          counts[year, default: 0] += 1
        }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func readPeople(into draft: inout DraftBuilder) {
    var head = Draft.Person(role: .head)
    var contact = Draft.Person(role: .contact)
    for field in fields where !field.value.isEmpty {
      let written = source.bareWritten(field.value)
      switch field.label {
      case .head: head.name = head.name ?? written
      case .contact: contact.name = contact.name ?? written
      case .phone where contact.name == nil && head.name != nil && self.value(.contact) == nil:
        head.phone = head.phone ?? written
      case .phone: contact.phone = contact.phone ?? written
      case .email: contact.email = contact.email ?? written
      default: break
      }
    }
    draft.draft.people = [head, contact].filter { $0.name ?? $0.phone ?? $0.email != nil }
  }
}
