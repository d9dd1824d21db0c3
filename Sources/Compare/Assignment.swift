import Plan

/// One-to-one choices between two lists, the same both ways.
enum Assignment {
  /// A possible pair.
  struct Candidate {
    var old: Int
    var new: Int
    /// The higher, the better.
    var rank: Int
  }

  /// The best pair first, then the best of what is left.
  ///
  /// Among equals the pair whose places lie nearest, then the one that stands first: an order that is total wherever
  /// two pairs compete, and the same when the lists change places.
  static func oneToOne(_ candidates: [Candidate]) -> [Candidate] {
    let ordered = candidates.sorted { a, b in
      if a.rank != b.rank { return a.rank > b.rank }
      let distances = (abs(a.old - a.new), abs(b.old - b.new))
      if distances.0 != distances.1 { return distances.0 < distances.1 }
      if a.old + a.new != b.old + b.new { return a.old + a.new < b.old + b.new }
      return a.old < b.old
    }
    var (olds, news): (Set<Int>, Set<Int>) = ([], [])
    return ordered.filter { pair in
      guard !olds.contains(pair.old), !news.contains(pair.new) else { return false }
      olds.insert(pair.old)
      news.insert(pair.new)
      return true
    }
  }

  /// Where goals that only the old list has are put: behind what stood before them there.
  private enum Place: Hashable {
    case beginning
    case pair(old: Int)
    case anchor(Int)
  }

  /// Both lists as one: the new one's order, what only the old one has after what stood before it there.
  ///
  /// - Parameters:
  ///   - partners: per place in the new list, the place in the old one.
  ///   - anchors: where pairs stand that are in neither list.
  static func merged(
    oldCount: Int, newCount: Int, partners: [Int: Int], anchors: [CommonRows.Anchor] = []
  ) -> [(old: Int?, new: Int?)] {
    let taken = Set(partners.values)
    var dropped: [Place: [Int]] = [:]
    var place = Place.beginning
    var next = 0
    for old in 0..<max(0, oldCount) {
      while next < anchors.count, anchors[next].old <= old {
        place = .anchor(next)
        next += 1
      }
      if taken.contains(old) { place = .pair(old: old) } else { dropped[place, default: []].append(old) }
    }
    var out: [(old: Int?, new: Int?)] = []
    let add = { (place: Place) in (dropped[place] ?? []).map { (old: Optional($0), new: Int?.none) } }
    out += add(.beginning)
    next = 0
    for new in 0...max(0, newCount) {
      while next < anchors.count, anchors[next].new <= new {
        out += add(.anchor(next))
        next += 1
      }
      guard new < newCount else { break }
      let old = partners[new]
      out.append((old, new))
      if let old { out += add(.pair(old: old)) }
    }
    return out
  }
}
