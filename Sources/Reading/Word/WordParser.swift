/// Takes the paragraphs and tables of a story of a Word document (its body, a header, its notes) one after the other.
struct WordParser: ~Copyable {
  var stream: XMLStream
  let styles: WordStyles
  let limits: ReadingLimits
  var fields = WordFields()
  var wrappers = WordWrappers()
  /// Paragraphs, cells and pieces that were made; a hostile part has millions of empty ones.
  var made = 0

  init(_ stream: consuming XMLStream, styles: WordStyles, limits: ReadingLimits) {
    self.stream = stream
    self.styles = styles
    self.limits = limits
  }

  /// The next block within the element at a depth, or with 0 of the part; `nil` at its end.
  mutating func next(within outer: Int = 0) throws(ReadingError) -> WordBlock? {
    while let event = try stream.next() {
      switch event {
      case .start: if let block = try block() { return block }
      case .end:
        if stream.depth == outer { return nil }
        wrappers.close(stream.name, made: made)
      case .text: break
      }
    }
    return nil
  }

  /// The block that the element which began last is; `nil` where it is none, and may hold some.
  private mutating func block() throws(ReadingError) -> WordBlock? {
    guard try open() else { return nil }
    switch stream.name {
    case "p": return .paragraph(try paragraph())
    case "tbl": return .table(try table())
    case "altChunk", "subDoc":
      var paragraph = WordParagraph()
      paragraph.add("", .object)
      return .paragraph(paragraph)
    default: return nil
    }
  }

  /// Enters the element that began last; `false` where it was skipped, since nothing in it is text of the document.
  mutating func open() throws(ReadingError) -> Bool {
    switch stream.name {
    case "sectPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "rubyPr", "tblPr", "tblGrid", "tblPrEx", "ctrlPr":
      try stream.skipElement()
      return false
    case "footnote", "endnote":
      // Those with a type are the lines that part notes from the text.
      if let type = stream.attribute("type"), type != "normal" {
        try stream.skipElement()
        return false
      }
      return true
    default:
      if wrappers.open(stream.name, made: made) { return true }
      try stream.skipElement()
      return false
    }
  }

  /// Counts what was made.
  mutating func make() throws(ReadingError) {
    made += 1
    guard made <= limits.cells else { throw .limitExceeded(.cells, allowed: limits.cells, part: nil) }
  }

  // MARK: Tables

  private mutating func table() throws(ReadingError) -> WordTable {
    let outer = stream.depth
    var table = WordTable()
    while let event = try stream.next() {
      switch event {
      case .start:
        guard try open() else { continue }
        if stream.name == "tr" { table.rows.append(try row()) }
      case .end:
        if stream.depth == outer { return table }
        wrappers.close(stream.name, made: made)
      case .text: break
      }
    }
    return table
  }

  private mutating func row() throws(ReadingError) -> WordRow {
    let outer = stream.depth
    var row = WordRow()
    while let event = try stream.next() {
      switch event {
      case .start:
        guard try open() else { continue }
        switch stream.name {
        case "trPr": row.properties = try stream.rowProperties(limits: limits)
        case "tc": row.cells.append(try cell())
        default: break
        }
      case .end:
        if stream.depth == outer { return row }
        wrappers.close(stream.name, made: made)
      case .text: break
      }
    }
    return row
  }

  private mutating func cell() throws(ReadingError) -> WordCell {
    try make()
    let outer = stream.depth
    var cell = WordCell()
    while let event = try stream.next() {
      switch event {
      case .start:
        if stream.name == "tcPr" {
          cell.properties = try stream.cellProperties(limits: limits)
        } else if let block = try block() {
          cell.blocks.append(block)
        }
      case .end:
        if stream.depth == outer { return cell }
        wrappers.close(stream.name, made: made)
      case .text: break
      }
    }
    return cell
  }
}
