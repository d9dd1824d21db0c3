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
  /// Whether it is a time in which something is done: 5个工作日内办结.
  var isWithin = false
  /// Whether words say that there is none: 零发生, 未发生.
  var isZero = false
  /// What there is none of, where the quote itself names it: the 事故 of 零事故.
  var zeroNoun: Range<Int>?
  var doubt: FigureDoubt?

  var end: Int { range.upperBound }
  /// Whether its unit is 个百分点 or, for short, 个点.
  var isInPoints: Bool {
    noun.last == "点" && (noun == ["个", "点"] || noun.suffix(3).elementsEqual(["百", "分", "点"]))
  }
  /// The unit with its scale.
  var unit: String { scale.isEmpty ? noun.string : scale.text + noun.string }
}

extension [Unicode.Scalar] {
  static func == (scalars: Self, word: Unicode.Scalar) -> Bool { scalars.count == 1 && scalars[0] == word }
  static func != (scalars: Self, word: Unicode.Scalar) -> Bool { !(scalars == word) }
}
