/// The styles of a Word document, each with what it inherits.
struct WordStyles {
  /// What a style says of the paragraphs and runs that have it.
  struct Style: Equatable {
    /// Of a heading, from 1.
    var headingLevel: Int?
    var list: Int?
    var listLevel: Int?
    /// The styles from which the list comes, nearest first: a list's level may name one of them.
    var listStyles: [String] = []
    var isHidden = false
    /// Whether it is that of an entry in a table of contents.
    var isContents = false
  }

  private var styles: [String: Style] = [:]
  private var defaultParagraph: String?

  /// How far inheritance is followed.
  private static let chain = 32

  private struct Definition {
    var base: String?
    /// What its name tells.
    var headingLevel: Int?
    var isContents = false
    var paragraph = WordParagraphProperties()
    var run = WordRunProperties()
  }

  /// No styles.
  init() {}

  /// Reads a styles part.
  init(_ stream: consuming XMLStream) throws(ReadingError) {
    var definitions: [String: Definition] = [:]
    while let event = try stream.next() {
      guard case .start = event, stream.name == "style", let id = stream.attribute("styleId") else { continue }
      if stream.attribute("type") == "paragraph", let isDefault = stream.attribute("default"), isDefault != "0" {
        defaultParagraph = id
      }
      definitions[id] = try Self.definition(&stream)
    }
    for id in definitions.keys { styles[id] = Self.resolved(id, in: definitions) }
  }

  /// The style of a paragraph, or the one that paragraphs without a style have.
  func paragraph(_ id: String?) -> Style {
    guard let id = id ?? defaultParagraph else { return Style() }
    // A document whose styles are lost still names them.
    return styles[id] ?? Style(headingLevel: Self.headingLevel(named: id))
  }

  /// Whether a character style hides what has it.
  func isHidden(character id: String?) -> Bool {
    id.flatMap { styles[$0]?.isHidden } ?? false
  }

  /// The list that a numbering style stands for.
  func list(of id: String) -> Int? { styles[id]?.list }

  private static func definition(_ stream: inout XMLStream) throws(ReadingError) -> Definition {
    var definition = Definition()
    let outer = stream.depth
    while let event = try stream.next() {
      if case .end = event, stream.depth == outer { break }
      guard case .start = event else { continue }
      switch stream.name {
      case "name":
        let name = stream.attribute("val") ?? ""
        definition.headingLevel = headingLevel(named: name)
        definition.isContents = isContents(name)
      case "basedOn": definition.base = stream.attribute("val")
      case "pPr": definition.paragraph = try stream.paragraphProperties()
      case "rPr": definition.run = try stream.runProperties()
      case "tblStylePr", "tblPr", "trPr", "tcPr": try stream.skipElement()
      default: break
      }
    }
    return definition
  }

  private static func resolved(_ id: String, in definitions: [String: Definition]) -> Style {
    var style = Style()
    var outline: Int?
    var level: Int?
    var isHidden: Bool?
    var next: String? = id
    for _ in 0..<chain {
      guard let id = next, let definition = definitions[id] else { break }
      let paragraph = definition.paragraph
      outline = outline ?? paragraph.outlineLevel
      level = level ?? definition.headingLevel
      style.isContents = style.isContents || definition.isContents
      if style.list == nil {
        style.listStyles.append(id)
        style.list = paragraph.list
        style.listLevel = style.listLevel ?? paragraph.listLevel
      }
      isHidden = isHidden ?? definition.run.isHidden
      next = definition.base
    }
    style.headingLevel = outline.map { (0...8).contains($0) ? $0 + 1 : nil } ?? level
    style.isHidden = isHidden ?? false
    return style
  }

  /// `toc 1` to `toc 9`, and `TOC Heading`.
  private static func isContents(_ name: String) -> Bool {
    name.utf8.prefix(4).map { $0 | 0x20 }.elementsEqual("toc ".utf8)
  }

  /// The level that the name of a built-in style tells: `heading 1`, `Heading1`, `标题 1`; a title is of level 1.
  private static func headingLevel(named name: String) -> Int? {
    let letters = name.utf8.filter { $0 != 0x20 }.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    if letters.elementsEqual("title".utf8) || letters.elementsEqual("标题".utf8) { return 1 }
    for prefix in ["heading".utf8, "标题".utf8] where letters.starts(with: prefix) {
      let digits = String(decoding: letters[prefix.count...], as: UTF8.self)
      guard let level = Int(digits), (1...9).contains(level) else { return nil }
      return level
    }
    return nil
  }
}
