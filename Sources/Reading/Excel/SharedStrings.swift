extension XMLStream {
  /// The text of a string item, a comment or an inline string whose element has just begun: its runs together, without
  /// their form and without the readings (`rPh`) that stand above East Asian characters.
  mutating func richText() throws(ReadingError) -> String {
    let outer = depth
    var text = ""
    var isText = false
    while let event = try next() {
      switch event {
      case .start:
        if name == "rPh" || name == "phoneticPr" {
          try skipElement()
        } else {
          isText = name == "t"
        }
      case .text(let piece): if isText { text += piece }
      case .end:
        if depth == outer { return unescapedSheetText(text) }
        isText = false
      }
    }
    return unescapedSheetText(text)
  }

  /// The texts that a workbook's cells share, by their number.
  mutating func sharedStrings() throws(ReadingError) -> [String] {
    var strings: [String] = []
    while let event = try next() {
      guard case .start = event, name == "si" else { continue }
      strings.append(try richText())
    }
    return strings
  }
}
