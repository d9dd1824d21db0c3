import Vocabulary

/// For how long a degree holds: 1年, 长期, 六个月, 2035年12月31日, 启用前.
enum MarkPeriod {
  /// Where a period that begins at a place ends; brackets around it belong to it.
  ///
  /// - Parameter behindStar: then any condition counts that ends as one: 全市考试结束前.
  static func end(at start: Int, in text: MarkText, behindStar: Bool = false) -> Int? {
    if text[start] == "(" || text[start] == "[" {
      let inner = text.skippingBlanks(start + 1)
      guard let end = end(at: inner, in: text, behindStar: behindStar) else { return nil }
      let close = text.skippingBlanks(end)
      return text[close] == ")" || text[close] == "]" ? close + 1 : nil
    }
    if let word = text.word(.period, at: start) { return word.end }
    return date(at: start, in: text) ?? (behindStar ? condition(at: start, in: text) : nil)
  }

  /// Numbers with their units, one after the other: 1年, 2035年12月31日前.
  private static func date(at start: Int, in text: MarkText) -> Int? {
    var (at, end): (Int, Int?) = (start, nil)
    // 1年2031年度业务目标: what is no smaller than the unit before it is the text's.
    var units = "年月日天".unicodeScalars[...]
    while true {
      let digits = number(at: at, in: text)
      guard digits > at else { break }
      let unit = text.skippingBlanks(digits)
      let length =
        text[unit] == "个" && text[unit + 1] == "月" ? 2 : "年月日天".unicodeScalars.contains(text[unit] ?? " ") ? 1 : 0
      guard length > 0, text[unit] != "年" || text[unit + 1] != "度", let scalar = text[unit] else { break }
      guard let rank = units.firstIndex(of: scalar == "个" ? "月" : scalar) else { break }
      units = units[units.index(after: rank)...]
      end = unit + length
      at = text.skippingBlanks(unit + length)
    }
    guard let end else { return nil }
    return text[end] == "前" || text[end] == "止" ? end + 1 : end
  }

  private static func number(at start: Int, in text: MarkText) -> Int {
    var at = start
    while let scalar = text[at], at - start < 4, scalar.isASCIIDigit || "一二三四五六七八九十两半".unicodeScalars.contains(scalar) {
      at = text.skippingBlanks(at + 1)
    }
    return text.skippingBlanks(before: at)
  }

  private static func condition(at start: Int, in text: MarkText) -> Int? {
    var at = start
    while let scalar = text[at], at - start < 16, scalar.isHan || scalar.isASCIIDigit { at += 1 }
    guard at > start + 1, "前后时止".unicodeScalars.contains(text[at - 1] ?? " ") else { return nil }
    return at
  }
}
