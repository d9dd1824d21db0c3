import ChineseText

/// Tells what a web page or a newspaper adds to a text: sources, editors, dates of publication, buttons.
public struct PageLines: Sendable {
  private let source: SourceText

  public init(source: SourceText) { self.source = source }

  /// A line that is nothing else.
  public func isCredits(_ line: Range<Int>) -> Bool {
    let text = source.scalars
    var start = line.lowerBound
    while start < line.upperBound, text[start].isBlank || ["（", "(", "【", "["].contains(text[start]) { start += 1 }
    let isLabel = start < line.upperBound && PageWords.labelBeginnings.contains(text[start])
    for word in PageWords.labels where isLabel && text.stands(word, at: start, before: line.upperBound) {
      let after = start + word.unicodeScalars.count
      guard after < line.upperBound else { return true }
      if isAfterLabel(text[after]) { return true }
    }
    if source.holds(["ICP备", "公网安备", "Copyright", "版权所有"], in: line), !source.holds(["。"], in: line) { return true }
    // A breadcrumb: 首页 > 新闻中心 > 工作动态
    if line.count <= 60, line.count(where: { text[$0] == ">" || text[$0] == "＞" || text[$0] == "»" }) > 1 {
      return true
    }
    // A line of credits is short; a paragraph need not be searched for labels.
    guard line.count <= 120 else { return false }
    let bare = source.bare(line)
    let isDated = isDate(line.lowerBound..<min(line.lowerBound + 16, line.upperBound))
    if !bare.hasSuffix("。"), labels(in: line) + (isDated ? 1 : 0) > 1 { return true }
    return isSigned(line) || isDate(line) || bare == "（完）" || bare == "(完)"
  }

  /// 市民政局办公室供稿, in brackets or not.
  private func isSigned(_ line: Range<Int>) -> Bool {
    let words = String(source.bare(line).drop { "（(".contains($0) }.reversed().drop { "）)。".contains($0) }.reversed())
    return line.count <= 24 && PageWords.creditEnds.contains(where: words.hasSuffix)
      && !source.holds(PageWords.meetings, in: line)
  }

  /// How many labels with a colon stand in a line, each at its beginning or behind a blank or bar.
  private func labels(in line: Range<Int>) -> Int {
    let text = source.scalars
    return line.count { at in
      guard PageWords.labelBeginnings.contains(text[at]) else { return false }
      guard at == line.lowerBound || text[at - 1].isBlank || ["|", "｜", "丨", "/"].contains(text[at - 1]) else {
        return false
      }
      return PageWords.labels.contains { word in
        let after = at + word.unicodeScalars.count
        return after < line.upperBound && (text[after] == "：" || text[after] == ":") && text.stands(word, at: at)
      }
    }
  }

  private func isAfterLabel(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isBlank || ["：", ":", "】", "]", "/", "｜", "|", "丨", "）", ")", ">", "＞", "》"].contains(scalar)
  }

  /// A day, a time and nothing else.
  private func isDate(_ line: Range<Int>) -> Bool {
    let text = source.scalars
    guard line.count <= 30, let day = dateMentions(in: text, line).first else { return false }
    return line.allSatisfy { at in
      day.range.contains(at) || !text[at].isHan && !text[at].isASCIILetter
        || "星期一二三四五六日天上下午时分秒".unicodeScalars.contains(text[at])
    }
  }

  /// Credits in brackets at a paragraph's beginning (本报讯（记者 …）) and at its end.
  public func credits(in paragraph: Range<Int>) -> (front: Range<Int>?, back: Range<Int>?) {
    let text = source.scalars
    var front: Range<Int>?
    let head = paragraph.lowerBound..<min(paragraph.lowerBound + 16, paragraph.upperBound)
    if let open = head.first(where: { text[$0] == "（" || text[$0] == "(" }),
      let close = (open..<paragraph.upperBound).first(where: { text[$0] == "）" || text[$0] == ")" }),
      isCredits(open..<close + 1), !source.holds(["会议", "大会"], in: paragraph.lowerBound..<open)
    {
      front = paragraph.lowerBound..<close + 1
    }
    var back: Range<Int>?
    var end = paragraph.upperBound
    if end > paragraph.lowerBound, text[end - 1] == "。" { end -= 1 }
    if end > paragraph.lowerBound, text[end - 1] == "）" || text[end - 1] == ")",
      let open = (paragraph.lowerBound..<end).last(where: { text[$0] == "（" || text[$0] == "(" }),
      isCredits(open..<end),
      open > (front?.upperBound ?? paragraph.lowerBound)
    {
      back = open..<paragraph.upperBound
    }
    return (front, back)
  }
}
