/// The head and foot that a sheet prints on each page (ISO/IEC 29500-1, 18.3.1.39).
enum PrintHeader {
  /// The text without the codes of fonts, of page numbers, dates and file names; left, middle and right are parted by
  /// a blank.
  static func text(of code: String, sheet: String) -> String {
    let scalars = Array(code.unicodeScalars)
    var text = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      guard scalar == "&", index < scalars.count else {
        text.append(scalar)
        continue
      }
      let mark = scalars[index]
      index += 1
      switch mark {
      case "&": text.append("&")
      case "A", "a": text.append(contentsOf: sheet.unicodeScalars)
      case "L", "C", "R", "l", "c", "r": text.append(" ")
      case "\"":
        while index < scalars.count, scalars[index] != "\"" { index += 1 }
        index += 1
      case "K", "k": index = min(index + 6, scalars.count)
      case "0"..."9": while index < scalars.count, ("0"..."9").contains(scalars[index]) { index += 1 }
      default: continue
      }
    }
    return String(String(text).split(whereSeparator: { $0 == " " }).joined(separator: " "))
  }
}
