/// Guesses from a sentence alone whether its figures are aimed at or reached.
///
/// Outright words decide; else the signs are weighed, and how exact the figures are: plans aim at round numbers and
/// bounds, results are exact.
struct RoleGuess: Sendable {
  let passage: Passage

  /// The role of the figures of one sentence, whose words stand in `range`; what stands in `asides` is no sign.
  func role(of figures: ArraySlice<Figure>, in range: Range<Int>, apartFrom asides: [Range<Int>]) -> Quantity.Role {
    let text = passage.text
    let words = RoleSigns.reading(of: text, parts(of: range, apartFrom: asides))
    let figures = figures.filter { figure in !asides.contains { $0.overlaps(figure.range) } }
    if words.outright == .target || passage.namesFuture(range) { return .target }
    if let role = words.outright { return role }
    var weight = words.leaning
    if opensWithVerb(range) { weight -= 1 }
    if passage.at(range.upperBound) == "；" { weight -= 1 }
    return weight + leaning(figures) > 0 ? .actual : .target
  }

  private func parts(of range: Range<Int>, apartFrom asides: [Range<Int>]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for aside in asides where aside.lowerBound >= start && aside.upperBound <= range.upperBound {
      parts.append(start..<aside.lowerBound)
      start = aside.upperBound
    }
    return parts + [start..<range.upperBound]
  }

  private func opensWithVerb(_ range: Range<Int>) -> Bool {
    let text = passage.text
    return range.contains { index in
      (index == range.lowerBound || Scalar.partsClauses(text[index - 1]))
        && RoleSigns.openers.length(in: text, at: index, limit: range.upperBound) > 0
    }
  }

  private func leaning(_ figures: [Figure]) -> Int {
    var signs: Set<Sign> = []
    var exact = 0
    for figure in figures {
      if figure.significantDigits >= 3, !figure.numeral.isChinese { exact += 1 }
      if figure.significantDigits == 2, figure.low.places > 0, !figure.numeral.isChinese { signs.insert(.decimal) }
      if figure.numeral.isMore { signs.insert(.more) }
      if passage.at(figure.range.lowerBound - 1).map(Scalar.partsClauses) ?? true { signs.insert(.opening) }
      switch figure.comparator {
      case .ge: signs.insert(.floor)
      case .gt: signs.insert(.exceeding)
      case .le: signs.insert(.ceiling)
      case .between: signs.insert(.span)
      case .approx where passage.at(figure.end - 1) == "右": signs.insert(.around)
      case .approx where figure.isNear(in: passage): signs.insert(.near)
      case .approx, .eq, .lt: break
      }
    }
    if exact > 0 { signs.insert(.exact) }
    if exact > 1 { signs.insert(.allExact) }
    if figures.allSatisfy({ $0.significantDigits <= 1 && !$0.numeral.isChinese }) { signs.insert(.round) }
    return signs.reduce(0) { $0 + $1.weight }
  }

  /// What the figures of a sentence say by their form.
  private enum Sign {
    /// Three digits or more that are no zeros at the end; in two figures or more.
    case exact, allExact
    /// Two digits, one of them behind the point.
    case decimal
    /// 三十多个, 500余家.
    case more
    /// A clause that begins with its figure: 42个项目加快推进.
    case opening
    /// 以上; 超过; 以内; 3—5个; 左右; 近.
    case floor, exceeding, ceiling, span, around, near
    /// Nothing but round numbers.
    case round

    var weight: Int {
      switch self {
      case .exact, .opening, .near: 3
      case .allExact, .decimal, .exceeding: 2
      case .more: 1
      case .ceiling, .round: -1
      case .floor, .around: -3
      case .span: -4
      }
    }
  }
}

extension Passage {
  /// Whether 到2025年 or 到“十四五”末 stands in the range, but not 提高到2025年的9%, nor the end of 从2001年到2025年.
  func namesFuture(_ range: Range<Int>) -> Bool {
    range.contains { index in
      guard text[index] == "到", index + 5 < range.upperBound else { return false }
      if text[index + 1] == "“" { return true }
      guard text[index + 5] == "年",
        (index + 1..<index + 5).allSatisfy({ Scalar.isDigit(text[$0]) || Scalar.chineseDigit(text[$0]) != nil })
      else { return false }
      return at(index - 1).map { !"加高展少低降升大小减年".unicodeScalars.contains($0) } ?? true
    }
  }
}

extension Figure {
  /// 近百家, 接近40%: how much has been reached; what is aimed at is 约 or 左右.
  fileprivate func isNear(in passage: Passage) -> Bool {
    (range.lowerBound..<numberStart).contains { passage.text[$0] == "近" }
  }

  /// The digits from the first to the last that is no zero; behind the point zeros count.
  fileprivate var significantDigits: Int {
    var rest = low.digits == 0 ? high.digits.magnitude : low.digits.magnitude
    while low.places == 0, rest > 0, rest % 10 == 0 { rest /= 10 }
    var count = 0
    while rest > 0 {
      rest /= 10
      count += 1
    }
    return count
  }
}
