/// A set of places in a text, a bit each.
struct PlaceSet: Sendable {
  private var words: [UInt64]

  /// None of the places below `count`.
  init(count: Int) { words = [UInt64](repeating: 0, count: count >> 6 + 1) }

  mutating func insert(_ place: Int) { words[place >> 6] |= Self.bit(place) }

  mutating func remove(_ place: Int) { words[place >> 6] &= ~Self.bit(place) }

  func contains(_ place: Int) -> Bool { words[place >> 6] & Self.bit(place) != 0 }

  /// The first place at `start` or later.
  func first(from start: Int) -> Int? {
    guard start >= 0 else { return first(from: 0) }
    // The bits of `start` and of those above it in its word.
    var mask = ~(Self.bit(start) &- 1)
    var index = start >> 6
    while index < words.count {
      let word = words[index] & mask
      if word != 0 { return index << 6 + word.trailingZeroBitCount }
      mask = .max
      index += 1
    }
    return nil
  }

  /// The last place from `floor` to `end`, both included; both are places that the set may hold.
  func last(from floor: Int, through end: Int) -> Int? {
    guard floor <= end else { return nil }
    var index = end >> 6
    // The bits of `end` and of those below it in its word.
    var word = words[index] & (.max &>> UInt64(truncatingIfNeeded: 63 - (end & 63)))
    while word == 0 {
      guard index > floor >> 6 else { return nil }
      index -= 1
      word = words[index]
    }
    let place = index << 6 + 63 - word.leadingZeroBitCount
    return place >= floor ? place : nil
  }

  private static func bit(_ place: Int) -> UInt64 { 1 &<< UInt64(truncatingIfNeeded: place & 63) }
}
