import AdapterKit
import ChineseText

/// What the meeting is doing in a part of a report.
enum Mode: Sendable, Hashable {
  case achievement
  /// 会议指出: how things stand, and what to go by.
  case assessment
  /// 会议强调, 提出, 明确
  case guideline
  case requirement
  case deployment
}

/// Who speaks at a sentence's beginning, and what for.
struct Voice {
  var mode: Mode?
  /// 会议指出，: structure, not words. Empty where the sentence itself tells of the meeting.
  var label: Range<Int>
  /// Whether the mode holds for this sentence too, or only for what follows it.
  var coversSentence: Bool
}

/// Finds 会议认为，会议还强调：会议对……作出安排部署 and their kin.
struct VoiceReader {
  let source: SourceText
  private let marks: Set<Unicode.Scalar> = ["，", ",", "：", ":"]

  static let words = plans + ["部署", "安排", "对", "就", "围绕"]
  /// What follows an appraisal that goes over to what is to be done.
  private static let plans = ["部署", "安排", "明确", "提出了", "研究", "谋划", "表彰"]

  init(_ source: SourceText) { self.source = source }

  /// The voice that a sentence begins with, its introductory clause included.
  func voice(of sentence: Range<Int>) -> Voice? {
    let text = source.scalars
    if let own = meeting(at: sentence.lowerBound, sentence) { return own }
    guard let comma = firstClauseMark(in: text, sentence), comma - sentence.lowerBound <= 40 else {
      return speaker(of: sentence)
    }
    var next = comma + 1
    while next < sentence.upperBound, text[next].isBlank { next += 1 }
    if MeetingWords.introductions.contains(where: { text.stands($0, at: sentence.lowerBound) }),
      let voice = meeting(at: next, sentence), voice.coversSentence, !voice.label.isEmpty
    {
      return Voice(mode: voice.mode, label: sentence.lowerBound..<voice.label.upperBound, coversSentence: true)
    }
    return speaker(of: sentence)
  }

  /// A heading that fills its line: 会议指出, 【会议强调】, 会议对……作出部署, 二、重点任务.
  func heading(_ line: Range<Int>) -> Mode? {
    let text = source.scalars
    guard line.count <= 50, !source.bare(line).hasSuffix("。") else { return nil }
    var bare = line
    while let first = bare.first, isOrnament(text[first]) { bare = text.trimmed(first + 1..<bare.upperBound) }
    while let last = bare.last, isOrnament(text[last]) || marks.contains(text[last]) {
      bare = text.trimmed(bare.lowerBound..<last)
    }
    if let voice = meeting(at: bare.lowerBound, bare), voice.coversSentence, voice.label == bare { return voice.mode }
    var counted = false
    if let mark = enumerator(in: text, at: bare.lowerBound, before: bare.upperBound) {
      bare = text.trimmed(mark.range.upperBound..<bare.upperBound)
      counted = true
    }
    // 一、完成目标任务 is a task; 一、2023年工作回顾 is a section.
    let year = yearMentions(in: text, bare).first
    guard bare.count <= 20, !counted || year?.range.lowerBound == bare.lowerBound else { return nil }
    guard firstClauseMark(in: text, bare, marks: ["，", ",", "。", "；"]) == nil else { return nil }
    let words = source.string(bare)
    return MeetingWords.sections.first { $0.words.contains(where: words.hasSuffix) }?.mode
  }

  private func isOrnament(_ scalar: Unicode.Scalar) -> Bool {
    "【】〖〗[]■◆●★☆▲△◎○□◇▪•·—-*#>“”".unicodeScalars.contains(scalar)
  }

  /// 会议 and its verb at an offset.
  private func meeting(at offset: Int, _ sentence: Range<Int>) -> Voice? {
    let text = source.scalars
    let end = sentence.upperBound
    guard let subject = MeetingWords.subjects.first(where: { text.stands($0, at: offset, before: end) }) else {
      return nil
    }
    var at = offset + subject.unicodeScalars.count
    while let adverb = MeetingWords.adverbs.first(where: { text.stands($0, at: at, before: end) }) {
      at += adverb.unicodeScalars.count
    }
    let told = offset..<offset
    if MeetingWords.appraisals.contains(where: { text.stands($0, at: at, before: end) }) {
      let plans = source.holds(VoiceReader.plans, in: sentence)
      return plans ? nil : Voice(mode: .achievement, label: told, coversSentence: false)
    }
    for (words, mode) in MeetingWords.voices {
      guard let word = words.first(where: { text.stands($0, at: at, before: end) }) else { continue }
      let after = at + word.unicodeScalars.count
      if after >= end || marks.contains(text[after]) {
        return Voice(mode: mode, label: offset..<min(after + 1, end), coversSentence: true)
      }
      if mode == .deployment { return deployment(from: offset, sentence) }
      // 会议指出了……, 会议明确了…… tell what it did; 会议要求各级…… says it.
      if ["了", "过", "的"].contains(text[after]) { return nil }
      return Voice(mode: mode, label: offset..<after, coversSentence: true)
    }
    let clause = at..<(firstClauseMark(in: text, at..<end, marks: ["，", ",", "。", "：", ":"]) ?? end)
    guard ["对", "就", "围绕"].contains(where: { text.stands($0, at: at, before: end) }),
      source.holds(["部署", "安排"], in: clause)
    else { return nil }
    return deployment(from: offset, sentence)
  }

  /// 会议部署了……。 announces what follows; with a colon or on a line of its own it is a label.
  private func deployment(from offset: Int, _ sentence: Range<Int>) -> Voice {
    let text = source.scalars
    let stop = firstClauseMark(in: text, offset..<sentence.upperBound, marks: ["，", ",", "。", "；", "：", ":"])
    guard let stop else { return Voice(mode: .deployment, label: offset..<sentence.upperBound, coversSentence: true) }
    let closes = text[stop] == "：" || text[stop] == ":"
    return Voice(
      mode: .deployment, label: closes ? offset..<stop + 1 : offset..<offset, coversSentence: closes)
  }

  /// 局长某某在讲话中强调，
  private func speaker(of sentence: Range<Int>) -> Voice? {
    let text = source.scalars
    guard let mark = firstClauseMark(in: text, sentence, marks: ["，", ",", "：", ":"]),
      mark - sentence.lowerBound <= 40
    else { return nil }
    let clause = sentence.lowerBound..<mark
    guard MeetingWords.speakerVerbs.contains(where: source.bare(clause).hasSuffix),
      source.holds(MeetingWords.speakers, in: clause) || isNamed(clause), !source.holds(MeetingWords.held, in: clause)
    else { return nil }
    let isRequired = source.bare(clause).hasSuffix("要求")
    return Voice(
      mode: isRequired ? .requirement : .guideline, label: sentence.lowerBound..<mark + 1, coversSentence: true)
  }

  /// 周某某强调: somebody whom the text gave a title before, or 他.
  private func isNamed(_ clause: Range<Int>) -> Bool {
    guard let verb = MeetingWords.speakerVerbs.first(where: source.bare(clause).hasSuffix) else { return false }
    var end = clause.upperBound - verb.unicodeScalars.count
    while let adverb = MeetingWords.adverbs.first(where: {
      source.scalars.stands($0, at: end - $0.unicodeScalars.count, before: end)
    }) {
      end -= adverb.unicodeScalars.count
    }
    guard end > clause.lowerBound, end - clause.lowerBound <= 4 else { return false }
    let name = source.string(clause.lowerBound..<end)
    if name == "他" || name == "她" { return true }
    guard name.unicodeScalars.count >= 2, !MeetingWords.papersQuoted.contains(name) else { return false }
    return MeetingWords.titles.contains { source.scalars.first($0 + name, in: 0..<clause.lowerBound) != nil }
  }
}
