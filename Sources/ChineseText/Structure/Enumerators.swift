/// What counts the parts of a list off: 一要, 一是, 第一，, 首先，, 一、, （一）, 1., ①.
public struct Enumerator: Sendable, Equatable {
  public enum Style: String, Sendable, CaseIterable {
    /// 一要 … 六要
    case ordinalMust
    /// 一是 … 六是
    case ordinalIs
    /// 第一，
    case ordinal
    /// 首先，其次，最后，
    case adverb
    /// 一、
    case hanPoint
    /// （一）
    case hanBracket
    /// 1. 1、 1．
    case digitPoint
    /// （1） 1）
    case digitBracket
    /// ①
    case circled
  }

  public var style: Style
  /// What it says; 其次 and its kin count on from the one before, so theirs is absent.
  public var number: Int?
  /// Mark and punctuation, without white space around.
  public var range: Range<Int>

  public init(style: Style, number: Int?, range: Range<Int>) {
    self.style = style
    self.number = number
    self.range = range
  }

  /// Whether two marks can count the same list.
  public func continues(_ other: Enumerator) -> Bool { style == other.style }
}

/// The mark that stands at an offset, if one does.
public func enumerator(in text: [Unicode.Scalar], at offset: Int, before end: Int) -> Enumerator? {
  let end = min(end, text.count)
  guard offset >= 0, offset < end else { return nil }
  let first = text[offset]
  guard enumeratorStarts.contains(first) else { return nil }

  if (0x2460...0x2473).contains(first.value) {
    return Enumerator(style: .circled, number: Int(first.value) - 0x2460 + 1, range: offset..<offset + 1)
  }
  for (word, number) in adverbs where text.stands(word, at: offset, before: end) {
    let at = offset + word.unicodeScalars.count
    // 首先， and 首先要
    guard at < end, pauses.contains(text[at]) || text[at] == "要" else { continue }
    return Enumerator(style: .adverb, number: number, range: offset..<at + 1)
  }
  if first == "第", let number = hanNumber(text, offset + 1, end) ?? digits(text, offset + 1, end) {
    var at = number.end
    if at < end, text[at] == "是" || text[at] == "要" { at += 1 }
    guard at < end, pauses.contains(text[at]) else {
      return at > number.end ? Enumerator(style: .ordinal, number: number.value, range: offset..<at) : nil
    }
    return Enumerator(style: .ordinal, number: number.value, range: offset..<at + 1)
  }
  if first == "（" || first == "(" {
    let inner =
      hanNumber(text, offset + 1, end).map { ($0, Enumerator.Style.hanBracket) }
      ?? digits(text, offset + 1, end).map { ($0, .digitBracket) }
    guard let (number, style) = inner, number.value > 0, number.value < 100, number.end < end,
      text[number.end] == "）" || text[number.end] == ")"
    else { return nil }
    return Enumerator(style: style, number: number.value, range: offset..<number.end + 1)
  }
  if let number = hanNumber(text, offset, end), number.end < end, number.value > 0, number.value < 100 {
    switch text[number.end] {
    case "要": return Enumerator(style: .ordinalMust, number: number.value, range: offset..<number.end + 1)
    case "是": return Enumerator(style: .ordinalIs, number: number.value, range: offset..<number.end + 1)
    case "、", "．", ".": return Enumerator(style: .hanPoint, number: number.value, range: offset..<number.end + 1)
    default: return nil
    }
  }
  if let number = digits(text, offset, end), number.end < end, number.value > 0, number.value < 100 {
    let mark = text[number.end]
    let next = number.end + 1 < end ? text[number.end + 1] : nil
    if mark == ")" || mark == "）" {
      return Enumerator(style: .digitBracket, number: number.value, range: offset..<number.end + 1)
    }
    // 1.5 is a number, 3.0版 too.
    if mark == "、" || mark == "．" || mark == ".", !(next?.isDigit ?? false) {
      return Enumerator(style: .digitPoint, number: number.value, range: offset..<number.end + 1)
    }
  }
  return nil
}

private let enumeratorStarts = ScalarSet(
  "首其再此然最第（(一二三四五六七八九十0123456789０１２３４５６７８９①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
private let pauses: Set<Unicode.Scalar> = ["，", ",", "、", "：", ":", "　", " "]
private let adverbs: [(String, Int?)] = [
  ("首先", 1), ("其一", 1), ("其二", 2), ("其三", 3), ("其四", 4), ("其五", 5), ("其次", nil), ("再次", nil), ("再者", nil), ("此外", nil),
  ("然后", nil), ("最后", nil),
]

/// Every word that counts the parts of a list off.
let enumeratorWords: [[Unicode.Scalar]] = (adverbs.map(\.0) + ["第", "要", "是"]).map { Array($0.unicodeScalars) }

struct ReadNumber {
  var value: Int
  var end: Int
}

private func digits(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> ReadNumber? {
  var at = from
  var value = 0
  while at < end, at - from < 4, text[at].isDigit {
    let base: UInt32 = text[at].isASCIIDigit ? 0x30 : 0xFF10
    value = value * 10 + Int(text[at].value - base)
    at += 1
  }
  return at > from ? ReadNumber(value: value, end: at) : nil
}

/// A Chinese ordinal below one hundred: 三, 十, 十二, 二十, 二十三.
private func hanNumber(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> ReadNumber? {
  var at = from
  func one() -> Int? {
    guard at < end, let value = hanDigits[text[at]] else { return nil }
    at += 1
    return value
  }
  let head = one()
  if at < end, text[at] == "十" {
    at += 1
    let tens = head ?? 1
    return ReadNumber(value: tens * 10 + (one() ?? 0), end: at)
  }
  return head.map { ReadNumber(value: $0, end: at) }
}

private let hanDigits: [Unicode.Scalar: Int] = [
  "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
]
