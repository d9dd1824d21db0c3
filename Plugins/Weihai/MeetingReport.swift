import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// Reads the report of a bureau's yearly work meeting (工作会议报道): what was achieved, and the tasks laid down.
public struct MeetingReport: Adapter {
  public let id = "weihai.meeting-report"
  public let version = 1
  public let name = Localized(zh: "威海工作会议报道", en: "Weihai meeting report")
  public let kind = Document.Kind.meetingReport
  public let summary = Localized(
    zh: "年度工作会议报道：开头一句说会议召开，会议认为、指出、强调、要求，一要……六要……（或一是、第一、首先）部署任务，结尾参会范围与来源。",
    en: "The report of a yearly work meeting: an opening sentence, what the meeting held, pointed out, stressed and "
      + "required, tasks counted 一要 … 六要 (or 一是, 第一, 首先), attendance and credits.")

  public init() {}

  public func evidence(in source: SourceText) -> [Evidence] {
    let outline = Outline(source)
    return speakingFor(outline, source) + speakingAgainst(outline, source)
  }

  public func read(_ source: SourceText, into draft: inout DraftBuilder) {
    let outline = Outline(source)
    MeetingFacts(source: source, outline: outline).read(into: &draft)
    MeetingReader(source: source, outline: outline).read(into: &draft)
  }

  // MARK: Evidence

  private func speakingFor(_ outline: Outline, _ source: SourceText) -> [Evidence] {
    var evidence: [Evidence] = []
    if outline.opening != nil { evidence.append(Evidence(15, zh: "开头说会议召开", en: "it opens with a meeting being held")) }
    if isWorkMeeting(outline, source) {
      evidence.append(Evidence(10, zh: "是工作会议、部署会议", en: "it is a work meeting"))
    }
    let voices = Set(outline.parts.compactMap(\.mode))
    if voices.count >= 2 {
      evidence.append(Evidence(15, zh: "有会议认为、指出、强调、要求等", en: "the meeting holds, points out, stresses, requires"))
    } else if voices.count == 1 {
      evidence.append(Evidence(8, zh: "有会议认为、指出、强调、要求之一", en: "the meeting holds or points out something"))
    }
    let tasks = taskCount(outline)
    if tasks >= 2 { evidence.append(Evidence(35, zh: "列举了\(tasks)项任务", en: "\(tasks) tasks are counted off")) }
    if voices.contains(.deployment) { evidence.append(Evidence(10, zh: "作出工作部署", en: "work is laid down")) }
    if let opening = outline.opening,
      source.holds(MeetingWords.planning, in: opening.lowerBound..<min(opening.upperBound + 200, source.scalars.count))
    {
      evidence.append(Evidence(10, zh: "总结上年、安排本年工作", en: "last year's work is summed up, this year's laid out"))
    }
    if outline.parts.contains(where: \.isAttendance) {
      evidence.append(Evidence(5, zh: "有参会范围", en: "who attended"))
    }
    return evidence
  }

  private func speakingAgainst(_ outline: Outline, _ source: SourceText) -> [Evidence] {
    var evidence: [Evidence] = []
    if let top = outline.headline ?? source.blocks.first?.range, source.holds(MeetingWords.otherKinds, in: top),
      !source.holds(MeetingWords.workMeetings, in: top), source.bare(top).count <= 60
    {
      evidence.append(Evidence(-60, zh: "标题是公告、通知、议程一类", en: "the title is of a notice, a policy or an agenda"))
    }
    let first = outline.opening.flatMap { sentences(in: source.scalars, $0).first }
    let top = [outline.headline, first].compactMap { $0 }
    if outline.opening == nil { evidence.append(Evidence(-25, zh: "没有说会议召开", en: "no meeting is said to be held")) }
    if !isWorkMeeting(outline, source) {
      if top.contains(where: { source.holds(MeetingWords.visits, in: $0) }) {
        evidence.append(Evidence(-40, zh: "是调研、检查、来访的消息", en: "it tells of an inspection or a visit"))
      }
      if top.contains(where: { source.holds(MeetingWords.studies, in: $0) }) {
        evidence.append(Evidence(-40, zh: "是学习会的消息", en: "it tells of a study session"))
      }
    }
    if taskCount(outline) < 2 {
      evidence.append(Evidence(-15, zh: "没有列举任务", en: "no tasks are counted off"))
      if source.holds(MeetingWords.studies, in: source.whole) {
        evidence.append(Evidence(-30, zh: "是学习会的消息", en: "it tells of a study session"))
      }
    }
    if source.blocks.contains(where: { $0.kind == .table && $0.rows.count > 2 }) {
      evidence.append(Evidence(-15, zh: "主要内容在表格里", en: "there is a table"))
    }
    return evidence
  }

  private func isWorkMeeting(_ outline: Outline, _ source: SourceText) -> Bool {
    let opening = outline.opening.flatMap { sentences(in: source.scalars, $0).first }
    return [outline.headline, opening].compactMap { $0 }
      .contains { source.holds(MeetingWords.workMeetings, in: $0) }
  }

  private func taskCount(_ outline: Outline) -> Int {
    outline.parts.count { if case .task = $0.content { true } else { false } }
  }
}
