/// Puts the blocks of a Word document into the file's text, lists numbered and places counted.
struct WordWriter {
  var builder: FileTextBuilder
  var styles = WordStyles()
  var numbering = WordNumbering()
  private let limits: ReadingLimits
  /// The place of what is written, without its paragraph.
  private var place = FilePlace()
  /// Paragraphs written in the part, or in the open cell.
  private var paragraphs = 0
  private var counts: [FilePlace.Part: (paragraphs: Int, tables: Int)] = [:]
  private var counters: [FilePlace.Part: WordListCounters] = [:]
  /// A paragraph whose mark is deleted: the next one goes on with it.
  private var open: WordParagraph?
  /// Whether all that is written now is dropped already, and neither noted nor numbered.
  private var isDropped = false

  init(limits: ReadingLimits) {
    builder = FileTextBuilder(limits: limits)
    self.limits = limits
  }

  /// Begins a part of the document, or goes on with it.
  mutating func begin(_ part: FilePlace.Part) {
    place = FilePlace(part: part)
    paragraphs = counts[part]?.paragraphs ?? 0
  }

  /// Ends the part that was begun last.
  mutating func end() throws(ReadingError) {
    try flush()
    counts[place.part, default: (0, 0)].paragraphs = paragraphs
  }

  /// Writes a block of the part.
  mutating func write(_ block: WordBlock) throws(ReadingError) {
    switch block {
    case .table(let table):
      try flush()
      try write(table)
    case .paragraph(var paragraph):
      if var before = open {
        open = nil
        before.join(paragraph)
        paragraph = before
      }
      if paragraph.properties.isMarkDeleted, paragraph.isVisible {
        open = paragraph
      } else {
        try write(paragraph)
      }
    }
  }

  private mutating func flush() throws(ReadingError) {
    guard let paragraph = open else { return }
    open = nil
    try write(paragraph)
  }

  // MARK: Paragraphs

  private mutating func write(_ paragraph: WordParagraph) throws(ReadingError) {
    let properties = paragraph.properties
    let style = styles.paragraph(properties.style)
    // Of a paragraph that is deleted with its mark, or hidden with it, no line is left.
    var aside: Aside.Kind? = style.isContents ? .navigation : nil
    if !paragraph.isVisible, properties.isMarkDeleted || properties.isMarkHidden || style.isHidden {
      guard !paragraph.pieces.isEmpty || !paragraph.boxes.isEmpty else { return }
      aside = properties.isMarkDeleted ? .deletedText : .hiddenText
    }
    paragraphs += 1
    place.paragraph = paragraphs
    let outline = properties.outlineLevel.map { (0...8).contains($0) ? $0 + 1 : nil } ?? style.headingLevel
    if let aside { builder.beginAside(aside) }
    builder.beginParagraph(heading: outline, at: place)
    if !isDropped, aside == nil || aside == .navigation, let number = number(of: properties, style) {
      try builder.append(number)
    }
    for piece in paragraph.pieces { try write(piece, isAside: aside != nil) }
    builder.endParagraph()
    if aside != nil { builder.endAside() }
    for box in paragraph.boxes { try write(box: box) }
  }

  private mutating func write(_ piece: WordPiece, isAside: Bool) throws(ReadingError) {
    switch piece.kind {
    case .shown: try builder.append(piece.text)
    case .inserted:
      if !isDropped { builder.note(.insertedText, at: place) }
      try builder.append(piece.text)
    case .picture: builder.note(.picture, at: place)
    case .object: builder.note(.object, at: place)
    case .deleted: try write(piece.text, as: .deletedText, noticed: .deletedText, isAside: isAside)
    case .hidden: try write(piece.text, as: .hiddenText, noticed: .hiddenText, isAside: isAside)
    case .ruby: try write(piece.text, as: .ruby, noticed: nil, isAside: isAside)
    }
  }

  private mutating func write(
    _ text: String, as kind: Aside.Kind, noticed: ReadingNotice.Kind?, isAside: Bool
  ) throws(ReadingError) {
    if !isDropped, let noticed { builder.note(noticed, at: place) }
    if !isAside { builder.beginAside(kind) }
    // A line that ends in what is dropped does not end.
    for scalar in text.unicodeScalars { try builder.append(scalar == "\n" ? " " : scalar) }
    if !isAside { builder.endAside() }
  }

  /// The number that stands in front of a paragraph, by its own list or its style's.
  private mutating func number(of properties: WordParagraphProperties, _ style: WordStyles.Style) -> String? {
    guard let id = properties.list ?? style.list, id != 0, let list = numbering.list(id, styles: styles) else {
      return nil
    }
    let level =
      properties.listLevel ?? (properties.list == nil ? numbering.level(ofStyles: style.listStyles, in: list) : nil)
      ?? style.listLevel ?? 0
    return counters[place.part, default: WordListCounters()].next(id, level: level, numbering, styles)
  }

  /// Writes a text box, on lines of its own.
  private mutating func write(box: [WordBlock]) throws(ReadingError) {
    guard place.part == .body else {
      for block in box { try write(block) }
      return try flush()
    }
    let outside = (place, paragraphs)
    begin(.textBox)
    for block in box { try write(block) }
    try end()
    (place, paragraphs) = outside
  }

  // MARK: Tables

  private mutating func write(_ table: WordTable) throws(ReadingError) {
    let outside = (place, paragraphs)
    defer { (place, paragraphs) = outside }
    counts[place.part, default: (0, 0)].tables += 1
    let number = counts[place.part]?.tables
    try builder.beginTable()
    var rows = 0
    for row in try WordGrid(table, limits: limits).rows where !row.cells.isEmpty {
      place = FilePlace(part: outside.0.part, table: number, row: rows + 1)
      if !row.properties.isDropped { rows += 1 }
      try write(row)
    }
    builder.endTable()
  }

  private mutating func write(_ row: WordGrid.Row) throws(ReadingError) {
    let properties = row.properties
    let aside: Aside.Kind? = properties.isDeleted ? .deletedText : properties.isHidden ? .hiddenText : nil
    let outer = isDropped
    if let aside {
      if !isDropped { builder.note(properties.isDeleted ? .deletedText : .hiddenText, at: place) }
      isDropped = true
      builder.beginAside(aside)
    } else if properties.isInserted, !isDropped {
      builder.note(.insertedText, at: place)
    }
    builder.beginRow()
    for (index, cell) in row.cells.enumerated() {
      place.column = index + 1
      place.paragraph = nil
      try write(cell)
    }
    builder.endRow()
    if aside != nil { builder.endAside() }
    isDropped = outer
  }

  private mutating func write(_ cell: WordGrid.Cell) throws(ReadingError) {
    try builder.beginCell(columns: cell.columns, rows: cell.rows, isCovered: cell.isCovered, at: place)
    paragraphs = 0
    let outer = isDropped
    if cell.isCovered {
      if !isDropped, cell.hasContent { builder.note(.hiddenText, at: place) }
      isDropped = true
      builder.beginAside(.hiddenText)
    }
    for block in cell.blocks { try write(block) }
    try flush()
    if cell.isCovered { builder.endAside() }
    isDropped = outer
    builder.endCell()
  }
}
