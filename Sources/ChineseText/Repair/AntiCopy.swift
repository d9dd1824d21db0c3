/// The grammar of the runs that forum software hides in a page against copying.
///
/// The best-known forum program writes, a handful of times in a row, one scalar of U+0020–U+003B, a blank, and one of
/// U+003F–U+007E, with nothing between the groups; a browser folds double blanks. So a run reads
/// `lead? blank trail` over and over. Other programs write single characters parted by blanks. Both are known by that
/// form alone, at a line's edge or filling a line; genuine ASCII (words, numbers, addresses, model numbers) does not
/// have it. A run is taken only where it is long enough and holds punctuation; less than that is a doubt.
enum AntiCopy {
  struct Finding {
    /// What to remove from the line.
    var range: Range<Int>
    var certain: Bool
  }

  static func isRunScalar(_ scalar: Unicode.Scalar) -> Bool {
    (0x20...0x7E).contains(scalar.value) || scalar == "\u{A0}"
  }

  /// The runs at the edges of a line, or one that fills it.
  static func findings(in text: [Unicode.Scalar], line: Range<Int>) -> [Finding] {
    guard let first = line.first(where: { !isRunScalar(text[$0]) }) else {
      return filling(text, line).map { [$0] } ?? []
    }
    let last = line.last { !isRunScalar(text[$0]) } ?? first
    var out: [Finding] = []
    if let end = beginning(text, line.lowerBound..<first) { out.append(end) }
    if let start = closing(text, last + 1..<line.upperBound) { out.append(start) }
    return out
  }

  // MARK: The three places

  private static func filling(_ text: [Unicode.Scalar], _ run: Range<Int>) -> Finding? {
    let run = trimmedBlanks(text, run)
    var scan = Scan(text: text, at: run.lowerBound, end: run.upperBound)
    scan.takeAll(mayBeginWithTrail: true)
    if scan.isRun, scan.at == run.upperBound { return Finding(range: run, certain: true) }
    if isLooseRun(tokens(text, run), text) { return Finding(range: run, certain: true) }
    if scan.isRun { return Finding(range: run.lowerBound..<scan.at, certain: true) }
    return doubt(text, run)
  }

  private static func beginning(_ text: [Unicode.Scalar], _ run: Range<Int>) -> Finding? {
    var scan = Scan(text: text, at: skipBlanks(text, run.lowerBound, run.upperBound), end: run.upperBound)
    scan.takeAll(mayBeginWithTrail: true)
    if scan.isRun {
      return Finding(range: run.lowerBound..<skipBlanks(text, scan.at, run.upperBound), certain: true)
    }
    // The last token touches the text and may be part of it (2024年, GDP增长): it stays unless it is one letter or mark.
    var tokens = tokens(text, run)
    if let last = tokens.last, last.upperBound == run.upperBound, last.count > 1 || text[last.lowerBound].isASCIIDigit {
      tokens.removeLast()
    }
    if isLooseRun(tokens, text), let last = tokens.last {
      return Finding(range: run.lowerBound..<skipBlanks(text, last.upperBound, run.upperBound), certain: true)
    }
    return doubt(text, run)
  }

  private static func closing(_ text: [Unicode.Scalar], _ whole: Range<Int>) -> Finding? {
    // A run is a few dozen scalars; a bound keeps a long line of ASCII from costing its square.
    let run = max(whole.lowerBound, whole.upperBound - 1_000)..<whole.upperBound
    for start in run {
      // A digit that follows a digit belongs to a number of the text, not to the run.
      if start > run.lowerBound, text[start].isASCIIDigit, text[start - 1].isASCIIDigit { continue }
      if start > run.lowerBound, !text[start].isASCIIDigit, text[start] != " ", text[start - 1].isASCIIDigit,
        start + 1 < run.upperBound, !text[start + 1].isBlank
      {
        continue
      }
      var scan = Scan(text: text, at: skipBlanks(text, start, run.upperBound), end: run.upperBound)
      scan.takeAll(mayBeginWithTrail: start == run.lowerBound || text[start].isBlank)
      if scan.isRun, skipBlanks(text, scan.at, run.upperBound) == run.upperBound {
        var from = start
        while from > run.lowerBound, text[from - 1].isBlank { from -= 1 }
        return Finding(range: from..<run.upperBound, certain: true)
      }
    }
    var tokens = tokens(text, run)
    if let first = tokens.first, first.lowerBound == run.lowerBound, first.count > 1 || text[first.lowerBound].isASCIIDigit {
      tokens.removeFirst()
    }
    if isLooseRun(tokens, text), let first = tokens.first {
      return Finding(range: first.lowerBound..<run.upperBound, certain: true)
    }
    return doubt(text, run)
  }

  // MARK: The loose form

  private static func tokens(_ text: [Unicode.Scalar], _ run: Range<Int>) -> [Range<Int>] {
    var out: [Range<Int>] = []
    var start: Int?
    for at in run {
      if text[at].isBlank {
        if let from = start { out.append(from..<at) }
        start = nil
      } else if start == nil {
        start = at
      }
    }
    if let from = start { out.append(from..<run.upperBound) }
    return out
  }

  /// Mostly single characters parted by blanks, letters and several kinds of punctuation among them.
  private static func isLooseRun(_ tokens: [Range<Int>], _ text: [Unicode.Scalar]) -> Bool {
    guard tokens.count >= 6, tokens.allSatisfy({ $0.count <= 3 }) else { return false }
    let short = tokens.count { $0.count <= 2 }
    let scalars = tokens.flatMap { text[$0] }
    let marks = Set(scalars.filter { !$0.isASCIIDigit && !$0.isASCIILetter })
    return short * 5 >= tokens.count * 4 && marks.count >= 3 && scalars.contains(where: \.isASCIILetter)
  }

  /// Something like a run, but too short or too plain to be sure.
  private static func doubt(_ text: [Unicode.Scalar], _ run: Range<Int>) -> Finding? {
    let run = trimmedBlanks(text, run)
    let tokens = tokens(text, run)
    let scalars = tokens.flatMap { text[$0] }
    let odd = Set(scalars.filter { "!\"#$&'*;<=>?@[\\]^_`{|}~".unicodeScalars.contains($0) })
    guard tokens.count >= 4, tokens.count(where: { $0.count <= 2 }) * 5 >= tokens.count * 4, odd.count >= 2 else {
      return nil
    }
    return Finding(range: run, certain: false)
  }

  private static func skipBlanks(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> Int {
    var at = from
    while at < end, text[at].isBlank { at += 1 }
    return at
  }

  private static func trimmedBlanks(_ text: [Unicode.Scalar], _ run: Range<Int>) -> Range<Int> {
    let start = skipBlanks(text, run.lowerBound, run.upperBound)
    var end = run.upperBound
    while end > start, text[end - 1].isBlank { end -= 1 }
    return start..<end
  }
}

/// Takes groups of the strict form one after the other.
private struct Scan {
  let text: [Unicode.Scalar]
  var at: Int
  let end: Int
  private var groups = 0
  private var leads = 0
  private var marks = 0
  private var strays = 0

  init(text: [Unicode.Scalar], at: Int, end: Int) {
    (self.text, self.at, self.end) = (text, at, end)
  }

  /// Enough groups, most with their first half, punctuation among them: chance alone does not write this.
  var isRun: Bool { groups >= 4 && leads * 2 >= groups && marks >= 1 && strays * 4 <= groups + 3 }

  mutating func takeAll(mayBeginWithTrail: Bool) {
    if mayBeginWithTrail, at + 1 < end, isTrail(at), !text[at].isASCIIDigit, group(at: at + 1) != nil {
      count(lead: nil, trail: at)
      at += 1
    }
    while at < end {
      if let next = group(at: at) {
        take(next)
      } else if stray(at: at) {
        strays += 1
        at += 1
      } else {
        return
      }
    }
  }

  private struct Group {
    var lead: Int?
    var trail: Int
  }

  private func isTrail(_ at: Int) -> Bool { (0x3F...0x7E).contains(text[at].value) }

  private func group(at: Int) -> Group? {
    guard at < end else { return nil }
    if (0x21...0x3B).contains(text[at].value) {
      var next = at + 1
      guard next < end, text[next].isBlank else { return nil }
      while next < end, text[next].isBlank { next += 1 }
      guard next < end, isTrail(next) else { return nil }
      return Group(lead: at, trail: next)
    }
    // The lead was a blank, which the browser folded with the one that follows.
    guard text[at].isBlank else { return nil }
    var next = at
    while next < end, text[next].isBlank { next += 1 }
    guard next < end, isTrail(next) else { return nil }
    let after = next + 1
    let endsWord = after >= end || text[after].isBlank || group(at: after) != nil
    return endsWord ? Group(lead: nil, trail: next) : nil
  }

  /// A numbering of the page that stuck to the run: one digit or mark between groups or at the end of the line.
  private func stray(at: Int) -> Bool {
    guard (0x21...0x3B).contains(text[at].value) else { return false }
    if at + 1 >= end { return groups >= 4 }
    guard let next = group(at: at + 1) else { return false }
    return group(at: next.trail + 1) != nil || next.trail + 1 >= end
  }

  private mutating func take(_ group: Group) {
    count(lead: group.lead, trail: group.trail)
    at = group.trail + 1
  }

  private mutating func count(lead: Int?, trail: Int) {
    groups += 1
    for place in [lead, trail].compactMap({ $0 }) where !text[place].isASCIIDigit && !text[place].isASCIILetter {
      marks += 1
    }
    if lead != nil { leads += 1 }
  }
}
