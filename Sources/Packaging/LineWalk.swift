import Glibc

/// The lines of two files of rows side by side.
struct LineWalk {
  /// Lines that are the same bytes on both sides, by their places in the old file.
  private(set) var same: [Range<Int>] = []
  /// Lines of the old file that have no equal at their place in the new one.
  private(set) var old: [Range<Int>] = []
  /// Lines of the new file that have no equal at their place in the old one.
  private(set) var new: [Range<Int>] = []

  /// How many lines ahead the partner of a line is looked for; one that stands farther off counts as another line.
  private static let reach = 32

  /// `nil` where a line that differs is no row.
  init?(_ a: [UInt8], _ b: [UInt8]) {
    guard [a, b].allSatisfy({ $0.isEmpty || $0.last == UInt8(ascii: "\n") }) else { return nil }
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      let (x, y) = (LineWalk.line(a, i), LineWalk.line(b, j))
      if x.count == y.count, LineWalk.areEqual(a, x, b, y) {
        same.append(x)
        (i, j) = (x.upperBound + 1, y.upperBound + 1)
        continue
      }
      let ids = (i < a.count ? RowScan(a, x)?.id : [], j < b.count ? RowScan(b, y)?.id : [])
      guard let p = ids.0, let q = ids.1 else { return nil }
      let isOne = p == q
      let ahead: (new: Int?, old: Int?) =
        isOne ? (nil, nil) : (LineWalk.place(of: p, b, j), LineWalk.place(of: q, a, i))
      // The nearer partner is waited for; a row that moved away is not.
      let (waits, steps) = (ahead.old ?? .max, ahead.new ?? .max)
      let takesOld = i < a.count && (waits <= steps)
      let takesNew = j < b.count && (steps <= waits)
      if takesOld {
        old.append(x)
        i = x.upperBound + 1
      }
      if takesNew {
        new.append(y)
        j = y.upperBound + 1
      }
    }
  }

  /// The line that begins at `start`, without its end; empty behind the last one.
  static func line(_ bytes: [UInt8], _ start: Int) -> Range<Int> {
    guard start < bytes.count else { return bytes.count..<bytes.count }
    let length = bytes.withUnsafeBytes { raw -> Int in
      let rest = UnsafeRawBufferPointer(rebasing: raw[start...])
      guard let first = rest.baseAddress, let found = memchr(first, 0x0A, rest.count) else { return rest.count }
      return UnsafeRawPointer(found) - first
    }
    return start..<start + length
  }

  private static func areEqual(_ a: [UInt8], _ x: Range<Int>, _ b: [UInt8], _ y: Range<Int>) -> Bool {
    guard !x.isEmpty else { return false }
    return a.withUnsafeBytes { a in
      b.withUnsafeBytes { b in
        let (left, right) = (UnsafeRawBufferPointer(rebasing: a[x]), UnsafeRawBufferPointer(rebasing: b[y]))
        guard let left = left.baseAddress, let right = right.baseAddress else { return false }
        return memcmp(left, right, x.count) == 0
      }
    }
  }

  /// How many lines from `start` on stand before the row of that id.
  private static func place(of id: ArraySlice<UInt8>, _ bytes: [UInt8], _ start: Int) -> Int? {
    guard !id.isEmpty else { return nil }
    var at = start
    for step in 0..<reach where at < bytes.count {
      let line = line(bytes, at)
      if RowScan(bytes, line)?.id == id { return step }
      at = line.upperBound + 1
    }
    return nil
  }
}
