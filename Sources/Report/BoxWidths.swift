extension BoxTable {
  /// How wide each column's text is drawn: as it needs, and where that is too much the widest give way.
  func widths(within width: Int) -> [Int] {
    let room = max(columnCount * 6, width - 3 * columnCount - 1)
    var needs = [Int](repeating: 1, count: columnCount)
    // Merged cells come last: they ask only for what the columns below them do not have.
    for area in areas.sorted(by: { $0.columns.count < $1.columns.count }) {
      let need = min(room, area.cell.lines.map(DisplayWidth.of).max() ?? 0)
      let missing = need - area.columns.reduce(3 * (area.columns.count - 1)) { $0 + needs[$1] }
      guard missing > 0 else { continue }
      for (index, column) in area.columns.enumerated() {
        needs[column] += missing / area.columns.count + (index < missing % area.columns.count ? 1 : 0)
      }
    }
    return BoxTable.shrunk(needs, to: room)
  }

  private static func shrunk(_ widths: [Int], to room: Int) -> [Int] {
    guard widths.reduce(0, +) > room, let widest = widths.max() else { return widths }
    let fits = { (cap: Int) in widths.reduce(0) { $0 + min($1, cap) } <= room }
    var (low, high) = (1, widest)
    while low + 1 < high {
      let middle = (low + high) / 2
      if fits(middle) { low = middle } else { high = middle }
    }
    var left = room - widths.reduce(0) { $0 + min($1, low) }
    return widths.map { width in
      guard width > low else { return width }
      left -= 1
      return low + (left >= 0 ? 1 : 0)
    }
  }
}
