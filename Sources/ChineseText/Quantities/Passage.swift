/// Folded text with the bounds of sentences and clauses, the places inside quotation marks and those where a number may
/// begin.
///
/// A class, so that the readers that hold one cost no more than a reference each.
final class Passage: Sendable {
  let original: [Unicode.Scalar]
  let text: [Unicode.Scalar]
  /// Where a number, a place in an order or a Latin word may begin.
  let starts: PlaceSet
  /// Where sentences and clauses start.
  private let sentences: PlaceSet
  private let clauses: PlaceSet
  /// For each scalar whether it stands in a short quotation, a title or a document number, whose figures are names;
  /// empty where the text has none.
  private let named: [Bool]

  /// How far a look to either side goes; no clause of a plan is longer, and bounding it keeps reading linear.
  static let reach = 96

  /// What a number, a place in an order or a Latin word may begin with.
  private static let starting = FigureReader.starts + RankReader.starts
  private static let startSet = ScalarSet(starting)
  /// These, and every mark: the everyday Han characters are all of a text that nothing need be known of.
  private static let notable = ScalarSet(allBut: Scalar.everydayHan, with: starting)

  init(_ original: [Unicode.Scalar]) {
    self.original = original
    var text = original
    var starts = PlaceSet(count: text.count)
    var sentences = starts
    var clauses = starts
    sentences.insert(0)
    clauses.insert(0)
    var quotations = Quotations(count: text.count)
    var opened: [Int] = []
    let (notable, startSet) = (Self.notable, Self.startSet)
    var next = 0
    while let index = notable.first(in: original, from: next) {
      next = index + 1
      let written = original[index]
      if Scalar.isDigit(written) || Scalar.isEverydayHan(written) {
        starts.insert(index)
        continue
      }
      let scalar = Scalar.folded(written)
      if scalar != written { text[index] = scalar }
      if startSet.contains(scalar) {
        starts.insert(index)
        continue
      }
      if Scalar.endsSentence(scalar) || scalar == "." && isFullStop(original, index, original.indices) {
        sentences.insert(index + 1)
        clauses.insert(index + 1)
      } else if Scalar.partsClauses(scalar) {
        let digits =
          index > 0 && index + 1 < text.count && Scalar.isDigit(text[index - 1])
          && Scalar.isDigit(Scalar.folded(text[index + 1]))
        if !(digits && (scalar == "," || scalar == ":" || scalar == "：")) { clauses.insert(index + 1) }
      }
      quotations.read(scalar, at: index)
      switch scalar {
      case "“", "「", "‘", "『", "（", "(": opened.append(index)
      case "”", "」", "’", "』", "）", ")":
        guard let start = opened.popLast(), index - start <= Self.reach else { continue }
        if sentences.contains(index), !goesOn(original, behind: index) {
          // The closing mark belongs to the sentence that it closes.
          sentences.remove(index)
          sentences.insert(index + 1)
          clauses.remove(index)
          clauses.insert(index + 1)
        } else {
          // What ends within it ends no sentence around it.
          while let inner = sentences.last(from: start + 1, through: index) { sentences.remove(inner) }
        }
      case "\n", "\r", "\t": opened.removeAll(keepingCapacity: true)
      default: break
      }
    }
    self.text = text
    self.starts = starts
    self.sentences = sentences
    self.clauses = clauses
    named = quotations.named
  }

  func sentenceStart(_ index: Int) -> Int {
    guard index < text.count else { return index }
    let floor = max(0, index - 4 * Self.reach)
    return sentences.last(from: floor, through: index) ?? floor
  }

  func clauseStart(_ index: Int) -> Int {
    guard index < text.count else { return index }
    let floor = max(0, index - Self.reach)
    return clauses.last(from: floor, through: index) ?? floor
  }

  /// Where the clause of `index` ends: at its mark, or at the text's end.
  func clauseEnd(_ index: Int) -> Int {
    guard index < text.count else { return text.count }
    let limit = min(text.count, index + Self.reach)
    guard let next = clauses.first(from: index + 1), next < text.count, next <= index + Self.reach else { return limit }
    return next - 1
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
