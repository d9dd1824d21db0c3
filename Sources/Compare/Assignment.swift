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

  /// Both lists as one: the new one's order, what only the old one has after what stood before it there.
  ///
  /// - Parameter partners: per place in the new list, the place in the old one.
  static func merged(oldCount: Int, newCount: Int, partners: [Int: Int]) -> [(old: Int?, new: Int?)] {
    let taken = Set(partners.values)
    // Per old place that stands, or -1 for the beginning: what was dropped right after it.
    var dropped: [Int: [Int]] = [:]
    var anchor = -1
    for old in 0..<max(0, oldCount) {
      if taken.contains(old) { anchor = old } else { dropped[anchor, default: []].append(old) }
    }
    var out: [(old: Int?, new: Int?)] = (dropped[-1] ?? []).map { ($0, nil) }
    for new in 0..<max(0, newCount) {
      let old = partners[new]
      out.append((old, new))
      if let old { out += (dropped[old] ?? []).map { ($0, nil) } }
    }
    return out
  }
}
