import ChineseText

/// A term of an entry that names a thing which has other names too.
struct NamedTerm: Sendable {
  /// Stands before the number of what is named where pairs of signs are counted; no text has such a sign.
  static let mark: UInt16 = 1

  /// From the beginning of its title or text.
  let start: UInt32
  let length: UInt16
  /// What it names.
  let group: UInt16

  var end: Int { Int(start) + Int(length) }

  init(_ term: SynonymReader.Term, at start: Int) {
    self.start = UInt32(truncatingIfNeeded: term.range.lowerBound - start)
    length = UInt16(truncatingIfNeeded: term.range.count)
    group = term.group
  }
}

/// Walks along a title or text and tells in which term a sign stands.
///
/// It is made anew for every comparison; what it needs of `Rarity` is handed in, as copies of that cost more than the walk.
struct TermCursor {
  private let terms: ArraySlice<NamedTerm>
  private let start: Int
  private var next: Int
  /// Where the nearest term begins and ends.
  private var lower = Int.max
  private var upper = Int.max
  /// What the term may still tell: no more than that the thing is named.
  private var left: Float = 0
  /// The bucket of what the sign's term names; nil where it stands in none.
  private(set) var bucket: Int?

  init(_ terms: ArraySlice<NamedTerm>, from start: Int) {
    (self.terms, self.start) = (terms, start)
    next = terms.startIndex
    find()
  }

  private mutating func find() {
    if next < terms.endIndex {
      (lower, upper) = (start + Int(terms[next].start), start + terms[next].end)
    } else {
      (lower, upper) = (Int.max, Int.max)
    }
  }

  /// Goes to a sign behind the last one.
  @inline(__always) mutating func move(to at: Int, _ rarity: Rarity) {
    if at >= lower { enter(at, rarity) }
  }

  private mutating func enter(_ at: Int, _ rarity: Rarity) {
    if at >= upper {
      bucket = nil
      next += 1
      find()
    }
    guard at >= lower, bucket == nil else { return }
    bucket = Rarity.bucket(terms[next], rarity.bits)
    left = rarity.of(terms[next])
  }

  /// What a sign of the term tells that the other side says by another name.
  mutating func take(_ tells: Float) -> Float {
    let taken = min(tells, left)
    left -= taken
    return taken
  }
}
