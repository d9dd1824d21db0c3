/// Groups of lead, blank and trail that touch one another: the strict form of an anti-copy run.
///
/// Read forwards from a line's beginning, or backwards from its end; each way takes as many groups as there are, in
/// one pass. A group whose lead was a blank has only the blank and the trail.
struct GroupRun {
  private(set) var range: Range<Int>
  private var groups: [Group] = []
  private var isBroken = false

  private struct Group {
    /// Absent where it was a blank.
    var lead: Unicode.Scalar?
    var trail: Unicode.Scalar
    var range: Range<Int>
  }

  /// Enough groups, most with their lead, and both halves not of one kind: a list of marks, rooms or grades
  /// (A1 B2 C3, A+ A- B+) is even where dirt is not.
  var isRun: Bool {
    let leads = groups.compactMap(\.lead)
    guard !isBroken, groups.count >= 5, leads.count * 2 >= groups.count else { return false }
    return Set(leads.map(kind)).count > 1 || Set(groups.map { kind($0.trail) }).count > 1
  }

  /// The groups from a place on.
  init(at start: Int, of text: [Unicode.Scalar], before end: Int) {
    range = start..<start
    take(text, end)
  }

  /// Groups that fill a stretch, with the page's own numbering stuck between them: a digit or two.
  init(filling run: Range<Int>, of text: [Unicode.Scalar]) {
    range = run.lowerBound..<run.lowerBound
    take(text, run.upperBound)
    while groups.isEmpty || groups.count >= 5, range.upperBound < run.upperBound, strayDigits(text, run.upperBound) {
      take(text, run.upperBound)
    }
    isBroken = range.upperBound < run.upperBound
  }

  /// The groups that end at a place.
  init(endingAt end: Int, of text: [Unicode.Scalar], from start: Int) {
    range = end..<end
    while range.lowerBound > start {
      let trail = range.lowerBound - 1
      guard isTrail(text[trail]) else { break }
      var blank = trail
      while blank > start, isGap(text[blank - 1]) { blank -= 1 }
      // Without a blank there is no group, but at the line's beginning, where the browser stripped it.
      guard blank < trail || trail == start else { break }
      let lead = blank > start && isLead(text[blank - 1]) ? blank - 1 : nil
      let from = lead ?? blank
      // Groups touch what stands before them: `- d` of a formula (c - d) is none.
      if lead != nil, from > start + 1, isGap(text[from - 1]), !isGap(text[from - 2]) { break }
      groups.append(Group(lead: lead.map { text[$0] }, trail: text[trail], range: from..<range.lowerBound))
      range = from..<end
    }
    // One blank lead is chance, several behind other ASCII are the text's own letters (A B C).
    let blankLeads = groups.reversed().prefix { $0.lead == nil }.count
    let isBehindHan = range.lowerBound == start && start > 0 && !text[start - 1].isASCII
    if blankLeads > 1, !isBehindHan {
      groups.removeLast(blankLeads)
      range = (groups.last?.range.lowerBound ?? end)..<end
    }
  }

  private mutating func take(_ text: [Unicode.Scalar], _ end: Int) {
    while let next = group(text, at: range.upperBound, end) {
      groups.append(next)
      range = range.lowerBound..<next.range.upperBound
    }
  }

  private func group(_ text: [Unicode.Scalar], at start: Int, _ end: Int) -> Group? {
    guard start < end else { return nil }
    // At the beginning of the line the browser stripped the blanks of a group without a lead.
    if groups.isEmpty, isTrail(text[start]) { return Group(lead: nil, trail: text[start], range: start..<start + 1) }
    var at = start
    let lead = isLead(text[start]) ? text[start] : nil
    if lead != nil { at += 1 }
    guard at < end, isGap(text[at]) else { return nil }
    while at < end, isGap(text[at]) { at += 1 }
    guard at < end, isTrail(text[at]) else { return nil }
    return Group(lead: lead, trail: text[at], range: start..<at + 1)
  }

  /// Digits between two groups or at the line's end.
  private mutating func strayDigits(_ text: [Unicode.Scalar], _ end: Int) -> Bool {
    var at = range.upperBound
    while at < end, at - range.upperBound < 2, text[at].isASCIIDigit {
      at += 1
      if at == end || group(text, at: at, end) != nil {
        range = range.lowerBound..<at
        return true
      }
    }
    return false
  }

  private func isLead(_ scalar: Unicode.Scalar) -> Bool { (0x21...0x3B).contains(scalar.value) }
  private func isTrail(_ scalar: Unicode.Scalar) -> Bool { (0x3F...0x7E).contains(scalar.value) }
  private func isGap(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{A0}" }

  private enum Kind { case upper, lower, digit, mark }

  private func kind(_ scalar: Unicode.Scalar) -> Kind {
    if scalar.isASCIIDigit { return .digit }
    guard scalar.isASCIILetter else { return .mark }
    return scalar.value < 0x61 ? .upper : .lower
  }
}
