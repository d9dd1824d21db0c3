/// The words of scale behind a number: 万, 亿 or 万亿; at most two.
struct ScaleWords: Sendable, Equatable, ExpressibleByArrayLiteral {
  /// The powers of ten of the two, 0 where there is none.
  private var first: UInt8 = 0
  private var second: UInt8 = 0

  init(arrayLiteral words: Unicode.Scalar...) { for word in words { append(word) } }

  var isEmpty: Bool { second == 0 }
  var count: Int { (first == 0 ? 0 : 1) + (second == 0 ? 0 : 1) }
  var last: Unicode.Scalar? { Self.word(second) }
  var text: String { Self.text(first) + Self.text(second) }

  /// The power of ten that they stand for.
  var power: Int { Int(first + second) }

  /// Adds 万 or 亿.
  mutating func append(_ word: Unicode.Scalar) { (first, second) = (second, word == "万" ? 4 : 8) }

  private static func text(_ power: UInt8) -> String { power == 4 ? "万" : power == 8 ? "亿" : "" }
  private static func word(_ power: UInt8) -> Unicode.Scalar? { power == 4 ? "万" : power == 8 ? "亿" : nil }
}
