/// Finds every number with a unit, its range and its comparator words, from left to right.
struct FigureReader: Sendable {
  let text: [Unicode.Scalar]
  let amounts: AmountReader
  private let starts: PlaceSet

  init(_ passage: Passage, units: UnitTable) {
    text = passage.text
    starts = passage.starts
    amounts = AmountReader(text: passage.text, units: units)
  }

  func at(_ index: Int) -> Unicode.Scalar? { index >= 0 && index < text.count ? text[index] : nil }

  /// All figures, in ascending order and not overlapping.
  func figures() -> [Figure] {
    var result: [Figure] = []
    result.reserveCapacity(text.count / 64 + 2)
    var place = 0
    while let index = starts.first(from: place) {
      let scalar = text[index]
      if Scalar.isLetter(scalar) {
        place = skipWord(index)
      } else if scalar == "全" {
        place = coverage(at: index, into: &result)
      } else if let none = zero(at: index) {
        result.append(none)
        place = none.end
      } else if scalar == "未" {
        place = index + 1
      } else if RankReader.begins(with: scalar) {
        place = index + 1
      } else {
        place = max(read(at: index, into: &result), index + 1)
      }
    }
    return result
  }

  /// What a figure may begin with, and the letters, whose words are skipped.
  static let starts = AmountReader.starts + "全未ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

  /// 分别超过8万元、4万元: the comparator that 分别 opens holds for the whole list.
  private func shared(_ figure: Figure, after previous: Figure) -> Figure {
    guard !figure.hasComparator, figure.comparator == .eq, previous.isDistributed,
      figure.range.lowerBound - previous.end == 1, figure.noun == previous.noun, let joint = at(previous.end),
      FigureWords.joints.contains(joint)
    else { return figure }
    var figure = figure
    figure.comparator = previous.comparator
    figure.isDistributed = true
    return figure
  }

  /// The end of PM2.5, R1 and 5G; a share after letters (CPI2%) is left to be read.
  private func skipWord(_ start: Int) -> Int {
    var end = start
    while let next = at(end), Scalar.isLetter(next) { end += 1 }
    let digits = end
    while let next = at(end),
      Scalar.isDigit(next) || next == "." || (next == "-" && at(end + 1).map(Scalar.isDigit) ?? false)
    { end += 1 }
    if at(end) == "%" { return digits }
    return end
  }

  /// Appends the figures that begin at `index`, and returns where reading goes on.
  private func read(at index: Int, into result: inout [Figure]) -> Int {
    let floor = result.last?.end ?? 0
    switch amounts.read(at: index) {
    case .none(let end): return ratios(at: index, floor: floor).map { add($0, to: &result) } ?? end
    case .amount(let first):
      if isCode(first) { return amounts.numerals.runEnd(from: first.end) }
      if let last = rangeEnd(first), let span = span(first, last, floor: floor) { return add(span, to: &result) }
      if !first.isNaked { return add(figure(first, floor: floor), to: &result) }
      if let found = list(from: first, floor: floor) ?? ratios(at: index, floor: floor) {
        return add(found, to: &result)
      }
      return unknownUnit(first, floor: floor).map { add($0, to: &result) } ?? first.end
    }
  }

  /// Appends figures that follow one another, and returns where they end.
  private func add(_ found: [Figure], to result: inout [Figure]) -> Int {
    found.reduce(0) { add($1, to: &result) }
  }

  /// Appends a figure, and returns where it ends.
  private func add(_ figure: Figure, to result: inout [Figure]) -> Int {
    if let last = result.indices.last, result[last].isDistributed {
      result.append(shared(figure, after: result[last]))
    } else {
      result.append(figure)
    }
    return figure.end
  }

  /// A number bound to letters, or with more dashes than a range has, is a code, a date or a version.
  private func isCode(_ amount: Amount) -> Bool {
    guard !amount.numeral.isChinese else { return false }
    if let before = at(amount.start - 1),
      before == "+" || before == "/" || before == "." || before == "_" || before == "#"
    {
      return true
    }
    if let before = at(amount.start - 1), Scalar.isDash(before), let other = at(amount.start - 2),
      Scalar.isDigit(other) || Scalar.isLetter(other)
    {
      return true
    }
    guard amount.isNaked, let next = at(amount.end) else { return false }
    if Scalar.isLetter(next) || next == "+" || next == "#" || next == "_" { return true }
    // 0532-8091-0246, 2026-02-02
    if next == "-" { return dashedParts(from: amount.end) > 1 }
    return false
  }

  private func dashedParts(from index: Int) -> Int {
    var parts = 0
    var place = index
    while parts < 3, let dash = at(place), Scalar.isDash(dash), let digit = at(place + 1), Scalar.isDigit(digit) {
      parts += 1
      place += 1
      while let next = at(place), Scalar.isDigit(next) || next == "." { place += 1 }
    }
    return parts
  }

  // MARK: Ranges

  /// The second amount of 2-3个, 3000万至5000万元, 百分之四到五 and 60%和80%之间.
  private func rangeEnd(_ first: Amount) -> Amount? {
    guard first.high == nil, !first.numeral.isMore else { return nil }
    var place = first.end
    let spaced = at(place) == " "
    if spaced { place += 1 }
    guard let sign = at(place) else { return nil }
    let isWord = sign == "至" || sign == "到"
    let isJoint = sign == "和" || sign == "与"
    guard isWord || isJoint || Scalar.isDash(sign) else { return nil }
    if isWord, !first.isNaked, comesFrom(first.start) { return nil }
    place += 1
    if spaced, at(place) == " " { place += 1 } else if spaced, isWord { return nil }
    if sign == "—", at(place) == "—" { place += 1 }
    guard let next = at(place), Scalar.isDigit(next) || Scalar.isChineseNumeral(next),
      case .amount(let last) = amounts.read(at: place), last.high == nil
    else { return nil }
    // 在60%和80%之间
    if isJoint, !amounts.has("之间", at: last.end) { return nil }
    return last
  }

  /// Whether 从 or 由 opens the way to this figure: then it is a beginning, not a lower bound.
  private func comesFrom(_ index: Int) -> Bool {
    var place = index - 1
    while place >= max(0, index - 12), !Scalar.partsClauses(text[place]), text[place] != "、" {
      if text[place] == "从" || text[place] == "由" { return true }
      place -= 1
    }
    return false
  }

  private func span(_ first: Amount, _ last: Amount, floor: Int) -> Figure? {
    var last = last
    if last.isNaked {
      // 百分之四到五
      guard first.kind == .ratio, first.numeral.isChinese, last.numeral.isChinese else { return nil }
      last.noun = first.noun
      last.kind = first.kind
    }
    guard first.noun.isEmpty || first.noun == last.noun, last.kind != nil || !last.scale.isEmpty else { return nil }
    var low = first.low
    var high = last.low
    var scale = last.scale
    let scales = (Numeral.power(of: first.scale), Numeral.power(of: last.scale))
    let isShared = first.isNaked || scales.0 == scales.1
    if !isShared || low.atMost(high) != true {
      guard let from = low.shifted(by: scales.0), let to = high.shifted(by: scales.1), from.atMost(to) == true else {
        return nil
      }
      low = from
      high = to
      scale = []
    }
    // 三到五成: the tens are in the second number's reading only.
    if first.isNaked, last.noun == ["%"], at(last.end - 1) == "成", let tens = first.low.shifted(by: 1) { low = tens }
    var whole = last
    whole.start = first.start
    whole.low = low
    whole.high = high
    whole.scale = scale
    whole.numeral.isSmall = first.numeral.isSmall && last.numeral.isSmall
    return figure(whole, floor: floor)
  }

  // MARK: Lists

  /// 分别为3、5、2处: the unit stands after the last number only.
  private func list(from first: Amount, floor: Int) -> [Figure]? {
    guard let joint = at(first.end), Self.joinsList(joint) else { return nil }
    var members = [first]
    while members.count < 12, let last = members.last, last.isNaked {
      guard let sign = at(last.end), Self.joinsList(sign),
        let next = at(last.end + 1), Scalar.isDigit(next) || Scalar.isChineseNumeral(next),
        case .amount(let amount) = amounts.read(at: last.end + 1)
      else { return nil }
      members.append(amount)
    }
    guard let last = members.last, last.kind == .count || last.kind == .measure || last.kind == .ratio,
      isDistributed(first.start)
    else { return nil }
    var found: [Figure] = []
    for member in members {
      var amount = member
      amount.noun = last.noun
      amount.scale = last.scale
      amount.kind = last.kind
      found.append(figure(amount, floor: found.last?.end ?? floor))
    }
    return found
  }

  private static func joinsList(_ sign: Unicode.Scalar) -> Bool {
    sign == "、" || sign == "和" || sign == "," || sign == "及" || sign == "与"
  }

  private func isDistributed(_ index: Int) -> Bool {
    var place = index - 1
    while place > max(0, index - 24), !Scalar.endsSentence(text[place]) {
      if text[place] == "别", at(place - 1) == "分" { return true }
      place -= 1
    }
    return false
  }

  // MARK: Comparators

  /// The figure of an amount, with the comparator words that touch it.
  func figure(_ amount: Amount, floor: Int) -> Figure {
    var start = amount.start
    var low = amount.low
    var doubt = amount.numeral.doubt
    if let minus = at(start - 1), minus == "-" || minus == "−", !amount.numeral.isChinese {
      let before = at(start - 2)
      let binds = before.map { Scalar.isDigit($0) || Scalar.isLetter($0) || Scalar.isDash($0) } ?? false
      if amount.kind == .ratio || amount.kind == .measure, !binds, amount.high == nil {
        low = low.negated
        start -= 1
      } else if !binds {
        doubt = doubt ?? .sign
      }
    }
    let numberStart = start
    let gap = at(start - 1) == " " && start - 1 > floor ? 1 : 0
    let prefix = comparator(before: start - gap, amount: amount, floor: floor)
    if let prefix { start -= gap + prefix.length }
    let suffixGap = at(amount.end) == " " ? 1 : 0
    let after = FigureWords.comparatorsAfter.first(in: text, at: amount.end + suffixGap)
    let isWithin = after == nil && isWithin(amount, floor: floor)
    let suffix = isWithin ? .le : after?.meaning
    let end = after.map { amount.end + suffixGap + $0.length } ?? amount.end + (isWithin ? 1 : 0)
    let comparator: Quantity.Comparator
    if amount.high != nil {
      comparator = .between
    } else if suffix == .approx {
      comparator = .approx
    } else if let prefix, prefix.meaning != .approx {
      comparator = prefix.meaning
      if let suffix, (suffix == .ge) != (prefix.meaning == .ge || prefix.meaning == .gt) {
        doubt = doubt ?? .comparator
      }
    } else if let suffix {
      comparator = suffix
      if prefix != nil { doubt = doubt ?? .comparator }
    } else if amount.numeral.isMore {
      comparator = .gt
    } else {
      comparator = prefix?.meaning ?? boundOfShare(before: start, amount, floor: floor) ?? .eq
    }
    return Figure(
      range: start..<end, numberStart: numberStart, low: low, high: amount.high ?? low, isRange: amount.high != nil,
      comparator: comparator, scale: amount.scale, noun: amount.noun, kind: amount.kind ?? .count,
      numeral: amount.numeral, hasComparator: prefix != nil || suffix != nil,
      isDistributed: prefix != nil && after == nil && at(start - 1) == "别" && at(start - 2) == "分", isWithin: isWithin,
      doubt: doubt)
  }

  private func comparator(before index: Int, amount: Amount, floor: Int) -> (length: Int, meaning: Quantity.Comparator)?
  {
    guard let word = FigureWords.comparatorsBefore.last(in: text, before: index, floor: floor) else { return nil }
    let first = text[index - word.length]
    // 通过, 附近, 签约 end like comparators.
    if word.length == 1, let other = at(index - 2), index - 2 >= floor,
      FigureWords.comparatorInsideWord[first]?.contains(other) ?? false
    {
      return nil
    }
    // 上 compares only a bare number (上千种).
    if word.length == 1, first == "上", !amount.numeral.isBare { return nil }
    return word
  }
}
