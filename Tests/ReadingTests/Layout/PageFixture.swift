@testable import Reading

/// Builds a page from lines of text, each character of which is as wide as its font is high.
struct PageFixture {
  var page = Page(width: 4_600, height: 8_000)

  /// Puts a line on the page; ASCII characters take half the width.
  mutating func line(_ text: String, x: Int = 900, y: Int, size: Int = 120) {
    var left = x
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let width = Self.width(of: String(word), size: size)
      if !word.isEmpty {
        let box = Box(left: left, top: y, right: left + width, bottom: y + size)
        page.words.append(PageWord(text: String(word), box: box, size: size))
      }
      left += width + size / 2
    }
  }

  /// Puts lines below each other.
  mutating func lines(_ texts: [String], x: Int = 900, y: Int, size: Int = 120, pitch: Int = 160) {
    for (index, text) in texts.enumerated() { line(text, x: x, y: y + index * pitch, size: size) }
  }

  /// Draws all sides of all cells.
  mutating func grid(xs: [Int], ys: [Int]) {
    for x in xs { vertical(x, from: ys[0], to: ys[ys.count - 1]) }
    for y in ys { horizontal(y, from: xs[0], to: xs[xs.count - 1]) }
  }

  mutating func horizontal(_ y: Int, from start: Int, to end: Int) {
    page.rules.append(PageRule(direction: .horizontal, position: y, start: start, end: end))
  }

  mutating func vertical(_ x: Int, from start: Int, to end: Int) {
    page.rules.append(PageRule(direction: .vertical, position: x, start: start, end: end))
  }

  static func width(of text: String, size: Int) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? size / 2 : size) }
  }
}

/// The text of pages as the reader lays it out.
func laidOut(_ pages: [PageFixture], limits: ReadingLimits = ReadingLimits()) throws(ReadingError) -> FileText {
  var builder = FileTextBuilder(limits: limits)
  try layOut(pages.map(\.page), into: &builder, limits: limits)
  return try builder.finished(mediaType: "application/pdf")
}

extension FileText {
  private func string(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars += scalars[range]
    return text
  }

  /// What each block says: a paragraph's text, or a table's rows in lines, cells parted by `|`, paragraphs by `/`, with
  /// `#` for a covered cell and `<columns x rows>` before a merged one.
  var pageOutline: [String] {
    (blocks ?? []).map { block in
      guard block.kind == .table else { return string(block.range) }
      return block.rows.map { row in
        row.cells.map { cell in
          if cell.isCovered { return "#" }
          let size = cell.columns * cell.rows > 1 ? "<\(cell.columns)x\(cell.rows)>" : ""
          return size + cell.paragraphs.map { string($0) }.joined(separator: "/")
        }.joined(separator: "|")
      }.joined(separator: "\n")
    }
  }

  /// What each aside says, after its kind.
  var pageAsides: [String] {
    asides.map { "\($0.kind.rawValue): \(string($0.range).split(separator: "\n").joined(separator: "/"))" }
  }
}
