/// A day that a text names: 2024年2月28日, 2月28日, 2024-02-28, 二〇二四年三月一日.
public struct DateMention: Sendable, Equatable {
  /// Absent where only month and day are stated.
  public var year: Int?
  public var month: Int
  public var day: Int
  public var range: Range<Int>
}

/// The days named in a stretch of text, in order; ranges of days (2月28日至29日) give their first.
public func dateMentions(in text: [Unicode.Scalar], _ range: Range<Int>) -> [DateMention] {
  let range = range.clamped(to: 0..<text.count)
  var out: [DateMention] = []
  var at = range.lowerBound
  while at < range.upperBound {
    if at > range.lowerBound, isDateDigit(text[at - 1]), isDateDigit(text[at]) {
      at += 1
      continue
    }
    if let mention = written(text, at, range.upperBound) ?? parted(text, at, range.upperBound) {
      out.append(mention)
      at = mention.range.upperBound
    } else {
      at += 1
    }
  }
  return out
}

/// The calendar years that a stretch names (2024年, 2024 年, 二〇二四年, 2024年度), in order, with their places.
public func yearMentions(in text: [Unicode.Scalar], _ range: Range<Int>) -> [(year: Int, range: Range<Int>)] {
  let range = range.clamped(to: 0..<text.count)
  var out: [(year: Int, range: Range<Int>)] = []
  var at = range.lowerBound
  while at < range.upperBound {
    if at > range.lowerBound, isDateDigit(text[at - 1]) {
      at += 1
      continue
    }
    // Word processors put a blank between digits and 年.
    let found = year(text, at, range.upperBound)
    let sign = found.map { skipBlank(text, $0.end, range.upperBound) } ?? range.upperBound
    if let found, sign < range.upperBound, text[sign] == "年" {
      out.append((found.value, at..<sign + 1))
      at = sign + 1
    } else {
      at += 1
    }
  }
  return out
}

private func isDateDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.isDigit || dateDigits[scalar] != nil }

private let dateDigits: [Unicode.Scalar: Int] = [
  "〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
]

/// Four digits of one kind, from 1949 to 2100.
private func year(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> ReadNumber? {
  var value = 0
  for at in from..<from + 4 {
    guard at < end else { return nil }
    let digit =
      text[at].isASCIIDigit
      ? Int(text[at].value - 0x30)
      : text[at].isDigit ? Int(text[at].value - 0xFF10) : dateDigits[text[at]]
    guard let digit else { return nil }
    value = value * 10 + digit
  }
  if from + 4 < end, isDateDigit(text[from + 4]) { return nil }
  return (1949...2100).contains(value) ? ReadNumber(value: value, end: from + 4) : nil
}

/// One or two Arabic digits, or a Chinese number up to thirty-one.
private func small(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> ReadNumber? {
  var at = from
  var value = 0
  while at < end, at - from < 2, text[at].isDigit {
    value = value * 10 + Int(text[at].value - (text[at].isASCIIDigit ? 0x30 : 0xFF10))
    at += 1
  }
  if at > from { return at < end && text[at].isDigit ? nil : ReadNumber(value: value, end: at) }
  var head: Int?
  if at < end, let digit = dateDigits[text[at]], digit > 0 {
    head = digit
    at += 1
  }
  if at < end, text[at] == "十" {
    at += 1
    var unit = 0
    if at < end, let digit = dateDigits[text[at]], digit > 0 {
      unit = digit
      at += 1
    }
    return ReadNumber(value: (head ?? 1) * 10 + unit, end: at)
  }
  return head.map { ReadNumber(value: $0, end: at) }
}

private func written(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> DateMention? {
  var at = from
  var stated: Int?
  if let year = year(text, at, end) {
    let sign = skipBlank(text, year.end, end)
    if sign < end, text[sign] == "年" {
      stated = year.value
      at = skipBlank(text, sign + 1, end)
    }
  }
  guard let month = small(text, at, end), (1...12).contains(month.value) else { return nil }
  let monthSign = skipBlank(text, month.end, end)
  guard monthSign < end, text[monthSign] == "月",
    let day = small(text, skipBlank(text, monthSign + 1, end), end), (1...31).contains(day.value)
  else { return nil }
  let daySign = skipBlank(text, day.end, end)
  guard daySign < end,
    text[daySign] == "日" || text[daySign] == "号"
      || ["-", "—", "至", "～", "~"].contains(text[daySign]) && closesRange(text, daySign + 1, end)
  else { return nil }
  return DateMention(year: stated, month: month.value, day: day.value, range: from..<daySign + 1)
}

/// 28-29日: the range's last day follows.
private func closesRange(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> Bool {
  guard let last = small(text, from, end), last.end < end else { return false }
  return text[last.end] == "日"
}

private func parted(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> DateMention? {
  guard let year = year(text, from, end), year.end < end, ["-", "/", "."].contains(text[year.end]),
    let month = small(text, year.end + 1, end), month.end < end, text[month.end] == text[year.end],
    let day = small(text, month.end + 1, end), (1...12).contains(month.value), (1...31).contains(day.value)
  else { return nil }
  return DateMention(year: year.value, month: month.value, day: day.value, range: from..<day.end)
}

private func skipBlank(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> Int {
  var at = from
  while at < end, text[at].isBlank { at += 1 }
  return at
}
