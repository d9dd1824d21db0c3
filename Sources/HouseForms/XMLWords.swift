/// Words as XML holds them.
enum XMLWords {
  /// What XML can't hold (control characters, U+FFFE, U+FFFF) becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": out.append(contentsOf: "&amp;".unicodeScalars)
      case "<": out.append(contentsOf: "&lt;".unicodeScalars)
      case ">": out.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": out.append(contentsOf: "&quot;".unicodeScalars)
      case "\t", "\n": out.append(scalar)
      default: out.append(scalar.value < 0x20 || scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar)
      }
    }
    return String(out)
  }

  /// The runs of a line of a Word document, with these properties.
  static func run(_ line: String, properties: String = "") -> String {
    let pieces = line.split(separator: "\t", omittingEmptySubsequences: false)
    let texts = pieces.map { $0.isEmpty ? "" : "<w:t xml:space=\"preserve\">\(escaped(String($0)))</w:t>" }
    let content = texts.joined(separator: "<w:tab/>")
    return content.isEmpty ? "" : "<w:r>\(properties)\(content)</w:r>"
  }
}
