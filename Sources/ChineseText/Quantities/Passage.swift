/// Folded text with the bounds of sentences and clauses and the places inside quotation marks.
struct Passage: Sendable {
  let original: [Unicode.Scalar]
  let text: [Unicode.Scalar]
  /// For each scalar the start of its sentence and of its clause.
  private let sentences: [Int32]
  private let clauses: [Int32]
  /// Short quotations, titles and document numbers, whose figures are names.
  private let named: [Bool]

  /// How far a look to either side goes; no clause of a plan is longer, and bounding it keeps reading linear.
  static let reach = 96

  init(_ original: [Unicode.Scalar]) {
    self.original = original
    var text = original
    var sentences = [Int32](repeating: 0, count: text.count)
    var clauses = sentences
    var quotations = Quotations(count: text.count)
    var sentence: Int32 = 0
    var clause: Int32 = 0
    for index in text.indices {
      sentences[index] = sentence
      clauses[index] = clause
      let written = text[index]
      // Most of a text, and none of the marks below.
      if (0x4E00...0x9FFF).contains(written.value) { continue }
      let scalar = Scalar.folded(written)
      if scalar != written { text[index] = scalar }
      if Scalar.endsSentence(scalar) {
        sentence = Int32(index + 1)
        clause = sentence
      } else if Scalar.partsClauses(scalar) {
        let digits =
          index > 0 && index + 1 < text.count && Scalar.isDigit(text[index - 1])
          && Scalar.isDigit(Scalar.folded(text[index + 1]))
        if !(digits && (scalar == "," || scalar == ":")) { clause = Int32(index + 1) }
      }
      quotations.read(scalar, at: index)
    }
    self.text = text
    self.sentences = sentences
    self.clauses = clauses
    named = quotations.named
  }

  func sentenceStart(_ index: Int) -> Int {
    guard index < sentences.count else { return index }
    return max(Int(sentences[index]), index - 4 * Self.reach)
  }

  func clauseStart(_ index: Int) -> Int {
    guard index < clauses.count else { return index }
    return max(Int(clauses[index]), index - Self.reach)
  }

  /// Where the clause of `index` ends: at its mark, or at the text's end.
  func clauseEnd(_ index: Int) -> Int {
    guard index < clauses.count else { return text.count }
    let clause = clauses[index]
    var end = index
    while end < text.count, end < index + Self.reach, clauses[end] == clause { end += 1 }
    if end < text.count, end > index, clauses[end] != clause { return end - 1 }
    return end
  }

  func isNamed(_ index: Int) -> Bool { index < named.count && named[index] }

  func at(_ index: Int) -> Unicode.Scalar? { index >= 0 && index < text.count ? text[index] : nil }

  func has(_ word: String, at index: Int) -> Bool {
    var place = index
    for scalar in word.unicodeScalars {
      guard at(place) == scalar else { return false }
      place += 1
    }
    return true
  }

  func string(_ range: Range<Int>) -> String {
    original.string(range)
  }
}

/// Finds the quotations, titles and bracketed years that are short enough to be names.
private struct Quotations {
  /// For each scalar whether it stands in one.
  private(set) var named: [Bool]
  private var quotation: Int?
  private var title: Int?
  private var bracket: Int?

  init(count: Int) { named = [Bool](repeating: false, count: count) }

  mutating func read(_ scalar: Unicode.Scalar, at index: Int) {
    switch scalar {
    case "“", "「", "‘", "『": quotation = index
    case "”", "」", "’", "』": close(\.quotation, index, atMost: 12)
    case "\"": if quotation != nil { close(\.quotation, index, atMost: 12) } else { quotation = index }
    case "《", "〈": title = title ?? index
    case "》", "〉": close(\.title, index, atMost: 80)
    case "〔": bracket = index
    case "〕": close(\.bracket, index, atMost: 12)
    case "\n", "\r", "。": quotation = nil
    default: break
    }
  }

  private mutating func close(_ opened: WritableKeyPath<Quotations, Int?>, _ index: Int, atMost length: Int) {
    if let start = self[keyPath: opened], index - start - 1 <= length {
      for place in start...index { named[place] = true }
    }
    self[keyPath: opened] = nil
  }
}
