import AdapterKit
import ChineseText
import Reading

/// One stretch of a report, in order: a heading, a sentence, a task.
struct Part {
  /// What the meeting is doing there.
  enum Mode: Sendable { case achievement, guideline, requirement, deployment }

  enum Content {
    /// A heading such as 会议指出 on a line of its own.
    case heading
    /// What the page brings along.
    case credits
    case sentence
    /// A counted task: its first sentence.
    case task(mark: Enumerator)
    /// A further sentence of the task before.
    case measure
  }

  var range: Range<Int>
  var content: Content
  /// Absent for narration.
  var mode: Mode?
  /// 会议指出， at the sentence's beginning: not its words.
  var label: Range<Int>?
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

  private var mode: Part.Mode?
  private var style: Enumerator.Style?
  private var inTask = false

  init(_ source: SourceText) {
    self.source = source
    let paragraphs = source.blocks.filter { $0.kind != .table }.map(\.range)
    let openingIndex = paragraphs.prefix(12).firstIndex { isOpening($0) }
    for (index, paragraph) in paragraphs.enumerated() {
      if let openingIndex, index < openingIndex {
        beforeOpening(paragraph, index)
      } else if index == openingIndex {
        opening = paragraph
        read(paragraph, index)
      } else {
        read(paragraph, index)
      }
    }
  }

  // MARK: Before the opening

  private mutating func beforeOpening(_ line: Range<Int>, _ index: Int) {
    if isCredits(line) {
      parts.append(Part(range: line, content: .credits, mode: nil, label: nil, paragraph: index))
    } else if headline == nil, !["。", "；", "："].contains(where: source.bare(line).hasSuffix) {
      headline = line
    } else {
      read(line, index)
    }
  }

  /// A sentence in which a meeting is held.
  private func isOpening(_ paragraph: Range<Int>) -> Bool {
    guard let first = sentences(in: source.scalars, paragraph).first else { return false }
    let isSentence = ["。", "！", "；"].contains(where: source.bare(first).hasSuffix)
    return isSentence && source.holds(MeetingWords.held, in: first) && source.holds(MeetingWords.meetings, in: first)
  }

  private func isCredits(_ line: Range<Int>) -> Bool {
    let text = source.scalars
    var start = line.lowerBound
    while start < line.upperBound, text[start].isBlank || ["（", "(", "【", "["].contains(text[start]) { start += 1 }
    for word in MeetingWords.credits + MeetingWords.pageFurniture where text.stands(word, at: start, before: line.upperBound) {
      let after = start + word.unicodeScalars.count
      guard after < line.upperBound else { return true }
      if ["：", ":", " ", "　", "】", "/", "｜", "|", "）"].contains(text[after]) { return true }
    }
    return false
  }

  // MARK: Paragraphs

  private mutating func read(_ paragraph: Range<Int>, _ index: Int) {
    let text = source.scalars
    if isCredits(paragraph) {
      parts.append(Part(range: paragraph, content: .credits, mode: nil, label: nil, paragraph: index))
      return
    }
    if let voice = voice(at: paragraph.lowerBound, paragraph.upperBound), isHeading(paragraph, voice) {
      enter(voice.mode)
      parts.append(Part(range: paragraph, content: .heading, mode: voice.mode, label: nil, paragraph: index))
      return
    }
    var isFirst = true
    for sentence in sentences(in: text, paragraph) {
      read(sentence, paragraph: index, isFirst: isFirst)
      isFirst = false
    }
  }

  private mutating func enter(_ next: Part.Mode?) {
    mode = next
    style = nil
    inTask = false
  }

  private mutating func read(_ sentence: Range<Int>, paragraph: Int, isFirst: Bool) {
    var rest = sentence
    var label: Range<Int>?
    if let voice = voice(at: sentence.lowerBound, sentence.upperBound) {
      if let end = voice.end {
        enter(voice.mode)
        label = sentence.lowerBound..<end
        rest = source.scalars.trimmed(end..<sentence.upperBound)
        guard !rest.isEmpty else {
          parts.append(Part(range: sentence, content: .heading, mode: mode, label: nil, paragraph: paragraph))
          return
        }
      } else if voice.mode == .deployment {
        // 会议部署了2024年重点工作。 announces the tasks.
        enter(.deployment)
        let part = Part(range: sentence, content: .sentence, mode: nil, label: nil, paragraph: paragraph)
        if !beginsTask(after: sentence) { parts.append(part) } else {
          parts.append(Part(range: sentence, content: .sentence, mode: nil, label: nil, paragraph: paragraph))
        }
        return
      }
    } else if isFirst, isAttendance(sentence) {
      enter(nil)
    } else if isFirst, source.scalars.stands("会议", at: sentence.lowerBound) {
      enter(nil)
    }
    let attendance = mode == nil && isAttendance(sentence)
    for piece in pieces(of: rest) { add(piece, label: label, paragraph: paragraph, isFirst: isFirst, attendance: attendance); label = nil }
  }

  private func beginsTask(after sentence: Range<Int>) -> Bool {
    let next = source.scalars.trimmed(sentence.upperBound..<source.scalars.count)
    return enumerator(in: source.scalars, at: next.lowerBound, before: next.upperBound) != nil
  }

  /// A sentence is cut where a semicolon is followed by a mark: 一要……；二要……。
  private func pieces(of sentence: Range<Int>) -> [Range<Int>] {
    let text = source.scalars
    var starts = [sentence.lowerBound]
    for at in sentence where ["；", ";", "：", ":"].contains(text[at]) {
      var next = at + 1
      while next < sentence.upperBound, text[next].isBlank { next += 1 }
      guard let mark = enumerator(in: text, at: next, before: sentence.upperBound), isTaskStyle(mark.style, isFirst: false)
      else { continue }
      starts.append(next)
    }
    return starts.enumerated().compactMap { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] : sentence.upperBound
      let piece = text.trimmed(start..<end)
      return piece.isEmpty ? nil : piece
    }
  }

  private mutating func add(_ piece: Range<Int>, label: Range<Int>?, paragraph: Int, isFirst: Bool, attendance: Bool) {
    if mode != nil, mode != .achievement,
      let mark = enumerator(in: source.scalars, at: piece.lowerBound, before: piece.upperBound),
      isTaskStyle(mark.style, isFirst: isFirst), style == nil || style == mark.style,
      mark.range.upperBound < piece.upperBound
    {
      style = mark.style
      inTask = true
      parts.append(Part(range: piece, content: .task(mark: mark), mode: mode, label: label, paragraph: paragraph))
      return
    }
    let content: Part.Content = inTask && mode != nil ? .measure : .sentence
    parts.append(
      Part(
        range: piece, content: content, mode: mode, label: label, paragraph: paragraph, isAttendance: attendance))
  }

  /// 一要, 一是, 第一， and 首先， count tasks wherever a sentence begins; 一、 and （一） at a paragraph's beginning.
  private func isTaskStyle(_ style: Enumerator.Style, isFirst: Bool) -> Bool {
    switch style {
    case .ordinalMust, .ordinalIs, .ordinal, .adverb: true
    case .hanPoint, .hanBracket, .digitPoint, .digitBracket, .circled: isFirst
    }
  }

  private func isAttendance(_ sentence: Range<Int>) -> Bool { source.holds(MeetingWords.attendance, in: sentence) }

  // MARK: Voices

  private struct Voice {
    var mode: Part.Mode
    /// After the verb and its mark; `nil` where other words follow the verb.
    var end: Int?
  }

  /// 会议指出， 会议还强调： 会议对……作出安排部署 at an offset.
  private func voice(at offset: Int, _ end: Int) -> Voice? {
    let text = source.scalars
    guard text.stands("会议", at: offset, before: end) || text.stands("大会", at: offset, before: end) else { return nil }
    var at = offset + 2
    while let adverb = MeetingWords.adverbs.first(where: { text.stands($0, at: at, before: end) }) {
      at += adverb.unicodeScalars.count
    }
    for (words, mode) in MeetingWords.voices {
      for word in words where text.stands(word, at: at, before: end) {
        let after = at + word.unicodeScalars.count
        let isMark = after >= end || ["，", ",", "：", ":"].contains(text[after])
        if isMark { return Voice(mode: mode, end: min(after + 1, end)) }
        if mode == .deployment || mode == .achievement { return Voice(mode: mode, end: nil) }
        // 会议要求全市教育系统，…… : whom it asks belongs to the sentence.
        return mode == .requirement ? Voice(mode: mode, end: after) : nil
      }
    }
    let clause = at..<(firstClauseMark(in: text, at..<end, marks: ["，", ",", "。", "：", ":"]) ?? end)
    if ["对", "就", "围绕"].contains(where: { text.stands($0, at: at, before: end) }),
      source.holds(["部署", "安排"], in: clause)
    {
      let closes = clause.upperBound >= end || text[clause.upperBound] == "：" || text[clause.upperBound] == ":"
      return Voice(mode: .deployment, end: closes ? min(clause.upperBound + 1, end) : nil)
    }
    return nil
  }

  /// A heading fills its line and says nothing more.
  private func isHeading(_ paragraph: Range<Int>, _ voice: Voice) -> Bool {
    guard let end = voice.end else { return false }
    return source.scalars.trimmed(end..<paragraph.upperBound).isEmpty
  }
}
