import Glibc

/// A set of record revisions; merging two bundles is the union of their sets.
///
/// Commutative, associative and idempotent by construction: a revision is named by its content.
public struct RevisionSet: Sendable {
  /// By type, then id, then revision.
  private var records: [RecordType: [ByteKey: [String: Record]]] = [:]

  public init() {}

  public init(_ records: some Sequence<Record>) { for record in records { insert(record) } }

  public mutating func insert(_ record: Record) {
    records[record.type, default: [:]][ByteKey(record.id), default: [:]][record.revision] = record
  }

  public mutating func formUnion(_ other: RevisionSet) { for record in other.all { insert(record) } }

  /// Every revision, in no particular order.
  public var all: [Record] { records.values.flatMap { $0.values.flatMap(\.values) } }

  public func ids(_ type: RecordType) -> [String] { (records[type] ?? [:]).keys.map(\.text).sorted(by: utf8Order) }

  public func revisions(_ type: RecordType, _ id: String) -> [String: Record] { records[type]?[ByteKey(id)] ?? [:] }

  /// The only nearest common ancestor of a row's heads.
  public func base(of row: Row) -> Record? { Ancestry(revisions: revisions(row.type, row.id)).base(of: row.heads) }

  public var isEmpty: Bool { records.isEmpty }

  public var count: Int { records.values.reduce(0) { $0 + $1.values.reduce(0) { $0 + $1.count } } }
}

/// Ascending by bytes, which is ascending by Unicode scalar: the order of every list in a bundle.
public func utf8Order(_ a: String, _ b: String) -> Bool { byteOrder(a, b) < 0 }

/// Below, at or above zero as `a` stands before, with or after `b` by bytes.
func byteOrder(_ a: String, _ b: String) -> Int {
  // Both views are contiguous for every string that Swift made itself; the slow way is for those that are not.
  let quick = a.utf8.withContiguousStorageIfAvailable { left in
    b.utf8.withContiguousStorageIfAvailable { right -> Int in
      guard let start = left.baseAddress, let other = right.baseAddress else { return left.count - right.count }
      let order = memcmp(start, other, min(left.count, right.count))
      return order != 0 ? Int(order) : left.count - right.count
    }
  }
  if let order = quick ?? nil { return order }
  return a.utf8.lexicographicallyPrecedes(b.utf8) ? -1 : a.utf8.elementsEqual(b.utf8) ? 0 : 1
}
