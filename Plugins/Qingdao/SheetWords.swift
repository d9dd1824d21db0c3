import AdapterKit
import ChineseText
import Vocabulary

/// The words that target sheets are made of: labels, columns, categories.
enum SheetWords {
  static let titles = ["业务目标", "目标责任书", "目标责任", "责任目标", "绩效目标", "工作目标", "年度目标", "目标任务", "考核目标"]

  enum HeadLabel: Hashable, Sendable { case unit, head, contact, phone, email, date, city }

  static let head = FieldLabels<HeadLabel>([
    (.unit, ["单位名称", "部门名称", "责任单位", "填报单位", "报送单位", "承担单位", "考核单位", "单位全称", "单位", "部门"]),
    (
      .head,
      ["主要负责人", "单位负责人", "部门负责人", "负责人", "主要领导", "责任领导", "责任人", "法定代表人", "单位主要负责人"]
    ),
    (.contact, ["联系人", "填报人", "填表人", "经办人", "联络员", "具体联系人", "联系人姓名"]),
    (.phone, ["联系电话", "办公电话", "电话号码", "联系方式", "手机号码", "手机", "电话"]),
    (.email, ["电子邮箱", "电子邮件", "邮箱", "E-mail", "Email", "e-mail", "email"]),
    (.date, ["填报日期", "填表日期", "填报时间", "填表时间", "签订日期", "签订时间", "日期"]),
    (.city, ["所在城市", "所属城市", "城市"]),
  ])

  enum Benchmark: Hashable, Sendable { case city, value }

  static let benchmark = FieldLabels<Benchmark>([
    (.city, ["标杆城市", "对标城市", "标杆地区", "标杆单位", "对标单位", "对标地区", "标杆"]),
    (.value, ["标杆值", "对标值", "标杆目标", "标杆水平", "对标目标"]),
  ])

  enum Column: Hashable, Sendable {
    case category, number, title, content, benchmarkCity, benchmarkValue, lead, responsible, cooperating, due
  }

  private static let columns: [(Column, [String])] = [
    (.category, ["类别", "目标类别", "目标类型", "类型", "指标类别", "分类", "目标分类"]),
    (.number, ["序号", "编号", "目标序号"]),
    (.title, ["目标名称", "目标项目", "目标", "工作目标", "目标事项", "业务目标", "任务名称", "重点工作", "项目名称", "目标任务"]),
    (
      .content,
      ["目标内容", "具体内容", "工作内容", "主要内容", "内容", "目标任务内容", "目标描述", "工作措施", "具体措施", "目标内容及要求", "工作目标及内容", "目标内容及标准", "具体目标"]
    ),
    (.benchmarkCity, ["标杆城市", "对标城市", "标杆地区", "标杆单位"]),
    (.benchmarkValue, ["标杆值", "对标值", "标杆水平"]),
    (.lead, ["牵头单位", "牵头部门", "牵头处室"]),
    (.responsible, ["责任单位", "责任部门", "责任处室", "承办单位", "承担单位"]),
    (.cooperating, ["配合单位", "配合部门", "协办单位", "协助单位"]),
    (.due, ["完成时限", "完成时间", "时限", "时间节点", "时限要求", "时间要求"]),
  ]

  /// The column that a header's cell names; white space in it does not count.
  static func column(_ header: String) -> Column? {
    let bare = withoutBrackets(header)
    return columns.first { $0.1.contains(bare) }?.0
  }

  /// The category's code, its number and what stands in brackets aside (一、重点目标（60分）).
  static func code(of label: String) -> String? { code(of: Array(withoutBrackets(label).unicodeScalars)) }

  private static func code(of label: [Unicode.Scalar]) -> String? {
    let mark = enumerator(in: label, at: 0, before: label.count)
    let bare = mark.map { Array(label[$0.range.upperBound...]) } ?? label
    return Categories.standard.category(for: bare)?.code
  }

  static func withoutBrackets(_ label: String) -> String {
    var out = String.UnicodeScalarView()
    var depth = 0
    for scalar in label.unicodeScalars {
      if scalar == "（" || scalar == "(" { depth += 1 }
      if depth == 0, scalar != "：", scalar != ":", scalar != "*" { out.append(scalar) }
      if scalar == "）" || scalar == ")" { depth = max(0, depth - 1) }
    }
    return String(out)
  }
}
