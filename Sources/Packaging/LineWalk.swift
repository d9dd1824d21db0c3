import Glibc

/// The lines of two files of rows side by side, in the order of both.
struct LineWalk {
  /// What stands at one place.
  enum Step {
    /// The same bytes on both sides, by their place in the old file.
    case same(Range<Int>)
    /// A line of the old file that has no equal at its place in the new one.
    case old(Range<Int>)
    /// A line of the new file that has no equal at its place in the old one.
    case new(Range<Int>)
  }

  private(set) var steps: [Step] = []
  /// Whether both files are the same.
  private(set) var isSame = true

  /// How many lines ahead the partner of a line is looked for; one that stands farther off counts as another line.
  private static let reach = 32

  /// Every line ends as the others do; `nil` where one that differs is no row.
  init?(_ a: [UInt8], _ b: [UInt8]) {
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let (x, y) = (LineWalk.line(a, i), LineWalk.line(b, j))
      if areEqual(a, x, b, y), !x.isEmpty {
        steps.append(.same(x))
        (i, j) = (x.upperBound + 1, y.upperBound + 1)
        continue
      }
      isSame = false
      let rows = (RowScan(a, x, through: .id), RowScan(b, y, through: .id))
      guard i == a.count || rows.0 != nil, j == b.count || rows.1 != nil else { return nil }
      let (p, q) = (rows.0?.id ?? 0..<0, rows.1?.id ?? 0..<0)
      let isOne = areEqual(a, p, b, q)
      // The nearer partner is waited for; a row that moved away is not.
      let steps = isOne ? .max : LineWalk.place(of: a[p], b, j) ?? .max
      let waits = isOne ? .max : LineWalk.place(of: b[q], a, i) ?? .max
      if i < a.count, waits <= steps {
        self.steps.append(.old(x))
        i = x.upperBound + 1
      }
      if j < b.count, steps <= waits {
        self.steps.append(.new(y))
        j = y.upperBound + 1
      }
    }
  }

  /// The line that begins at `start`, without its end; empty behind the last one.
  static func line(_ bytes: [UInt8], _ start: Int) -> Range<Int> {
    start..<(end(bytes, start) ?? bytes.count)
  }

  /// Where the line that begins at `start` ends; `nil` where its end is not there.
  static func end(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    return bytes.withUnsafeBytes { raw -> Int? in
      let rest = UnsafeRawBufferPointer(rebasing: raw[start...])
      guard let first = rest.baseAddress, let found = memchr(first, 0x0A, rest.count) else { return nil }
      return start + (UnsafeRawPointer(found) - UnsafeRawPointer(first))
    }
  }

  /// How many lines from `start` on stand before the row of that id.
  private static func place(of id: ArraySlice<UInt8>, _ bytes: [UInt8], _ start: Int) -> Int? {
    guard !id.isEmpty else { return nil }
    var at = start
    for step in 0..<reach where at < bytes.count {
      let line = line(bytes, at)
      if let row = RowScan(bytes, line, through: .id), bytes[row.id] == id { return step }
      at = line.upperBound + 1
    }
    return nil
  }
}

/// Whether two stretches say the same.
func areEqual(_ a: [UInt8], _ x: Range<Int>, _ b: [UInt8], _ y: Range<Int>) -> Bool {
  guard x.count == y.count else { return false }
  return a.withUnsafeBytes { a in
    b.withUnsafeBytes { b in
      let (left, right) = (UnsafeRawBufferPointer(rebasing: a[x]), UnsafeRawBufferPointer(rebasing: b[y]))
      guard let left = left.baseAddress, let right = right.baseAddress else { return x.isEmpty }
      return memcmp(left, right, x.count) == 0
    }
  }
}
