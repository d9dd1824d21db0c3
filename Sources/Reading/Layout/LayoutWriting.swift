/// Writes what stands on the pages into a file's text, in reading order.
///
/// Lines are joined to paragraphs and tables rebuilt from their rules, over the ends of pages too. Running heads, running
/// feet and page numbers are asides; those between two halves of a paragraph or a table stand after it.
func layOut(_ pages: [Page], into builder: inout FileTextBuilder, limits: ReadingLimits) throws(ReadingError) {
  guard pages.count <= limits.pages else { throw .limitExceeded(.pages, allowed: limits.pages, part: nil) }
  let (contents, running) = try PageContent.parted(pages, limits: limits)
  var writing = LayoutWriting(builder: builder, margins: documentMargins(of: contents, on: pages))
  for (index, content) in contents.enumerated() {
    writing.waiting += running.heads[index].map { ([$0.line], $0.kind, .header) }
    for piece in content.pieces {
      switch piece {
      case .table(let table): try writing.add(table, page: index + 1)
      case .flow(let flow): try writing.add(flow, page: pages[index])
      }
    }
    writing.waiting += running.feet[index].map { ([$0.line], $0.kind, .footer) }
  }
  try writing.close()
  try writing.writeWaiting()
  builder = writing.builder
}

/// The size of a page.
private struct PageSize: Hashable {
  let width: Int
  let height: Int

  init(_ page: Page) { (width, height) = (page.width.clamped, page.height.clamped) }
}

/// The margins of the pages of each size, by the lines that take the whole width.
private func documentMargins(of contents: [PageContent], on pages: [Page]) -> [PageSize: Margins] {
  var lines: [PageSize: [PageLine]] = [:]
  for (content, page) in zip(contents, pages) {
    for case .flow(let flow) in content.pieces where flow.column == nil {
      lines[PageSize(page), default: []] += flow.lines
    }
  }
  var margins: [PageSize: Margins] = [:]
  for (size, lines) in lines where !lines.isEmpty {
    let found = Margins(of: lines)
    // Short lines alone do not show where a page's text ends: hardly at twice the left margin from its edge.
    margins[size] = Margins(left: found.left, right: max(found.right, size.width - 2 * found.left))
  }
  return margins
}

/// The pieces of pages on their way into a text: what may go on with the next piece is still open.
private struct LayoutWriting {
  var builder: FileTextBuilder
  let margins: [PageSize: Margins]
  /// Running lines, and rows of them, that are written when nothing is open.
  var waiting: [(lines: [PageLine], kind: Aside.Kind, part: FilePlace.Part)] = []

  private var last: (line: PageLine, margins: Margins)?
  private var table: (table: PageTable, lastPage: Int)?
  private var paragraphs = 0
  private var tables = 0

  init(builder: FileTextBuilder, margins: [PageSize: Margins]) {
    (self.builder, self.margins) = (builder, margins)
  }

  mutating func add(_ flow: Flow, page: Page) throws(ReadingError) {
    let margins = flow.column ?? self.margins[PageSize(page)] ?? Margins(of: flow.lines)
    let pitch = pitch(of: flow.lines)
    for line in flow.lines {
      if let last, isJoined(last.line, line, margins: last.margins, nextMargins: margins, pitch: pitch) {
        builder.anchor(FilePlace(page: line.page, box: line.box, paragraph: paragraphs))
        try builder.append(last.line.glue(to: line) + line.text)
      } else {
        try close()
        try writeWaiting()
        paragraphs += 1
        builder.beginParagraph(at: FilePlace(page: line.page, box: line.box, paragraph: paragraphs))
        try builder.append(line.text)
      }
      last = (line, margins)
    }
  }

  mutating func add(_ next: PageTable, page: Int) throws(ReadingError) {
    if table?.lastPage == page - 1, let repeated = table?.table.append(next) {
      waiting += repeated.map { ($0.cells.flatMap(\.lines), .pageHeader, .body) }
      table?.lastPage = page
    } else {
      try close()
      try writeWaiting()
      table = (next, page)
    }
  }

  /// Ends the open paragraph or table.
  mutating func close() throws(ReadingError) {
    builder.endParagraph()
    last = nil
    guard let table = table?.table else { return }
    self.table = nil
    tables += 1
    try write(table)
  }

  mutating func writeWaiting() throws(ReadingError) {
    for (lines, kind, part) in waiting {
      builder.beginAside(kind)
      for (index, line) in lines.enumerated() {
        let place = FilePlace(part: part, page: line.page, box: line.box)
        if index == 0 {
          builder.beginParagraph(at: place)
        } else {
          try builder.append("\t")
          builder.anchor(place)
        }
        try builder.append(line.text)
      }
      builder.endAside()
    }
    waiting = []
  }

  private mutating func write(_ table: PageTable) throws(ReadingError) {
    let padding = table.padding
    try builder.beginTable()
    for (rowIndex, row) in table.rows.enumerated() {
      builder.beginRow()
      for (column, cell) in row.cells.enumerated() {
        var place = FilePlace(page: row.page, box: cell.box, table: tables, row: rowIndex + 1, column: column + 1)
        try builder.beginCell(columns: cell.columns, rows: cell.rows, isCovered: cell.isCovered, at: place)
        for (index, paragraph) in joinedLines(of: cell, padding: padding).enumerated() {
          for (number, line) in paragraph.enumerated() {
            (place.page, place.box, place.paragraph) = (line.page, line.box, index + 1)
            if number == 0 {
              builder.beginParagraph(at: place)
              try builder.append(line.text)
            } else {
              builder.anchor(place)
              try builder.append(paragraph[number - 1].glue(to: line) + line.text)
            }
          }
        }
        builder.endCell()
      }
      builder.endRow()
    }
    builder.endTable()
  }

  private func joinedLines(of cell: PageTable.PlacedCell, padding: Int) -> [[PageLine]] {
    cell.isCovered ? [] : Reading.paragraphs(of: cell.lines, in: cell.box, padding: padding)
  }
}
