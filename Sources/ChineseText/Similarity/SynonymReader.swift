import Vocabulary

/// Finds terms that name one thing in rows of signs (`TextSigns`).
///
/// A class, so that handing one on costs no more than a reference.
public final class SynonymReader: Sendable {
  /// A term of a text.
  public struct Term: Sendable, Equatable {
    /// Where it stands among the signs that were read.
    public var range: Range<Int>
    /// What it names; terms of one number name one thing.
    public let group: UInt16
  }

  /// A known term: its second sign, by which most are told apart, and where its signs stand.
  private struct Known {
    let second: UInt16
    let group: UInt16
    let start: Int32
    let count: Int32
  }

  /// By first sign the place of the first term among those known; they end with one that begins with another sign.
  private let byFirst: [Int32]
  private let known: [Known]
  /// The signs of all terms, one behind the other.
  private let signs: [UInt16]

  /// The reader with the vocabulary of this version of the format.
  public static let standard = SynonymReader(.standard)

  /// Makes a reader of a vocabulary's terms; those of a single sign tell nothing.
  public init(_ synonyms: Synonyms) {
    var reader = TextSigns()
    var terms: [(signs: [UInt16], group: UInt16)] = []
    for (group, words) in synonyms.groups.enumerated() {
      for word in words {
        reader.read(word)
        if reader.signs.count > 1 { terms.append((reader.signs, UInt16(truncatingIfNeeded: group))) }
      }
    }
    // By the first sign, then the longest first.
    terms.sort { a, b in
      if a.signs[0] != b.signs[0] { return a.signs[0] < b.signs[0] }
      if a.signs.count != b.signs.count { return a.signs.count > b.signs.count }
      return a.signs.lexicographicallyPrecedes(b.signs)
    }
    var (byFirst, known, signs) = ([Int32](repeating: -1, count: 1 << 16), [Known](), [UInt16]())
    for (place, term) in terms.enumerated() {
      if byFirst[Int(term.signs[0])] < 0 { byFirst[Int(term.signs[0])] = Int32(truncatingIfNeeded: place) }
      known.append(
        Known(
          second: term.signs[1], group: term.group, start: Int32(truncatingIfNeeded: signs.count),
          count: Int32(truncatingIfNeeded: term.signs.count)))
      signs += term.signs
    }
    (self.byFirst, self.known, self.signs) = (byFirst, known, signs)
  }

  /// Calls with each term from the left, at a place with the longest; linear in the signs.
  public func forEach(in text: ArraySlice<UInt16>, _ body: (Term) -> Void) {
    var at = text.startIndex
    while at + 1 < text.endIndex {
      let place = byFirst[Int(text[at])]
      guard place >= 0, let found = longest(from: Int(place), in: text, at: at) else {
        at += 1
        continue
      }
      body(Term(range: at..<at + Int(found.count), group: found.group))
      at += Int(found.count)
    }
  }

  /// The first that stands there of the terms from a place on that begin with one sign.
  private func longest(from place: Int, in text: ArraySlice<UInt16>, at: Int) -> Known? {
    let (first, second, room) = (text[at], text[at + 1], text.endIndex - at)
    var place = place
    while place < known.count, signs[Int(known[place].start)] == first {
      let term = known[place]
      place += 1
      guard term.second == second, Int(term.count) <= room else { continue }
      var length = 2
      while length < Int(term.count), signs[Int(term.start) + length] == text[at + length] { length += 1 }
      if length == Int(term.count) { return term }
    }
    return nil
  }
}
