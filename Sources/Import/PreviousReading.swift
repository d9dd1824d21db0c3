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
  public init?(of id: String, in set: RevisionSet) { self.init(of: id, in: set, KnownIDs(set)) }

  init?(of id: String, in set: RevisionSet, _ known: KnownIDs) {
    guard let newest = set.newestReading(of: id) else { return nil }
    document = newest
    func said(_ type: RecordType, _ ids: some Sequence<String>) -> [Record] {
      ids.flatMap { id in
        set.revisions(type, id).values.filter { !$0.isEdit && $0.reading == newest.revision }
      }.sorted { a, b in
        let starts = (start(a), start(b))
        return starts.0 != starts.1 ? starts.0 < starts.1 : utf8Order(a.id, b.id)
      }
    }
    let below = (items: known.items(below: id), indicators: known.indicators(below: id))
    items = said(.item, below.items)
    indicators = said(.indicator, below.indicators)
    taken = Set(below.items).union(below.indicators)
  }
}

/// The ids of a set, sorted once for all the documents of an import.
struct KnownIDs {
  private let items: [String]
  private let indicators: [String]

  init(_ set: RevisionSet) {
    items = set.ids(.item)
    indicators = set.ids(.indicator)
  }

  func items(below document: String) -> ArraySlice<String> { KnownIDs.below(document, items) }
  func indicators(below document: String) -> ArraySlice<String> { KnownIDs.below(document, indicators) }

  private static func below(_ document: String, _ ids: [String]) -> ArraySlice<String> {
    let prefix = document + "."
    var low = 0
    var high = ids.count
    while low < high {
      let middle = (low + high) / 2
      if utf8Order(ids[middle], prefix) { low = middle + 1 } else { high = middle }
    }
    return ids[low...].prefix { $0.utf8.starts(with: prefix.utf8) }
  }
}

private func start(_ record: Record) -> Int {
  record.body["spans"]?.array?.first?.object?["start"]?.integer ?? Int.max
}
