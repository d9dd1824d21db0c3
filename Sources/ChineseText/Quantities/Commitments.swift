/// Tells what is striven for (力争, 争取达到) from what is promised.
struct Commitments: Sendable {
  let passage: Passage

  /// The commitment of a figure; `previous` is the end of the figure before it in the sentence.
  func commitment(_ figure: Figure, previous: Int?) -> Finding<Quantity.Commitment> {
    let text = passage.text
    let start = figure.range.lowerBound
    let sentence = passage.sentenceStart(start)
    // A figure before it closes what 力争 reaches over, unless only 、 parts the two.
    var floor = max(sentence, start - Passage.reach)
    if let previous, previous > floor {
      let isList = !(previous..<start).contains { Scalar.partsClauses(text[$0]) }
      floor = isList ? max(floor, passage.clauseStart(start)) : firstMark(previous, start)
    }
    guard let word = FigureWords.striving.last(in: text, floor..<start) else { return Finding(.firm, .firm) }
    // 确保 after it takes the figure back.
    if let firm = FigureWords.firm.first(in: text, word.upperBound..<start) { return Finding(.firm, .firm, firm) }
    let isClause = !(word.upperBound..<start).contains { Scalar.partsClauses(text[$0]) }
    if !isClause, !isTimeOnly(word.upperBound, start) { return Finding(.firm, .firm) }
    // 力争 always strives; 争取 strives only with a verb of attaining, else it means to win something.
    let stretch = Finding(Quantity.Commitment.stretch, .striving, word)
    if text[word.lowerBound] == "力" { return stretch }
    if FigureWords.attaining.first(in: text, word.upperBound..<start) != nil
      || figure.hasComparator && figure.comparator == .gt
    {
      return stretch
    }
    let end = min(passage.clauseEnd(max(start, figure.end - 1)), figure.end + 24)
    return figure.end < end && FigureWords.attaining.first(in: text, figure.end + 1..<max(figure.end + 1, end)) != nil
      ? stretch : Finding(.firm, .firm)
  }

  private func firstMark(_ start: Int, _ end: Int) -> Int {
    (start..<max(start, end)).first { Scalar.partsClauses(passage.text[$0]) }.map { $0 + 1 } ?? end
  }

  /// 力争到2025年，全省…: only a time stands before the first comma.
  private func isTimeOnly(_ start: Int, _ end: Int) -> Bool {
    guard let comma = (start..<end).first(where: { Scalar.partsClauses(passage.text[$0]) }) else { return true }
    guard (comma + 1..<end).first(where: { Scalar.partsClauses(passage.text[$0]) }) == nil else { return false }
    guard let time = Times(text: passage.text).end(after: start, limit: comma) else { return false }
    return comma - time <= 2
  }
}
