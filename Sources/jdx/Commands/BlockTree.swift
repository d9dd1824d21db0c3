import ChineseText
import Import
import Plan
import Reading

/// The blocks of a text for programs: `[{"kind":"paragraph","start":0,"end":9,"text":"…"},{"kind":"table","rows":[…]}]`.
///
/// A cell is its text, or `{text, columns?, rows?, isCovered?, tables?}` where it is merged, covered or holds tables; a
/// block of a file that is not plain text has its `place`.
func blockTree(_ reading: TextReading) -> JSON { blockTree(reading.blocks, reading) }

private func blockTree(_ blocks: [Block], _ reading: TextReading) -> JSON {
  let text = reading.repaired.text
  return .array(
    blocks.map { block in
      var object = JSONObject()
      switch block.kind {
      case .paragraph: object["kind"] = .string("paragraph")
      case .heading(let level):
        object["kind"] = .string("heading")
        object["level"] = .integer(level)
      case .table: object["kind"] = .string("table")
      }
      object["start"] = .integer(block.range.lowerBound)
      object["end"] = .integer(block.range.upperBound)
      object["place"] = reading.file.place(of: reading.repaired.sourceOffset(of: block.range.lowerBound))
        .map { .object($0.json) }
      if block.rows.isEmpty {
        object["text"] = .string(text.string(block.range))
      } else {
        object["rows"] = .array(block.rows.map { row in .array(row.cells.map { cell($0, reading) }) })
      }
      return .object(object)
    })
}

private func cell(_ cell: Cell, _ reading: TextReading) -> JSON {
  let text = JSON.string(reading.repaired.text.string(cell.range))
  guard cell.columns > 1 || cell.rows > 1 || cell.isCovered || !cell.tables.isEmpty else { return text }
  var object = JSONObject()
  object["text"] = text
  object["columns"] = cell.columns > 1 ? .integer(cell.columns) : nil
  object["rows"] = cell.rows > 1 ? .integer(cell.rows) : nil
  object["isCovered"] = cell.isCovered ? .bool(true) : nil
  object["tables"] = cell.tables.isEmpty ? nil : blockTree(cell.tables, reading)
  return .object(object)
}
