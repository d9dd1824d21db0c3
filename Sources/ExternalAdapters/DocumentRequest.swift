import AdapterKit
import ChineseText
import Plan
import Reading

/// What a program is asked about a document.
enum DocumentRequest {
  /// What is wanted of it.
  enum Want: String, Sendable { case evidence, draft }

  /// The line that asks.
  static func line(_ number: Int, _ want: Want, _ source: SourceText) -> [UInt8] {
    var message = JSONObject()
    message["blocks"] = .array(source.blocks.map { json($0) })
    message["given"] = .object(json(source.given))
    message["language"] = .string(source.isTraditional ? "zh-Hant" : "zh-Hans")
    message["request"] = .integer(number)
    message["text"] = .string(source.string(source.whole))
    message["type"] = .string("document")
    message["want"] = .string(want.rawValue)
    if source.isTraditional { message["written"] = .string(source.written(source.whole)) }
    return JSON.object(message).canonical + [UInt8(ascii: "\n")]
  }

  /// The line that ends an answer.
  static func cancel(_ number: Int) -> [UInt8] {
    var message = JSONObject()
    message["request"] = .integer(number)
    message["type"] = .string("cancel")
    return message.canonical + [UInt8(ascii: "\n")]
  }

  // MARK: Parts

  private static func json(_ range: Range<Int>) -> JSON {
    .array([.integer(range.lowerBound), .integer(range.upperBound)])
  }

  private static func json(_ block: Block) -> JSON {
    var object = JSONObject()
    switch block.kind {
    case .paragraph: object["kind"] = .string("paragraph")
    case .heading(let level):
      object["kind"] = .string("heading")
      object["level"] = .integer(level)
    case .table:
      object["kind"] = .string("table")
      object["rows"] = .array(block.rows.map { json($0) })
    }
    object["span"] = json(block.range)
    return .object(object)
  }

  private static func json(_ row: Reading.Row) -> JSON {
    var object = JSONObject()
    object["cells"] = .array(row.cells.map { json($0) })
    object["span"] = json(row.range)
    return .object(object)
  }

  private static func json(_ cell: Cell) -> JSON {
    var object = JSONObject()
    if cell.columns > 1 { object["columns"] = .integer(cell.columns) }
    if cell.isCovered { object["covered"] = .bool(true) }
    if cell.paragraphs.count > 1 { object["paragraphs"] = .array(cell.paragraphs.map { json($0) }) }
    if cell.rows > 1 { object["rows"] = .integer(cell.rows) }
    object["span"] = json(cell.range)
    if !cell.tables.isEmpty { object["tables"] = .array(cell.tables.map { json($0) }) }
    return .object(object)
  }

  private static func json(_ given: Given) -> JSONObject {
    var object = JSONObject()
    object["city"] = given.city.map { .string($0.code) }
    object["name"] = given.name.map(JSON.string)
    object["organization"] = given.organization.map(JSON.string)
    object["year"] = given.year.map(JSON.integer)
    return object
  }
}
