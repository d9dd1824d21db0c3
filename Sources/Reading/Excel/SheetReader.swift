/// Reads the part of a sheet, cell by cell.
struct SheetReader {
  let sheet: String
  let part: String
  let strings: [String]
  let styles: CellStyles
  let system: SerialDate.System
  let limits: ReadingLimits

  private var content = SheetContent()
  private var cells = 0
  /// The position of the cell that was read last, for those that do not state their own.
  private var row = 0
  private var column = 0
  private var isRowHidden = false

  init(
    sheet: String, part: String, strings: [String], styles: CellStyles, system: SerialDate.System,
    limits: ReadingLimits
  ) {
    self.sheet = sheet
    self.part = part
    self.strings = strings
    self.styles = styles
    self.system = system
    self.limits = limits
  }

  mutating func read(_ stream: inout XMLStream) throws(ReadingError) -> SheetContent {
    while let event = try stream.next() {
      guard case .start = event else { continue }
      switch stream.name {
      case "col": takeColumns(stream)
      case "row": try takeRow(stream)
      case "c": try takeCell(&stream)
      case "mergeCell":
        guard let range = stream.attribute("ref").flatMap({ CellRange($0) }) else { continue }
        guard content.merges.count < limits.cells else {
          throw .limitExceeded(.cells, allowed: limits.cells, part: part)
        }
        content.merges.append(range)
      case "oddHeader", "evenHeader", "firstHeader":
        content.printHeaders.append(PrintHeader.text(of: try stream.plainText(), sheet: sheet))
      case "oddFooter", "evenFooter", "firstFooter":
        content.printFooters.append(PrintHeader.text(of: try stream.plainText(), sheet: sheet))
      default: continue
      }
    }
    content.sortRows()
    return content
  }

  private func isTrue(_ value: String?) -> Bool { value == "1" || value == "true" || value == "on" }

  private mutating func takeColumns(_ stream: borrowing XMLStream) {
    guard isTrue(stream.attribute("hidden")) || stream.attribute("width").flatMap({ Double($0) }) == 0,
      let first = stream.attribute("min").flatMap({ Int($0) }), let last = stream.attribute("max").flatMap({ Int($0) }),
      first > 0, first <= last, content.hiddenColumns.count < limits.columns
    else { return }
    content.hiddenColumns.append(first...last)
  }

  private mutating func takeRow(_ stream: borrowing XMLStream) throws(ReadingError) {
    let stated = stream.attribute("r")
    // A number that is none at all counts as none; one too large for a row is too large for the sheet.
    row = stated.flatMap { CellReference("A" + $0)?.row } ?? row + 1
    guard row <= limits.rows else { throw .limitExceeded(.rows, allowed: limits.rows, part: part) }
    column = 0
    isRowHidden = isTrue(stream.attribute("hidden")) || stream.attribute("ht").flatMap({ Double($0) }) == 0
    if isRowHidden { content.hiddenRows.insert(row) }
  }

  private mutating func takeCell(_ stream: inout XMLStream) throws(ReadingError) {
    if let place = stream.attribute("r").flatMap({ CellReference($0) }) {
      (row, column) = (place.row, place.column)
    } else {
      column += 1
    }
    guard row <= limits.rows else { throw .limitExceeded(.rows, allowed: limits.rows, part: part) }
    guard column <= limits.columns else { throw .limitExceeded(.columns, allowed: limits.columns, part: part) }
    var value = CellValue()
    value.type = stream.attribute("t") ?? ""
    value.style = stream.attribute("s").flatMap { Int($0) } ?? 0
    let depth = stream.depth
    reading: while let event = try stream.next() {
      switch event {
      case .start:
        switch stream.name {
        case "v": value.text = try stream.plainText()
        case "is": value.text = try stream.richText()
        case "f":
          value.hasFormula = true
          try stream.skipElement()
        default: try stream.skipElement()
        }
      case .end: if stream.depth == depth { break reading }
      case .text: continue
      }
    }
    try take(value)
  }

  private mutating func take(_ value: CellValue) throws(ReadingError) {
    switch value.shown(strings: strings, styles: styles, system: system) {
    case .nothing: return
    case .text(let text):
      if text.unicodeScalars.allSatisfy(isWhiteSpace) { return }
      try add(text, isHidden: false)
    case .hidden(let text): try add(text, isHidden: true)
    case .notCalculated: note(.formulaWithoutValue)
    case .picture: note(.picture)
    case .missingText: note(.damagedPart)
    }
  }

  private mutating func add(_ text: String, isHidden: Bool) throws(ReadingError) {
    cells += 1
    guard cells <= limits.cells else { throw .limitExceeded(.cells, allowed: limits.cells, part: part) }
    let cell = SheetContent.Cell(column: column, text: text, isHidden: isHidden)
    if let last = content.rows.indices.last, content.rows[last].number == row {
      if content.rows[last].cells.last?.column == column { note(.damagedPart) }
      content.rows[last].cells.append(cell)
    } else {
      content.rows.append(SheetContent.Row(number: row, isHidden: isRowHidden, cells: [cell]))
    }
  }

  private mutating func note(_ kind: ReadingNotice.Kind) {
    // The builder counts those of one kind together; a million formulas need no million notices here.
    let index = content.notices.firstIndex { $0.kind == kind }
    let known = index.map { content.notices.remove(at: $0) }
    content.notices.append(
      ReadingNotice(
        kind, count: (known?.count ?? 0) + 1,
        place: known?.place ?? FilePlace(sheet: sheet, row: row, column: column),
        name: kind == .damagedPart ? part : sheet))
  }
}

extension XMLStream {
  /// The text of the element that has just begun, up to its end.
  mutating func plainText() throws(ReadingError) -> String {
    let outer = depth
    var text = ""
    while let event = try next() {
      switch event {
      case .text(let piece): text += piece
      case .end: if depth == outer { return text }
      case .start: continue
      }
    }
    return text
  }
}
