/// None of something, told in words: 重大事故零发生, 实现零事故, 伤亡人数为零, 未发生安全事故.
extension FigureReader {
  /// The figure that begins at `index`; `nil` where the words tell how something is done (零距离) or are part of another.
  func zero(at index: Int) -> Figure? {
    if at(index) == "未" { return notOccurred(at: index) }
    guard at(index) == "零", !(at(index - 1).map(Scalar.isChineseNumeral) ?? false) else { return nil }
    let noun = FigureWords.zeroNouns.length(in: text, at: index + 1, limit: text.count)
    let word = noun > 0 ? noun : FigureWords.zeroVerbs.length(in: text, at: index + 1, limit: text.count)
    if word > 0 {
      let end = index + 1 + word
      let aim = amounts.has("目标", at: end) ? 2 : amounts.has("的目标", at: end) ? 3 : 0
      guard Scalar.endsPhraseOrRemark(before: at(end + aim)) else { return nil }
      return none(index..<end, noun: noun > 0 ? index + 1..<end : nil)
    }
    let verb = FigureWords.zeroing.length(in: text, before: index, floor: 0)
    guard verb > 0, Scalar.endsPhraseOrRemark(before: at(index + 1)),
      FigureWords.zeroed.length(in: text, before: index - verb, floor: 0) > 0
    else { return nil }
    return none(index..<index + 1, noun: nil)
  }

  /// 未发生重大安全事故, which closes its clause; 未发生变更 and 未发生事故的车辆 tell something else.
  private func notOccurred(at index: Int) -> Figure? {
    let negation = FigureWords.unhappened.length(in: text, at: index, limit: text.count)
    guard negation > 0 else { return nil }
    let start = index + negation
    var end = start
    while end < text.count, end < start + 32, Scalar.isHan(text[end]) || text[end] == "、" { end += 1 }
    guard FigureWords.mishaps.length(in: text, before: end, floor: start) > 0,
      Scalar.endsPhraseOrRemark(before: at(end)), !text[start..<end].contains("的"),
      !text[start..<start + 1].contains(where: Scalar.isChineseNumeral)
    else { return nil }
    return none(index..<start, noun: nil)
  }

  private func none(_ range: Range<Int>, noun: Range<Int>?) -> Figure {
    let zero = FixedPoint(0)
    return Figure(
      range: range, numberStart: range.lowerBound, low: zero, high: zero, comparator: .eq, scale: [], noun: [],
      kind: .count, numeral: Numeral(value: zero, end: range.upperBound), isZero: true, zeroNoun: noun)
  }
}
