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
      guard depth == 0, "、和与及".unicodeScalars.contains(scalar), index > start else { continue }
      pieces.append(start..<index)
      start = index + 1
    }
    if start < range.upperBound { pieces.append(start..<range.upperBound) }
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else { return pieces.map(passage.string) }
    guard let tail = sharedTail(first, last) else { return pieces.map(passage.string) }
    let shared = passage.string(tail)
    return pieces.dropLast().map { passage.string($0) + shared } + [passage.string(last)]
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
