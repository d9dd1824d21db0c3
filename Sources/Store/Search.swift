import Compare
import GRDB
import Plan

/// An item that was found.
public struct SearchHit: Sendable {
  /// A stretch of an item, and where the words stand in it, in scalars, ascending.
  public struct Stretch: Sendable {
    /// `title`, `aim`, `text` or `parties`.
    public let field: String
    public let text: String
    public let ranges: [Range<Int>]
  }

  /// The line of the item.
  public let item: JSONObject
  /// The line of its document; absent where a bundle took it out.
  public let document: JSONObject?
  /// The year it speaks of.
  public let year: Int?
  public let stretches: [Stretch]
  /// The lines of the figures that meet the conditions.
  public let figures: [JSONObject]
  /// Items of other documents that say the same at the same place of the same source file; they are no hits of their own.
  public fileprivate(set) var sameSource: [String] = []
}

/// What a search found.
public struct SearchResult: Sendable {
  /// Newest year first, then by document and place.
  public let hits: [SearchHit]
  /// Whether there are more than were asked for.
  public let hasMore: Bool
}

extension Workspace {
  /// Looks for items; the request must not be empty.
  public func search(_ request: SearchRequest) throws(WorkspaceError) -> SearchResult {
    try reading { db in try Searching(db, request).result() }
  }
}

/// Walks the items that have the tokens, in the order of their keys, and holds the rest against their lines.
private struct Searching {
  private let stored: StoredItems
  private let sources: SameSource
  private let db: Database
  private let request: SearchRequest
  private let words: [[Unicode.Scalar]]
  private let unproved: [[Unicode.Scalar]]

  init(_ db: Database, _ request: SearchRequest) {
    stored = StoredItems(db)
    sources = SameSource(db)
    self.db = db
    self.request = request
    words = request.folded
    unproved = request.unproved
  }

  func result() throws -> SearchResult {
    guard let expression = request.expression, try hasFigures() else { return SearchResult(hits: [], hasMore: false) }
    let keys = try Int64.fetchCursor(
      db, sql: "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid", arguments: [expression])
    var hits: [(hit: SearchHit, key: Int64)] = []
    var hasMore = false
    while let key = try keys.next() {
      guard let found = try hit(key), let hit = try spoken(found, expression) else { continue }
      if hits.count == request.limit {
        hasMore = true
        break
      }
      hits.append((hit, key))
    }
    return SearchResult(hits: hits.sorted(by: Searching.inOrder).map(\.hit), hasMore: hasMore)
  }

  /// The item with those that say the same of the same source file; nothing where one of a lesser id is found as well.
  private func spoken(_ found: (hit: SearchHit, paper: Int64), _ expression: String) throws -> SearchHit? {
    let others = try sources.others(of: found.paper)
    guard !others.isEmpty else { return found.hit }
    var hit = found.hit
    let (item, document) = (StoredRow(hit.item), hit.item["document"]?.string ?? "")
    for other in others {
      for twin in try sources.twins(of: item, in: other) {
        let isFound = try Int.fetchOne(
          db.cachedStatement(sql: "SELECT 1 FROM words WHERE words MATCH ? AND rowid = ?"),
          arguments: [expression, twin.key])
        if utf8Order(other.id, document), isFound != nil, try self.hit(twin.key) != nil { return nil }
        hit.sameSource.append(twin.id)
      }
    }
    return hit
  }

  /// The item, if it says the words in full and has the figures, and its paper.
  private func hit(_ key: Int64) throws -> (hit: SearchHit, paper: Int64)? {
    var figures: [StoredRow] = []
    if !request.conditions.isEmpty {
      guard try hasFigures(key) else { return nil }
      figures = try stored.figures(of: key).map { StoredRow($0) }
    }
    guard let line = try stored.line(key) else { throw WorkspaceError.damaged }
    let item = StoredRow(line)
    let folded = item.words.map { (part: $0, folding: Folding($0.text)) }
    guard unproved.allSatisfy({ word in folded.contains { $0.folding.contains(word) } }) else { return nil }
    var met: [JSONObject] = []
    let title = Folding(line["title"]?.string ?? "")
    for condition in request.conditions {
      let fitting = figures.filter { condition.isMet(by: $0, title: title) }
      guard !fitting.isEmpty else { return nil }
      for figure in fitting where !met.contains(figure.line) { met.append(figure.line) }
    }
    let paper = try GRDB.Row.fetchOne(
      db.cachedStatement(
        sql:
          "SELECT item.paper, ifnull(item.year, document.year) FROM item LEFT JOIN document USING(paper) WHERE item.id = ?"
      ), arguments: [key])
    let stretches = folded.map { part, folding in
      SearchHit.Stretch(field: part.field, text: part.text, ranges: joined(words.flatMap { folding.ranges(of: $0) }))
    }
    let number: Int64 = paper?[0] ?? 0
    let hit = SearchHit(
      item: line, document: try stored.document(number), year: paper?[1], stretches: stretches, figures: met)
    return (hit, number)
  }

  /// Whether the item has figures near what is asked for; which of them do meet it, their lines tell.
  private func hasFigures(_ key: Int64) throws -> Bool {
    // The few figures of one item, not the many of one dimension, whatever the planner takes for fewer.
    try isNear("figure INDEXED BY figure_item WHERE item = ? AND", [key])
  }

  /// Whether each condition has figures near it at all.
  private func hasFigures() throws -> Bool { try isNear("figure WHERE", []) }

  private func isNear(_ place: String, _ arguments: StatementArguments) throws -> Bool {
    for condition in request.conditions {
      let (low, high) = condition.value.near
      guard let value = low ?? high else { continue }
      let slack = abs(value) * 1e-9 + 1e-9
      let test =
        switch condition.relation {
        case .ge, .gt: "low_near >= \(value - slack)"
        case .le, .lt: "high_near <= \(value + slack)"
        case .eq: "ifnull(low_near, high_near) <= \(value + slack) AND ifnull(high_near, low_near) >= \(value - slack)"
        }
      let found = try Int.fetchOne(
        db.cachedStatement(sql: "SELECT 1 FROM \(place) dimension = ? AND (\(test)) LIMIT 1"),
        arguments: arguments + [condition.value.dimension])
      if found == nil { return false }
    }
    return true
  }

  private func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for range in ranges.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
      if let last = out.last, range.lowerBound <= last.upperBound {
        out[out.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        out.append(range)
      }
    }
    return out
  }

  private static func inOrder(_ a: (hit: SearchHit, key: Int64), _ b: (hit: SearchHit, key: Int64)) -> Bool {
    if a.hit.year != b.hit.year { return a.hit.year ?? 0 > b.hit.year ?? 0 }
    let documents = (a.hit.item["document"]?.string ?? "", b.hit.item["document"]?.string ?? "")
    if !documents.0.utf8.elementsEqual(documents.1.utf8) { return utf8Order(documents.0, documents.1) }
    return a.key < b.key
  }
}
