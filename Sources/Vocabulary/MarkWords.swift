/// The words that confidentiality marks are made of, in simplified characters.
public struct MarkWords: Sendable {
  /// What a word does in a mark; the raw value is its list in `marks.yaml`, which tells more.
  public enum Kind: String, Sendable, CaseIterable {
    case level = "levels"
    case starred, alone
    case paper = "papers", notice = "notices", caution = "cautions", rider = "riders", opener = "openers"
    case label = "labels", periodLabel = "periodLabels", period = "periods"
    case companion = "companions", numberLabel = "numberLabels"
  }

  private let words: [Kind: [[Unicode.Scalar]]]
  private let variants: [Unicode.Scalar: Unicode.Scalar]
  private let firsts: Set<Unicode.Scalar>
  private let mayBegin: ScalarSieve
  private let mayVary: ScalarSieve

  /// The words of this version of the format; a damaged file ends the process.
  public static let standard: MarkWords =
    builtIn("marks", PackageResources.marks_yaml, MarkWords.init(yaml:))

  init(words: [Kind: [String]], variants: [Unicode.Scalar: Unicode.Scalar]) {
    self.words = words.mapValues { list in
      list.map { Array($0.unicodeScalars) }.sorted { $0.count > $1.count }
    }
    self.variants = variants
    firsts = Set(self.words.values.joined().compactMap(\.first))
    mayBegin = ScalarSieve(firsts)
    mayVary = ScalarSieve(variants.keys)
  }

  /// The words of a kind, the longest first.
  public func words(_ kind: Kind) -> [[Unicode.Scalar]] { words[kind] ?? [] }

  /// Whether a word of any kind begins with a scalar.
  public func begin(with scalar: Unicode.Scalar) -> Bool { mayBegin.passes(scalar) && firsts.contains(scalar) }

  /// The simplified character that a traditional one stands for; any other scalar as it is.
  public func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    mayVary.passes(scalar) ? variants[scalar] ?? scalar : scalar
  }
}

extension MarkWords {
  /// Reads the vocabulary file `marks.yaml`: a list of words for each kind, and the variants of characters.
  public init(yaml: [UInt8]) throws(VocabularyError) {
    let root = try YAMLNode.vocabulary(yaml)
    var words: [Kind: [String]] = [:]
    for kind in Kind.allCases {
      var seen: Set<[UInt8]> = []
      for (word, node) in try root.required(kind.rawValue).strings() {
        guard seen.insert(Array(word.utf8)).inserted else {
          throw .duplicate(line: node.line, column: node.column, term: word)
        }
        words[kind, default: []].append(word)
      }
    }
    var variants: [Unicode.Scalar: Unicode.Scalar] = [:]
    for pair in try root.required("variants").requiredMapping() {
      let plain = Array(try pair.value.requiredString().unicodeScalars)
      let written = Array(pair.key.unicodeScalars)
      guard let from = written.first, written.count == 1 else { throw pair.keyNode.shapeError("a character") }
      guard let to = plain.first, plain.count == 1 else { throw pair.value.shapeError("a character") }
      variants[from] = to
    }
    self.init(words: words, variants: variants)
  }
}
