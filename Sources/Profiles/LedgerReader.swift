import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// Turns the rows of ledgers into tasks: what they are called, what is to be done, by whom and until when.
struct LedgerReader {
  let ledger: Ledger
  let head: LedgerHead
  private let source: SourceText
  private let words: ShapeWords
  private let statements: Statements
  private let units: UnitNames

  /// Where reading stands.
  private struct State {
    /// The headings that are open, the outermost first.
    var headings: [(rank: Int, item: Int)] = []
    /// The merged cells that group tasks, the outermost first.
    var groups: [Int] = []
    var category: Item.Category?
    var task: Int?
    var part = Profile.Part.plan
    var number: Int?
    /// What each column said last, for 同上.
    var said: [Int: Range<Int>] = [:]

    var parent: Int? { groups.last ?? headings.last?.item }
  }

  init(_ ledger: Ledger, head: LedgerHead) {
    self.ledger = ledger
    self.head = head
    (source, words) = (ledger.source, ledger.words)
    statements = Statements(source: source, words: words)
    units = UnitNames(source: source, words: words)
  }

  func read(into draft: inout DraftBuilder) {
    claimMarkup(into: &draft)
    var state = State()
    if let sheet = head.sheet { read(heading: sheet, &state, into: &draft) }
    for table in ledger.tables {
      let shape = LedgerShape(table)
      state.category = nil
      state.groups = []
      state.said = [:]
      let perRow = rowsOfTheirOwn(table, shape)
      for (index, element) in table.elements.enumerated() {
        switch element {
        case .header(let cells):
          for cell in cells { draft.structure(cell, "columnHeader") }
        case .heading(let line): read(heading: line, &state, into: &draft)
        case .total(let line): draft.structure(line, "total")
        case .line(let line): read(line: line, &state, into: &draft)
        case .row(let row): read(row, table, shape, isOwn: perRow.contains(index), &state, into: &draft)
        }
      }
    }
  }

  /// The bars and lines that draw a table stand between its cells.
  private func claimMarkup(into draft: inout DraftBuilder) {
    let said = source.blocks.flatMap { $0.kind == .table ? $0.rows.flatMap(\.cells).map(\.range) : [$0.range] }
    var at = 0
    for stretch in said + [source.whole.upperBound..<source.whole.upperBound] {
      for place in at..<max(at, stretch.lowerBound) {
        let scalar = source.scalars[place]
        if "|｜-:+=¦,\"#*".unicodeScalars.contains(scalar) || (0x2500...0x257F).contains(scalar.value) {
          draft.structure(place..<place + 1, "tableMark")
        }
      }
      at = max(at, stretch.upperBound)
    }
  }

  // MARK: Headings and lines

  private func read(heading line: Range<Int>, _ state: inout State, into draft: inout DraftBuilder) {
    if head.isTitle(line) { return draft.document(line) }
    if source.bare(line).hasPrefix("Sheet") { return draft.structure(line, "sheetName") }
    let counted = statements.counted(line)
    let rank =
      ledger.mark(at: line).map { mark in
        switch mark.style {
        case .hanPoint: 1
        case .hanBracket: 2
        default: 3
        }
      } ?? numberRank(line) ?? 0
    state.headings.removeAll { $0.rank >= rank }
    state.groups = []
    state.task = nil
    let title = withoutNumber(counted.range)
    draft.structure(line, "number")
    let item = draft.item(
      .section, under: state.headings.last?.item, number: counted.number ?? printedNumber(line),
      title: statements.withoutEnd(title),
      figures: DraftBuilder.Figures.none)
    state.headings.append((rank, item))
    state.part = words.part(LinePattern.plain(source.scalars[title])) ?? .plan
  }

  /// 一 | 产业发展: the number has a cell of its own.
  private func numberRank(_ line: Range<Int>) -> Int? {
    source.scalars[line].contains("\t")
      || line.first.map { source.scalars[$0].isHan } ?? false
        && withoutNumber(line) != line
      ? 1 : nil
  }

  private func printedNumber(_ line: Range<Int>) -> Int? {
    let first = source.scalars.pieces(of: line) { $0 == "\t" || $0 == "," || $0 == "|" || $0 == "\n" }.first
    return first.flatMap { $0 == line ? nil : ledger.number($0) }
  }

  private func withoutNumber(_ line: Range<Int>) -> Range<Int> {
    let cells = source.scalars.pieces(of: line) { $0 == "\t" || $0 == "," || $0 == "|" || $0 == "\n" }
    guard cells.count > 1, let first = cells.first, ledger.number(first) != nil else { return line }
    return source.scalars.trimmed(cells[1].lowerBound..<line.upperBound)
  }

  private func read(line: Range<Int>, _ state: inout State, into draft: inout DraftBuilder) {
    if head.holdsFields(line) { return }
    let bare = source.bare(line)
    if head.isTitle(line) || bare == draft.draft.organization?.value { return draft.document(line) }
    if words.isBoilerplate(LinePattern.plain(source.scalars[line])) { return draft.boilerplate(line, "pageNumber") }
    if PageLines(source: source).isCredits(line) { return draft.boilerplate(line, "credits") }
    if bare.hasPrefix("附件") && line.count <= 12 { return draft.structure(line, "appendixMark") }
    if ledgerDay(line, in: source) != nil || head.isSignature(line)
      || line.count <= 60 && source.holds(["盖章", "签字", "签章"], in: line)
    {
      return draft.document(line)
    }
    for sentence in sentences(in: source.scalars, line) {
      draft.item(.context, text: [sentence], whole: sentence, figures: DraftBuilder.Figures.none)
    }
  }

  // MARK: Rows

  /// Whether a row begins a task of its own.
  private func begins(_ row: LedgerRow, _ table: LedgerTable, _ shape: LedgerShape) -> Bool {
    if row.value(shape.title) != nil {
      // A page broke the row: what follows has no number where all others do.
      let isBroken =
        shape.isNumbered && row.value(shape.number) == nil && !row.isBelow(shape.number)
        && !table.columns.indices.contains { isOwnColumn(table.columns[$0]) && row.value($0) != nil }
      return !isBroken
    }
    return row.value(shape.number) != nil && !row.isBelow(shape.title)
      && shape.contents.contains { row.value($0) != nil }
  }

  private func isOwnColumn(_ column: Profile.Column?) -> Bool { column?.party != nil || column == .deadline }

  /// The rows whose units and time limits are those of their own measures: the task has several rows that each say
  /// what is to be done and by whom.
  private func rowsOfTheirOwn(_ table: LedgerTable, _ shape: LedgerShape) -> Set<Int> {
    var out: Set<Int> = []
    var open: [Int] = []
    var isOwn = false
    func close() {
      if isOwn { out.formUnion(open) }
      open = []
      isOwn = false
    }
    for (index, element) in table.elements.enumerated() {
      guard case .row(let row) = element else { continue }
      let says = shape.contents.contains { row.value($0) != nil }
      if begins(row, table, shape) {
        close()
      } else if says, table.columns.indices.contains(where: { isOwnColumn(table.columns[$0]) && row.value($0) != nil })
      {
        isOwn = true
      }
      if says { open.append(index) }
    }
    close()
    return out
  }

  private func read(
    _ row: LedgerRow, _ table: LedgerTable, _ shape: LedgerShape, isOwn: Bool, _ state: inout State,
    into draft: inout DraftBuilder
  ) {
    for at in table.columns(.category) {
      if let cell = row.value(at) { takeCategory(cell, &state, into: &draft) }
    }
    for mark in row.marks { draft.structure(mark, "emptyCell") }
    readGroups(row, shape, &state, into: &draft)
    var measures: [Int] = []
    let isTask = begins(row, table, shape)
    if let number = row.value(shape.number), !shape.numbersGroup { draft.structure(number, "number") }
    if isTask {
      start(row, shape, &measures, &state, into: &draft)
    } else if let more = row.value(shape.title) {
      readStatements(more, &measures, &state, into: &draft)
    } else if let number = row.value(shape.number), row.cells.count(where: { !$0.isEmpty }) == 1 {
      return draft.report(
        Diagnostic(
          "ledger.row.empty", at: number, zh: "这一行只有序号，没有任务", en: "this row has a number, but no task",
          hint: Localized(zh: "请对照原表，看内容是否缺失", en: "see in the source whether its content is missing")))
    }
    for at in shape.contents {
      guard let cell = row.value(at) else { continue }
      if readNumber(cell, row, table, at, isTask: isTask, &measures, &state, into: &draft) { continue }
      readContent(cell, table, at, &measures, &state, into: &draft)
    }
    let owners = isOwn && !measures.isEmpty ? measures : [state.task].compactMap { $0 }
    for at in row.cells.indices where at != shape.number && at != shape.title && !shape.contents.contains(at) {
      let column = table.columns.indices.contains(at) ? table.columns[at] : nil
      if column == .category || shape.groups.contains(at) { continue }
      guard let cell = row.value(at) else {
        // What a merged cell says holds for each task beside it.
        if isTask || isOwn, isOwnColumn(column), let merged = row.merged(at) {
          share(isSameAsAbove(merged) ? state.said[at] : merged, table, at, owners, into: &draft)
        }
        continue
      }
      if isOwnColumn(column), isSameAsAbove(cell) {
        draft.structure(cell, "sameAsAbove")
        share(state.said[at], table, at, owners, into: &draft)
        continue
      }
      state.said[at] = cell
      if readNumber(cell, row, table, at, isTask: isTask, &measures, &state, into: &draft)
        || column == nil && readAmount(cell, table, at, owners, into: &draft)
      {
        continue
      }
      readValue(column, cell, owners, namesPeople: namesPeople(table, at), &state, into: &draft)
      if column == .responsible, namesLeadFirst(table, at) { makeFirstLead(cell, owners, into: &draft) }
    }
  }

  private func isSameAsAbove(_ cell: Range<Int>) -> Bool { ["同上", "〃", "″"].contains(source.bare(cell)) }

  /// Units or a time limit that a cell above states for several tasks; its words are the first one's.
  private func share(
    _ cell: Range<Int>?, _ table: LedgerTable, _ at: Int, _ owners: [Int], into draft: inout DraftBuilder
  ) {
    guard let cell, table.columns.indices.contains(at), let column = table.columns[at] else { return }
    if let role = column.party {
      addParties(in: cell, role, owners, people: namesPeople(table, at) ? { _ in } : nil, into: &draft)
      if column == .responsible, namesLeadFirst(table, at) { makeFirstLead(cell, owners, into: &draft) }
    } else if column == .deadline {
      setDue(cell, owners, into: &draft)
    }
  }

  /// 责任单位及责任人
  private func namesPeople(_ table: LedgerTable, _ at: Int) -> Bool {
    guard let head = table.heads.indices.contains(at) ? table.heads[at] : nil else { return false }
    return source.holds(["人"], in: head)
  }

  /// 责任单位（排在首位的为牵头单位）
  private func namesLeadFirst(_ table: LedgerTable, _ at: Int) -> Bool {
    guard let head = table.heads.indices.contains(at) ? table.heads[at] : nil else { return false }
    return source.holds(["牵头"], in: head) && source.holds(["首位", "第一", "排在", "列第"], in: head)
  }

  private func makeFirstLead(_ cell: Range<Int>, _ owners: [Int], into draft: inout DraftBuilder) {
    guard let first = units.parties(in: cell, role: .responsible).first else { return }
    for owner in owners {
      draft.update(owner) { item in
        if let at = item.parties.firstIndex(of: first) { item.parties[at].role = .lead }
      }
    }
  }

  private func takeCategory(_ cell: Range<Int>, _ state: inout State, into draft: inout DraftBuilder) {
    draft.structure(cell, "category")
    let label = source.bareWritten(withoutMark(cell))
    state.category = Item.Category(code: words.categoryCode(label), label: label)
  }

  private func withoutMark(_ cell: Range<Int>) -> Range<Int> { statements.counted(cell).range }

  private func readGroups(_ row: LedgerRow, _ shape: LedgerShape, _ state: inout State, into draft: inout DraftBuilder)
  {
    for (depth, at) in shape.groups.enumerated() {
      guard let cell = row.value(at) else { continue }
      state.groups.removeLast(max(0, state.groups.count - depth))
      let counted = statements.counted(cell)
      draft.structure(cell, "number")
      var number = counted.number
      let isGoal = shape.numbersGroup && depth == shape.groups.count - 1
      if isGoal, let printed = row.value(shape.number) {
        draft.structure(printed, "number")
        number = ledger.number(printed) ?? number
      }
      let item = draft.item(
        isGoal ? .goal : .section, under: state.parent, category: isGoal ? state.category : nil, number: number,
        title: statements.withoutEnd(counted.range))
      state.groups.append(item)
      state.task = nil
      if isGoal { state.number = nil }
    }
  }

  // MARK: Tasks

  private func start(
    _ row: LedgerRow, _ shape: LedgerShape, _ measures: inout [Int], _ state: inout State,
    into draft: inout DraftBuilder
  ) {
    let printed = shape.numbersGroup ? nil : row.value(shape.number).flatMap { ledger.number($0) }
    let cell = row.value(shape.title) ?? shape.contents.lazy.compactMap { row.value($0) }.first
    guard let cell else { return }
    let parts = statements.parts(of: cell)
    guard let first = parts.bodies.first else { return }
    let (title, rest) = statements.name(of: first)
    let isPast = state.part == .review
    draft.structure(cell, "punctuation")
    let number = printed ?? title.number
    let task = draft.item(
      isPast ? .achievement : .task, under: state.parent, category: shape.numbersGroup ? nil : state.category,
      number: number, title: title.range,
      whole: title.whole, figures: isPast ? .reached : .planned)
    if let mark = title.mark { draft.structure(mark, "number") }
    state.task = task
    if let printed, let last = state.number, printed != 1, printed != last + 1 {
      draft.update(task) { $0.review = "numbering" }
    }
    state.number = printed ?? state.number
    if row.value(shape.title) == nil { return }
    for body in [rest].compactMap({ $0 }) + parts.bodies.dropFirst() {
      add(statements.statements(in: body), &measures, &state, into: &draft)
    }
    read(parts, [task], &state, into: &draft)
  }

  /// A cell that says what is to be done, or what is to be reached.
  private func readContent(
    _ cell: Range<Int>, _ table: LedgerTable, _ at: Int, _ measures: inout [Int], _ state: inout State,
    into draft: inout DraftBuilder
  ) {
    // The first content stands for a title that is missing.
    if let task = state.task, let title = draft.draft.items[task].title, cell.overlaps(title) {
      let parts = statements.parts(of: cell)
      let rest = parts.bodies.map { $0.clamped(to: title.upperBound..<max(title.upperBound, cell.upperBound)) }
      for body in rest where !body.isEmpty { add(statements.statements(in: body), &measures, &state, into: &draft) }
      return read(parts, [task], &state, into: &draft)
    }
    let column = table.columns.indices.contains(at) ? table.columns[at] : nil
    draft.structure(cell, "punctuation")
    if column == .target, let task = state.task, draft.draft.items[task].aim == nil, draft.role(of: task) == .task {
      let parts = statements.parts(of: cell)
      if parts.bodies.count == 1, let body = parts.bodies.first, statements.statements(in: body).count == 1,
        statements.counted(body).mark == nil, addAim(body, to: task, into: &draft)
      {
        return read(parts, [task], &state, into: &draft)
      }
    }
    let before = measures.count
    let time = table.heads.indices.contains(at) && column == .stage ? table.heads[at] : nil
    if column == .stage, let task = state.task, isTime(cell) { return readDue(cell, [task], into: &draft) }
    readStatements(cell, &measures, &state, into: &draft)
    setDue(ofStage: time, measures[before...], into: &draft)
  }

  /// Reads a number whose unit another column or the head states; whether it is one.
  private func readNumber(
    _ cell: Range<Int>, _ row: LedgerRow, _ table: LedgerTable, _ at: Int, isTask: Bool, _ measures: inout [Int],
    _ state: inout State, into draft: inout DraftBuilder
  ) -> Bool {
    guard let task = state.task, table.columns.indices.contains(at), let column = table.columns[at],
      [.target, .stage, .progress].contains(column), let unit = table.unit(of: at, in: row, source)
    else { return false }
    let items = draft.draft.items
    // What the row says before the number names it: 新建泊位 | 3 | 个.
    let aim = items[task].aim.flatMap { aim in
      row.range.overlaps(aim) && !source.scalars[aim].contains(where: \.isDigit) ? aim : nil
    }
    let measure = isTask ? nil : measures.last
    let subject = measure.flatMap { items[$0].text.first } ?? aim ?? items[task].title
    guard
      let figure = source.quantity(
        cell, unit: unit, subject: subject.map(statements.withoutEnd), year: draft.draft.period?.value.year)
    else { return false }
    var owner = measure ?? task
    switch column {
    case .progress:
      owner = draft.item(.achievement, under: task, text: [cell], whole: cell, figures: DraftBuilder.Figures.none)
    case .stage:
      owner = draft.item(.measure, under: task, text: [cell], whole: cell, figures: DraftBuilder.Figures.none)
      setDue(ofStage: table.heads[at], [owner], into: &draft)
    default:
      if measure == nil, items[task].aim == nil, items[task].role == .task {
        draft.setAim(cell, of: task, figures: .none)
      } else {
        draft.append(cell, to: owner, figures: .none)
      }
    }
    let isBase = table.heads[at].map { source.holds(["基数", "基期"], in: $0) } ?? false
    draft.addFigure(figure, role: column != .progress ? .target : isBase ? .baseline : .actual, to: owner)
    return true
  }

  /// Reads a number below a head that says what it is and its unit: 计划投资（万元）.
  private func readAmount(
    _ cell: Range<Int>, _ table: LedgerTable, _ at: Int, _ owners: [Int], into draft: inout DraftBuilder
  ) -> Bool {
    guard let owner = owners.first, let (unit, name) = table.unitOfHead(at, source),
      var figure = source.quantity(cell, unit: unit, year: draft.draft.period?.value.year)
    else { return false }
    figure.subject = source.bare(name)
    if figure.doubt == "subject" { figure.doubt = nil }
    draft.append(cell, to: owner, figures: .none)
    draft.addFigure(figure, role: .target, to: owner)
    return true
  }

  /// 二季度: until when what stands below it is to be reached.
  private func setDue(ofStage head: Range<Int>?, _ measures: some Sequence<Int>, into draft: inout DraftBuilder) {
    guard let head, let date = lastDay(head, in: draft) else { return }
    for measure in measures {
      draft.update(measure) { $0.due = Item.Due(date: date, text: source.bareWritten(head)) }
    }
  }

  /// Nothing but a time: 6月底前.
  private func isTime(_ cell: Range<Int>) -> Bool {
    cell.count <= 12 && deadline(in: source.scalars, cell, year: 2000) != nil
  }

  private func addAim(_ body: Range<Int>, to task: Int, into draft: inout DraftBuilder) -> Bool {
    let aim = statements.withoutEnd(body)
    guard !aim.isEmpty else { return false }
    draft.setAim(aim, of: task)
    if let title = draft.draft.items[task].title { draft.nameFigures(of: task, after: title) }
    return true
  }

  private func readStatements(
    _ cell: Range<Int>, _ measures: inout [Int], _ state: inout State, into draft: inout DraftBuilder
  ) {
    let parts = statements.parts(of: cell)
    draft.structure(cell, "punctuation")
    for body in parts.bodies { add(statements.statements(in: body), &measures, &state, into: &draft) }
    read(parts, [state.task].compactMap { $0 }, &state, into: &draft)
  }

  private func add(
    _ said: [Statements.Statement], _ measures: inout [Int], _ state: inout State, into draft: inout DraftBuilder
  ) {
    for statement in said {
      let isPast = state.part == .review
      let measure = draft.item(
        isPast ? .achievement : .measure, under: state.task ?? state.parent, number: statement.number,
        text: [statement.range], whole: statement.whole, figures: isPast ? .reached : .planned)
      if let mark = statement.mark { draft.structure(mark, "number") }
      if let title = state.task.flatMap({ draft.draft.items[$0].title }) {
        draft.nameFigures(of: measure, after: title)
      }
      measures.append(measure)
    }
  }

  private func read(_ parts: Statements.Parts, _ owners: [Int], _ state: inout State, into draft: inout DraftBuilder) {
    for mark in parts.marks { draft.structure(mark, "bracket") }
    for field in parts.fields {
      draft.structure(field.labelRange, "label")
      draft.structure(field.marks, "separator")
      guard !field.value.isEmpty else { continue }
      if field.label == .target || field.label == .measures {
        var measures: [Int] = []
        add(statements.statements(in: field.value), &measures, &state, into: &draft)
      } else {
        readValue(field.label, field.value, owners, &state, into: &draft)
      }
    }
  }

  // MARK: What is said of a task

  private func readValue(
    _ column: Profile.Column?, _ cell: Range<Int>, _ owners: [Int], namesPeople: Bool = false, _ state: inout State,
    into draft: inout DraftBuilder
  ) {
    if column == .leader || column == .phone { return readPerson(column, cell, into: &draft) }
    guard let first = owners.first else {
      draft.item(.context, text: [cell], whole: cell, figures: DraftBuilder.Figures.none)
      return
    }
    switch column {
    case .lead, .responsible, .cooperating, .supervising:
      readParties(cell, column?.party ?? .responsible, owners, namesPeople: namesPeople, into: &draft)
    case .deadline: readDue(cell, owners, into: &draft)
    case .progress:
      for sentence in sentences(in: source.scalars, cell) {
        draft.item(.achievement, under: state.task, text: [sentence], whole: sentence, figures: .reached)
      }
    case .unit: draft.claim(cell, for: first)
    case .note: draft.append(source.scalars.trimmed(cell), to: first, figures: .none)
    case .some: draft.append(source.scalars.trimmed(cell), to: first, figures: .planned)
    case nil:
      let written = source.string(source.scalars.trimmed(cell))
      draft.report(
        Diagnostic(
          "ledger.column.unknown", at: cell, zh: "这一列的含义未知，按原文记入任务的文字：\(written)",
          en: "what this column means is not known; its words are kept in the task's text: \(written)",
          hint: Localized(
            zh: "在描述文件的 columns 下给这一列的表头定义，用 --profile 导入",
            en: "name its head below columns in a profile and import with --profile")))
      draft.append(source.scalars.trimmed(cell), to: first, figures: .none)
    }
  }

  private func readParties(
    _ cell: Range<Int>, _ role: Item.Party.Role, _ owners: [Int], namesPeople: Bool, into draft: inout DraftBuilder
  ) {
    guard let first = owners.first else { return }
    var names: [String] = []
    draft.claim(cell, for: first)
    addParties(in: cell, role, owners, people: namesPeople ? { names.append($0) } : nil, into: &draft)
    for name in names where !draft.draft.people.contains(where: { $0.name == name }) {
      draft.draft.people.append(Draft.Person(role: .contact, name: name))
    }
    for field in words.labels.fields(in: source, cell) { draft.structure(field.labelRange, "label") }
  }

  private func addParties(
    in cell: Range<Int>, _ role: Item.Party.Role, _ owners: [Int], people: ((String) -> Void)?,
    into draft: inout DraftBuilder
  ) {
    let fields = words.labels.fields(in: source, cell)
    let start = fields.first?.labelRange.lowerBound ?? cell.upperBound
    var parties = units.parties(in: cell.lowerBound..<start, role: role, people: people)
    for field in fields {
      if let stated = field.label.party { parties += units.parties(in: field.value, role: stated) }
    }
    for owner in owners {
      draft.update(owner) { item in item.parties += parties.filter { !item.parties.contains($0) } }
    }
  }

  private func readDue(_ cell: Range<Int>, _ owners: [Int], into draft: inout DraftBuilder) {
    guard let first = owners.first else { return }
    draft.claim(cell, for: first)
    setDue(cell, owners, into: &draft)
  }

  private func setDue(_ cell: Range<Int>, _ owners: [Int], into draft: inout DraftBuilder) {
    let date = lastDay(cell, in: draft)
    let words = source.written(source.scalars.trimmed(cell)).unicodeScalars.filter { !$0.isLineEnd }
    for owner in owners {
      draft.update(owner) { $0.due = Item.Due(date: date, text: String(String.UnicodeScalarView(words))) }
    }
  }

  private func lastDay(_ words: Range<Int>, in draft: DraftBuilder) -> String? {
    lastDeadline(in: source, words, year: draft.draft.period.flatMap { Int($0.value.end.prefix(4)) })
  }

  /// Who answers for a task is a contact of the document; names stand in no record.
  private func readPerson(_ column: Profile.Column?, _ cell: Range<Int>, into draft: inout DraftBuilder) {
    draft.document(cell)
    let names = source.scalars.pieces(of: cell) { "、，,；;/".unicodeScalars.contains($0) || $0.isLineEnd }
    for name in names {
      let written = source.bareWritten(name)
      if column == .leader { draft.contact(name: written) } else { draft.contact(phone: written) }
    }
  }
}
