import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// Reads what stands below the head: each row a goal, each sentence of its content a measure.
struct SheetReader {
  let source: SourceText
  let head: SheetHead

  /// The goal being read, and the category that empty cells below it continue.
  private struct State {
    var goal: Int?
    var category: Item.Category?
  }

  func read(into draft: inout DraftBuilder) {
    let table = GoalTable(source)
    for header in table.headers { draft.structure(header, "columnHeader") }
    var state = State()
    var next = 0
    for (index, block) in source.blocks.enumerated() {
      if block.kind == .table {
        while next < table.rows.count, table.rows[next].block == index {
          read(table.rows[next], &state, into: &draft)
          next += 1
        }
      } else if index >= head.blocks {
        read(paragraph: block.range, &state, into: &draft)
      }
    }
    if table.columns == nil {
      draft.report(
        Diagnostic(
          "sheet.header.missing", zh: "没有找到目标表的表头（目标名称、目标内容）", en: "no header of a table of goals was found",
          hint: Localized(
            zh: "请检查表头是否被改名，或用 --adapter 指定其他适配器", en: "see whether the columns were renamed, or name another adapter with --adapter")))
    }
  }

  private func read(_ row: GoalTable.Row, _ state: inout State, into draft: inout DraftBuilder) {
    if let cell = row.category { takeCategory(cell, &state, into: &draft) }
    if row.continuesGoal {
      for cell in row.content { readContent(cell, state.goal, into: &draft) }
    } else {
      let title = row.title.map { titled($0) }
      let goal = draft.item(
        .goal, category: state.category, number: row.number.flatMap(number) ?? title?.number, title: title?.range,
        whole: row.title)
      if let mark = title?.mark { draft.structure(mark, "number") }
      if let cell = row.number {
        draft.structure(cell, "number")
        if number(cell) == nil {
          draft.report(
            Diagnostic(
              "sheet.number.unread", at: cell, zh: "序号“\(source.bare(cell))”不是数字", en: "the number “\(source.bare(cell))” is no number"))
        }
      }
      if row.title == nil {
        draft.report(
          Diagnostic("sheet.title.missing", at: row.range, zh: "这一行没有目标名称", en: "this row has no goal's name"))
      }
      state.goal = goal
      for cell in row.content { readContent(cell, goal, into: &draft) }
    }
    for cell in row.benchmarkCities { readBenchmarkCity(cell, state.goal, into: &draft) }
    for cell in row.benchmarkValues { readBenchmarkValue(cell, state.goal, into: &draft) }
    for (column, cell) in row.parties { readParties(column, cell, state.goal, into: &draft) }
    if let due = row.due, let goal = state.goal {
      draft.claim(due, for: goal)
      draft.update(goal) { $0.due = Item.Due(text: source.string(source.scalars.trimmed(due))) }
    }
    for cell in row.unknown { readUnknown(cell, state.goal, into: &draft) }
  }

  private func takeCategory(_ cell: Range<Int>, _ state: inout State, into draft: inout DraftBuilder) {
    draft.structure(cell, "category")
    let label = source.bare(cell)
    let code = SheetWords.code(of: label)
    state.category = Item.Category(code: code, label: label)
    if code == nil {
      draft.report(
        Diagnostic(
          "sheet.category.unknown", .note, at: cell, zh: "类别“\(label)”不在词表中，按原文保留", en: "the category “\(label)” is not in the vocabulary; it is kept as written"))
    }
  }

  // MARK: Cells

  private func number(_ cell: Range<Int>) -> Int? {
    let cell = source.scalars.trimmed(cell)
    if let mark = enumerator(in: source.scalars, at: cell.lowerBound, before: cell.upperBound),
      mark.range.upperBound == cell.upperBound
    {
      return mark.number
    }
    let scalars = Array(source.scalars[cell])
    let han: [Unicode.Scalar] = Array("〇一二三四五六七八九十".unicodeScalars)
    if scalars.count == 1, let value = han.firstIndex(of: scalars[0]), value > 0 { return value }
    guard !scalars.isEmpty, scalars.count < 5, scalars.allSatisfy(\.isDigit) else { return nil }
    return scalars.reduce(0) { $0 * 10 + Int($1.value) - ($1.isASCIIDigit ? 0x30 : 0xFF10) }
  }

  /// A title without the number that may stand before it.
  private func titled(_ cell: Range<Int>) -> (range: Range<Int>, mark: Range<Int>?, number: Int?) {
    let cell = source.scalars.trimmed(cell)
    guard let mark = enumerator(in: source.scalars, at: cell.lowerBound, before: cell.upperBound),
      [.digitPoint, .digitBracket, .hanPoint, .hanBracket, .circled].contains(mark.style),
      mark.range.upperBound < cell.upperBound
    else { return (cell, nil, nil) }
    return (source.scalars.trimmed(mark.range.upperBound..<cell.upperBound), mark.range, mark.number)
  }

  /// Sentences are measures; what stands behind 标杆城市 and 标杆值 is the goal's own.
  private func readContent(_ cell: Range<Int>, _ goal: Int?, into draft: inout DraftBuilder) {
    for line in paragraphs(of: cell) {
      let fields = SheetWords.benchmark.fields(in: source, line)
      let body = source.scalars.trimmed(line.lowerBound..<(fields.first?.labelRange.lowerBound ?? line.upperBound))
      if let goal {
        for statement in statements(in: body) {
          draft.item(.measure, under: goal, number: statement.number, text: [statement.range], whole: statement.whole)
          if let mark = statement.mark { draft.structure(mark, "number") }
        }
      } else {
        readContext(body, into: &draft)
      }
      readBenchmarks(fields, goal, into: &draft)
    }
  }

  private func paragraphs(of cell: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start = cell.lowerBound
    for at in cell where source.scalars[at].isLineEnd {
      out.append(start..<at)
      start = at + 1
    }
    out.append(start..<cell.upperBound)
    return out.map { source.scalars.trimmed($0) }.filter { !$0.isEmpty }
  }

  private struct Statement {
    var range: Range<Int>
    var whole: Range<Int>
    var mark: Range<Int>?
    var number: Int?
  }

  /// The sentences; a list counted by figures (1. 2. 3. or （1）（2）) is also parted at its semicolons.
  private func statements(in body: Range<Int>) -> [Statement] {
    let text = source.scalars
    let counting: Set<Enumerator.Style> = [.digitPoint, .digitBracket, .hanBracket, .circled]
    func mark(at offset: Int, _ end: Int) -> Enumerator? {
      var at = offset
      while at < end, text[at].isBlank { at += 1 }
      return enumerator(in: text, at: at, before: end).flatMap { counting.contains($0.style) ? $0 : nil }
    }
    return sentences(in: text, body).flatMap { sentence -> [Statement] in
      var starts = [sentence.lowerBound]
      for at in sentence where text[at] == "；" || text[at] == ";" {
        if mark(at: at + 1, sentence.upperBound) != nil { starts.append(at + 1) }
      }
      return starts.enumerated().compactMap { index, start -> Statement? in
        let end = index + 1 < starts.count ? starts[index + 1] : sentence.upperBound
        let whole = text.trimmed(start..<end)
        guard let found = mark(at: whole.lowerBound, whole.upperBound) else {
          return whole.isEmpty ? nil : Statement(range: whole, whole: whole)
        }
        let range = text.trimmed(found.range.upperBound..<whole.upperBound)
        return range.isEmpty
          ? nil : Statement(range: range, whole: whole, mark: found.range, number: found.number)
      }
    }
  }

  // MARK: Benchmarks and parties

  private func readBenchmarks(
    _ fields: [LabelledField<SheetWords.Benchmark>], _ goal: Int?, into draft: inout DraftBuilder
  ) {
    for field in fields {
      draft.structure(field.labelRange, "label")
      switch field.label {
      case .city: readBenchmarkCity(field.value, goal, into: &draft)
      case .value: readBenchmarkValue(field.value, goal, into: &draft)
      }
    }
  }

  private func readBenchmarkCity(_ value: Range<Int>, _ goal: Int?, into draft: inout DraftBuilder) {
    guard let goal, !value.isEmpty else { return readContext(value, into: &draft) }
    let names = value.split { "、，,；;和/ ".unicodeScalars.contains(source.scalars[$0]) }
    var cities: [CityReference] = []
    for name in names {
      let range = source.scalars.trimmed(name.startIndex..<name.endIndex)
      let written = source.bare(range)
      let city = Cities.standard.city(name: written) ?? Cities.standard.cities(shortName: written).last
      if let city {
        cities.append(CityReference(code: city.code, name: city.name))
      } else if !range.isEmpty {
        draft.append(range, to: goal, figures: .none)
        draft.report(
          Diagnostic(
            "sheet.benchmark.city", at: range, zh: "标杆城市“\(written)”不在行政区划词表中，按原文保留", en: "the benchmark city “\(written)” is not in the vocabulary; it is kept as written"))
      }
    }
    draft.claim(value, for: goal)
    draft.update(goal) { item in item.benchmarkCities += cities.filter { !item.benchmarkCities.contains($0) } }
  }

  private func readBenchmarkValue(_ value: Range<Int>, _ goal: Int?, into draft: inout DraftBuilder) {
    guard let goal else { return readContext(value, into: &draft) }
    draft.append(value, to: goal, figures: .benchmark)
  }

  private func readParties(
    _ column: SheetWords.Column, _ cell: Range<Int>, _ goal: Int?, into draft: inout DraftBuilder
  ) {
    guard let goal else { return readContext(cell, into: &draft) }
    let role: Item.Party.Role = column == .lead ? .lead : column == .cooperating ? .cooperating : .responsible
    let names = cell.split { "、，,；;\n\r ".unicodeScalars.contains(source.scalars[$0]) }
      .map { source.bare($0.startIndex..<$0.endIndex) }.filter { !$0.isEmpty }
    draft.claim(cell, for: goal)
    draft.update(goal) { $0.parties += names.map { Item.Party(name: $0, role: role) } }
  }

  private func readUnknown(_ cell: Range<Int>, _ goal: Int?, into draft: inout DraftBuilder) {
    let written = source.string(source.scalars.trimmed(cell))
    draft.report(
      Diagnostic(
        "sheet.column.unknown", at: cell, zh: "这一列的含义未知，按原文记入目标的文字：\(written)", en: "what this column means is not known; its words are kept in the goal's text: \(written)"))
    guard let goal else { return readContext(cell, into: &draft) }
    draft.append(source.scalars.trimmed(cell), to: goal, figures: .none)
  }

  // MARK: Lines between and below the rows

  private func read(paragraph line: Range<Int>, _ state: inout State, into draft: inout DraftBuilder) {
    if SheetWords.code(of: source.bare(line)) != nil {
      return takeCategory(line, &state, into: &draft)
    }
    let fields = SheetWords.benchmark.fields(in: source, line)
    if let first = fields.first, first.labelRange.lowerBound == line.lowerBound {
      return readBenchmarks(fields, state.goal, into: &draft)
    }
    if isFootnote(line) || state.goal == nil { return readContext(line, into: &draft) }
    readContent(line, state.goal, into: &draft)
  }

  /// A note, a signature or a date under the table belongs to no goal.
  private func isFootnote(_ line: Range<Int>) -> Bool {
    let bare = source.bare(line)
    if ["注：", "注:", "备注", "说明：", "说明:", "填报", "填表", "审核", "签字", "（盖章", "(盖章", "※", "*"].contains(where: bare.hasPrefix) {
      return true
    }
    return !["。", "；", "！", ";", "."].contains(where: bare.hasSuffix) && bare.unicodeScalars.count < 40
  }

  private func readContext(_ range: Range<Int>, into draft: inout DraftBuilder) {
    for sentence in sentences(in: source.scalars, range) {
      draft.item(.context, text: [sentence], whole: sentence)
    }
  }
}
