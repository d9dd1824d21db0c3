import Testing

@testable import Reading

struct FileTextBuilderTests {
  private let place = FilePlace(part: .body)

  /// A table of one cell that holds what `content` writes.
  private func table(
    in builder: inout FileTextBuilder, _ content: (inout FileTextBuilder) throws -> Void
  ) throws {
    try builder.beginTable()
    builder.beginRow()
    try builder.beginCell(at: place)
    try content(&builder)
    builder.endTable()
  }

  /// Whatever stands last in a cell, line ends and empty cells too.
  @Test func aTableWithinACellLiesWithinTheRow() throws {
    var builder = FileTextBuilder()
    try table(in: &builder) { builder in
      try table(in: &builder) { builder in
        try table(in: &builder) { builder in
          builder.beginParagraph(at: place)
          try builder.append("内层")
          try builder.beginCell(at: place)
        }
      }
    }
    let text = try builder.finished(mediaType: "text/plain", encoding: "UTF-8")
    var tables = try #require(text.blocks)
    var depth = 0
    while let table = tables.first {
      depth += 1
      let row = try #require(table.rows.first)
      let cell = try #require(row.cells.first)
      #expect(table.range.holds(row.range) && row.range.holds(cell.range))
      for inner in cell.tables { #expect(row.range.holds(inner.range)) }
      tables = cell.tables
    }
    #expect(depth == 3)
  }
}

extension Range<Int> {
  fileprivate func holds(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}
