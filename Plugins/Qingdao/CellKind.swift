import AdapterKit
import ChineseText
import Vocabulary

/// What a cell looks like, whatever column it stands in.
struct CellKind {
  let source: SourceText
  let range: Range<Int>

  init(_ range: Range<Int>, in source: SourceText) {
    self.source = source
    self.range = source.scalars.trimmed(range)
  }

  /// The number that the cell consists of: 1, 1., （1）, 一, １, ①, 目标一, 第3项, A-1, 重点1.
  var number: Int? {
    guard range.count <= 8 else { return nil }
    let text = source.bare(range).unicodeScalars.map { $0 }
    return CellKind.number(text) ?? CellKind.number(CellKind.counted(text))
  }

  private static func number(_ text: [Unicode.Scalar]) -> Int? {
    if let mark = enumerator(in: text, at: 0, before: text.count), mark.range.upperBound == text.count {
      return mark.number
    }
    guard text.count <= 3 else { return nil }
    if !text.isEmpty, text.allSatisfy(\.isDigit) {
      return text.reduce(0) { $0 * 10 + Int($1.value) - ($1.isASCIIDigit ? 0x30 : 0xFF10) }
    }
    // 一 alone is no mark of a list; with a point behind it, it would be.
    let pointed = text + ["、"]
    return enumerator(in: pointed, at: 0, before: pointed.count).flatMap {
      $0.range.upperBound == pointed.count && $0.style == .hanPoint ? $0.number : nil
    }
  }

  /// The number without what it counts: 一 of 目标一 and 第一项, 1 of A-1, 3 of 2-3.
  private static func counted(_ text: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var range = 0..<text.count
    if let colon = text.last, colon == "：" || colon == ":" { range = 0..<text.count - 1 }
    for word in SheetWords.numberLeads where text.stands(word, at: 0, before: range.upperBound) {
      range = word.unicodeScalars.count..<range.upperBound
      break
    }
    if range.lowerBound == 0, let letter = text.first, letter.isASCIILetter, text.count > 1 {
      range = 1..<range.upperBound
    }
    if range.lowerBound == 0, range.count >= 3,
      let dash = text[range].firstIndex(where: { "-－—".unicodeScalars.contains($0) }), dash > 0,
      text[..<dash].allSatisfy(\.isDigit)
    {
      range = dash..<range.upperBound
    }
    if let dash = text[range].first, range.lowerBound > 0, "-－—.．".unicodeScalars.contains(dash) {
      range = range.lowerBound + 1..<range.upperBound
    }
    if let last = text[range].last, range.lowerBound > 0, "项条号".unicodeScalars.contains(last) {
      range = range.lowerBound..<range.upperBound - 1
    }
    return range.lowerBound > 0 ? Array(text[range]) : []
  }

  /// The category that stands in a number: 重点 of 重点1.
  var categoryInNumber: Range<Int>? {
    guard number != nil else { return nil }
    for word in ["重点目标", "创优目标", "重点", "创优"]
    where source.scalars.stands(word, at: range.lowerBound, before: range.upperBound) {
      return range.lowerBound..<range.lowerBound + word.unicodeScalars.count
    }
    return nil
  }

  /// Whether the cell says something in sentences, as a goal's content does.
  var isSentence: Bool {
    let text = source.scalars
    guard let last = range.last else { return false }
    return range.count > 40 || ["。", "！", "？", "；", ";", "!"].contains(text[last]) || text.first("。", in: range) != nil
  }

  var isKnownCategory: Bool { SheetWords.code(of: source.bare(range)) != nil }
  var isCategoryLike: Bool { isKnownCategory || SheetWords.isCategoryLike(source.bare(range)) }

  /// How well the cell fits a column; far below zero where it can't stand there.
  func points(in column: SheetWords.Column?) -> Int {
    let isNumber = number != nil
    switch column {
    case .category:
      if isNumber || isSentence { return -20 }
      return isKnownCategory ? 8 : isCategoryLike ? 5 : range.count <= 10 ? 1 : -4
    case .number: return isNumber ? 8 : -20
    case .title: return isNumber ? -20 : isKnownCategory ? -6 : isSentence ? -3 : 4
    case .content: return isNumber ? -6 : isSentence ? 6 : 1
    case .benchmarkCity: return isNumber ? -20 : isSentence ? -6 : namesCity ? 5 : 0
    case .lead, .responsible, .cooperating, .supervising: return isNumber ? -20 : isSentence ? -4 : endsAsUnit ? 4 : 1
    case .due: return isSentence ? -4 : isNumber ? -5 : source.holds(["月", "年", "季", "长期"], in: range) ? 5 : 0
    case .phone: return source.scalars[range].count(where: \.isDigit) >= 7 ? 5 : -2
    case .benchmarkValue: return 1
    case .person, .remark, nil: return isSentence ? -2 : 0
    }
  }

  /// Whether the cell names nothing but cities of the vocabulary.
  private var namesCity: Bool {
    source.scalars.pieces(of: range) { "、，,；;和/ ".unicodeScalars.contains($0) }.allSatisfy { piece in
      Cities.standard.city(name: source.bare(piece)) != nil
        || !Cities.standard.cities(shortName: source.bare(piece)).isEmpty
    }
  }

  private var endsAsUnit: Bool { SheetWords.unitEndings.contains(where: source.bare(range).hasSuffix) }
}
