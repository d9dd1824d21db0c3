import GRDB
import Plan

/// Items as the tables have them.
struct StoredItems {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func keys(ofPaper paper: Int64) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM item WHERE paper = ? ORDER BY id"), arguments: [paper])
  }

  /// The line of an item.
  func line(_ key: Int64) throws -> JSONObject? {
    try object(
      "SELECT ifnull(item.line, revision.body) FROM item LEFT JOIN revision ON revision.id = item.revision WHERE item.id = ?",
      key)
  }

  /// The line of the document that a paper is.
  func document(_ paper: Int64) throws -> JSONObject? {
    try object(
      """
      SELECT ifnull(document.line, revision.body) FROM document
        LEFT JOIN revision ON revision.id = document.revision WHERE document.paper = ?
      """, paper)
  }

  /// The lines of the figures of an item, in reading order.
  func figures(of item: Int64) throws -> [JSONObject] {
    let lines = try String.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT ifnull(figure.line, revision.body) FROM figure
            LEFT JOIN revision ON revision.id = figure.revision WHERE figure.item = ? ORDER BY figure.id
          """), arguments: [item])
    var out: [JSONObject] = []
    while let line = try lines.next() { out.append(try StoredItems.parsed(line)) }
    return out
  }

  /// The tokens by which an item is found, made of the tables as they were made of the view.
  func tokens(of key: Int64) throws -> String {
    guard let line = try line(key) else { throw WorkspaceError.damaged }
    let row = try GRDB.Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT document.city, document.year, item.role FROM item LEFT JOIN document USING(paper) WHERE item.id = ?
          """), arguments: [key])
    let figures = try GRDB.Row.fetchAll(
      db.cachedStatement(sql: "SELECT subject, dimension FROM figure WHERE item = ?"), arguments: [key])
    let city: String? = row?[0]
    let year: Int? = row?[1]
    var stored = StoredRow(line)
    stored.role = row?[2]
    return StoredRow.tokens(
      of: stored, figures: figures.map { (subject: $0[0], dimension: $0[1]) }, city: city, year: year)
  }

  private func object(_ sql: String, _ key: Int64) throws -> JSONObject? {
    try String.fetchOne(db.cachedStatement(sql: sql), arguments: [key]).map(StoredItems.parsed)
  }

  private static func parsed(_ line: String) throws -> JSONObject {
    // A joint row holds what revisions hold, and so nests deeper.
    let depth = JSON.depthLimit + Plan.Row.Conflict.depth
    guard let object = try? JSON.parse(Array(line.utf8), depthLimit: depth).object else { throw WorkspaceError.damaged }
    return object
  }
}
