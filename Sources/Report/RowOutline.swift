import Compare
import Plan

/// Which row stands under which: places in a view's items and indicators; two readings of one document stay apart.
struct RowOutline {
  /// The items below an item.
  private(set) var children: [Int: [Int]] = [:]
  /// The items at the top, by document.
  private(set) var roots: [String: [Int]] = [:]
  /// The figures of an item.
  private(set) var figures: [Int: [Int]] = [:]
  /// Figures whose item is not there.
  private(set) var unplaced: [Int] = []

  init(_ view: View) {
    var places: [String: [Int]] = [:]
    for (index, row) in view.items.enumerated() { places[row.id, default: []].append(index) }
    let readings = view.items.map { $0.shownItem?.reading }
    let place = { (id: String, reading: String) -> Int? in
      places[id].flatMap { all in all.first { readings[$0] == reading } ?? all.first }
    }
    var parents: [Int?] = []
    for row in view.items {
      let item = row.shownItem
      parents.append(item.flatMap { item in item.parent.flatMap { place($0, item.reading) } })
    }
    for (index, row) in view.items.enumerated() {
      if let parent = parents[index], Self.leadsOut(index, parents) {
        children[parent, default: []].append(index)
      } else {
        roots[row.shownItem?.document ?? "", default: []].append(index)
      }
    }
    for (index, row) in view.indicators.enumerated() {
      if let indicator = row.shownIndicator, let at = place(indicator.item, indicator.reading) {
        figures[at, default: []].append(index)
      } else {
        unplaced.append(index)
      }
    }
  }

  /// Whether an item's parents end at a top item rather than in a circle.
  private static func leadsOut(_ index: Int, _ parents: [Int?]) -> Bool {
    var at = index
    for _ in 0...64 {
      guard let parent = parents[at] else { return true }
      at = parent
    }
    return false
  }
}
