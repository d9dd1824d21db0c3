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
    let text = original.map(Scalar.folded)
    var sentences = [Int32](repeating: 0, count: text.count)
    var clauses = sentences
    var sentence: Int32 = 0
    var clause: Int32 = 0
    for index in text.indices {
      sentences[index] = sentence
      clauses[index] = clause
      let scalar = text[index]
      let next = Int32(index + 1)
      if Scalar.endsSentence(scalar) {
        sentence = next
        clause = next
      } else if Scalar.partsClauses(scalar) {
        let digits =
          index > 0 && index + 1 < text.count && Scalar.isDigit(text[index - 1]) && Scalar.isDigit(text[index + 1])
        if !(digits && (scalar == "," || scalar == ":")) { clause = next }
      }
    }
    self.text = text
    self.sentences = sentences
    self.clauses = clauses
    named = Self.namedPlaces(text)
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
    var view = String.UnicodeScalarView()
    let whole = max(0, range.lowerBound)..<min(original.count, max(range.lowerBound, range.upperBound))
    if !whole.isEmpty { view.append(contentsOf: original[whole]) }
    return String(view)
  }

  private static func namedPlaces(_ text: [Unicode.Scalar]) -> [Bool] {
    var named = [Bool](repeating: false, count: text.count)
    var opened: [Unicode.Scalar: Int] = [:]
    func close(_ mark: Unicode.Scalar, _ index: Int, atMost length: Int) {
      if let start = opened[mark], index - start - 1 <= length {
        for place in start...index { named[place] = true }
      }
      opened[mark] = nil
    }
    for index in text.indices {
      switch text[index] {
      case "“", "「", "‘", "『": opened["“"] = index
      case "”", "」", "’", "』": close("“", index, atMost: 12)
      case "\"":
        if opened["“"] != nil { close("“", index, atMost: 12) } else { opened["“"] = index }
      case "《", "〈": if opened["《"] == nil { opened["《"] = index }
      case "》", "〉": close("《", index, atMost: 80)
      case "〔": opened["〔"] = index
      case "〕": close("〔", index, atMost: 12)
      case "\n", "\r", "。": opened["“"] = nil
      default: break
      }
    }
    return named
  }
}
