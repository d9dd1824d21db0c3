import AdapterKit
import ChineseText
import Reading

/// One stretch of a report, in order, and what it is.
struct Part {
  enum Content: Equatable {
    /// A heading such as 会议指出 on a line of its own; a lead-in such as 重点抓好六项工作：
    case heading
    /// What the page brings along.
    case credits
    /// The report's own headline.
    case headline
    case sentence
    /// A counted task: its first sentence, with its mark.
    case task(Enumerator)
    /// A further sentence of the task before.
    case measure
  }

  var range: Range<Int>
  var content: Content
  /// Absent for narration.
  var mode: Mode?
  /// 会议指出， at the sentence's beginning: not its words.
  var label: Range<Int>?
  /// The mark of a list that is not the tasks'.
  var mark: Enumerator?
  /// Which paragraph it stands in.
  var paragraph: Int
  var isAttendance = false
}

/// A report cut into parts, each with what the meeting is doing there.
struct Outline {
  let source: SourceText
  private(set) var headline: Range<Int>?
  /// The paragraph that says that a meeting was held.
  private(set) var opening: Range<Int>?
  private(set) var parts: [Part] = []

  private let page: PageLines
  private let voices: VoiceReader
  private var statements: [Statement] = []
  private var mode: Mode?
  private var section = 0
  private var sentenceCount = 0

  init(_ source: SourceText) {
    self.source = source
    page = PageLines(source: source)
    voices = VoiceReader(source)
    let paragraphs = source.blocks.flatMap { Outline.paragraphs(of: $0, in: source) }
    let openingIndex = paragraphs.prefix(12).firstIndex { isOpening($0) }
    let top = findHeadline(paragraphs, before: openingIndex)
    for (index, paragraph) in paragraphs.enumerated() {
      if index == openingIndex { opening = paragraph }
      if index == top {
        headline = paragraph
        parts.append(Part(range: paragraph, content: .headline, paragraph: index))
      } else {
        read(paragraph, index, isAbove: openingIndex.map { index < $0 } ?? false)
      }
    }
    addStatements()
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// A row whose cells stand on one line is a line; cells written downwards are lines of their own.
  private static func paragraphs(of block: Block, in source: SourceText) -> [Range<Int>] {
    guard block.kind == .table else { return [block.range] }
    return block.rows.flatMap { row -> [Range<Int>] in
      let isOneLine = !source.scalars[row.range].contains(where: \.isLineEnd)
      return isOneLine ? [source.scalars.trimmed(row.range)] : row.cells.flatMap(\.paragraphs)
    }.filter { !$0.isEmpty }
  }

  // MARK: The top

  /// A paragraph whose first sentence tells that a meeting is held.
  private func isOpening(_ paragraph: Range<Int>) -> Bool {
    guard let first = sentences(in: source.scalars, paragraph).first else { return false }
    let isSentence = ["。", "！", "；", "."].contains(where: source.bare(first).hasSuffix)
    return isSentence && source.holds(MeetingWords.held, in: first) && source.holds(MeetingWords.meetings, in: first)
  }

  /// Of the lines above the text, the one that speaks of the meeting or its work; else the first.
  private func findHeadline(_ paragraphs: [Range<Int>], before opening: Int?) -> Int? {
    let end = opening ?? paragraphs.prefix(3).firstIndex { voices.heading($0) != nil || isText($0) } ?? 0
    let lines = paragraphs.indices.prefix(end).filter { !page.isCredits(paragraphs[$0]) && !isText(paragraphs[$0]) }
    return lines.first { source.holds(MeetingWords.meetings + MeetingWords.held + ["部署"], in: paragraphs[$0]) }
      ?? lines.first { paragraphs[$0].count > 8 } ?? lines.first
  }

  private func isText(_ line: Range<Int>) -> Bool {
    line.count > 80 || ["。", "；", "："].contains(where: source.bare(line).hasSuffix)
  }

  // MARK: Paragraphs

  private mutating func read(_ paragraph: Range<Int>, _ index: Int, isAbove: Bool) {
    let text = source.scalars
    if isAbove, let headline, headline.upperBound <= paragraph.lowerBound, text.stands("——", at: paragraph.lowerBound) {
      parts.append(Part(range: paragraph, content: .headline, paragraph: index))
      return
    }
    // Above the text, a word or two name the page's column.
    if page.isCredits(paragraph) || isAbove && paragraph.count < 10 && !isText(paragraph) {
      parts.append(Part(range: paragraph, content: .credits, paragraph: index))
      return
    }
    if let next = voices.heading(paragraph) {
      enter(next)
      parts.append(Part(range: paragraph, content: .heading, mode: next, paragraph: index))
      return
    }
    let credits = page.credits(in: paragraph)
    for credit in [credits.front, credits.back].compactMap({ $0 }) {
      parts.append(Part(range: credit, content: .credits, paragraph: index))
    }
    let start = credits.front?.upperBound ?? paragraph.lowerBound
    let body = text.trimmed(start..<max(start, credits.back?.lowerBound ?? paragraph.upperBound))
    for (place, sentence) in sentences(in: text, body).enumerated() {
      read(sentence, paragraph: index, beginsParagraph: place == 0)
    }
  }

  private mutating func enter(_ next: Mode?) {
    mode = next
    section += 1
  }

  private mutating func read(_ sentence: Range<Int>, paragraph: Int, beginsParagraph: Bool) {
    var rest = sentence
    var label: Range<Int>?
    var own: Mode??
    if let voice = voices.voice(of: sentence) {
      enter(voice.mode)
      if !voice.coversSentence { own = .some(nil) }
      if !voice.label.isEmpty {
        label = voice.label
        rest = source.scalars.trimmed(voice.label.upperBound..<sentence.upperBound)
        guard rest.contains(where: { source.scalars[$0].isHan }) else {
          parts.append(Part(range: sentence, content: .heading, mode: mode, paragraph: paragraph))
          return
        }
      }
    } else if isNarration(sentence, beginsParagraph: beginsParagraph) {
      enter(nil)
    } else if mode == .achievement, beginsParagraph, looksAhead(sentence) {
      enter(.deployment)
    }
    let attendance = mode == nil && source.holds(MeetingWords.attendance, in: sentence)
    sentenceCount += 1
    for (place, piece) in SentenceCutter(source: source).pieces(of: rest).enumerated() {
      statements.append(
        Statement(
          range: piece.range, label: place == 0 ? label : nil, mark: piece.mark, mode: own ?? mode,
          paragraph: paragraph, beginsParagraph: beginsParagraph && place == 0, sentence: sentenceCount, part: section,
          isAttendance: attendance))
    }
  }

  /// 下一步……, 一要……: no longer what was reached.
  private func looksAhead(_ sentence: Range<Int>) -> Bool {
    let text = source.scalars
    let mark = enumerator(in: text, at: sentence.lowerBound, before: sentence.upperBound)
    return mark?.style == .ordinalMust
      || (MeetingWords.ahead + ["要"]).contains { text.stands($0, at: sentence.lowerBound) }
  }

  /// Who came, what was watched, what was passed on: told of the meeting, not said by it.
  private func isNarration(_ sentence: Range<Int>, beginsParagraph: Bool) -> Bool {
    let text = source.scalars
    if enumerator(in: text, at: sentence.lowerBound, before: sentence.upperBound) != nil { return false }
    if MeetingWords.narration.contains(where: { text.stands($0, at: sentence.lowerBound) }) { return true }
    if text.stands("要", at: sentence.lowerBound) { return false }
    var end = sentence.upperBound
    while end > sentence.lowerBound, ["。", "！", "."].contains(text[end - 1]) { end -= 1 }
    let words = source.string(sentence.lowerBound..<end)
    if MeetingWords.attendanceEnds.contains(where: words.hasSuffix) { return true }
    return beginsParagraph && source.holds(MeetingWords.attendance, in: sentence)
      && !source.holds(["要"], in: sentence)
  }

  // MARK: Lists

  /// Statements become parts: tasks with their measures, and whole sentences.
  private mutating func addStatements() {
    let lists = TaskLists(statements)
    var task: (paragraph: Int, part: Int, hasBody: Bool)?
    for (index, statement) in statements.enumerated() {
      var part = Part(
        range: statement.range, content: .sentence, mode: statement.mode, label: statement.label,
        paragraph: statement.paragraph, isAttendance: statement.isAttendance)
      if lists.tasks.contains(index), let mark = statement.mark {
        part.content = .task(mark)
        task = (statement.paragraph, statement.part, false)
      } else if let open = task, statement.part == open.part, belongs(statement, to: open) {
        part.content = .measure
        if statement.paragraph == open.paragraph { task?.hasBody = true }
      } else {
        task = nil
        if leadsIn(index, lists) { part.content = .heading }
      }
      if part.content != .heading, joins(index, lists), let last = parts.indices.last {
        // A list inside a sentence is part of it.
        parts[last].range = parts[last].range.lowerBound..<statement.range.upperBound
        parts[last].mark = nil
        continue
      }
      if lists.counted.contains(index), !lists.tasks.contains(index) { part.mark = statement.mark }
      parts.append(part)
    }
  }

  /// Whether a statement goes on where the one before it stopped, in one sentence.
  private func joins(_ index: Int, _ lists: TaskLists) -> Bool {
    guard index > 0, !lists.tasks.contains(index), statements[index].sentence == statements[index - 1].sentence else {
      return false
    }
    if case .heading = parts.last?.content { return false }
    return true
  }

  /// Sentences of a task's own paragraph are its measures; later paragraphs are where the task is only a heading, or
  /// where they go on in its manner.
  private func belongs(_ statement: Statement, to task: (paragraph: Int, part: Int, hasBody: Bool)) -> Bool {
    if statement.paragraph == task.paragraph || !task.hasBody { return true }
    return !statement.beginsParagraph || statement.mark != nil
      || source.scalars.stands("要", at: statement.range.lowerBound)
  }

  /// 2024年重点抓好六项工作： right before the first task.
  private func leadsIn(_ index: Int, _ lists: TaskLists) -> Bool {
    let statement = statements[index]
    guard statement.mark == nil, lists.tasks.contains(index + 1), statement.range.count <= 60,
      let last = statement.range.last
    else { return false }
    let mark = source.scalars[last]
    return mark == "：" || mark == ":"
      || (mark == "，" || mark == ",") && statement.sentence == statements[index + 1].sentence
  }
}
