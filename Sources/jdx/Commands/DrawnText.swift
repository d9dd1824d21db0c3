import ChineseText
import Import
import Reading
import Report

/// A text for people to look at: headings marked with as many `#` as their level, tables drawn, the rest as it is.
///
/// What stands beside the running text is left out, and a table within a cell is its paragraphs.
func drawnText(_ reading: TextReading, width: Int) -> String {
  let text = reading.repaired.text
  var out: [String] = []
  var isAfterTable = false
  for block in reading.blocks {
    let isTable = block.kind == .table
    if isTable || isAfterTable, !out.isEmpty { out.append("") }
    isAfterTable = isTable
    switch block.kind {
    case .paragraph: out += printableLines(text, block.range)
    case .heading(let level):
      let lines = printableLines(text, block.range)
      out.append(String(repeating: "#", count: level) + " " + lines.joined(separator: " "))
    case .table: out += BoxTable(block.rows.map { $0.cells.map { boxCell($0, text) } }).lines(width: width)
    }
  }
  return out.map { $0 + "\n" }.joined()
}

private func boxCell(_ cell: Cell, _ text: [Unicode.Scalar]) -> BoxTable.Cell {
  BoxTable.Cell(
    lines: cell.paragraphs.flatMap { printableLines(text, $0) }, columns: cell.columns, rows: cell.rows,
    isCovered: cell.isCovered)
}

private func printableLines(_ text: [Unicode.Scalar], _ range: Range<Int>) -> [String] {
  text[range].split { $0.isLineEnd }.map { line in
    DisplayWidth.printable(String(String.UnicodeScalarView(line)))
  }
}
