import Plan

/// The documents of a bundle, by the lines of `records/documents.jsonl`.
struct PlainWalkDocuments {
  /// Ascending by id, each line without its end.
  private(set) var all: [(id: [UInt8], line: [UInt8])] = []
  private(set) var ids: Set<[UInt8]> = []
  /// Of ids that begin others, these.
  private(set) var below: [[UInt8]: [[UInt8]]] = [:]
  /// Ids that begin others, and those.
  private(set) var nested: Set<[UInt8]> = []

  /// - Throws: ``PlainWalk/Unsure`` where a line is no row, or of an id that another one has.
  init(_ bytes: [UInt8]) throws {
    var at = 0
    while at < bytes.count {
      guard let end = LineWalk.end(bytes, at), let place = RowScan.text(of: "id", bytes, at..<end) else {
        throw PlainWalk.Unsure()
      }
      let id = Array(bytes[place])
      if let before = all.last, !before.id.lexicographicallyPrecedes(id) { throw PlainWalk.Unsure() }
      all.append((id, Array(bytes[at..<end])))
      at = end + 1
    }
    ids = Set(all.map(\.id))
    for id in ids {
      for owner in owners(of: id[...]) where owner.count < id.count {
        below[owner, default: []].append(id)
        nested.formUnion([owner, id])
      }
    }
  }

  /// The documents whose ids begin an id, or are it.
  private func owners(of id: ArraySlice<UInt8>) -> [[UInt8]] {
    let ends = id.indices.filter { id[$0] == UInt8(ascii: ".") } + [id.endIndex]
    return ends.map { Array(id[..<$0]) }.filter(ids.contains)
  }

  /// Every document that lines of a history may belong to, by what they say and by their ids: a tombstone says nothing.
  func named(in history: [UInt8]) throws -> Set<[UInt8]> {
    var named: Set<[UInt8]> = []
    var at = 0
    while at < history.count {
      guard let end = LineWalk.end(history, at), let id = RowScan.text(of: "id", history, at..<end) else {
        throw PlainWalk.Unsure()
      }
      named.formUnion(owners(of: history[id]))
      if let document = RowScan.text(of: "document", history, at..<end) { named.insert(Array(history[document])) }
      at = end + 1
    }
    return named
  }

  /// Whether every item says that it belongs to the document, and every figure to one of these items.
  static func holds(_ document: [UInt8], items: [UInt8], figures: [UInt8]) -> Bool {
    var known: Set<ArraySlice<UInt8>> = []
    var at = 0
    while at < items.count {
      guard let end = LineWalk.end(items, at), let id = RowScan.text(of: "id", items, at..<end),
        let stated = RowScan.text(of: "document", items, at..<end), items[stated].elementsEqual(document)
      else { return false }
      known.insert(items[id])
      at = end + 1
    }
    at = 0
    while at < figures.count {
      guard let end = LineWalk.end(figures, at), let item = RowScan.text(of: "item", figures, at..<end),
        known.contains(figures[item])
      else { return false }
      at = end + 1
    }
    return true
  }
}
