/// Drops what is no text of the document, then repairs the rest, and keeps the way back to the source.
///
/// - Parameter dropped: what the file itself deletes or hides, ascending and apart; a line that is nothing else goes with
///   its end.
public func repaired(_ source: [Unicode.Scalar], dropping dropped: [(kind: Repair.Kind, range: Range<Int>)])
  -> RepairedText
{
  guard !dropped.isEmpty else { return repaired(source) }
  let drops = dropped.map { kind, range in
    let whole = withLineEnd(range.clamped(to: source.indices), in: source)
    return Repair(kind: kind, range: whole, original: Array(source[whole]), replacement: [])
  }
  let kept = RepairedText(source: source, repairs: drops)
  let clean = repaired(kept.text)
  func inSource(_ range: Range<Int>) -> Range<Int> {
    let start = kept.sourceOffset(of: range.lowerBound)
    return start..<max(start, kept.sourceOffset(of: range.upperBound - 1) + 1)
  }
  let repairs = clean.repairs.map { repair in
    let range = inSource(repair.range)
    return Repair(
      kind: repair.kind, range: range, original: Array(source[range]), replacement: repair.replacement)
  }
  // What a repair reaches over goes with it.
  let alone = kept.repairs.filter { drop in !repairs.contains { $0.range.overlaps(drop.range) } }
  return RepairedText(
    source: source, repairs: (alone + repairs).sorted { $0.range.lowerBound < $1.range.lowerBound },
    doubts: clean.doubts.map { RepairDoubt(kind: $0.kind, range: inSource($0.range)) })
}

private func withLineEnd(_ range: Range<Int>, in source: [Unicode.Scalar]) -> Range<Int> {
  guard range.lowerBound == 0 || source[range.lowerBound - 1].isLineEnd, range.upperBound < source.count,
    source[range.upperBound].isLineEnd
  else { return range }
  return range.lowerBound..<range.upperBound + 1
}

/// Finds and undoes what web pages do to a text, and keeps the way back to the source.
///
/// Each repair removes scalars and is reported; a line that is nothing but dirt goes with its line end. Characters that
/// carry words or figures are never changed, but for those that a page annotates with the form that they replace, and for
/// radicals in the place of characters; ASCII
/// and full-width punctuation are never turned into one another.
public func repaired(_ source: [Unicode.Scalar]) -> RepairedText {
  var repairs: [Repair] = []
  var doubts: [RepairDoubt] = []
  func remove(_ kind: Repair.Kind, _ range: Range<Int>) {
    guard !range.isEmpty else { return }
    repairs.append(Repair(kind: kind, range: range, original: Array(source[range]), replacement: []))
  }
  func isBlank(_ range: Range<Int>) -> Bool { source[range].allSatisfy(\.isBlank) }

  let lines = lines(of: source)
  var findings = lines.map { AntiCopy.finding(in: source, line: $0.content) }
  let isForumText = findings.count { !$0.removals.isEmpty } >= 3
  if isForumText {
    findings = lines.map { AntiCopy.finding(in: source, line: $0.content, isDirty: true) }
  }
  let contents = zip(lines, findings).map { line, finding in
    doubts += finding.doubts.map { RepairDoubt(kind: .antiCopy, range: $0) }
    guard let first = finding.removals.first, let last = finding.removals.last else { return line.content }
    // At most two, at the edges: what lies between them, or beside the only one, is left.
    let isAtFront = isBlank(line.content.lowerBound..<first.lowerBound)
    let isAtBack = isBlank(last.upperBound..<line.content.upperBound)
    let start = isAtFront ? first.upperBound : line.content.lowerBound
    let end = isAtBack && (finding.removals.count > 1 || !isAtFront) ? last.lowerBound : line.content.upperBound
    guard start < end, !isBlank(start..<end) else {
      remove(.antiCopy, line.whole)
      return line.whole.upperBound..<line.whole.upperBound
    }
    for removal in finding.removals { remove(.antiCopy, removal) }
    return start..<end
  }
  for (index, range) in PageRemnant.findings(in: source, contents: contents) {
    let line = lines[index]
    let isAll = source[line.content].allSatisfy { $0.isBlank || $0 == "|" || $0 == "｜" }
    remove(.pageRemnant, isAll ? line.whole : range)
  }
  let annotations = Annotation.findings(in: source)
  for finding in annotations.annotated {
    let original = Array(source[finding.range])
    repairs.append(
      Repair(kind: .annotation, range: finding.range, original: original, replacement: [finding.simplified]))
  }
  doubts += annotations.doubts.map { RepairDoubt(kind: .annotation, range: $0) }
  for finding in Radical.findings(in: source) {
    let original = Array(source[finding.range])
    repairs.append(Repair(kind: .radical, range: finding.range, original: original, replacement: finding.plain))
  }
  func ascending() -> [Repair] { repairs.sorted { $0.range.lowerBound < $1.range.lowerBound } }
  // The dots are looked for in what is left, so that dirt between the lines is no evidence.
  let clean = RepairedText(source: source, repairs: ascending())
  let dots = FilterDot(text: clean.text, isForumText: isForumText).findings
  for dot in dots.removals {
    let at = clean.sourceOffset(of: dot)
    remove(.filterDot, at..<at + 1)
  }
  doubts += dots.doubts.map { dot in
    let at = clean.sourceOffset(of: dot)
    return RepairDoubt(kind: .filterDot, range: at..<at + 1)
  }
  doubts.sort { $0.range.lowerBound < $1.range.lowerBound }
  return RepairedText(source: source, repairs: ascending(), doubts: doubts)
}
