/// Reads the time a figure is meant for from the words of its clause or of the adverbial before it.
struct PeriodReader: Sendable {
  let passage: Passage
  let year: Int?
  let spokenIn: Int?

  /// The period of the figure, or nil where no word beside it says one.
  func period(_ figure: Figure) -> Finding<StatedPeriod>? {
    let start = figure.range.lowerBound
    let clause = passage.clauseStart(start)
    if let near = last(clause..<start) { return Finding(near.period, .periodBeside, near.range) }
    // 到2025年，…: an adverbial of time before the first comma governs its sentence.
    let sentence = passage.sentenceStart(start)
    guard sentence < clause, let comma = (sentence..<clause).first(where: { Scalar.partsClauses(passage.text[$0]) })
    else { return nil }
    var head = sentence
    let striving = FigureWords.striving.length(in: passage.text, at: head, limit: comma)
    head += striving
    guard comma > head, let end = Times(text: passage.text).end(after: head, limit: comma), end >= comma else {
      return nil
    }
    return last(sentence..<comma).map { Finding($0.period, .periodAdverbial, $0.range) }
  }

  /// The last time named in the range that is no point of comparison.
  private func last(_ range: Range<Int>) -> (period: StatedPeriod, range: Range<Int>)? {
    let phrases = PeriodPhrase(passage: passage, year: year, spokenIn: spokenIn)
    var found: (period: StatedPeriod, range: Range<Int>)?
    var place = range.lowerBound
    var previousEnd: Int?
    while place < range.upperBound {
      guard PeriodPhrase.starts.contains(passage.text[place]),
        let phrase = phrases.read(at: place, limit: range.upperBound)
      else {
        place += 1
        continue
      }
      if previousEnd == place - 1, FigureWords.joints.contains(passage.text[place - 1]) {
        // 2022年、2023年分别完成…: which of them is meant stands elsewhere.
        found = nil
      } else if !phrase.isCompared, !isCompared(place, range.lowerBound) {
        found = phrase.period.map { ($0, place..<phrase.end) }
      }
      previousEnd = phrase.end
      place = max(phrase.end, place + 1)
    }
    return found
  }

  /// 比2020年, 较上年, 从2009年 and 是2019年的 name what a figure is compared with; so does 去年同期.
  private func isCompared(_ index: Int, _ floor: Int) -> Bool {
    guard index > floor, let before = passage.at(index - 1) else { return false }
    return before == "比" || before == "较" || before == "是" || before == "为" || before == "与" || before == "和"
      || before == "于"
  }
}
