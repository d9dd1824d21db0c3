/// Folded text with the bounds of sentences and clauses and the places inside quotation marks.
struct Passage: Sendable {
  let original: [Unicode.Scalar]
  let text: [Unicode.Scalar]
  /// Where sentences and clauses start, in ascending order.
  private let sentences: [Int]
  private let clauses: [Int]
  /// For each scalar whether it stands in a short quotation, a title or a document number, whose figures are names;
  /// empty where the text has none.
  private let named: [Bool]

  /// How far a look to either side goes; no clause of a plan is longer, and bounding it keeps reading linear.
  static let reach = 96

  init(_ original: [Unicode.Scalar]) {
    self.original = original
    var text = original
    var sentences: [Int] = []
    var clauses: [Int] = []
    sentences.reserveCapacity(text.count / 32 + 2)
    clauses.reserveCapacity(text.count / 12 + 2)
    sentences.append(0)
    clauses.append(0)
    var quotations = Quotations(count: text.count)
    var opened: [Int] = []
    for index in original.indices {
      let written = original[index]
      // Most of a text, and none of the marks below.
      if (0x4E00...0x9FFF).contains(written.value) || Scalar.isDigit(written) || Scalar.isLetter(written) { continue }
      let scalar = Scalar.folded(written)
      if scalar != written { text[index] = scalar }
      if Scalar.endsSentence(scalar) || scalar == "." && isFullStop(original, index, original.indices) {
        sentences.append(index + 1)
        clauses.append(index + 1)
      } else if Scalar.partsClauses(scalar) {
        let digits =
          index > 0 && index + 1 < text.count && Scalar.isDigit(text[index - 1])
          && Scalar.isDigit(Scalar.folded(text[index + 1]))
        if !(digits && (scalar == "," || scalar == ":" || scalar == "：")) { clauses.append(index + 1) }
      }
      quotations.read(scalar, at: index)
      switch scalar {
      case "“", "「", "‘", "『", "（", "(": opened.append(index)
      case "”", "」", "’", "』", "）", ")":
        guard let start = opened.popLast(), index - start <= Self.reach else { continue }
        if sentences.last == index, !goesOn(original, behind: index) {
          // The closing mark belongs to the sentence that it closes.
          sentences[sentences.count - 1] = index + 1
          clauses[clauses.count - 1] = index + 1
        } else {
          // What ends within it ends no sentence around it.
          while let last = sentences.last, last > start { sentences.removeLast() }
        }
      case "\n", "\r", "\t": opened.removeAll(keepingCapacity: true)
      default: break
      }
    }
    self.text = text
    self.sentences = sentences
    self.clauses = clauses
    named = quotations.named
  }

  func sentenceStart(_ index: Int) -> Int {
    guard index < text.count else { return index }
    return max(sentences[Self.place(of: index, in: sentences)], index - 4 * Self.reach)
  }

  func clauseStart(_ index: Int) -> Int {
    guard index < text.count else { return index }
    return max(clauses[Self.place(of: index, in: clauses)], index - Self.reach)
  }

  /// Where the clause of `index` ends: at its mark, or at the text's end.
  func clauseEnd(_ index: Int) -> Int {
    guard index < text.count else { return text.count }
    let next = Self.place(of: index, in: clauses) + 1
    if next < clauses.count, clauses[next] < text.count, clauses[next] <= index + Self.reach {
      return clauses[next] - 1
    }
    return min(text.count, index + Self.reach)
  }

  /// The place of the last of the `starts` that is not behind `index`.
  private static func place(of index: Int, in starts: [Int]) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return low
  }

  func isNamed(_ index: Int) -> Bool { index < named.count && named[index] }

  func at(_ index: Int) -> Unicode.Scalar? { index >= 0 && index < text.count ? text[index] : nil }

  /// The year of 2025年 or 二〇二五年 at a place.
  func year(at index: Int) -> Int? {
    guard at(index + 4) == "年" else { return nil }
    var year = 0
    for place in index..<index + 4 {
      guard let scalar = at(place),
        let digit = Scalar.isDigit(scalar) ? Int(scalar.value) - 0x30 : Scalar.chineseDigit(scalar)
      else { return nil }
      year = year * 10 + digit
    }
    return year
  }

  func has(_ word: String, at index: Int) -> Bool { text.stands(word, at: index) }

  func string(_ range: Range<Int>) -> String {
    original.string(range)
  }
}

/// Finds the quotations, titles and bracketed years that are short enough to be names.
private struct Quotations {
  /// For each scalar whether it stands in one; empty where there is none.
  private(set) var named: [Bool] = []
  private let count: Int
  private var quotation: Int?
  private var title: Int?
  private var bracket: Int?

  init(count: Int) { self.count = count }

  mutating func read(_ scalar: Unicode.Scalar, at index: Int) {
    switch scalar {
    case "“", "「", "‘", "『": quotation = index
    case "”", "」", "’", "』": quotation = name(quotation, index, atMost: 12)
    case "\"": quotation = quotation == nil ? index : name(quotation, index, atMost: 12)
    case "《", "〈": title = title ?? index
    case "》", "〉": title = name(title, index, atMost: 80)
    case "〔": bracket = index
    case "〕": bracket = name(bracket, index, atMost: 12)
    case "\n", "\r", "。": quotation = nil
    default: break
    }
  }

  /// Notes what stands from the opening mark to the closing one, if it is short; none is open then.
  private mutating func name(_ start: Int?, _ end: Int, atMost length: Int) -> Int? {
    guard let start, end - start - 1 <= length else { return nil }
    if named.isEmpty { named = [Bool](repeating: false, count: count) }
    for place in start...end { named[place] = true }
    return nil
  }
}
