/// Who replaced whom among the revisions of one record.
struct Ancestry {
  let revisions: [String: Record]

  /// The revisions that no other one of them replaces, ascending.
  var heads: [Record] {
    // Most records were never replaced.
    if revisions.count == 1 { return Array(revisions.values) }
    let replaced = Set(revisions.values.flatMap(\.parents))
    return revisions.values.filter { !replaced.contains($0.revision) }.sorted { $0.revision < $1.revision }
  }

  /// All that a revision replaces, near and far, itself included.
  func ancestors(of revision: String) -> Set<String> {
    var seen: Set<String> = []
    var open = [revision]
    while let next = open.popLast() {
      guard let record = revisions[next], seen.insert(next).inserted else { continue }
      open += record.parents
    }
    return seen
  }

  /// The only nearest common ancestor of several heads; `nil` where there is none, or more than one.
  func base(of heads: [Record]) -> Record? {
    guard let first = heads.first else { return nil }
    let common = heads.dropFirst().reduce(ancestors(of: first.revision)) {
      $0.intersection(ancestors(of: $1.revision))
    }
    // All that a common ancestor replaces is common too, so whatever is not nearest is a parent of another one.
    let nearest = common.subtracting(common.flatMap { revisions[$0]?.parents ?? [] })
    return nearest.count == 1 ? nearest.first.flatMap { revisions[$0] } : nil
  }

  /// Per revision, how many steps the longest way from a root takes.
  ///
  /// Walked without recursion: a chain can be as long as a hostile bundle likes. A hash can't name itself, so there
  /// are no cycles; if there were, the walk would end all the same.
  var depths: [String: Int] {
    var depths: [String: Int] = [:]
    for start in revisions.keys {
      var stack = [start]
      var entered: Set<String> = []
      while let top = stack.last {
        let parents = (revisions[top]?.parents ?? []).filter { revisions[$0] != nil }
        let open = parents.filter { depths[$0] == nil }
        if depths[top] == nil, !open.isEmpty, entered.insert(top).inserted {
          stack += open
        } else {
          if depths[top] == nil { depths[top] = 1 + (parents.compactMap { depths[$0] }.max() ?? -1) }
          stack.removeLast()
        }
      }
    }
    return depths
  }

  /// The parts that hang together through parents, each a set of revisions, in a fixed order.
  var components: [Set<String>] {
    var neighbours: [String: [String]] = [:]
    for record in revisions.values {
      for parent in record.parents where revisions[parent] != nil {
        neighbours[record.revision, default: []].append(parent)
        neighbours[parent, default: []].append(record.revision)
      }
    }
    var seen: Set<String> = []
    var parts: [Set<String>] = []
    for revision in revisions.keys.sorted() where !seen.contains(revision) {
      var part: Set<String> = []
      var open = [revision]
      while let next = open.popLast() {
        guard part.insert(next).inserted else { continue }
        open += neighbours[next] ?? []
      }
      seen.formUnion(part)
      parts.append(part)
    }
    return parts
  }
}
