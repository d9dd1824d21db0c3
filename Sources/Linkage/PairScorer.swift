import ChineseText

/// Compares one entry of the second side with entries of the first, without a search per pair: the pairs of signs of
/// both are stamped with a number of their own.
struct PairScorer {
  private let a: EntryTable
  private let b: EntryTable
  private let titles: Rarity
  private let texts: Rarity
  private var x: Stamps
  private var y: Stamps
  private var current = 0
  /// What a name tells that its own text repeats, however common its words: 供热 and 供水 in a plan of both.
  private static let leastName: Float = 4
  /// What each title says alone, run by run.
  private var runs: (a: [OwnRun], b: [OwnRun]) = ([], [])

  init(_ a: EntryTable, _ b: EntryTable, titles: Rarity, texts: Rarity) {
    (self.a, self.b, self.titles, self.texts) = (a, b, titles, texts)
    (x, y) = (Stamps(bits: titles.bits), Stamps(bits: titles.bits))
  }

  /// Chooses the entry of the second side.
  mutating func look(at entry: Int) {
    current = entry
    y.stamp(b, entry)
  }

  /// Compares it with an entry of the first side.
  mutating func compare(_ entry: Int) -> Comparison {
    x.stamp(a, entry)
    let (ofA, ofB) = (parts(a, entry, x, y, &runs.a), parts(b, current, y, x, &runs.b))
    var out = Comparison()
    out.isTopic = ofA.isTopic && ofB.isTopic
    out.title = (ofA.title + ofB.title) / 2
    out.crossed = ofA.crossed + ofB.crossed
    out.conflict = ofA.conflict + ofB.conflict
    if out.conflict > 0 { out.repeated = (ofA.topic + ofB.topic) / out.conflict }
    for mine in runs.a where mine.tells > 0 {
      guard
        let at = runs.b.firstIndex(where: { $0.left == mine.left && $0.right == mine.right && $0.tells > 0 })
      else { continue }
      let theirs = runs.b.remove(at: at)
      // A name in the place of a common word (新建, 优化) is no rival of it.
      let least = mine.isCommon || theirs.isCommon ? min(mine.names, theirs.names) : .infinity
      let areNames = mine.isRepeated && theirs.isRepeated && !mine.isConnective && !theirs.isConnective
      let floor = areNames ? PairScorer.leastName : 0
      out.rivals.a += min(max(mine.names, floor), least)
      out.rivals.b += min(max(theirs.names, floor), least)
      out.conflict -= mine.tells + theirs.tells
    }
    out.topics = ofA.title + ofB.title == 0 ? 2 * min(ofA.topic, ofB.topic) : 0
    out.text = (ofA.text + ofB.text) / 2
    out.missing = ofA.missing + ofB.missing
    let others = b.figures(current)
    for figure in a.figures(entry) where others.contains(figure) { out.figures += texts.of(figure) }
    out.covered = (ofA.covered, ofB.covered)
    return out
  }

  /// Whether the fields agree.
  func agreement(_ entry: Int) -> UInt8 { Agreements(a, b)(entry, current) }

  private struct Parts {
    var title: Float = 0
    var crossed: Float = 0
    var conflict: Float = 0
    /// What of the conflict its own text repeats.
    var topic: Float = 0
    var text: Float = 0
    var missing: Float = 0
    /// Whether the text repeats a word that both titles have, or says nothing.
    var isTopic = false
    var covered: Float {
      let all = title + crossed + conflict + text + missing
      return all > 0 ? (title + crossed + text) / all : 0
    }
  }

  /// Signs of a title that the other title does not have, between two that it has or the ends.
  private struct OwnRun {
    var left: UInt16
    var right: UInt16
    /// What it tells beyond what the other entry's text says.
    var tells: Float = 0
    /// Whether it is made of common words.
    var isCommon = true
    /// Whether its own text repeats some of it.
    var isRepeated = false
    /// Whether it is made of connectives, which name nothing.
    var isConnective = true
    /// The same as a name.
    var names: Float = 0
  }

  private func parts(
    _ table: EntryTable, _ entry: Int, _ own: Stamps, _ other: Stamps, _ runs: inout [OwnRun]
  ) -> Parts {
    var out = Parts()
    out.isTopic = table.text(entry).isEmpty
    runs.removeAll(keepingCapacity: true)
    var isOpen = false
    let range = table.title(entry)
    var last = TextSigns.gap
    var left: Int?
    var term = TermCursor(table.titleTerms(entry), from: range.lowerBound)
    for at in range {
      let sign = table.signs[at]
      let next = at + 1 < range.upperBound ? table.signs[at + 1] : TextSigns.gap
      let right = sign != TextSigns.gap && next != TextSigns.gap ? Rarity.bucket(sign, next, titles.bits) : nil
      defer { (last, left) = (sign, right) }
      term.move(to: at, titles)
      guard sign != TextSigns.gap else {
        isOpen = false
        continue
      }
      // A sign is shared with the neighbour that it stands beside in both.
      let tells = last == TextSigns.gap ? titles.of(sign, before: next) : titles.of(sign, after: last)
      if other.inTitle(left) || other.inTitle(right) {
        out.title += tells
        out.isTopic = out.isTopic || own.inText(other.inTitle(left) ? left : right)
        isOpen = false
        continue
      }
      if let named = term.bucket, other.inTitle(named) {
        out.title += term.take(tells)
        out.isTopic = out.isTopic || own.inText(named)
        isOpen = false
        continue
      }
      if !isOpen { runs.append(OwnRun(left: last, right: next)) }
      isOpen = true
      runs[runs.count - 1].right = next
      if runs[runs.count - 1].isConnective, !CommonWords.connectives.contains(sign) {
        runs[runs.count - 1].isConnective = false
      }
      if other.inText(left) || other.inText(right) {
        out.crossed += tells
      } else if let named = term.bucket, other.inText(named) {
        out.crossed += term.take(tells)
      } else {
        out.conflict += tells
        let isCommon = titles.isCommon(left) || titles.isCommon(right)
        let isTopic = !isCommon && (own.inText(left) || own.inText(right))
        runs[runs.count - 1].tells += tells
        runs[runs.count - 1].isCommon = runs[runs.count - 1].isCommon && isCommon
        runs[runs.count - 1].names += isTopic ? tells : 0.3 * tells
        if isTopic {
          out.topic += tells
          runs[runs.count - 1].isRepeated = true
        }
      }
    }
    var state = (isShared: false, isOpen: false)
    last = TextSigns.gap
    term = TermCursor(table.textTerms(entry), from: table.text(entry).lowerBound)
    for at in table.text(entry) {
      let sign = table.signs[at]
      defer { last = sign }
      term.move(to: at, texts)
      guard sign != TextSigns.gap, last != TextSigns.gap else {
        state.isOpen = false
        continue
      }
      let bucket = Rarity.bucket(last, sign, texts.bits)
      // What the title says has been counted.
      guard !own.inTitle(bucket) else {
        state.isOpen = false
        continue
      }
      var isShared = other.inText(bucket) || other.inTitle(bucket)
      let adds = texts.of(sign, after: last)
      var tells = state.isOpen && state.isShared == isShared ? adds : texts.of(last, before: sign) + adds
      if !isShared, let named = term.bucket, other.inText(named) || other.inTitle(named) {
        isShared = true
        tells = own.inTitle(named) ? 0 : term.take(tells)
      }
      if isShared { out.text += tells } else { out.missing += tells }
      state = (isShared, true)
    }
    return out
  }

  /// The entry's shared runs that tell most, at most five, best first.
  mutating func sharedRuns(_ entry: Int) -> [String] {
    x.stamp(a, entry)
    var runs: [(tells: Float, signs: ArraySlice<UInt16>)] = []
    for range in [a.title(entry), a.text(entry)] {
      var run = range.lowerBound..<range.lowerBound
      var tells: Float = 0
      for at in range.dropFirst() {
        let (last, sign) = (a.signs[at - 1], a.signs[at])
        let pair = sign != TextSigns.gap && last != TextSigns.gap ? Rarity.bucket(last, sign, texts.bits) : nil
        guard y.inTitle(pair) || y.inText(pair) else { continue }
        if !run.isEmpty, run.upperBound == at {
          run = run.lowerBound..<at + 1
        } else {
          if !run.isEmpty { runs.append((tells, a.signs[run])) }
          (run, tells) = (at - 1..<at + 1, texts.of(last, before: sign))
        }
        tells += texts.of(sign, after: last)
      }
      if !run.isEmpty { runs.append((tells, a.signs[run])) }
    }
    runs += termPairs(entry)
    runs.sort { $0.tells != $1.tells ? $0.tells > $1.tells : $0.signs.lexicographicallyPrecedes($1.signs) }
    var out: [String] = []
    for run in runs where out.count < 5 {
      let text = run.signs.reduce(into: String.UnicodeScalarView()) { text, sign in
        text.append(TextSigns.shown(sign))
      }
      if !out.contains(String(text)) { out.append(String(text)) }
    }
    return out
  }

  /// Terms of the entry for what the other one names by another term, each with that term behind a sign of equality.
  private func termPairs(_ entry: Int) -> [(tells: Float, signs: ArraySlice<UInt16>)] {
    let ofEntry = { (table: EntryTable, entry: Int) -> [(term: NamedTerm, signs: ArraySlice<UInt16>)] in
      let named = [
        (table.title(entry).lowerBound, table.titleTerms(entry)),
        (table.text(entry).lowerBound, table.textTerms(entry)),
      ]
      return named.flatMap { start, terms in
        terms.map { (term: $0, signs: table.signs[start + Int($0.start)..<start + $0.end]) }
      }
    }
    let (mine, theirs) = (ofEntry(a, entry), ofEntry(b, current))
    return mine.compactMap { one in
      let others = theirs.filter { $0.term.group == one.term.group }
      guard let other = others.first, !others.contains(where: { $0.signs == one.signs }) else { return nil }
      return (texts.of(one.term), one.signs + [PairScorer.equals] + other.signs)
    }
  }
  private static let equals: UInt16 = 0x3D

  /// The figures that both have, as they stand in the text.
  func sharedFigures(_ entry: Int) -> [String] {
    let others = b.figures(current)
    var out: [String] = []
    for figure in a.figures(entry) where others.contains(figure) {
      if let text = figure.text, !out.contains(text) { out.append(text) }
    }
    return out
  }

  /// Per sign of the entry's title and text what it tells, whether the chosen entry says it, and in which clause of
  /// the text it stands, from 1; 0 in the title.
  mutating func coverage(_ entry: Int) -> [(tells: Float, isCovered: Bool, clause: Int)] {
    x.stamp(a, entry)
    var out: [(tells: Float, isCovered: Bool, clause: Int)] = []
    var clause = 0
    for (range, named, rarity) in [
      (a.title(entry), a.titleTerms(entry), titles), (a.text(entry), a.textTerms(entry), texts),
    ] {
      var last = TextSigns.gap
      var left: Int?
      var term = TermCursor(named, from: range.lowerBound)
      for at in range {
        term.move(to: at, rarity)
        let sign = a.signs[at]
        let next = at + 1 < range.upperBound ? a.signs[at + 1] : TextSigns.gap
        let right = sign != TextSigns.gap && next != TextSigns.gap ? Rarity.bucket(sign, next, titles.bits) : nil
        defer { (last, left) = (sign, right) }
        guard sign != TextSigns.gap else {
          if clause > 0 { clause += 1 }
          continue
        }
        let isCovered = [left, right, term.bucket].contains { y.inTitle($0) || y.inText($0) }
        let tells = last == TextSigns.gap ? rarity.of(sign, before: next) : rarity.of(sign, after: last)
        out.append((tells, isCovered, clause))
      }
      clause = 1
    }
    return out
  }
}

/// Which pairs of signs an entry has in its title and in its text.
private struct Stamps {
  private let bits: Int
  private var titles: [UInt32]
  private var texts: [UInt32]
  private var number: UInt32 = 0

  init(bits: Int) {
    self.bits = bits
    titles = [UInt32](repeating: 0, count: 1 << bits)
    texts = titles
  }

  mutating func stamp(_ table: EntryTable, _ entry: Int) {
    number &+= 1
    Stamps.stamp(&titles, number, bits, table.signs, table.title(entry))
    Stamps.stamp(&texts, number, bits, table.signs, table.text(entry))
    for term in table.titleTerms(entry) { titles[Rarity.bucket(term, bits)] = number }
    for term in table.textTerms(entry) { texts[Rarity.bucket(term, bits)] = number }
  }

  private static func stamp(
    _ stamps: inout [UInt32], _ number: UInt32, _ bits: Int, _ signs: [UInt16], _ range: Range<Int>
  ) {
    var last = TextSigns.gap
    for at in range {
      let sign = signs[at]
      if sign != TextSigns.gap, last != TextSigns.gap { stamps[Rarity.bucket(last, sign, bits)] = number }
      last = sign
    }
  }

  func inTitle(_ bucket: Int?) -> Bool { bucket.map { titles[$0] == number } ?? false }
  func inText(_ bucket: Int?) -> Bool { bucket.map { texts[$0] == number } ?? false }
}
