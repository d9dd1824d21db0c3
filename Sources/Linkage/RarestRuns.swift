import ChineseText
import Workers

/// Per entry the few rarest runs of signs that both sides have: two entries that share one are looked at.
struct RarestRuns: Sendable {
  static let inTitle = 8
  static let inText = 8
  static let perEntry = inTitle + inText
  /// Stands for no run, and for a run that only one side has.
  static let none = UInt32.max

  /// Per entry `perEntry` buckets of runs.
  let runs: [UInt32]

  /// - Parameter often: per bucket how often its runs stand on both sides together.
  init(_ table: EntryTable, often: [UInt32], bits: Int) {
    let pieces = concurrentMap(Array(ranges(of: table.count, longest: 4096))) { range in
      var out: [UInt32] = []
      out.reserveCapacity(range.count * RarestRuns.perEntry)
      var chosen: [(often: UInt32, run: UInt32)] = []
      for entry in range {
        let start = out.count
        for (isTitle, room) in [(true, RarestRuns.inTitle), (false, RarestRuns.inText)] {
          chosen.removeAll(keepingCapacity: true)
          RarestRuns.forEach(table, entry, isTitle: isTitle, bits: bits) { bucket in
            RarestRuns.insert(UInt32(truncatingIfNeeded: bucket), often[bucket], room, &chosen)
          }
          for (_, run) in chosen where !out[start...].contains(run) { out.append(run) }
        }
        while out.count < start + RarestRuns.perEntry { out.append(RarestRuns.none) }
      }
      return out
    }
    runs = Array(pieces.joined())
  }

  private static func insert(
    _ run: UInt32, _ often: UInt32, _ room: Int, _ chosen: inout [(often: UInt32, run: UInt32)]
  ) {
    guard often != none else { return }
    if chosen.count == room, let last = chosen.last, (last.often, last.run) <= (often, run) { return }
    var at = chosen.count
    while at > 0, (chosen[at - 1].often, chosen[at - 1].run) > (often, run) { at -= 1 }
    if at > 0, chosen[at - 1].run == run { return }
    chosen.insert((often, run), at: at)
    if chosen.count > room { chosen.removeLast() }
  }

  func callAsFunction(_ entry: Int) -> ArraySlice<UInt32> {
    runs[entry * RarestRuns.perEntry..<(entry + 1) * RarestRuns.perEntry]
  }

  /// Room for the runs of so many entries with few of them in one bucket.
  static func bits(entries: Int) -> Int {
    var bits = 10
    while bits < 24, 1 << bits < entries * 16 { bits += 1 }
    return bits
  }

  /// Per bucket how often its runs stand in a table.
  static func counts(_ table: EntryTable, bits: Int) -> [UInt32] {
    var counts = [UInt32](repeating: 0, count: 1 << bits)
    for entry in 0..<table.count {
      for isTitle in [true, false] { forEach(table, entry, isTitle: isTitle, bits: bits) { counts[$0] += 1 } }
    }
    return counts
  }

  /// Calls with the bucket of each run of two to four signs of a title, of three signs of a text.
  private static func forEach(
    _ table: EntryTable, _ entry: Int, isTitle: Bool, bits: Int, _ body: (Int) -> Void
  ) {
    let bucket = { (run: UInt64) in Int((run &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - bits)) }
    var run: UInt64 = 0
    for at in isTitle ? table.title(entry) : table.text(entry) {
      let sign = table.signs[at]
      run = sign == TextSigns.gap ? 0 : run << 16 | UInt64(sign)
      if isTitle {
        if run >> 16 != 0 { body(bucket(run & 0xFFFF_FFFF)) }
        if run >> 48 != 0 { body(bucket(run)) }
      }
      if run >> 32 != 0 { body(bucket(run & 0xFFFF_FFFF_FFFF)) }
    }
    // No sign is 1: what a term names is no pair of signs.
    for term in isTitle ? table.titleTerms(entry) : table.textTerms(entry) {
      body(bucket(UInt64(NamedTerm.mark) << 16 | UInt64(term.group)))
    }
  }
}

/// Stretches of at most `longest` that together are `0..<count`.
func ranges(of count: Int, longest: Int) -> [Range<Int>] {
  stride(from: 0, to: count, by: longest).map { $0..<min(count, $0 + longest) }
}

/// Per run the entries of one side that it is among the rarest of: an inverted index by counting sort.
struct Postings: Sendable {
  /// Runs with more entries than this are not followed: what so many share tells little.
  static let longest = 600

  private let starts: [UInt32]
  private let entries: [UInt32]

  init(_ rarest: RarestRuns, bits: Int) {
    var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
    for run in rarest.runs where run != RarestRuns.none { starts[Int(run) + 1] += 1 }
    for at in 1..<starts.count { starts[at] += starts[at - 1] }
    var next = starts
    var entries = [UInt32](repeating: 0, count: Int(starts[1 << bits]))
    for (place, run) in rarest.runs.enumerated() where run != RarestRuns.none {
      entries[Int(next[Int(run)])] = UInt32(truncatingIfNeeded: place / RarestRuns.perEntry)
      next[Int(run)] += 1
    }
    (self.starts, self.entries) = (starts, entries)
  }

  func callAsFunction(_ run: UInt32) -> ArraySlice<UInt32> {
    let range = Int(starts[Int(run)])..<Int(starts[Int(run) + 1])
    return range.count <= Postings.longest ? entries[range] : []
  }
}
