/// Words as Markdown (CommonMark) holds them.
enum MarkdownText {
  /// One line in which nothing is markup, whatever a document says.
  ///
  /// - Parameter isStart: whether it begins a line or a cell; what opens a heading or a list only does so there.
  static func escaped(_ text: String, isStart: Bool = true) -> String {
    var out = String.UnicodeScalarView()
    // A line that is digits so far could be a list's number.
    var isNumber = isStart
    let scalars = Array(DisplayWidth.printable(text).unicodeScalars)
    for (at, scalar) in scalars.enumerated() {
      let isSpecial = "\\`*_[]<>|~&$".unicodeScalars.contains(scalar)
      let opens = isStart && at == 0 && "#+-=".unicodeScalars.contains(scalar)
      let counts = isNumber && (scalar == "." || scalar == ")") && (at + 1 == scalars.count || scalars[at + 1] == " ")
      if isSpecial || opens || counts { out.append("\\") }
      out.append(scalar)
      isNumber = isNumber && ("0"..."9").contains(scalar)
    }
    return String(out)
  }
}
