/// What the part of an OFD page, or of a page's template, holds.
struct OFDPage {
  /// The page's rectangle, where it has its own: left, top, width, height in millimetres.
  private(set) var area: [Double]?
  /// The numbers of the templates it stands on.
  private(set) var templates: [String] = []
  private(set) var words: [PageWord] = []
  private(set) var rules: [PageRule] = []
  /// Texts of objects that are not shown.
  private(set) var hidden: [String] = []
  private(set) var pictures = 0
  private(set) var objects = 0

  init() {}

  init(_ stream: inout XMLStream, limits: ReadingLimits) throws(ReadingError) {
    while let event = try stream.next() {
      guard case .start = event else { continue }
      switch stream.name {
      case "PhysicalBox": area = OFDNumbers.list(try stream.plainText(), limit: 4)
      case "Template": if let id = stream.attribute("TemplateID"), templates.count < 100 { templates.append(id) }
      case "TextObject": try takeText(&stream)
      case "PathObject": try takePath(&stream)
      case "ImageObject":
        pictures += 1
        try stream.skipElement()
      case "CompositeObject":
        objects += 1
        try stream.skipElement()
      default: continue
      }
      guard words.count + rules.count <= limits.cells else {
        throw .limitExceeded(.cells, allowed: limits.cells, part: nil)
      }
    }
  }

  private mutating func takeText(_ stream: inout XMLStream) throws(ReadingError) {
    let outer = stream.depth
    let isHidden = stream.attribute("Visible") == "false"
    let size = stream.attribute("Size").map { OFDNumbers.list($0, limit: 1) }?.first ?? 0
    let narrowing = stream.attribute("HScale").map { OFDNumbers.list($0, limit: 1) }?.first ?? 1
    var object = OFDTextObject(
      transform: OFDTransform(boundary: stream.attribute("Boundary"), matrix: stream.attribute("CTM")),
      size: min(max(size, 0.1), 1_000), narrowing: min(max(narrowing, 0.1), 10))
    reading: while let event = try stream.next() {
      switch event {
      case .start:
        // Glyphs that stand for characters (`CGTransform`) change nothing of the text.
        guard stream.name == "TextCode" else { continue }
        let (x, y) = (stream.attribute("X"), stream.attribute("Y"))
        let (deltaX, deltaY) = (stream.attribute("DeltaX"), stream.attribute("DeltaY"))
        object.place(try stream.plainText(), x: x, y: y, deltaX: deltaX, deltaY: deltaY)
      case .end: if stream.depth == outer { break reading }
      case .text: continue
      }
    }
    if isHidden {
      if !object.text.unicodeScalars.allSatisfy(isWhiteSpace) { hidden.append(object.text) }
    } else {
      for word in object.words where !isDrawnAgain(word) { words.append(word) }
    }
  }

  /// Whether a word was just drawn at the same place, which makes it look bold.
  private func isDrawnAgain(_ word: PageWord) -> Bool {
    let near = max(2, (word.size ?? 0) / 12)
    return words.suffix(4).contains {
      $0.text == word.text && abs($0.box.left - word.box.left) <= near && abs($0.box.top - word.box.top) <= near
    }
  }

  private mutating func takePath(_ stream: inout XMLStream) throws(ReadingError) {
    let outer = stream.depth
    let isStroked = stream.attribute("Stroke") != "false"
    let isFilled = stream.attribute("Fill") == "true"
    let isShown = stream.attribute("Visible") != "false"
    let transform = OFDTransform(boundary: stream.attribute("Boundary"), matrix: stream.attribute("CTM"))
    while let event = try stream.next() {
      switch event {
      case .start:
        guard stream.name == "AbbreviatedData" else { continue }
        let path = OFDPath(try stream.plainText())
        if isShown { rules += path.rules(transform, isStroked: isStroked, isFilled: isFilled) }
      case .end: if stream.depth == outer { return }
      case .text: continue
      }
    }
  }
}
