/// Tells figures from thresholds and gives each figure its subject and its qualifiers.
struct Subjects: Sendable {
  struct Named: Sendable {
    var subject: String?
    var rule: FigureRule
    /// The words that name it, nil where they stand apart.
    var words: Range<Int>?
    var qualifiers: [Quantity.Qualifier] = []
    var doubt: FigureDoubt?
    /// Whether the subject is the noun after the figure.
    var isAfter = false
  }

  private let passage: Passage
  private let figures: [Figure]
  private let reader: SubjectReader
  /// For each figure the noun after it.
  private let after: [Range<Int>?]
  /// The figures that are no thresholds, in ascending order.
  private(set) var kept: [Int] = []
  /// For each figure, nil for a threshold.
  private(set) var named: [Named?]

  init(passage: Passage, figures: [Figure]) {
    self.passage = passage
    self.figures = figures
    reader = SubjectReader(passage: passage, figures: figures)
    after = figures.indices.map(reader.after)
    named = Array(repeating: nil, count: figures.count)
    var hosts: [Int: (threshold: Int, noun: Int)] = [:]
    var taken: Set<Int> = []
    let qualifying = Qualifying(passage: passage, figures: figures)
    for index in figures.indices where !taken.contains(index) {
      switch qualifying.outcome(index, taken: taken) {
      case .stands: break
      case .restrictsNothing: taken.insert(index)
      case .restricts(let host, let noun):
        taken.insert(index)
        if hosts[host] == nil { hosts[host] = (index, noun) }
      }
    }
    kept = taken.isEmpty ? Array(figures.indices) : figures.indices.filter { !taken.contains($0) }
    name(hosts)
  }

  // MARK: Naming

  private mutating func name(_ hosts: [Int: (threshold: Int, noun: Int)]) {
    var qualifier: (value: Quantity.Qualifier, noun: [Unicode.Scalar], sentence: Int)?
    // The subjects of the sentence so far, and how many figures the last group had.
    var lastNamed = Inherited()
    var position = 0
    while position < kept.count {
      let group = group(at: position)
      let index = kept[position]
      let sentence = passage.sentenceStart(figures[index].range.lowerBound)
      if lastNamed.sentence != sentence { lastNamed.begin(sentence) }
      if let host = hosts[index] {
        let threshold = figures[host.threshold]
        let measured = measuredBy(host.threshold)
        let inherited = qualifier.flatMap {
          $0.sentence == sentence && $0.noun == threshold.noun ? $0.value.subject : nil
        }
        let bounds = threshold.bounds
        let value = Quantity.Qualifier(
          subject: measured ?? inherited, comparator: threshold.comparator, low: bounds.low, high: bounds.high,
          unit: threshold.unit)
        qualifier = (value, threshold.noun, sentence)
        let own = subjectOfHost(index, host)
        let subject = own ?? lastNamed.subjects.last
        named[index] = Named(
          subject: subject, rule: own != nil ? .conditioned : subject != nil ? .inherited : .noSubject,
          qualifiers: [value], doubt: subject == nil ? .subject : nil)
        if let subject {
          lastNamed.begin(sentence)
          lastNamed.append(subject)
          lastNamed.group = 1
        }
        position += 1
        continue
      }
      if group.count == 1 {
        let subject = name(index, subjectOf(index, inherited: lastNamed.subjects))
        if let subject, subject != lastNamed.subjects.last { lastNamed.append(subject) }
      } else {
        let found = subjectsOf(group, inherited: lastNamed.subjects, lastGroup: lastNamed.group)
        for (member, finding) in zip(kept[group], found) {
          if let subject = name(member, finding) { lastNamed.append(subject) }
        }
      }
      lastNamed.group = group.count
      position += group.count
    }
  }

  /// The subjects of the sentence so far, and how many figures the last group had.
  private struct Inherited {
    private(set) var subjects: [String] = []
    var group = 0
    private(set) var sentence = -1

    mutating func begin(_ sentence: Int) {
      subjects.removeAll(keepingCapacity: true)
      group = 0
      self.sentence = sentence
    }

    /// No list is longer than twelve.
    mutating func append(_ subject: String) {
      if subjects.count == 12 { subjects.removeFirst() }
      subjects.append(subject)
    }
  }

  /// Gives a figure the subject that was found; with none, what the clause before speaks of is the likeliest.
  private mutating func name(_ index: Int, _ found: Finding<String?>) -> String? {
    let isOwn = found.value != nil
    let clause = isOwn ? nil : clauseBefore(index)
    let finding = isOwn ? found : Finding(clause, clause == nil ? .noSubject : .clauseBefore)
    named[index] = Named(
      subject: finding.value, rule: finding.rule, words: finding.words,
      doubt: isOwn ? hasUnknownUnit(index) ? .unit : nil : .subject, isAfter: after[index] != nil)
    return finding.value
  }

  /// Where figures stand among those kept that follow each other with nothing but 、 or 和 between: 5%、6%和7%.
  private func group(at position: Int) -> Range<Int> {
    var next = position + 1
    while next < kept.count {
      let gap = figures[kept[next - 1]].end..<figures[kept[next]].range.lowerBound
      guard gap.count == 1, let joint = passage.at(gap.lowerBound), FigureWords.joints.contains(joint) else { break }
      next += 1
    }
    return position..<next
  }

  private func subjectOf(_ index: Int, inherited: [String]) -> Finding<String?> {
    if let noun = figures[index].zeroNoun { return subject(ofNone: noun, index) }
    if let noun = after[index] { return Finding(reader.string(noun), .nounAfter, noun) }
    let last = Finding(isAkin(index) ? inherited.last : nil, .inherited)
    guard let words = wordsBefore(index) else { return last }
    // 装机达到9万千瓦，占比由31%提升至54%: whose share it is the words before say.
    if let owner = inherited.last, isBareShare(words) {
      let share = reader.string(words)
      return Finding(owner.hasSuffix(share) ? owner : owner + share, .ownersShare)
    }
    // 建成4座、在建8座: a verb alone leaves the subject to the figure before.
    return reader.isVerbAlone(words) ? last : Finding(reader.string(words), .wordsBefore, words)
  }

  private func subjectsOf(_ positions: Range<Int>, inherited: [String], lastGroup: Int) -> [Finding<String?>] {
    let group = kept[positions]
    guard let first = group.first else { return [] }
    // 分别: each figure has its own part of the words before it.
    let raw = rangeBefore(first)
    if let each = FigureWords.respectively.last(in: passage.text, raw) {
      let whole = reader.trimmed(raw.lowerBound..<each.lowerBound)
      let parts = Distribution(passage: passage).parts(of: whole)
      if parts.count == group.count { return parts.map { Finding($0, .respectively) } }
    }
    let own = wordsBefore(first)
    // 分别达到A和B，是上年的C倍和D倍; 游客A人次，收入B亿元，分别增长C和D: each takes its own subject on.
    let isEach = lastGroup == group.count || FigureWords.respectively.last(in: passage.text, raw) != nil
    if own == nil, isEach, inherited.count >= group.count {
      return inherited.suffix(group.count).map { Finding($0, .inherited) }
    }
    let shared =
      own.map { Finding(reader.string($0), .wordsBefore, $0) } ?? Finding(inherited.last, .inherited)
    return group.map { member in
      if let noun = figures[member].zeroNoun { return subject(ofNone: noun, member) }
      return after[member].map { Finding(reader.string($0), .nounAfter, $0) } ?? shared
    }
  }

  /// 安全生产零事故: what the words before name has none of what the quote names.
  private func subject(ofNone noun: Range<Int>, _ index: Int) -> Finding<String?> {
    let name = reader.string(noun)
    guard let words = wordsBefore(index), !reader.isVerbAlone(words) else { return Finding(name, .nounAfter, noun) }
    let whole = reader.string(words)
    return Finding(whole.hasSuffix(name) ? whole : whole + name, .wordsBefore, words)
  }

  private func isBareShare(_ words: Range<Int>) -> Bool {
    FigureWords.bareShares.length(in: passage.text, at: words.lowerBound, limit: words.upperBound) == words.count
  }

  /// 接入视频资源25万路: where a thing is named before the number, the word behind it is more likely a counter that the
  /// vocabulary lacks than the thing.
  private func hasUnknownUnit(_ index: Int) -> Bool {
    let figure = figures[index]
    guard figure.noun.isEmpty, !figure.numeral.scale.isEmpty, let noun = after[index], noun.count <= 2,
      let words = wordsBefore(index), words.count > 2, !reader.isVerbAlone(words)
    else { return false }
    let text = passage.text
    return FigureWords.doing.length(in: text, at: words.lowerBound, limit: words.upperBound) < words.count
      && FigureWords.amounts.length(in: text, before: words.upperBound, floor: words.lowerBound) == 0
  }

  /// Whether a figure may tell of the same thing as the one before it: 产值500亿元，增长10%; not 投资5亿元，建成3个.
  private func isAkin(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let figure = figures[index]
    let previous = figures[index - 1]
    return figure.isRank || previous.end == figure.range.lowerBound || figure.kind == .ratio || previous.kind == .ratio
      || figure.noun == previous.noun || figure.kind == .time && previous.kind == .time
  }

  private func rangeBefore(_ index: Int) -> Range<Int> {
    reader.before(figures[index].range.lowerBound, previousEnd: index > 0 ? figures[index - 1].end : nil)
  }

  private func wordsBefore(_ index: Int) -> Range<Int>? {
    var range = rangeBefore(index)
    if figures[index].isRank { range = reader.withoutScope(range) }
    range = reader.trimmed(range)
    return range.isEmpty ? nil : range
  }

  private func clauseBefore(_ index: Int) -> String? {
    let start = passage.clauseStart(figures[index].range.lowerBound)
    guard start > 0, passage.at(start - 1) == "，", start - 1 > passage.sentenceStart(figures[index].range.lowerBound)
    else { return nil }
    let clause = passage.clauseStart(start - 1)..<start - 1
    guard clause.count <= 24, !clause.contains(where: { Scalar.isDigit(passage.text[$0]) }),
      index == 0 || figures[index - 1].end <= clause.lowerBound
    else { return nil }
    let range = reader.measure(reader.trimmed(clause))
    return range.count < 2 ? nil : reader.string(range)
  }

  // MARK: Thresholds

  /// What a threshold measures: 合同额 of 合同额30亿元以上.
  private func measuredBy(_ index: Int) -> String? {
    let range = reader.measure(rangeBefore(index))
    return range.isEmpty || reader.isVerbAlone(range) ? nil : passage.string(range)
  }

  private func subjectOfHost(_ index: Int, _ host: (threshold: Int, noun: Int)) -> String? {
    if host.threshold > index { return reader.noun(from: host.noun, host.threshold).map(reader.string) }
    let range = reader.trimmed(host.noun..<figures[index].range.lowerBound)
    if !range.isEmpty { return reader.string(range) }
    return after[index].map(reader.string)
  }
}
