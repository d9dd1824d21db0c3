/// The number formats of a workbook's cell styles.
struct CellStyles {
  private var formats: [CellFormat] = [.general]
  /// The longest code that a spreadsheet program writes has 255 characters; a longer one is none.
  private static let codeLength = 1_000
  /// The format's index for each style.
  private var styles: [Int] = []

  /// The styles of a workbook that has none.
  init() {}

  /// Reads the part of the styles.
  init(_ stream: inout XMLStream) throws(ReadingError) {
    var codes: [Int: String] = [:]
    var known: [Int: Int] = [:]
    var isCellStyle = false
    while let event = try stream.next() {
      switch event {
      case .start:
        switch stream.name {
        case "numFmt":
          guard let number = stream.attribute("numFmtId").flatMap({ Int($0) }) else { continue }
          guard let code = stream.attribute("formatCode"), code.utf8.count <= Self.codeLength else { continue }
          codes[number] = code
        case "cellXfs": isCellStyle = true
        case "xf" where isCellStyle:
          let number = stream.attribute("numFmtId").flatMap { Int($0) } ?? 0
          if known[number] == nil {
            known[number] = formats.count
            // A program that writes out what another one calls by number means what it wrote.
            formats.append((codes[number] ?? BuiltInFormats.code(number)).map { CellFormat($0) } ?? .general)
          }
          styles.append(known[number] ?? 0)
        default: continue
        }
      case .end: if stream.name == "cellXfs" { isCellStyle = false }
      case .text: continue
      }
    }
  }

  /// The number format of a style.
  func format(_ style: Int) -> CellFormat {
    styles.indices.contains(style) ? formats[styles[style]] : formats[0]
  }
}
