import AdapterKit
import ChineseText
import Reading

/// A sheet's lines as the table is read from them: a line of text is one cell, a table's row has several.
///
/// Words that a narrow column broke are put together again (重⏎点⏎目⏎标), and a category's name that got into the cell
/// above it stands alone.
struct SheetLines {
  /// A line of text or a table's row.
  struct Line {
    var cells: [Range<Int>]
    var filled: [Range<Int>] { cells.filter { !$0.isEmpty } }
  }

  let source: SourceText
  private(set) var lines: [Line] = []

  init(_ source: SourceText) {
    self.source = source
    for block in source.blocks {
      if block.kind == .table {
        for row in block.rows { addRow(row.cells.flatMap { split(visible($0.range)) }) }
      } else if !visible(block.range).isEmpty {
        lines += split(visible(block.range)).map { Line(cells: [$0]) }
      }
    }
    joinLines()
  }

  /// Adds a row; where a page ended within it, its number, the title and the header again have lines of their own.
  private mutating func addRow(_ cells: [Range<Int>]) {
    let cells = joinedWords(cells)
    let names = cells.map { SheetWords.column(source.bare($0)) }
    var row: [Range<Int>] = []
    var at = 0
    while at < cells.count {
      let header = names[at...].prefix { $0 != nil }
      if isAlone(cells[at]), cells.count > 1 {
        if !row.isEmpty { lines.append(Line(cells: row)) }
        lines.append(Line(cells: [cells[at]]))
        row = []
        at += 1
      } else if at > 0, names[at - 1] == nil, header.count >= 3, header.contains(.title), header.contains(.content) {
        if !row.isEmpty { lines.append(Line(cells: row)) }
        lines.append(Line(cells: Array(cells[header.indices])))
        row = []
        at = header.endIndex
      } else {
        row.append(cells[at])
        at += 1
      }
    }
    if !row.isEmpty { lines.append(Line(cells: row)) }
  }

  /// A page's number, or a line that stands above the table, once more.
  private func isAlone(_ cell: Range<Int>) -> Bool {
    let bare = source.bare(cell)
    return !cell.isEmpty
      && (SheetLine(cell, in: source).isPageNumber
        || bare.unicodeScalars.count > 6
          && lines.prefix(4).contains { $0.cells.count == 1 && source.bare($0.cells[0]) == bare })
  }

  /// A stretch without blanks at its edges, those without a width included.
  private func visible(_ range: Range<Int>) -> Range<Int> { source.scalars.trimmed(range) }

  /// A cell without the lines within it that are no part of it: a category's name, a page's number.
  private func split(_ cell: Range<Int>) -> [Range<Int>] {
    let paragraphs = source.scalars.pieces(of: cell, partedBy: \.isLineEnd)
    guard paragraphs.count > 1, !CellKind(cell, in: source).isKnownCategory else { return [cell] }
    var pieces: [Range<Int>] = []
    var start: Int?
    for paragraph in paragraphs {
      if CellKind(paragraph, in: source).isKnownCategory && paragraph.count > 2 || isAlone(paragraph) {
        if let start { pieces.append(source.scalars.trimmed(start..<paragraph.lowerBound)) }
        pieces.append(paragraph)
        start = nil
      } else {
        start = start ?? paragraph.lowerBound
      }
    }
    if let start { pieces.append(start..<cell.upperBound) }
    return pieces.count > 1 ? pieces : [cell]
  }

  // MARK: Upright words

  /// Puts lines of one cell together that are one word.
  private mutating func joinLines() {
    var joined: [Line] = []
    var at = 0
    while at < lines.count {
      let run = lines[at...].prefix(12).prefix { $0.cells.count == 1 }.map { $0.cells[0] }
      if let count = wordLength(run[...]), let last = run.prefix(count).last {
        joined.append(Line(cells: [run[0].lowerBound..<last.upperBound]))
        at += count
      } else {
        joined.append(lines[at])
        at += 1
      }
    }
    lines = joined
  }

  /// The same for cells of one row; a line's cells are parted by blanks or by ends of lines.
  func joinedWords(_ cells: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    var at = 0
    while at < cells.count {
      if let count = wordLength(cells[at...]), at + count <= cells.count {
        joined.append(cells[at].lowerBound..<cells[at + count - 1].upperBound)
        at += count
      } else {
        joined.append(cells[at])
        at += 1
      }
    }
    return joined
  }

  /// How many of the stretches, from the first on, are parts of one category's or column's name.
  private func wordLength(_ pieces: ArraySlice<Range<Int>>) -> Int? {
    var word = ""
    var longest = 0
    var found: Int?
    for (index, piece) in pieces.prefix(12).enumerated() {
      let bare = source.bare(piece)
      let length = bare.unicodeScalars.count
      guard (1...3).contains(length), bare.unicodeScalars.allSatisfy(\.isHan) else { break }
      longest = max(longest, length)
      word += bare
      // 目标 above 内容 may be two columns; one scalar a line is always one word.
      if index > 0, word.unicodeScalars.count <= 8,
        longest == 1 ? SheetLines.isName(word) : SheetLines.brokenNames.contains(word)
      {
        found = index + 1
      }
    }
    return found
  }

  /// Cells without rows, where the lines that a goal's name was broken into are one: short lines between its number and
  /// the first sentence, none longer than the one above, without figures or marks.
  func joinedNames(_ cells: [Range<Int>], _ columns: [SheetWords.Column?]) -> [Range<Int>] {
    guard columns.contains(.number), let title = columns.firstIndex(of: .title), title + 1 < columns.count,
      columns[title + 1] == .content
    else { return cells }
    var joined: [Range<Int>] = []
    var at = 0
    while at < cells.count {
      joined.append(cells[at])
      at += 1
      guard let last = joined.last, CellKind(last, in: source).number != nil, at < cells.count else { continue }
      let end = cells[at...].firstIndex { CellKind($0, in: source).isSentence } ?? at
      let parts = cells[at..<end]
      guard (2...3).contains(parts.count), parts.allSatisfy(isPartOfName),
        zip(parts, parts.dropFirst()).allSatisfy({ $0.count >= $1.count })
      else { continue }
      joined.append(cells[at].lowerBound..<cells[end - 1].upperBound)
      at = end
    }
    return joined
  }

  private func isPartOfName(_ line: Range<Int>) -> Bool {
    line.count <= 20 && !CellKind(line, in: source).isCategoryLike
      && source.scalars[line].allSatisfy { $0.isHan || $0.isBlank || "“”（）()《》".unicodeScalars.contains($0) }
  }

  private static func isName(_ word: String) -> Bool {
    word.unicodeScalars.count > 1
      && (SheetWords.code(of: word) != nil || SheetWords.isCategoryLike(word) || SheetWords.column(word) != nil)
  }

  private static let brokenNames: Set<String> = [
    "重点目标", "创优目标", "目标名称", "目标类别", "标杆城市", "标杆值", "完成时限", "责任单位", "责任处室", "责任科室", "牵头单位", "配合单位", "共性目标", "保障目标",
    "考核单位",
  ]
}
