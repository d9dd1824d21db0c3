/// The sentences of a stretch of text, each with its closing marks, trimmed, in order.
///
/// A sentence ends at 。！？ or their ASCII forms, not inside quotation marks or brackets that close later in the same
/// stretch, and not at a line end: a line end is white space. A point is one only behind a Chinese word: one between
/// digits, behind a list's number or an abbreviation is none.
public func sentences(in text: [Unicode.Scalar], _ range: Range<Int>) -> [Range<Int>] {
  let range = range.clamped(to: 0..<text.count)
  let balanced = isBalanced(text, range)
  var out: [Range<Int>] = []
  var depth = 0
  var start = range.lowerBound
  var at = range.lowerBound
  while at < range.upperBound {
    let scalar = text[at]
    if openers.contains(scalar) { depth += 1 }
    if closers.contains(scalar), depth > 0 { depth -= 1 }
    at += 1
    guard terminators.contains(scalar) || scalar == "." && isFullStop(text, at - 1, range) else { continue }
    var end = at
    while end < range.upperBound, terminators.contains(text[end]) { end += 1 }
    at = end
    if balanced, depth > 0 {
      // “……。” closes the sentence with the quotation only if nothing of the sentence follows.
      guard depth == 1, end < range.upperBound, closers.contains(text[end]) else { continue }
      let after = end + 1
      // “快来！”活动: a call within a sentence, where a whole one would end with 。
      let isCall = text[end - 1] != "。" && text[end] == "”"
      if after < range.upperBound, continuing.contains(text[after]) || text[after].isHan && (text[end] == "）" || isCall)
      {
        continue
      }
      end = after
      depth = 0
    }
    append(start..<end)
    start = end
    at = end
  }
  append(start..<range.upperBound)
  return out

  func append(_ piece: Range<Int>) {
    let trimmed = text.trimmed(piece)
    if !trimmed.isEmpty { out.append(trimmed) }
  }
}

/// A point behind a Chinese word, a quotation or a per cent sign, before no Latin letter and no digit.
private func isFullStop(_ text: [Unicode.Scalar], _ at: Int, _ range: Range<Int>) -> Bool {
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
  return !after.isASCIILetter && !after.isDigit && after != "."
}

private let terminators: Set<Unicode.Scalar> = ["。", "！", "？", "!", "?", "｡"]
private let openers: Set<Unicode.Scalar> = ["“", "‘", "「", "『", "（", "(", "《", "〈", "【", "〔"]
private let closers: Set<Unicode.Scalar> = ["”", "’", "」", "』", "）", ")", "》", "〉", "】", "〕"]
private let continuing: Set<Unicode.Scalar> = ["，", ",", "、", "；", ";", "：", ":", "的", "和", "与", "及", "等", "为"]

/// Whether quotation marks and brackets pair up; where they don't, they are no guide.
private func isBalanced(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Bool {
  var depth = 0
  for at in range {
    if openers.contains(text[at]) { depth += 1 }
    if closers.contains(text[at]) {
      depth -= 1
      if depth < 0 { return false }
    }
  }
  return depth == 0
}

/// The first clause mark (，,；;：:) of a sentence that stands outside quotation marks and brackets.
public func firstClauseMark(in text: [Unicode.Scalar], _ range: Range<Int>, marks: Set<Unicode.Scalar> = ["，", ","])
  -> Int?
{
  var depth = 0
  for at in range.clamped(to: 0..<text.count) {
    if openers.contains(text[at]) { depth += 1 }
    if closers.contains(text[at]) { depth = max(0, depth - 1) }
    guard depth == 0, marks.contains(text[at]) else { continue }
    // 1,000: a comma between digits is part of the number.
    let between = text[at] == "," && at > 0 && at + 1 < text.count && text[at - 1].isDigit && text[at + 1].isDigit
    if !between { return at }
  }
  return nil
}
