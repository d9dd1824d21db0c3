import Compare
import Plan
import Sheet
import Vocabulary

/// Reports as XLSX workbooks.
public enum WorkbookReport {
  /// What changed between two plans: a sheet with the counts, one with a row a change, one with a row a figure; or, with the
  /// layout `table`, the sheet that is handed in, 调整前｜调整后｜说明. The same plans give the same bytes.
  public static func diff(
    _ diff: Diff, old: View, new: View, language: Language, layout: DiffLayout = .list, showsMarks: Bool = false
  ) throws(SheetError) -> [UInt8] {
    let content = DiffContent(diff, old: old, new: new, language: language, showsMarks: showsMarks)
    return try workbookBytes { path throws(SheetError) in
      let workbook = DiffWorkbook(content: content, writer: try WorkbookWriter(toFile: path))
      switch layout {
      case .list:
        try workbook.summary()
        try workbook.changes()
        try workbook.figures()
      case .table: try workbook.table()
      }
      try workbook.writer.close()
    }
  }
}

/// The sheets of a comparison.
struct DiffWorkbook {
  let content: DiffContent
  let writer: WorkbookWriter
  var phrases: Phrases { content.phrases }

  static let header: SheetStyle = {
    var style = SheetStyle(ground: 0xEDF0F3, isBold: true)
    style.isFramed = true
    return style
  }()
  static let plain: SheetStyle = {
    var style = SheetStyle()
    style.isFramed = true
    return style
  }()

  /// Title, headline, sides and counts, over the whole width.
  func lines() -> [SheetRun] {
    var title = SheetStyle(isBold: true)
    title.size = 16
    var headline = SheetStyle(isBold: true)
    headline.size = 12
    let soft = SheetStyle(ink: Tone.plain.ink)
    var lines = [SheetRun(content.heading, title), SheetRun(content.headline, headline)]
    for side in content.sides {
      lines += side.documents.map { SheetRun(phrases.labelled(side.label, $0), soft) }
    }
    return lines + content.facts.map { SheetRun(phrases.labelled($0.label, $0.value), soft) }
  }

  /// The counts, with a chart of them.
  func summary() throws(SheetError) {
    let name = phrases(Words.summary)
    var layout = SheetLayout()
    layout.lines = lines()
    layout.isFiltered = false
    layout.isPrinted = true
    layout.header = DiffWorkbook.header
    let header = try writer.beginSheet(
      name,
      columns: [
        SheetColumn(header: phrases(Words.change), width: 16), SheetColumn(header: phrases(Words.count), width: 10),
        SheetColumn(header: "", width: 78),
      ], layout: layout)
    for (kind, count) in content.kinds {
      try writer.write([
        .styled(phrases(Words.kind(kind)), cell(kind.tone)), .styledNumber(String(count), DiffWorkbook.plain),
      ])
    }
    if content.kinds.isEmpty { return }
    let series = SheetChart.Series(
      name: phrases(Words.change), sheet: name, rows: header + 1...header + content.kinds.count, labels: 0, values: 1,
      inks: content.kinds.map(\.kind.tone.ink))
    var chart = SheetChart(form: .bar, title: phrases(Words.changes), series: [series])
    (chart.width, chart.height) = (520, 60 + 34 * content.kinds.count)
    try writer.insert(chart, row: header + 1, column: 2)
  }

  /// A row a change, the unchanged ones too.
  func changes() throws(SheetError) {
    var layout = SheetLayout()
    layout.frozenColumns = 3
    layout.printedColumns = 9
    (layout.isPrinted, layout.isLandscape, layout.header) = (true, true, DiffWorkbook.header)
    let sides = content.sides.map(\.label)
    let column = { (header: String, width: Double) in SheetColumn(header: header, width: width, isWrapped: true) }
    let named = { (words: Localized, side: Int) in
      phrases(words) + Words.bracketed(sides[side], phrases.language)
    }
    try writer.beginSheet(
      phrases(Words.byGoal),
      columns: [
        column(phrases(Words.ordinal), 6), column(phrases(Words.change), 13), column(phrases(Words.table.number), 13),
        column(named(Words.table.title, 0), 24), column(named(Words.table.title, 1), 24),
        column(phrases(Words.figureChanges), 36), column(named(Words.words, 0), 42), column(named(Words.words, 1), 42),
        column(phrases(Words.otherChanges), 22), column(named(Words.source, 0), 64), column(named(Words.source, 1), 64),
      ], layout: layout)
    for (number, change) in content.all.enumerated() {
      let goal = change.to.first ?? change.from.first
      let figures = change.figures.map { "\($0.word)  \($0.line(phrases.language))" }
      let fields = change.fields.map { phrases.labelled($0.label, "\($0.from) → \($0.to)") }
      let text = { (lines: [String]) in SheetCell.styled(clipped(lines.joined(separator: "\n")), DiffWorkbook.plain) }
      var kind = cell(change.kind.tone)
      kind.isBold = true
      try writer.write([
        .styledNumber(String(number + 1), DiffWorkbook.plain), .styled(change.word, kind), text([goal?.place ?? ""]),
        rich(change.from.map(\.title)), rich(change.to.map(\.title)), text(figures),
        rich(change.from.flatMap(\.lines)), rich(change.to.flatMap(\.lines)), text(fields),
        text(change.from.map { "\($0.source)\n\($0.id)" }), text(change.to.map { "\($0.source)\n\($0.id)" }),
      ])
    }
  }

  /// A row a figure.
  func figures() throws(SheetError) {
    var layout = SheetLayout()
    (layout.isPrinted, layout.header) = (true, DiffWorkbook.header)
    let column = { (words: Localized, width: Double) in
      SheetColumn(header: phrases(words), width: width, isWrapped: true)
    }
    try writer.beginSheet(
      phrases(Words.figureCount),
      columns: [
        column(Words.change, 10), column(Words.table.number, 13), column(Words.table.title, 30),
        column(Words.figure, 30), column(Words.before, 18), column(Words.after, 18), column(Words.rate, 10),
      ], layout: layout)
    let text = { (words: String?) in SheetCell.styled(clipped(words ?? ""), DiffWorkbook.plain) }
    for change in content.all {
      let goal = change.to.first ?? change.from.first
      for figure in change.figures {
        try writer.write([
          .styled(figure.word, cell(figure.kind.tone)), text(goal?.place), text(goal?.name), text(figure.subject),
          text(figure.from), text(figure.to), text(figure.percent),
        ])
      }
    }
  }

  /// The sheet that is handed in.
  func table() throws(SheetError) {
    var layout = SheetLayout()
    layout.lines = lines()
    (layout.isPrinted, layout.isLandscape, layout.isFiltered) = (true, true, false)
    layout.header = DiffWorkbook.header
    layout.header.isCentred = true
    let column = { (words: Localized, width: Double) in
      SheetColumn(header: phrases(words), width: width, isWrapped: true)
    }
    try writer.beginSheet(
      phrases(Words.comparison),
      columns: [column(Words.before, 52), column(Words.after, 52), column(Words.explanation, 34)], layout: layout)
    for change in content.changes {
      let notes = change.notes(phrases)
      let note =
        [SheetRun(clipped(notes.first ?? ""), SheetStyle(ink: change.kind.tone.ink, isBold: true))]
        + notes.dropFirst().map { SheetRun("\n" + clipped($0)) }
      try writer.write([
        rich(side(change.from)), rich(side(change.to)), .rich(note, DiffWorkbook.plain),
      ])
    }
    for change in content.unchanged {
      let goal = { (goals: [ChangeContent.GoalWords]) in
        SheetCell.styled(clipped(goals.map { "\($0.place) \($0.name)" }.joined(separator: "\n")), DiffWorkbook.plain)
      }
      try writer.write([goal(change.from), goal(change.to), .styled(change.word, cell(change.kind.tone))])
    }
  }

  /// A goal's place and title, then its words.
  private func side(_ goals: [ChangeContent.GoalWords]) -> [[WordSpan]] {
    goals.flatMap { goal in
      [[WordSpan(text: goal.place + (goal.isTitled ? " " : ""), style: .plain)] + goal.title] + goal.lines
    }
  }

  private func cell(_ tone: Tone) -> SheetStyle {
    var style = SheetStyle(ink: tone.ink, ground: tone.ground)
    style.isFramed = true
    return style
  }

  /// Words with what changed struck or underlined, a line each.
  private func rich(_ lines: [[WordSpan]]) -> SheetCell {
    var runs: [SheetRun] = []
    var left = WorkbookWriter.textLimit - DiffWorkbook.cut.unicodeScalars.count
    for (number, line) in lines.enumerated() {
      for span in (number > 0 ? [WordSpan(text: "\n", style: .plain)] : []) + line {
        let count = span.text.unicodeScalars.count
        guard count <= left else {
          runs.append(
            SheetRun(String(String.UnicodeScalarView(span.text.unicodeScalars.prefix(left))) + DiffWorkbook.cut))
          return .rich(runs, DiffWorkbook.plain)
        }
        left -= count
        let style = DiffWorkbook.style(span.style)
        if let last = runs.last, last.style == style {
          runs[runs.count - 1].text += span.text
        } else {
          runs.append(SheetRun(span.text, style))
        }
      }
    }
    return .rich(runs, DiffWorkbook.plain)
  }

  private static func style(_ style: WordSpan.Style) -> SheetStyle {
    var out = SheetStyle()
    switch style {
    case .plain: break
    case .deleted: (out.ink, out.isStruck) = (Tone.red.ink, true)
    case .inserted: (out.ink, out.isBold, out.isUnderlined) = (Tone.green.ink, true, true)
    case .rewritten: out.isUnderlined = true
    }
    return out
  }

  /// What stands where a cell takes no more.
  private static let cut = "……"

  private func clipped(_ text: String) -> String {
    let limit = WorkbookWriter.textLimit - 2
    guard text.unicodeScalars.count > limit else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit))) + DiffWorkbook.cut
  }
}
