/// Pairs a threshold with the figure it restricts: 合同额30亿元以上 with 项目达到5个.
struct Qualifying: Sendable {
  let passage: Passage
  let figures: [Figure]

  /// What becomes of a figure that is a threshold.
  enum Outcome {
    /// It restricts the figure at the index, whose subject begins at the offset.
    case restricts(figure: Int, noun: Int)
    /// It restricts a thing that is not counted here.
    case restrictsNothing
    /// It is a figure of its own.
    case stands
  }

  /// Judges the figure at `index`; `taken` are those already known to be thresholds.
  func outcome(_ index: Int, taken: Set<Int>) -> Outcome {
    let figure = figures[index]
    let text = passage.text
    let isGrade = passage.at(figure.end) == "级" && figure.kind == .measure
    let hasDe = passage.at(figure.end) == "的"
    let noun = isGrade || hasDe ? figure.end + 1 : figure.end
    guard !figure.isRank, !figure.isWithin, let first = passage.at(noun),
      Scalar.isHan(first) || Scalar.isOpening(first) || Scalar.isLetter(first)
    else { return .stands }
    let isThreshold = figure.hasComparator && figure.comparator != .approx && !figure.isRange
    guard isThreshold || isGrade || hasDe && figure.kind == .measure else { return .stands }
    if !hasDe, !isGrade, FigureWords.noNoun.length(in: text, at: noun, limit: text.count) > 0 { return .stands }
    if let host = following(index, noun: noun, hasDe: hasDe) { return .restricts(figure: host, noun: noun) }
    if figure.kind != .count, figure.kind != .ratio, let host = preceding(index, taken: taken) {
      return .restricts(figure: host, noun: noun)
    }
    guard figure.kind == .measure else { return figure.kind == .time ? .restrictsNothing : .stands }
    if isGrade { return .restrictsNothing }
    return FigureWords.amounts.length(in: text, at: noun, limit: text.count) > 0 || !isThreshold
      ? .stands : .restrictsNothing
  }

  /// The count after it in the same run of words: 30亿元以上项目达到6个.
  private func following(_ index: Int, noun: Int, hasDe: Bool) -> Int? {
    guard index + 1 < figures.count else { return nil }
    let host = figures[index + 1]
    let figure = figures[index]
    guard host.kind == .count, !host.isRank, host.range.lowerBound - noun <= 40, noun < host.range.lowerBound else {
      return nil
    }
    let between = noun..<host.range.lowerBound
    guard !parted(between) else { return nil }
    if let joint = passage.at(between.upperBound - 1), joint == "和" || joint == "及" || joint == "与" { return nil }
    // 10家以上平台服务20个园区 counts twice; only a number that closes its clause counts the noun before it.
    if figure.kind == .count || figure.kind == .ratio {
      let after = passage.at(host.end)
      guard Scalar.endsPhrase(before: after) else { return nil }
      if figure.kind == .ratio, !hasDe { return nil }
    }
    return index + 1
  }

  /// The count before it: 5个以上收入过200亿元的产业集群.
  private func preceding(_ index: Int, taken: Set<Int>) -> Int? {
    guard index > 0, !taken.contains(index - 1) else { return nil }
    let host = figures[index - 1]
    guard host.kind == .count, !host.isRank, host.end <= figures[index].range.lowerBound,
      figures[index].range.lowerBound - host.end <= 16, !parted(host.end..<figures[index].range.lowerBound)
    else { return nil }
    return index - 1
  }

  private func parted(_ range: Range<Int>) -> Bool {
    range.contains { Scalar.partsClauses(passage.text[$0]) || passage.text[$0] == "、" }
  }
}

extension Scalar {
  /// A mark that opens a name or a remark.
  static func isOpening(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "「", "‘", "『", "《", "\"": true
    default: false
    }
  }
}
