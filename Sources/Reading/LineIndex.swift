/// A place in a text.
public struct Place: Sendable, Equatable {
  /// The line, from 1.
  public let line: Int
  /// The column, from 1, in Unicode scalars.
  public let column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The lines of a text, to tell where an offset is.
///
/// A line ends with LF, CRLF, CR, NEL, LS or PS; the end belongs to the line that it ends.
public struct LineIndex: Sendable {
  /// Each line without its end. A text always has a line; after a last line end there is one more, empty.
  public let lines: [Range<Int>]

  /// Finds the lines of a text.
  public init(_ scalars: [Unicode.Scalar]) {
    lines = splitLines(scalars)
  }

  /// Where an offset is, in time that grows with the logarithm of the lines; beyond the text the nearest end counts.
  public func place(of offset: Int) -> Place {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle }
    }
    let line = lines[low]
    let last = low == lines.count - 1 ? line.upperBound : lines[low + 1].lowerBound
    return Place(line: low + 1, column: min(max(offset, line.lowerBound), last) - line.lowerBound + 1)
  }

  /// The text of a line, from 1, without its end; nil where there is no such line.
  public func excerpt(ofLine line: Int, in scalars: [Unicode.Scalar]) -> String? {
    guard lines.indices.contains(line - 1), lines[line - 1].upperBound <= scalars.count else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[lines[line - 1]])
    return String(view)
  }
}

/// The lines of a text without their ends; the one after a last line end is empty.
func splitLines(_ scalars: [Unicode.Scalar]) -> [Range<Int>] {
  var lines: [Range<Int>] = []
  var start = 0
  var index = 0
  while index < scalars.count {
    let scalar = scalars[index]
    index += 1
    guard isLineEnd(scalar) else { continue }
    lines.append(start..<index - 1)
    if scalar == "\r", index < scalars.count, scalars[index] == "\n" { index += 1 }
    start = index
  }
  lines.append(start..<scalars.count)
  return lines
}

/// Whether a scalar ends a line, by itself or with its neighbour.
func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0A, 0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}
