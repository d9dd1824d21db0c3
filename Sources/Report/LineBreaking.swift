/// Breaks text into lines of a width: between Han characters, at blanks, never before a closing mark.
enum LineBreaking {
  /// The text as lines; one empty line for an empty text.
  static func lines(_ text: String, width: Int) -> [String] {
    let scalars = Array(text.unicodeScalars)
    return ranges(scalars, width: width).map { range in
      var line = String.UnicodeScalarView()
      line.append(contentsOf: scalars[range])
      return String(line)
    }
  }

  /// Where the lines stand; blanks at a break belong to no line.
  static func ranges(_ scalars: [Unicode.Scalar], width: Int) -> [Range<Int>] {
    let width = max(2, width)
    var lines: [Range<Int>] = []
    var (start, end, used) = (0, 0, 0)
    let close = {
      var (from, to) = (start, end)
      while to > from, scalars[to - 1] == " " { to -= 1 }
      while from < to, !lines.isEmpty, scalars[from] == " " { from += 1 }
      lines.append(from..<to)
    }
    for unit in units(scalars) {
      let visible = unit.reduce(0) { $0 + DisplayWidth.of(scalars[$1]) }
      let trailing = unit.reversed().prefix { scalars[$0] == " " }.count
      if used + visible - trailing > width, end > start {
        close()
        (start, used) = (unit.lowerBound, 0)
      }
      if visible - trailing > width {
        for at in unit {
          let columns = DisplayWidth.of(scalars[at])
          if used + columns > width, at > start {
            end = at
            close()
            (start, used) = (at, 0)
          }
          used += columns
        }
      } else {
        used += visible
      }
      end = unit.upperBound
    }
    if end > start || lines.isEmpty { close() }
    return lines
  }

  /// What is not to be broken: a Latin word or number, a Han character, with the marks that cling to it.
  private static func units(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var units: [Range<Int>] = []
    var start = 0
    for at in scalars.indices.dropFirst() {
      let (before, after) = (scalars[at - 1], scalars[at])
      let clings = clingsBack(after) || clingsForward(before) || isWord(before) && isWord(after)
      if clings, at - start < 40 { continue }
      units.append(start..<at)
      start = at
    }
    if start < scalars.count { units.append(start..<scalars.count) }
    return units
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar != " " && scalar.value < 0x2E80 && !"“”‘’—…·".unicodeScalars.contains(scalar)
  }

  private static func clingsBack(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    if scalar.value < 0x80 { return false }
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .nonspacingMark, .enclosingMark, .format: return true
    default: return "，。、；：？！％…".unicodeScalars.contains(scalar)
    }
  }

  private static func clingsForward(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .openPunctuation, .initialPunctuation: true
    default: false
    }
  }
}
