import Plan

/// What came of a merge, for who has to decide: conflicts with every side's words and senders, ids that two documents
/// claim, readings that gave way, and changes by a city to another one's records.
public struct MergeAccount: Sendable {
  /// Who signed a bundle; name and city are what the signer says of itself.
  public struct Signer: Sendable, Equatable {
    public var key: String
    public var name: String?
    public var city: CityReference?

    public init(key: String, name: String? = nil, city: CityReference? = nil) {
      (self.key, self.name, self.city) = (key, name, city)
    }
  }

  /// A bundle that was merged, or a signed one that was merged into it before.
  public struct Sender: Sendable {
    /// The file; absent of one that came inside another.
    public var path: String?
    public var fingerprint: String
    public var signers: [Signer]
    /// How many revisions it holds.
    public var count: Int
    /// Those of them that a merge may ask for.
    public var revisions: Set<String>

    public init(path: String?, fingerprint: String, signers: [Signer], count: Int, revisions: Set<String>) {
      (self.path, self.fingerprint, self.signers) = (path, fingerprint, signers)
      (self.count, self.revisions) = (count, revisions)
    }
  }

  /// One head and where it comes from.
  public struct Side: Sendable {
    public var record: Record
    /// The document that it stands in.
    public var document: Document?
    /// The words of the document at its spans.
    public var quote: String?
    /// Places in ``MergeAccount/senders``.
    public var senders: [Int]
  }

  public struct Conflict: Sendable {
    public var row: Row
    public var group: String
    /// What the row shows of the group.
    public var shown: JSONObject
    public var values: [(value: JSONObject, sides: [Side])]
  }

  /// Readings of one document id that know nothing of each other: a document read from two files, or two documents.
  public struct Collision: Sendable {
    public var id: String
    public var readings: [Side]
  }

  /// A reading that is not shown.
  public struct GivenWay: Sendable {
    public var document: String
    public var kept: String
    public var dropped: String
    /// Whether it is a redacted one beside its original.
    public var isRedacted: Bool
    /// Corrections that persons made to it, which are in the history only.
    public var changes: [Side]
  }

  /// A change or a removal that only bundles signed for other cities than the document's hold.
  public struct Foreign: Sendable {
    public var side: Side
    public var owner: CityReference
  }

  public let senders: [Sender]
  /// How many of the senders are the bundles that were given; they come first.
  public let inputs: Int
  public private(set) var conflicts: [Conflict] = []
  public private(set) var collisions: [Collision] = []
  public private(set) var givenWay: [GivenWay] = []
  public private(set) var foreign: [Foreign] = []
  /// Records that a tombstone takes out of the view, though some head of theirs is known.
  public private(set) var withdrawn: [Side] = []
  /// Source files that stand under several ids.
  public let duplicates: [(sha256: String, ids: [String])]
  /// The revisions that settled conflicts.
  public let resolutions: [Record]
  public let revisions: Int
  public let rows: [RecordType: Int]

  /// - Parameters:
  ///   - view: what can meet or has a past gives together; of all else `rows` and `revisions` count.
  ///   - senders: the bundles that were given first, then those inside them.
  ///   - text: what stands in the text of a hash.
  public init(
    _ view: View, of set: RevisionSet, rows: [RecordType: Int], revisions: Int, senders: [Sender], inputs: Int,
    duplicates: [(sha256: String, ids: [String])] = [], resolutions: [Record] = [],
    text: @escaping (String) -> [Unicode.Scalar]?
  ) {
    (self.senders, self.inputs, self.duplicates) = (senders, inputs, duplicates)
    self.resolutions = resolutions
    (self.rows, self.revisions) = (rows, revisions)
    var places = SidePlaces(set, senders, text: text)
    for row in view.conflicts {
      let sides = row.heads.map { places.side($0) }
      for conflict in row.conflicts {
        let shown = JSONObject(
          ascending: row.line.members.filter { MemberGroup.of($0.key, row.type) == conflict.group })
        let values = conflict.values.map { value in
          (value.value, sides.filter { value.heads.contains($0.record.revision) })
        }
        conflicts.append(Conflict(row: row, group: conflict.group, shown: shown, values: values))
      }
      if row.type == .document, set.base(of: row) == nil {
        collisions.append(Collision(id: row.id, readings: sides))
      }
    }
    giveWay(view, &places)
    lookAtMakers(set, view, &places)
  }

  private mutating func giveWay(_ view: View, _ places: inout SidePlaces) {
    for superseded in view.superseded {
      let root = superseded.dropped
      let hidden = Set(
        (view.history[.document] ?? []).filter { places.root(of: $0.revision) == root }.map(\.revision))
      let changes = RecordType.allCases.flatMap { view.history[$0] ?? [] }.filter { record in
        record.isEdit && (hidden.contains(record.revision) || record.reading.map(hidden.contains) ?? false)
      }
      givenWay.append(
        GivenWay(
          document: superseded.document, kept: superseded.kept, dropped: root, isRedacted: view.isRedacted(superseded),
          changes: changes.map { places.side($0) }))
    }
  }

  private mutating func lookAtMakers(_ set: RevisionSet, _ view: View, _ places: inout SidePlaces) {
    let shown = Set(RecordType.allCases.flatMap { type in view.rows(type).map { "\(type.rawValue) \($0.id)" } })
    let isSigned = senders.contains { $0.signers.contains { $0.city != nil } }
    for type in RecordType.allCases {
      for record in view.history[type] ?? [] where record.isRemoved && !shown.contains("\(type.rawValue) \(record.id)")
      {
        withdrawn.append(places.side(record))
      }
      guard isSigned else { continue }
      for id in set.ids(type) {
        for record in set.revisions(type, id).values.sorted(by: { $0.revision < $1.revision })
        where record.isEdit || record.isRemoved {
          let side = places.side(record)
          guard let owner = places.owner(of: record), isForeign(side, to: owner) else { continue }
          foreign.append(Foreign(side: side, owner: owner))
        }
      }
    }
  }

  /// Whether all that sent it are known to be of other cities.
  private func isForeign(_ side: Side, to owner: CityReference) -> Bool {
    let cities = side.senders.map { senders[$0].signers.compactMap { $0.city?.code } }
    // What an unsigned bundle holds too can be anybody's, and inside a merged one it says nothing of who made it.
    return !cities.isEmpty && cities.allSatisfy { !$0.isEmpty && !$0.contains(owner.code) }
  }
}

/// Where records of a set come from.
private struct SidePlaces {
  private let set: RevisionSet
  private let senders: [MergeAccount.Sender]
  private let text: (String) -> [Unicode.Scalar]?
  private var documents: [String: Record] = [:]
  private var texts: [String: [Unicode.Scalar]] = [:]

  init(_ set: RevisionSet, _ senders: [MergeAccount.Sender], text: @escaping (String) -> [Unicode.Scalar]?) {
    (self.set, self.senders, self.text) = (set, senders, text)
    for id in set.ids(.document) { documents.merge(set.revisions(.document, id)) { mine, _ in mine } }
  }

  mutating func side(_ record: Record) -> MergeAccount.Side {
    let document = documents[record.reading ?? record.revision]?.document
    return MergeAccount.Side(
      record: record, document: document, quote: document.flatMap { words(of: record, in: $0) },
      senders: senders.indices.filter { senders[$0].revisions.contains(record.revision) })
  }

  /// The least of the revisions without parents that a document's revision goes back to.
  func root(of revision: String) -> String {
    var (seen, open): (Set<String>, [String]) = ([], [revision])
    while let next = open.popLast() {
      if let record = documents[next], seen.insert(next).inserted { open += record.parents }
    }
    return seen.filter { documents[$0]?.parents.isEmpty ?? false }.min() ?? revision
  }

  /// The city of the document that a record belongs to, by its id: tombstones name none.
  func owner(of record: Record) -> CityReference? {
    if let city = documents[record.reading ?? record.revision]?.document?.city { return city }
    var name = record.id[...]
    while !name.isEmpty {
      let known = set.revisions(.document, String(name)).values
      if let city = known.compactMap(\.document).min(by: { $0.city.code < $1.city.code })?.city { return city }
      guard let point = name.lastIndex(of: ".") else { return nil }
      name = name[..<point]
    }
    return nil
  }

  private mutating func words(of record: Record, in document: Document) -> String? {
    guard let spans = record.body["spans"]?.array else { return nil }
    let hash = document.text.sha256
    if texts[hash] == nil { texts[hash] = text(hash) ?? [] }
    let scalars = texts[hash] ?? []
    var words = String.UnicodeScalarView()
    for span in spans {
      guard let start = span.object?["start"]?.integer, let end = span.object?["end"]?.integer, start >= 0,
        start <= end, end <= scalars.count
      else { return nil }
      words.append(contentsOf: scalars[start..<end])
    }
    return String(words)
  }
}
