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

  for line in lines(of: source) {
    var content = line.content
    for finding in AntiCopy.findings(in: source, line: line.content) {
      guard finding.certain else {
        doubts.append(RepairDoubt(kind: .antiCopy, range: finding.range))
        continue
      }
      if finding.range.lowerBound <= content.lowerBound
        || source[content.lowerBound..<finding.range.lowerBound].allSatisfy(\.isBlank)
      {
        let isWhole = source[finding.range.upperBound..<line.content.upperBound].allSatisfy(\.isBlank)
        remove(.antiCopy, isWhole ? line.whole : content.lowerBound..<finding.range.upperBound)
        content = isWhole ? line.whole.upperBound..<line.whole.upperBound : finding.range.upperBound..<content.upperBound
      } else {
        remove(.antiCopy, finding.range)
        content = content.lowerBound..<finding.range.lowerBound
      }
    }
    for range in PageRemnant.findings(in: source, content: content) {
      let isWhole = range == line.content || source[line.content].allSatisfy { $0.isBlank || $0 == "|" || $0 == "｜" }
      remove(.pageRemnant, isWhole ? line.whole : range)
    }
  }
  // The dots are looked for in what is left, so that dirt between the lines is no evidence.
  let clean = RepairedText(source: source, repairs: repairs.sorted { $0.range.lowerBound < $1.range.lowerBound })
  for dot in FilterDot(text: clean.text).findings {
    let at = clean.sourceOffset(of: dot)
    remove(.filterDot, at..<at + 1)
  }
  return RepairedText(
    source: source, repairs: repairs.sorted { $0.range.lowerBound < $1.range.lowerBound }, doubts: doubts)
}
