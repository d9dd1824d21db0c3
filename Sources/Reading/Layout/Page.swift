/// What stands on a page, from whatever kind of file: the input of ``layOut(_:into:limits:)``.
///
/// All lengths are tenths of a point from the page's upper left corner.
struct Page {
  var width: Int
  var height: Int
  /// In any order.
  var words: [PageWord] = []
  /// The lines drawn on it, horizontal and vertical ones, in any order.
  var rules: [PageRule] = []
}

/// Characters that stand side by side on a page; without white space inside, or with it.
struct PageWord {
  var text: String
  var box: Box
  /// The font's size in tenths of a point where it is known; else the box's height stands for it.
  var size: Int?

  /// The width of a full-width character.
  var em: Int {
    if let size { return max(10, size) }
    let height = box.bottom - box.top
    let scalars = text.unicodeScalars
    let wide = scalars.count { $0.value >= 0x2E80 }
    guard wide * 2 >= scalars.count, wide > 0 else { return max(10, height * 3 / 4) }
    // A box is as high as the font may reach, which tells less than the width of characters that are all equally wide.
    let width = (box.right - box.left) * 2 / (wide * 2 + (scalars.count - wide))
    return max(10, min(max(width, height * 3 / 5), height * 11 / 10))
  }
}

/// A line that is drawn on a page: the edge of a table's cells, an underline, the line below a running head.
struct PageRule: Equatable {
  enum Direction { case horizontal, vertical }

  var direction: Direction
  /// Its height on the page when it is horizontal, else its distance from the left edge.
  var position: Int
  /// Where it begins and ends along its direction.
  var start: Int
  var end: Int
}

extension PageRule {
  /// The line between two points; `nil` for a slanting one or a dot.
  init?(fromX: Int, y fromY: Int, toX: Int, y toY: Int) {
    let (width, height) = (abs(toX.clamped - fromX.clamped), abs(toY.clamped - fromY.clamped))
    if height <= 5, width > 10 {
      self.init(
        direction: .horizontal, position: (fromY.clamped + toY.clamped) / 2, start: min(fromX.clamped, toX.clamped),
        end: max(fromX.clamped, toX.clamped))
    } else if width <= 5, height > 10 {
      self.init(
        direction: .vertical, position: (fromX.clamped + toX.clamped) / 2, start: min(fromY.clamped, toY.clamped),
        end: max(fromY.clamped, toY.clamped))
    } else {
      return nil
    }
  }

  /// The lines that a filled rectangle shows: itself where it is thin, else none.
  init?(filling box: Box) {
    let (width, height) = (box.right.clamped - box.left.clamped, box.bottom.clamped - box.top.clamped)
    if height <= 30, width > 3 * max(height, 5) {
      let middle = (box.top.clamped + box.bottom.clamped) / 2
      self.init(direction: .horizontal, position: middle, start: box.left.clamped, end: box.right.clamped)
    } else if width <= 30, height > 3 * max(width, 5) {
      let middle = (box.left.clamped + box.right.clamped) / 2
      self.init(direction: .vertical, position: middle, start: box.top.clamped, end: box.bottom.clamped)
    } else {
      return nil
    }
  }

  /// The four edges of a rectangle whose outline is drawn.
  static func outlining(_ box: Box) -> [PageRule] {
    [
      PageRule(fromX: box.left, y: box.top, toX: box.right, y: box.top),
      PageRule(fromX: box.left, y: box.bottom, toX: box.right, y: box.bottom),
      PageRule(fromX: box.left, y: box.top, toX: box.left, y: box.bottom),
      PageRule(fromX: box.right, y: box.top, toX: box.right, y: box.bottom),
    ].compactMap { $0 }
  }
}

extension Int {
  /// Within ten thousand points of the corner, so that no sum or product of lengths overflows.
  var clamped: Int { Swift.min(Swift.max(self, -100_000), 100_000) }

  /// A length in points as tenths of a point; 0 for what is no number.
  init(points: Double) {
    self = points.isFinite ? Int((Swift.min(Swift.max(points, -10_000), 10_000) * 10).rounded()) : 0
  }
}

extension Box {
  var width: Int { right - left }
  var height: Int { bottom - top }
  var middle: (x: Int, y: Int) { ((left + right) / 2, (top + bottom) / 2) }

  /// Within ten thousand points, and not inside out.
  var clamped: Box {
    Box(
      left: min(left.clamped, right.clamped), top: min(top.clamped, bottom.clamped),
      right: max(left.clamped, right.clamped), bottom: max(top.clamped, bottom.clamped))
  }

  /// The smallest box around both.
  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }
}
