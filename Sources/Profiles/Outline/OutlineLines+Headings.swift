import ChineseText

/// Which paragraphs are headings, and what of one is its title.
extension OutlineLines {
  static let words = glossaries + appendices + parts
  private static let appendices = ["附件", "附表", "附录"]
  static let glossaries = ["名词解释", "名词注释"]
  /// What ends the name of a part that stands on a line of its own, behind its year.
  private static let parts = [
    "回顾", "工作总结", "工作情况", "完成情况", "工作安排", "工作计划", "工作打算", "工作思路", "重点工作", "重点任务", "工作任务", "工作要点", "工作展望",
  ]
  private static let partNames = parts.compactMap { LinePattern("*" + $0) }

  func isHeading(_ paragraph: Range<Int>) -> Bool {
    blocks.levels[paragraph.lowerBound] != nil || mark(at: paragraph) != nil
  }

  /// 附件1, 名词解释
  func isAnnex(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count <= 60 else { return false }
    let bare = source.bare(paragraph)
    if OutlineLines.glossaries.contains(where: bare.hasSuffix) { return true }
    let rest = OutlineLines.appendices.first(where: bare.hasPrefix).map { bare.dropFirst($0.count) }
    return rest.map { "：:".contains($0.first ?? "：") || $0.allSatisfy { "0123456789一二三四五六七八九十".contains($0) } } ?? false
  }

  func mark(at paragraph: Range<Int>) -> OutlineMark? {
    let start = paragraph.first { !"*_".unicodeScalars.contains(source.scalars[$0]) } ?? paragraph.lowerBound
    if let mark = OutlineMark(in: source.scalars, at: start, before: paragraph.upperBound) { return mark }
    let mark =
      OutlineMark(brackets: paragraph, of: source.scalars)
      ?? (namesPart(paragraph) ? OutlineMark(part: paragraph.lowerBound) : nil)
    return mark == nil || page.isCredits(paragraph) ? nil : mark
  }

  /// 2031年工作安排 on a line of its own, below the title.
  private func namesPart(_ line: Range<Int>) -> Bool {
    guard head.hasTitle, line.count <= 24, blocks.levels[line.lowerBound] == nil else { return false }
    let words = LinePattern.plain(source.scalars[line])
    guard OutlineLines.partNames.contains(where: { $0.fits(words) }),
      let year = yearMentions(in: source.scalars, line).first, year.range.lowerBound == line.lowerBound
    else { return false }
    return !source.scalars[line].contains("，")
  }

  /// The marks in ——改造管网60公里 and ● 建设泵站2处; empty where none stand there, as in -5℃.
  func bullet(_ paragraph: Range<Int>) -> Range<Int> {
    let text = source.scalars
    let end = paragraph.first { !"—–-●■◆★▪•·○□*".unicodeScalars.contains(text[$0]) } ?? paragraph.upperBound
    let isBullet = end < paragraph.upperBound && !text[end].isDigit
    return paragraph.lowerBound..<(isBullet ? end : paragraph.lowerBound)
  }

  /// The words of a heading and what follows it in its paragraph; no title where the whole is one sentence.
  func titled(_ paragraph: Range<Int>) -> (title: Range<Int>?, rest: Range<Int>?) {
    let text = source.scalars
    let mark = mark(at: paragraph)
    if let mark, mark.isPart { return (paragraph, nil) }
    if let mark, mark.isBrackets { return (text.trimmed(paragraph.lowerBound + 1..<paragraph.upperBound - 1), nil) }
    let words = unmarked((mark?.range.upperBound ?? paragraph.lowerBound)..<paragraph.upperBound)
    guard let first = ChineseText.sentences(in: text, words).first else { return (nil, nil) }
    var end = first.upperBound
    while end > first.lowerBound, "。：:；;.".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    let title = unmarked(first.lowerBound..<end)
    let isWhole = first.upperBound == words.upperBound
    if isWhole, end == first.upperBound || mark?.rank ?? 9 < 6, let comma = runIn(title) {
      return (text.trimmed(title.lowerBound..<comma), text.trimmed(comma + 1..<words.upperBound))
    }
    let isTitle = isWhole ? end == first.upperBound && title.count <= 80 || title.count <= 24 : title.count <= 40
    guard isTitle, !title.isEmpty, mark?.rank != 3 else { return (nil, words) }
    let rest = unmarked(first.upperBound..<words.upperBound)
    if isRemark(rest) { return (nil, words) }
    return (title, rest.isEmpty ? nil : rest)
  }

  /// Without the marks of bold letters in Markdown.
  private func unmarked(_ words: Range<Int>) -> Range<Int> {
    var words = source.scalars.trimmed(words)
    while let first = words.first, "*_".unicodeScalars.contains(source.scalars[first]) { words.removeFirst() }
    while let last = words.last, "*_".unicodeScalars.contains(source.scalars[last]) { words.removeLast() }
    return source.scalars.trimmed(words)
  }

  /// Where a heading ends that a comma parts from its figures: 改进服务作风，满意率98%以上.
  private func runIn(_ words: Range<Int>) -> Int? {
    guard let comma = words.first(where: { "，,".unicodeScalars.contains(source.scalars[$0]) }),
      (4...16).contains(comma - words.lowerBound),
      !source.scalars[words.lowerBound..<comma].contains(where: \.isDigit),
      source.scalars[comma..<words.upperBound].contains(where: \.isDigit),
      source.scalars[comma + 1..<words.upperBound].contains(where: { "，,；;".unicodeScalars.contains($0) })
    else { return nil }
    return comma
  }

  /// （见附件）
  func isRemark(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, let last = sentence.last else { return false }
    return "（(".unicodeScalars.contains(source.scalars[first]) && "）)".unicodeScalars.contains(source.scalars[last])
  }
}
