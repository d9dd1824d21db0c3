import Foundation
import GRDB
import Packaging

@testable import Store

/// A workspace in a folder of its own, which goes with it.
final class TestWorkspace {
  let folder: String
  let workspace: Workspace

  init(patience: Double = 10) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("jdx-\(UUID().uuidString)").path
    workspace = Workspace(folder, patience: patience)
    _ = try workspace.create()
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  @discardableResult
  func add(_ bytes: [UInt8]) throws -> Workspace.Added {
    try workspace.add(bytes) { _ in true } ?? workspace.add(bytes, readBundle(bytes))
  }

  func rebuild() throws {
    _ = try workspace.rebuild { bytes, path throws(WorkspaceError) in
      do throws(BundleError) { return try readBundle(bytes) } catch { throw .bundle(error, path: path) }
    }
  }

  /// All that the database says, without the numbers of its rows.
  func dump() throws -> [String] {
    try workspace.reading { db in
      try db.execute(sql: "CREATE VIRTUAL TABLE temp.said USING fts5vocab(main, words, instance)")
      let queries = [
        "SELECT 'bundle', fingerprint, sha256, size FROM bundle",
        "SELECT 'revision', type, record, hex(hash), name, hex(source), CAST(body AS TEXT) FROM revision LEFT JOIN paper ON paper.id = paper",
        """
        SELECT 'holding', fingerprint, type, record, hex(hash) FROM holding
          JOIN bundle ON bundle.id = bundle JOIN revision ON revision.id = revision
        """,
        """
        SELECT 'document', name, city, year, CAST(document.line AS TEXT), hex(hash) FROM document
          JOIN paper ON paper.id = document.paper LEFT JOIN revision ON revision.id = document.revision
        """,
        """
        SELECT 'item', item.id, name, item.record, role, year, CAST(item.line AS TEXT), hex(hash) FROM item
          JOIN paper ON paper.id = item.paper LEFT JOIN revision ON revision.id = item.revision
        """,
        """
        SELECT 'figure', item, name, figure.record, role, subject, comparator, low, high, unit, year, dimension, low_near,
          high_near, CAST(figure.line AS TEXT), hex(hash) FROM figure
          JOIN paper ON paper.id = figure.paper LEFT JOIN revision ON revision.id = figure.revision
        """,
        "SELECT 'link', record, CAST(line AS TEXT) FROM link",
        "SELECT 'word', term, doc FROM temp.said",
        "SELECT 'paper', name FROM paper",
      ]
      return try queries.flatMap { sql in
        try GRDB.Row.fetchAll(db, sql: sql).map { row in
          row.databaseValues.map(\.description).joined(separator: "|")
        }
      }.sorted()
    }
  }
}
