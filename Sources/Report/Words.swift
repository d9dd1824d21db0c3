import Compare
import Plan
import Vocabulary

/// The words of the reports in both languages; labels of codes come from the vocabulary.
public enum Words {
  static let table = (
    document: Localized(zh: "文件", en: "Document"), number: Localized(zh: "类别序号", en: "No."),
    title: Localized(zh: "目标名称", en: "Goal"), figures: Localized(zh: "目标值", en: "Figures")
  )
  static let noGoals = Localized(zh: "没有目标或任务。", en: "No goals or tasks.")
  static let notListed = Localized(zh: "未列入表", en: "Not in the table")
  static let notCompared = Localized(zh: "未参与对照", en: "Not compared")
  static let figuresElsewhere = Localized(zh: "其中指标", en: "figures")
  static let conflict = Localized(zh: "数据不一致", en: "conflict")
  static let review = Localized(zh: "待核", en: "review")
  static let removed = Localized(zh: "已删除", en: "removed")
  static let condition = Localized(zh: "条件", en: "where")
  static let to = Localized(zh: "至", en: "and")
  static let aim = Localized(zh: "目的", en: "aim")
  static let untitled = Localized(zh: "（无标题）", en: "(untitled)")
  static let unplaced = Localized(zh: "所属文件或条目不在", en: "Without a document or item")
  static let parentGone = Localized(zh: "上级条目不在", en: "its parent is gone")
  static let marked = Localized(zh: "密级标志", en: "marked")
  static let id = Localized(zh: "编号", en: "id")
  static let city = Localized(zh: "城市", en: "city")
  static let period = Localized(zh: "期间", en: "period")
  static let date = Localized(zh: "日期", en: "date")
  static let documentNumber = Localized(zh: "文号", en: "number")
  static let source = Localized(zh: "来源", en: "source")
  static let superseded = Localized(zh: "已被较新的识别取代", en: "superseded by a newer reading")

  static let comparison = Localized(zh: "对照表", en: "Comparison")
  static let documents = Localized(zh: "份文件", en: "documents")
  static let goals = Localized(zh: "目标任务", en: "Goals and tasks")
  static let changes = Localized(zh: "变化", en: "Changes")
  static let figureCount = Localized(zh: "指标", en: "Figures")
  static let none = Localized(zh: "没有变化", en: "no changes")
  static let continued = Localized(zh: "延续", en: "continued")
  static let ofWhich = Localized(zh: "，其中", en: ", of which ")
  static let before = Localized(zh: "调整前", en: "Before")
  static let after = Localized(zh: "调整后", en: "After")
  static let explanation = Localized(zh: "说明", en: "Remarks")
  static let marks = Localized(zh: "写法", en: "Writing")
  static let marksHidden = Localized(zh: "未列出（--show-punctuation 列出）", en: "not shown (--show-punctuation shows them)")
  static let unchangedGoals = Localized(zh: "未变的目标任务", en: "Unchanged goals and tasks")
  static let figure = Localized(zh: "指标", en: "Figure")
  static let change = Localized(zh: "变化", en: "Change")
  static let summary = Localized(zh: "摘要", en: "Summary")
  static let count = Localized(zh: "项数", en: "Count")
  static let byGoal = Localized(zh: "逐项", en: "Changes")
  static let ordinal = Localized(zh: "序号", en: "No.")
  static let words = Localized(zh: "内容", en: "Words")
  static let figureChanges = Localized(zh: "指标变化", en: "Figures")
  static let otherChanges = Localized(zh: "其他变化", en: "Other changes")
  static let rate = Localized(zh: "变幅", en: "Rate")

  static func kind(_ kind: Diff.Kind) -> Localized {
    switch kind {
    case .split: Localized(zh: "拆分", en: "split")
    case .merged: Localized(zh: "合并", en: "merged")
    case .renamed: Localized(zh: "更名", en: "renamed")
    case .changed: Localized(zh: "指标调整", en: "figures changed")
    case .moved: Localized(zh: "类别调整", en: "moved")
    case .reworded: Localized(zh: "表述变化", en: "reworded")
    case .unchanged: Localized(zh: "未变", en: "unchanged")
    case .dropped: Localized(zh: "取消", en: "dropped")
    case .added: Localized(zh: "新增", en: "added")
    }
  }

  static func kind(_ kind: FigureChange.Kind) -> Localized {
    switch kind {
    case .raised: Localized(zh: "调高", en: "raised")
    case .lowered: Localized(zh: "调低", en: "lowered")
    case .tightened: Localized(zh: "收紧", en: "tightened")
    case .relaxed: Localized(zh: "放宽", en: "relaxed")
    case .equal: Localized(zh: "持平", en: "equal")
    case .added: Localized(zh: "新增", en: "added")
    case .dropped: Localized(zh: "取消", en: "dropped")
    }
  }

  static func field(_ name: String) -> Localized? {
    switch name {
    case "category": Localized(zh: "类别", en: "category")
    case "parties": Localized(zh: "责任单位", en: "parties")
    case "due": Localized(zh: "完成时限", en: "due")
    case "benchmark": Localized(zh: "标杆城市", en: "benchmark cities")
    case "themes": Localized(zh: "主题", en: "themes")
    default: nil
    }
  }

  /// What two sides of a conflict say differently: a group of members, or one member by its own name where it has no
  /// other.
  public static func group(_ name: String) -> Localized {
    switch name {
    case MemberGroup.record: Localized(zh: "整条记录", en: "record")
    case MemberGroup.figure: Localized(zh: "指标值", en: "figure")
    case MemberGroup.wording: Localized(zh: "文字表述", en: "wording")
    case MemberGroup.time: Localized(zh: "时间", en: "time")
    case MemberGroup.source: Localized(zh: "来源与原文", en: "source and text")
    case "role": Localized(zh: "类型", en: "role")
    case "kind": Localized(zh: "文件类型", en: "kind")
    case "title": Localized(zh: "标题", en: "title")
    case "parent": Localized(zh: "上级条目", en: "parent")
    case "document": Localized(zh: "所属文件", en: "document")
    case "item": Localized(zh: "所属条目", en: "item")
    case "period": period
    case "date": date
    case "number": documentNumber
    case "city": city
    case "organization": Localized(zh: "单位", en: "organization")
    case "language": Localized(zh: "语言", en: "language")
    case "inferred": Localized(zh: "推断项", en: "inferred")
    case "review": review
    case "redacted": Localized(zh: "脱敏说明", en: "redacted")
    case "evidence": Localized(zh: "依据", en: "evidence")
    case "score": Localized(zh: "分值", en: "score")
    default: field(name) ?? Localized(zh: name, en: name)
    }
  }

  /// A code's label of the vocabulary, or the code where it has none.
  static func label(_ set: LabelSet, _ code: String, _ language: Language) -> String {
    Labels.standard.label(set, code)?[language] ?? code
  }

  /// What stands between two parts of a line.
  static func comma(_ language: Language) -> String { language == .zhHans ? "，" : ", " }
  static func colon(_ language: Language) -> String { language == .zhHans ? "：" : ": " }
  static func bracketed(_ text: String, _ language: Language) -> String {
    language == .zhHans ? "（\(text)）" : " (\(text))"
  }
}
