extension WordParser {
  /// What holds for the text of the run that is open.
  private struct Run {
    var isHidden: Bool
    var font: String?
    var isSuperscript = false
    /// Whether text that comes now is the document's.
    var isText = false
  }

  /// The paragraph whose element began last.
  mutating func paragraph() throws(ReadingError) -> WordParagraph {
    try make()
    let outer = stream.depth
    var paragraph = WordParagraph()
    var style = styles.paragraph(nil)
    var run = Run(isHidden: style.isHidden)
    while let event = try stream.next() {
      switch event {
      case .start:
        switch stream.name {
        case "r": run = Run(isHidden: style.isHidden)
        case "rPr": take(try stream.runProperties(), of: style, into: &run)
        case "t", "delText": run.isText = true
        case "pPr":
          paragraph.properties = try stream.paragraphProperties()
          style = styles.paragraph(paragraph.properties.style)
          run.isHidden = style.isHidden
        case "txbxContent": paragraph.boxes.append(try box())
        default: if try open() { try sign(in: run, to: &paragraph) }
        }
      case .text(let text):
        if run.isText { try add(shown(text, in: run), in: run, to: &paragraph) }
      case .end:
        if stream.depth == outer {
          fields.endParagraph()
          return paragraph
        }
        switch stream.name {
        case "r": break
        case "t", "delText": run.isText = false
        default: wrappers.close(stream.name, made: made)
        }
      }
    }
    return paragraph
  }

  private func take(_ properties: WordRunProperties, of style: WordStyles.Style, into run: inout Run) {
    // Hiding is switched, not set, by each style; what a run says itself counts alone.
    run.isHidden = properties.isHidden ?? (style.isHidden != styles.isHidden(character: properties.style))
    run.font = properties.font
    run.isSuperscript = properties.isSuperscript
  }

  /// Adds what the element that began last stands for, if it is a sign.
  private mutating func sign(in run: Run, to paragraph: inout WordParagraph) throws(ReadingError) {
    switch stream.name {
    case "tab", "ptab": try add("\t", in: run, to: &paragraph)
    case "br", "cr": try add("\n", in: run, to: &paragraph)
    case "noBreakHyphen": try add("-", in: run, to: &paragraph)
    case "sym":
      if let code = stream.attribute("char").flatMap({ UInt32($0, radix: 16) }),
        let sign = SymbolFont.sign(code, font: stream.attribute("font"))
      {
        try add(String(sign), in: run, to: &paragraph)
      }
    case "fldChar":
      let type = stream.attribute("fldCharType")
      if type == "begin", let text = try WordFormField(&stream).text { try add(text, in: run, to: &paragraph) }
      fields.take(type)
    // A formula in one line, so that 1/2 is not read as 12, nor 10^4 as 104.
    case "den": try add("/", in: run, to: &paragraph)
    case "sup": try add("^", in: run, to: &paragraph)
    case "sub": try add("_", in: run, to: &paragraph)
    case "rad": try add("√", in: run, to: &paragraph)
    case "blip", "imagedata": if wrappers.objects == 0 { try note(.picture, in: &paragraph) }
    case "object", "chart", "relIds", "lockedCanvas": try note(.object, in: &paragraph)
    default: break
    }
  }

  private mutating func note(_ kind: WordPiece.Kind, in paragraph: inout WordParagraph) throws(ReadingError) {
    try make()
    if wrappers.deletions == 0 { paragraph.add("", kind) }
  }

  private mutating func add(_ text: String, in run: Run, to paragraph: inout WordParagraph) throws(ReadingError) {
    try make()
    let kind: WordPiece.Kind =
      if wrappers.deletions > 0 {
        .deleted
      } else if run.isHidden || fields.isInstruction {
        .hidden
      } else if wrappers.readings > 0 {
        .ruby
      } else {
        wrappers.insertions > 0 ? .inserted : .shown
      }
    paragraph.add(text, kind)
  }

  /// The text as it is seen: signs of symbol fonts, and raised digits, so that 10⁴ is not read as 104.
  private func shown(_ text: String, in run: Run) -> String {
    guard run.isSuperscript else { return SymbolFont.shown(text, font: run.font) }
    let raised: [Unicode.Scalar: Unicode.Scalar] = [
      "0": "⁰", "1": "¹", "2": "²", "3": "³", "4": "⁴", "5": "⁵", "6": "⁶", "7": "⁷", "8": "⁸", "9": "⁹", "-": "⁻",
      "−": "⁻", "+": "⁺",
    ]
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(raised[scalar] ?? scalar) }
    return String(shown)
  }

  /// The blocks of a text box, which has fields of its own.
  private mutating func box() throws(ReadingError) -> [WordBlock] {
    let outer = stream.depth
    let outside = fields
    fields = WordFields()
    defer { fields = outside }
    var blocks: [WordBlock] = []
    while let block = try next(within: outer) { blocks.append(block) }
    return blocks
  }
}
