import Vocabulary

/// A theme that a text speaks of, and the words that tell it.
public struct ThemeFinding: Sendable, Equatable {
  /// The code of `themes.yaml`.
  public let code: String
  /// The sum of its words' weights, each word counted once.
  public let weight: Int
  /// Where each of its words stands first, in the order of the text.
  public let words: [Range<Int>]
}

/// Tells the themes of a text by the words of a vocabulary, in one pass.
///
/// At a place the longest word counts, and no word within it; a word that a body's name is made of counts for nothing. A
/// theme takes a strong word or two different weak ones.
public struct ThemeReader: Sendable {
  /// What a word tells of one theme.
  private struct Sign {
    let theme: Int
    let isStrong: Bool
  }

  /// How many themes a text has at most.
  public static let most = 3
  /// A theme of less than this part of the strongest one's weight is mentioned in passing.
  private static let passing = 3

  private let codes: [String]
  private let words: WordSet
  /// For each word what it tells; nothing where it only keeps others from being read in it.
  private let signs: [[Sign]]
  private let bodies: WordSet
  private let noBodies: WordSet

  /// The reader with the vocabulary of this version of the format.
  public static let standard = ThemeReader(.standard)

  /// Makes a reader of a vocabulary's words.
  public init(_ themes: Themes) {
    var places: [[Unicode.Scalar]: Int] = [:]
    var words: [[Unicode.Scalar]] = []
    var signs: [[Sign]] = []
    func add(_ word: String, _ sign: Sign?) {
      let word = Array(word.unicodeScalars)
      let place = places[word] ?? words.count
      if place == words.count {
        places[word] = place
        words.append(word)
        signs.append([])
      }
      if let sign { signs[place].append(sign) }
    }
    for (number, theme) in themes.all.enumerated() {
      for word in theme.strong { add(word, Sign(theme: number, isStrong: true)) }
      for word in theme.weak { add(word, Sign(theme: number, isStrong: false)) }
      for word in theme.others { add(word, nil) }
    }
    codes = themes.all.map(\.code)
    self.words = WordSet(words: words)
    self.signs = signs
    bodies = WordSet(words: themes.bodies.map { Array($0.unicodeScalars) })
    noBodies = WordSet(words: themes.noBodies.map { Array($0.unicodeScalars) })
  }

  /// The themes of a text, the strongest first; of equal ones the one told earlier.
  ///
  /// - Parameter heading: how many scalars at its beginning are its title; words there weigh twice.
  public func themes(of text: [Unicode.Scalar], heading: Int = 0) -> [ThemeFinding] {
    var tallies: [Int: Tally] = [:]
    var at = 0
    while at < text.count {
      guard let (length, word) = words.longest(in: text, at: at, limit: text.count) else {
        at += 1
        continue
      }
      let range = at..<at + length
      let body = bodies.length(in: text, at: range.upperBound, limit: text.count)
      if body > noBodies.length(in: text, at: range.upperBound, limit: text.count) {
        at = range.upperBound + body
        continue
      }
      for sign in signs[word] {
        tallies[sign.theme, default: Tally()].add(
          word, range, sign.isStrong, times: range.upperBound <= heading ? 2 : 1)
      }
      at = range.upperBound
    }
    let found = tallies.filter { $0.value.isEnough }
      .sorted { ($1.value.weight, $0.value.start, $0.key) < ($0.value.weight, $1.value.start, $1.key) }
    let best = found.first?.value.weight ?? 0
    return found.prefix { $0.value.weight * Self.passing >= best }.prefix(Self.most)
      .map { ThemeFinding(code: codes[$0.key], weight: $0.value.weight, words: $0.value.places) }
  }
}

/// What speaks for one theme.
private struct Tally {
  private var words: Set<Int> = []
  private var hasStrong = false
  private(set) var places: [Range<Int>] = []
  private(set) var weight = 0

  var start: Int { places.first?.lowerBound ?? 0 }
  var isEnough: Bool { hasStrong || words.count > 1 }

  mutating func add(_ word: Int, _ range: Range<Int>, _ isStrong: Bool, times: Int) {
    guard words.insert(word).inserted else { return }
    hasStrong = hasStrong || isStrong
    places.append(range)
    weight += (isStrong ? 3 : 1) * times
  }
}
