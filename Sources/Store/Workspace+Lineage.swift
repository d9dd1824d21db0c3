import Compare
import GRDB
import Linkage
import Plan

extension Workspace {
  /// Matches the goals and tasks of each year with those of the next year that there is, over all cities, and keeps what
  /// was found in the place of what was kept before.
  ///
  /// - Parameter progress: told the two years before each step.
  /// - Returns: how many links there are.
  public func link(_ progress: (Int, Int) -> Void = { _, _ in }) throws(WorkspaceError) -> Int {
    try writing { queue throws(WorkspaceError) in
      try Connection.attempt {
        try queue.write { db in
          try db.execute(sql: "DELETE FROM lineage")
          let years = try Int.fetchAll(
            db, sql: "SELECT DISTINCT year FROM document WHERE year IS NOT NULL ORDER BY year")
          var count = 0
          var earlier: (year: Int, table: EntryTable)?
          for year in years {
            let table = try Lineage.entries(of: year, db)
            guard table.count > 0 else { continue }
            if let earlier {
              progress(earlier.year, year)
              let found = EntryLinks(from: earlier.table, to: table)
              for link in found.links {
                try db.cachedStatement(
                  sql: "INSERT OR IGNORE INTO lineage(kind, source, target, score) VALUES(?, ?, ?, ?)"
                ).execute(arguments: [
                  link.kind.rawValue, earlier.table.id(link.from), table.id(link.to),
                  Diff.Score(thousandths: link.score).text,
                ])
              }
              count += found.links.count
            }
            earlier = (year, table)
          }
          try db.execute(sql: "UPDATE state SET linked = changes")
          return count
        }
      }
    }
  }

  /// A goal's life: what it came from and what became of it, year by year.
  ///
  /// - Parameter id: of an item, or the end of one if no other item ends so.
  public func lineage(of id: String) throws(WorkspaceError) -> Lineage {
    try reading { db in try Lineage(of: id, db) }
  }
}

/// The items that matching found to be one matter over the years.
public struct Lineage: Sendable {
  /// An item as one year has it.
  public struct Stage: Sendable {
    public let id: String
    public let year: Int?
    public let item: JSONObject
    public let document: JSONObject?
    /// The lines of the figures that it and what stands under it state, in reading order.
    public let figures: [JSONObject]
    /// What led here from an item of an earlier stage.
    public let arrivals: [Arrival]
  }
  public struct Arrival: Sendable, Equatable {
    public let from: String
    public let kind: String
    public let score: String
  }

  /// Ascending by year, then id.
  public let stages: [Stage]
  /// Whether bundles were added or removed since the links were made.
  public let isOutdated: Bool
  /// Whether links were ever made.
  public let isLinked: Bool
  /// Ids that end as asked, where there are several or none: then there are no stages.
  public let candidates: [String]

  fileprivate init(of name: String, _ db: Database) throws {
    let state = try GRDB.Row.fetchOne(db, sql: "SELECT linked IS NOT NULL, linked = changes FROM state")
    isLinked = state?[0] ?? false
    isOutdated = isLinked && !(state?[1] ?? false)
    var found = try String.fetchAll(db, sql: "SELECT DISTINCT record FROM item WHERE record = ?", arguments: [name])
    if found.isEmpty {
      found = try String.fetchAll(
        db,
        sql: "SELECT DISTINCT record FROM item WHERE substr(record, -length(?1)) = ?1 ORDER BY record LIMIT 11",
        arguments: ["." + name])
    }
    candidates = found.count == 1 ? [] : found
    guard found.count == 1, let first = found.first else {
      stages = []
      return
    }
    let links = try Lineage.links(around: first, db)
    let ids = Set([first] + links.flatMap { [$0.from, $0.to] })
    let stages = try ids.map { id in
      try Lineage.stage(id, links.filter { $0.to.utf8.elementsEqual(id.utf8) }.map(\.arrival), db)
    }
    self.stages = stages.compactMap(\.self).sorted { a, b in
      (a.year ?? 0) != (b.year ?? 0) ? (a.year ?? 0) < (b.year ?? 0) : utf8Order(a.id, b.id)
    }
  }

  private struct Found: Hashable {
    var from: String
    var to: String
    var kind: String
    var score: String
    var arrival: Arrival { Arrival(from: from, kind: kind, score: score) }
  }

  /// Back to all that it came from, and on to all that became of it; never back and on again, which would gather
  /// the whole of a year where parts were merged.
  private static func links(around id: String, _ db: Database) throws -> [Found] {
    var found: Set<Found> = []
    for (near, far) in [("target", "source"), ("source", "target")] {
      var seen: Set<String> = [id]
      var open = [id]
      while let next = open.popLast() {
        let rows = try GRDB.Row.fetchAll(
          db.cachedStatement(
            sql: "SELECT source, target, kind, score, \(far) FROM lineage WHERE \(near) = ? ORDER BY source, target"),
          arguments: [next])
        for row in rows {
          found.insert(Found(from: row[0], to: row[1], kind: row[2], score: row[3]))
          let other: String = row[4]
          if seen.insert(other).inserted { open.append(other) }
        }
      }
    }
    return found.sorted { a, b in utf8Order(a.from + " " + a.to, b.from + " " + b.to) }
  }

  private static func stage(_ id: String, _ arrivals: [Arrival], _ db: Database) throws -> Stage? {
    let stored = StoredItems(db)
    let row = try GRDB.Row.fetchOne(
      db,
      sql: """
        SELECT item.id, item.paper, ifnull(item.year, document.year) FROM item LEFT JOIN document USING(paper)
          WHERE item.record = ? ORDER BY item.id LIMIT 1
        """, arguments: [id])
    guard let row, let line = try stored.line(row[0]) else { return nil }
    let below = try Int64.fetchAll(
      db, sql: "SELECT id FROM item WHERE paper = ? AND substr(record, 1, length(?2)) = ?2 ORDER BY id",
      arguments: [row[1] as Int64, id + "."])
    let figures = try ([row[0] as Int64] + below).flatMap { try stored.figures(of: $0) }
    return Stage(
      id: id, year: row[2], item: line, document: try stored.document(row[1]), figures: figures, arrivals: arrivals)
  }

  /// The goals and tasks of the documents of a year.
  fileprivate static func entries(of year: Int, _ db: Database) throws -> EntryTable {
    let papers = try Int64.fetchAll(
      db, sql: "SELECT paper FROM document WHERE year = ? ORDER BY paper", arguments: [year])
    return EntryTable(View(of: try Revisions(db: db).set(ofPapers: papers))).ordered().table
  }
}
