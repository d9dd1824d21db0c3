import AdapterKit
import ChineseText

/// How the cells of a row are parted on a line of text that no tab parts.
enum RowParting: Equatable {
  /// Two blanks or more.
  case wideBlanks
  /// A comma, a bar of full width; cells may stand in quotation marks.
  case mark(Unicode.Scalar)
  /// One blank: only a row that begins with its category or number is told from text.
  case blank

  static let all: [RowParting] = [.wideBlanks, .mark(","), .mark("｜"), .mark("，"), .mark(";"), .blank]

  /// The cells of a line.
  func cells(of line: Range<Int>, in source: SourceText) -> [Range<Int>] {
    switch self {
    case .wideBlanks: pieces(of: line, in: source, atLeast: 2)
    case .blank: pieces(of: line, in: source, atLeast: 1)
    case .mark(let mark): RowParting.quoted([line], mark, in: source).cells
    }
  }

  /// The cells of the row that begins at the first of the lines, and how many lines it takes; one cell where it is no
  /// row.
  func row(
    _ lines: some Collection<Range<Int>>, under columns: [SheetWords.Column?], in source: SourceText
  ) -> (cells: [Range<Int>], count: Int) {
    guard let line = lines.first else { return ([], 1) }
    switch self {
    case .mark(let mark): return RowParting.quoted(Array(lines.prefix(40)), mark, in: source)
    case .wideBlanks:
      let pieces = pieces(of: line, in: source, atLeast: 2)
      if pieces.count > 1, let first = pieces.first, !CellKind(first, in: source).isSentence { return (pieces, 1) }
      return (RowParting.blank.rowBeginning(line, under: columns, in: source), 1)
    case .blank: return (rowBeginning(line, under: columns, in: source), 1)
    }
  }

  /// Category, number, name and content of a line whose cells one blank parts.
  private func rowBeginning(
    _ line: Range<Int>, under columns: [SheetWords.Column?], in source: SourceText
  ) -> [Range<Int>] {
    var pieces = pieces(of: line, in: source, atLeast: 1)
    let kinds = pieces.prefix(2).map { CellKind($0, in: source) }
    guard pieces.count > 1, columns.contains(.number) else { return [line] }
    let hasCategory = kinds[0].isCategoryLike
    let at = hasCategory ? 1 : 0
    // （1） counts what is to be done, not rows.
    let mark = enumerator(in: source.scalars, at: pieces[at].lowerBound, before: pieces[at].upperBound)
    let isNumber = kinds[at].number != nil && (mark.map { ![.digitBracket, .circled].contains($0.style) } ?? true)
    guard isNumber || hasCategory && pieces.count > 2, pieces.count > at + 1 else { return [line] }
    guard !CellKind(pieces[at + 1], in: source).isSentence || columns.firstIndex(of: .title) == nil else {
      return [line]
    }
    // Blanks within the content part no cells.
    let first = isNumber ? at + 1 : at
    if pieces.count > first + 2, pieces.count > columns.count - (hasCategory ? 0 : 1) {
      pieces = Array(pieces[...first]) + [pieces[first + 1].lowerBound..<line.upperBound]
    }
    return pieces
  }

  /// The pieces of a line that so many blanks part.
  private func pieces(of line: Range<Int>, in source: SourceText, atLeast width: Int) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = line.lowerBound
    var at = line.lowerBound
    while at < line.upperBound {
      var end = at
      while end < line.upperBound, source.scalars[end].isBlank { end += 1 }
      if end - at >= width {
        pieces.append(start..<at)
        start = end
      }
      at = max(end, at + 1)
    }
    pieces.append(start..<line.upperBound)
    return pieces
  }

  /// The cells that a mark parts; within quotation marks it parts nothing, and a line may end there.
  private static func quoted(
    _ lines: [Range<Int>], _ mark: Unicode.Scalar, in source: SourceText
  ) -> (cells: [Range<Int>], count: Int) {
    guard let first = lines.first else { return ([], 1) }
    let text = source.scalars
    var cells: [Range<Int>] = []
    var (start, isOpen, taken) = (first.lowerBound, false, 0)
    for line in lines {
      taken += 1
      for at in line {
        if text[at] == "\"" { isOpen.toggle() }
        if text[at] == mark, !isOpen {
          cells.append(unquoted(start..<at, in: source))
          start = at + 1
        }
      }
      if !isOpen {
        cells.append(unquoted(start..<line.upperBound, in: source))
        return (cells, taken)
      }
    }
    // A quotation mark that closes nowhere is none.
    let plain = text.pieces(of: first) { $0 == mark }
    return (plain, 1)
  }

  private static func unquoted(_ cell: Range<Int>, in source: SourceText) -> Range<Int> {
    let cell = source.scalars.trimmed(cell)
    guard cell.count > 1, source.scalars[cell.lowerBound] == "\"", source.scalars[cell.upperBound - 1] == "\"" else {
      return cell
    }
    return source.scalars.trimmed(cell.lowerBound + 1..<cell.upperBound - 1)
  }
}
