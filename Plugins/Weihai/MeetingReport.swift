import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// Reads the report of a bureau's yearly work meeting (工作会议报道): what was achieved, and the tasks laid down.
public struct MeetingReport: Adapter {
  public let id = "weihai.meeting-report"
  public let version = 3
  public let name = Localized(zh: "威海工作会议报道", en: "Weihai meeting report")
  public let kind = Document.Kind.meetingReport
  public let summary = Localized(
    zh: "年度工作会议报道：开头一句说会议召开，会议认为、指出、强调、要求，一要……六要……（或一是、第一、首先）部署任务，结尾参会范围与来源。",
    en: "The report of a yearly work meeting: an opening sentence, what the meeting held, pointed out, stressed and "
      + "required, tasks counted 一要 … 六要 (or 一是, 第一, 首先), attendance and credits.")
  public var words: [String] { MeetingWords.all }

  public init() {}

  public func evidence(in source: SourceText) -> [Evidence] {
    let outline = Outline(source)
    let others = OtherKinds(
      source: source, outline: outline, isWorkMeeting: isWorkMeeting(outline, source), taskCount: taskCount(outline))
    return speakingFor(outline, source) + others.evidence
  }

  public func read(_ source: SourceText, into draft: inout DraftBuilder) {
    let outline = Outline(source)
    MeetingFacts(source: source, outline: outline).read(into: &draft)
    MeetingReader(source: source, outline: outline).read(into: &draft)
  }

  // MARK: Evidence

  private func speakingFor(_ outline: Outline, _ source: SourceText) -> [Evidence] {
    var evidence: [Evidence] = []
    if outline.opening != nil {
      evidence.append(Evidence(15, zh: "开头写明会议召开", en: "it opens with a meeting being held"))
    }
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
    if tasks >= 2, outline.parts.contains(where: \.isGuess) {
      evidence.append(Evidence(20, zh: "并列\(tasks)项任务，没有序号", en: "\(tasks) tasks stand side by side, not counted"))
    } else if tasks >= 2 {
      evidence.append(Evidence(35, zh: "列举了\(tasks)项任务", en: "\(tasks) tasks are counted off"))
    }
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

  private func isWorkMeeting(_ outline: Outline, _ source: SourceText) -> Bool {
    let opening = outline.opening.flatMap { sentences(in: source.scalars, $0).first }
    return [outline.headline, opening].compactMap { $0 }
      .contains { source.holds(MeetingWords.workMeetings, in: $0) }
  }

  private func taskCount(_ outline: Outline) -> Int {
    outline.parts.count { if case .task = $0.content { true } else { false } }
  }
}
