/// The shortest way from one list of signs to another (E. W. Myers, "An O(ND) Difference Algorithm", 1986).
enum Alignment {
  /// A stretch of both lists, shared or changed.
  struct Block {
    var isSame: Bool
    var old: Range<Int>
    var new: Range<Int>

    var size: Int { max(old.count, new.count) }

    mutating func shortenEnd() {
      old = old.lowerBound..<old.upperBound - 1
      new = new.lowerBound..<new.upperBound - 1
    }

    mutating func shortenStart() {
      old = old.lowerBound + 1..<old.upperBound
      new = new.lowerBound + 1..<new.upperBound
    }
  }

  /// Shared and changed blocks in turn, tiling both lists.
  static func blocks(_ a: [[Unicode.Scalar]], _ b: [[Unicode.Scalar]], limit: Int) -> [Block] {
    var names: [[Unicode.Scalar]: Int32] = [:]
    let number = { (key: [Unicode.Scalar], names: inout [[Unicode.Scalar]: Int32]) -> Int32 in
      if let known = names[key] { return known }
      let name = Int32(truncatingIfNeeded: names.count)
      names[key] = name
      return name
    }
    let x = a.map { number($0, &names) }
    let y = b.map { number($0, &names) }
    var start = 0
    while start < min(x.count, y.count), x[start] == y[start] { start += 1 }
    var ends = (x.count, y.count)
    while ends.0 > start, ends.1 > start, x[ends.0 - 1] == y[ends.1 - 1] { ends = (ends.0 - 1, ends.1 - 1) }

    var blocks: [Block] = []
    if start > 0 { blocks.append(Block(isSame: true, old: 0..<start, new: 0..<start)) }
    var at = (start, start)
    for match in matches(Array(x[start..<ends.0]), Array(y[start..<ends.1]), limit: limit) {
      let (i, j, length) = (match.x + start, match.y + start, match.length)
      if i > at.0 || j > at.1 { blocks.append(Block(isSame: false, old: at.0..<i, new: at.1..<j)) }
      blocks.append(Block(isSame: true, old: i..<i + length, new: j..<j + length))
      at = (i + length, j + length)
    }
    if ends.0 > at.0 || ends.1 > at.1 { blocks.append(Block(isSame: false, old: at.0..<ends.0, new: at.1..<ends.1)) }
    if ends.0 < x.count { blocks.append(Block(isSame: true, old: ends.0..<x.count, new: ends.1..<y.count)) }
    return blocks
  }

  /// The shared stretches in order; none where the way is longer than `limit`.
  private static func matches(_ x: [Int32], _ y: [Int32], limit: Int) -> [(x: Int, y: Int, length: Int)] {
    guard !x.isEmpty, !y.isEmpty else { return [] }
    var trace: [Front] = []
    for d in 0...min(x.count + y.count, limit) {
      var front = Front(changes: d)
      for k in stride(from: -d, through: d, by: 2) {
        guard var i = d == 0 ? 0 : trace.last?.step(to: k, x.count, y.count)?.i else { continue }
        while i < x.count, i - k < y.count, x[i] == y[i - k] { i += 1 }
        front[k] = i
      }
      trace.append(front)
      if front[x.count - y.count] == x.count { return walkBack(trace, x.count, y.count) }
    }
    return []
  }

  private static func walkBack(_ trace: [Front], _ n: Int, _ m: Int) -> [(x: Int, y: Int, length: Int)] {
    var out: [(x: Int, y: Int, length: Int)] = []
    var (i, j) = (n, m)
    for d in stride(from: trace.count - 1, through: 0, by: -1) {
      let step = d == 0 ? nil : trace[d - 1].step(to: i - j, n, m)
      let from = (step?.i ?? 0, (step?.i ?? 0) - (i - j))
      if i > from.0 { out.append((from.0, from.1, i - from.0)) }
      (i, j) = step?.isRight == true ? (from.0 - 1, from.1) : (from.0, from.1 - 1)
    }
    return out.reversed()
  }

  /// How far along the old list each diagonal comes with a number of changes.
  private struct Front {
    private let changes: Int
    private var reached: [Int32]

    init(changes: Int) {
      self.changes = changes
      reached = [Int32](repeating: -1, count: 2 * changes + 1)
    }

    /// `nil` for a diagonal that is not reached.
    subscript(k: Int) -> Int? {
      get {
        guard reached.indices.contains(k + changes), reached[k + changes] >= 0 else { return nil }
        return Int(reached[k + changes])
      }
      set { reached[k + changes] = Int32(truncatingIfNeeded: newValue ?? -1) }
    }

    /// Where one more change leads on a diagonal: the farther of a step right (a sign removed) and one down.
    func step(to k: Int, _ n: Int, _ m: Int) -> (i: Int, isRight: Bool)? {
      let down = self[k + 1].flatMap { $0 - k <= m ? $0 : nil }
      let right = self[k - 1].flatMap { $0 < n ? $0 + 1 : nil }
      switch (down, right) {
      case (let down?, let right?): return right > down ? (right, true) : (down, false)
      case (let down?, nil): return (down, false)
      case (nil, let right?): return (right, true)
      case (nil, nil): return nil
      }
    }
  }
}
