/// Which revisions of a set belong together: the readings of each document, joined through their parents to roots.
///
/// Two imports of one document id that know nothing of each other are two roots. From the same bytes, the reading of
/// the newer adapter is shown; from different bytes both are, side by side, and the document is in conflict. A redacted
/// reading gives way to its original.
struct Readings {
  private let set: RevisionSet
  private let comparison: HeadComparison
  /// Per document revision: the root that it hangs from.
  private var roots: [String: String] = [:]
  /// Per document revision: how many re-readings lie before it.
  private var ages: [String: Int] = [:]
  private var hidden: Set<String> = []
  private(set) var superseded: [View.Superseded] = []

  init(of set: RevisionSet, comparing comparison: HeadComparison = .groups) {
    self.set = set
    self.comparison = comparison
    for id in set.ids(.document) {
      let ancestry = Ancestry(revisions: set.revisions(.document, id))
      let components = ancestry.components
      for component in components {
        let parents = { (revision: String) in ancestry.revisions[revision]?.parents ?? [] }
        let firsts = component.filter { parents($0).allSatisfy { ancestry.revisions[$0] == nil } }
        let root = firsts.min() ?? component.min() ?? ""
        for revision in component { roots[revision] = root }
      }
      for (revision, depth) in ancestry.depths { ages[revision] = depth }
      guard components.count > 1 else { continue }
      hideRedacted(components.map { $0.sorted().compactMap { ancestry.revisions[$0] } })
      let rooted = Set(components.compactMap { component in component.first.flatMap { roots[$0] } })
      hide(rooted.subtracting(hidden).sorted().compactMap { ancestry.revisions[$0] })
    }
  }

  /// A redacted reading beside its original says nothing that the original does not say better.
  ///
  /// No hash joins the two; lengths of source and text do, which redaction keeps.
  private mutating func hideRedacted(_ components: [[Record]]) {
    let length = { (record: Record, member: String) in record.body[member]?.object?["scalars"]?.integer }
    let isRedacted = { (component: [Record]) in component.contains { $0.body["redacted"] != nil } }
    let originals = components.filter { !isRedacted($0) }
    for component in components where isRedacted(component) {
      let kept = originals.filter { original in
        original.contains { one in
          // A tombstone has no text, and is like no other.
          !one.isRemoved
            && component.contains {
              length($0, "source") == length(one, "source") && length($0, "text") == length(one, "text")
            }
        }
      }.compactMap { $0.first.flatMap { roots[$0.revision] } }.min()
      guard let kept, let first = component.first, let dropped = roots[first.revision] else { continue }
      hidden.insert(dropped)
      superseded.append(View.Superseded(document: first.id, kept: kept, dropped: dropped))
    }
  }

  /// Of several roots with the same source bytes only one is shown.
  private mutating func hide(_ candidates: [Record]) {
    var bySource: [String: [Record]] = [:]
    for root in candidates {
      let source = root.body["source"]?.object?["sha256"]?.string ?? "revision " + root.revision
      bySource[source, default: []].append(root)
    }
    for (_, same) in bySource where same.count > 1 {
      let version = { (record: Record) in record.body["adapter"]?.object?["version"]?.integer ?? 0 }
      let ranked = same.sorted { a, b in
        version(a) != version(b) ? version(a) > version(b) : a.revision < b.revision
      }
      guard let kept = ranked.first else { continue }
      for dropped in ranked.dropFirst() {
        hidden.insert(dropped.revision)
        superseded.append(View.Superseded(document: kept.id, kept: kept.revision, dropped: dropped.revision))
      }
    }
    superseded.sort { ($0.document, $0.dropped) < ($1.document, $1.dropped) }
  }

  func documentRows(_ id: String) -> [Row] {
    let ancestry = Ancestry(revisions: set.revisions(.document, id))
    let heads = ancestry.heads.filter { !hidden.contains(roots[$0.revision] ?? "") }
    return row(heads, ancestry).map { [$0] } ?? []
  }

  /// One row a root: records of different roots never enter one view.
  func rows(_ type: RecordType, _ id: String) -> [RootedRow] {
    let ancestry = Ancestry(revisions: set.revisions(type, id))
    let heads = ancestry.heads
    // Most records stand in one state.
    if let head = heads.first, heads.count == 1 {
      let root = root(of: head, ancestry)
      return hidden.contains(root) ? [] : row(heads, ancestry).map { [RootedRow(row: $0, root: root)] } ?? []
    }
    var byRoot: [String: [Record]] = [:]
    for head in heads { byRoot[root(of: head, ancestry), default: []].append(head) }
    return byRoot.keys.sorted().filter { !hidden.contains($0) }.compactMap { root in
      row(byRoot[root] ?? [], ancestry).map { RootedRow(row: $0, root: root) }
    }
  }

  /// A tombstone has no reading of its own: it belongs where what it removes belongs.
  private func root(of record: Record, _ ancestry: Ancestry) -> String {
    if let reading = record.reading { return roots[reading] ?? reading }
    for ancestor in ancestry.ancestors(of: record.revision).sorted() {
      if let reading = ancestry.revisions[ancestor]?.reading { return roots[reading] ?? reading }
    }
    return ""
  }

  private func row(_ heads: [Record], _ ancestry: Ancestry) -> Row? {
    let standing = heads.filter { !$0.isRemoved }
    guard let newest = standing.max(by: { (age($0), $1.revision) < (age($1), $0.revision) }) else { return nil }
    if heads.count == 1 { return Row(newest) }
    return Row(heads: heads, base: ancestry.base(of: heads), newest: newest, comparing: comparison)
  }

  private func age(_ record: Record) -> Int { ages[record.reading ?? record.revision] ?? -1 }

  /// The document's newest record that a file gave, of those that are shown.
  fileprivate func newest(_ id: String) -> Record? {
    set.revisions(.document, id).values
      .filter { !$0.isEdit && !$0.isRemoved && !hidden.contains(roots[$0.revision] ?? "") }
      .max { (age($0), $1.revision) < (age($1), $0.revision) }
  }
}

extension RevisionSet {
  /// A document's newest reading that a view shows: what the next reading follows, and the text that rows point into.
  public func newestReading(of document: String) -> Record? {
    Readings(of: RevisionSet(revisions(.document, document).values)).newest(document)
  }
}
