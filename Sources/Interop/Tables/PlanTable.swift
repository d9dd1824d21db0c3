import Plan

/// The rows of one type as a sheet of a workbook.
struct PlanTable: Sendable {
  let type: RecordType
  let name: String
  let columns: [PlanColumn]

  /// The four sheets, in their order.
  static let all = [documents, items, indicators, links]

  static let documents = PlanTable(
    type: .document, name: "文件",
    columns: [
      .text("编号", "id", width: 44, isEditable: false), .code("文种", "kind", .documentKinds, isEditable: false),
      .text("标题", "title", width: 44, isWrapped: true), .text("城市代码", "city", "code"), .text("城市", "city", "name"),
      .text("单位", "organization", "name", width: 24), .date("起始日期", "period", "start"),
      .date("截止日期", "period", "end"), .date("文件日期", "date"), .text("文号", "number"), .text("语言", "language"),
      .text("来源文件", "source", "path", width: 24, isEditable: false), .state,
    ])

  static let items = PlanTable(
    type: .item, name: "条目",
    columns: [
      .text("编号", "id", width: 44, isEditable: false), .text("所属文件", "document", width: 24, isEditable: false),
      .text("上级", "parent", width: 24, isEditable: false), .code("角色", "role", .itemRoles),
      .text("类别代码", "category", "code"), .text("类别", "category", "label"), .integer("序号", "number"),
      .text("标题", "title", width: 36, isWrapped: true), .text("目的", "aim", width: 24, isWrapped: true),
      .text("内容", "text", width: 60, isWrapped: true), .date("起始日期", "period", "start"),
      .date("截止日期", "period", "end"), .date("完成日期", "due", "date"), .text("完成时限", "due", "text"),
      .parties(.lead), .parties(.responsible), .parties(.cooperating), .parties(.supervising), .themes,
      .cities("benchmark", "cities", isList: true), .review, .state,
    ])

  static let indicators = PlanTable(
    type: .indicator, name: "指标",
    columns: [
      .text("编号", "id", width: 48, isEditable: false), .text("所属条目", "item", width: 24, isEditable: false),
      .code("作用", "role", .indicatorRoles), .text("指标名称", "subject", width: 28, isWrapped: true),
      .code("比较", "comparator", .comparators), .decimal("下限", "low"), .decimal("上限", "high"),
      .text("单位", "unit"), .code("数值类型", "valueKind", .valueKinds), .code("承诺", "commitment", .commitments),
      .date("起始日期", "period", "start"), .date("截止日期", "period", "end"),
      .cities("benchmark", "city", isList: false), .qualifiers,
      .text("原文", "quote", width: 28, isWrapped: true, isEditable: false), .review, .state,
    ])

  static let links = PlanTable(
    type: .link, name: "关联",
    columns: [
      .text("编号", "id", width: 60, isEditable: false), .code("类型", "type", .linkTypes, isEditable: false),
      .text("从", "from", width: 44, isEditable: false), .text("到", "to", width: 44, isEditable: false),
      .decimal("相似度", "score", isEditable: false), .state,
    ])
}
