/// The words of scale behind a number: 万, 亿 or 万亿; at most two.
struct ScaleWords: Sendable, Equatable, ExpressibleByArrayLiteral {
  private var first: Unicode.Scalar?
  private(set) var last: Unicode.Scalar?

  init(arrayLiteral words: Unicode.Scalar...) { for word in words { append(word) } }

  var isEmpty: Bool { last == nil }
  var count: Int { (first == nil ? 0 : 1) + (last == nil ? 0 : 1) }
  var scalars: [Unicode.Scalar] { [first, last].compactMap(\.self) }

  /// The power of ten that they stand for.
  var power: Int { Self.power(of: first) + Self.power(of: last) }

  mutating func append(_ word: Unicode.Scalar) { (first, last) = (last, word) }

  private static func power(of word: Unicode.Scalar?) -> Int { word == "万" ? 4 : word == "亿" ? 8 : 0 }
}
