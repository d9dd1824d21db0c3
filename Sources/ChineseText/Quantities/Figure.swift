/// A number with its unit and the comparator words that touch it, before it is known what it means.
struct Figure: Sendable {
  /// The quote: the number, its unit and the comparator words.
  var range: Range<Int>
  /// Where the number itself begins.
  var numberStart: Int
  var low: FixedPoint
  var high: FixedPoint
  var isRange = false
  var comparator: Quantity.Comparator
  /// 万, 亿 or 万亿.
  var scale: ScaleWords
  /// The unit in ASCII forms without its scale: 元 of 亿元.
  var noun: [Unicode.Scalar]
  var kind: FigureKind
  var numeral: Numeral
  /// A place in an order: 第2位, 前10名.
  var isRank = false
  /// Whether a comparator word stands before or after it, not only a number.
  var hasComparator = false
  /// Whether its comparator stands behind 分别, for all figures of a list.
  var isDistributed = false
  var doubt: FigureDoubt?

  var end: Int { range.upperBound }
  /// The unit with its scale.
  var unit: String { scale.isEmpty ? noun.string : scale.scalars.string + noun.string }
}

extension [Unicode.Scalar] {
  static func == (scalars: Self, word: String) -> Bool {
    var letters = word.unicodeScalars.makeIterator()
    for scalar in scalars where letters.next() != scalar { return false }
    return letters.next() == nil
  }
  static func != (scalars: Self, word: String) -> Bool { !(scalars == word) }

  func hasSuffix(_ word: String) -> Bool { stands(word, at: count - word.unicodeScalars.count) }
}
