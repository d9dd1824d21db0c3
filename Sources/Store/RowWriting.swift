import Compare
import Foundation
import GRDB
import Plan
import Workers

/// Writes the rows of a view: the documents, items and figures of some papers, and the words by which items are found.
struct RowWriting {
  private let db: Database
  private let papers: (String) throws -> Int64
  private let revisions: [String: Int64]
  private let words: (Int64, String) throws -> Void
  /// Per revision of a document: the document's id.
  private var documents: [String: String] = [:]

  /// - Parameters:
  ///   - set: the revisions that the view is of.
  ///   - papers: gives a paper's row.
  ///   - revisions: rows of revisions, as far as they are known.
  ///   - words: takes the tokens of each item.
  init(
    _ db: Database, _ set: RevisionSet, papers: @escaping (String) throws -> Int64, revisions: [String: Int64] = [:],
    words: @escaping (Int64, String) throws -> Void
  ) {
    self.db = db
    self.papers = papers
    self.revisions = revisions
    self.words = words
    for id in set.ids(.document) { for hash in set.revisions(.document, id).keys { documents[hash] = id } }
  }

  /// - Parameter isWanted: whether the rows of a document are to be written.
  func write(_ view: View, where isWanted: (String) -> Bool = { _ in true }) throws {
    var facts: [String: (city: String?, year: Int?)] = [:]
    for row in view.documents where isWanted(row.id) {
      let stored = StoredRow(row)
      let city = row.line["city"]?.object?["code"]?.string
      facts[row.id] = (city, stored.year)
      let (revision, line) = try content(row)
      try db.cachedStatement(
        sql: "INSERT INTO document(paper, revision, line, city, year) VALUES(?, ?, ?, ?, ?)"
      ).execute(arguments: [papers(row.id), revision, line, city, stored.year])
    }
    let items = try keyed(view.items, facts, isWanted)
    let known = facts
    let figures = grouped(view.indicators, items)
    let filed = items.map { item in
      (item: item, figures: figures.owned[item.key]?.map { view.indicators[$0] } ?? [])
    }
    for start in stride(from: 0, to: filed.count, by: 2048) {
      let part = Array(filed[start..<min(start + 2048, filed.count)])
      let made = concurrentMap(part) { entry in
        let figures = entry.figures.map(FigureColumns.init)
        let fact = known[entry.item.document]
        return (
          figures,
          StoredRow.tokens(
            of: entry.item.stored, figures: figures.map { ($0.row.line["subject"]?.string, $0.dimension) },
            city: fact?.city, year: fact?.year)
        )
      }
      for (entry, (figures, tokens)) in zip(part, made) { try write(entry.item, figures, tokens) }
    }
    for at in figures.orphans {
      let row = view.indicators[at]
      guard let document = document(of: row), isWanted(document) else { continue }
      try write(FigureColumns(row), item: nil, paper: papers(document))
    }
  }

  // MARK: Items

  private struct KeyedItem: Sendable {
    var key: Int64
    var document: String
    var row: Plan.Row
    var stored: StoredRow
  }

  /// The items by ascending keys, none of which is taken.
  private func keyed(
    _ rows: [Plan.Row], _ facts: [String: (city: String?, year: Int?)], _ isWanted: (String) -> Bool
  ) throws -> [KeyedItem] {
    var items: [KeyedItem] = []
    for row in rows {
      guard let document = document(of: row), isWanted(document) else { continue }
      let stored = StoredRow(row)
      let key = RowKey.first(year: stored.year ?? facts[document]?.year, document: document, start: stored.start)
      items.append(KeyedItem(key: key, document: document, row: row, stored: stored))
    }
    // Those that say the same key stand in the order of their lines, whatever order they came in.
    items.sort { a, b in
      if a.key != b.key { return a.key < b.key }
      return a.row.line.canonical.lexicographicallyPrecedes(b.row.line.canonical)
    }
    var last = Int64.min
    for at in items.indices {
      items[at].key = try free(max(items[at].key, last + 1))
      last = items[at].key
    }
    return items
  }

  private func free(_ key: Int64) throws -> Int64 {
    var key = key
    let statement = try db.cachedStatement(sql: "SELECT 1 FROM item WHERE id = ?")
    while try Int.fetchOne(statement, arguments: [key]) != nil { key += 1 }
    return key
  }

  private func write(_ item: KeyedItem, _ figures: [FigureColumns], _ tokens: String) throws {
    let paper = try papers(item.document)
    let (revision, line) = try content(item.row)
    try db.cachedStatement(
      sql: "INSERT INTO item(id, paper, record, revision, line, role, year) VALUES(?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [item.key, paper, item.row.id, revision, line, item.stored.role, item.stored.year])
    try words(item.key, tokens)
    for figure in figures { try write(figure, item: item.key, paper: paper) }
  }

  // MARK: Figures

  /// The places of figures in the view, by their item's key; those whose item is not there apart.
  private func grouped(_ rows: [Plan.Row], _ items: [KeyedItem]) -> (owned: [Int64: [Int]], orphans: [Int]) {
    guard !rows.isEmpty else { return ([:], []) }
    var places: [String: [Int]] = [:]
    for (at, item) in items.enumerated() { places[item.row.id, default: []].append(at) }
    var owned: [Int64: [Int]] = [:]
    var orphans: [Int] = []
    for (at, row) in rows.enumerated() {
      let owners = places[StoredRow(row).string("item") ?? ""] ?? []
      let reading = row.line["reading"]
      // Two roots of one document can hold the same ids.
      let owner = owners.first { items[$0].row.line["reading"] == reading } ?? owners.first
      if let owner { owned[items[owner].key, default: []].append(at) } else { orphans.append(at) }
    }
    return (owned, orphans)
  }

  private struct FigureColumns: Sendable {
    let row: Plan.Row
    let value: ComparableValue?
    var stored: StoredRow { StoredRow(row) }
    var dimension: String? { value?.dimension }

    init(_ row: Plan.Row) {
      self.row = row
      value = StoredRow(row).value
    }
  }

  private func write(_ figure: FigureColumns, item: Int64?, paper: Int64) throws {
    let (revision, line) = try content(figure.row)
    let row = figure.row.line
    let text = { (member: String) in row[member]?.string }
    try db.cachedStatement(
      sql: """
        INSERT INTO figure(paper, item, record, revision, line, role, subject, comparator, low, high, unit, year,
          dimension, low_near, high_near) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      paper, item, figure.row.id, revision, line, text("role"), text("subject"), text("comparator"), text("low"),
      text("high"), text("unit"), figure.stored.year, figure.dimension, figure.value?.near.low,
      figure.value?.near.high,
    ])
  }

  // MARK: Lines

  private func document(of row: Plan.Row) -> String? {
    let reading = row.line["reading"]?.string ?? row.heads.lazy.compactMap(\.reading).first
    return reading.flatMap { documents[$0] } ?? StoredRow(row).string("document")
  }

  /// The revision whose line the row is, or the row's own line.
  private func content(_ row: Plan.Row) throws -> (revision: Int64?, line: String?) {
    if row.heads.count == 1, let known = revisions[row.heads[0].revision] { return (known, nil) }
    return try RowWriting.content(row, in: db)
  }

  static func content(_ row: Plan.Row, in db: Database) throws -> (revision: Int64?, line: String?) {
    guard row.heads.count == 1, let head = row.heads.first else {
      return (nil, String(decoding: row.line.canonical, as: UTF8.self))
    }
    let found = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM revision WHERE record = ? AND type = ? AND hash = ?"),
      arguments: [head.id, Revisions.number(head.type), hashBytes(head.revision)])
    return (found, nil)
  }
}
