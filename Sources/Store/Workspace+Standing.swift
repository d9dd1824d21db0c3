import Archive
import GRDB
import Glibc
import Packaging
import Plan

extension Workspace {
  /// What the workspace holds.
  public struct Standing: Sendable {
    public struct Bundle: Sendable {
      public let fingerprint: String
      public let size: Int
      public let documents: [String]
    }
    public struct Count: Sendable {
      public let documents: Int
      public let items: Int
      public let figures: Int
      public let links: Int
      public let conflicts: Int
      public let revisions: Int
    }
    /// By their documents, then fingerprint.
    public let bundles: [Bundle]
    public let count: Count
    /// Ids under which one source file was sent, where there are several; both ascending.
    public let sameSource: [[String]]
    /// Bytes of the database, its log included.
    public let databaseSize: Int
    /// Whether lineage is there, and of what the bundles say now.
    public let lineage: Lineage
    public enum Lineage: String, Sendable { case none, current, outdated }
  }

  public func standing() throws(WorkspaceError) -> Standing {
    let size = ["", "-wal"].reduce(0) { sum, ending in
      var status = stat()
      return sum + (stat(folder.database + ending, &status) == 0 ? Int(status.st_size) : 0)
    }
    return try reading { db in
      var bundles = try GRDB.Row.fetchAll(db, sql: "SELECT id, fingerprint, size FROM bundle ORDER BY fingerprint").map
      {
        Standing.Bundle(
          fingerprint: $0[1], size: $0[2],
          documents: try String.fetchAll(
            db,
            sql: """
              SELECT DISTINCT record FROM revision CROSS JOIN holding ON holding.revision = revision.id
                WHERE type = 0 AND bundle = ? ORDER BY record
              """, arguments: [$0[0] as Int64]))
      }
      bundles.sort { a, b in
        utf8Order(
          (a.documents + [a.fingerprint]).joined(separator: " "), (b.documents + [b.fingerprint]).joined(separator: " ")
        )
      }
      let count = { (table: String) in try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0 }
      let conflicts = try ["document", "item", "figure", "link"].reduce(0) {
        $0 + (try count("\($1) WHERE instr(line, '\"conflicts\":')"))
      }
      let linked = try GRDB.Row.fetchOne(db, sql: "SELECT linked, linked = changes FROM state")
      let isLinked: Int? = linked?[0]
      return Standing(
        bundles: bundles,
        count: Standing.Count(
          documents: try count("document"), items: try count("item"), figures: try count("figure"),
          links: try count("link"), conflicts: conflicts, revisions: try count("revision")),
        sameSource: try SameSource(db).groups(), databaseSize: size,
        lineage: isLinked == nil ? .none : (linked?[1] ?? false) ? .current : .outdated)
    }
  }

  /// What is wrong with a workspace; each has its remedy.
  public enum Trouble: Sendable, Equatable {
    /// The database does not hold together: what SQLite says of it.
    case database(String)
    /// A bundle that the database was made of is not there.
    case missing(String)
    /// A bundle is there of which the database knows nothing.
    case unknown(String)
    /// The file of a bundle is not what was added.
    case changed(String)
    /// A process was stopped within a change; the next one ends it.
    case unsettled(String)
  }

  /// Looks for damage: the database down to its pages, and every bundle.
  public func check() throws(WorkspaceError) -> [Trouble] {
    var troubles: [Trouble] = []
    var known: [String: String] = [:]
    do throws(WorkspaceError) {
      let found = try reading { db in
        let words = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)").filter { $0 != "ok" }
        let broken = try GRDB.Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(1).map { _ in "foreign key" }
        let rows = try GRDB.Row.fetchAll(db, sql: "SELECT fingerprint, sha256 FROM bundle")
        let bundles = Dictionary(rows.map { ($0[0] as String, $0[1] as String) }, uniquingKeysWith: { $1 })
        let items = try Int.fetchOne(db, sql: "SELECT count(*) FROM item") ?? 0
        let rowsOfWords = try Int.fetchOne(
          db, sql: "SELECT count(*) FROM words WHERE words MATCH '\"\(Tokens.every)\"'")
        let changed = words.isEmpty ? try Revisions(db: db).changed() : []
        return (changed + words + broken + (rowsOfWords == items ? [] : ["words"]), bundles)
      }
      troubles += found.0.map { .database($0) }
      known = found.1
    } catch .damaged {
      troubles.append(.database("database disk image is malformed"))
    }
    let kept = try folder.kept()
    let unsettled = Set(try folder.kept(".jdx.adding") + folder.kept(".jdx.removing"))
    let hasDatabase = troubles.isEmpty
    for fingerprint in kept {
      if hasDatabase, known[fingerprint] == nil {
        troubles.append(.unknown(fingerprint))
        continue
      }
      // One whose signatures were being added is the old file or the new one.
      if unsettled.contains(fingerprint) { continue }
      let bytes = try Workspace.bytes(folder.bundle(fingerprint))
      if let sha256 = known[fingerprint], SHA256Hex.of(bytes) != sha256 { troubles.append(.changed(fingerprint)) }
    }
    troubles += unsettled.sorted().map { .unsettled($0) }
    let missing = Set(known.keys).subtracting(kept).subtracting(unsettled)
    troubles += missing.sorted().map { .missing($0) }
    return troubles
  }
}
