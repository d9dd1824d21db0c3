/// Guesses from a sentence alone whether its figures are aimed at or reached.
///
/// Outright words decide; else the signs are weighed, and how exact the figures are: plans aim at round numbers and
/// bounds, results are exact.
struct RoleGuess: Sendable {
  let passage: Passage

  /// The role of the figures of one sentence, whose words stand in `range`; what stands in `asides` is no sign.
  func role(
    of figures: ArraySlice<Figure>, in range: Range<Int>, apartFrom asides: [Range<Int>]
  ) -> Finding<Quantity.Role> {
    let words = RoleSigns.reading(of: passage.text, parts(of: range, apartFrom: asides))
    if words.outright == .target { return Finding(.target, .planWord) }
    if let year = passage.futureYear(range) { return Finding(.target, .futureYear, year) }
    if let role = words.outright { return Finding(role, .resultWord) }
    var weight = words.leaning + forms(of: figures, apartFrom: asides).weight
    if opener(range) != nil { weight += Self.opening }
    if semicolon(range) != nil { weight += Self.semicolon }
    return Finding(weight > 0 ? .actual : .target, .weighed)
  }

  /// Every sign of the sentence: words in their order, then forms.
  func signs(of figures: ArraySlice<Figure>, in range: Range<Int>, apartFrom asides: [Range<Int>]) -> [RoleSign] {
    var signs = RoleSigns.signs(of: passage.text, parts(of: range, apartFrom: asides))
    if let words = opener(range) { signs.append(RoleSign(words: words, weight: Self.opening)) }
    if let words = semicolon(range) { signs.append(RoleSign(words: words, weight: Self.semicolon)) }
    if let words = passage.futureYear(range) { signs.append(RoleSign(words: words, role: .target)) }
    signs.sort { ($0.words?.lowerBound ?? 0, $0.weight ?? 0) < ($1.words?.lowerBound ?? 0, $1.weight ?? 0) }
    return signs
      + RoleSign.Form.allCases.filter(forms(of: figures, apartFrom: asides).all.contains)
      .map { RoleSign(form: $0, weight: $0.weight) }
  }

  /// A clause that begins with a verb, and a sentence that ends with a semicolon, are more often a plan's.
  private static let opening = -1
  private static let semicolon = -1

  private func semicolon(_ range: Range<Int>) -> Range<Int>? {
    passage.at(range.upperBound) == "；" ? range.upperBound..<range.upperBound + 1 : nil
  }

  private func parts(of range: Range<Int>, apartFrom asides: [Range<Int>]) -> [Range<Int>] {
    if asides.isEmpty { return [range] }
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    for aside in asides where aside.lowerBound >= start && aside.upperBound <= range.upperBound {
      parts.append(start..<aside.lowerBound)
      start = aside.upperBound
    }
    return parts + [start..<range.upperBound]
  }

  private func opener(_ range: Range<Int>) -> Range<Int>? {
    let text = passage.text
    let openers = RoleSigns.openers
    for index in range where openers.mayBegin(with: text[index]) {
      guard index == range.lowerBound || Scalar.partsClauses(text[index - 1]) else { continue }
      let length = openers.length(in: text, at: index, limit: range.upperBound)
      if length > 0 { return index..<index + length }
    }
    return nil
  }

  private func forms(of figures: ArraySlice<Figure>, apartFrom asides: [Range<Int>]) -> Forms {
    var forms = Forms()
    var exact = 0
    var isRound = true
    for figure in figures where !asides.contains(where: { $0.overlaps(figure.range) }) {
      let digits = figure.significantDigits
      if !figure.numeral.isChinese {
        if digits >= 3 { exact += 1 }
        if digits == 2, figure.low.places > 0 { forms.insert(.decimal) }
      }
      if digits > 1 || figure.numeral.isChinese { isRound = false }
      if figure.numeral.isMore { forms.insert(.more) }
      if passage.at(figure.range.lowerBound - 1).map(Scalar.partsClauses) ?? true { forms.insert(.opening) }
      switch figure.comparator {
      case .ge: forms.insert(.floor)
      case .gt: forms.insert(.exceeding)
      case .le: forms.insert(.ceiling)
      case .between: forms.insert(.span)
      case .approx where passage.at(figure.end - 1) == "右": forms.insert(.around)
      case .approx where figure.isNear(in: passage): forms.insert(.near)
      case .approx, .eq, .lt: break
      }
    }
    if exact > 0 { forms.insert(.exact) }
    if exact > 1 { forms.insert(.severalExact) }
    if isRound { forms.insert(.round) }
    return forms
  }
}

/// The forms of a sentence's figures, each once.
private struct Forms {
  private(set) var all: [RoleSign.Form] = []

  var weight: Int { all.reduce(0) { $0 + $1.weight } }

  mutating func insert(_ form: RoleSign.Form) {
    if !all.contains(form) { all.append(form) }
  }
}

extension Passage {
  /// Where 到2025年 or 到“十四五”末 stands in the range, but not 提高到2025年的9%, nor the end of 从2001年到2025年.
  func futureYear(_ range: Range<Int>) -> Range<Int>? {
    for index in range where text[index] == "到" && index + 5 < range.upperBound {
      if text[index + 1] == "“" { return index..<index + 2 }
      guard year(at: index + 1) != nil else { continue }
      if at(index - 1).map({ !"加高展少低降升大小减年".unicodeScalars.contains($0) }) ?? true { return index..<index + 6 }
    }
    return nil
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
