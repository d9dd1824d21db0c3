import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// Reads what stands below the head: each row a goal, each sentence of its content a measure.
struct SheetReader {
  let source: SourceText
  let layout: SheetLayout
  let head: SheetHead
  private let content: GoalContent

  /// The goal being read, and the category that empty cells below it continue.
  private struct State {
    var goal: Int?
    var category: Item.Category?
    /// The last piece of the goal's content and the measure that it gave.
    var last: GoalContent.Piece?
    /// No further row or sentence follows.
    var isBelowTable = false
    /// Notes or a contract's articles have begun.
    var isClosed = false
    /// The number printed last.
    var number: Int?
  }

  init(layout: SheetLayout, head: SheetHead) {
    source = layout.source
    self.layout = layout
    self.head = head
    content = GoalContent(source: layout.source)
  }

  func read(into draft: inout DraftBuilder) {
    claimTableMarks(into: &draft)
    var state = State()
    let lastContent = layout.elements.lastIndex(where: saysSomething) ?? 0
    for (index, element) in layout.elements.enumerated() {
      state.isBelowTable = index > lastContent
      switch element {
      case .header(let cells):
        for cell in cells { draft.structure(cell, "columnHeader") }
        state.last?.isBeforePage = true
      case .row(let row): read(row, &state, into: &draft)
      case .fields(let cells) where head.holdsFields(cells[0]): break
      case .fields(let cells):
        readFields(SheetWords.inside.fields(inCells: cells, of: source) ?? [], &state, into: &draft)
      case .line(let line): read(line: line, beforeRow: isRow(index + 1), &state, into: &draft)
      }
    }
    if layout.isHeaderLost || layout.rows.isEmpty {
      draft.report(
        Diagnostic(
          "sheet.header.missing", zh: "没有找到目标表的表头（目标名称、目标内容）", en: "no header of a table of goals was found",
          hint: Localized(
            zh: "请检查表头是否被改名，或用 --adapter 指定其他适配器",
            en: "see whether the columns were renamed, or name another adapter with --adapter")))
    }
  }

  private func saysSomething(_ element: SheetLayout.Element) -> Bool {
    switch element {
    case .row, .fields: true
    case .header: false
    case .line(let line): CellKind(line, in: source).isSentence && !SheetLine(line, in: source).isNote
    }
  }

  private func isRow(_ index: Int) -> Bool {
    guard layout.elements.indices.contains(index) else { return false }
    switch layout.elements[index] {
    case .row, .header: return true
    default: return false
    }
  }

  /// The lines and bars that draw a table stand between its cells.
  private func claimTableMarks(into draft: inout DraftBuilder) {
    for mark in layout.marks { draft.structure(mark, "tableMark") }
    for at in source.scalars.indices where [0x200B, 0x2060, 0xFEFF].contains(source.scalars[at].value) {
      draft.structure(at..<at + 1, "zeroWidth")
    }
    let end = source.scalars.count
    let words = source.blocks.flatMap { $0.kind == .table ? $0.rows.flatMap(\.cells).map(\.range) : [$0.range] }
    var at = 0
    for stretch in words + [end..<end] {
      for place in at..<max(at, stretch.lowerBound) where isTableMark(source.scalars[place]) {
        draft.structure(place..<place + 1, "tableMark")
      }
      at = max(at, stretch.upperBound)
    }
  }

  private func isTableMark(_ scalar: Unicode.Scalar) -> Bool {
    "|｜-:+=¦".unicodeScalars.contains(scalar) || (0x2500...0x257F).contains(scalar.value)
  }

  // MARK: Rows

  private func read(_ row: GoalRow, _ state: inout State, into draft: inout DraftBuilder) {
    for label in row.labels { draft.structure(label, "label") }
    if SheetLine(row.range, in: source).isTotal { return draft.structure(row.range, "total") }
    state.isClosed = false
    if let cell = row.category { takeCategory(cell, &state, into: &draft) }
    if !row.continuesGoal || !row.content.isEmpty && row.category != nil {
      startGoal(row, &state, into: &draft)
    } else {
      for cell in row.content { readContent(cell, &state, into: &draft) }
    }
    // Whose category it is: a repeated one is the goal's own word.
    if let cell = row.category, let goal = state.goal, !row.continuesGoal { draft.claim(cell, for: goal) }
    for (column, cell) in row.others { readValue(column, cell, &state, into: &draft) }
    for cell in row.unknown { readUnknown(cell, state.goal, into: &draft) }
  }

  private func startGoal(_ row: GoalRow, _ state: inout State, into draft: inout DraftBuilder) {
    let name = content.name(of: row)
    if let cell = row.number {
      readNumber(cell, into: &draft)
      if row.category == nil, let word = CellKind(cell, in: source).categoryInNumber {
        takeCategory(word, &state, into: &draft)
      }
    }
    let number = row.number.flatMap { CellKind($0, in: source).number } ?? name.title?.number
    let isJump = isJump(to: number, state)
    state.number = number ?? state.number
    guard let title = name.title else {
      draft.report(
        Diagnostic(
          "sheet.row.empty", at: row.range, zh: "这一行只有序号，没有目标", en: "this row has a number, but no goal",
          hint: Localized(zh: "请对照原表，看内容是否缺失", en: "see in the source whether its content is missing")))
      return
    }
    if row.title == nil {
      draft.report(
        Diagnostic(
          "sheet.title.missing", at: row.range, zh: "这一行没有目标名称，取内容的开头作名称",
          en: "this row has no goal's name; the beginning of its content is taken",
          hint: Localized(zh: "如名称不妥，用 --fix 更正 title", en: "correct its title with --fix if it does not fit")))
    }
    let goal = draft.item(.goal, category: state.category, number: number, title: title.range, whole: title.whole)
    state.goal = goal
    state.last = nil
    if isJump { draft.update(goal) { $0.review = "numbering" } }
    if let mark = title.mark { draft.structure(mark, "number") }
    for piece in name.rest { readContent(piece, &state, into: &draft) }
  }

  /// Whether the numbers jump: a row is missing, or is part of the one before.
  private func isJump(to number: Int?, _ state: State) -> Bool {
    guard let number, let last = state.number else { return false }
    return number != 1 && number != last + 1
  }

  private func readNumber(_ cell: Range<Int>, into draft: inout DraftBuilder) {
    draft.structure(cell, "number")
    if CellKind(cell, in: source).number == nil {
      draft.report(
        Diagnostic(
          "sheet.number.unread", at: cell, zh: "序号“\(source.bare(cell))”不是数字",
          en: "the number “\(source.bare(cell))” is no number",
          hint: Localized(zh: "请改正原表的序号后重新导入，或用 --fix 补上 number", en: "mend it in the source, or set number with --fix")
        ))
    }
  }

  private func takeCategory(_ cell: Range<Int>, _ state: inout State, into draft: inout DraftBuilder) {
    draft.structure(cell, "category")
    let label = SheetWords.category(source.bare(cell))
    let category = Item.Category(code: SheetWords.code(of: label), label: label)
    guard category != state.category else { return }
    state.category = category
    if category.code == nil {
      draft.report(
        Diagnostic(
          "sheet.category.unknown", .note, at: cell, zh: "类别“\(label)”不在词表中，按原文保留",
          en: "the category “\(label)” is not in the vocabulary; it is kept as written",
          hint: Localized(
            zh: "如是重点或创优目标，用 --fix 写明 category 的 code", en: "if it is a known one, set the code of category with --fix")
        ))
    }
  }

  // MARK: What is said of a goal

  /// Sentences are measures; what stands behind a label is the goal's own.
  private func readContent(_ cell: Range<Int>, _ state: inout State, into draft: inout DraftBuilder) {
    for line in content.paragraphs(of: cell) {
      if CellKind(line, in: source).isKnownCategory {
        takeCategory(line, &state, into: &draft)
        continue
      }
      var line = withoutLabel(line, into: &draft)
      if let remark = labelledRemark(in: line) {
        for mark in remark.marks { draft.structure(mark, "bracket") }
        readContent(line.lowerBound..<remark.marks[0].lowerBound, &state, into: &draft)
        readFields(SheetWords.inside.fields(in: source, remark.inner), &state, into: &draft)
        line = source.scalars.trimmed(remark.marks[1].upperBound..<line.upperBound)
      }
      let fields = SheetWords.inside.fields(in: source, line)
      let body = source.scalars.trimmed(line.lowerBound..<(fields.first?.labelRange.lowerBound ?? line.upperBound))
      readBody(body, &state, into: &draft)
      readFields(fields, &state, into: &draft)
    }
  }

  /// A line without the label that says that it is a goal's content: 目标内容：…
  private func withoutLabel(_ line: Range<Int>, into draft: inout DraftBuilder) -> Range<Int> {
    guard let field = SheetWords.goal.fields(in: source, line).first, field.label == .content,
      field.labelRange.lowerBound == line.lowerBound
    else { return line }
    draft.structure(field.labelRange, "label")
    return source.scalars.trimmed(field.labelRange.upperBound..<line.upperBound)
  }

  /// Labels in brackets at the end: （责任处室：…；完成时限：…）
  private func labelledRemark(in line: Range<Int>) -> (inner: Range<Int>, marks: [Range<Int>])? {
    let text = source.scalars
    guard let close = line.last(where: { !"。；;".unicodeScalars.contains(text[$0]) }),
      text[close] == "）" || text[close] == ")",
      let open = text[line.lowerBound..<close].lastIndex(where: { $0 == "（" || $0 == "(" }),
      SheetWords.inside.fields(in: source, open + 1..<close).first?.labelRange.lowerBound == open + 1
    else { return nil }
    return (open + 1..<close, [open..<open + 1, close..<line.upperBound])
  }

  private func readBody(_ body: Range<Int>, _ state: inout State, into draft: inout DraftBuilder) {
    guard !body.isEmpty else { return }
    guard let goal = state.goal else { return readContext(body, into: &draft) }
    for statement in content.statements(in: body) {
      if let last = state.last, content.goesOn(last, statement) {
        switch last.owner {
        case .measure(let measure): draft.append(statement.whole, to: measure, figures: .planned)
        case .benchmark(let goal): draft.append(statement.whole, to: goal, figures: .benchmark)
        }
        state.last?.range = statement.whole
        state.last?.isBeforePage = false
      } else {
        let measure = draft.item(
          .measure, under: goal, number: statement.number, text: [statement.range], whole: statement.whole)
        if let mark = statement.mark { draft.structure(mark, "number") }
        state.last = GoalContent.Piece(range: statement.whole, owner: .measure(measure))
      }
    }
  }

  private func readFields(
    _ fields: [LabelledField<SheetWords.Column>], _ state: inout State, into draft: inout DraftBuilder
  ) {
    for field in fields {
      draft.structure(field.labelRange, "label")
      // A benchmark's words may go on in the next line; then their comma is theirs.
      let isBenchmark = field.label == .benchmarkValue && !field.value.isEmpty
      let value = isBenchmark ? field.value.lowerBound..<field.marks.upperBound : field.value
      if !isBenchmark { draft.structure(field.marks, "separator") }
      readValue(field.label, value, &state, into: &draft)
      state.last = state.goal.flatMap { goal in
        isBenchmark ? GoalContent.Piece(range: value, owner: .benchmark(goal: goal)) : nil
      }
    }
  }

  private func readValue(
    _ column: SheetWords.Column, _ value: Range<Int>, _ state: inout State, into draft: inout DraftBuilder
  ) {
    guard !value.isEmpty else { return }
    if column == .person || column == .phone { return readPerson(column, value, into: &draft) }
    guard let goal = state.goal else { return readContext(value, into: &draft) }
    switch column {
    case .benchmarkCity: readBenchmarkCity(value, goal, into: &draft)
    case .benchmarkValue: draft.append(value, to: goal, figures: .benchmark)
    case .lead: readParties(value, .lead, goal, into: &draft)
    case .responsible: readParties(value, .responsible, goal, into: &draft)
    case .cooperating: readParties(value, .cooperating, goal, into: &draft)
    case .supervising: readParties(value, .supervising, goal, into: &draft)
    case .due:
      draft.claim(value, for: goal)
      let year = draft.draft.period.flatMap { Int($0.value.end.prefix(4)) }
      let date = deadline(in: source.scalars, value, year: year)
        .flatMap { CalendarDate(year: $0.year, month: $0.month, day: $0.day)?.description }
      draft.update(goal) { $0.due = Item.Due(date: date, text: source.written(source.scalars.trimmed(value))) }
    default: draft.append(source.scalars.trimmed(value), to: goal, figures: .none)
    }
  }

  private func readBenchmarkCity(_ value: Range<Int>, _ goal: Int, into draft: inout DraftBuilder) {
    var cities: [CityReference] = []
    draft.claim(value, for: goal)
    let names = source.scalars.pieces(of: value) { "、，,；;和/".unicodeScalars.contains($0) || $0.isBlank || $0.isLineEnd }
    for range in names {
      let written = source.bare(range)
      let mention = Cities.standard.mentions(in: Array(written.unicodeScalars)).last {
        $0.range.upperBound == written.unicodeScalars.count
      }
      let city = Cities.standard.city(name: written) ?? Cities.standard.cities(shortName: written).last ?? mention?.city
      if let city {
        cities.append(CityReference(code: city.code, name: city.name))
      } else {
        draft.append(range, to: goal, figures: .none)
        draft.report(
          Diagnostic(
            "sheet.benchmark.city", at: range, zh: "标杆城市“\(written)”不在行政区划词表中，按原文保留",
            en: "the benchmark city “\(written)” is not in the vocabulary; it is kept as written",
            hint: Localized(zh: "如是错字，请改正后重新导入", en: "if it is misspelt, mend the source and import again")))
      }
    }
    draft.update(goal) { item in item.benchmarkCities += cities.filter { !item.benchmarkCities.contains($0) } }
  }

  private func readParties(
    _ value: Range<Int>, _ role: Item.Party.Role, _ goal: Int, into draft: inout DraftBuilder
  ) {
    let names = source.scalars.pieces(of: value) { "、，,；;".unicodeScalars.contains($0) || $0.isBlank || $0.isLineEnd }
    draft.claim(value, for: goal)
    draft.update(goal) { $0.parties += names.map { Item.Party(name: source.written($0), role: role) } }
  }

  /// Who answers for one goal is a contact of the document; names stand in no record.
  private func readPerson(_ column: SheetWords.Column, _ value: Range<Int>, into draft: inout DraftBuilder) {
    draft.document(value)
    let written = source.bareWritten(value)
    if column == .person { draft.contact(name: written) } else { draft.contact(phone: written) }
  }

  private func readUnknown(_ cell: Range<Int>, _ goal: Int?, into draft: inout DraftBuilder) {
    let written = source.string(source.scalars.trimmed(cell))
    draft.report(
      Diagnostic(
        "sheet.column.unknown", at: cell, zh: "这一列的含义未知，按原文记入目标的文字：\(written)",
        en: "what this column means is not known; its words are kept in the goal's text: \(written)",
        hint: Localized(
          zh: "请核对这一列是否应算目标内容", en: "see whether this column belongs to the goal at all")))
    guard let goal else { return readContext(cell, into: &draft) }
    draft.append(source.scalars.trimmed(cell), to: goal, figures: .none)
  }

  // MARK: Lines between and below the rows

  private func read(line: Range<Int>, beforeRow: Bool, _ state: inout State, into draft: inout DraftBuilder) {
    let kind = CellKind(line, in: source)
    let form = SheetLine(line, in: source)
    if head.holdsFields(line) { return }
    if kind.isKnownCategory || beforeRow && kind.isCategoryLike { return takeCategory(line, &state, into: &draft) }
    if form.isPageNumber {
      state.last?.isBeforePage = true
      return draft.boilerplate(line, "pageNumber")
    }
    if form.isPageFurniture { return draft.boilerplate(line, "pageFurniture") }
    if form.isTotal { return draft.structure(line, "total") }
    if isRepeatedHead(line) || form.isSignature { return draft.document(line) }
    if form.isNote && !layout.isLabelled || form.opensArticles { state.isClosed = true }
    if state.isClosed || state.goal == nil { return readContext(line, into: &draft) }
    let isLabelled = SheetWords.inside.label(at: line, of: source) != nil
    // Below the table, words without an end are no measure of the last goal, unless its content was left open.
    if state.isBelowTable, !isLabelled, !kind.isSentence, state.last.map({ content.isEnded($0.range) }) ?? true,
      content.mark(at: line) == nil
    {
      return readContext(line, into: &draft)
    }
    readContent(line, &state, into: &draft)
  }

  /// The title or the bureau's name, once more.
  private func isRepeatedHead(_ line: Range<Int>) -> Bool {
    let bare = SheetWords.withoutBrackets(source.bare(line))
    return ([head.title, head.value(.unit)].compactMap { $0 } + head.others).contains { source.bare($0) == bare }
  }

  private func readContext(_ range: Range<Int>, into draft: inout DraftBuilder) {
    for sentence in sentences(in: source.scalars, range) {
      draft.item(.context, text: [sentence], whole: sentence, figures: DraftBuilder.Figures.none)
    }
  }
}
