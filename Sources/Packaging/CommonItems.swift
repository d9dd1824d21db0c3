import Plan

/// Items that both sides of a document have, and the figures on them, counted as an outline of all rows would.
struct CommonItems {
  private struct Known {
    var id: Range<Int>
    var isOwned: Bool
  }

  private let bytes: [UInt8]
  private var items: [Known] = []
  /// The place of the parent that was found last, and of the item that had the last figure.
  private var (parent, item) = (0, 0)
  private var (goals, figures, otherFigures) = (0, 0, 0)
  private var others: [Item.Role: Int] = [:]

  init(of bytes: [UInt8]) { self.bytes = bytes }

  static func role(_ bytes: [UInt8], _ row: RowScan) -> Item.Role? {
    Item.Role(rawValue: String(decoding: bytes[row.role], as: UTF8.self))
  }

  /// The next item in reading order.
  mutating func append(_ row: RowScan, _ role: Item.Role) {
    var isOwned = role.isGoal
    if isOwned {
      goals += 1
    } else {
      isOwned = !row.parent.isEmpty && isBelowGoal(row.parent)
      if !isOwned { others[role, default: 0] += 1 }
    }
    items.append(Known(id: row.id, isOwned: isOwned))
  }

  /// Whether a goal or task is at or above a parent; its item stands before those below it.
  private mutating func isBelowGoal(_ id: Range<Int>) -> Bool {
    if parent < items.count, areEqual(bytes, items[parent].id, bytes, id) { return items[parent].isOwned }
    guard let found = items.lastIndex(where: { areEqual(bytes, $0.id, bytes, id) }) else { return false }
    parent = found
    return items[found].isOwned
  }

  /// The next figure in reading order, which is that of the items; false where its item does not follow.
  mutating func count(figureOf id: Range<Int>, _ other: [UInt8]) -> Bool {
    while item < items.count, !areEqual(bytes, items[item].id, other, id) { item += 1 }
    guard item < items.count else { return false }
    if items[item].isOwned { figures += 1 } else { otherFigures += 1 }
    return true
  }

  func add(to common: inout CommonRows, _ document: [UInt8]) {
    common.goals += goals
    common.figures += figures
    common.otherFigures += otherFigures
    for (role, count) in others { common.others[role, default: 0] += count }
    if goals > 0 { common.documents.insert(String(decoding: document, as: UTF8.self)) }
  }
}

extension Item.Role {
  /// Whether plans are compared by it.
  var isGoal: Bool { self == .goal || self == .task }
}
