/// The grammar of the runs that forum software hides in a page against copying.
///
/// The best-known forum program writes, a handful of times in a row, one scalar of U+0020–U+003B (the lead), a blank,
/// and one of U+003F–U+007E (the trail), with nothing between the groups; a browser folds double blanks, so that a
/// blank lead melts into the blank that follows, and strips a line's edges. Other programs write single characters
/// parted by blanks. Both are known by that form alone, at a line's edge or filling a line; genuine ASCII (words,
/// numbers, addresses, model numbers, formulae, tables) does not have it. What is too short or too plain to be sure of
/// is a doubt and stays.
enum AntiCopy {
  /// What of a line is dirt.
  struct Finding {
    /// To be removed; ascending.
    var removals: [Range<Int>] = []
    /// Looks like dirt and stays.
    var doubts: [Range<Int>] = []
  }

  /// The runs at a line's edges, or one that fills it; `line` excludes the line end.
  ///
  /// Where other lines have certain runs (`isDirty`), the loose form needs less.
  static func finding(in text: [Unicode.Scalar], line: Range<Int>, isDirty: Bool = false) -> Finding {
    var start = line.lowerBound
    var end = line.upperBound
    while start < end, text[start].isBlank { start += 1 }
    while end > start, text[end - 1].isBlank { end -= 1 }
    var head = start
    while head < end, isRunScalar(text[head]) { head += 1 }
    guard head < end else { return filling(text, start..<end, isDirty) }
    var tail = end
    while tail > start, isRunScalar(text[tail - 1]) { tail -= 1 }
    var finding = Finding()
    add(beginning(text, start..<head, isDirty), to: &finding)
    let rest = finding.removals.first?.upperBound ?? line.lowerBound
    add(closing(text, tail..<end, line: rest, isDirty), to: &finding)
    return finding
  }

  static func isRunScalar(_ scalar: Unicode.Scalar) -> Bool {
    (0x20...0x7E).contains(scalar.value) || scalar == "\u{A0}"
  }

  private enum Verdict {
    case dirt(Range<Int>, unsureAt: Int?)
    case doubt(Range<Int>)
    case genuine
  }

  private static func add(_ verdict: Verdict, to finding: inout Finding) {
    switch verdict {
    case .dirt(let range, let unsure):
      finding.removals.append(range)
      if let unsure { finding.doubts.append(unsure..<unsure + 1) }
    case .doubt(let range): finding.doubts.append(range)
    case .genuine: break
    }
  }

  // MARK: The three places

  /// A line of nothing but ASCII: dirt from edge to edge, or genuine with dirt at an edge.
  private static func filling(_ text: [Unicode.Scalar], _ run: Range<Int>, _ isDirty: Bool) -> Finding {
    if GroupRun(filling: run, of: text).isRun { return Finding(removals: [run]) }
    let front = GroupRun(at: run.lowerBound, of: text, before: run.upperBound)
    let rest = front.isRun ? front.range.upperBound..<run.upperBound : run
    let back = GroupRun(endingAt: run.upperBound, of: text, from: rest.lowerBound)
    let hasBack = back.isRun
    // Groups at an edge may be only the strictest part of a line that is dirt throughout.
    let between = hasBack ? rest.lowerBound..<back.range.lowerBound : rest
    let inner = LooseRun(text, LooseRun.tokens(text, between))
    // A mark or two left over beside a run are the run's.
    let isBare =
      between != run && text.trimmed(between).count <= 2
      && !text[between].contains { $0.isASCIIDigit || $0.isASCIILetter }
    let isRest = isBare || isDirty && between != run && inner.isLeftover
    if isRest || inner.isRun || isDirty && inner.isLikely { return Finding(removals: [run]) }
    if !front.isRun, !hasBack, inner.isDoubtful { return Finding(doubts: [run]) }
    var finding = Finding()
    if front.isRun || !hasBack { add(beginning(text, run, isDirty), to: &finding) }
    if finding.removals.isEmpty || hasBack { add(closing(text, rest, line: rest.lowerBound, isDirty), to: &finding) }
    return finding
  }

  private static func beginning(_ text: [Unicode.Scalar], _ run: Range<Int>, _ isDirty: Bool) -> Verdict {
    let groups = GroupRun(at: run.lowerBound, of: text, before: run.upperBound)
    if groups.isRun {
      return .dirt(run.lowerBound..<skipBlanks(text, groups.range.upperBound, run.upperBound), unsureAt: nil)
    }
    var tokens = Array(LooseRun.tokens(text, run).prefix { $0.count <= 2 })
    // The last token may belong to the text that follows (5G网络, 5个, In the …); a single letter or mark does not.
    if let last = tokens.popLast(), last.count > 1 || !isCounting(text, last.lowerBound) {
      let isGlued = last.count > 1 && !text[last.lowerBound].isASCIIDigit && isCounting(text, last.lowerBound + 1)
      if last.count == 1 || isGlued {
        tokens.append(last.lowerBound..<last.lowerBound + 1)
      } else if !isTerm(text, last) || beginsLine(text, last.upperBound) {
        tokens.append(last)
      }
    }
    let loose = LooseRun(text, tokens)
    guard let last = tokens.last else { return .genuine }
    if loose.isRun || isDirty && loose.isLikely {
      return .dirt(run.lowerBound..<skipBlanks(text, last.upperBound, run.upperBound), unsureAt: nil)
    }
    return loose.isDoubtful ? .doubt(run.lowerBound..<last.upperBound) : .genuine
  }

  private static func closing(_ text: [Unicode.Scalar], _ run: Range<Int>, line: Int, _ isDirty: Bool) -> Verdict {
    let groups = GroupRun(endingAt: run.upperBound, of: text, from: run.lowerBound)
    if groups.isRun {
      let edge = TextEdge(text, line: line, lead: groups.range.lowerBound)
      // What stands between the text's last blank and the groups came with them.
      let between = run.lowerBound..<groups.range.lowerBound
      let rest = LooseRun.tokens(text, between)
      if isDirty, edge.start == groups.range.lowerBound, between.first.map({ text[$0].isBlank }) ?? false,
        LooseRun(text, rest).isLeftover
      {
        return .dirt(between.lowerBound..<run.upperBound, unsureAt: nil)
      }
      return .dirt(edge.start..<run.upperBound, unsureAt: edge.isUnsure ? groups.range.lowerBound : nil)
    }
    var tokens = Array(LooseRun.tokens(text, run).reversed().prefix { $0.count <= 2 }.reversed())
    // The same at the other edge: 建设5G, 推广 AI.
    if let first = tokens.first, first.count > 1, isTerm(text, first), !followsEnd(text, first.lowerBound) {
      tokens.removeFirst()
    }
    let loose = LooseRun(text, tokens)
    guard let first = tokens.first else { return .genuine }
    if loose.isRun || isDirty && loose.isLikely {
      let edge = TextEdge(text, line: line, lead: first.lowerBound)
      var from = edge.start
      while from > run.lowerBound, text[from - 1].isBlank { from -= 1 }
      return .dirt(from..<run.upperBound, unsureAt: nil)
    }
    return loose.isDoubtful ? .doubt(first.lowerBound..<run.upperBound) : .genuine
  }

  /// A digit and what it counts: 5个, 3月.
  private static func isCounting(_ text: [Unicode.Scalar], _ at: Int) -> Bool {
    text[at].isASCIIDigit && at + 1 < text.count && "个家所项名年月日号万亿千百条座处台套次批人户亩件类级倍大".unicodeScalars.contains(text[at + 1])
  }

  /// Two capitals or digits, as terms are short for: 5G, AI, 50.
  private static func isTerm(_ text: [Unicode.Scalar], _ token: Range<Int>) -> Bool {
    text[token].first != "0" && text[token].allSatisfy { $0.isASCIIDigit || $0.isASCIILetter && $0.value < 0x61 }
      || token.first.map { text[$0].isASCIIDigit } ?? false && token.last.map { text[$0] == "%" } ?? false
  }

  /// Whether a line of a text begins there whatever stands before it: 一要, 会议.
  private static func beginsLine(_ text: [Unicode.Scalar], _ at: Int) -> Bool {
    enumerator(in: text, at: at, before: text.count) != nil || text.stands("会议", at: at)
  }

  /// Whether a sentence ends right before, or before blanks.
  private static func followsEnd(_ text: [Unicode.Scalar], _ at: Int) -> Bool {
    var before = at - 1
    while before >= 0, text[before].isBlank { before -= 1 }
    return before >= 0 && "。！？；”）".unicodeScalars.contains(text[before])
  }

  /// Past blanks that a page put between a run and the text; full-width ones are the text's indent.
  private static func skipBlanks(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> Int {
    var at = from
    while at < end, text[at] == " " || text[at] == "\u{A0}" { at += 1 }
    return at
  }
}
