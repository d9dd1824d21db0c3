import Vocabulary

/// A confidentiality mark in a text.
public struct ConfidentialityMark: Sendable, Equatable {
  /// Where its words stand, with their brackets, label and period.
  public let range: Range<Int>
  /// The same with the copy's number, date or urgency beside it, which are no words of the text either.
  public let whole: Range<Int>
}

/// The confidentiality marks that a text bears (秘密★1年, 机密, 密级：秘密, 内部资料，注意保存), ascending.
///
/// A mark stands as a mark, not as a word of a sentence:
///
/// - degree and star (秘密★, 机密★10年) touch an edge of the line or cell, a blank, or a period that begins a line;
/// - a label's value (密级：机密) ends where the line, the cell or the field ends; of boxes, the ticked one counts;
/// - any other (机密, 内部资料, 工作秘密, 注意保存) is a line or cell of its own, parted from other words by a wide
///   gap, beside a copy's number or an urgency, or in brackets at the edge of a line that is no sentence.
///
/// What stands in quotation marks is spoken of. Degrees side by side (绝密 机密 秘密) are a table's columns, not marks.
public func confidentialityMarks(in text: [Unicode.Scalar]) -> [ConfidentialityMark] {
  let text = MarkText(text)
  var found: [MarkPhrase] = []
  var at = 0
  while at < text.scalars.count {
    if text.words.begin(with: text.scalars[at]), let phrase = MarkPhrase(at: at, in: text),
      MarkPosition(phrase, in: text).isMark
    {
      found.append(phrase)
      at = phrase.range.upperBound
    } else {
      at += 1
    }
  }
  let isListed = found.indices.map { index in
    [index - 1, index + 1].contains { other in
      found.indices.contains(other) && areListed(found[min(index, other)], found[max(index, other)], in: text)
    }
  }
  return zip(found, isListed).filter { !$1 }.map { phrase, _ in
    ConfidentialityMark(range: phrase.range, whole: MarkPosition(phrase, in: text).whole)
  }
}

/// Whether two different degrees stand side by side, with nothing but numbers and a table's marks between.
private func areListed(_ first: MarkPhrase, _ second: MarkPhrase, in text: MarkText) -> Bool {
  guard let one = first.bareLevel, let other = second.bareLevel, one != other,
    first.range.upperBound <= second.range.lowerBound
  else { return false }
  return (first.range.upperBound..<second.range.lowerBound).allSatisfy { at in
    text.isEdge(at) || text.isBlank(at) || text.scalars[at].isASCIIDigit
  }
}

/// How the words of a mark stand on their line.
private struct MarkPosition {
  private enum Side: Int, Comparable {
    /// Other words touch the mark.
    case words
    /// A blank, no wider than those inside the mark.
    case blank
    /// The edge of the line or cell, or a gap as wide as between things that have nothing to do with each other.
    case free

    static func < (a: Side, b: Side) -> Bool { a.rawValue < b.rawValue }
  }

  private let phrase: MarkPhrase
  private let text: MarkText

  init(_ phrase: MarkPhrase, in text: MarkText) {
    self.phrase = phrase
    self.text = text
  }

  var isMark: Bool {
    let (start, end) = (phrase.range.lowerBound, phrase.range.upperBound)
    if text[start - 1].map(MarkPosition.quotes.contains) ?? false { return false }
    if text[end].map(MarkPosition.quotes.contains) ?? false { return false }
    if phrase.isLabelled { return endsValue }
    if phrase.isWholeLine {
      return text.isLineEnd(text.skippingBlanks(before: start) - 1) && text.isLineEnd(text.skippingBlanks(end))
    }
    if phrase.hasStar, right >= .blank || left >= .blank && phrase.hasPeriod { return true }
    if left == .free, right == .free { return true }
    guard phrase.isBracketed else { return false }
    if phrase.hasStar { return isCaption(before) && isCaption(after) }
    return left == .free && isCaption(after) || right == .free && isCaption(before)
  }

  var whole: Range<Int> {
    let (before, after) = (self.before, self.after)
    let start = isCompanion(before) ? before.first { !text.isBlank($0) } : nil
    let end = isCompanion(after) ? text.skippingBlanks(before: after.upperBound) : nil
    return (start ?? phrase.range.lowerBound)..<(end ?? phrase.range.upperBound)
  }

  // MARK: The sides

  /// The words before the mark on its line, as far as a title is long.
  private var before: Range<Int> {
    var start = phrase.range.lowerBound
    while !text.isEdge(start - 1), phrase.range.lowerBound - start < MarkPosition.longestCaption { start -= 1 }
    return start..<phrase.range.lowerBound
  }

  /// The words behind it.
  private var after: Range<Int> {
    var end = phrase.range.upperBound
    while !text.isEdge(end), end - phrase.range.upperBound < MarkPosition.longestCaption { end += 1 }
    return phrase.range.upperBound..<end
  }

  private var left: Side {
    let gap = text.skippingBlanks(before: phrase.range.lowerBound)..<phrase.range.lowerBound
    return side(gap, isEdge: text.isEdge(gap.lowerBound - 1), rest: before)
  }

  private var right: Side {
    let gap = phrase.range.upperBound..<text.skippingBlanks(phrase.range.upperBound)
    return side(gap, isEdge: text.isEdge(gap.upperBound), rest: after)
  }

  private func side(_ gap: Range<Int>, isEdge: Bool, rest: Range<Int>) -> Side {
    let columns = text.columns(gap)
    // In 工　作　秘　密 the blanks part nothing.
    if isEdge || columns > max(1, phrase.gap) || isCompanion(rest) { return .free }
    return columns > 0 ? .blank : .words
  }

  /// Whether the rest of the line is the copy's number, a date, an urgency: 000012, 编号：12, 【特急】.
  private func isCompanion(_ range: Range<Int>) -> Bool {
    guard range.count < MarkPosition.longestCaption else { return false }
    var (at, digits, isLabelled, isUrgent) = (range.lowerBound, 0, false, false)
    while at < range.upperBound {
      let scalar = text.scalars[at]
      if let word = text.word(.companion, at: at) {
        (at, isUrgent) = (word.end, true)
      } else if let word = text.word(.numberLabel, at: at) {
        (at, isLabelled) = (word.end, true)
      } else if scalar.isASCIIDigit {
        (at, digits) = (at + 1, digits + 1)
      } else if ":.[]()【】〔〕-/".unicodeScalars.contains(scalar) || text.isBlank(at)
        || digits > 0 && "年月日号份期".unicodeScalars.contains(scalar)
      {
        at += 1
      } else {
        return false
      }
    }
    // The number of a list's entry is short: 1. 秘密
    return digits > 3 || digits > 0 && isLabelled || digits == 0 && isUrgent
  }

  /// Whether a label's value ends with the phrase: what follows is neither its next word nor another choice.
  private var endsValue: Bool {
    guard right == .words, let next = text[phrase.range.upperBound] else { return true }
    if next.isHan {
      // 密级：机密紧急程度：特急
      let field = after.prefix { text.scalars[$0].isHan }
      return field.count <= 6 && text[field.upperBound] == ":"
    }
    return !next.isASCIILetter && !"、/~-—或和".unicodeScalars.contains(next)
  }

  /// A title, or the end of a paragraph: no sentence goes on into the brackets, no publication is named before them.
  private func isCaption(_ rest: Range<Int>) -> Bool {
    if let last = rest.last, rest.upperBound == phrase.range.lowerBound {
      if "。!?".unicodeScalars.contains(text.scalars[last]) { return true }
      if text.scalars[last] == "》" { return false }
    }
    return rest.count < MarkPosition.longestCaption
      && !text.scalars[rest].contains { MarkPosition.clauseMarks.contains($0) }
  }

  private static let longestCaption = 200
  private static let quotes: Set<Unicode.Scalar> = [
    "“", "”", "‘", "’", "\"", "'", "「", "」", "『", "』", "《", "》", "〈", "〉",
  ]
  private static let clauseMarks: Set<Unicode.Scalar> = [",", "。", ";", "!", "?", ":", "、"]
}
