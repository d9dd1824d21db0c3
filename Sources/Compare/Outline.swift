import Plan

/// A view as goals and tasks, with the rest counted, so that nothing is compared in silence.
public struct Outline: Sendable {
  /// Every goal and task, in reading order.
  public private(set) var goals: [Goal] = []
  /// Per role, how many items belong to no goal or task; they are counted, not compared.
  public private(set) var others: [Item.Role: Int] = [:]
  /// How many figures belong to no goal or task.
  public private(set) var otherFigures = 0
  /// The documents by id, as shown.
  public private(set) var documents: [String: Document] = [:]

  /// Reads a view; linear in its rows.
  public init(_ view: View) {
    for row in view.documents { documents[row.id] = row.shownDocument }
    let items = view.items.map { ($0, $0.shownItem) }
    // Two roots of one document can hold the same ids; a parent is then looked for in the same reading.
    var places: [String: [Int]] = [:]
    for (index, (row, _)) in items.enumerated() { places[row.id, default: []].append(index) }
    let place = { (id: String, reading: String) -> Int? in
      guard let all = places[id] else { return nil }
      return all.first { items[$0].1?.reading == reading } ?? all.first
    }
    let parents = items.map { $0.1.flatMap { item in item.parent.flatMap { place($0, item.reading) } } }

    var goalOf: [Int: Int] = [:]
    for (index, (row, item)) in items.enumerated() {
      guard let item, item.role == .goal || item.role == .task else { continue }
      goalOf[index] = goals.count
      goals.append(Goal(position: goals.count, row: row, item: item, city: documents[item.document]?.city.code))
    }
    var owners = [Int?](repeating: nil, count: items.count)
    var partOf = [Int](repeating: 0, count: items.count)
    for (index, (row, item)) in items.enumerated() {
      owners[index] = Outline.owner(of: index, goalOf, parents)
      guard goalOf[index] == nil else { continue }
      if let item, let owner = owners[index] {
        partOf[index] = goals[owner].parts.count
        goals[owner].parts.append(Goal.Part(row: row, item: item))
      } else {
        others[item?.role ?? .context, default: 0] += 1
      }
    }
    for row in view.indicators {
      guard let indicator = row.shownIndicator, let at = place(indicator.item, indicator.reading),
        let owner = owners[at]
      else {
        otherFigures += 1
        continue
      }
      goals[owner].figures.append(Goal.Figure(row: row, indicator: indicator, part: partOf[at]))
    }
  }

  /// The nearest goal or task at or above an item; parents that lead in a circle lead nowhere.
  private static func owner(of index: Int, _ goals: [Int: Int], _ parents: [Int?]) -> Int? {
    var at = index
    for _ in 0...Outline.deepest {
      if let goal = goals[at] { return goal }
      guard let parent = parents[at] else { return nil }
      at = parent
    }
    return nil
  }

  /// How many items may stand above one another; real documents have five.
  private static let deepest = 64
}
