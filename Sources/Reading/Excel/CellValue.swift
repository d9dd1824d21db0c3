/// What a cell of a sheet holds, as its element says it.
struct CellValue {
  var type = ""
  var style = 0
  var text = ""
  var hasFormula = false

  /// What a cell shows; `hidden` is a value that its format shows nothing of.
  enum Shown: Equatable {
    case nothing
    case text(String)
    case hidden(String)
    /// A formula whose value the file does not hold.
    case notCalculated
    /// A picture in the cell, which some programs keep as the value of a formula.
    case picture
    /// A text that the workbook does not have.
    case missingText
  }

  func shown(strings: [String], styles: CellStyles, system: SerialDate.System) -> Shown {
    if text.isEmpty { return hasFormula && type != "str" ? .notCalculated : .nothing }
    let format = styles.format(style)
    switch type {
    case "s":
      guard let index = Int(text), strings.indices.contains(index) else { return .missingText }
      return strings[index].isEmpty ? .nothing : shown(format.shown(strings[index]), of: strings[index])
    case "inlineStr": return shown(format.shown(text), of: text)
    case "str":
      let plain = unescapedSheetText(text)
      if plain.hasPrefix("=DISPIMG(") { return .picture }
      return shown(format.shown(plain), of: plain)
    case "b":
      return .text(text == "1" || text == "true" ? "TRUE" : "FALSE")
    case "e": return .text(text)
    case "d":
      guard format.isOfDates, let serial = ISODate.serial(text, system: system) else { return .text(text) }
      return shown(format.shown(serial, system: system), of: text)
    default:
      guard let number = DecimalNumber(text) else { return .text(text) }
      return shown(format.shown(number, system: system), of: number.general)
    }
  }

  private func shown(_ text: String, of value: @autoclosure () -> String) -> Shown {
    guard text.unicodeScalars.allSatisfy(isWhiteSpace) else { return .text(text) }
    let value = value()
    return value.unicodeScalars.allSatisfy(isWhiteSpace) ? .text(text) : .hidden(value)
  }
}
