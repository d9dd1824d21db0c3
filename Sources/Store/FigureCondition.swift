import ChineseText
import Compare

/// A condition on figures, as `招商引资 >= 50亿元` states it.
public struct FigureCondition: Sendable {
  /// What the figure must count: each stands in its subject, or in the title of its item.
  let words: [[Unicode.Scalar]]
  public let relation: ComparableValue.Relation
  public let value: ComparableValue
  /// As it was written.
  public let text: String

  /// Signs as people type them, longer ones first.
  private static let signs: [(String, ComparableValue.Relation)] = [
    (">=", .ge), ("=>", .ge), ("≥", .ge), ("≧", .ge), ("＞＝", .ge), ("不少于", .ge), ("不低于", .ge), ("<=", .le), ("=<", .le),
    ("≤", .le), ("≦", .le), ("＜＝", .le), ("不超过", .le), ("不高于", .le), (">", .gt), ("＞", .gt), ("超过", .gt), ("大于", .gt),
    ("高于", .gt), ("<", .lt), ("＜", .lt), ("小于", .lt), ("低于", .lt), ("==", .eq), ("=", .eq), ("＝", .eq), ("等于", .eq),
  ]

  /// `nil` where it has no sign, or no figure with its unit behind it.
  public init?(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var found: (range: Range<Int>, relation: ComparableValue.Relation)?
    for at in scalars.indices where found == nil {
      for (sign, relation) in Self.signs where scalars[at...].starts(with: sign.unicodeScalars) {
        found = (at..<at + sign.unicodeScalars.count, relation)
        break
      }
    }
    guard let found else { return nil }
    let stated = Array(scalars[found.range.upperBound...].drop { $0.properties.isWhitespace })
    let read = quantities(in: stated, context: QuantityContext(defaultRole: .target))
    guard let quantity = read.first, read.count == 1, quantity.range.lowerBound == 0,
      stated[quantity.range.upperBound...].allSatisfy({ $0.properties.isWhitespace }), quantity.comparator == .eq
    else { return nil }
    words = scalars[..<found.range.lowerBound].split { $0.properties.isWhitespace }.flatMap {
      Folding(Array($0)).runs.map(\.scalars)
    }
    relation = found.relation
    value = ComparableValue(low: quantity.low, high: quantity.high, unit: quantity.unit)
    self.text = text
  }

  /// Tokens of every item that has such a figure.
  var tokens: [String] { subjectTokens + [Tokens.token(.dimension, value.dimension)] }

  /// Tokens of every item that has a figure of the same words in whatever unit.
  var subjectTokens: [String] { words.flatMap { Tokens.needed(for: $0, subject: true) } }

  /// Whether a figure of an item meets it.
  func isMet(by figure: StoredRow, title: Folding) -> Bool {
    guard let stated = figure.value, stated.isTrue(relation, value) else { return false }
    return isAbout(figure, title: title)
  }

  /// Whether a figure counts what it names.
  func isAbout(_ figure: StoredRow, title: Folding) -> Bool {
    let subject = Folding(figure.line["subject"]?.string ?? "")
    return words.allSatisfy { subject.contains($0) || title.contains($0) }
  }
}
