import Sheet

/// Words as a Word document holds them.
enum XMLWords {
  /// The runs of a line of a Word document, with these properties.
  static func run(_ line: String, properties: String = "") -> String {
    let pieces = line.split(separator: "\t", omittingEmptySubsequences: false)
    let texts = pieces.map { $0.isEmpty ? "" : "<w:t xml:space=\"preserve\">\(MarkupText.escaped(String($0)))</w:t>" }
    let content = texts.joined(separator: "<w:tab/>")
    return content.isEmpty ? "" : "<w:r>\(properties)\(content)</w:r>"
  }
}
