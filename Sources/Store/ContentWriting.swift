import Foundation
import GRDB
import Packaging
import Plan

/// Takes bundles in and out of the database; what it holds is always the view of the union of their revisions.
///
/// Documents that share no record and no source file with what is there already take their rows from the bundle's own
/// view. All others are computed anew from the revisions of every bundle, with the documents that they hang together with.
final class ContentWriting {
  private let db: Database
  private let revisions: Revisions
  private var papers: [String: Int64] = [:]

  init(_ db: Database) {
    self.db = db
    revisions = Revisions(db: db)
  }

  /// What one change touched.
  struct Touched {
    var papers: Set<Int64> = []
    var links: Set<String> = []
    /// Papers that can't be taken from the bundle's own view.
    var shared: Set<Int64> = []
    var revisions = 0
  }

  // MARK: Adding

  /// - Returns: how many revisions were new.
  func add(_ bundle: OpenBundle, sha256: String, size: Int) throws -> Int {
    try db.execute(
      sql: "INSERT INTO bundle(fingerprint, sha256, size) VALUES(?, ?, ?)",
      arguments: [bundle.fingerprint, sha256, size])
    let touched = try insert(bundle.contents.revisions, bundle: db.lastInsertedRowID)
    var done: Set<Int64> = []
    for paper in touched.shared.sorted() where !done.contains(paper) {
      let component = try revisions.component(of: paper)
      done.formUnion(component)
      try recompute(component)
    }
    let fresh = touched.papers.subtracting(done)
    if !fresh.isEmpty {
      let wanted = Set(papers.filter { fresh.contains($0.value) }.keys)
      try RowWriting(db, bundle.contents.revisions, papers: { try self.paper($0) })
        .write(bundle.view) { wanted.contains($0) }
    }
    for link in touched.links.sorted(by: utf8Order) { try recompute(link: link) }
    try db.execute(sql: "UPDATE state SET changes = changes + 1")
    return touched.revisions
  }

  /// Files the revisions under the bundle.
  private func insert(_ set: RevisionSet, bundle: Int64) throws -> Touched {
    var touched = Touched()
    let wasEmpty = try Int.fetchOne(db, sql: "SELECT 1 FROM revision LIMIT 1") == nil
    let owners = Owners(set)
    var known: Set<Int64> = []
    for document in owners.all {
      let paper = try paper(document)
      if !wasEmpty, try has(paper) { known.insert(paper) }
    }
    for type in RecordType.allCases {
      for id in set.ids(type) {
        let paper = try owners.document(of: id, type, in: set).map { try self.paper($0) }
        for record in set.revisions(type, id).values.sorted(by: { $0.revision < $1.revision }) {
          guard try insert(record, paper, bundle) else { continue }
          touched.revisions += 1
          guard let paper else {
            touched.links.insert(id)
            continue
          }
          touched.papers.insert(paper)
          if known.contains(paper) { touched.shared.insert(paper) }
        }
        if !wasEmpty, let paper, touched.papers.contains(paper), try isElsewhere(id, type, paper) {
          touched.shared.insert(paper)
        }
      }
    }
    return touched
  }

  /// Whether the revision was not there; it is held by the bundle in any case.
  private func insert(_ record: Plan.Record, _ paper: Int64?, _ bundle: Int64) throws -> Bool {
    let type = Revisions.number(record.type)
    let hash = hashBytes(record.revision)
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO revision(type, record, hash, paper, source, body) VALUES(?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      type, record.id, hash, paper, ContentWriting.source(record),
      String(decoding: record.line.canonical, as: UTF8.self),
    ])
    let isNew = db.changesCount > 0
    let row =
      isNew
      ? db.lastInsertedRowID
      : try Int64.fetchOne(
        db.cachedStatement(sql: "SELECT id FROM revision WHERE record = ? AND type = ? AND hash = ?"),
        arguments: [record.id, type, hash])
    try db.cachedStatement(sql: "INSERT INTO holding(revision, bundle) VALUES(?, ?)").execute(arguments: [row, bundle])
    return isNew
  }

  /// The source file of a document, by which two offices' papers are known to be one.
  private static func source(_ record: Plan.Record) -> Data? {
    guard record.type == .document else { return nil }
    return record.body["source"]?.object?["sha256"]?.string.map(hashBytes)
  }

  private func has(_ paper: Int64) throws -> Bool {
    try Int.fetchOne(db.cachedStatement(sql: "SELECT 1 FROM revision WHERE paper = ? LIMIT 1"), arguments: [paper])
      != nil
  }

  /// Whether another paper has the record too, or a document of the same source.
  private func isElsewhere(_ id: String, _ type: RecordType, _ paper: Int64) throws -> Bool {
    if try Int.fetchOne(
      db.cachedStatement(sql: "SELECT 1 FROM revision WHERE record = ? AND type = ? AND paper <> ? LIMIT 1"),
      arguments: [id, Revisions.number(type), paper]) != nil
    {
      return true
    }
    guard type == .document else { return false }
    return try revisions.component(of: paper).count > 1
  }

  private func paper(_ name: String) throws -> Int64 {
    if let known = papers[name] { return known }
    try db.cachedStatement(sql: "INSERT OR IGNORE INTO paper(name) VALUES(?)").execute(arguments: [name])
    let row = try Int64.fetchOne(db.cachedStatement(sql: "SELECT id FROM paper WHERE name = ?"), arguments: [name])
    guard let row else { throw WorkspaceError.damaged }
    papers[name] = row
    return row
  }

  // MARK: Removing

  /// Takes out a bundle, and what it alone holds.
  func remove(bundle: Int64) throws {
    let alone = """
      SELECT revision FROM holding AS mine WHERE bundle = \(bundle)
        AND NOT EXISTS(SELECT 1 FROM holding WHERE revision = mine.revision AND bundle <> mine.bundle)
      """
    let touched = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT paper FROM revision WHERE paper IS NOT NULL AND id IN (\(alone))")
    let links = try String.fetchAll(
      db, sql: "SELECT DISTINCT record FROM revision WHERE paper IS NULL AND id IN (\(alone))")
    var affected: Set<Int64> = []
    for paper in touched where !affected.contains(paper) { affected.formUnion(try revisions.component(of: paper)) }
    try clear(affected.sorted())
    for link in links { try clear(link: link) }
    let lone = try Int64.fetchAll(db, sql: alone)
    try db.execute(sql: "DELETE FROM holding WHERE bundle = ?", arguments: [bundle])
    for revision in lone {
      try db.cachedStatement(sql: "DELETE FROM revision WHERE id = ?").execute(arguments: [revision])
    }
    try db.execute(sql: "DELETE FROM bundle WHERE id = ?", arguments: [bundle])
    var done: Set<Int64> = []
    for paper in affected.sorted() where !done.contains(paper) {
      let component = try revisions.component(of: paper)
      done.formUnion(component)
      try recompute(component)
    }
    for link in links { try recompute(link: link) }
    try db.execute(
      sql: """
        DELETE FROM paper WHERE NOT EXISTS(SELECT 1 FROM revision WHERE paper = paper.id);
        UPDATE state SET changes = changes + 1
        """)
    papers = [:]
  }

  // MARK: Rows

  private func recompute(_ papers: [Int64]) throws {
    try clear(papers)
    let set = try revisions.set(ofPapers: papers)
    try RowWriting(db, set, papers: { try self.paper($0) }).write(View(of: set))
  }

  private func recompute(link: String) throws {
    try clear(link: link)
    for row in View(of: try revisions.set(ofLink: link)).links {
      let (revision, line) = try RowWriting.content(row, in: db)
      try db.execute(
        sql: "INSERT INTO link(record, revision, line) VALUES(?, ?, ?)", arguments: [row.id, revision, line])
    }
  }

  private func clear(link: String) throws {
    try db.cachedStatement(sql: "DELETE FROM link WHERE record = ?").execute(arguments: [link])
  }

  /// Takes away the rows of papers. A table of words without its texts has to be told what to forget.
  private func clear(_ papers: [Int64]) throws {
    for paper in papers {
      let stored = StoredItems(db)
      for item in try stored.keys(ofPaper: paper) {
        try db.cachedStatement(sql: "INSERT INTO words(words, rowid, tokens) VALUES('delete', ?, ?)")
          .execute(arguments: [item, try stored.tokens(of: item)])
      }
      for table in ["figure", "item", "document"] {
        try db.execute(sql: "DELETE FROM \(table) WHERE paper = ?", arguments: [paper])
      }
    }
  }
}

/// Which document each record of a set belongs to.
private struct Owners {
  /// Per revision of a document: the document's id.
  private var documents: [String: String] = [:]
  let all: [String]

  init(_ set: RevisionSet) {
    all = set.ids(.document)
    for id in all { for hash in set.revisions(.document, id).keys { documents[hash] = id } }
  }

  /// The document of a record; a tombstone's is that of what it removes. Of links there is none.
  func document(of id: String, _ type: RecordType, in set: RevisionSet) -> String? {
    switch type {
    case .document: return id
    case .link: return nil
    case .item, .indicator:
      let revisions = set.revisions(type, id).values
      return revisions.compactMap { $0.reading.flatMap { documents[$0] } ?? $0.body["document"]?.string }
        .min(by: utf8Order)
    }
  }
}
