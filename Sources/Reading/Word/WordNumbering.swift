/// The lists of a Word document: how the levels of each are numbered (ECMA-376 part 1, 17.9).
struct WordNumbering {
  struct Level {
    var start = 0
    var format = NumberFormat.decimal
    /// `%1.%2` stands for the numbers of the first and the second level.
    var text = ""
    /// What parts the number from the paragraph's text.
    var suffix = " "
    /// Whether the numbers of all levels are decimal here.
    var isLegal = false
    /// The level, from 1, at which it begins anew; 0 for never, `nil` for each one above it.
    var restart: Int?
    /// The style whose paragraphs are of this level.
    var style: String?
    /// Of a bullet.
    var font: String?
  }

  /// A list of the document: a definition, with levels of its own and numbers that it begins with.
  struct List {
    var definition: Int
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  /// How much of a level's text is taken; Word itself takes no more, and each paragraph repeats it.
  private static let textLength = 255

  private var definitions: [Int: [Int: Level]] = [:]
  private var links: [Int: String] = [:]
  private var lists: [Int: List] = [:]

  /// No lists.
  init() {}

  /// Reads a numbering part.
  init(_ stream: consuming XMLStream) throws(ReadingError) {
    while let event = try stream.next() {
      guard case .start = event else { continue }
      switch stream.name {
      case "abstractNum":
        if let id = stream.number("abstractNumId") { try readDefinition(id, &stream) }
      case "num":
        if let id = stream.number("numId") { lists[id] = try Self.list(&stream) }
      default: break
      }
    }
  }

  /// A list, its definition followed where that only names a style that holds it.
  func list(_ id: Int, styles: WordStyles) -> List? {
    guard var list = lists[id] else { return nil }
    if let style = links[list.definition], let other = styles.list(of: style).flatMap({ lists[$0] }) {
      list.definition = other.definition
    }
    return list
  }

  /// A level of a list; `nil` where it has none such.
  func level(_ index: Int, of list: List) -> Level? {
    list.levels[index] ?? definitions[list.definition]?[index]
  }

  /// The level of a list whose paragraphs have one of these styles.
  func level(ofStyles styles: [String], in list: List) -> Int? {
    for style in styles {
      for index in 0..<9 where level(index, of: list)?.style == style { return index }
    }
    return nil
  }

  private mutating func readDefinition(_ id: Int, _ stream: inout XMLStream) throws(ReadingError) {
    let outer = stream.depth
    var levels: [Int: Level] = [:]
    while let event = try stream.next() {
      if case .end = event, stream.depth == outer { break }
      guard case .start = event else { continue }
      switch stream.name {
      case "numStyleLink": links[id] = stream.attribute("val")
      case "lvl":
        if let index = stream.number("ilvl") { levels[index] = try Self.level(&stream) }
      default: break
      }
    }
    definitions[id] = levels
  }

  private static func list(_ stream: inout XMLStream) throws(ReadingError) -> List {
    var list = List(definition: -1)
    var index: Int?
    let outer = stream.depth
    while let event = try stream.next() {
      if case .end = event, stream.depth == outer { break }
      guard case .start = event else { continue }
      switch stream.name {
      case "abstractNumId": list.definition = stream.number("val") ?? -1
      case "lvlOverride": index = stream.number("ilvl")
      case "startOverride": if let index { list.starts[index] = stream.number("val") }
      case "lvl": if let at = stream.number("ilvl") ?? index { list.levels[at] = try level(&stream) }
      default: break
      }
    }
    return list
  }

  private static func level(_ stream: inout XMLStream) throws(ReadingError) -> Level {
    var level = Level()
    let outer = stream.depth
    while let event = try stream.next() {
      if case .end = event, stream.depth == outer { break }
      guard case .start = event else { continue }
      let value = stream.attribute("val")
      switch stream.name {
      case "start": level.start = value.flatMap { Int($0) } ?? 0
      case "numFmt": level.format = value.flatMap(NumberFormat.init(rawValue:)) ?? .decimal
      case "lvlText": level.text = String((value ?? "").unicodeScalars.prefix(textLength))
      case "suff": level.suffix = value == "nothing" ? "" : " "
      case "isLgl": level.isLegal = value != "0" && value != "false"
      case "lvlRestart": level.restart = value.flatMap { Int($0) }
      case "pStyle": level.style = value
      case "rPr": level.font = try stream.runProperties().font
      case "pPr": try stream.skipElement()
      default: break
      }
    }
    return level
  }
}
