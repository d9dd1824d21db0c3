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
  /// Before the first heading.
  private(set) var opening: [OutlineSentence] = []
  private(set) var sections: [OutlineSection] = []
  private(set) var asides: [Aside] = []
  /// What stands above the first heading.
  private(set) var strays: [OutlineNote] = []

  let source: SourceText
  let words: ShapeWords
  private let notes: OutlineNotes
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
  static let words = glossaries + appendices + doubting + seeing + parts + ["来源", "作者"]
  private static let appendices = ["附件", "附表", "附录"]
  private static let glossaries = ["名词解释", "名词注释"]
  private static let doubting = ["问题", "不足", "困难", "短板", "差距", "薄弱"]
  private static let seeing = ["看到", "认识到", "还存在", "仍存在", "存在的", "面临", "主要是"]
  /// What ends the name of a part that stands on a line of its own, behind its year.
  private static let parts = [
    "回顾", "工作总结", "工作情况", "完成情况", "工作安排", "工作计划", "工作打算", "工作思路", "重点工作", "重点任务", "工作任务", "工作要点", "工作展望",
  ]

  private static let partNames = parts.compactMap { LinePattern("*" + $0) }

  init(_ source: SourceText, words: ShapeWords) {
    self.source = source
    self.words = words
    notes = OutlineNotes(source: source, words: words)
    paragraphs = Paragraphs(source, openings: words.labelWords)
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
    head = OutlineHead(source, words: words)
    asides = markup.map { Aside(range: $0, kind: .markup) }
    asides += paragraphs.pageNumbers.map { Aside(range: $0, kind: .pageNumber) }
    let body = body()
    head.settle(opening: Array(body.prefix(3)))
    for paragraph in body { read(paragraph) }
    settleParts()
    settlePoints()
  }

  // MARK: What it has

  /// The parts that its headings open.
  var parts: Set<Profile.Part> {
    var out = Set(sections.compactMap(\.part).compactMap { Profile.Part($0) })
    if sections.contains(where: { $0.sentences.contains { OutlineList(of: $0, source, words)?.part == .targets } }) {
      out.insert(.targets)
    }
    return out
  }

  /// The labels that stand behind its points; what a bracket of units says counts as 责任单位 and the like.
  var labels: Set<Profile.Column> {
    let notes = sections.flatMap(\.notes) + strays
    return Set(notes.flatMap(\.fields).map { $0.column ?? .responsible })
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
      } else if let last = out.last, breaksWord(from: last, to: paragraph) {
        out[out.count - 1] = last.lowerBound..<paragraph.upperBound
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
    let said = ranges.indices.filter { isDay(ranges[$0]) || !isFurniture(ranges[$0], after: nil) }
    guard let day = said.suffix(4).first(where: { isDay(ranges[$0]) }), day > 0 else { return 0..<0 }
    let name = ranges[day - 1]
    let isName = name.count <= 30 && !ends(name) && !isHeading(name) && !notes.isNote(name)
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
    levels[paragraph.lowerBound] != nil || mark(at: paragraph) != nil
  }

  /// What the page adds: a line of its own, the value on the line below a label, what is left of buttons.
  private func isFurniture(_ paragraph: Range<Int>, after last: Range<Int>?) -> Bool {
    let bare = source.bare(paragraph)
    if words.isBoilerplate(LinePattern.plain(source.scalars[paragraph])) { return true }
    if bare.hasSuffix("。") || isHeading(paragraph) || isAnnex(paragraph) || notes.isNote(paragraph) { return false }
    if let last, paragraph.count <= 20, ["来源：", "来源:", "作者：", "作者:"].contains(source.bare(last)) { return true }
    return page.isCredits(paragraph) || isNeighbour(paragraph) || ["大", "中", "小"].contains(bare)
      || !bare.unicodeScalars.contains { $0.isHan || $0.isDigit || $0.isASCIILetter }
  }

  /// A headline of another page with its day behind it.
  private func isNeighbour(_ line: Range<Int>) -> Bool {
    guard line.count <= 60, let day = dateMentions(in: source.scalars, line).last, day.year != nil else { return false }
    return day.range.upperBound == line.upperBound && day.range.lowerBound > line.lowerBound
      && !source.scalars[day.range].contains("年")
      && !source.scalars[line.lowerBound..<day.range.lowerBound].contains(where: { "：:—".unicodeScalars.contains($0) })
  }

  private func partedByBlankLines() -> Bool {
    let ranges = paragraphs.ranges
    let parted = zip(ranges, ranges.dropFirst()).count { lineEnds(between: $0, $1) > 1 }
    return parted * 3 >= ranges.count
  }

  private func lineEnds(between last: Range<Int>, _ next: Range<Int>) -> Int {
    source.scalars[last.upperBound..<max(last.upperBound, next.lowerBound)].count { $0.isLineEnd && $0 != "\r" }
  }

  /// Whether a line is what is left of the one above: behind a comma, or the end of a unit's name.
  private func breaksWord(from last: Range<Int>, to next: Range<Int>) -> Bool {
    guard lineEnds(between: last, next) == 1, !isHeading(next), !notes.isNote(next), rows[last.lowerBound] == nil,
      rows[next.lowerBound] == nil, levels[last.lowerBound] == nil, let end = last.last
    else { return false }
    return "，、,".unicodeScalars.contains(source.scalars[end])
      || notes.isNote(last) && next.count <= 3 && next.allSatisfy { source.scalars[$0].isHan }
  }

  /// Whether a sentence that the last line left open goes on in this one.
  private func goesOn(from last: Range<Int>, to next: Range<Int>) -> Bool {
    guard lineEnds(between: last, next) == 1, !isHeading(next), !notes.isNote(next),
      !notes.isNote(last), levels[last.lowerBound] == nil,
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
      let whole = (cells.first?.lowerBound ?? paragraph.lowerBound)..<(cells.last?.upperBound ?? paragraph.upperBound)
      return add([OutlineSentence(ranges: cells, whole: whole)])
    }
    for piece in notes.pieces(of: paragraph) {
      let before = (sections: sections.count, sentences: sections.last?.sentences.count ?? 0)
      if let text = piece.text { read(text: text) }
      guard var note = piece.note else { continue }
      if piece.text != nil {
        note.isHeadings = sections.count > before.sections
        note.sentences = (note.isHeadings ? 0 : before.sentences)..<(sections.last?.sentences.count ?? 0)
      }
      add(note)
    }
  }

  private mutating func read(text: Range<Int>) {
    let points = OutlinePoints(source: source).paragraphs(of: text)
    if points.count > 1 {
      for point in points { open(point, isBullet: false) }
      return
    }
    let isItem = sections.last.map { $0.part == .tasks } ?? false && !bullet(text).isEmpty
    if !sections.isEmpty, head.isAddress(text) && text.count > 8 || isDoubt(text) {
      openAddress(at: text.lowerBound)
      add(sentences(of: text))
    } else if isHeading(text) || isAnnex(text) || standsAlone(text) || isItem {
      open(isItem ? withoutBullet(text) : text, isBullet: isItem)
    } else {
      add(sentences(of: withoutBullet(text)))
    }
  }

  /// A paragraph of a review that turns to what is lacking.
  private func isDoubt(_ text: Range<Int>) -> Bool {
    guard sections.last?.part == .review, !isHeading(text),
      let first = ChineseText.sentences(in: source.scalars, text).first
    else { return false }
    return speaksOfDoubt(first)
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

  private mutating func open(_ paragraph: Range<Int>, isBullet: Bool) {
    let (title, rest) = titled(paragraph)
    var section = OutlineSection(
      mark: isBullet ? nil : mark(at: paragraph), level: levels[paragraph.lowerBound], isBullet: isBullet,
      title: title, head: paragraph.lowerBound..<(rest?.lowerBound ?? paragraph.upperBound))
    section.isAnnex = isAnnex(paragraph)
    section.isSentence =
      title == nil || rest == nil && "。；;：:".unicodeScalars.contains(source.scalars[paragraph.upperBound - 1])
    var around = sections.indices.last
    while let at = around, !sections[at].holds(section) { around = sections[at].parent }
    section.parent = around
    setPart(of: &section)
    if section.isAnnex { saysNothing = source.holds(Outline.glossaries + ["：", ":"], in: paragraph) }
    if saysNothing { section.part = nil }
    sections.append(section)
    if let rest { add(sentences(of: rest)) }
  }

  private mutating func openAddress(at place: Int) {
    var section = OutlineSection(head: place..<place)
    section.isAddress = true
    var around = sections.indices.last
    while let at = around, let parent = sections[at].parent { around = parent }
    section.parent = around
    if let around {
      section.part = sections[around].part
      section.year = sections[around].year
    }
    sections.append(section)
  }

  private func mark(at paragraph: Range<Int>) -> OutlineMark? {
    let start = paragraph.first { !"*_".unicodeScalars.contains(source.scalars[$0]) } ?? paragraph.lowerBound
    if let mark = OutlineMark(in: source.scalars, at: start, before: paragraph.upperBound) { return mark }
    if page.isCredits(paragraph) { return nil }
    return OutlineMark(brackets: paragraph, of: source.scalars)
      ?? (namesPart(paragraph) ? OutlineMark(part: paragraph.lowerBound) : nil)
  }

  /// 2031年工作安排 on a line of its own, below the title.
  private func namesPart(_ line: Range<Int>) -> Bool {
    guard line.count <= 24, levels[line.lowerBound] == nil, head.hasTitle else { return false }
    let words = LinePattern.plain(source.scalars[line])
    guard Outline.partNames.contains(where: { $0.fits(words) }),
      let year = yearMentions(in: source.scalars, line).first, year.range.lowerBound == line.lowerBound
    else { return false }
    return !source.scalars[line].contains("，")
  }

  private func setPart(of section: inout OutlineSection) {
    let around = section.parent.map { sections[$0] }
    let above = around.map(\.part) ?? head.part
    let years = Set((section.title.map { yearMentions(in: source.scalars, $0) } ?? []).map(\.year))
    let year = years.count == 1 ? years.first : nil
    section.year = year ?? around?.year
    guard let title = section.title, section.mark?.rank != OutlineMark.pointRank || around == nil else {
      section.part = above
      return
    }
    section.part = OutlinePart(
      heading: title, of: source, words: words, around: above,
      time: around == nil ? year.flatMap { head.part(of: $0) } : nil)
    let isNamed = OutlinePart.isNamed(in: title, of: source) && !(around?.opensPart ?? false && section.part == above)
    section.opensPart = section.part != .tasks && (section.part != above || isNamed)
  }

  /// A highest heading that names no part, but states what is to be reached, opens the plan.
  private mutating func settleParts() {
    for at in sections.indices where sections[at].part == nil && !sections[at].isAnnex {
      if let parent = sections[at].parent {
        if sections[parent].part == .plan, sections[parent].opensPart { sections[at].part = .plan }
      } else if sections[at].sentences.contains(where: { OutlineList(of: $0, source, words)?.part == .targets }) {
        sections[at].part = .plan
        sections[at].opensPart = true
      }
    }
  }

  /// Tells what a task says from tasks of their own, once all of it is read.
  private mutating func settlePoints() {
    let children = Dictionary(grouping: sections.indices.filter { !sections[$0].isAddress }) { sections[$0].parent }
    // What stands deeper stands behind.
    for parent in sections.indices.reversed() {
      guard let below = children[parent] else { continue }
      let isTask =
        !announcesTasks(parent) && !sections[parent].opensPart && sections[parent].part != .tasks
        && sections[parent].part != .targets
      for at in below {
        switch sections[at].mark?.rank {
        case OutlineMark.pointRank:
          sections[at].isPoint = isTask || sections[at].title == nil && sections[parent].part != .tasks
        case 6, 7, 8:
          sections[at].isPoint = isTask && below.allSatisfy(isStatement)
        default: break
        }
      }
      sections[parent].hasSections = below.contains { !sections[$0].isPoint }
    }
  }

  /// Whether the last sentence above a section's points says that they are undertakings: 全力办好以下实事：
  private func announcesTasks(_ at: Int) -> Bool {
    guard let last = sections[at].sentences.last?.ranges.last else { return false }
    return words.part(LinePattern.plain(source.scalars[last])) == .tasks
  }

  /// Whether a section is a sentence for which nobody in particular answers.
  private func isStatement(_ at: Int) -> Bool {
    sections[at].isSentence && sections[at].sentences.count <= (sections[at].title == nil ? 1 : 0)
      && sections[at].notes.isEmpty && !sections[at].hasSections
  }

  /// The words of a heading and what follows it in its paragraph; no title where the whole is one sentence.
  private func titled(_ paragraph: Range<Int>) -> (title: Range<Int>?, rest: Range<Int>?) {
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

  /// A remark in brackets behind a sentence belongs to it; 各位代表！ is none.
  private mutating func sentences(of paragraph: Range<Int>) -> [OutlineSentence] {
    var out: [OutlineSentence] = []
    for piece in OutlinePoints(source: source).pieces(of: paragraph) {
      if head.isSalutation(piece.whole) {
        asides.append(Aside(range: piece.whole, kind: .salutation))
      } else if isRemark(piece.whole), let last = out.last?.ranges.first {
        out[out.count - 1].ranges = paragraphs.words(of: last.lowerBound..<piece.whole.upperBound)
        out[out.count - 1].whole = out[out.count - 1].whole.lowerBound..<piece.whole.upperBound
      } else {
        var sentence = piece
        sentence.ranges = piece.ranges.flatMap(paragraphs.words)
        sentence.opensParagraph = out.isEmpty
        sentence.endsParagraph = piece.whole.upperBound >= paragraph.upperBound
        sentence.isDoubt = out.last?.isDoubt ?? false || speaksOfDoubt(piece.whole)
        out.append(sentence)
      }
    }
    return out
  }

  /// 我们也清醒地看到，工作中还存在一些问题
  private func speaksOfDoubt(_ sentence: Range<Int>) -> Bool {
    source.holds(["清醒"], in: sentence)
      || source.holds(Outline.seeing, in: sentence) && source.holds(Outline.doubting, in: sentence)
  }

  /// （见附件）
  private func isRemark(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first, let last = sentence.last else { return false }
    return "（(".unicodeScalars.contains(source.scalars[first]) && "）)".unicodeScalars.contains(source.scalars[last])
  }

  private mutating func add(_ sentences: [OutlineSentence]) {
    // What has no Chinese word stands in no record; it stays unclaimed and is quoted.
    let said = sentences.filter { $0.ranges.contains { source.scalars[$0].contains(where: \.isHan) } }
    if sections.isEmpty {
      opening += said
    } else {
      sections[sections.count - 1].sentences += said
    }
  }

  /// A note on a line of its own belongs to the heading above it; below points or headings of which none has its own,
  /// to the heading around them.
  private mutating func add(_ note: OutlineNote) {
    guard var at = sections.indices.last else { return strays.append(note) }
    if note.sentences == nil {
      while sections[at].mark?.rank == OutlineMark.pointRank, let parent = sections[at].parent,
        !sections[parent].opensPart
      {
        at = parent
      }
      while let parent = sections[at].parent, !sections[parent].opensPart, sections[at].notes.isEmpty {
        let siblings = sections.indices.filter { sections[$0].parent == parent }
        guard siblings.count > 1, siblings.allSatisfy({ sections[$0].notes.isEmpty }) else { break }
        at = parent
      }
    }
    sections[at].notes.append(note)
  }
}
