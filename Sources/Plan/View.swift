/// What the revisions of a set give together: computed on reading, never stored as a revision.
public struct View: Sendable {
  /// One document read twice by different adapters from the same bytes, or an original and its redacted form: only
  /// one reading is shown.
  public struct Superseded: Sendable, Equatable {
    public var document: String
    public var kept: String
    public var dropped: String
  }

  public let documents: [Row]
  public let items: [Row]
  public let indicators: [Row]
  public let links: [Row]
  /// Every revision of the set that is not itself a row, by id, then revision.
  public let history: [RecordType: [Record]]
  public let superseded: [Superseded]

  /// Whether a reading is not shown because it is a redacted one and its original is there.
  public func isRedacted(_ superseded: Superseded) -> Bool {
    (history[.document] ?? []).contains {
      $0.id.utf8.elementsEqual(superseded.document.utf8) && $0.revision == superseded.dropped
        && $0.body["redacted"] != nil
    }
  }

  public func rows(_ type: RecordType) -> [Row] {
    switch type {
    case .document: documents
    case .item: items
    case .indicator: indicators
    case .link: links
    }
  }

  /// Whether a record is said by several heads.
  public var hasJointRows: Bool { RecordType.allCases.contains { rows($0).contains { $0.heads.count > 1 } } }

  public var conflicts: [Row] { RecordType.allCases.flatMap { rows($0).filter { !$0.conflicts.isEmpty } } }

  public init(of set: RevisionSet, comparing comparison: HeadComparison = .groups) {
    let readings = Readings(of: set, comparing: comparison)
    superseded = readings.superseded
    let ids = Dictionary(uniqueKeysWithValues: RecordType.allCases.map { ($0, set.ids($0)) })
    let all = { (type: RecordType) in ids[type] ?? [] }
    documents = all(.document).flatMap { readings.documentRows($0) }
    let itemRows = all(.item).flatMap { readings.rows(.item, $0) }.sorted(by: RootedRow.inReadingOrder)
    items = itemRows.map(\.row)
    var position: [RootedRow.Key: Int] = [:]
    for (index, row) in itemRows.enumerated() { position[row.key] = index }
    indicators = all(.indicator).flatMap { readings.rows(.indicator, $0) }
      .map { ($0, position[RootedRow.Key(id: ByteKey($0.owner), root: $0.root)] ?? Int.max) }
      .sorted { a, b in a.1 != b.1 ? a.1 < b.1 : RootedRow.inReadingOrder(a.0, b.0) }
      .map(\.0.row)
    links = all(.link).flatMap { readings.rows(.link, $0) }.map(\.row)

    var shown: Set<String> = []
    for rows in [documents, items, indicators, links] {
      for row in rows where row.heads.count == 1 { shown.formUnion(row.heads.map(\.revision)) }
    }
    var history: [RecordType: [Record]] = [:]
    for type in RecordType.allCases {
      history[type] = all(type).flatMap { id -> [Record] in
        let revisions = set.revisions(type, id)
        // Most records stand in one state, which is their row.
        if let only = revisions.first, revisions.count == 1, shown.contains(only.key) { return [] }
        return revisions.values.filter { !shown.contains($0.revision) }.sorted { $0.revision < $1.revision }
      }
    }
    self.history = history
  }
}

/// A row, the reading's root that it belongs to, and where it stands; two roots of one document can hold the same ids.
struct RootedRow {
  struct Key: Hashable {
    var id: ByteKey
    var root: String
  }

  let row: Row
  let root: String
  /// The item that an indicator belongs to.
  let owner: String
  private let document: String
  private let start: Int
  private let depth: Int

  init(row: Row, root: String) {
    self.row = row
    self.root = root
    func field(_ name: String) -> String {
      if let value = row.line[name]?.string { return value }
      for head in row.heads { if let value = head.body[name]?.string { return value } }
      return ""
    }
    owner = row.type == .indicator ? field("item") : ""
    document = row.type == .item ? field("document") : ""
    start = row.line["spans"]?.array?.first?.object?["start"]?.integer ?? Int.max
    depth = row.id.utf8.count { $0 == UInt8(ascii: ".") }
  }

  var key: Key { Key(id: ByteKey(row.id), root: root) }

  /// By document, then the first span's start, then depth in the tree, then id; those without spans last.
  static func inReadingOrder(_ a: RootedRow, _ b: RootedRow) -> Bool {
    let documents = byteOrder(a.document, b.document)
    if documents != 0 { return documents < 0 }
    let roots = byteOrder(a.root, b.root)
    if roots != 0 { return roots < 0 }
    if a.start != b.start { return a.start < b.start }
    if a.depth != b.depth { return a.depth < b.depth }
    return utf8Order(a.row.id, b.row.id)
  }
}
