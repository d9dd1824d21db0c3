/// Tells what a figure is for and whether it is a level or a change.
struct Roles: Sendable {
  let passage: Passage
  let context: QuantityContext

  /// The role that the words right around a figure give it, whatever its sentence is about.
  func ownRole(_ figure: Figure, previous: Figure?, next: Figure?) -> Quantity.Role? {
    if let yardstick = yardstick(figure, floor: previous?.end ?? 0) { return yardstick.role }
    return isStart(figure, previous: previous, next: next) || isEarlier(figure, next: next) ? .baseline : nil
  }

  /// 由27.5万吨提高到40万吨, 比1980年的7159亿元增加1551亿元: the first is where things stood.
  private func isStart(_ figure: Figure, previous: Figure?, next: Figure?) -> Bool {
    guard let next, next.range.lowerBound - figure.end <= 16, next.range.lowerBound >= figure.end else { return false }
    let text = passage.text
    let start = figure.range.lowerBound
    let floor = max(passage.clauseStart(start), start - 14, previous?.end ?? 0)
    let between = figure.end..<next.range.lowerBound
    guard floor < start, !between.contains(where: { Scalar.partsClauses(text[$0]) || text[$0] == "、" }) else {
      return false
    }
    let isCompared = (floor..<start).contains { text[$0] == "比" && text[start - 1] == "的" }
    if isCompared { return FigureWords.changing.length(in: text, at: figure.end, limit: text.count) > 0 }
    guard (floor..<start).contains(where: { (text[$0] == "从" || text[$0] == "由") && text[min($0 + 1, start)] != "于" })
    else {
      return false
    }
    return FigureWords.reachedFrom.first(in: text, between) != nil
  }

  /// 2020年为9.8%，2025年达到12%: the same thing in an earlier year.
  private func isEarlier(_ figure: Figure, next: Figure?) -> Bool {
    let start = figure.range.lowerBound
    let clause = passage.clauseStart(start)
    guard let next, start == figure.numberStart, passage.at(figure.end) == "，", clause < start,
      let verb = passage.at(start - 1), verb == "为" || verb == "是",
      let year = year(endingAt: start - 1, floor: clause), let later = self.year(at: figure.end + 1), later > year
    else { return false }
    return next.noun == figure.noun && passage.clauseStart(next.range.lowerBound) == figure.end + 1
  }

  private func year(endingAt end: Int, floor: Int) -> Int? { end - 5 >= floor ? year(at: end - 5) : nil }

  /// The year of 2025年 or 二〇二五年 at a place.
  private func year(at index: Int) -> Int? {
    guard passage.at(index + 4) == "年" else { return nil }
    var year = 0
    for place in index..<index + 4 {
      guard let scalar = passage.at(place),
        let digit = Scalar.isDigit(scalar) ? Int(scalar.value) - 0x30 : Scalar.chineseDigit(scalar)
      else { return nil }
      year = year * 10 + digit
    }
    return year
  }

  /// What another figure is measured by: 高于全国5%的平均水平; and if that was a goal, 低于13%的预期目标, it is one still.
  private func yardstick(_ figure: Figure, floor: Int) -> (role: Quantity.Role, range: Range<Int>)? {
    let text = passage.text
    guard passage.at(figure.end) == "的" else { return nil }
    let after = figure.end..<min(passage.clauseEnd(figure.end), figure.end + 9)
    let goal = FigureWords.goals.first(in: text, after)
    guard let noun = goal ?? FigureWords.yardsticks.first(in: text, after) else { return nil }
    // 低于 may touch the number, as a comparator does.
    let before = max(passage.clauseStart(figure.numberStart), min(floor, figure.numberStart))..<figure.numberStart
    guard let verb = FigureWords.surpassing.first(in: text, before) else { return nil }
    return (goal == nil ? .baseline : .target, verb.lowerBound..<noun.upperBound)
  }

  /// 低于13%的预期目标, which says nothing of what else its sentence tells.
  private func goalMissed(_ figure: Figure) -> Range<Int>? {
    yardstick(figure, floor: 0).flatMap { $0.role == .target ? $0.range : nil }
  }

  /// The role of each figure by the signs in its sentence, else the one the caller gave.
  func roles(of figures: [Figure]) -> [Quantity.Role] {
    var result: [Quantity.Role] = []
    var index = 0
    while index < figures.count {
      let sentence = passage.sentenceStart(figures[index].range.lowerBound)
      var next = index + 1
      while next < figures.count, passage.sentenceStart(figures[next].range.lowerBound) == sentence { next += 1 }
      let role = role(of: figures[index..<next], from: sentence)
      result += Array(repeating: role, count: next - index)
      index = next
    }
    return result
  }

  private func role(of figures: ArraySlice<Figure>, from sentence: Int) -> Quantity.Role {
    guard let first = figures.first, let last = figures.last else { return context.defaultRole }
    let text = passage.text
    let start = max(sentence, first.range.lowerBound - Passage.reach)
    let reach = context.guessesRole ? Passage.reach : 24
    var end = last.end
    while end < text.count, end < last.end + reach, !Scalar.endsSentence(text[end]) { end += 1 }
    if context.guessesRole, context.defaultRole == .target {
      return RoleGuess(passage: passage).role(of: figures, in: start..<end, apartFrom: figures.compactMap(goalMissed))
    }
    if FigureWords.targetSigns.first(in: text, start..<end) != nil || passage.namesFuture(start..<end) {
      return context.defaultRole == .actual && !isStriving(start..<first.range.lowerBound) ? .actual : .target
    }
    if FigureWords.doneSigns.first(in: text, start..<end) != nil { return .actual }
    return context.defaultRole
  }

  /// In what tells results only an outright aim is a target.
  private func isStriving(_ range: Range<Int>) -> Bool {
    guard range.lowerBound < range.upperBound else { return false }
    return FigureWords.striving.first(in: passage.text, range) != nil
  }

  /// Whether the figure tells a change, judged by the verb that stands right before it.
  func valueKind(_ figure: Figure, previous: (kind: Quantity.ValueKind, end: Int)?, countsNoun: Bool)
    -> Quantity.ValueKind
  {
    if figure.isRank { return .rank }
    if figure.noun == "番" || figure.noun.hasSuffix("百分点") || figure.noun == "个点" { return .change }
    let text = passage.text
    let start = figure.range.lowerBound
    // 5%、6%和7% share the verb of the first.
    if let previous, start - previous.end == 1, "、和与及".unicodeScalars.contains(text[previous.end]) {
      return previous.kind
    }
    let floor = passage.clauseStart(start)
    let verb = FigureWords.changing.length(in: text, before: start, floor: floor)
    // 新增 tells how many are new, 倍增 is a word.
    guard verb > 0, !(verb == 1 && start >= 2 && FigureWords.boundTrailing(text[start - 2], text[start - 1])) else {
      return .level
    }
    let word = passage.string(start - verb..<start)
    // 提升100所学校 says how many, 增加100所学校 how many more.
    if countsNoun, figure.kind == .count, !FigureWords.countedChanges.contains(word) { return .level }
    return FigureWords.changeNouns.contains(word) ? .level : .change
  }
}
