import GRDB
import Plan

/// Documents under several ids that were read from one source file: sent twice, by two offices.
///
/// They stay documents of their own; of what both say in the same words the one with the lesser id speaks for both.
final class SameSource {
  private let db: Database
  private let stored: StoredItems
  private var known: [Int64: [Other]] = [:]

  /// Another document of the same file.
  struct Other {
    let paper: Int64
    let id: String
  }

  init(_ db: Database) {
    self.db = db
    stored = StoredItems(db)
  }

  /// The ids of each file that stands under several, both ascending.
  func groups() throws -> [[String]] {
    let rows = try GRDB.Row.fetchAll(
      db,
      sql: """
        SELECT source, name FROM document JOIN revision ON revision.id = document.revision
          JOIN paper ON paper.id = document.paper WHERE source IN (
            SELECT source FROM document JOIN revision ON revision.id = document.revision
              WHERE source IS NOT NULL GROUP BY source HAVING count(DISTINCT document.paper) > 1)
        """)
    let groups = Dictionary(grouping: rows) { $0[0] as DatabaseValue }
    return groups.values.map { $0.map { $0[1] as String }.sorted(by: utf8Order) }
      .sorted { utf8Order($0.first ?? "", $1.first ?? "") }
  }

  /// Ascending by id; where several heads give a document, nobody can tell.
  func others(of paper: Int64) throws -> [Other] {
    if let known = known[paper] { return known }
    let rows = try GRDB.Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT DISTINCT other.paper, name FROM document AS mine JOIN revision AS own ON own.id = mine.revision
            JOIN revision AS twin ON twin.source = own.source JOIN document AS other ON other.revision = twin.id
            JOIN paper ON paper.id = other.paper WHERE mine.paper = ? AND other.paper <> mine.paper
          """), arguments: [paper])
    let found = rows.map { Other(paper: $0[0], id: $0[1]) }.sorted { utf8Order($0.id, $1.id) }
    known[paper] = found
    return found
  }

  /// The items of a document that say what an item says, at the same place.
  func twins(of item: StoredRow, in other: Other) throws -> [(key: Int64, id: String)] {
    let said = SameSource.said(item)
    var found: [(key: Int64, id: String)] = []
    for key in try stored.keys(ofPaper: other.paper) {
      guard let line = try stored.line(key), SameSource.said(StoredRow(line)) == said else { continue }
      found.append((key, line["id"]?.string ?? ""))
    }
    return found
  }

  /// What is the same of both; ids and readings never are.
  private static func said(_ item: StoredRow) -> [UInt8] {
    item.line.without(["id", "document", "reading", "parent", "revision", "parents", "change", "heads"]).canonical
  }
}
