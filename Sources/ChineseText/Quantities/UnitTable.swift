import Vocabulary

/// What kind of thing a unit measures; it decides how the words around a figure are read.
enum FigureKind: Sendable {
  /// Things counted one by one: 个, 家, 批次.
  case count
  /// Money, lengths, areas, masses and the like.
  case measure
  /// Shares and ratios: %, ‰, 个百分点, 倍, 番.
  case ratio
  /// Lapses of time, which are figures only where time itself is what is aimed at.
  case time
}

/// The words that may follow a number as its unit.
struct UnitTable: Sendable {
  private let kinds: [FigureKind]
  private let words: WordSet
  /// For each word, in their order, how records write it: 元 for 圆.
  private let symbols: [[Unicode.Scalar]]

  /// Where a term occurs twice, the last kind holds.
  init(_ terms: [(term: String, symbol: String, kind: FigureKind)]) {
    let distinct = Array(Dictionary(terms.map { (Array($0.term.unicodeScalars), $0) }) { $1 })
    kinds = distinct.map(\.value.kind)
    words = WordSet(words: distinct.map(\.key))
    symbols = distinct.map { Self.withoutBlanks(Array($0.value.symbol.unicodeScalars)) }
  }

  /// A unit in a text: the term, the whole with its denominator, and what it measures.
  struct Match {
    var term: Range<Int>
    var end: Int
    var kind: FigureKind
    fileprivate var ordinal: Int
  }

  /// The longest unit at `index`, compounds such as 万元/亩 with their denominators included.
  func match(in text: [Unicode.Scalar], at index: Int) -> Match? {
    var limit = text.count
    while let word = words.longest(in: text, at: index, limit: limit) {
      let end = index + word.length
      if !isPartOfWord(text, end) {
        let kind = kinds[word.ordinal]
        let last = compound(in: text, after: end, kind)
        return Match(term: index..<end, end: last, kind: kind, ordinal: word.ordinal)
      }
      limit = end - 1
    }
    return nil
  }

  /// How records write a unit that was found in the text.
  func symbol(of match: Match, in text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    let symbol = symbols[match.ordinal]
    return match.end == match.term.upperBound
      ? symbol : Self.withoutBlanks(symbol + text[match.term.upperBound..<match.end])
  }

  private static func withoutBlanks(_ words: [Unicode.Scalar]) -> [Unicode.Scalar] { words.filter { $0 != " " } }

  private func compound(in text: [Unicode.Scalar], after end: Int, _ kind: FigureKind) -> Int {
    guard end + 1 < text.count else { return end }
    if text[end] == "（" || text[end] == "(" { return alternative(in: text, after: end) }
    if text[end] == "每", kind == .measure { return perUnit(in: text, after: end) }
    if isDot(text[end]) { return times(in: text, after: end) }
    guard text[end] == "/" else { return end }
    var start = end + 1
    // 元/（人·月）
    let isBracketed = text[start] == "（" || text[start] == "("
    if isBracketed, start + 1 < text.count { start += 1 }
    // 批次/千人, 元/万户
    if Scalar.isScale(text[start]) || Scalar.smallPower(text[start]) != nil, start + 1 < text.count { start += 1 }
    let length = words.length(in: text, at: start, limit: text.count)
    guard length > 0 else { return end }
    let last = times(in: text, after: start + length)
    guard isBracketed else { return last }
    return last < text.count && (text[last] == "）" || text[last] == ")") ? last + 1 : end
  }

  /// 人·次, 元/人·月: a product of two units.
  private func times(in text: [Unicode.Scalar], after end: Int) -> Int {
    guard end + 1 < text.count, isDot(text[end]) else { return end }
    let length = words.length(in: text, at: end + 1, limit: text.count)
    // 月 alone is no unit of an amount.
    let second = length > 0 ? length : text[end + 1] == "月" ? 1 : 0
    return second > 0 ? end + 1 + second : end
  }

  private func isDot(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "·" || scalar == "•" || scalar == "・" || scalar == "⋅"
  }

  /// 微克每立方米, 吨标准煤每万元; 5公里每年 counts what is done in a year.
  private func perUnit(in text: [Unicode.Scalar], after end: Int) -> Int {
    var start = end + 1
    if start < text.count, Scalar.isScale(text[start]) { start += 1 }
    guard let word = words.longest(in: text, at: start, limit: text.count), kinds[word.ordinal] == .measure else {
      return end
    }
    return start + word.length
  }

  /// 套（间）, 名（人）: the same thing counted by either word.
  private func alternative(in text: [Unicode.Scalar], after end: Int) -> Int {
    guard let word = words.longest(in: text, at: end + 1, limit: text.count), word.length <= 2 else { return end }
    let close = end + 1 + word.length
    guard close < text.count, text[close] == "）" || text[close] == ")", kinds[word.ordinal] == .count else {
      return end
    }
    return close + 1
  }

  /// Whether the unit's last scalar begins another word: the 项 of 项目, the 人 of 人才.
  private func isPartOfWord(_ text: [Unicode.Scalar], _ end: Int) -> Bool {
    guard end < text.count, let followers = FigureWords.unitsInsideWords[text[end - 1]] else { return false }
    guard followers.contains(text[end]) else { return false }
    // 5项目标 counts aims (目标), 5项目 counts nothing.
    return !(text[end - 1] == "项" && end + 1 < text.count && text[end + 1] == "标")
  }
}

extension UnitTable {
  /// The units of the vocabulary.
  static let standard = UnitTable(
    Units.standard.terms.compactMap { term in kind(of: term).map { (term.term, term.symbol, $0) } })

  /// Tenths and turns are read by rules of their own; what names a class or a place in an order is no unit.
  private static func kind(of term: UnitTerm) -> FigureKind? {
    switch term.kind {
    case .counter: .count
    case .percent, .points, .multiple, .rank: term.term == "成" || term.term == "番" ? nil : .ratio
    case .time: counted.contains(term.base) ? .count : .time
    case .grade, .label, .compound: nil
    case .money, .area, .length, .mass, .energy, .power, .voltage, .pressure, .volume, .temperature, .sound, .data:
      .measure
    }
  }

  /// Hours of teaching and of work are counted; other times lapse.
  private static let counted: Set<String> = ["学时", "课时", "工时", "工日", "机时"]
}
