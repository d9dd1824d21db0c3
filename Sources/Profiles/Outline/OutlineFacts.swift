import AdapterKit
import ChineseText
import Plan
import Vocabulary

/// What an outline says about itself: kind, title, year, day, bureau, city.
struct OutlineFacts {
  let outline: Outline
  private var source: SourceText { outline.source }

  func read(into draft: inout DraftBuilder) {
    let title = outline.head.title
    draft.draft.kind = kind
    if let title {
      draft.draft.title = Fact(source.bareWritten(title))
      draft.document(title)
      let name = source.bare(title)
      for line in outline.head.lines where source.bare(line) == name { draft.document(line) }
    }
    let day = day
    draft.draft.date = day.flatMap { day in
      day.year.flatMap { CalendarDate(year: $0, month: day.month, day: day.day) }.map { Fact($0) }
    }
    draft.draft.period = period(day: day)
    let bureau = bureau
    draft.draft.organization = source.given.organization.map { Fact($0) } ?? bureau.map { Fact(source.written($0)) }
    draft.draft.city = city(bureau: bureau)
    if draft.draft.organization == nil { draft.draft.organization = government(of: draft.draft.city?.value) }
  }

  /// What the title calls it; a profile's kind stands above that, but a plan is no summary.
  private var kind: Document.Kind {
    let parted: [Document.Kind] = [.workSummary, .workPlan]
    guard let stated = outline.words.kind else { return outline.head.kind }
    return parted.contains(stated) && parted.contains(outline.head.kind) ? outline.head.kind : stated
  }

  // MARK: When

  /// The day above the text or below it.
  private var day: DateMention? {
    let signed = outline.asides.filter { $0.kind == .signature }.map(\.range)
    return (outline.head.lines + signed).flatMap { dateMentions(in: source.scalars, $0) }.first { $0.year != nil }
  }

  private func period(day: DateMention?) -> Fact<Plan.Period>? {
    if let given = source.given.year { return Fact(Plan.Period(year: given)) }
    if let title = outline.head.title, let named = named(in: title) { return Fact(named) }
    let isReview = kind == .workSummary
    let told = outline.sections.filter { $0.part == (isReview ? .review : .plan) }.compactMap(\.year).max()
    if let told { return Fact(Plan.Period(year: told), inferred: true) }
    return isReview ? nil : day?.year.map { Fact(Plan.Period(year: $0), inferred: true) }
  }

  /// 2031年, or 2031—2035年; of two years the first is the one that a summary is of, the second one that is planned.
  private func named(in title: Range<Int>) -> Plan.Period? {
    let years = yearMentions(in: source.scalars, title)
    guard let first = years.first, let last = years.last else { return nil }
    let year = kind == .workSummary ? first.year : last.year
    guard let start = start(before: first.range.lowerBound, in: title), start < year else {
      return Plan.Period(year: year)
    }
    return Plan.Period(start: Plan.Period(year: start).start, end: Plan.Period(year: year).end)
  }

  /// The 2031 of 2031—2035年.
  private func start(before end: Int, in title: Range<Int>) -> Int? {
    guard end - 5 >= title.lowerBound, "—–-－~～至".unicodeScalars.contains(source.scalars[end - 1]) else { return nil }
    let digits = source.string(end - 5..<end - 1)
    return Int(digits).flatMap { (1949...2100).contains($0) ? $0 : nil }
  }

  // MARK: Who

  static let words = endings + ["政府工作报告", "人民政府", "人民", "系统"]
  private static let endings = ["局", "委员会", "委", "办公室", "厅", "中心", "政府", "集团", "医院", "大学", "学校"]
  /// The same where a city's name stands before them.
  private static let otherEndings = ["馆", "院", "处", "站", "所", "队", "社", "公司", "会", "委", "园", "台", "办"]

  /// The bureau on a line of its own above or below the text, else the one that title and text name.
  private var bureau: Range<Int>? {
    let signed = outline.asides.filter { $0.kind == .signature }.map(\.range)
    let lines = (outline.head.lines + signed).filter { $0 != outline.head.title }.map(withoutMarks)
    if let alone = lines.first(where: isBureau) { return alone }
    guard kind != .governmentReport, let title = outline.head.title else { return nil }
    return BureauReader(source: source).bureau(topics: [title], opening: nil) ?? beginning(of: title)
  }

  /// A name on a line of its own; **青岛市示例档案馆** in Markdown.
  private func isBureau(_ line: Range<Int>) -> Bool {
    let bare = source.bare(line)
    guard line.count <= 25, !line.contains(where: { "：:，。>".unicodeScalars.contains(source.scalars[$0]) }) else {
      return false
    }
    return OutlineFacts.endings.contains(where: bare.hasSuffix)
      || Cities.standard.mention(in: source.scalars, at: line.lowerBound) != nil
        && OutlineFacts.otherEndings.contains(where: bare.hasSuffix)
  }

  private func withoutMarks(_ line: Range<Int>) -> Range<Int> {
    var line = source.scalars.trimmed(line)
    while let first = line.first, "*_".unicodeScalars.contains(source.scalars[first]) { line.removeFirst() }
    while let last = line.last, "*_".unicodeScalars.contains(source.scalars[last]) { line.removeLast() }
    return line
  }

  /// What a title names before its year: 烟台市示例供销社2031年….
  private func beginning(of title: Range<Int>) -> Range<Int>? {
    guard let year = yearMentions(in: source.scalars, title).first?.range.lowerBound else { return nil }
    let name = withoutMarks(title.lowerBound..<year)
    guard !source.bare(name).hasSuffix("系统") else { return nil }
    if let city = Cities.standard.mention(in: source.scalars, at: title.lowerBound) {
      return name.count > city.range.count + 2 && name.allSatisfy { source.scalars[$0].isHan } ? name : nil
    }
    return name.count >= 5 && isBureau(name) ? name : nil
  }

  /// A government's report is the government's that its title names: 2031年某市政府工作报告.
  private func government(of city: City?) -> Fact<String>? {
    guard kind == .governmentReport else { return nil }
    let named = outline.head.title.flatMap { title in
      source.scalars.first("政府工作报告", in: title).map { name(in: title.lowerBound..<$0.lowerBound) }
    }
    if let named, !named.isEmpty { return Fact(named + "人民政府", inferred: true) }
    if let county { return Fact(source.bareWritten(county) + "人民政府", inferred: true) }
    return city.map { Fact($0.name + "人民政府", inferred: true) }
  }

  /// The county or district before whose congress it is given: ……在日照市东港区第三届人民代表大会上.
  private var county: Range<Int>? {
    for line in outline.head.lines {
      guard let congress = source.scalars.first("人民代表大会", in: line) else { continue }
      var start = line.lowerBound
      if let place = line.last(where: { source.scalars[$0] == "在" && $0 < congress.lowerBound }) { start = place + 1 }
      if let city = Cities.standard.mention(in: source.scalars, at: start) {
        start = city.range.upperBound
        if !city.isFullName, source.scalars.indices.contains(start), source.scalars[start] == "市" { start += 1 }
      }
      let end = (start..<min(start + 6, congress.lowerBound)).first {
        "县区市旗".unicodeScalars.contains(source.scalars[$0])
      }
      if let end, end - start >= 1, source.scalars[start...end].allSatisfy(\.isHan),
        !source.holds(["第", "届"], in: start..<end + 1)
      {
        return start..<end + 1
      }
    }
    return nil
  }

  /// The words of a title's beginning without years, and without the 人民 of a government.
  private func name(in beginning: Range<Int>) -> String {
    let years = yearMentions(in: source.scalars, beginning)
    let words = years.last.map {
      $0.range.upperBound < beginning.upperBound ? $0.range.upperBound : beginning.lowerBound
    }
    let end = years.last.map { $0.range.upperBound < beginning.upperBound ? beginning.upperBound : $0.range.lowerBound }
    let name = source.bareWritten((words ?? beginning.lowerBound)..<(end ?? beginning.upperBound))
    return name.hasSuffix("人民") ? String(name.dropLast(2)) : name
  }

  /// The city or province that the user, the bureau, the title or a line above the text names; else the city that the
  /// text implies, unless it is a government's report, which names all cities of its province or of the country.
  private func city(bureau: Range<Int>?) -> Fact<City>? {
    if let given = source.given.city { return Fact(given) }
    let given = source.given.organization.map { [Array($0.unicodeScalars)] } ?? []
    let lines = [bureau, outline.head.title].compactMap { $0 } + outline.head.lines
    for name in given + lines.map({ Array(source.scalars[$0]) }) {
      let mentions = Cities.standard.mentions(in: name)
      let city = mentions.first { $0.city.level != .province } ?? mentions.first
      if let city { return Fact(city.city) }
    }
    return kind == .governmentReport ? nil : source.city(stated: [])
  }
}
