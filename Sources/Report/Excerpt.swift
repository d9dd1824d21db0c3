/// A line of a source with carets under the words that a message is about, as compilers print it.
///
///        12 | 新改建学校12所，争取达到15所
///           |       ^^^^^^^^
public struct Excerpt: Sendable, Equatable {
  /// The line and the carets below it, without line ends.
  public let lines: [String]

  /// - Parameters:
  ///   - line: the line without its end.
  ///   - number: the line's number, from 1; `nil` where its file has no lines.
  ///   - range: the words that are meant, in the line; an empty range marks one place, `nil` none.
  ///   - width: the columns that there are; of a longer line the part with the words is shown.
  public init(of line: [Unicode.Scalar], number: Int?, range: Range<Int>?, width: Int) {
    let digits = number.map(String.init) ?? ""
    let gutter = String(repeating: " ", count: max(0, 5 - digits.utf8.count)) + digits
    let room = max(20, width - DisplayWidth.of(gutter) - 4)
    let columns = line.map { Excerpt.column($0) }
    let marked = range?.clamped(to: 0..<line.count)
    let window = Excerpt.window(columns.map(\.width), around: marked ?? 0..<0, room: room)
    let lead = window.lowerBound > 0 ? "…" : ""
    let shown = lead + columns[window].map(\.text).joined() + (window.upperBound < line.count ? "…" : "")
    var lines = [gutter + " | " + Excerpt.trimmed(shown)]
    if let marked {
      let visible = marked.clamped(to: window)
      let before = DisplayWidth.of(lead) + columns[window.lowerBound..<visible.lowerBound].reduce(0) { $0 + $1.width }
      let under = columns[visible].reduce(0) { $0 + $1.width }
      let blank = String(repeating: " ", count: gutter.utf8.count)
      lines.append(
        blank + " | " + String(repeating: " ", count: before) + String(repeating: "^", count: max(1, under)))
    }
    self.lines = lines
  }

  /// The part of the line to show: all of it where it fits, else what fits from a little before the words on.
  private static func window(_ widths: [Int], around marked: Range<Int>, room: Int) -> Range<Int> {
    guard widths.reduce(0, +) > room else { return 0..<widths.count }
    let room = room - 2
    var start = min(marked.lowerBound, widths.count)
    var used = 0
    while start > 0, used + widths[start - 1] <= room / 3 {
      start -= 1
      used += widths[start]
    }
    var end = start
    used = 0
    while end < widths.count, used + widths[end] <= room {
      used += widths[end]
      end += 1
    }
    while start > 0, used + widths[start - 1] <= room {
      start -= 1
      used += widths[start]
    }
    return start..<end
  }

  /// A scalar as it is drawn; a tab is one blank, so that carets stay below their words.
  private static func column(_ scalar: Unicode.Scalar) -> (text: String, width: Int) {
    let text = DisplayWidth.printable(String(Character(scalar)))
    return (text, DisplayWidth.of(text))
  }

  private static func trimmed(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.reversed().drop { $0 == " " }.reversed()))
  }
}
