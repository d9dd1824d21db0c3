import Foundation
import TestSupport

/// The pages of a plain text, a paragraph a line, 40 characters fill the width.
func pages(of text: String) -> OFDFixture {
  var (page, y) = (OFDFixture.Page(), 30.0)
  for paragraph in text.split(separator: "\n") {
    let indent = paragraph.prefix { $0 == "　" }.count
    for (number, line) in wrapped(paragraph.dropFirst(indent), first: 40 - indent, width: 40).enumerated() {
      page.text(line, x: 25 + (number == 0 ? 4 * Double(indent) : 0), y: y, size: 4)
      y += 7
    }
  }
  return OFDFixture([page])
}

/// The rows of a sheet: lines above its table, and the cells of each row, one where it is merged.
struct SheetRows: Decodable {
  let head: [String]
  let rows: [[String]]

  init(json: [UInt8]) throws { self = try JSONDecoder().decode(SheetRows.self, from: Data(json)) }

  /// The sheet as one page, its table drawn with lines, an empty category merged with the one above.
  var ofd: [UInt8] {
    var page = OFDFixture.Page()
    for (number, line) in head.enumerated() {
      page.text(line, x: number == 0 ? 70 : 20, y: 20 + 12 * Double(number), size: number == 0 ? 5 : 3.5)
    }
    let xs = [20.0, 45, 57, 100, 190]
    let top = 48.0
    var y = top
    for row in rows {
      let isMerged = row.count == 1
      page.line(!isMerged && row.first == "" ? xs[1] : xs[0], y, 190, y)
      let lines = row.enumerated().map { column, cell in
        wrapped(cell[...], width: Int(((isMerged ? 190 : xs[column + 1]) - xs[column] - 3) / 4))
      }
      let height = 6 * Double(lines.map(\.count).max() ?? 1) + 3
      for (column, cell) in lines.enumerated() {
        for (number, line) in cell.enumerated() {
          page.text(line, x: xs[column] + 2, y: y + 2 + 6 * Double(number), size: 4)
        }
      }
      for x in isMerged ? [20, 190] : xs { page.line(x, y, x, y + height) }
      y += height
    }
    page.line(20, y, 190, y)
    return OFDFixture([page]).bytes
  }
}

/// Lines of so many full-width characters at most; those before U+2E80 are half as wide, as the fixture sets them.
private func wrapped(_ text: Substring, first: Int? = nil, width: Int) -> [String] {
  var lines: [String] = []
  var (line, room) = ("", 2 * (first ?? width))
  for character in text {
    let taken = character.unicodeScalars.allSatisfy { $0.value < 0x2E80 } ? 1 : 2
    if taken > room {
      lines.append(line)
      (line, room) = ("", 2 * width)
    }
    line.append(character)
    room -= taken
  }
  return lines + [line]
}
