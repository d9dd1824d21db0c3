/// Text in which stretches are marked as removed or added, for wrapping and colouring as one.
struct StyledLine {
  enum Style { case plain, removed, added }

  private var scalars: [Unicode.Scalar] = []
  private var styles: [Style] = []

  mutating func append(_ text: [Unicode.Scalar], _ style: Style) {
    scalars += text
    styles += Array(repeating: style, count: text.count)
  }

  /// The wrapped lines; with colour each line begins and ends plain.
  func lines(width: Int, color: Bool) -> [String] {
    LineBreaking.ranges(scalars, width: width).map { range in
      var out = String.UnicodeScalarView()
      var current = Style.plain
      for at in range {
        if color, styles[at] != current {
          out.append(contentsOf: code(styles[at]).unicodeScalars)
          current = styles[at]
        }
        out.append(scalars[at])
      }
      if current != .plain { out.append(contentsOf: code(.plain).unicodeScalars) }
      return String(out)
    }
  }

  /// ECMA-48: red, green, default.
  private func code(_ style: Style) -> String {
    switch style {
    case .plain: "\u{1B}[0m"
    case .removed: "\u{1B}[31m"
    case .added: "\u{1B}[32m"
    }
  }
}
