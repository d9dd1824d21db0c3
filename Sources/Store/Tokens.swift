/// The tokens by which an item is found: each character and each pair of neighbouring ones, and marks for what it is.
///
/// The tokenizer of the table takes ASCII letters and digits and all that is not ASCII into tokens, and parts them at the
/// rest. A pair is a word of two characters; longer words are found by their pairs and then looked for in the text.
struct Tokens {
  /// What a mark says; a private-use character stands before it, which no text that is looked up keeps.
  enum Mark: UInt32 {
    case city = 0xE001, year, role, theme, dimension
    /// Before a character or a pair that stands in the subject of a figure.
    case subject
  }

  /// A token that every item has, by which they can be counted.
  static let every = "\u{E007}"

  /// Two scalars of 21 bits each, the second 0 for a single one; above them 1 where a subject says it.
  private var grams: [UInt64] = []
  private var marks: Set<String> = [Tokens.every]

  private static let ofSubject: UInt64 = 1 << 42

  /// What the item says.
  mutating func add(_ words: String) { addGrams(of: words, 0) }

  /// What one of its figures counts, which is looked up apart from the text.
  mutating func add(subject words: String) { addGrams(of: words, Tokens.ofSubject) }

  mutating func add(_ mark: Mark, _ value: String) { marks.insert(Tokens.token(mark, value)) }

  /// The tokens, each once, parted by blanks.
  var text: String {
    var out = String.UnicodeScalarView()
    var last: UInt64?
    for gram in grams.sorted() where gram != last {
      Tokens.append(gram, to: &out)
      out.append(" ")
      last = gram
    }
    return String(out) + marks.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.joined(separator: " ")
  }

  private mutating func addGrams(of words: String, _ flag: UInt64) {
    for run in Folding(words).runs {
      for part in Tokens.parts(run.scalars) {
        for at in part.indices {
          grams.append(flag | UInt64(part[at].value) << 21)
          if at + 1 < part.endIndex { grams.append(flag | UInt64(part[at].value) << 21 | UInt64(part[at + 1].value)) }
        }
      }
    }
  }

  private static func append(_ gram: UInt64, to out: inout String.UnicodeScalarView) {
    if gram & ofSubject != 0, let sign = Unicode.Scalar(Mark.subject.rawValue) { out.append(sign) }
    for value in [gram >> 21 & 0x1F_FFFF, gram & 0x1F_FFFF] where value != 0 {
      if let scalar = Unicode.Scalar(UInt32(value)) { out.append(scalar) }
    }
  }

  /// A mark with its value, in characters that a token can have.
  static func token(_ mark: Mark, _ value: String) -> String {
    var out = String.UnicodeScalarView()
    if let sign = Unicode.Scalar(mark.rawValue) { out.append(sign) }
    for scalar in value.unicodeScalars { out.append(isKept(scalar) ? scalar : "\u{E000}") }
    return String(out)
  }

  /// The tokens of every item that says the word: its pairs, or the character where it has only one.
  static func needed(for word: [Unicode.Scalar], subject isOfSubject: Bool = false) -> [String] {
    let flag = isOfSubject ? ofSubject : 0
    return parts(word).flatMap { part in
      (part.count == 1 ? part.startIndex..<part.endIndex : part.startIndex..<part.endIndex - 1).map { at in
        let second = part.count == 1 ? 0 : UInt64(part[at + 1].value)
        var out = String.UnicodeScalarView()
        append(flag | UInt64(part[at].value) << 21 | second, to: &out)
        return String(out)
      }
    }
  }

  /// Whether having the tokens is having the word.
  static func areEnough(for word: [Unicode.Scalar]) -> Bool { word.count <= 2 && word.allSatisfy(isKept) }

  /// Parted at characters that no token has.
  private static func parts(_ run: [Unicode.Scalar]) -> [ArraySlice<Unicode.Scalar>] { run.split { !isKept($0) } }

  private static func isKept(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 48...57, 65...90, 97...122: true
    default: scalar.value >= 0x80
    }
  }
}
