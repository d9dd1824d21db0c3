import ChineseText
import Import
import Plan
import Reading

/// The blocks of a text for programs: `[{"kind":"paragraph","start":0,"end":9,"text":"…"},{"kind":"table","rows":[…]}]`.
func blockTree(_ reading: TextReading) -> JSON {
  let text = reading.repaired.text
  return .array(
    reading.blocks.map { block in
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
      if block.rows.isEmpty {
        object["text"] = .string(text.string(block.range))
      } else {
        object["rows"] = .array(block.rows.map { row in .array(row.cells.map { .string(text.string($0.range)) }) })
      }
      return .object(object)
    })
}
