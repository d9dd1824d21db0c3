/// Why a number of a text is a figure, a condition of one, or none.
public struct Explanation: Sendable, Equatable {
  /// What a number turned out to be.
  public enum Outcome: Sendable, Equatable {
    /// A figure of its own.
    case figure(Quantity)
    /// What restricts another figure, or the things it counts.
    case condition
    /// A year, a name, a code: nothing that says how much is meant.
    case none
  }

  /// One rule that was used.
  public struct Reason: Sendable, Equatable {
    /// The rule.
    public var rule: FigureRule
    /// The words that it went by, nil where it goes by none.
    public var words: Range<Int>?
    /// What was weighed, where it weighs.
    public var signs: [RoleSign]

    init(_ rule: FigureRule, _ words: Range<Int>? = nil, signs: [RoleSign] = []) {
      self.rule = rule
      self.words = words
      self.signs = signs
    }
  }

  /// Where the number stands with its unit and comparator words, in scalars.
  public var range: Range<Int>
  /// The same as written.
  public var quote: String
  /// What it is.
  public var outcome: Outcome
  /// The rules that were used, one or none for each of its parts.
  public var reasons: [Reason]
}

extension QuantityReader {
  func explanations() -> [Explanation] {
    var found: [Explanation] = []
    // One sentence's figures share their signs.
    var weighed: (sentence: Int, signs: [RoleSign]) = (-1, [])
    understand { understood in
      let sentence = passage.sentenceStart(figures[understood.index].range.lowerBound)
      if sentence != weighed.sentence { weighed = (sentence, signs(for: understood)) }
      found.append(explanation(understood, weighed.signs))
    }
    found += conditions.map { figure in
      Explanation(
        range: figure.range, quote: passage.string(figure.range), outcome: .condition,
        reasons: reading(of: figure) + [Explanation.Reason(.condition)])
    }
    found += passedOver(apartFrom: found.map(\.range))
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func explanation(_ understood: Understood, _ signs: [RoleSign]) -> Explanation {
    let quantity = quantity(understood)
    var reasons = reading(of: figures[understood.index])
    let subject = subjects.named[understood.index]
    reasons.append(Explanation.Reason(subject?.rule ?? .noSubject, subject?.words))
    let role = understood.role
    reasons.append(Explanation.Reason(role.rule, role.words, signs: deciding(signs, for: role)))
    reasons.append(Explanation.Reason(understood.kind.rule, understood.kind.words))
    reasons.append(Explanation.Reason(understood.commitment.rule, understood.commitment.words))
    if let period = understood.period { reasons.append(Explanation.Reason(period.rule, period.words)) }
    return Explanation(
      range: quantity.range, quote: quantity.quote, outcome: .figure(quantity), reasons: reasons)
  }

  /// Only the signs that decided.
  private func deciding(_ signs: [RoleSign], for role: Finding<Quantity.Role>) -> [RoleSign] {
    guard role.words == nil else { return [] }
    switch role.rule {
    case .weighed: return signs
    case .planWord, .resultWord: return signs.filter { $0.weight == nil && $0.role == role.value }
    default: return []
    }
  }

  /// How a number, its unit and its comparator were read.
  private func reading(of figure: Figure) -> [Explanation.Reason] {
    let number = figure.numberStart..<max(figure.numberStart, min(figure.numeral.end, figure.end))
    var reasons = [Explanation.Reason(figure.numberRule(in: passage), number.isEmpty ? nil : number)]
    if !figure.isRank { reasons.append(Explanation.Reason(figure.unit.isEmpty ? .noUnit : .unit)) }
    reasons.append(comparator(of: figure))
    return reasons
  }

  private func comparator(of figure: Figure) -> Explanation.Reason {
    let before = figure.range.lowerBound..<figure.numberStart
    let after = FigureWords.comparatorsAfter.words.length(
      in: passage.text, before: figure.end, floor: figure.numberStart)
    if figure.isRange { return Explanation.Reason(.between) }
    if after > 0, figure.hasComparator { return Explanation.Reason(.comparatorWord, figure.end - after..<figure.end) }
    if !before.isEmpty { return Explanation.Reason(.comparatorWord, before) }
    if figure.comparator == .eq { return Explanation.Reason(.exact) }
    if figure.numeral.isMore { return Explanation.Reason(.more) }
    return Explanation.Reason(figure.isDistributed ? .sharedComparator : .comparatorApart)
  }

  /// The numbers that are neither figures nor conditions.
  private func passedOver(apartFrom taken: [Range<Int>]) -> [Explanation] {
    let exclusion = Exclusion(passage: passage)
    var rest = taken.sorted { $0.lowerBound < $1.lowerBound }[...]
    var found = numbers.compactMap { figure -> Explanation? in
      rest = rest.drop { $0.upperBound <= figure.range.lowerBound }
      let isTaken = rest.first?.overlaps(figure.range) ?? false
      guard !isTaken, let rule = exclusion.reason(figure) else { return nil }
      return Explanation(
        range: figure.range, quote: passage.string(figure.range), outcome: .none, reasons: [Explanation.Reason(rule)])
    }
    let taken = (taken + found.map(\.range)).sorted { $0.lowerBound < $1.lowerBound }
    found += passage.numbers(apartFrom: taken).map {
      Explanation(
        range: $0, quote: passage.string($0), outcome: .none, reasons: [Explanation.Reason(passage.rule(ofNumber: $0))])
    }
    return found
  }
}

extension Figure {
  fileprivate func numberRule(in passage: Passage) -> FigureRule {
    if isRank { return .rankNumber }
    if noun == "番" { return .turns }
    if isZero { return .zero }
    if passage.has("一半", at: numberStart) { return .half }
    let written = numberStart..<end
    if passage.has("百分之", at: numberStart) || passage.has("千分之", at: numberStart) { return .percent }
    if written.contains(where: { passage.has("分之", at: $0) || passage.at($0) == "/" }), noun == "%" { return .fraction }
    if noun == "%", written.contains(where: { passage.at($0) == "成" }) { return .tenths }
    if isRange { return .range }
    if numeral.isBare { return .bareScale }
    return numeral.isChinese ? .chinese : .arabic
  }
}

extension Passage {
  /// Runs of Arabic digits, and of two Chinese numerals or more, that touch none of `taken`, which ascend.
  fileprivate func numbers(apartFrom taken: [Range<Int>]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var rest = taken[...]
    var index = 0
    while index < text.count {
      while let first = rest.first, first.upperBound <= index { rest = rest.dropFirst() }
      if let first = rest.first, first.lowerBound <= index {
        index = first.upperBound
        continue
      }
      let limit = rest.first?.lowerBound ?? text.count
      let end = (index..<limit).first { !belongsToNumber($0, from: index) } ?? limit
      let isNumber = Scalar.isDigit(text[index]) || end - index > 1 && Scalar.isChineseNumeral(text[index])
      if isNumber, end > index { found.append(index..<end) }
      index = max(end, index + 1)
    }
    return found
  }

  /// Why a number without a unit is none.
  fileprivate func rule(ofNumber range: Range<Int>) -> FigureRule {
    let before = at(range.lowerBound - 1)
    let after = at(range.upperBound)
    if before == "第" { return .ordinal }
    if let after, "年月日号".unicodeScalars.contains(after) { return .date }
    let isCode =
      [before, after].contains { $0.map { Scalar.isLetter($0) || "+_#/〔".unicodeScalars.contains($0) } ?? false }
      || range.contains { Scalar.isDash(text[$0]) } || range.count { text[$0] == "." } > 1
    return isCode ? .code : .number
  }

  private func belongsToNumber(_ place: Int, from start: Int) -> Bool {
    let scalar = text[place]
    if Scalar.isDigit(text[start]) {
      return Scalar.isDigit(scalar)
        || (scalar == "." || Scalar.isDash(scalar)) && at(place + 1).map(Scalar.isDigit) ?? false
    }
    return Scalar.isChineseNumeral(scalar)
  }
}
