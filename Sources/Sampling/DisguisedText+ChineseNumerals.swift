import ChineseText

extension DisguisedText {
  /// 三十五 becomes 六十二, 二〇三一年 moves as 2031年 does; a lone digit stays, for most count parts of the text.
  mutating func changeChineseNumerals() {
    let digits = Set("一二三四五六七八九".unicodeScalars)
    let others = Set("零〇十百千万亿两点".unicodeScalars)
    var start = 0
    while start < plain.count {
      guard digits.contains(plain[start]) || others.contains(plain[start]) else {
        start += 1
        continue
      }
      let end =
        plain[start...].indices.first { !digits.contains(plain[$0]) && !others.contains(plain[$0]) } ?? plain.count
      let run = start..<end
      start = end
      guard !isListMark(run) else { continue }
      if run.count > 1 { keepUnit(behind: end) }
      let values = plain[run].filter { digits.contains($0) || $0 == "〇" || $0 == "零" }
      if run.count == 4, values.count == 4, let year = movedYear(values, behind: end) {
        for (place, digit) in zip(run, year) { set(place, digit) }
      } else if run.count == 3, plain[run.lowerBound] == "十", plain[end - 1] == "五" {
        // The name of a plan: 十四五.
        keep(run)
      } else if run.count == 2, values.count == 2, let pair = movedNeighbours(Array(values)) {
        for (place, digit) in zip(run, pair) { set(place, digit) }
      } else if run.count > 1 {
        var draws = disguise.key.draws(for: "numeral", plain[run])
        for place in run {
          let isDigit = digits.contains(plain[place])
          let other = isDigit ? draws.pick(Array("二三四五六七八九".unicodeScalars), but: plain[place]) : nil
          set(place, other ?? original[place])
        }
      } else {
        keep(run)
      }
    }
  }

  /// Whether the numeral is part of a mark that counts a list, which was kept whole.
  private func isListMark(_ run: Range<Int>) -> Bool {
    let next = run.upperBound
    guard next < plain.count, isSettled[run.lowerBound] else { return false }
    return "、．.）)要是".unicodeScalars.contains(plain[next]) && isSettled[next]
      && enumerator(in: plain, at: run.lowerBound, before: plain.count) != nil
      || run.lowerBound > 0 && enumerator(in: plain, at: run.lowerBound - 1, before: plain.count) != nil
  }

  private func movedYear(_ digits: [Unicode.Scalar], behind end: Int) -> [Unicode.Scalar]? {
    let zero: Unicode.Scalar = digits.contains("零") ? "零" : "〇"
    let signs = Array("〇一二三四五六七八九".unicodeScalars)
    let values = digits.compactMap { $0 == "零" ? 0 : signs.firstIndex(of: $0) }
    let year = values.reduce(0) { $0 * 10 + $1 }
    guard values.count == 4, (1950...2069).contains(year) else { return nil }
    let moved = year + disguise.key.years
    return String(moved).utf8.map { $0 == 0x30 ? zero : signs[Int($0) - 0x30] }
  }

  /// 七八 (seven or eight) becomes another pair of neighbours.
  private func movedNeighbours(_ pair: [Unicode.Scalar]) -> [Unicode.Scalar]? {
    let signs = Array("一二三四五六七八九".unicodeScalars)
    guard pair.count == 2, let first = signs.firstIndex(of: pair[0]), signs.firstIndex(of: pair[1]) == first + 1 else {
      return nil
    }
    var draws = disguise.key.draws(for: "neighbours", pair)
    let choices = [1, 2, 3, 4, 5, 6, 7].filter { $0 != first }
    let at = choices[draws.next(below: choices.count)]
    return [signs[at], signs[at + 1]]
  }
}
