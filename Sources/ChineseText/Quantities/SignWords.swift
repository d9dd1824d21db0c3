/// Lists of words that are signs of something where no neighbour makes another word of them.
///
/// Written as `主重必需|要|素求点`: 要 is a sign, but not in 主要 and 重要, nor in 要素 and 要求. Bars may be left out.
/// Where words of several lists begin at one place the longest counts.
struct SignWords: Sendable {
  private struct Sign {
    let list: Int
    /// What must not stand before and after it.
    let before: [Unicode.Scalar]
    let after: [Unicode.Scalar]
  }

  private let words: WordSet
  /// For each word, in their order.
  private let signs: [Sign]

  /// The words of up to 64 lists, which are parted by white space.
  init(_ lists: [String]) {
    var words: [[Unicode.Scalar]] = []
    var signs: [Sign] = []
    for (number, list) in lists.enumerated() {
      for entry in list.split(whereSeparator: \.isWhitespace) {
        let parts = entry.split(separator: "|", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
        let isBound = parts.count == 3
        words.append(isBound ? parts[1] : Array(entry.unicodeScalars))
        signs.append(Sign(list: number, before: isBound ? parts[0] : [], after: isBound ? parts[2] : []))
      }
    }
    self.words = WordSet(words: words)
    self.signs = signs
  }

  /// Every sign, and every word that a neighbour makes of one.
  var all: [[Unicode.Scalar]] {
    words.all.flatMap { word -> [[Unicode.Scalar]] in
      guard let found = words.longest(in: word, at: 0, limit: word.count) else { return [] }
      let sign = signs[found.ordinal]
      return [word] + sign.before.map { [$0] + word } + sign.after.map { word + [$0] }
    }
  }

  /// The words made of each head with each tail: 计划 with 为 and 到.
  static func joined(_ head: String, _ tails: String) -> String {
    tails.split(whereSeparator: \.isWhitespace).map { head + $0 }.joined(separator: " ")
  }

  /// The lists of which a word stands in the range, a bit each.
  func lists(in text: [Unicode.Scalar], _ range: Range<Int>) -> UInt64 {
    var found: UInt64 = 0
    for index in range where words.mayBegin(with: text[index]) {
      if let sign = sign(in: text, at: index, limit: range.upperBound) { found |= 1 << UInt64(sign.list) }
    }
    return found
  }

  /// Every sign in the range, in its order.
  func places(in text: [Unicode.Scalar], _ range: Range<Int>) -> [(list: Int, range: Range<Int>)] {
    range.compactMap { index in
      sign(in: text, at: index, limit: range.upperBound).map { ($0.list, index..<index + $0.length) }
    }
  }

  private func sign(in text: [Unicode.Scalar], at index: Int, limit: Int) -> (list: Int, length: Int)? {
    guard let word = words.longest(in: text, at: index, limit: limit) else { return nil }
    let sign = signs[word.ordinal]
    let end = index + word.length
    if index > 0, sign.before.contains(text[index - 1]) { return nil }
    if end < text.count, sign.after.contains(text[end]) { return nil }
    return (sign.list, word.length)
  }
}
