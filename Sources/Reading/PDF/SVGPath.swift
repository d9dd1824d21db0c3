/// A run of straight lines of an SVG path.
struct SVGPath {
  var points: [(x: Double, y: Double)] = []
  /// Whether a curve went with it, which parts it.
  var isCurved = false
}

/// The runs of straight lines in a path's data; cairo writes M, L, C, H, V and Z, all of them absolute.
func paths(_ data: String) -> [SVGPath] {
  var found: [SVGPath] = []
  var open = SVGPath()
  var command: UInt8 = 0
  var numbers: [Double] = []

  func take() {
    switch (command, numbers.count) {
    case (UInt8(ascii: "M"), 2):
      if open.points.count > 1 { found.append(open) }
      open = SVGPath(points: [(numbers[0], numbers[1])])
    case (UInt8(ascii: "L"), 2): open.points.append((numbers[0], numbers[1]))
    case (UInt8(ascii: "H"), 1): open.points.append((numbers[0], open.points.last?.y ?? 0))
    case (UInt8(ascii: "V"), 1): open.points.append((open.points.last?.x ?? 0, numbers[0]))
    case (UInt8(ascii: "C"), 6):
      open.isCurved = true
      if open.points.count > 1 { found.append(open) }
      open = SVGPath(points: [(numbers[4], numbers[5])], isCurved: true)
    default: return
    }
    numbers = []
  }

  for token in data.utf8.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") }) {
    if let letter = token.first, letter >= UInt8(ascii: "A"), token.count == 1 {
      command = letter
      numbers = []
      if letter == UInt8(ascii: "Z"), let first = open.points.first { open.points.append(first) }
    } else if let number = Double(Substring(token)) {
      numbers.append(number)
      take()
    }
  }
  if open.points.count > 1 { found.append(open) }
  return found
}

/// An affine transformation of a drawing's points.
struct Transform {
  private var values: [Double] = [1, 0, 0, 1, 0, 0]

  init() {}

  /// - Parameter text: `matrix(a,b,c,d,e,f)`, with commas or blanks.
  init?(_ text: String) {
    guard text.hasPrefix("matrix("), text.hasSuffix(")") else { return nil }
    let inner = text.dropFirst(7).dropLast()
    let numbers = inner.split(whereSeparator: { $0 == "," || $0 == " " }).compactMap { Double($0) }
    guard numbers.count == 6 else { return nil }
    values = numbers
  }

  /// This one first, then the other.
  func followed(by other: Transform) -> Transform {
    let (a, b) = (values, other.values)
    var both = Transform()
    both.values = [
      a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
      a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    ]
    return both
  }

  /// The point in tenths of a point.
  func applied(to point: (x: Double, y: Double)) -> (x: Int, y: Int) {
    (
      Int(points: values[0] * point.x + values[2] * point.y + values[4]),
      Int(points: values[1] * point.x + values[3] * point.y + values[5])
    )
  }
}
