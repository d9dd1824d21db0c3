import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// Reads a bureau's yearly target sheet (目标责任书, 业务目标): a form's head and a table of goals.
public struct TargetSheet: Adapter {
  public let id = "qingdao.target-sheet"
  public let version = 3
  public let name = Localized(zh: "青岛目标责任书", en: "Qingdao target sheet")
  public let kind = Document.Kind.targetSheet
  public let summary = Localized(
    zh: "市直单位年度业务目标、目标责任书：表头（单位、负责人、联系人、电话），目标表（类别、序号、目标名称、目标内容），标杆城市与标杆值。",
    en: "A bureau's yearly targets: a form's head (unit, head, contact, telephone), a table of goals "
      + "(category, number, name, content), benchmark city and value.")
  public var words: [String] { SheetWords.all }
  public var houseForm: (any HouseForm)? { TargetSheetForm() }

  public init() {}

  /// A table of goals is a must; a table of other things is told by not speaking of goals anywhere.
  public func evidence(in source: SourceText) -> [Evidence] {
    let layout = SheetLayout(source)
    let head = SheetHead(layout)
    var evidence: [Evidence] = []
    if let title = head.title, SheetWords.titles.contains(where: source.bare(title).contains) {
      evidence.append(Evidence(30, zh: "标题是年度目标", en: "the title speaks of yearly targets"))
    }
    if head.value(.unit) != nil {
      evidence.append(Evidence(10, zh: "有单位名称", en: "a labelled unit"))
    }
    if head.fields.contains(where: { [.head, .contact, .phone].contains($0.label) }) {
      evidence.append(Evidence(10, zh: "有负责人或联系人", en: "a labelled head or contact"))
    }
    let rows = layout.rows
    if !rows.contains(where: { !$0.continuesGoal }) {
      evidence.append(Evidence(-50, zh: "没有目标表", en: "no table of goals"))
    } else if layout.columns != nil {
      evidence.append(Evidence(20, zh: "有带名称和内容的表", en: "a table with names and contents"))
    }
    if layout.headerSaysGoal {
      evidence.append(Evidence(15, zh: "表头写明目标", en: "the table's header speaks of goals"))
    }
    if layout.namesCategories {
      evidence.append(Evidence(20, zh: "有重点目标、创优目标等类别", en: "categories such as 重点目标 and 创优目标"))
    }
    if source.blocks.contains(where: { block in
      SheetWords.inside.fields(in: source, block.range).contains { $0.label == .benchmarkValue }
    }) {
      evidence.append(Evidence(10, zh: "有标杆城市、标杆值", en: "benchmark cities and values"))
    }
    if let title = head.title, source.holds(SheetWords.otherTitles, in: title) {
      evidence.append(
        Evidence(
          -60, zh: "标题是招聘、采购、预算、名单、完成情况等",
          en: "the title is of a recruitment, a procurement, a budget, a list or results"))
    }
    if layout.columns == nil, !layout.isLabelled, head.speaksOfRules {
      evidence.append(
        Evidence(-30, zh: "标题是办法、通知、方案等，又没有目标表", en: "the title is of a regulation, and there is no table"))
    }
    if layout.headsIndicatorLevels {
      evidence.append(Evidence(-60, zh: "表头是一级、二级、三级指标", en: "the table's header has levels of indicators"))
    }
    return evidence
  }

  public func read(_ source: SourceText, into draft: inout DraftBuilder) {
    let layout = SheetLayout(source)
    let head = SheetHead(layout)
    head.read(into: &draft)
    SheetReader(layout: layout, head: head).read(into: &draft)
  }
}
