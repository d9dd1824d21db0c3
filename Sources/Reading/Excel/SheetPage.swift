/// A sheet with what lies beside its cells: comments and text boxes.
struct SheetPage {
  let name: String
  let content: SheetContent
  private var comments: [(cell: CellReference, text: String)] = []
  private var textBoxes: [TextBox] = []
  private var notices: [ReadingNotice] = []

  private struct TextBox {
    var cell: CellReference?
    var isHidden = false
    var paragraphs: [String] = []
  }

  init(name: String, content: SheetContent) {
    self.name = name
    self.content = content
  }

  var hasText: Bool { !content.rows.isEmpty || !comments.isEmpty || !textBoxes.isEmpty }

  // MARK: Reading

  mutating func readComments(_ stream: inout XMLStream) throws(ReadingError) {
    while let event = try stream.next() {
      guard case .start = event, stream.name == "comment",
        let cell = stream.attribute("ref").flatMap({ CellReference($0) })
      else { continue }
      comments.append((cell, try stream.richText()))
    }
  }

  /// Takes the texts of shapes, and notes pictures and charts.
  mutating func readDrawing(_ stream: inout XMLStream) throws(ReadingError) {
    var box = TextBox()
    var position: (row: Int, column: Int)?
    while let event = try stream.next() {
      switch event {
      case .start:
        switch stream.name {
        // The same once more for programs that do not know the first form.
        case "Fallback": try stream.skipElement()
        case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor": position = nil
        case "from": position = try stream.corner()
        case "sp": box = TextBox(cell: position.map { CellReference(row: $0.row, column: $0.column) })
        case "cNvPr": box.isHidden = ["1", "true"].contains(stream.attribute("hidden") ?? "")
        case "p": box.paragraphs.append(try stream.drawingParagraph())
        case "pic": note(.picture, position)
        case "graphicFrame": note(.object, position)
        default: continue
        }
      case .end:
        if stream.name == "sp", box.paragraphs.contains(where: { !$0.isEmpty }) { textBoxes.append(box) }
      case .text: continue
      }
    }
  }

  private mutating func note(_ kind: ReadingNotice.Kind, _ position: (row: Int, column: Int)?) {
    notices.append(
      ReadingNotice(kind, place: FilePlace(sheet: name, row: position?.row, column: position?.column), name: name))
  }

  // MARK: Writing

  /// Writes the sheet, under a heading if it is named.
  func write(to builder: inout FileTextBuilder, isNamed: Bool, limits: ReadingLimits) throws(ReadingError) {
    if isNamed { try write([name], heading: 1, at: FilePlace(sheet: name), to: &builder) }
    for text in content.printHeaders { try write(text, as: .pageHeader, part: .header, to: &builder) }
    var table = try SheetTable(sheet: name, content: content, limits: limits)
    try table.write(to: &builder)
    for box in textBoxes {
      let place = FilePlace(part: .textBox, sheet: name, row: box.cell?.row, column: box.cell?.column)
      if box.isHidden {
        builder.beginAside(.hiddenText)
        builder.note(.hiddenText, at: place, name: name)
      }
      try write(box.paragraphs, at: place, to: &builder)
      if box.isHidden { builder.endAside() }
    }
    for comment in comments {
      let place = FilePlace(part: .comment, sheet: name, row: comment.cell.row, column: comment.cell.column)
      builder.beginAside(.comment)
      try write([comment.text], at: place, to: &builder)
      builder.endAside()
    }
    for text in content.printFooters { try write(text, as: .pageFooter, part: .footer, to: &builder) }
    for notice in content.notices + notices {
      for _ in 0..<notice.count { builder.note(notice.kind, at: notice.place, name: notice.name) }
    }
  }

  private func write(
    _ text: String, as kind: Aside.Kind, part: FilePlace.Part, to builder: inout FileTextBuilder
  ) throws(ReadingError) {
    guard !text.isEmpty else { return }
    builder.beginAside(kind)
    try write([text], at: FilePlace(part: part, sheet: name), to: &builder)
    builder.endAside()
  }

  private func write(
    _ paragraphs: [String], heading: Int? = nil, at place: FilePlace, to builder: inout FileTextBuilder
  ) throws(ReadingError) {
    for paragraph in paragraphs {
      builder.beginParagraph(heading: heading, at: place)
      try builder.append(paragraph)
      builder.endParagraph()
    }
  }
}

extension XMLStream {
  /// The cell that a drawing begins in, whose numbers in the file are from 0.
  fileprivate mutating func corner() throws(ReadingError) -> (row: Int, column: Int)? {
    let outer = depth
    var row: Int?
    var column: Int?
    while let event = try next() {
      switch event {
      case .start:
        if name == "row" { row = Int(try plainText()) } else if name == "col" { column = Int(try plainText()) }
      case .end:
        guard depth == outer else { continue }
        guard let row, let column, (0..<1 << 30).contains(row), (0..<1 << 30).contains(column) else { return nil }
        return (row + 1, column + 1)
      case .text: continue
      }
    }
    return nil
  }

  /// The text of a paragraph in a drawing, up to its end.
  fileprivate mutating func drawingParagraph() throws(ReadingError) -> String {
    let outer = depth
    var text = ""
    var isText = false
    while let event = try next() {
      switch event {
      case .start:
        isText = name == "t"
        if name == "br" { text += "\n" }
      case .text(let piece): if isText { text += piece }
      case .end:
        if depth == outer { return text }
        isText = false
      }
    }
    return text
  }
}
