/// Finds and undoes what web pages do to a text, and keeps the way back to the source.
///
/// Each repair removes scalars and is reported; a line that is nothing but dirt goes with its line end. Characters that
/// carry words or figures are never changed, and ASCII and full-width punctuation are never turned into one another.
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
