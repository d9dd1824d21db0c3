/// Numbers as OFD writes them, lengths in millimetres (GB/T 33190, 7.3).
enum OFDNumbers {
  /// The numbers of a list with blanks between; what is none counts as 0.
  static func list(_ text: String, limit: Int) -> [Double] {
    text.utf8.split(maxSplits: limit, whereSeparator: { $0 <= 0x20 || $0 == UInt8(ascii: ",") }).prefix(limit).map {
      number(Substring($0))
    }
  }

  /// The distances between a text's characters, `count` at most, where `g 10 5.6` stands for ten times 5.6 (11.3).
  static func distances(_ text: String, count: Int) -> [Double] {
    var found: [Double] = []
    var pieces = text.utf8.split(whereSeparator: { $0 <= 0x20 })[...]
    while let piece = pieces.popFirst(), found.count < count {
      if piece.elementsEqual([UInt8(ascii: "g")]) {
        let times = pieces.popFirst().map { number(Substring($0)) } ?? 0
        let value = pieces.popFirst().map { number(Substring($0)) } ?? 0
        let kept = min(Int(max(0, min(times, 1e9))), count - found.count)
        found += [Double](repeating: value, count: kept)
      } else {
        found.append(number(Substring(piece)))
      }
    }
    return found
  }

  private static func number(_ text: Substring) -> Double {
    guard let value = Double(text), value.isFinite else { return 0 }
    return max(-1e6, min(value, 1e6))
  }
}

/// Where a point of an object lies on its page, in millimetres.
struct OFDTransform {
  private var (a, b, c, d, e, f) = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

  /// The transform of an object whose boundary box and matrix these are.
  init(boundary: String?, matrix: String?) {
    if let matrix {
      let values = OFDNumbers.list(matrix, limit: 6)
      if values.count == 6 { (a, b, c, d, e, f) = (values[0], values[1], values[2], values[3], values[4], values[5]) }
    }
    let corner = boundary.map { OFDNumbers.list($0, limit: 4) } ?? []
    if corner.count >= 2 {
      e += corner[0]
      f += corner[1]
    }
  }

  func point(_ x: Double, _ y: Double) -> (x: Double, y: Double) { (a * x + c * y + e, b * x + d * y + f) }

  /// How much larger what stands upright becomes.
  var scale: Double { (c * c + d * d).squareRoot() }

  /// The rectangle around a transformed one.
  func box(left: Double, top: Double, right: Double, bottom: Double) -> Box {
    let corners = [point(left, top), point(right, top), point(left, bottom), point(right, bottom)]
    let (xs, ys) = (corners.map(\.x), corners.map(\.y))
    return Box(
      left: Int(millimetres: xs.min() ?? 0), top: Int(millimetres: ys.min() ?? 0),
      right: Int(millimetres: xs.max() ?? 0), bottom: Int(millimetres: ys.max() ?? 0))
  }
}

extension Int {
  /// A length in millimetres as tenths of a point.
  init(millimetres: Double) { self.init(points: millimetres * 72 / 25.4) }
}
