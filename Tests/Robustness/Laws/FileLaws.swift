import Import
import Reading

extension Breaches {
  /// What holds for every file that is read, whatever stands in it.
  package mutating func checkFile(_ reading: TextReading) {
    let file = reading.file
    checkBlocks(file.blocks ?? [], in: file.scalars.indices, "the file's text")
    checkBlocks(reading.blocks, in: reading.repaired.text.indices, "the repaired text")
    checkAscending(file.asides.map(\.range), in: file.scalars.indices, "asides")
    checkAscending(reading.asides.map(\.range), in: reading.repaired.text.indices, "asides of the repaired text")
    let starts = file.anchors.map(\.start)
    check(zip(starts, starts.dropFirst()).allSatisfy { $0 < $1 }, "places ascend")
    check(starts.allSatisfy { (0...file.scalars.count).contains($0) }, "places lie in the text")
    if file.blocks != nil { check(starts.first == 0, "the first place stands at the beginning") }
    checkNothingLost(file)
    check(reading.repaired.source == file.scalars, "the source is all that was found")
    checkUndoing(reading)
  }

  /// Every character stands in a paragraph, in a cell or beside the text; plain text is asked when it is repaired.
  private mutating func checkNothingLost(_ file: FileText) {
    guard let blocks = file.blocks else { return }
    var isKept = [Bool](repeating: false, count: file.scalars.count)
    func keep(_ range: Range<Int>) {
      for at in range.clamped(to: isKept.indices) { isKept[at] = true }
    }
    for block in blocks {
      if block.kind != .table { keep(block.range) }
      for cell in block.rows.flatMap(\.cells) { for paragraph in cell.paragraphs { keep(paragraph) } }
    }
    for aside in file.asides { keep(aside.range) }
    let lost = file.scalars.indices.first { !isKept[$0] && !file.scalars[$0].properties.isWhitespace }
    check(lost == nil, "no character is lost, as is that at \(lost ?? 0)")
  }

  /// Undoing every repair gives the source.
  private mutating func checkUndoing(_ reading: TextReading) {
    let repaired = reading.repaired
    var undone: [Unicode.Scalar] = []
    var at = 0
    for repair in repaired.repairs {
      let kept = repair.range.lowerBound - undone.count
      guard kept >= 0, at + kept <= repaired.text.count else { return check(false, "repairs ascend") }
      undone += repaired.text[at..<at + kept] + repair.original
      at += kept + repair.replacement.count
    }
    check(undone + repaired.text[min(at, repaired.text.count)...] == repaired.source, "undoing gives the source")
  }

  /// Empty ranges only have to lie in the text, for repairing trims a row whose first or last cell is empty.
  private mutating func checkAscending(_ ranges: [Range<Int>], in bounds: Range<Int>, _ name: String) {
    var at = bounds.lowerBound
    for range in ranges where !range.isEmpty {
      check(
        range.lowerBound >= at && range.upperBound <= bounds.upperBound, "\(name) ascend within \(bounds): \(range)")
      at = range.upperBound
    }
  }

  /// Blocks ascend and lie in their text or cell, rows in their table, cells in their row, paragraphs in their cell.
  private mutating func checkBlocks(_ blocks: [Block], in bounds: Range<Int>, _ name: String) {
    checkAscending(blocks.map(\.range), in: bounds, "blocks of \(name)")
    for block in blocks {
      check((block.kind == .table) == !block.rows.isEmpty, "tables and nothing else have rows")
      if block.kind != .table { check(!block.range.isEmpty, "no paragraph is empty") }
      checkAscending(block.rows.map(\.range), in: block.range, "rows of \(name)")
      for row in block.rows {
        checkAscending(row.cells.map(\.range), in: row.range, "cells of \(name)")
        check(!row.cells.isEmpty, "a row has cells")
        for (column, cell) in row.cells.enumerated() {
          checkAscending(cell.paragraphs, in: cell.range, "paragraphs of a cell")
          // A cell's range is that of its text, so a table within may begin before it and end behind it with empty cells.
          checkBlocks(cell.tables.filter { $0.rows.contains(where: hasText) }, in: row.range, "a cell")
          check(!cell.isCovered || cell.range.isEmpty, "a covered cell is empty")
          check(cell.columns >= 1 && cell.rows >= 1, "a cell takes a column and a row")
          check(column + cell.columns <= row.cells.count, "a cell stays in its row: \(column) + \(cell.columns)")
        }
      }
    }
  }
}

private func hasText(_ row: Row) -> Bool { row.cells.contains { !$0.range.isEmpty } }
