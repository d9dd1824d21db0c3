/// Numbers without a unit, or with one that no vocabulary has, that are figures by the words around them.
extension FigureReader {
  /// A bare ratio: 城乡收入比降至2.12, 由1.96缩小至1.81, 师生比达到15:1.
  func ratios(at index: Int, floor: Int) -> [Figure]? {
    guard let first = ratio(at: index) else { return nil }
    if let origin = at(index - 1), origin == "由" || origin == "从" {
      let verb = FigureWords.reaching.length(in: text, at: first.end, limit: text.count)
      guard verb > 0, first.isFine, let last = ratio(at: first.end + verb), last.isFine,
        Scalar.endsPhraseOrRemark(before: at(last.end))
      else {
        return nil
      }
      let from = figure(first.amount, floor: floor)
      let to = figure(last.amount, floor: from.end)
      return [from, to]
    }
    let figure = figure(first.amount, floor: floor)
    guard Scalar.endsPhraseOrRemark(before: at(figure.end)), first.isFine || figure.hasComparator else { return nil }
    let start = figure.range.lowerBound
    let verb = FigureWords.reaching.length(in: text, before: start, floor: floor)
    // 容积率不高于1.3: the bound stands in the verb's place.
    let isBound = start < figure.numberStart
    if verb == 0, !isBound {
      // 能效系数0.71, 年均值1.34
      return first.isFine && FigureWords.indexNouns.length(in: text, before: start, floor: floor) > 0 ? [figure] : nil
    }
    guard let noun = at(start - verb - 1) else { return nil }
    guard "比数值率".unicodeScalars.contains(noun) else {
      let index = FigureWords.indexNouns.length(in: text, before: start - verb, floor: floor)
      return index > 0 && first.isFine ? [figure] : nil
    }
    // 率 is a share, and only a share of nothing else goes without its sign.
    return noun == "比" || first.isFine ? [figure] : nil
  }

  private struct Ratio {
    var amount: Amount
    /// Written with a fraction or as so many to one, as nothing is that is merely numbered.
    var isFine: Bool
    var end: Int { amount.end }
  }

  /// 2.12, 2.12:1
  private func ratio(at index: Int) -> Ratio? {
    guard !(at(index - 1).map { Scalar.isDigit($0) || Scalar.isLetter($0) || $0 == "." || $0 == "/" } ?? false) else {
      return nil
    }
    var value = 0
    var places = 0
    var end = index
    while let next = at(end), end - index < 9 {
      if Scalar.isDigit(next) {
        value = value * 10 + Int(next.value - 0x30)
        if places > 0 { places += 1 }
      } else if next == ".", places == 0, at(end + 1).map(Scalar.isDigit) ?? false {
        places = 1
      } else {
        break
      }
      end += 1
    }
    guard end > index else { return nil }
    let isToOne = at(end) == ":" && at(end + 1) == "1"
    if isToOne { end += 2 }
    if let next = at(end), Scalar.isDigit(next) || Scalar.isLetter(next) || next == ":" || next == "." || next == "/" {
      return nil
    }
    let fixed = FixedPoint(value, places: max(places - 1, 0))
    return Ratio(
      amount: Amount(
        start: index, end: end, low: fixed, high: nil, scale: [], noun: [], kind: .ratio,
        numeral: Numeral(value: fixed, end: end)),
      isFine: places > 0 || isToOne)
  }

  /// 新增滩涂12垧: a counter that the vocabulary lacks is kept as it is written, for a person to look at.
  func unknownUnit(_ first: Amount, floor: Int) -> Figure? {
    guard first.isNaked, !first.numeral.isChinese, first.high == nil, let counter = at(first.end),
      Scalar.isHan(counter), !FigureWords.noCounters.contains(counter), !Scalar.isChineseNumeral(counter)
    else { return nil }
    var amount = first
    amount.noun = [counter]
    amount.end = first.end + 1
    amount.kind = .count
    amount.numeral.doubt = amount.numeral.doubt ?? .unit
    var figure = figure(amount, floor: floor)
    guard Scalar.endsPhraseOrRemark(before: at(figure.end)) else { return nil }
    // Without a word of how much, the character ends a name: 青岛39中.
    let start = figure.range.lowerBound
    guard
      figure.hasComparator
        || [FigureWords.reaching, FigureWords.counting].contains(where: {
          $0.length(in: text, before: start, floor: floor) > 0
        })
    else { return nil }
    figure.doubt = .unit
    return figure
  }

  /// 实现村级全覆盖: all of those that can be counted; of other things (监管事项全覆盖) and before a noun (全覆盖监管) it
  /// says how something is done.
  func coverage(at index: Int, into result: inout [Figure]) -> Int {
    if let figure = coverage(at: index) { result.append(figure) }
    return index + 1
  }

  /// 实现村级全覆盖, and 企业检查实现全覆盖, where what is done to all stands behind those that it is done to.
  private func isCovered(before index: Int, floor: Int) -> Bool {
    let noun = FigureWords.covered.length(in: text, before: index, floor: floor)
    if noun > 0 { return FigureWords.covering.last(in: text, floor..<index - noun) != nil }
    let verb = FigureWords.covering.length(in: text, before: index, floor: floor)
    let deed = verb > 0 ? FigureWords.visits.length(in: text, before: index - verb, floor: floor) : 0
    return deed > 0 && FigureWords.covered.length(in: text, before: index - verb - deed, floor: floor) > 0
  }

  private func coverage(at index: Int) -> Figure? {
    let end = index + 3
    guard at(index + 1) == "覆", at(index + 2) == "盖", Scalar.endsPhraseOrRemark(before: at(end)) else { return nil }
    var floor = index
    while floor > max(0, index - 20), !Scalar.partsClauses(text[floor - 1]) { floor -= 1 }
    guard isCovered(before: index, floor: floor) else { return nil }
    let whole = FixedPoint(100)
    return Figure(
      range: index..<end, numberStart: index, low: whole, high: whole, comparator: .eq, scale: [], noun: ["%"],
      kind: .ratio, numeral: Numeral(value: whole, end: end))
  }
}
