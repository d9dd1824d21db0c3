/// Bounds that no comparator word beside the number tells.
extension FigureReader {
  /// 5个工作日内办结: a short time in which something is done, and no rule of when it has to be.
  func isWithin(_ amount: Amount, floor: Int) -> Bool {
    guard amount.kind == .time, at(amount.end) == "内" else { return false }
    // 15日内办结, but not 3月15日内.
    let isOfDays = FigureWords.days.contains(amount.noun) && at(amount.start - 1) != "月"
    guard isOfDays || FigureWords.shortUnits.contains(amount.noun) else { return false }
    let verb = FigureWords.within.length(in: text, at: amount.end + 1, limit: text.count)
    // 5个工作日内办结率 says what the share is of.
    guard verb > 0, !(at(amount.end + 1 + verb).map(FigureWords.nominalTails.contains) ?? false) else { return false }
    var start = amount.start
    while start > floor, !Scalar.partsClauses(text[start - 1]) { start -= 1 }
    return FigureWords.ruling.first(in: text, start..<amount.start) == nil
  }

  /// 不超过计划数的5%: the bound stands before what the share is of.
  func boundOfShare(before index: Int, _ amount: Amount, floor: Int) -> Quantity.Comparator? {
    guard amount.kind == .ratio, at(index - 1) == "的" else { return nil }
    var start = index - 1
    while start > max(floor, index - 16), Scalar.isHan(text[start - 1]) { start -= 1 }
    guard let word = FigureWords.boundsOfShare.last(in: text, start..<index - 1) else { return nil }
    return FigureWords.comparatorsBefore.last(in: text, before: word.upperBound, floor: word.lowerBound)?.meaning
  }
}
