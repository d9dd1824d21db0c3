import AdapterKit
import ChineseText
import Plan
import Reading
import Vocabulary

/// Reads a bureau's yearly target sheet (目标责任书, 业务目标): a form's head and a table of goals.
public struct TargetSheet: Adapter {
  public let id = "qingdao.target-sheet"
  public let version = 1
  public let name = Localized(zh: "青岛目标责任书", en: "Qingdao target sheet")
  public let kind = Document.Kind.targetSheet
  public let summary = Localized(
    zh: "市直单位年度业务目标、目标责任书：表头（单位、负责人、联系人、电话），目标表（类别、序号、目标名称、目标内容），标杆城市与标杆值。",
    en: "A bureau's yearly targets: a form's head (unit, head, contact, telephone), a table of goals "
      + "(category, number, name, content), benchmark city and value.")

  public init() {}

  public func evidence(in source: SourceText) -> [Evidence] {
    var evidence: [Evidence] = []
    let head = SheetHead(source)
    if let title = head.title, source.holds(SheetWords.titles, in: title) {
      evidence.append(Evidence(25, zh: "标题是年度目标", en: "the title speaks of yearly targets"))
    }
    if head.fields.contains(where: { $0.label == .unit }) {
      evidence.append(Evidence(10, zh: "有单位名称", en: "a labelled unit"))
    }
    if head.fields.contains(where: { $0.label != .unit }) {
      evidence.append(Evidence(10, zh: "有负责人或联系人", en: "a labelled head or contact"))
    }
    let table = GoalTable(source)
    if let columns = table.columns {
      let named = Set(columns.compactMap { $0 }).intersection([.category, .number, .title, .content]).count
      let points = columns.contains(.title) && columns.contains(.content) ? 30 + 5 * (named - 2) : 15
      evidence.append(Evidence(points, zh: "目标表的表头", en: "the header of a table of goals"))
    }
    if table.rows.contains(where: { row in row.category.map { SheetWords.code(of: source.bare($0)) != nil } ?? false }) {
      evidence.append(Evidence(15, zh: "有重点目标、创优目标等类别", en: "categories such as 重点目标 and 创优目标"))
    }
    if source.blocks.contains(where: { SheetWords.benchmark.fields(in: source, $0.range).first != nil }) {
      evidence.append(Evidence(10, zh: "有标杆城市、标杆值", en: "benchmark cities and values"))
    }
    if let title = head.title, source.holds(["招聘", "招考", "录用", "采购", "中标", "选调"], in: title) {
      evidence.append(Evidence(-60, zh: "标题是招聘、采购等公告", en: "the title is of a recruitment or procurement notice"))
    }
    return evidence
  }

  public func read(_ source: SourceText, into draft: inout DraftBuilder) {
    let head = SheetHead(source)
    head.read(into: &draft)
    SheetReader(source: source, head: head).read(into: &draft)
  }
}
