/// Which texts of a list hold a term, for comparing one text with all of them at once.
struct TermIndex {
  private let places: [UInt64: Range<Int>]
  private let texts: [Int32]
  private let weights: [Double]
  private let count: Int

  init(_ list: [Likeness.Weighted]) {
    var entries: [(term: UInt64, text: Int32, weight: Double)] = []
    for (text, weighted) in list.enumerated() {
      for (term, weight) in zip(weighted.terms, weighted.weights) {
        entries.append((term, Int32(truncatingIfNeeded: text), weight))
      }
    }
    entries.sort { $0.term != $1.term ? $0.term < $1.term : $0.text < $1.text }
    var places: [UInt64: Range<Int>] = [:]
    var start = 0
    for at in entries.indices where at + 1 == entries.count || entries[at + 1].term != entries[at].term {
      places[entries[at].term] = start..<at + 1
      start = at + 1
    }
    self.places = places
    texts = entries.map(\.text)
    weights = entries.map(\.weight)
    count = list.count
  }

  /// Per text of the list the sum of products over the shared terms, added up in the order of the terms.
  func products(with weighted: Likeness.Weighted) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (term, weight) in zip(weighted.terms, weighted.weights) {
      for at in places[term] ?? 0..<0 { sums[Int(texts[at])] += weight * weights[at] }
    }
    return sums
  }
}
