/// What a paragraph's properties, its own or its style's, say of its text (`w:pPr`).
struct WordParagraphProperties: Equatable {
  var style: String?
  /// From 0; 9 is running text.
  var outlineLevel: Int?
  /// The list it belongs to; 0 is none.
  var list: Int?
  /// From 0.
  var listLevel: Int?
  /// Whether the paragraph mark is deleted by a tracked change, or hidden.
  var isMarkDeleted = false
  var isMarkHidden = false
}

/// What a run's properties, its own or its style's, say of its text (`w:rPr`).
struct WordRunProperties: Equatable {
  var style: String?
  var isHidden: Bool?
  var font: String?
  var isSuperscript = false
  var isDeleted = false
}

/// What a row's properties say of it (`w:trPr`).
struct WordRowProperties {
  /// Columns of the grid before its first cell and after its last.
  var before = 0
  var after = 0
  var isInserted = false
  var isDeleted = false
  var isHidden = false

  var isDropped: Bool { isDeleted || isHidden }
}

/// What a cell's properties say of it (`w:tcPr`).
struct WordCellProperties {
  enum Merge {
    case none, begins, continues
  }

  /// Columns of the grid.
  var span = 1
  var down = Merge.none
  var across = Merge.none
}

extension XMLStream {
  /// Reads the properties of a paragraph, whose element began last.
  mutating func paragraphProperties() throws(ReadingError) -> WordParagraphProperties {
    var properties = WordParagraphProperties()
    let outer = depth
    while let event = try next() {
      if case .end = event, depth == outer { break }
      guard case .start = event else { continue }
      switch name {
      case "pStyle": properties.style = attribute("val")
      case "outlineLvl": properties.outlineLevel = number("val")
      case "numId": properties.list = number("val")
      case "ilvl": properties.listLevel = number("val").map { min(max($0, 0), 8) }
      case "rPr":
        let mark = try runProperties()
        properties.isMarkDeleted = mark.isDeleted
        properties.isMarkHidden = mark.isHidden == true
      // The former properties, and what has parts of the same names.
      case "pPrChange", "numberingChange", "sectPr", "tabs", "framePr", "pBdr": try skipElement()
      default: break
      }
    }
    return properties
  }

  /// Reads the properties of a run, whose element began last.
  mutating func runProperties() throws(ReadingError) -> WordRunProperties {
    var properties = WordRunProperties()
    let outer = depth
    while let event = try next() {
      if case .end = event, depth == outer { break }
      guard case .start = event else { continue }
      switch name {
      case "rStyle": properties.style = attribute("val")
      case "vanish": properties.isHidden = isOn
      case "rFonts": properties.font = attribute("ascii") ?? attribute("hAnsi")
      case "vertAlign": properties.isSuperscript = attribute("val") == "superscript"
      case "del", "moveFrom": properties.isDeleted = true
      case "rPrChange": try skipElement()
      default: break
      }
    }
    return properties
  }

  /// Reads the properties of a row, whose element began last.
  mutating func rowProperties(limits: ReadingLimits) throws(ReadingError) -> WordRowProperties {
    var properties = WordRowProperties()
    let outer = depth
    while let event = try next() {
      if case .end = event, depth == outer { break }
      guard case .start = event else { continue }
      switch name {
      case "gridBefore": properties.before = min(max(number("val") ?? 0, 0), limits.columns)
      case "gridAfter": properties.after = min(max(number("val") ?? 0, 0), limits.columns)
      case "ins": properties.isInserted = true
      case "del": properties.isDeleted = true
      case "hidden": properties.isHidden = isOn
      case "trPrChange": try skipElement()
      default: break
      }
    }
    return properties
  }

  /// Reads the properties of a cell, whose element began last.
  mutating func cellProperties(limits: ReadingLimits) throws(ReadingError) -> WordCellProperties {
    var properties = WordCellProperties()
    let outer = depth
    while let event = try next() {
      if case .end = event, depth == outer { break }
      guard case .start = event else { continue }
      switch name {
      case "gridSpan": properties.span = min(max(number("val") ?? 1, 1), limits.columns)
      case "vMerge": properties.down = attribute("val") == "restart" ? .begins : .continues
      case "hMerge": properties.across = attribute("val") == "restart" ? .begins : .continues
      case "tcPrChange": try skipElement()
      default: break
      }
    }
    return properties
  }

  /// Whether a property that can be switched on or off, whose element began last, is on.
  private var isOn: Bool {
    switch attribute("val") {
    case "0", "false", "off": false
    default: true
    }
  }

  /// The value of an attribute that is a whole number.
  borrowing func number(_ name: StaticString) -> Int? {
    attribute(name).flatMap { Int($0) }
  }
}
