/// The last day that a time limit means: 10月底前 is 31 October, 年底 is 31 December, 12月20日前 is that day,
/// 明年3月底 is in the year after `year`, “十四五”末 in 2025.
///
/// `nil` where no one day is meant (长期, 全年, 每季度末), or where the year is not known.
public func deadline(in text: [Unicode.Scalar], _ range: Range<Int>, year: Int?) -> (year: Int, month: Int, day: Int)? {
  let range = range.clamped(to: 0..<text.count)
  // Blanks part nothing here.
  let words = text[range].filter { !$0.isBlank && !$0.isLineEnd }
  let whole = 0..<words.count
  guard !openEnded.contains(where: { words.first($0, in: whole) != nil }) else { return nil }
  let years = yearMentions(in: words, whole)
  if let end = planEnd(words) { return (end, 12, 31) }
  let following = following.contains { words.first($0, in: whole) != nil }
  guard let stated = years.last?.year ?? yearAndMonth(words)?.year ?? year.map({ following ? $0 + 1 : $0 }) else {
    return nil
  }
  if let day = dateMentions(in: words, whole).last { return (day.year ?? stated, day.month, day.day) }
  if let month = yearAndMonth(words) { return (month.year, month.month, lastDay(of: month.month, month.year)) }
  if let last = lastMonth(words) { return (stated, last.month, last.day ?? lastDay(of: last.month, stated)) }
  for (names, month) in parts where names.contains(where: { words.first($0, in: whole) != nil }) {
    return (stated, month, lastDay(of: month, stated))
  }
  // 2023年 and 2021—2023年 alone are meant to their end.
  let isAlone =
    words.last == "年" && words.dropLast().allSatisfy { $0.isDigit || "年—-–~～至到".unicodeScalars.contains($0) }
  return years.last.map { $0.range == whole } ?? false || isAlone && years.last?.range.upperBound == words.count
    ? (stated, 12, 31) : nil
}

private let following = ["明年", "次年", "来年", "翌年"]

/// 到“十四五”末: the plan's last year.
private func planEnd(_ words: [Unicode.Scalar]) -> Int? {
  let name = words.filter { $0 != "“" && $0 != "”" && $0 != "\"" && $0 != "到" && $0 != "至" }
  guard name.count >= 4, name[3] == "末" else { return nil }
  return planYears(named: name[..<3])?.upperBound
}

private let openEnded = ["长期", "持续", "全年", "常年", "每", "按季", "按月", "常态", "即时", "实时", "随时"]

private let parts: [([String], Int)] = [
  (["年底", "年末", "年内", "年终", "下半年", "四季度", "4季度", "第四季", "岁末"], 12), (["三季度", "3季度", "第三季"], 9),
  (["上半年", "二季度", "2季度", "第二季", "年中"], 6), (["一季度", "1季度", "第一季", "首季"], 3),
]

/// Every word that a time limit is told by.
let deadlineWords: [[Unicode.Scalar]] = (following + openEnded + parts.flatMap(\.0) + ["上旬", "中旬", "月", "月份", "前"])
  .map { Array($0.unicodeScalars) }

func lastDay(of month: Int, _ year: Int) -> Int {
  switch month {
  case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
  case 4, 6, 9, 11: 30
  default: 31
  }
}

/// 2026.6, 2026-06, 2026/06 alone.
private func yearAndMonth(_ words: [Unicode.Scalar]) -> (year: Int, month: Int)? {
  guard (6...7).contains(words.count), "-./．".unicodeScalars.contains(words[4]) else { return nil }
  let parts = Array(words[..<4]) + ["年"] + Array(words[5...]) + ["月", "1", "日"]
  return dateMentions(in: parts, 0..<parts.count).first.flatMap { date in date.year.map { ($0, date.month) } }
}

/// The last month named, and the day that 上旬 or 中旬 means; 6月前 does not tell whether June counts.
private func lastMonth(_ words: [Unicode.Scalar]) -> (month: Int, day: Int?)? {
  guard let sign = words.lastIndex(of: "月"), sign > 0 else { return nil }
  var start = sign
  while start > 0, words[start - 1].isDigit || "一二三四五六七八九十".unicodeScalars.contains(words[start - 1]) { start -= 1 }
  var number = 0
  let digits = words[start..<sign]
  if digits.allSatisfy(\.isDigit), !digits.isEmpty, digits.count <= 2 {
    number = digits.reduce(0) { $0 * 10 + Int($1.value) - ($1.isASCIIDigit ? 0x30 : 0xFF10) }
  } else {
    let pointed = Array(digits) + ["、"]
    number = enumerator(in: pointed, at: 0, before: pointed.count)?.number ?? 0
  }
  guard (1...12).contains(number) else { return nil }
  let tail = words[(sign + 1)...].prefix(3)
  if tail.first == "前" || tail.starts(with: ["份", "前"]) { return nil }
  if tail.starts(with: ["上", "旬"]) { return (number, 10) }
  if tail.starts(with: ["中", "旬"]) { return (number, 20) }
  return (number, nil)
}
