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
    /// A page's number, which may stand inside a sentence.
    case pageNumber
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
  /// A task that nothing counts.
  var isGuess = false
}

/// A report cut into parts, each with what the meeting is doing there.
struct Outline {
  let source: SourceText
  private(set) var headline: Range<Int>?
  /// The paragraph that says that a meeting was held.
  private(set) var opening: Range<Int>?
  private(set) var parts: [Part] = []

  /// Put together again where pages and lines cut them.
  private let layout: Paragraphs
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
    layout = Paragraphs(source, openings: MeetingWords.subjects)
    let paragraphs = layout.ranges
    let openingIndex = paragraphs.prefix(12).prefix { !isCounted($0) }.firstIndex { isOpening($0) }
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
    parts += layout.pageNumbers.map { Part(range: $0, content: .pageNumber, paragraph: paragraphs.count) }
    parts.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  var paragraphs: [Range<Int>] { layout.ranges }

  /// A stretch without the page numbers that stand inside it.
  func words(of range: Range<Int>) -> [Range<Int>] { layout.words(of: range) }

  static let words = intending + pointing + counters + counted + ["将", "部署"]
  /// Not held yet.
  private static let intending = ["定于", "决定", "拟", "将于", "将在", "准备", "计划"]
  private static let pointing = ["以下", "如下", "下列"]
  private static let counters = ["项", "个方面", "方面", "件", "个"]
  private static let counted = ["工作", "任务", "方面", "重点", "突破", "提升", "行动"]

  // MARK: The top

  /// A paragraph whose first sentence tells that a meeting is held.
  private func isOpening(_ paragraph: Range<Int>) -> Bool {
    guard let first = sentences(in: source.scalars, paragraph).first else { return false }
    let isSentence = ["。", "！", "；", "."].contains(where: source.bare(first).hasSuffix)
    return isSentence && source.holds(MeetingWords.meetings, in: first)
      && MeetingWords.held.contains { word in source.scalars.first(word, in: first).map { isTold($0, first) } ?? false }
  }

  /// 定于2月20日召开, 将召开, 决定召开: not held yet.
  private func isTold(_ verb: Range<Int>, _ sentence: Range<Int>) -> Bool {
    let clause = max(sentence.lowerBound, verb.lowerBound - 24)..<verb.lowerBound
    let start = clause.last { "，,。；".unicodeScalars.contains(source.scalars[$0]) } ?? clause.lowerBound
    return !source.holds(Outline.intending, in: start..<verb.lowerBound)
      && !source.scalars.stands("将", at: verb.lowerBound - 1)
  }

  /// 一、加强组织领导: the text has begun.
  private func isCounted(_ paragraph: Range<Int>) -> Bool {
    enumerator(in: source.scalars, at: paragraph.lowerBound, before: paragraph.upperBound) != nil
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
    var body = text.trimmed(start..<max(start, credits.back?.lowerBound ?? paragraph.upperBound))
    // Leftovers without a word stand in no record.
    guard body.contains(where: { text[$0].isHan }) else { return }
    // ——改造管网60公里; ● 建设泵站2处
    var bullet = body.lowerBound
    while bullet < body.upperBound, "—–-●■◆★▪•·○□*".unicodeScalars.contains(text[bullet]) { bullet += 1 }
    if bullet > body.lowerBound {
      parts.append(Part(range: body.lowerBound..<bullet, content: .heading, mode: mode, paragraph: index))
      body = text.trimmed(bullet..<body.upperBound)
    }
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
          isAttendance: attendance, isParallel: piece.isParallel))
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
    let guesses = lists.tasks.isEmpty ? ParallelTasks(statements, source).tasks : []
    var count = 0
    var task: (paragraph: Int, part: Int, hasBody: Bool)?
    for (index, statement) in statements.enumerated() {
      var part = Part(
        range: statement.range, content: .sentence, mode: statement.mode, label: statement.label,
        paragraph: statement.paragraph, isAttendance: statement.isAttendance)
      if lists.tasks.contains(index), let mark = statement.mark {
        part.content = .task(mark)
        task = (statement.paragraph, statement.part, false)
      } else if guesses.contains(index) {
        count += 1
        let start = statement.range.lowerBound
        part.content = .task(Enumerator(style: .ordinal, number: count, range: start..<start))
        part.isGuess = true
        task = (statement.paragraph, statement.part, false)
      } else if let open = task, statement.part == open.part, belongs(statement, to: open) {
        part.content = .measure
        if statement.paragraph == open.paragraph { task?.hasBody = true }
      } else {
        task = nil
        if leadsIn(index, lists.tasks.union(guesses)) { part.content = .heading }
      }
      if part.content != .heading, joins(index, lists.tasks.union(guesses)), let last = parts.indices.last {
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
  private func joins(_ index: Int, _ tasks: Set<Int>) -> Bool {
    guard index > 0, !tasks.contains(index), statements[index].sentence == statements[index - 1].sentence else {
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

  /// 2024年重点抓好六项工作： or 要做好以下工作。 right before the first task.
  private func leadsIn(_ index: Int, _ tasks: Set<Int>) -> Bool {
    let statement = statements[index]
    guard statement.mark == nil, tasks.contains(index + 1), statement.range.count <= 60,
      let last = statement.range.last
    else { return false }
    switch source.scalars[last] {
    case "：", ":": return true
    case "，", ",": return statement.sentence == statements[index + 1].sentence
    default: return statement.range.count <= 40 && statement.mode != nil && announces(statement.range)
    }
  }

  /// 以下工作, 五个方面, 六项任务, and nothing asked for before it.
  private func announces(_ range: Range<Int>) -> Bool {
    let text = source.scalars
    let last = range.last { text[$0] == "，" || text[$0] == "," }.map { $0 + 1 } ?? range.lowerBound
    guard !source.holds(["要"], in: range.lowerBound..<last) else { return false }
    if source.holds(Outline.pointing, in: range) { return true }
    return Outline.counters.contains { word in
      guard let found = source.scalars.first(word, in: range), found.lowerBound > range.lowerBound else { return false }
      return "二三四五六七八九十两几".unicodeScalars.contains(source.scalars[found.lowerBound - 1])
        && source.holds(Outline.counted, in: found.lowerBound..<range.upperBound)
    }
  }
}
