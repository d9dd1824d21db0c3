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

  // MARK: Adding

  /// A bundle on its way into the database, part by part.
  struct Adding {
    fileprivate let bundle: Int64
    /// Whether there was nothing before.
    fileprivate let isFirst: Bool
    fileprivate var links: Set<String> = []
    /// Papers that can't be taken from the bundle's own view.
    fileprivate var shared: Set<Int64> = []
    fileprivate let words: PendingWords
    /// How many revisions were new.
    fileprivate(set) var revisions = 0
    /// The bundle's own rows.
    fileprivate(set) var rows: [RecordType: Int] = [:]
  }

  /// - Parameter folder: where what waits may be put away.
  func begin(_ fingerprint: String, sha256: String, size: Int, in folder: String) throws -> Adding {
    let isFirst = try Int.fetchOne(db, sql: "SELECT 1 FROM revision LIMIT 1") == nil
    try db.execute(
      sql: "INSERT INTO bundle(fingerprint, sha256, size) VALUES(?, ?, ?)", arguments: [fingerprint, sha256, size])
    return Adding(bundle: db.lastInsertedRowID, isFirst: isFirst, words: PendingWords(in: folder))
  }

  /// Takes the records of some documents, of which no other part has any, or links.
  ///
  /// - Parameter lines: of revisions, as far as they are at hand.
  func add(_ set: RevisionSet, _ view: View, lines: [String: String] = [:], to adding: inout Adding) throws {
    let fresh = try insert(set, lines, &adding)
    for type in RecordType.allCases { adding.rows[type, default: 0] += view.rows(type).count }
    guard !fresh.papers.isEmpty else { return }
    let words = adding.words
    try RowWriting(
      db, set, papers: { try self.paper($0) }, revisions: fresh.rows, words: { try words.put($1, of: $0) }
    ).write(view) { [papers] document in papers[document].map(fresh.papers.contains) ?? false }
  }

  func end(_ adding: Adding) throws {
    try adding.words.write { try Words(db: db).insert($1, of: $0) }
    var done: Set<Int64> = []
    for paper in adding.shared.sorted() where !done.contains(paper) {
      let component = try revisions.component(of: paper)
      done.formUnion(component)
      try recompute(component)
    }
    for link in adding.links.sorted(by: utf8Order) { try recompute(link: link) }
    try db.execute(sql: "UPDATE state SET changes = changes + 1")
  }

  /// Takes a bundle part by part; `false` where only a reading of the whole tells, and all that was taken counts for nothing.
  func add(_ bundle: WalkedBundle, to adding: inout Adding) throws -> Bool {
    while true {
      let part: WalkedBundle.Part?
      do throws(WalkedBundle.Unclear) { part = try bundle.next() } catch { return false }
      guard let part else { return true }
      try add(part.revisions, part.view, lines: part.lines, to: &adding)
    }
  }

  /// To be called where what was written is taken back.
  func forget() { papers = [:] }

  /// What can be written as the bundle's own view has it: papers, and the rows of their revisions.
  private struct Fresh {
    var papers: Set<Int64> = []
    var rows: [String: Int64] = [:]
  }

  /// Files the revisions under the bundle.
  private func insert(_ set: RevisionSet, _ lines: [String: String], _ adding: inout Adding) throws -> Fresh {
    var fresh = Fresh()
    let last = try Int64.fetchOne(db, sql: "SELECT ifnull(max(id), 0) FROM revision") ?? 0
    let owners = Owners(set)
    var known: Set<Int64> = []
    for document in owners.all {
      let paper = try paper(document)
      if !adding.isFirst, try has(paper) { known.insert(paper) }
    }
    for type in RecordType.allCases {
      for id in set.ids(type) {
        let paper = try owners.document(of: id, type, in: set).map { try self.paper($0) }
        for record in set.revisions(type, id).values.sorted(by: { $0.revision < $1.revision }) {
          guard let row = try insert(record, lines[record.revision], paper, adding.bundle) else { continue }
          adding.revisions += 1
          fresh.rows[record.revision] = row
          guard let paper else {
            adding.links.insert(id)
            continue
          }
          if known.contains(paper) { adding.shared.insert(paper) }
          fresh.papers.insert(paper)
        }
        if !adding.isFirst, let paper, fresh.papers.contains(paper), try isElsewhere(id, type, paper) {
          adding.shared.insert(paper)
        }
      }
    }
    try db.execute(
      sql: "INSERT INTO holding(revision, bundle) SELECT id, ? FROM revision WHERE id > ?",
      arguments: [adding.bundle, last])
    fresh.papers.subtract(adding.shared)
    return fresh
  }

  /// The row of a revision that was not there; one that was is held by the bundle from here on.
  private func insert(
    _ record: Plan.Record, _ line: String?, _ paper: Int64?, _ bundle: Int64
  ) throws -> Int64? {
    let type = Revisions.number(record.type)
    let hash = hashBytes(record.revision)
    try db.cachedStatement(
      sql: "INSERT OR IGNORE INTO revision(type, record, hash, paper, source, body) VALUES(?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      type, record.id, hash, paper, ContentWriting.source(record),
      line ?? String(decoding: record.line.canonical, as: UTF8.self),
    ])
    if db.changesCount > 0 { return db.lastInsertedRowID }
    try db.cachedStatement(
      sql: """
        INSERT INTO holding(revision, bundle) SELECT id, ? FROM revision WHERE record = ? AND type = ? AND hash = ?
        """
    ).execute(arguments: [bundle, record.id, type, hash])
    return nil
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
    let words = Words(db: db)
    try RowWriting(db, set, papers: { try self.paper($0) }, words: { try words.insert($1, of: $0) }).write(
      View(of: set))
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
        try Words(db: db).forget(try stored.tokens(of: item), of: item)
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
