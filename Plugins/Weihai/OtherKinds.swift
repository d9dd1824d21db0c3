import AdapterKit
import ChineseText
import Reading

/// What speaks for a text being news or a paper of another kind that merely looks like a meeting's report.
struct OtherKinds {
  let source: SourceText
  let outline: Outline
  let isWorkMeeting: Bool
  let taskCount: Int

  var evidence: [Evidence] {
    var evidence: [Evidence] = []
    let first = outline.opening.flatMap { sentences(in: source.scalars, $0).first }
    let top = [outline.headline, first].compactMap { $0 }
    if isTitledOtherwise {
      evidence.append(Evidence(-60, zh: "标题是公告、通知、议程一类", en: "the title is of a notice, a policy or an agenda"))
    }
    if outline.opening == nil { evidence.append(Evidence(-25, zh: "没有说会议召开", en: "no meeting is said to be held")) }
    if let first, !isDated(first) {
      evidence.append(Evidence(-20, zh: "没有说会议何时召开", en: "it does not say when the meeting was held"))
    }
    if !isWorkMeeting, top.contains(where: { source.holds(MeetingWords.visits, in: $0) }) {
      evidence.append(Evidence(-40, zh: "是调研、检查、来访的消息", en: "it tells of an inspection or a visit"))
    }
    let isStudy = !isWorkMeeting && top.contains { source.holds(MeetingWords.studies, in: $0) }
    if isStudy || taskCount < 2 && source.holds(MeetingWords.studies, in: source.whole) {
      evidence.append(Evidence(-40, zh: "是学习会的消息", en: "it tells of a study session"))
    }
    if !isWorkMeeting, top.contains(where: { source.holds(MeetingWords.otherMeetings, in: $0) }) {
      evidence.append(
        Evidence(-50, zh: "是常务会、座谈会、发布会一类", en: "it is a meeting of another kind: a standing, a press or a talking one")
      )
    }
    if isSpeech {
      evidence.append(Evidence(-60, zh: "是讲话、问答", en: "it is a speech, or questions and answers"))
    } else if isAddressed {
      evidence.append(Evidence(-40, zh: "开头是主送单位", en: "it begins with whom it is sent to"))
    }
    if taskCount < 2 { evidence.append(Evidence(-15, zh: "没有列举任务", en: "no tasks are counted off")) }
    if source.blocks.contains(where: { $0.kind == .table && $0.rows.count > 2 }) {
      evidence.append(Evidence(-15, zh: "主要内容在表格里", en: "there is a table"))
    }
    return evidence
  }

  /// The lines above the text: up to where a sentence ends.
  private var topLines: [Range<Int>] {
    let end = outline.opening?.lowerBound ?? source.scalars.count
    return source.blocks.map(\.range).prefix(6)
      .prefix { $0.lowerBound < end && !["。", "；", "："].contains(where: source.bare($0).hasSuffix) }
      .filter { $0.count <= 80 }
  }

  /// A title that ends with a paper's kind, in brackets or not; or one that names such a kind and no work meeting.
  private var isTitledOtherwise: Bool {
    let lines = topLines
    if lines.contains(where: { endsAsPaper($0) }) { return true }
    guard let top = outline.headline ?? lines.first ?? source.blocks.first?.range, source.bare(top).count <= 60 else {
      return false
    }
    return source.holds(MeetingWords.otherKinds, in: top) && !source.holds(MeetingWords.workMeetings, in: top)
  }

  private func endsAsPaper(_ line: Range<Int>) -> Bool {
    var words = source.bare(line)
    if words.hasSuffix("）") || words.hasSuffix(")"), let open = words.lastIndex(where: { $0 == "（" || $0 == "(" }) {
      words = String(words[..<open])
    }
    return MeetingWords.papers.contains(where: words.hasSuffix)
  }

  /// A day, or a word for one.
  private func isDated(_ sentence: Range<Int>) -> Bool {
    !dateMentions(in: source.scalars, sentence).isEmpty || source.holds(MeetingWords.days, in: sentence)
  }

  /// Said in the first person, or in turns.
  private var isSpeech: Bool {
    outline.paragraphs.contains { paragraph in
      MeetingWords.addresses.contains { source.scalars.stands($0, at: paragraph.lowerBound) }
    }
  }

  /// 各区市教育局，局属各单位： above the text.
  private var isAddressed: Bool {
    outline.paragraphs.prefix(6).contains { paragraph in
      let bare = source.bare(paragraph)
      return (bare.hasSuffix("：") || bare.hasSuffix(":")) && source.holds(["各"], in: paragraph.prefix(12))
        && ["局", "府", "门", "位", "室", "委", "会", "校", "院", "队", "所"].contains { bare.dropLast().hasSuffix($0) }
    }
  }
}
