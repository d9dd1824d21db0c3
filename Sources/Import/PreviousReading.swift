import Packaging
import Plan

/// The last reading of a document that a file gave: what a new reading is aligned with.
public struct PreviousReading: Sendable {
  /// The document's newest revision that no person made.
  public let document: Record
  /// What that reading said, in its order.
  public let items: [Record]
  public let indicators: [Record]
  /// Every id that the document's records ever had; none of them is given to something new.
  public let taken: Set<String>

  /// `nil` where the bundle has no such document.
  public init?(of id: String, in set: RevisionSet) {
    let read = set.revisions(.document, id).values.filter { !$0.isEdit && !$0.isRemoved }
    let replaced = Set(read.flatMap(\.parents))
    guard let newest = read.filter({ !replaced.contains($0.revision) }).min(by: { $0.revision < $1.revision }) else {
      return nil
    }
    document = newest
    let prefix = id + "."
    func said(_ type: RecordType) -> [Record] {
      set.ids(type).filter { $0.hasPrefix(prefix) }.flatMap { id in
        set.revisions(type, id).values.filter { !$0.isEdit && $0.reading == newest.revision }
      }.sorted { a, b in (start(a), a.id) < (start(b), b.id) }
    }
    items = said(.item)
    indicators = said(.indicator)
    taken = Set((set.ids(.item) + set.ids(.indicator)).filter { $0.hasPrefix(prefix) })
  }
}

private func start(_ record: Record) -> Int {
  record.body["spans"]?.array?.first?.object?["start"]?.integer ?? Int.max
}
