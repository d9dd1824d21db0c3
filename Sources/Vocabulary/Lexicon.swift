/// Common words of two characters; they tell whether a mark or a name stands inside a word.
public struct Lexicon: Sendable {
  /// Every word, in the order of the file.
  public let words: [String]
  private let pairs: Set<UInt64>

  /// The words of this version of the format; a damaged file ends the process.
  public static let standard: Lexicon = builtIn("lexicon", PackageResources.lexicon_yaml, Lexicon.init(yaml:))

  init(words: [String]) {
    self.words = words
    var pairs: Set<UInt64> = []
    for word in words {
      let scalars = Array(word.unicodeScalars)
      if scalars.count == 2 { pairs.insert(Lexicon.pair(scalars[0], scalars[1])) }
    }
    self.pairs = pairs
  }

  /// True where the two characters, one after the other, are a word.
  public func contains(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    pairs.contains(Lexicon.pair(first, second))
  }

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }
}

extension Lexicon {
  /// Reads the vocabulary file `lexicon.yaml`: lists of words of two characters.
  public init(yaml: [UInt8]) throws(VocabularyError) {
    let root = try YAMLNode.vocabulary(yaml)
    var words: [String] = []
    var seen: Set<[UInt8]> = []
    for (word, node) in try root.required("words").strings() {
      guard word.unicodeScalars.count == 2 else { throw node.shapeError("a word of two characters") }
      guard seen.insert(Array(word.utf8)).inserted else {
        throw .duplicate(line: node.line, column: node.column, term: word)
      }
      words.append(word)
    }
    self.init(words: words)
  }
}
