/// A fixed set of words that finds the longest one beginning or ending at a place.
struct WordSet: Sendable {
  private var byFirst: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]
  private var byLast: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]

  /// The words of `list`, which are parted by white space.
  init(_ list: String) {
    self.init(words: list.split(whereSeparator: \.isWhitespace).map { Array($0.unicodeScalars) })
  }

  init(words: [[Unicode.Scalar]]) {
    for word in words {
      guard let first = word.first, let last = word.last else { continue }
      byFirst[first, default: []].append(word)
      byLast[last, default: []].append(word)
    }
    for key in byFirst.keys { byFirst[key]?.sort { $0.count > $1.count } }
    for key in byLast.keys { byLast[key]?.sort { $0.count > $1.count } }
  }

  /// The length of the longest word that begins at `index` and ends by `limit`; 0 where none does.
  func length(in text: [Unicode.Scalar], at index: Int, limit: Int) -> Int {
    guard index < limit, index < text.count, let words = byFirst[text[index]] else { return 0 }
    return words.first { matches($0, text, index, min(limit, text.count)) }?.count ?? 0
  }

  /// The length of the longest word that ends before `index` and begins at `floor` or later; 0 where none does.
  func length(in text: [Unicode.Scalar], before index: Int, floor: Int) -> Int {
    guard index > floor, index > 0, let words = byLast[text[index - 1]] else { return 0 }
    return words.first { index - $0.count >= floor && matches($0, text, index - $0.count, index) }?.count ?? 0
  }

  /// The first place in `range` where a word begins that also ends inside it.
  func first(in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
    for index in range {
      let count = length(in: text, at: index, limit: range.upperBound)
      if count > 0 { return index..<index + count }
    }
    return nil
  }

  /// The last place in `range` where a word ends that also begins inside it.
  func last(in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
    var index = range.upperBound
    while index > range.lowerBound {
      let count = length(in: text, before: index, floor: range.lowerBound)
      if count > 0 { return index - count..<index }
      index -= 1
    }
    return nil
  }

  private func matches(_ word: [Unicode.Scalar], _ text: [Unicode.Scalar], _ start: Int, _ limit: Int) -> Bool {
    guard start >= 0, start + word.count <= limit else { return false }
    for offset in word.indices where text[start + offset] != word[offset] { return false }
    return true
  }
}
