/// The headings, paragraphs and tables of a text in Markdown, over the text as it stands.
///
/// Marks at a line's edges (`#`, `-`, `>`, emphasis around all of it) lie outside the ranges, marks within a line inside.
/// A line is a paragraph, as most people who write Chinese in Markdown mean it; only a line that a program has wrapped
/// (60 columns and more, no mark at its end) goes on in the next.
func markdownBlocks(_ scalars: [Unicode.Scalar]) -> [Block] {
  var reading = MarkdownReading(scalars: scalars)
  return reading.blocks()
}

/// Whether a text is written in Markdown: by a table, by headings, or by a heading and another mark.
func looksLikeMarkdown(_ scalars: [Unicode.Scalar]) -> Bool {
  var (headings, fences, others) = (0, 0, 0)
  var before: MarkdownLine?
  for range in splitLines(scalars).prefix(2_000) {
    let line = MarkdownLine(range, in: scalars)
    switch line.kind {
    case .heading: headings += line.text.isEmpty ? 0 : 1
    case .fence: fences += 1
    case .item: others += scalars[line.range].contains("-") || scalars[line.range].contains("*") ? 1 : 0
    case .columns:
      let heads = before?.cells(in: scalars).count ?? 0
      if heads > 1, heads == line.cells(in: scalars).count { return true }
    default: if hasInlineMark(scalars[line.range]) { others += 1 }
    }
    before = line
  }
  return headings > 1 || headings == 1 && others > 0 || fences > 1
}

/// `**strong**` or `[a link](address)`.
private func hasInlineMark(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
  var strong = 0
  var isLink = false
  for (scalar, next) in zip(line, line.dropFirst()) {
    if scalar == "*", next == "*" { strong += 1 }
    if scalar == "]", next == "(" { isLink = true }
  }
  return strong > 1 || isLink
}

private struct MarkdownReading {
  let scalars: [Unicode.Scalar]
  private let lines: [MarkdownLine]
  private var found: [Block] = []
  private var at = 0

  init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    lines = splitLines(scalars).map { MarkdownLine($0, in: scalars) }
  }

  mutating func blocks() -> [Block] {
    skipFrontMatter()
    while at < lines.count {
      let line = lines[at]
      switch line.kind {
      case .blank, .mark, .underline, .columns: at += 1
      case .fence: code()
      case .heading(let level):
        add(.heading(level: level), line.text)
        at += 1
      case .text where isTable: table()
      case .text, .item: paragraph()
      }
    }
    return found
  }

  private mutating func add(_ kind: Block.Kind, _ range: Range<Int>) {
    let range = trim(range, in: scalars)
    if !range.isEmpty { found.append(Block(kind: kind, range: range)) }
  }

  /// Names and values between two rules at the beginning: a paragraph each, and no heading.
  private mutating func skipFrontMatter() {
    guard lines.first?.kind == .underline(level: 2),
      let end = lines.dropFirst().prefix(50).firstIndex(where: { $0.kind == .underline(level: 2) }),
      lines[1..<end].allSatisfy({ $0.kind != .blank && !isHeading($0) })
    else { return }
    for line in lines[1..<end] { add(.paragraph, line.text) }
    at = end + 1
  }

  private func isHeading(_ line: MarkdownLine) -> Bool {
    if case .heading = line.kind { true } else { false }
  }

  /// Lines between two fences, or to the end.
  private mutating func code() {
    at += 1
    while at < lines.count, lines[at].kind != .fence {
      add(.paragraph, lines[at].range)
      at += 1
    }
    at += 1
  }

  private mutating func paragraph() {
    let first = lines[at]
    var end = first.text.upperBound
    at += 1
    while at < lines.count, lines[at].kind == .text, !isTable, isWrapped(lines[at - 1]) {
      end = lines[at].text.upperBound
      at += 1
    }
    var kind = Block.Kind.paragraph
    if first.kind == .text, at < lines.count, case .underline(let level) = lines[at].kind, first.text.count <= 60,
      end == first.text.upperBound, level == 1 || scalars[end - 1] != "。"
    {
      kind = .heading(level: level)
      at += 1
    }
    add(kind, first.text.lowerBound..<end)
  }

  /// Whether a program may have broken a line where it ends.
  private func isWrapped(_ line: MarkdownLine) -> Bool {
    guard let last = line.text.last else { return false }
    let width = line.text.reduce(0) { $0 + (scalars[$1].value >= 0x2E80 ? 2 : 1) }
    // Two blanks or a backslash break a line on purpose.
    let isBroken = scalars[line.range].suffix(2).allSatisfy { $0 == " " } || scalars[last] == "\\"
    return width >= 60 && !isBroken && !"。！？；：.!?;:”）)|".unicodeScalars.contains(scalars[last])
  }

  // MARK: Tables

  /// Whether a table's column heads stand here.
  private var isTable: Bool {
    guard at + 1 < lines.count, lines[at + 1].kind == .columns else { return false }
    let heads = lines[at].cells(in: scalars).count
    return scalars[lines[at].text].contains("|") && heads == lines[at + 1].cells(in: scalars).count
  }

  private mutating func table() {
    var rows = [row(lines[at])]
    at += 2
    while at < lines.count, lines[at].kind == .text || lines[at].kind == .item,
      scalars[lines[at].text].contains("|")
    {
      let row = row(lines[at])
      // A bar alone has no cell on either side.
      if !row.cells.isEmpty { rows.append(row) }
      at += 1
    }
    let range = (rows.first?.range.lowerBound ?? 0)..<(rows.last?.range.upperBound ?? 0)
    found.append(Block(kind: .table, range: range, rows: rows))
  }

  private func row(_ line: MarkdownLine) -> Row {
    let cells = line.cells(in: scalars).map { range -> Cell in
      let range = MarkdownLine.withoutEmphasis(range, in: scalars)
      return Cell(range: range, paragraphs: paragraphs(of: range))
    }
    return Row(cells: cells, range: trim(line.range, in: scalars))
  }

  /// The lines of a cell, which `<br>` parts.
  private func paragraphs(of cell: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = cell.lowerBound
    for index in cell where scalars[index] == "<" {
      let tag = scalars[index..<min(cell.upperBound, index + 6)]
      guard let length = ["<br>", "<br/>", "<br />"].first(where: { tag.starts(with: $0.unicodeScalars) })?.count
      else { continue }
      found.append(trim(start..<index, in: scalars))
      start = index + length
    }
    found.append(trim(start..<max(start, cell.upperBound), in: scalars))
    return found.filter { !$0.isEmpty }
  }
}
