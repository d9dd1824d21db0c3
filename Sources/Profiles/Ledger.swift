import AdapterKit
import ChineseText

/// A text as tables of tasks: the lines above the first header, and each table with what stands between its rows.
struct Ledger {
  let source: SourceText
  let words: ShapeWords
  /// The lines above the first table.
  private(set) var head: [LedgerLine] = []
  private(set) var tables: [LedgerTable] = []

  init(_ source: SourceText, words: ShapeWords) {
    self.source = source
    self.words = words
    let lines = PastedRows(source: source, words: words).rows(of: LedgerLine.lines(of: source))
    var at = 0
    while at < lines.count {
      if let header = LedgerHeader(lines[at...], words: words, in: source) {
        start(header)
        at += header.lines
      } else if tables.isEmpty {
        head.append(lines[at])
        at += 1
      } else {
        add(lines[at], isAboveHeader: isAboveHeader(lines, at))
        at += 1
      }
    }
    for at in tables.indices { tables[at].tellUnits(in: source, words: words) }
  }

  /// The columns that any of the headers names.
  var columns: Set<Profile.Column> { Set(tables.flatMap(\.columns).compactMap { $0 }) }

  private mutating func start(_ header: LedgerHeader) {
    if let last = tables.indices.last, tables[last].columns == header.columns {
      tables[last].elements.append(.header(header.cells))
      return
    }
    var table = LedgerTable(header)
    // A heading right above the header is the table's.
    if let last = tables.indices.last {
      var carried: [LedgerTable.Element] = []
      while let element = tables[last].elements.last, case .heading = element {
        carried.insert(element, at: 0)
        tables[last].elements.removeLast()
      }
      table.elements = carried + table.elements
    } else {
      var carried: [LedgerTable.Element] = []
      while let line = head.last, let only = line.filled.first, line.filled.count == 1, mark(at: only) != nil,
        canHead(only)
      {
        carried.insert(.heading(only), at: 0)
        head.removeLast()
      }
      table.elements = carried + table.elements
    }
    tables.append(table)
  }

  /// Whether a header follows within a few lines.
  private func isAboveHeader(_ lines: [LedgerLine], _ at: Int) -> Bool {
    lines[(at + 1)...].prefix(3).indices.contains { LedgerHeader(lines[$0...], words: words, in: source) != nil }
  }

  // MARK: Rows

  private mutating func add(_ line: LedgerLine, isAboveHeader: Bool) {
    let last = tables.count - 1
    let filled = line.filled
    guard let first = filled.first else { return }
    // 填表人：… | 联系电话：…
    if filled.count > 1, filled.allSatisfy({ isField($0) }) {
      tables[last].elements += filled.map { .line($0) }
      return
    }
    if isTotal(first) { return tables[last].elements.append(.total(line.range)) }
    if !line.isRow || filled.count == 1 && standsAlone(line, in: tables[last]) {
      let isHeading = canHead(first) && (line.isHeading || mark(at: first) != nil || line.isRow || isAboveHeader)
      return tables[last].elements.append(isHeading && !isOther(first) ? .heading(first) : .line(first))
    }
    if let heading = numberedHeading(line, in: tables[last]) {
      return tables[last].elements.append(.heading(heading))
    }
    tables[last].elements.append(.row(row(line, in: tables[last])))
  }

  /// Puts a row's cells under the columns; where the first ones are missing, what is there stands under the last.
  private func row(_ line: LedgerLine, in table: LedgerTable) -> LedgerRow {
    var cells = line.cells
    let missing = table.columns.count - cells.count
    if missing > 0, let first = cells.first, table.columns.first == .number, number(first.range) == nil,
      !first.isEmpty
    {
      cells.insert(
        contentsOf: Array(
          repeating: LedgerCell(range: first.range.lowerBound..<first.range.lowerBound), count: missing), at: 0)
    }
    var marks: [Range<Int>] = []
    for at in cells.indices where standsForNothing(cells[at].range) {
      marks.append(cells[at].range)
      cells[at].range = cells[at].range.lowerBound..<cells[at].range.lowerBound
    }
    return LedgerRow(range: line.range, cells: cells, marks: marks)
  }

  /// Whether a cell says that there is nothing to say: —, /, 无.
  private func standsForNothing(_ cell: Range<Int>) -> Bool {
    guard !cell.isEmpty, cell.count <= 4 else { return false }
    let bare = source.bare(cell)
    return ["无", "暂无"].contains(bare)
      || bare.unicodeScalars.allSatisfy { "—–―‐‑-－─━/／\\＼*＊".unicodeScalars.contains($0) }
  }

  /// Whether a row's only words are no part of a task: they reach over half of the columns, or stand first where no
  /// task's number and no task begins.
  private func standsAlone(_ line: LedgerLine, in table: LedgerTable) -> Bool {
    guard let at = line.cells.firstIndex(where: { !$0.isEmpty }) else { return false }
    let cell = line.cells[at]
    if cell.columns * 2 >= table.columns.count, cell.columns > 1 { return true }
    if at == 0, number(cell.range) == nil, !line.cells.contains(where: \.isBelow) { return true }
    // In the tasks' column a few words without number, unit and time limit.
    if table.columns.indices.contains(at), table.columns[at] == .task, at > 0, cell.range.count <= 16,
      !line.cells.contains(where: \.isBelow), canHead(cell.range),
      !source.scalars[cell.range].contains(where: { "，,：:".unicodeScalars.contains($0) || $0.isDigit })
    {
      return true
    }
    return mark(at: cell.range).map { [.hanPoint, .hanBracket].contains($0.style) } ?? false && canHead(cell.range)
      && !line.cells.contains(where: \.isBelow) && line.cells.count > 2
  }

  /// A row of a Chinese number and a heading, where tasks have other numbers: 一 | 产业发展.
  private func numberedHeading(_ line: LedgerLine, in table: LedgerTable) -> Range<Int>? {
    guard line.filled.count == 2, let number = table.column(.number), line.cells.indices.contains(number),
      !line.cells[number].isEmpty
    else { return nil }
    let bare = source.bare(line.cells[number].range)
    let isHan = bare.unicodeScalars.allSatisfy { "一二三四五六七八九十（）()、.．".unicodeScalars.contains($0) }
    guard isHan, let words = line.filled.last, words.lowerBound > line.cells[number].range.lowerBound, canHead(words)
    else { return nil }
    return line.cells[number].range.lowerBound..<words.upperBound
  }

  private func isTotal(_ cell: Range<Int>) -> Bool {
    let bare = source.bare(cell)
    return ["合计", "总计", "小计", "共计"].contains { bare.hasPrefix($0) } && bare.unicodeScalars.count <= 20
      && !bare.contains("。")
  }

  /// A label of the form with its colon.
  private func isField(_ cell: Range<Int>) -> Bool {
    words.form.fields(in: source, cell).first?.labelRange.lowerBound == cell.lowerBound
  }

  /// A note, a page's number, a place to sign: no heading whatever it looks like.
  private func isOther(_ line: Range<Int>) -> Bool {
    let bare = source.bare(line)
    return ["注：", "注:", "备注", "说明：", "说明:", "※", "填报", "填表", "制表", "联系", "审核"].contains { bare.hasPrefix($0) }
      || words.isBoilerplate(LinePattern.plain(source.scalars[line])) || words.form.label(at: line, of: source) != nil
      || ledgerDay(line, in: source) != nil || bare.hasPrefix("附件")
  }

  /// Whether words can head a part: not long, no sentence.
  private func canHead(_ line: Range<Int>) -> Bool {
    line.count <= 60 && !["。", "；", ";"].contains(where: source.bare(line).hasSuffix)
      && source.scalars[line].contains(where: \.isHan)
  }

  func mark(at range: Range<Int>) -> Enumerator? {
    enumerator(in: source.scalars, at: range.lowerBound, before: range.upperBound)
  }

  /// The number that a cell consists of: 1, 1., （1）, 一, １, 1-2 (2), 第3项.
  func number(_ cell: Range<Int>) -> Int? {
    var text = LinePattern.plain(source.scalars[cell.clamped(to: source.whole)])
    while let last = text.last, "项条号.、)".unicodeScalars.contains(last) { text.removeLast() }
    while let first = text.first, "第(No".unicodeScalars.contains(first) { text.removeFirst() }
    if let dash = text.lastIndex(where: { "-—.".unicodeScalars.contains($0) }), dash > 0,
      text[..<dash].allSatisfy(\.isDigit)
    {
      text.removeFirst(dash + 1)
    }
    if !text.isEmpty, text.count <= 4, text.allSatisfy(\.isASCIIDigit) {
      return text.reduce(0) { $0 * 10 + Int($1.value) - 0x30 }
    }
    let pointed = text + ["、"]
    return enumerator(in: pointed, at: 0, before: pointed.count).flatMap {
      $0.range.upperBound == pointed.count && $0.style == .hanPoint ? $0.number : nil
    }
  }
}

/// The day that a line consists of; 2026年1月10日.
func ledgerDay(_ line: Range<Int>, in source: SourceText) -> DateMention? {
  let line = source.scalars.trimmed(line)
  return dateMentions(in: source.scalars, line).first.flatMap { $0.range == line ? $0 : nil }
}
