/// Splits 城镇和农村居民人均收入 into the parts that 分别 gives a figure each.
struct Distribution: Sendable {
  let passage: Passage

  func parts(of range: Range<Int>) -> [String] {
    var pieces: [Range<Int>] = []
    var start = range.lowerBound
    var depth = 0
    for index in range {
      let scalar = passage.text[index]
      if scalar == "（" || scalar == "(" || scalar == "“" { depth += 1 }
      if scalar == "）" || scalar == ")" || scalar == "”" { depth -= 1 }
      guard depth == 0, FigureWords.joints.contains(scalar), index > start else { continue }
      pieces.append(start..<index)
      start = index + 1
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return pieces.map(passage.string) }
    if let modifier = sharedModifier(first, last) {
      return pieces.map { $0 == first ? passage.string($0) : passage.string(modifier) + passage.string($0) }
    }
    guard let tail = sharedTail(first, last) else { return pieces.map(passage.string) }
    let shared = passage.string(tail)
    return pieces.dropLast().map { passage.string($0) + shared } + [passage.string(last)]
  }

  /// 示例事故起数和死亡人数: what the first part says before its head holds for a last part that is a bare head.
  private func sharedModifier(_ first: Range<Int>, _ last: Range<Int>) -> Range<Int>? {
    let text = passage.text
    let head = FigureWords.countHeads.length(in: text, before: first.upperBound, floor: first.lowerBound)
    let bare = FigureWords.countHeads.length(in: text, before: last.upperBound, floor: last.lowerBound)
    guard head > 0, bare > 0, last.count - bare <= 2, first.count - head >= 2, first.count > last.count else {
      return nil
    }
    return first.lowerBound..<first.upperBound - head
  }

  /// The words of the last part that the others share, where the first does not end like a measure itself.
  private func sharedTail(_ first: Range<Int>, _ last: Range<Int>) -> Range<Int>? {
    let text = passage.text
    if FigureWords.measureHeads.length(in: text, before: first.upperBound, floor: first.lowerBound) > 0 { return nil }
    if first.count <= 2, last.count > first.count { return last.lowerBound + first.count..<last.upperBound }
    let head = FigureWords.measureHeads.length(in: text, before: last.upperBound, floor: last.lowerBound)
    return head > 0 && head < last.count ? last.upperBound - head..<last.upperBound : nil
  }
}
