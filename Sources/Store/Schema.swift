import GRDB

/// The tables of the database, step by step from the first version to this one.
///
/// All of it follows from the bundles. What a row says is the canonical JSON of a line of `records/*.jsonl`: that of the
/// revision, or of its own where several heads give it together.
enum Schema {
  /// How many steps there are, which `user_version` counts.
  static let version = 1

  static func migrate(_ db: Database) throws {
    let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    if found < 1 { try db.execute(sql: first + documentedViews) }
    try db.execute(sql: "PRAGMA application_id = \(Connection.applicationID); PRAGMA user_version = \(version)")
  }

  private static let first = """
    CREATE TABLE bundle(
      id INTEGER PRIMARY KEY, fingerprint TEXT NOT NULL UNIQUE, sha256 TEXT NOT NULL, size INTEGER NOT NULL);
    -- The id of a document: records of one document are computed together.
    CREATE TABLE paper(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
    CREATE TABLE revision(
      id INTEGER PRIMARY KEY, type INTEGER NOT NULL, record TEXT NOT NULL, hash BLOB NOT NULL,
      paper INTEGER REFERENCES paper, source BLOB, body TEXT NOT NULL, UNIQUE(record, type, hash));
    CREATE INDEX revision_paper ON revision(paper);
    CREATE INDEX revision_document ON revision(record) WHERE type = 0;
    CREATE INDEX revision_source ON revision(source) WHERE source IS NOT NULL;
    CREATE TABLE holding(
      revision INTEGER NOT NULL REFERENCES revision, bundle INTEGER NOT NULL REFERENCES bundle,
      PRIMARY KEY(revision, bundle)) WITHOUT ROWID;
    CREATE INDEX holding_bundle ON holding(bundle);
    CREATE TABLE document(
      id INTEGER PRIMARY KEY, paper INTEGER NOT NULL UNIQUE REFERENCES paper, revision INTEGER REFERENCES revision,
      line TEXT, city TEXT, year INTEGER);
    CREATE TABLE item(
      id INTEGER PRIMARY KEY, paper INTEGER NOT NULL REFERENCES paper, record TEXT NOT NULL,
      revision INTEGER REFERENCES revision, line TEXT, role TEXT, year INTEGER);
    CREATE INDEX item_paper ON item(paper);
    CREATE INDEX item_record ON item(record);
    CREATE TABLE figure(
      id INTEGER PRIMARY KEY, paper INTEGER NOT NULL REFERENCES paper, item INTEGER REFERENCES item,
      record TEXT NOT NULL, revision INTEGER REFERENCES revision, line TEXT,
      role TEXT, subject TEXT, comparator TEXT, low TEXT, high TEXT, unit TEXT, year INTEGER,
      dimension TEXT, low_near REAL, high_near REAL);
    CREATE INDEX figure_paper ON figure(paper);
    CREATE INDEX figure_item ON figure(item);
    CREATE INDEX figure_low ON figure(dimension, low_near);
    CREATE INDEX figure_high ON figure(dimension, high_near);
    CREATE TABLE link(
      id INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, revision INTEGER REFERENCES revision, line TEXT);
    -- What items say, as pairs of neighbouring characters and single ones; its rowid is that of the item.
    CREATE VIRTUAL TABLE words USING fts5(tokens, content='', columnsize=0, detail=none, tokenize='ascii');
    -- What matching found; made of the rows, no part of what the bundles say.
    CREATE TABLE lineage(
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL, source TEXT NOT NULL, target TEXT NOT NULL, score TEXT NOT NULL,
      UNIQUE(source, target, kind));
    CREATE INDEX lineage_target ON lineage(target);
    -- One row: counts every change of the bundles; lineage is of that of `linked`.
    CREATE TABLE state(id INTEGER PRIMARY KEY CHECK(id = 1), changes INTEGER NOT NULL, linked INTEGER);
    INSERT INTO state VALUES(1, 0, NULL);
    """
}
