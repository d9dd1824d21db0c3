import Compare
import GRDB

/// What is looked for: items that say all words, are of the kinds named and have a figure for each condition.
public struct SearchRequest: Sendable {
  /// Each must be there; blanks part words.
  public var words: [String] = []
  /// GB/T 2260 codes; of several one is enough, as of the other lists.
  public var cities: [String] = []
  public var years: [Int] = []
  public var roles: [String] = []
  public var themes: [String] = []
  /// Units of which the item must have a figure, or one that turns into it.
  public var units: [String] = []
  public var conditions: [FigureCondition] = []
  /// How many items at most.
  public var limit = 20

  public init() {}

  /// The words as they are looked up.
  var folded: [[Unicode.Scalar]] {
    words.flatMap { words in
      words.unicodeScalars.split { $0.properties.isWhitespace }.flatMap { Folding(Array($0)).runs.map(\.scalars) }
    }
  }

  /// Whether it names nothing that can be looked up.
  public var isEmpty: Bool { expression == nil }

  /// The tokens that an item must have, for the table of words.
  var expression: String? {
    var needed = folded.flatMap { Tokens.needed(for: $0) } + conditions.flatMap(\.tokens)
    needed = needed.map(SearchRequest.quoted)
    let choices: [(Tokens.Mark, [String])] = [
      (.city, cities), (.year, years.map(String.init)), (.role, roles), (.theme, themes),
      (.dimension, units.map { ComparableValue(low: nil, high: nil, unit: $0).dimension }),
    ]
    for (mark, values) in choices where !values.isEmpty {
      needed.append("(" + values.map { SearchRequest.quoted(Tokens.token(mark, $0)) }.joined(separator: " OR ") + ")")
    }
    return needed.isEmpty ? nil : needed.joined(separator: " AND ")
  }

  /// Words that have characters which no token has, or more of them than a pair, are looked for in the text too.
  var unproved: [[Unicode.Scalar]] { folded.filter { !Tokens.areEnough(for: $0) } }

  /// Tokens hold no quotation mark.
  static func quoted(_ token: String) -> String { "\"\(token)\"" }
}
