import AdapterKit
import ChineseText
import Vocabulary

/// The words that target sheets are made of: labels, columns, categories.
enum SheetWords {
  static let titles = [
    "业务目标", "责任目标", "绩效目标", "工作目标", "年度目标", "考核目标", "目标责任", "目标任务", "目标管理责任", "目标考核", "目标清单", "目标一览表", "目标分解",
    "重点目标", "目标书",
  ]

  /// Words in the titles of documents of another kind.
  static let otherTitles = [
    "招聘", "招考", "招录", "采购", "招标", "中标", "预算", "决算", "项目支出", "绩效自评", "绩效评价", "课程", "合同", "协议书", "通讯录", "名单", "名册", "花名册",
    "议程", "日程", "课表",
    "价目", "价格表", "收费", "统计表", "统计公报", "评分表", "考核办法", "考核细则", "考核方案", "实施细则", "实施办法", "管理办法", "考核结果", "完成情况", "自评", "总结",
    "通报", "汇报", "公示",
    "公告", "值班", "排班", "会议纪要", "答记者问", "解读", "问卷", "申请表", "登记表", "台账", "检查表", "测评表", "任前",
  ]

  /// Words in the titles of regulations, which may speak of goals and their categories.
  static let regulationTitles = [
    "办法", "通知", "意见", "方案", "规定", "细则", "指南", "规则", "规划", "纲要", "制度", "报告", "讲话", "措施", "签订",
  ]

  /// Words in the titles of letters that a sheet comes with.
  static let coverTitles = ["通知", "函", "请示", "报告", "批复", "签订"]
  /// How a title's second line ends.
  static let titleEndings = ["书", "表", "目标"]
  static let bureauEndings = ["局", "委员会", "管委会", "委", "厅", "办公室", "中心", "院", "总队", "支队"]
  /// How the name of a unit ends in a cell.
  static let unitEndings = ["局", "委", "处", "科", "室", "办", "中心", "会"]
  /// What stands before the number in a cell.
  static let numberLeads = [
    "重点目标", "创优目标", "目标", "任务", "重点", "创优", "指标", "序号", "第", "No.", "NO.", "№",
  ]
  /// The columns of a budget's form.
  static let indicatorLevels = ["一级指标", "二级指标", "三级指标"]

  /// Every word that a sheet and its parts are told by.
  static let all: [String] =
    titles + otherTitles + regulationTitles + coverTitles + titleEndings + bureauEndings + unitEndings + numberLeads
    + indicatorLevels + head.words + columnEndings.flatMap(\.1) + inside.words + goal.words + SheetLine.words
    + ["附件", "关于", "度", "的", "项", "条", "号", "序", "目标", "任务", "指标", "月", "年", "季", "长期", "章"]

  // MARK: Labels above and below the table

  enum HeadLabel: Hashable, Sendable {
    case unit, head, contact, phone, email, date, year, city
    /// Who signed: in no record.
    case signature
    /// A field that no record has a place for: a fax number, an address.
    case other
  }

  static let head = FieldLabels<HeadLabel>([
    (
      .unit,
      [
        "单位名称", "部门名称", "单位全称", "部门（单位）名称", "单位（部门）名称", "责任单位", "填报单位", "填报单位名称", "报送单位", "上报单位", "申报单位", "承担单位",
        "承诺单位",
        "考核单位", "被考核单位", "目标责任单位", "责任部门", "填报部门", "填表单位", "所属单位", "责任书单位", "单位", "部门", "部门（单位）", "单位（部门）",
      ]
    ),
    (
      .head,
      [
        "主要负责人", "单位负责人", "部门负责人", "单位主要负责人", "部门主要负责人", "主要负责同志", "负责人", "主要领导", "责任领导", "责任人", "第一责任人", "法定代表人",
        "单位主要领导",
        "主要负责人姓名", "负责人姓名", "负责人及电话", "负责人及联系电话", "主要负责人及电话", "主要负责人及联系电话", "负责人及联系方式", "主要负责人及联系方式",
      ]
    ),
    (
      .contact,
      [
        "联系人", "联系人及电话", "联系人及联系电话", "联系人姓名", "联系人及联系方式", "联系人、联系电话", "具体联系人", "工作联系人", "填报人", "填表人", "填报人员", "经办人",
        "经办人员", "联络员",
        "联络人", "工作联络员", "具体工作人员", "填报联系人",
      ]
    ),
    (
      .phone,
      [
        "联系电话", "联络电话", "办公电话", "电话号码", "联系方式", "手机号码", "手机号", "移动电话", "固定电话", "负责人电话", "主要负责人电话", "联系人电话", "填报人电话",
        "联系人手机",
        "座机", "手机", "电话",
      ]
    ),
    (
      .email,
      ["电子邮箱", "电子邮件", "电子信箱", "联系邮箱", "邮箱", "E-mail", "E-Mail", "Email", "EMAIL", "e-mail", "email", "邮件地址"]
    ),
    (
      .date,
      [
        "填报日期", "填表日期", "填报时间", "填表时间", "制表日期", "制表时间", "签订日期", "签订时间", "签署日期", "报送日期", "报送时间", "上报日期", "上报时间", "印发日期",
        "日期",
      ]
    ),
    (.year, ["考核年度", "目标年度", "所属年度", "年度", "年份"]),
    (.city, ["所在城市", "所属城市", "所在地市", "所在市", "城市"]),
    (
      .signature,
      [
        "审核人", "审核", "复核人", "复核", "制表人", "制表", "分管领导", "分管负责人", "分管领导签字", "分管市领导", "考核人", "考核负责人", "领导签字", "签字", "审核领导",
        "审批领导", "审批人",
        "审定人", "审定", "审签", "签发人", "签发", "校对", "校对人", "核稿", "核稿人", "科室负责人", "处室负责人", "监督人", "甲方代表", "乙方代表", "甲方负责人",
        "乙方负责人", "责任书签订人", "签订人",
        "签约人", "承诺人", "委托人", "主管领导", "单位领导", "填报单位负责人", "填表单位负责人",
      ]
    ),
    (.other, ["传真", "传真号码", "地址", "单位地址", "通讯地址", "通信地址", "邮编", "邮政编码", "办公地点", "办公地址", "填报地点"]),
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
    (
      .benchmarkCity,
      ["标杆城市", "对标城市", "标杆地区", "对标地区", "标杆单位", "对标单位", "对标对象", "标杆市", "标杆区域", "学习城市", "先进城市", "标杆城市名称", "标杆"]
    ),
    (
      .benchmarkValue,
      ["标杆值", "对标值", "标杆水平", "对标水平", "标杆目标", "对标目标", "标杆指标值", "标杆数值", "标杆城市值", "标杆指标", "对标指标", "标杆城市水平"]
    ),
    (.category, ["类别", "类型", "分类", "目标种类", "目标性质"]),
    (.number, ["序号", "编号", "项次", "目标号"]),
    (.lead, ["牵头单位", "牵头部门", "牵头处室", "牵头科室", "主办单位", "主责单位", "主责部门", "主责处室", "牵头责任单位", "牵头（责任）单位"]),
    (.cooperating, ["配合单位", "配合部门", "配合处室", "配合科室", "协办单位", "协助单位", "协同单位", "协同处室", "参与单位", "配合责任单位"]),
    (
      .responsible,
      [
        "责任单位", "责任部门", "责任处室", "责任科室", "责任股室", "承办单位", "承办处室", "承办科室", "承担单位", "责任主体", "实施单位", "落实单位", "负责处室", "负责科室",
        "负责单位", "责任处（室）",
      ]
    ),
    (
      .supervising,
      ["考核单位", "考核部门", "督查单位", "督导单位", "督办单位", "督办部门", "监督单位", "考核责任单位", "考核主体", "评价单位", "考评单位", "督查部门"]
    ),
    (
      .person,
      ["责任人", "负责人", "联系人", "责任领导", "分管领导", "牵头领导", "包保领导", "联络员", "责任人员", "分管负责人", "分管局长", "具体责任人员"]
    ),
    (.phone, ["电话", "联系方式", "手机", "手机号码"]),
    (
      .due,
      [
        "完成时限", "时限", "完成时间", "时间节点", "时间要求", "时限要求", "完成日期", "时间进度", "进度安排", "进度要求", "完成期限", "期限", "时间安排", "节点要求",
        "进度计划",
      ]
    ),
    (
      .remark,
      [
        "备注", "权重", "分值", "赋分", "满分", "基础分", "分数", "得分", "考核标准", "评分标准", "计分标准", "计分办法", "评分办法", "考核办法", "考核方式", "评价标准",
        "目标依据", "文件依据", "依据",
        "数据来源", "来源", "佐证材料", "自评", "自评分", "考核得分", "完成情况", "基期值", "计量单位", "上年完成值", "上年完成", "上年实绩", "上年度完成情况", "验收标准",
        "考核细则", "评分细则",
      ]
    ),
    (
      .content,
      [
        "内容", "内容及要求", "内容及标准", "内容和要求", "内容和标准", "内容及目标", "措施", "描述", "要求", "标准", "目标值", "指标值", "具体目标", "内容及量化指标",
        "量化指标", "量化目标", "量化标准",
        "考核指标", "具体指标", "工作指标", "年度指标", "目标要求", "目标说明", "目标内涵", "指标内容", "预期成效", "工作举措", "主要举措", "举措", "目标任务内容", "工作安排",
        "说明",
      ]
    ),
    (
      .title,
      [
        "名称", "事项", "目标项目", "工作项目", "目标", "任务", "重点工作", "指标", "考核项目", "目标题目", "标题", "目标任务", "工作名", "目标名",
      ]
    ),
  ]

  /// The column that a header's cell names; white space and what stands in brackets do not count.
  static func column(_ header: String) -> Column? {
    let bare = withoutBrackets(header)
    guard bare.unicodeScalars.count <= 12, !bare.unicodeScalars.contains(where: \.isDigit), code(of: bare) == nil else {
      return nil
    }
    if ["序", "No", "NO", "#"].contains(bare) { return .number }
    return columnEndings.first { $0.1.contains(where: bare.hasSuffix) }?.0
  }

  /// The same words as labels inside a cell or under a row: 标杆城市：…, 责任单位：…
  static let inside = FieldLabels<Column>(
    columnEndings.filter { ![.category, .number, .title, .content, .remark].contains($0.0) }
      + [(.remark, ["分值", "权重", "备注", "赋分", "考核标准", "评分标准", "计分办法", "数据来源", "文件依据", "验收标准"])])

  /// The labels of a goal that is written as labelled lines: 目标名称：…, 目标内容：…
  static let goal = FieldLabels<Column>([
    (.number, ["序号", "编号", "目标序号", "目标编号"]),
    (.category, ["类别", "目标类别", "目标类型", "目标分类", "类型", "目标性质"]),
    (.title, ["目标名称", "目标任务名称", "工作名称", "任务名称", "事项名称", "目标事项", "工作事项", "目标项目", "名称", "目标标题", "目标题目"]),
    (
      .content,
      [
        "目标内容", "工作内容", "任务内容", "主要内容", "具体内容", "目标内容及要求", "目标内容及标准", "工作措施", "具体措施", "主要措施", "推进措施", "工作举措", "目标要求",
        "工作要求", "目标描述",
        "目标说明", "量化指标", "量化目标", "考核指标", "具体目标", "具体指标", "目标值", "工作标准", "内容",
      ]
    ),
  ])

  // MARK: Categories

  /// A category's label without its number and without what stands in brackets or around it: 一、重点目标（60分） and
  /// 【重点目标】 are 重点目标.
  static func category(_ written: String) -> String {
    var label = Array(withoutBrackets(written).unicodeScalars.filter { !frames.contains($0) })
    // Ⅰ.重点目标
    if let first = label.first, (0x2160...0x216B).contains(first.value) {
      label.removeFirst(
        label.prefix { (0x2160...0x216B).contains($0.value) || ".．、 ".unicodeScalars.contains($0) }.count)
    }
    let mark = enumerator(in: label, at: 0, before: label.count)
    return label.string((mark?.range.upperBound ?? 0)..<label.count)
  }

  private static let frames: Set<Unicode.Scalar> = [
    "【", "】", "〔", "〕", "《", "》", "■", "●", "◆", "★", "▲", "▶", "※", "□", "◇", "○", "#", "“", "”", "[", "]", "—", "-",
  ]

  /// The number of a goal with the word before it and a mark behind it: 目标1：, 重点目标一、
  static func goalMark(at line: Range<Int>, of source: SourceText) -> Range<Int>? {
    let text = source.scalars
    for word in ["重点目标", "创优目标", "目标", "任务", "重点", "创优"]
    where text.stands(word, at: line.lowerBound, before: line.upperBound) {
      var end = line.lowerBound + word.unicodeScalars.count
      let digits = end
      while end < line.upperBound, text[end].isDigit || "一二三四五六七八九十".unicodeScalars.contains(text[end]) { end += 1 }
      guard end > digits, end - digits <= 3, end < line.upperBound,
        "：:、．.".unicodeScalars.contains(text[end]) || text[end].isBlank
      else { return nil }
      return line.lowerBound..<end + 1
    }
    return nil
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
