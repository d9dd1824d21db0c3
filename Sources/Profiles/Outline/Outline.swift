import AdapterKit
import ChineseText

/// A text cut into what stands above its outline, its sections with their sentences, and what the page adds.
struct Outline {
  /// A paragraph that is no part of the outline, and what it is.
  struct Aside: Equatable {
    enum Kind: Equatable { case credits, pageNumber, salutation, tableHeader, signature, bullet, markup }

    var range: Range<Int>
    var kind: Kind
  }

  /// Before the first heading.
  private(set) var opening: [OutlineSentence] = []
  var sections: [OutlineSection] = []
  private(set) var asides: [Aside] = []
  /// What stands above the first heading.
  private(set) var strays: [OutlineNote] = []

  let source: SourceText
  let words: ShapeWords
  let lines: OutlineLines
  /// Index of the paragraph that begins at a place.
  private let places: [Int: Int]
  /// Whether from here on words are explained or annexes listed.
  private var saysNothing = false
  static let words = OutlineLines.words + doubting + seeing + ["来源", "作者"]
  private static let doubting = ["问题", "不足", "困难", "短板", "差距", "薄弱"]
  private static let seeing = ["看到", "认识到", "还存在", "仍存在", "存在的", "面临", "主要是"]

  init(_ source: SourceText, words: ShapeWords) {
    self.source = source
    self.words = words
    lines = OutlineLines(source, words: words)
    places = Dictionary(
      lines.paragraphs.ranges.enumerated().map { ($1.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
    asides = lines.asides
    for paragraph in lines.body { read(paragraph) }
    settleParts()
    settlePoints()
  }

  var head: OutlineHead { lines.head }

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

  // MARK: Sections

  private mutating func read(_ paragraph: Range<Int>) {
    if let cells = lines.blocks.rows[paragraph.lowerBound] {
      let whole = (cells.first?.lowerBound ?? paragraph.lowerBound)..<(cells.last?.upperBound ?? paragraph.upperBound)
      return add([OutlineSentence(ranges: cells, whole: whole)])
    }
    for piece in lines.notes.pieces(of: paragraph) {
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
    let isItem = sections.last.map { $0.part == .tasks } ?? false && !lines.bullet(text).isEmpty
    if !sections.isEmpty, lines.head.isAddress(text) && text.count > 8 || isDoubt(text) {
      openAddress(at: text.lowerBound)
      add(sentences(of: text))
    } else if lines.isHeading(text) || lines.isAnnex(text) || standsAlone(text) || isItem {
      open(isItem ? withoutBullet(text) : text, isBullet: isItem)
    } else {
      add(sentences(of: withoutBullet(text)))
    }
  }

  /// A paragraph of a review that turns to what is lacking.
  private func isDoubt(_ text: Range<Int>) -> Bool {
    guard sections.last?.part == .review, !lines.isHeading(text),
      let first = ChineseText.sentences(in: source.scalars, text).first
    else { return false }
    return speaksOfDoubt(first)
  }

  private mutating func withoutBullet(_ paragraph: Range<Int>) -> Range<Int> {
    let bullet = lines.bullet(paragraph)
    if !bullet.isEmpty { asides.append(Aside(range: bullet, kind: .bullet)) }
    return source.scalars.trimmed(bullet.upperBound..<paragraph.upperBound)
  }

  /// A short line that ends no sentence, with blank lines around it.
  private func standsAlone(_ paragraph: Range<Int>) -> Bool {
    guard paragraph.count <= 30, !lines.ends(paragraph),
      !source.scalars[paragraph].contains("，"),
      source.scalars[paragraph].contains(where: \.isHan),
      let index = places[paragraph.lowerBound], index > 0, index + 1 < lines.paragraphs.ranges.count
    else { return false }
    return lines.lineEnds(between: lines.paragraphs.ranges[index - 1], paragraph) > 1
      && lines.lineEnds(between: paragraph, lines.paragraphs.ranges[index + 1]) > 1
  }

  private mutating func open(_ paragraph: Range<Int>, isBullet: Bool) {
    let (title, rest) = lines.titled(paragraph)
    var section = OutlineSection(
      mark: isBullet ? nil : lines.mark(at: paragraph), level: lines.blocks.levels[paragraph.lowerBound],
      isBullet: isBullet,
      title: title, head: paragraph.lowerBound..<(rest?.lowerBound ?? paragraph.upperBound))
    section.isAnnex = lines.isAnnex(paragraph)
    section.isSentence =
      title == nil || rest == nil && "。；;：:".unicodeScalars.contains(source.scalars[paragraph.upperBound - 1])
    var around = sections.indices.last
    while let at = around, !sections[at].holds(section) { around = sections[at].parent }
    section.parent = around
    setPart(of: &section)
    if section.isAnnex { saysNothing = source.holds(OutlineLines.glossaries + ["：", ":"], in: paragraph) }
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

  /// A remark in brackets behind a sentence belongs to it; 各位代表！ is none.
  private mutating func sentences(of paragraph: Range<Int>) -> [OutlineSentence] {
    var out: [OutlineSentence] = []
    for piece in OutlinePoints(source: source).pieces(of: paragraph) {
      if lines.head.isSalutation(piece.whole) {
        asides.append(Aside(range: piece.whole, kind: .salutation))
      } else if lines.isRemark(piece.whole), let last = out.last?.ranges.first {
        out[out.count - 1].ranges = lines.paragraphs.words(of: last.lowerBound..<piece.whole.upperBound)
        out[out.count - 1].whole = out[out.count - 1].whole.lowerBound..<piece.whole.upperBound
      } else {
        var sentence = piece
        sentence.ranges = piece.ranges.flatMap(lines.paragraphs.words)
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
