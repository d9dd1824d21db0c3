import GRDB
import Plan

extension Workspace {
  /// In which units figures that a condition names are given, those of most figures first.
  ///
  /// Empty where some are in a unit that the condition's turns into, and where there are none. Of many items the first
  /// thousand are asked.
  public func otherUnits(of condition: FigureCondition) throws(WorkspaceError) -> [String] {
    try reading { db in try condition.otherUnits(db) }
  }
}

extension FigureCondition {
  fileprivate func otherUnits(_ db: Database) throws -> [String] {
    guard !subjectTokens.isEmpty else { return [] }
    let keys = try Int64.fetchAll(
      db, sql: "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid LIMIT 1000",
      arguments: [subjectTokens.map(SearchRequest.quoted).joined(separator: " AND ")])
    let stored = StoredItems(db)
    var counts: [[UInt8]: Int] = [:]
    for key in keys {
      let title = Folding(try stored.line(key)?["title"]?.string ?? "")
      for figure in try stored.figures(of: key).map({ StoredRow($0) }) where isAbout(figure, title: title) {
        guard let unit = figure.line["unit"]?.string, let value = figure.value else { continue }
        if value.dimension.utf8.elementsEqual(self.value.dimension.utf8) { return [] }
        if !unit.isEmpty { counts[Array(unit.utf8), default: 0] += 1 }
      }
    }
    return counts.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key.lexicographicallyPrecedes($1.key) }
      .map { String(decoding: $0.key, as: UTF8.self) }
  }
}
