/// Puts a file's text and its blocks together, piece by piece, in the file's order.
///
/// Paragraphs end with a line feed, cells are parted by a tab, rows end with a line feed; paragraphs within a cell are
/// parted by a line feed. Tables stand in cells and in nothing else. What is opened must be closed by the reader; what a
/// damaged file leaves open, ``finished(mediaType:encoding:hasBOM:)`` closes.
struct FileTextBuilder {
  private(set) var scalars: [Unicode.Scalar] = []
  private var blocks: [Block] = []
  private var asides: [Aside] = []
  private var anchors: [Anchor] = []
  private var notices: [ReadingNotice] = []
  private var noticed: [NoticeKey: Int] = [:]
  private var paragraph: (start: Int, level: Int?)?
  private var tables: [OpenTable] = []
  private var openAsides: [OpenAside] = []
  private var cells = 0
  private let limits: ReadingLimits

  private struct OpenAside {
    /// What it takes out: a part of a paragraph, cells of a row, or whole rows, paragraphs and tables.
    enum Scope {
      case text, cells, blocks
    }

    let kind: Aside.Kind
    let start: Int
    let scope: Scope
  }

  private struct NoticeKey: Hashable {
    let kind: ReadingNotice.Kind
    let name: String?
  }

  private struct OpenTable {
    var rows: [Row] = []
    var cells: [Cell] = []
    var rowStart: Int?
    var cell: OpenCell?
  }

  private struct OpenCell {
    let start: Int
    let columns: Int
    let rows: Int
    let isCovered: Bool
    var paragraphs: [Range<Int>] = []
    var tables: [Block] = []
  }

  init(limits: ReadingLimits = ReadingLimits()) {
    self.limits = limits
  }

  // MARK: Paragraphs

  /// Whether a paragraph is open.
  var isInParagraph: Bool { paragraph != nil }

  /// Opens a paragraph, or a heading of a level from 1; one that is open is closed.
  mutating func beginParagraph(heading level: Int? = nil, at place: FilePlace) {
    endParagraph()
    if let cell = tables.last?.cell, scalars.count > cell.start, scalars.last != "\n" { scalars.append("\n") }
    anchor(place)
    paragraph = (scalars.count, level)
  }

  /// Adds text to the open paragraph; line ends in it part paragraphs, and tabs in a cell become blanks.
  mutating func append(_ text: String) throws(ReadingError) {
    for scalar in text.unicodeScalars { try append(scalar) }
  }

  /// Adds a scalar to the open paragraph.
  mutating func append(_ scalar: Unicode.Scalar) throws(ReadingError) {
    guard scalars.count < limits.scalars else {
      throw .limitExceeded(.scalars, allowed: limits.scalars, part: nil)
    }
    if isLineEnd(scalar) {
      lineBreak()
    } else {
      scalars.append(scalar == "\t" && !tables.isEmpty ? " " : scalar)
    }
  }

  /// Begins a new line, which is a paragraph of its own at the same place.
  mutating func lineBreak() {
    guard let open = paragraph else { return }
    closeParagraph()
    if scalars.last != "\n", scalars.count > open.start { scalars.append("\n") }
    paragraph = (scalars.count, open.level)
  }

  /// Closes the open paragraph, if there is one.
  mutating func endParagraph() {
    guard paragraph != nil else { return }
    closeParagraph()
    // In a cell the tab or the next paragraph parts it; elsewhere every paragraph is a line, an empty one too.
    if tables.isEmpty { scalars.append("\n") }
  }

  private mutating func closeParagraph() {
    guard let open = paragraph else { return }
    paragraph = nil
    let range = trim(open.start..<scalars.count, in: scalars)
    guard !range.isEmpty, !isAside else { return }
    if let last = tables.indices.last {
      tables[last].cell?.paragraphs.append(range)
    } else {
      blocks.append(Block(kind: open.level.map { .heading(level: $0) } ?? .paragraph, range: range))
    }
  }

  // MARK: Tables

  /// Opens a table, on a line of its own or within the open cell.
  mutating func beginTable() throws(ReadingError) {
    guard tables.count < limits.tableDepth else {
      throw .limitExceeded(.tableDepth, allowed: limits.tableDepth, part: nil)
    }
    endParagraph()
    if let cell = tables.last?.cell, scalars.count > cell.start, scalars.last != "\n" { scalars.append("\n") }
    tables.append(OpenTable())
  }

  mutating func beginRow() {
    guard let last = tables.indices.last else { return }
    endRow()
    tables[last].rowStart = scalars.count
  }

  /// Opens a cell of the open row: the next column of the grid, covered ones included.
  mutating func beginCell(
    columns: Int = 1, rows: Int = 1, isCovered: Bool = false, at place: FilePlace
  ) throws(ReadingError) {
    guard let last = tables.indices.last else { return }
    cells += 1
    guard cells <= limits.cells else { throw .limitExceeded(.cells, allowed: limits.cells, part: nil) }
    if tables[last].rowStart == nil { beginRow() }
    endCell()
    if !tables[last].cells.isEmpty { scalars.append("\t") }
    anchor(place)
    tables[last].cell = OpenCell(
      start: scalars.count, columns: max(1, columns), rows: max(1, rows), isCovered: isCovered)
  }

  mutating func endCell() {
    guard let last = tables.indices.last, tables[last].cell != nil else { return }
    closeParagraph()
    guard let cell = tables[last].cell else { return }
    tables[last].cell = nil
    guard !openAsides.contains(where: { $0.scope == .cells }) else {
      // The tab that parts it from the row's first cell goes with it.
      if tables[last].cells.isEmpty { scalars.append("\t") }
      return
    }
    let range = cell.isCovered ? cell.start..<cell.start : trim(cell.start..<scalars.count, in: scalars)
    tables[last].cells.append(
      Cell(
        range: range, paragraphs: cell.paragraphs, columns: cell.columns, rows: cell.rows, isCovered: cell.isCovered,
        tables: cell.tables))
  }

  mutating func endRow() {
    guard let last = tables.indices.last, let start = tables[last].rowStart else { return }
    endCell()
    if !tables[last].cells.isEmpty, !isAside {
      var end = scalars.count
      // The line end of a row within its last cell parts nothing more.
      while end > start, scalars[end - 1] == "\n" { end -= 1 }
      tables[last].rows.append(Row(cells: tables[last].cells, range: start..<end))
    }
    tables[last].cells = []
    tables[last].rowStart = nil
    scalars.append("\n")
  }

  mutating func endTable() {
    guard !tables.isEmpty else { return }
    endRow()
    guard let table = tables.popLast(), let first = table.rows.first, let end = table.rows.last else { return }
    let block = Block(kind: .table, range: first.range.lowerBound..<end.range.upperBound, rows: table.rows)
    guard !isAside else { return }
    if let outer = tables.indices.last {
      tables[outer].cell?.paragraphs += table.rows.flatMap { $0.cells.flatMap(\.paragraphs) }
      tables[outer].cell?.tables.append(block)
    } else {
      blocks.append(block)
    }
  }

  // MARK: Asides

  /// Whether what is added now is no running text, and makes no blocks.
  private var isAside: Bool { openAsides.contains { $0.scope != .text } }

  /// Opens an aside: a part of the open paragraph, or else cells of the open row, which are then none of its grid, or
  /// else whole rows, paragraphs and tables.
  mutating func beginAside(_ kind: Aside.Kind) {
    let isInRow = tables.last.map { $0.rowStart != nil && $0.cell == nil } ?? false
    openAsides.append(
      OpenAside(kind: kind, start: scalars.count, scope: paragraph != nil ? .text : isInRow ? .cells : .blocks))
  }

  /// Closes the aside that was opened last; one within another belongs to the outer one.
  mutating func endAside() {
    guard let open = openAsides.last else { return }
    if open.scope != .text { endParagraph() }
    openAsides.removeLast()
    guard openAsides.isEmpty, open.start < scalars.count else { return }
    asides.append(Aside(kind: open.kind, range: open.start..<scalars.count))
  }

  // MARK: Places and notices

  /// Sets the place of what follows.
  mutating func anchor(_ place: FilePlace) {
    if anchors.last?.start == scalars.count { anchors.removeLast() }
    anchors.append(Anchor(start: anchors.isEmpty ? 0 : scalars.count, place: place))
  }

  /// Adds a notice; those of one kind and name are counted together, at the first one's place.
  mutating func note(_ kind: ReadingNotice.Kind, at place: FilePlace? = nil, name: String? = nil) {
    let key = NoticeKey(kind: kind, name: name)
    if let index = noticed[key] {
      let known = notices[index]
      notices[index] = ReadingNotice(kind, count: known.count + 1, place: known.place, name: name)
    } else {
      noticed[key] = notices.count
      notices.append(ReadingNotice(kind, place: place, name: name))
    }
  }

  /// The whole text; `empty` where no text was found.
  mutating func finished(
    mediaType: String, encoding: String? = nil, hasBOM: Bool = false
  ) throws(ReadingError) -> FileText {
    while !tables.isEmpty { endTable() }
    endParagraph()
    while !openAsides.isEmpty { endAside() }
    guard scalars.contains(where: { !isWhiteSpace($0) }) else { throw .empty }
    return FileText(
      mediaType: mediaType, encoding: encoding, hasBOM: hasBOM, scalars: scalars, blocks: blocks, asides: asides,
      anchors: anchors, notices: notices)
  }
}
