import Foundation
import GRDB
import Plan

/// Revisions in the database.
struct Revisions {
  let db: Database

  /// The number that stands for a type in the tables.
  static func number(_ type: RecordType) -> Int { RecordType.allCases.firstIndex(of: type) ?? 0 }

  /// All of some papers, read back.
  func set(ofPapers papers: [Int64]) throws -> RevisionSet {
    var set = RevisionSet()
    for paper in papers {
      let rows = try GRDB.Row.fetchCursor(
        db.cachedStatement(sql: "SELECT type, body FROM revision WHERE paper = ?"), arguments: [paper])
      while let row = try rows.next() { if let record = try Revisions.record(row) { set.insert(record) } }
    }
    return set
  }

  /// The first record whose bytes are not those that its revision was made of.
  func changed() throws -> [String] {
    let rows = try GRDB.Row.fetchCursor(db, sql: "SELECT type, body, hash, record FROM revision")
    while let row = try rows.next() {
      let hash: Data = row[2]
      let record = try? Revisions.record(row)
      if record.flatMap({ $0 }).map({ hashBytes($0.revision) }) != hash { return [row[3]] }
    }
    return []
  }

  /// All of one link.
  func set(ofLink id: String) throws -> RevisionSet {
    let rows = try GRDB.Row.fetchCursor(
      db.cachedStatement(sql: "SELECT type, body FROM revision WHERE record = ? AND type = ?"),
      arguments: [id, Revisions.number(.link)])
    var set = RevisionSet()
    while let row = try rows.next() { if let record = try Revisions.record(row) { set.insert(record) } }
    return set
  }

  private static func record(_ row: GRDB.Row) throws -> Plan.Record? {
    let number: Int = row[0]
    let body: String = row[1]
    guard RecordType.allCases.indices.contains(number), let object = try? JSON.parse(Array(body.utf8)).object else {
      throw WorkspaceError.damaged
    }
    return Plan.Record.read(RecordType.allCases[number], object).record
  }

  /// The papers that must be computed together with one: those that share a record's id or a source file with it.
  func component(of paper: Int64) throws -> [Int64] {
    var found: Set<Int64> = [paper]
    var open = [paper]
    while let next = open.popLast() {
      let near =
        try Int64.fetchAll(
          db,
          sql: """
            SELECT DISTINCT other.paper FROM revision AS one JOIN revision AS other
              ON other.record = one.record AND other.type = one.type AND other.paper <> one.paper WHERE one.paper = ?
            """, arguments: [next])
        + Int64.fetchAll(
          db,
          sql: """
            SELECT DISTINCT other.paper FROM revision AS one JOIN revision AS other ON other.source = one.source
              WHERE one.paper = ? AND one.source IS NOT NULL AND other.paper <> one.paper
            """, arguments: [next])
      for paper in near where found.insert(paper).inserted { open.append(paper) }
    }
    return found.sorted()
  }
}

/// The bytes of a hash in hexadecimal digits.
func hashBytes(_ hex: String) -> Data {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(32)
  var high: UInt8?
  for byte in hex.utf8 {
    let digit = byte >= 97 ? byte &- 87 : byte &- 48
    if let upper = high {
      bytes.append(upper << 4 | digit & 15)
      high = nil
    } else {
      high = digit & 15
    }
  }
  return Data(bytes)
}
