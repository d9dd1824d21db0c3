import AdapterKit
import Plan

/// What a part of a report or plan does, told by the words of its heading.
enum OutlinePart: Equatable {
  /// It tells what was reached.
  case review
  /// It says what is to be done.
  case plan
  /// It says what is to be reached: each clause is a goal.
  case targets
  /// It lists what is to be done: each point is a task.
  case tasks
  /// It says what the work is guided by.
  case guideline
  /// It says what has to be seen to, whatever the task.
  case requirements
  /// It lays down rules.
  case rules

  /// What a sentence of it is.
  var role: Item.Role {
    switch self {
    case .review: .achievement
    case .plan, .tasks: .measure
    case .guideline, .targets: .guideline
    case .requirements, .rules: .requirement
    }
  }

  var figures: DraftBuilder.Figures {
    switch self {
    case .review: .reached
    case .plan, .targets, .tasks, .guideline, .requirements: .planned
    case .rules: .untold
    }
  }

  /// Whether its headings are tasks.
  var isPlanned: Bool { self == .plan || self == .targets || self == .tasks }

  static let words = reviewing + guiding + planning + telling + lacking + ["安排", "计划"]
  private static let reviewing = ["回顾", "总结", "完成情况", "进展情况", "开展情况", "工作情况", "成绩", "成效", "成就"]
  private static let guiding = ["总体要求", "指导思想", "基本原则", "总体思路", "工作思路", "发展思路", "政策取向"]
  private static let planning = [
    "工作安排", "工作打算", "工作计划", "下一步", "下步", "工作重点", "重点工作", "主要目标", "工作目标", "发展目标", "目标任务", "重点任务", "主要任务", "工作任务",
    "工作要点", "工作部署", "工作举措", "建议", "打算", "总体目标", "建设目标", "年度目标",
  ]
  /// Parts that say neither, whatever the document does.
  private static let telling = ["发展基础", "基础与优势", "基础和优势", "基本情况", "发展现状", "发展环境", "面临形势", "形势分析", "存在问题", "存在的问题"]
  /// The same, but in a plan something to be done (解决突出问题).
  private static let lacking = ["问题", "困难", "不足", "形势", "背景", "现状"]

  /// The part that a heading opens: by a profile's words, its year, its own words, else the one around it.
  ///
  /// - Parameters:
  ///   - around: that of the heading above, else the document's.
  ///   - time: whether a heading that stands highest names the year that is looked back on, or the one that is planned.
  init?(
    heading: Range<Int>, of source: SourceText, words: ShapeWords, around: OutlinePart?, time: OutlinePart?
  ) {
    func says(_ words: [String]) -> Bool { source.holds(words, in: heading) }
    func ends(_ words: [String]) -> Bool { words.contains(where: source.bare(heading).hasSuffix) }
    let named = words.part(LinePattern.plain(source.scalars[heading]))
    if named == .context { return nil }
    if let part = OutlinePart(named), around != .review || part == .review || part == .plan {
      self = part
      return
    }
    // Inside a review, 重点工作 and 任务 are those that were done; inside a plan, 成效 is what is aimed at.
    let isReview =
      time != .plan
      && (around?.isPlanned ?? false ? ends(["回顾", "总结", "完成情况"]) : says(OutlinePart.reviewing))
    let isPlan =
      around == .review && time != .plan
      ? says(["下一步", "下步"]) || ends(["打算", "安排", "计划"]) : says(OutlinePart.planning)
    if isReview {
      self = .review
    } else if isPlan {
      self = .plan
    } else if around != .review || time == .plan, says(OutlinePart.guiding) {
      self = .guideline
    } else if ends(OutlinePart.telling) || !(around?.isPlanned ?? false) && ends(OutlinePart.lacking) {
      return nil
    } else if let part = time ?? around {
      self = part
    } else {
      return nil
    }
  }

  private init?(_ part: Profile.Part?) {
    switch part {
    case .plan: self = .plan
    case .review: self = .review
    case .guideline: self = .guideline
    case .targets: self = .targets
    case .tasks: self = .tasks
    case .requirements: self = .requirements
    case .context, nil: return nil
    }
  }

  /// Whether a heading is nothing but the name of a planning part.
  static func isNamed(in heading: Range<Int>, of source: SourceText) -> Bool {
    planning.contains(where: source.bare(heading).hasSuffix)
  }
}

extension Profile.Part {
  /// What an outline's part is in a profile; rules have no name there.
  init?(_ part: OutlinePart) {
    switch part {
    case .plan: self = .plan
    case .review: self = .review
    case .guideline: self = .guideline
    case .targets: self = .targets
    case .tasks: self = .tasks
    case .requirements: self = .requirements
    case .rules: return nil
    }
  }
}
