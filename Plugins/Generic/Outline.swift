import AdapterKit
import ChineseText
import Reading

/// A text cut into what stands above its outline, its sections with their sentences, and what the page adds.
struct Outline {
  /// A paragraph that is no part of the outline, and what it is.
  struct Aside: Equatable {
    enum Kind: Equatable { case credits, pageNumber, salutation, tableHeader, signature, bullet, markup }

    var range: Range<Int>
    var kind: Kind
  }

  private(set) var head: OutlineHead
  /// Before the first heading, a sentence each.
  private(set) var opening: [[Range<Int>]] = []
  private(set) var sections: [OutlineSection] = []
  private(set) var asides: [Aside] = []

  private let source: SourceText
  private let paragraphs: Paragraphs
  private let page: PageLines
  private let levels: [Int: Int]
  /// The cells of a row that stands on one line, by where it begins.
  private let rows: [Int: [Range<Int>]]
  /// Where the header rows of tables begin, and their cells.
  private let tableHeaders: Set<Int>
  /// Index of the paragraph that begins at a place.
  private let places: [Int: Int]
  /// Whether from here on words are explained or annexes listed.
  private var saysNothing = false
  static let words = glossaries + appendices + ["来源", "作者"]
  private static let appendices = ["附件", "附表", "附录"]
  private static let glossaries = ["名词解释", "名词注释"]

  init(_ source: SourceText) {
    self.source = source
    paragraphs = Paragraphs(source)
    page = PageLines(source: source)
    levels = Dictionary(
      source.blocks.compactMap { block in
        if case .heading(let level) = block.kind { (block.range.lowerBound, level) } else { nil }
      }, uniquingKeysWith: { first, _ in first })
    rows = Dictionary(
      source.blocks.flatMap(\.rows).compactMap { row in
        let line = source.scalars.trimmed(row.range)
        let cells = row.cells.map(\.range).filter { !$0.isEmpty }
        let isLine = !source.scalars[line].contains(where: \.isLineEnd)
        return isLine && !cells.isEmpty ? (line.lowerBound, cells) : nil
      }, uniquingKeysWith: { first, _ in first })
    tableHeaders = Outline.tableHeaders(of: source)
    places = Dictionary(
      paragraphs.ranges.enumerated().map { ($1.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    head = OutlineHead(source)
    asides = markup.map { Aside(range: $0, kind: .markup) }
    asides += paragraphs.pageNumbers.map { Aside(range: $0, kind: .pageNumber) }
    let body = body()
    head.settle(opening: Array(body.prefix(3)))
    for paragraph in body { read(paragraph) }
  }

  // MARK: Tables and markup

  /// The first row of a table of several, without digits but those of years.
  private static func tableHeaders(of source: SourceText) -> Set<Int> {
    let first = source.blocks.filter { $0.rows.count > 1 }.compactMap(\.rows.first)
    let headers = first.filter { row in
      let digits = source.scalars[row.range].count(where: \.isDigit)
      return digits == 4 * yearMentions(in: source.scalars, row.range).count
    }
    return Set(headers.flatMap { [source.scalars.trimmed($0.range).lowerBound] + $0.cells.map(\.range.lowerBound) })
  }

  /// What a file writes around paragraphs and cells to mark them: ##, bars, |---|.
  private var markup: [Range<Int>] {
    let said = source.blocks.flatMap { $0.kind == .table ? $0.rows.flatMap(\.cells).map(\.range) : [$0.range] }
    var out: [Range<Int>] = []
    var start = 0
    for range in said + [source.whole.upperBound..<source.whole.upperBound] {
      let between = start..<max(start, range.lowerBound)
      if source.scalars[between].allSatisfy({ $0.isBlank || $0.isLineEnd || "#*+->|:=_~`".unicodeScalars.contains($0) })
      {
        out.append(between)
      }
      start = max(start, range.upperBound)
    }
    return out
  }

  // MARK: Paragraphs

  /// The paragraphs below the head, those that a page broke at its links put together again.
  private mutating func body() -> [Range<Int>] {
    var out: [Range<Int>] = []
    let usesBlankLines = partedByBlankLines()
    let signed = signature()
    for (index, paragraph) in paragraphs.ranges.enumerated() {
      if signed.contains(index) {
        asides.append(Aside(range: paragraph, kind: .signature))
      } else if tableHeaders.contains(paragraph.lowerBound) {
        asides.append(Aside(range: paragraph, kind: .tableHeader))
      } else if isFurniture(paragraph, after: index > 0 ? paragraphs.ranges[index - 1] : nil) {
        asides.append(Aside(range: paragraph, kind: .credits))
      } else if out.isEmpty, head.takes(paragraph, isHeading: isHeading(paragraph)) {
        continue
      } else if usesBlankLines, let last = out.last, goesOn(from: last, to: paragraph) {
        out[out.count - 1] = last.lowerBound..<paragraph.upperBound
      } else {
        out.append(paragraph)
      }
    }
    return out
  }

  /// Who signs and the day below it, at the text's end.
  private func signature() -> Range<Int> {
    let ranges = paragraphs.ranges
    guard let day = ranges.indices.suffix(4).first(where: { isDay(ranges[$0]) }), day > 0 else { return 0..<0 }
    let name = ranges[day - 1]
    let isName = name.count <= 30 && !ends(name) && !isHeading(name)
    return (isName ? day - 1 : day)..<day + 1
  }

  private func isDay(_ line: Range<Int>) -> Bool {
    dateMentions(in: source.scalars, line).first.map { $0.range == line && $0.year != nil } ?? false
  }

  /// 附件1, 名词解释
  private func isAnnex(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count <= 60 else { return false }
    let bare = source.bare(paragraph)
    if Outline.glossaries.contains(where: bare.hasSuffix) { return true }
    let rest = Outline.appendices.first(where: bare.hasPrefix).map { bare.dropFirst($0.count) }
    return rest.map { "：:".contains($0.first ?? "：") || $0.allSatisfy { "0123456789一二三四五六七八九十".contains($0) } } ?? false
  }

  private func isHeading(_ paragraph: Range<Int>) -> Bool {
    levels[paragraph.lowerBound] != nil
      || OutlineMark(in: source.scalars, at: paragraph.lowerBound, before: paragraph.upperBound) != nil
  }

  /// What the page adds: a line of its own, the value on the line below a label, what is left of buttons.
  private func isFurniture(_ paragraph: Range<Int>, after last: Range<Int>?) -> Bool {
    let bare = source.bare(paragraph)
    if bare.hasSuffix("。") || isHeading(paragraph) || isAnnex(paragraph) { return false }
    if let last, paragraph.count <= 20, ["来源：", "来源:", "作者：", "作者:"].contains(source.bare(last)) { return true }
    return page.isCredits(paragraph) || ["大", "中", "小"].contains(bare)
      || !bare.unicodeScalars.contains { $0.isHan || $0.isDigit || $0.isASCIILetter }
  }

  private func partedByBlankLines() -> Bool {
    let ranges = paragraphs.ranges
    let parted = zip(ranges, ranges.dropFirst()).count { lineEnds(between: $0, $1) > 1 }
    return parted * 3 >= ranges.count
  }

  private func lineEnds(between last: Range<Int>, _ next: Range<Int>) -> Int {
    source.scalars[last.upperBound..<max(last.upperBound, next.lowerBound)].count { $0.isLineEnd && $0 != "\r" }
  }

  /// Whether a sentence that the last line left open goes on in this one.
  private func goesOn(from last: Range<Int>, to next: Range<Int>) -> Bool {
    guard lineEnds(between: last, next) == 1, !isHeading(next), levels[last.lowerBound] == nil,
      rows[last.lowerBound] == nil, rows[next.lowerBound] == nil, bullet(next).isEmpty,
      source.scalars[last.upperBound..<next.lowerBound].allSatisfy({ $0.isBlank || $0.isLineEnd })
    else { return false }
    return !ends(last) && !(isHeading(last) && titled(last).rest == nil)
  }

  private func ends(_ paragraph: Range<Int>) -> Bool {
    paragraph.last.map { "。！？：；!?:;”）)".unicodeScalars.contains(source.scalars[$0]) } ?? true
  }

  // MARK: Sections

  private mutating func read(_ paragraph: Range<Int>) {
    if let cells = rows[paragraph.lowerBound] {
      add([cells])
    } else if isHeading(paragraph) || isAnnex(paragraph) || standsAlone(paragraph) {
      open(paragraph)
    } else {
      add(sentences(of: withoutBullet(paragraph)))
    }
  }

  private mutating func withoutBullet(_ paragraph: Range<Int>) -> Range<Int> {
    let bullet = bullet(paragraph)
    if !bullet.isEmpty { asides.append(Aside(range: bullet, kind: .bullet)) }
    return source.scalars.trimmed(bullet.upperBound..<paragraph.upperBound)
  }

  /// The marks in ——改造管网60公里 and ● 建设泵站2处; empty where none stand there, as in -5℃.
  private func bullet(_ paragraph: Range<Int>) -> Range<Int> {
    let text = source.scalars
    let end = paragraph.first { !"—–-●■◆★▪•·○□*".unicodeScalars.contains(text[$0]) } ?? paragraph.upperBound
    let isBullet = end < paragraph.upperBound && !text[end].isDigit
    return paragraph.lowerBound..<(isBullet ? end : paragraph.lowerBound)
  }

  /// A short line that ends no sentence, with blank lines around it.
  private func standsAlone(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count <= 30, !ends(paragraph),
      !source.scalars[paragraph].contains("，"),
      source.scalars[paragraph].contains(where: \.isHan),
      let index = places[paragraph.lowerBound], index > 0, index + 1 < paragraphs.ranges.count
    else { return false }
    return lineEnds(between: paragraphs.ranges[index - 1], paragraph) > 1
      && lineEnds(between: paragraph, paragraphs.ranges[index + 1]) > 1
  }

  private mutating func open(_ paragraph: Range<Int>) {
    let (title, rest) = titled(paragraph)
    var section = OutlineSection(
      mark: OutlineMark(in: source.scalars, at: paragraph.lowerBound, before: paragraph.upperBound),
      level: levels[paragraph.lowerBound], title: title,
      head: paragraph.lowerBound..<(rest?.lowerBound ?? paragraph.upperBound))
    section.isAnnex = isAnnex(paragraph)
    var around = sections.indices.last
    while let at = around, !sections[at].holds(section) { around = sections[at].parent }
    section.parent = around
    if let around { sections[around].hasSections = true }
    let above = around.map { sections[$0].part } ?? head.part
    if let title {
      section.part = OutlinePart(heading: title, of: source, around: above)
      section.opensPart = section.part != above || OutlinePart.isNamed(in: title, of: source)
    } else {
      section.part = above
    }
    if section.isAnnex { saysNothing = source.holds(Outline.glossaries + ["：", ":"], in: paragraph) }
    if saysNothing { section.part = nil }
    let years = Set((title.map { yearMentions(in: source.scalars, $0) } ?? []).map(\.year))
    section.year = years.count == 1 ? years.first : around.flatMap { sections[$0].year }
    sections.append(section)
    if let rest { add(sentences(of: rest)) }
  }

  /// The words of a heading and what follows it in its paragraph; no title where the whole is one sentence.
  private func titled(_ paragraph: Range<Int>) -> (title: Range<Int>?, rest: Range<Int>?) {
    let text = source.scalars
    let mark = OutlineMark(in: text, at: paragraph.lowerBound, before: paragraph.upperBound)
    let words = text.trimmed((mark?.range.upperBound ?? paragraph.lowerBound)..<paragraph.upperBound)
    guard let first = ChineseText.sentences(in: text, words).first else { return (nil, nil) }
    var end = first.upperBound
    while end > first.lowerBound, "。：:；;.".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    let title = text.trimmed(first.lowerBound..<end)
    let isWhole = first.upperBound == words.upperBound
    let isTitle = isWhole ? end == first.upperBound && title.count <= 80 || title.count <= 24 : title.count <= 40
    guard isTitle, !title.isEmpty, mark?.rank != 3 else { return (nil, words) }
    let rest = text.trimmed(first.upperBound..<words.upperBound)
    if isRemark(rest) { return (nil, words) }
    return (title, rest.isEmpty ? nil : rest)
  }

  /// A remark in brackets behind a sentence belongs to it; 各位代表！ is none.
  private mutating func sentences(of paragraph: Range<Int>) -> [[Range<Int>]] {
    var out: [[Range<Int>]] = []
    for sentence in ChineseText.sentences(in: source.scalars, paragraph) {
      if head.isSalutation(sentence) {
        asides.append(Aside(range: sentence, kind: .salutation))
      } else if isRemark(sentence), let last = out.last?.first {
        out[out.count - 1] = [last.lowerBound..<sentence.upperBound]
      } else {
        out.append([sentence])
      }
    }
    return out.map { $0.flatMap(paragraphs.words) }
  }

  /// （责任单位：市教育局）
  private func isRemark(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, let last = sentence.last else { return false }
    return "（(".unicodeScalars.contains(source.scalars[first]) && "）)".unicodeScalars.contains(source.scalars[last])
  }

  private mutating func add(_ sentences: [[Range<Int>]]) {
    // What has no Chinese word stands in no record; it stays unclaimed and is quoted.
    let said = sentences.filter { $0.contains { source.scalars[$0].contains(where: \.isHan) } }
    if sections.isEmpty {
      opening += said
    } else {
      sections[sections.count - 1].sentences += said
    }
  }
}
