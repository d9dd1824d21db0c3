/// A fixed set of words that finds the longest one beginning or ending at a place.
///
/// A class, so that handing one on costs no more than a reference.
final class WordSet: Sendable {
  /// All words one behind the other.
  private let scalars: [Unicode.Scalar]
  /// By their first and by their last scalar.
  private let byFirst: ScalarMap<Group>
  private let byLast: ScalarMap<Group>
  private let words: [Word]

  /// The words that begin, or end, with the same scalar.
  private struct Group {
    /// Their places in `words`, the longest first.
    var places: Range<Int>
    /// A bit for the low six bits of each scalar next to the common one, all where a word has no other.
    var nextBits: UInt64 = 0

    @inline(__always) func mayHave(next: UInt32) -> Bool { nextBits & 1 << UInt64(next & 63) != 0 }
  }

  /// Where a word stands among the scalars, and in the list it comes from.
  private struct Word {
    let range: Range<Int>
    let ordinal: Int
    /// Its second scalar and its last but one, by which most words are told apart; 0 where it is a single one.
    let second: UInt32
    let lastButOne: UInt32
  }

  /// The words of `list`, which are parted by white space.
  convenience init(_ list: String) {
    self.init(words: list.split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) })
  }

  init(words list: [[Unicode.Scalar]]) {
    var scalars: [Unicode.Scalar] = []
    var places: [(range: Range<Int>, ordinal: Int)] = []
    for (ordinal, word) in list.enumerated() where !word.isEmpty {
      places.append((scalars.count..<scalars.count + word.count, ordinal))
      scalars += word
    }
    var words: [Word] = []
    func grouped(
      by key: (Range<Int>) -> Unicode.Scalar, next: (Word) -> UInt32
    ) -> ScalarMap<Group> {
      ScalarMap(
        Dictionary(grouping: places) { key($0.range) }.mapValues { group in
          let start = words.count
          words += group.sorted { $0.range.count > $1.range.count }.map { place in
            let word = scalars[place.range]
            return Word(
              range: place.range, ordinal: place.ordinal, second: word.dropFirst().first?.value ?? 0,
              lastButOne: word.dropLast().last?.value ?? 0)
          }
          return words[start...].reduce(into: Group(places: start..<words.count)) { group, word in
            group.nextBits |= word.range.count == 1 ? .max : 1 << UInt64(next(word) & 63)
          }
        })
    }
    byFirst = grouped(by: { scalars[$0.lowerBound] }, next: \.second)
    byLast = grouped(by: { scalars[$0.upperBound - 1] }, next: \.lastButOne)
    self.scalars = scalars
    self.words = words
  }

  /// Every word, in no order that counts.
  var all: Set<[Unicode.Scalar]> { Set(words.map { Array(scalars[$0.range]) }) }

  func contains(_ word: [Unicode.Scalar]) -> Bool { isWord(0..<word.count, of: word) }

  /// Whether a stretch of text is one of the words.
  func isWord(_ range: Range<Int>, of text: [Unicode.Scalar]) -> Bool {
    !range.isEmpty && length(in: text, at: range.lowerBound, limit: range.upperBound) == range.count
  }

  /// The length of the longest word that begins at `index` and ends by `limit`; 0 where none does.
  @inline(__always) func length(in text: [Unicode.Scalar], at index: Int, limit: Int) -> Int {
    longest(in: text, at: index, limit: limit)?.length ?? 0
  }

  /// The longest word that begins at `index` and ends by `limit`: its length, and its place in the list.
  @inline(__always)
  func longest(in text: [Unicode.Scalar], at index: Int, limit: Int) -> (length: Int, ordinal: Int)? {
    let limit = min(limit, text.count)
    guard index >= 0, index < limit, byFirst.mayHave(text[index]) else { return nil }
    return found(in: text, at: index, limit: limit)
  }

  private func found(in text: [Unicode.Scalar], at index: Int, limit: Int) -> (length: Int, ordinal: Int)? {
    guard let group = byFirst.value(of: text[index]) else { return nil }
    let second = index + 1 < limit ? text[index + 1].value : 0
    guard group.mayHave(next: second) else { return nil }
    for place in group.places where words[place].second == 0 || words[place].second == second {
      let word = words[place]
      let count = word.range.count
      if index + count <= limit, agree(word.range.dropFirst(), text, from: index + 1) { return (count, word.ordinal) }
    }
    return nil
  }

  /// The length of the longest word that ends before `index` and begins at `floor` or later; 0 where none does.
  @inline(__always) func length(in text: [Unicode.Scalar], before index: Int, floor: Int) -> Int {
    longest(in: text, before: index, floor: floor)?.length ?? 0
  }

  /// The longest word that ends before `index` and begins at `floor` or later: its length, and its place in the list.
  @inline(__always)
  func longest(in text: [Unicode.Scalar], before index: Int, floor: Int) -> (length: Int, ordinal: Int)? {
    let floor = max(floor, 0)
    guard index > floor, index <= text.count, byLast.mayHave(text[index - 1]) else { return nil }
    return found(in: text, before: index, floor: floor)
  }

  private func found(in text: [Unicode.Scalar], before index: Int, floor: Int) -> (length: Int, ordinal: Int)? {
    guard let group = byLast.value(of: text[index - 1]) else { return nil }
    let lastButOne = index - 1 > floor ? text[index - 2].value : 0
    guard group.mayHave(next: lastButOne) else { return nil }
    for place in group.places where words[place].lastButOne == 0 || words[place].lastButOne == lastButOne {
      let word = words[place]
      let count = word.range.count
      if index - count >= floor, agree(word.range.dropLast(), text, from: index - count) {
        return (count, word.ordinal)
      }
    }
    return nil
  }

  /// Whether a word may begin with the scalar; most begin none.
  @inline(__always) func mayBegin(with scalar: Unicode.Scalar) -> Bool { byFirst.mayHave(scalar) }

  /// The first place in `range` where a word begins that also ends inside it.
  func first(in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
    let range = range.clamped(to: 0..<text.count)
    for index in range where byFirst.mayHave(text[index]) {
      let count = length(in: text, at: index, limit: range.upperBound)
      if count > 0 { return index..<index + count }
    }
    return nil
  }

  /// The last place in `range` where a word ends that also begins inside it.
  func last(in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
    let range = range.clamped(to: 0..<text.count)
    var index = range.upperBound
    while index > range.lowerBound {
      if byLast.mayHave(text[index - 1]) {
        let count = length(in: text, before: index, floor: range.lowerBound)
        if count > 0 { return index - count..<index }
      }
      index -= 1
    }
    return nil
  }

  private func agree(_ word: Range<Int>, _ text: [Unicode.Scalar], from start: Int) -> Bool {
    var place = start
    for scalar in word {
      if text[place] != scalars[scalar] { return false }
      place += 1
    }
    return true
  }
}
