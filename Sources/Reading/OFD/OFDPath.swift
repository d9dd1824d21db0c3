/// The straight lines of a path: `M 0 0 L 100 0 C` (GB/T 33190, 9.3.2).
struct OFDPath {
  /// The corners of each figure; a closed one ends where it begins. Curves are cut short to their ends.
  private var figures: [[(x: Double, y: Double)]] = []

  init(_ data: String) {
    var pieces = data.utf8.split(maxSplits: 100_000, whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ",") })[...]
    var figure: [(x: Double, y: Double)] = []
    while let piece = pieces.popFirst(), let mark = piece.first {
      let count =
        switch mark {
        case UInt8(ascii: "M"), UInt8(ascii: "S"), UInt8(ascii: "L"): 2
        case UInt8(ascii: "Q"): 4
        case UInt8(ascii: "B"): 6
        case UInt8(ascii: "A"): 7
        default: 0
        }
      let values = pieces.prefix(count).map { Double(Substring($0)) ?? 0 }
      guard values.count == count else { break }
      pieces = pieces.dropFirst(count)
      switch mark {
      case UInt8(ascii: "C"):
        if let first = figure.first { figure.append(first) }
      case UInt8(ascii: "M"), UInt8(ascii: "S"):
        if figure.count > 1 { figures.append(figure) }
        figure = [(values[0], values[1])]
      default:
        guard count > 0 else { continue }
        // A curve is no line between its ends: the next line begins anew.
        if count > 2 {
          if figure.count > 1 { figures.append(figure) }
          figure = []
        }
        figure.append((values[count - 2], values[count - 1]))
      }
    }
    if figure.count > 1 { figures.append(figure) }
  }

  /// The rules that the path shows.
  func rules(_ transform: OFDTransform, isStroked: Bool, isFilled: Bool) -> [PageRule] {
    var rules: [PageRule] = []
    for figure in figures {
      let points = figure.map { transform.point($0.x, $0.y) }.map { (Int(millimetres: $0.x), Int(millimetres: $0.y)) }
      if isStroked {
        for (from, to) in zip(points, points.dropFirst()) {
          if let rule = PageRule(fromX: from.0, y: from.1, toX: to.0, y: to.1) { rules.append(rule) }
        }
      } else if isFilled, points.count <= 6, let left = points.map(\.0).min(), let right = points.map(\.0).max(),
        let top = points.map(\.1).min(), let bottom = points.map(\.1).max(),
        let rule = PageRule(filling: Box(left: left, top: top, right: right, bottom: bottom))
      {
        rules.append(rule)
      }
    }
    return rules
  }
}
