/// The grid that crossing rules make: the edges of its columns and rows, and which of the cells' sides are drawn.
struct RuleGrid {
  /// The columns' edges from left to right.
  let xs: [Int]
  /// The rows' edges from top to bottom.
  let ys: [Int]
  private let horizontals: [PageRule]
  private let verticals: [PageRule]

  /// Positions nearer to each other than this are one edge: rules have a width, and are drawn double.
  static let tolerance = 25

  var box: Box {
    Box(left: xs.first ?? 0, top: ys.first ?? 0, right: xs.last ?? 0, bottom: ys.last ?? 0)
  }

  /// `nil` where the rules make fewer than two cells, or more than a table has.
  fileprivate init?(_ rules: [PageRule]) {
    horizontals = rules.filter { $0.direction == .horizontal }
    verticals = rules.filter { $0.direction == .vertical }
    // Tables may be open at their sides, or where the page ends.
    xs = edges(
      verticals.map(\.position) + horizontals.flatMap { [$0.start, $0.end] }, drawn: verticals.map(\.position))
    ys = edges(
      horizontals.map(\.position) + verticals.flatMap { [$0.start, $0.end] }, drawn: horizontals.map(\.position))
    guard xs.count > 1, ys.count > 1, (xs.count - 1) * (ys.count - 1) > 1, xs.count * ys.count < 100_000 else {
      return nil
    }
  }

  /// Whether a rule parts the cell from the one to its right.
  func hasRight(row: Int, column: Int) -> Bool {
    isDrawn(verticals, at: xs[column + 1], from: ys[row], to: ys[row + 1])
  }

  /// Whether a rule parts the cell from the one below it.
  func hasBottom(row: Int, column: Int) -> Bool {
    isDrawn(horizontals, at: ys[row + 1], from: xs[column], to: xs[column + 1])
  }

  private func isDrawn(_ rules: [PageRule], at position: Int, from start: Int, to end: Int) -> Bool {
    var low = 0
    var high = rules.count
    while low < high {
      let middle = (low + high) / 2
      if rules[middle].position < position - Self.tolerance { low = middle + 1 } else { high = middle }
    }
    var covered = 0
    while low < rules.count, rules[low].position <= position + Self.tolerance {
      covered += max(0, min(end, rules[low].end) - max(start, rules[low].start))
      low += 1
    }
    return covered * 5 >= (end - start) * 3
  }
}

/// Sorted positions with those near each other taken together; ends of rules count only outside of what is drawn.
private func edges(_ positions: [Int], drawn: [Int]) -> [Int] {
  guard let first = drawn.min(), let last = drawn.max() else { return [] }
  var found: [Int] = []
  let outer = positions.filter { $0 < first - 80 || $0 > last + 80 }
  for position in (drawn + [outer.min(), outer.max()].compactMap { $0 }.filter { outer.contains($0) }).sorted() {
    if let known = found.last, position - known <= RuleGrid.tolerance { continue }
    found.append(position)
  }
  return found
}

/// The grids that the rules of a page make, from top to bottom.
func grids(of rules: [PageRule]) -> [RuleGrid] {
  let horizontals = merged(rules.filter { $0.direction == .horizontal })
  let verticals = merged(rules.filter { $0.direction == .vertical })
  // A drawing of thousands of strokes is no table.
  guard !horizontals.isEmpty, !verticals.isEmpty, horizontals.count <= 1_000, verticals.count <= 1_000 else {
    return []
  }
  let all = horizontals + verticals
  var groups = Groups(count: all.count)
  for (index, horizontal) in horizontals.enumerated() {
    for (other, vertical) in verticals.enumerated() where touch(horizontal, vertical) {
      groups.join(index, horizontals.count + other)
    }
  }
  var members: [Int: [PageRule]] = [:]
  for (index, rule) in all.enumerated() { members[groups.root(of: index), default: []].append(rule) }
  return members.values.filter { $0.count > 3 }.compactMap { RuleGrid($0) }
    .sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
}

/// Joins the pieces of one line; those too short for a cell's side fall out. Sorted by position.
private func merged(_ rules: [PageRule]) -> [PageRule] {
  var found: [PageRule] = []
  for rule in rules.sorted(by: { ($0.position, $0.start) < ($1.position, $1.start) }) {
    var index = found.count - 1
    var isNew = true
    while index >= 0, rule.position - found[index].position <= 8 {
      if rule.start <= found[index].end + 20, rule.end >= found[index].start - 20 {
        found[index].start = min(found[index].start, rule.start)
        found[index].end = max(found[index].end, rule.end)
        isNew = false
        break
      }
      index -= 1
    }
    if isNew { found.append(rule) }
    if found.count > 2_000 { return [] }
  }
  return found.filter { $0.end - $0.start >= 50 }
}

private func touch(_ horizontal: PageRule, _ vertical: PageRule) -> Bool {
  let near = 30
  return vertical.position >= horizontal.start - near && vertical.position <= horizontal.end + near
    && horizontal.position >= vertical.start - near && horizontal.position <= vertical.end + near
}

/// Which of numbered things belong together.
private struct Groups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(of index: Int) -> Int {
    var index = index
    while parents[index] != index {
      parents[index] = parents[parents[index]]
      index = parents[index]
    }
    return index
  }

  mutating func join(_ one: Int, _ other: Int) { parents[root(of: one)] = root(of: other) }
}
