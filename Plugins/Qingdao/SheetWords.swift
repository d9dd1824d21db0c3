import AdapterKit
import ChineseText
import Vocabulary

/// The words that target sheets are made of: labels, columns, categories.
enum SheetWords {
  static let titles = ["业务目标", "责任目标", "绩效目标", "工作目标", "年度目标", "考核目标", "目标责任", "目标任务"]

  // MARK: Labels above and below the table

  enum HeadLabel: Hashable, Sendable {
    case unit, head, contact, phone, email, date, year, city
    /// Who signed: in no record.
    case signature
  }

  static let head = FieldLabels<HeadLabel>([
    (.unit, ["单位名称", "部门名称", "单位全称", "责任单位", "填报单位", "报送单位", "承担单位", "考核单位", "责任部门", "填报部门", "单位", "部门"]),
    (.head, ["主要负责人", "单位负责人", "部门负责人", "单位主要负责人", "负责人", "主要领导", "责任领导", "责任人", "法定代表人"]),
    (.contact, ["联系人", "联系人及电话", "联系人及联系电话", "联系人姓名", "具体联系人", "填报人", "填表人", "经办人", "联络员"]),
    (.phone, ["联系电话", "办公电话", "电话号码", "联系方式", "手机号码", "手机", "电话"]),
    (.email, ["电子邮箱", "电子邮件", "邮箱", "E-mail", "Email", "e-mail", "email"]),
    (.date, ["填报日期", "填表日期", "填报时间", "填表时间", "签订日期", "签订时间", "日期"]),
    (.year, ["考核年度", "目标年度", "年度", "年份"]),
    (.city, ["所在城市", "所属城市", "城市"]),
    (.signature, ["审核人", "审核", "复核人", "制表人", "制表", "分管领导", "考核人", "领导签字", "签字"]),
  ])

  // MARK: Columns

  enum Column: Hashable, Sendable {
    case category, number, title, content, benchmarkCity, benchmarkValue
    case lead, responsible, cooperating, supervising, due, person, phone
    /// Known, but nothing that the records have a field for.
    case remark
  }

  /// What a column's name ends with tells what it holds; the first that fits counts.
  private static let columnEndings: [(Column, [String])] = [
    (.benchmarkCity, ["标杆城市", "对标城市", "标杆地区", "对标地区", "标杆单位", "对标单位", "标杆"]),
    (.benchmarkValue, ["标杆值", "对标值", "标杆水平", "对标水平", "标杆目标", "对标目标"]),
    (.category, ["类别", "类型", "分类"]),
    (.number, ["序号", "编号"]),
    (.lead, ["牵头单位", "牵头部门", "牵头处室"]),
    (.responsible, ["责任单位", "责任部门", "责任处室", "责任科室", "承办单位", "承担单位"]),
    (.cooperating, ["配合单位", "配合部门", "协办单位", "协助单位"]),
    (.supervising, ["考核单位", "考核部门", "督查单位", "督导单位"]),
    (.person, ["责任人", "负责人", "联系人", "责任领导", "分管领导"]),
    (.phone, ["电话", "联系方式"]),
    (.due, ["完成时限", "时限", "完成时间", "时间节点", "时间要求", "时限要求"]),
    (.remark, ["备注", "权重", "分值"]),
    (.content, ["内容", "内容及要求", "内容及标准", "措施", "描述", "要求", "标准", "目标值", "指标值", "具体目标"]),
    (.title, ["名称", "事项", "目标项目", "工作项目", "目标", "任务", "重点工作"]),
  ]

  /// The column that a header's cell names; white space and what stands in brackets do not count.
  static func column(_ header: String) -> Column? {
    let bare = withoutBrackets(header)
    guard bare.unicodeScalars.count <= 12, !bare.unicodeScalars.contains(where: \.isDigit), code(of: bare) == nil else {
      return nil
    }
    return columnEndings.first { $0.1.contains(where: bare.hasSuffix) }?.0
  }

  /// The same words as labels inside a cell or under a row: 标杆城市：…, 责任单位：…
  static let inside = FieldLabels<Column>(
    columnEndings.filter { ![.category, .number, .title, .content, .remark].contains($0.0) })

  // MARK: Categories

  /// A category's label without its number and without what stands in brackets: 一、重点目标（60分） is 重点目标.
  static func category(_ written: String) -> String {
    let label = Array(withoutBrackets(written).unicodeScalars)
    let mark = enumerator(in: label, at: 0, before: label.count)
    return label.string((mark?.range.upperBound ?? 0)..<label.count)
  }

  static func code(of label: String) -> String? {
    Categories.standard.category(for: category(label).unicodeScalars)?.code
  }

  /// Whether words can name a category that the vocabulary does not have: 保障目标, 党建目标, 共性指标.
  static func isCategoryLike(_ written: String) -> Bool {
    if written.hasSuffix("：") || written.hasSuffix(":") { return false }
    let label = category(written).unicodeScalars
    return (3...8).contains(label.count) && label.allSatisfy(\.isHan)
      && ["目标", "指标"].contains(where: String(label).hasSuffix)
  }

  static func withoutBrackets(_ label: String) -> String {
    let opening: Set<Unicode.Scalar> = ["（", "("]
    var out = String.UnicodeScalarView()
    var depth = 0
    // （一） at the beginning is a number.
    var skipped = false
    for (index, scalar) in label.unicodeScalars.enumerated() {
      if opening.contains(scalar), index > 0 {
        depth += 1
        skipped = true
      }
      if depth == 0, scalar != "：", scalar != ":", scalar != "*" { out.append(scalar) }
      if scalar == "）" || scalar == ")", skipped { depth = max(0, depth - 1) }
    }
    return String(out)
  }
}
