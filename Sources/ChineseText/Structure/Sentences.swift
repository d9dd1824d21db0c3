/// The sentences of a stretch of text, each with its closing marks, trimmed, in order.
///
/// A sentence ends at 。！？ or their ASCII forms, not inside quotation marks or brackets that close later in the same
/// stretch, and not at a line end: a line end is white space. A point is one only behind a Chinese word: one between
/// digits, behind a list's number or an abbreviation is none. A remark in brackets behind a sentence's mark is a piece
/// of its own: （责任单位：市教育局）.
public func sentences(in text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
  let range = range.clamped(to: 0..<text.count)
  let balanced = isBalanced(text, range)
  var out: [Range<Int>] = []
  var nesting = Nesting()
  var start = range.lowerBound
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text[at]
    at += 1
    if isPlain(scalar) { continue }
    nesting.read(scalar)
    guard terminators.contains(scalar) || isPoint(scalar) && isFullStop(text, at - 1, range) else { continue }
    at = skip(terminators, from: at)
    var end = at
    if balanced, nesting.depth > 0 {
      // “……。” closes the sentence with the quotation only if nothing of the sentence follows.
      var outer = nesting
      while end < range.upperBound, outer.depth > 0, outer.closes(text[end]) {
        outer.read(text[end])
        end += 1
      }
      guard outer.depth == 0 else { continue }
      if end < range.upperBound, goesOn(text, behind: end - 1) { continue }
      end = skip(terminators, from: end)
      nesting = outer
    } else if !balanced {
      end = skip(closers, from: end)
    }
    append(start..<end)
    start = end
    if balanced, let remark = remark(in: text, start..<range.upperBound) {
      append(remark)
      start = remark.upperBound
    }
    at = start
  }
  append(start..<range.upperBound)
  return out

  func append(_ piece: Range<Int>) {
    let trimmed = text.trimmed(piece)
    if !trimmed.isEmpty { out.append(trimmed) }
  }

  func skip(_ marks: Set<Unicode.Scalar>, from place: Int) -> Int {
    var end = place
    while end < range.upperBound, marks.contains(text[end]) { end += 1 }
    return end
  }
}

/// Whether a sentence goes on behind the closing mark of what is quoted or put in brackets in it.
///
/// “快来！”活动 is a call within a sentence, where a whole one would end with 。
func goesOn(_ text: [Unicode.Scalar], behind closer: Int) -> Bool {
  guard closer > 0, closer + 1 < text.count else { return false }
  let next = text[closer + 1]
  return continuing.contains(next) || next.isHan && (text[closer - 1] != "。" || !quoteClosers.contains(text[closer]))
}

/// The remark in brackets that a stretch begins with, on one line and of some words; a list's number is none.
private func remark(in text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int>? {
  guard let first = range.first(where: { !text[$0].isBlank }), text[first] == "（" || text[first] == "(",
    enumerator(in: text, at: first, before: range.upperBound) == nil
  else { return nil }
  var nesting = Nesting()
  var words = 0
  for at in first..<range.upperBound {
    nesting.read(text[at])
    if text[at].isLineEnd { return nil }
    if text[at].isHan { words += 1 }
    guard nesting.depth == 0 else { continue }
    let isMore = at + 1 < range.upperBound && continuing.contains(text[at + 1])
    return isMore || words < 2 ? nil : first..<at + 1
  }
  return nil
}

/// A point behind a Chinese word, a quotation or a per cent sign, before no Latin letter and no digit.
func isFullStop(_ text: [Unicode.Scalar], _ at: Int, _ range: Range<Int>) -> Bool {
  guard at > range.lowerBound else { return false }
  let before = text[at - 1]
  guard before.isHan || ["”", "》", "%", "％", "‰"].contains(before) else { return false }
  // 一.加强领导, 十二.加强领导
  var start = at - 1
  while start > range.lowerBound, text[start - 1].isHan, at - start < 3 { start -= 1 }
  if (start..<at).contains(where: { enumerator(in: text, at: $0, before: at + 1)?.range == $0..<at + 1 }) {
    return false
  }
  guard at + 1 < range.upperBound else { return true }
  let after = text[at + 1]
  return !after.isASCIILetter && !after.isDigit && !isPoint(after)
}

/// Most of a text, and none of the marks below.
private func isPlain(_ scalar: Unicode.Scalar) -> Bool { (0x4E00...0x9FFF).contains(scalar.value) }

private func isPoint(_ scalar: Unicode.Scalar) -> Bool { scalar == "." || scalar == "．" }

private let terminators: Set<Unicode.Scalar> = ["。", "！", "？", "!", "?", "｡"]
private let openers: Set<Unicode.Scalar> = ["“", "‘", "「", "『", "（", "(", "《", "〈", "【", "〔"]
private let closers: Set<Unicode.Scalar> = ["”", "’", "」", "』", "）", ")", "》", "〉", "】", "〕"]
private let quoteClosers: Set<Unicode.Scalar> = ["”", "’", "」", "』", "\"", "＂"]
private let continuing: Set<Unicode.Scalar> = ["，", ",", "、", "；", ";", "：", ":", "的", "和", "与", "及", "等", "为"]

/// How deep a place stands in quotation marks and brackets; a straight mark opens and closes by turns.
private struct Nesting {
  private(set) var depth = 0
  private var isQuoted = false

  func closes(_ scalar: Unicode.Scalar) -> Bool { closers.contains(scalar) || isQuoted && Self.isStraight(scalar) }

  mutating func read(_ scalar: Unicode.Scalar) {
    if Self.isStraight(scalar) {
      depth = isQuoted ? max(0, depth - 1) : depth + 1
      isQuoted.toggle()
    } else if openers.contains(scalar) {
      depth += 1
    } else if closers.contains(scalar) {
      depth = max(0, depth - 1)
    }
  }

  private static func isStraight(_ scalar: Unicode.Scalar) -> Bool { scalar == "\"" || scalar == "＂" }
}

/// Whether quotation marks and brackets pair up; where they don't, they are no guide.
private func isBalanced(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
  var nesting = Nesting()
  for at in range where !isPlain(text[at]) {
    if nesting.depth == 0, closers.contains(text[at]) { return false }
    nesting.read(text[at])
  }
  return nesting.depth == 0
}

/// The first clause mark (，,；;：:) of a sentence that stands outside quotation marks and brackets.
public func firstClauseMark(in text: [Unicode.Scalar], _ range: Range<Int>, marks: Set<Unicode.Scalar> = ["，", ","])
  -> Int?
{
  var nesting = Nesting()
  for at in range.clamped(to: 0..<text.count) {
    nesting.read(text[at])
    guard nesting.depth == 0, marks.contains(text[at]) else { continue }
    // 1,000: a comma between digits is part of the number.
    let between = text[at] == "," && at > 0 && at + 1 < text.count && text[at - 1].isDigit && text[at + 1].isDigit
    if !between { return at }
  }
  return nil
}
