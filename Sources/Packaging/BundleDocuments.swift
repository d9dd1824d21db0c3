/// The documents of two bundles, by the lines of their rows.
struct BundleDocuments {
  /// In the order of the rows.
  let ids: [[UInt8]]
  /// Those that are not the same on both sides.
  private(set) var differing: Set<[UInt8]> = []
  private let known: Set<ArraySlice<UInt8>>

  /// `nil` where a document is given by several heads, or one document's id begins another's.
  init?(_ a: [UInt8], _ b: [UInt8]) {
    guard let walk = LineWalk(a, b) else { return nil }
    var known: Set<ArraySlice<UInt8>> = []
    for step in walk.steps {
      let (bytes, line, isSame): ([UInt8], Range<Int>, Bool)
      switch step {
      case .same(let place): (bytes, line, isSame) = (a, place, true)
      case .old(let place): (bytes, line, isSame) = (a, place, false)
      case .new(let place): (bytes, line, isSame) = (b, place, false)
      }
      guard let row = RowScan(bytes, line, through: .role) else { return nil }
      known.insert(bytes[row.id])
      if !isSame { differing.insert(Array(bytes[row.id])) }
    }
    self.known = known
    ids = known.map { Array($0) }.sorted { $0.lexicographicallyPrecedes($1) }
    for id in known where place(of: id) != nil { return nil }
  }

  func contains(_ id: ArraySlice<UInt8>) -> Bool { known.contains(id) }

  /// The document that an id begins with, and the step below it; `nil` where there is none.
  func place(of id: ArraySlice<UInt8>) -> (unit: ArraySlice<UInt8>, document: ArraySlice<UInt8>)? {
    let dot = UInt8(ascii: ".")
    var at = id.startIndex
    while let next = id[at...].firstIndex(of: dot) {
      if known.contains(id[..<next]) {
        let end = id[(next + 1)...].firstIndex(of: dot) ?? id.endIndex
        return (id[..<end], id[..<next])
      }
      at = next + 1
    }
    return nil
  }
}
