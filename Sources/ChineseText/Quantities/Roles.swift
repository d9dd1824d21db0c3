/// Tells what a figure is for and whether it is a level or a change.
struct Roles: Sendable {
  let passage: Passage
  let context: QuantityContext

  /// The role that the words right around a figure give it, whatever its sentence is about.
  func ownRole(of figures: [Figure], at index: Int) -> Finding<Quantity.Role>? {
    let figure = figures[index]
    let previousEnd = index > 0 ? figures[index - 1].end : 0
    if let yardstick = yardstick(figure, floor: previousEnd) { return yardstick }
    guard index + 1 < figures.count else { return nil }
    if let words = start(figure, previousEnd: previousEnd, next: figures[index + 1].range.lowerBound) {
      return Finding(.baseline, .startOfChange, words)
    }
    return isEarlier(figure, in: figures, before: index + 1) ? Finding(.baseline, .earlierYear) : nil
  }

  /// 由27.5万吨提高到40万吨, 比1980年的7159亿元增加1551亿元: the first is where things stood.
  private func start(_ figure: Figure, previousEnd: Int, next: Int) -> Range<Int>? {
    guard next - figure.end <= 16, next >= figure.end else { return nil }
    let text = passage.text
    let start = figure.range.lowerBound
    let floor = max(passage.clauseStart(start), start - 14, previousEnd)
    let between = figure.end..<next
    guard floor < start, !between.contains(where: { Scalar.partsClauses(text[$0]) || text[$0] == "、" }) else {
      return nil
    }
    let isCompared = (floor..<start).contains { text[$0] == "比" && text[start - 1] == "的" }
    if isCompared {
      let verb = FigureWords.changing.length(in: text, at: figure.end, limit: text.count)
      return verb > 0 ? figure.end..<figure.end + verb : nil
    }
    guard (floor..<start).contains(where: { (text[$0] == "从" || text[$0] == "由") && text[min($0 + 1, start)] != "于" })
    else { return nil }
    return FigureWords.reachedFrom.first(in: text, between)
  }

  /// 2020年为9.8%，2025年达到12%: the same thing in an earlier year.
  private func isEarlier(_ figure: Figure, in figures: [Figure], before next: Int) -> Bool {
    let start = figure.range.lowerBound
    guard start == figure.numberStart, passage.at(figure.end) == "，" else { return false }
    let clause = passage.clauseStart(start)
    guard clause < start, let verb = passage.at(start - 1), verb == "为" || verb == "是", start - 6 >= clause,
      let year = passage.year(at: start - 6),
      let later = passage.year(at: figure.end + 1), later > year
    else { return false }
    return figures[next].noun == figure.noun
      && passage.clauseStart(figures[next].range.lowerBound) == figure.end + 1
  }

  /// What another figure is measured by: 高于全国5%的平均水平; and if that was a goal, 低于13%的预期目标, it is one still.
  private func yardstick(_ figure: Figure, floor: Int) -> Finding<Quantity.Role>? {
    let text = passage.text
    guard passage.at(figure.end) == "的" else { return nil }
    let after = figure.end..<min(passage.clauseEnd(figure.end), figure.end + 9)
    let goal = FigureWords.goals.first(in: text, after)
    guard let noun = goal ?? FigureWords.yardsticks.first(in: text, after) else { return nil }
    // 低于 may touch the number, as a comparator does.
    let before = max(passage.clauseStart(figure.numberStart), min(floor, figure.numberStart))..<figure.numberStart
    guard let verb = FigureWords.surpassing.first(in: text, before) else { return nil }
    let words = verb.lowerBound..<noun.upperBound
    return goal == nil ? Finding(.baseline, .yardstick, words) : Finding(.target, .goalMissed, words)
  }

  /// 低于13%的预期目标, which says nothing of what else its sentence tells.
  private func goalMissed(_ figure: Figure) -> Range<Int>? {
    yardstick(figure, floor: 0).flatMap { $0.rule == .goalMissed ? $0.words : nil }
  }

  // MARK: By the sentence

  /// The role of each figure by the signs in its sentence, else the one the caller gave.
  func roles(of figures: [Figure]) -> [Finding<Quantity.Role>] {
    var result: [Finding<Quantity.Role>] = []
    result.reserveCapacity(figures.count)
    var index = 0
    while index < figures.count {
      let end = sentenceEnd(of: figures, from: index)
      let role = role(of: figures[index..<end])
      for _ in index..<end { result.append(role) }
      index = end
    }
    return result
  }

  private func sentenceEnd(of figures: [Figure], from index: Int) -> Int {
    let sentence = passage.sentenceStart(figures[index].range.lowerBound)
    var next = index + 1
    while next < figures.count, passage.sentenceStart(figures[next].range.lowerBound) == sentence { next += 1 }
    return next
  }

  /// What was weighed for the figures of the sentence of one of them.
  func signs(of figures: [Figure], at index: Int) -> [RoleSign] {
    guard figures.indices.contains(index) else { return [] }
    let sentence = passage.sentenceStart(figures[index].range.lowerBound)
    var first = index
    while first > 0, passage.sentenceStart(figures[first - 1].range.lowerBound) == sentence { first -= 1 }
    let figures = figures[first..<sentenceEnd(of: figures, from: index)]
    return RoleGuess(passage: passage).signs(
      of: figures, in: scope(of: figures), apartFrom: figures.compactMap(goalMissed))
  }

  /// The words that may be signs for the figures of one sentence.
  private func scope(of figures: ArraySlice<Figure>) -> Range<Int> {
    guard let first = figures.first, let last = figures.last else { return 0..<0 }
    let start = max(passage.sentenceStart(first.range.lowerBound), first.range.lowerBound - Passage.reach)
    let reach = context.guessesRole ? Passage.reach : 24
    let text = passage.text
    var end = last.end
    while end < text.count, end < last.end + reach, !Scalar.endsSentence(text[end]) { end += 1 }
    return start..<end
  }

  private func role(of figures: ArraySlice<Figure>) -> Finding<Quantity.Role> {
    let scope = scope(of: figures)
    let text = passage.text
    if context.guessesRole, context.defaultRole == .target {
      return RoleGuess(passage: passage).role(of: figures, in: scope, apartFrom: figures.compactMap(goalMissed))
    }
    let plan =
      FigureWords.targetSigns.first(in: text, scope).map { Finding(Quantity.Role.target, .planWord, $0) }
      ?? passage.futureYear(scope).map { Finding(Quantity.Role.target, .futureYear, $0) }
    if let plan {
      guard context.defaultRole == .actual, let first = figures.first else { return plan }
      // In what tells results only an outright aim is a target.
      let before = scope.lowerBound..<max(scope.lowerBound, first.range.lowerBound)
      return FigureWords.striving.first(in: text, before).map { Finding(.target, .planWord, $0) }
        ?? Finding(.actual, .documentRole)
    }
    if let words = FigureWords.doneSigns.first(in: text, scope) { return Finding(.actual, .resultWord, words) }
    return Finding(context.defaultRole, .documentRole)
  }

  // MARK: Level or change

  /// Whether the figure tells a change, judged by the verb that stands right before it.
  func valueKind(_ figure: Figure, previous: (kind: Quantity.ValueKind, end: Int)?, countsNoun: Bool) -> Finding<
    Quantity.ValueKind
  > {
    if figure.isRank { return Finding(.rank, .rank) }
    if figure.noun == "番" || figure.isInPoints { return Finding(.change, .points) }
    let text = passage.text
    let start = figure.range.lowerBound
    // 5%、6%和7% share the verb of the first.
    if let previous, start - previous.end == 1, FigureWords.joints.contains(text[previous.end]) {
      return Finding(previous.kind, .sharedKind)
    }
    let floor = passage.clauseStart(start)
    let verb = FigureWords.changing.length(in: text, before: start, floor: floor)
    // 新增 tells how many are new, 倍增 is a word.
    guard verb > 0, !(verb == 1 && start >= 2 && FigureWords.boundTrailing(text[start - 2], text[start - 1])) else {
      return Finding(.level, .level)
    }
    let word = start - verb..<start
    // 提升100所学校 says how many, 增加100所学校 how many more.
    if countsNoun, figure.kind == .count, !FigureWords.countedChanges.isWord(word, of: text) {
      return Finding(.level, .level)
    }
    // 改造提升60公里 says how many are made better; 改造提升20% by how much.
    if figure.kind == .measure || figure.kind == .count, FigureWords.bettering.isWord(word, of: text),
      FigureWords.bettered.length(in: text, before: word.lowerBound, floor: floor) > 0
    {
      return Finding(.level, .level)
    }
    return FigureWords.changeNouns.isWord(word, of: text)
      ? Finding(.level, .level, word) : Finding(.change, .changeVerb, word)
  }
}
