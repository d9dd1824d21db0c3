import AdapterKit
import ChineseText
import Plan
import Vocabulary

/// Writes a target sheet: the form's head, and a row a goal, the category's cell merged over its goals.
///
/// What has no column of its own stands below the content behind its label, as 标杆城市 and 标杆值 do in the house's sheets.
struct TargetSheetForm: HouseForm {
  /// The columns that the house's sheet always has, and those that it has where a goal needs them.
  private static let headers: [SheetWords.Column: String] = [
    .category: "类别", .number: "序号", .title: "目标名称", .content: "目标内容", .lead: "牵头单位", .responsible: "责任单位",
    .cooperating: "配合单位", .supervising: "考核单位", .due: "完成时限", .remark: "备注", .benchmarkCity: "标杆城市",
    .benchmarkValue: "标杆值",
  ]

  func headers(for records: DocumentRecords) -> [String] {
    let goals = TargetSheetForm.goals(of: records)
    let values = goals.map { GoalValues($0, indicators: records.indicators) }
    var columns: [SheetWords.Column] = []
    if goals.contains(where: { $0.category != nil }) { columns.append(.category) }
    // The numbers' column stands there even where it is empty: a note's row below a first column of names would be a goal.
    columns += [.number, .title, .content]
    // Parties stand in the order of their columns.
    for party in goals.flatMap(\.parties) {
      if let column = TargetSheetForm.column(of: party.role), !columns.contains(column) { columns.append(column) }
    }
    for column in [SheetWords.Column.due, .remark] where values.contains(where: { $0.text(column) != nil }) {
      columns.append(column)
    }
    return columns.compactMap { TargetSheetForm.headers[$0] }
  }

  func missing(in headers: [String]) -> [String] {
    let columns = TargetSheetForm.columns(headers)
    return [SheetWords.Column.title, .content].filter { !columns.contains($0) }
      .compactMap { TargetSheetForm.headers[$0] }
  }

  func filled(with records: DocumentRecords, under headers: [String]) -> FilledForm {
    var form = FilledForm(title: records.document.title, headers: headers)
    form.marks = records.document.markWordings
    form.fields = fields(of: records)
    let goals = TargetSheetForm.goals(of: records)
    let firstGoal = records.items.firstIndex { $0.role == .goal } ?? records.items.endIndex
    for (at, item) in records.items.enumerated() where item.role == .context && item.parent == nil {
      if at < firstGoal { form.introduction.append(item.text ?? "") } else { form.notes.append(item.text ?? "") }
    }
    let columns = TargetSheetForm.columns(headers)
    var last: Item.Category?
    for goal in goals {
      // Without its column a category has a row across the table.
      if !columns.contains(.category), let category = goal.category, category != last {
        form.rows.append(
          [FilledForm.Cell(category.label, columns: columns.count)] + columns.dropFirst().map { _ in nil })
      }
      last = goal.category
      let values = GoalValues(goal, indicators: records.indicators)
      form.rows.append(columns.map { FilledForm.Cell(text($0, of: goal, values, records, beside: columns)) })
    }
    if let category = columns.firstIndex(of: .category) {
      form.merge(column: category, by: goals.map { $0.category?.label })
    }
    return form
  }

  // MARK: The table

  private static func goals(of records: DocumentRecords) -> [Item] {
    records.items.filter { $0.role == .goal && $0.parent == nil }
  }

  /// As the reader takes them: where a name has its column, a further one that speaks of goals is the content's.
  private static func columns(_ headers: [String]) -> [SheetWords.Column?] {
    var columns: [SheetWords.Column?] = []
    for header in headers {
      var column = SheetWords.column(header.unicodeScalars.filter { !$0.isBlank && !$0.isLineEnd }.map { $0 }.string)
      if column == .title, columns.contains(.title) { column = columns.contains(.content) ? nil : .content }
      columns.append(column.flatMap { columns.contains($0) ? nil : $0 })
    }
    return columns
  }

  private static func column(of role: Item.Party.Role) -> SheetWords.Column? {
    switch role {
    case .lead: .lead
    case .responsible: .responsible
    case .cooperating: .cooperating
    case .supervising: .supervising
    }
  }

  private func text(
    _ column: SheetWords.Column?, of goal: Item, _ values: GoalValues, _ records: DocumentRecords,
    beside columns: [SheetWords.Column?]
  ) -> String {
    switch column {
    case .category: goal.category?.label ?? ""
    case .number: goal.number.map(String.init) ?? ""
    case .title: goal.title ?? ""
    case .content: content(of: goal, values, records, beside: columns)
    case .some(let other): values.text(other) ?? ""
    case nil: ""
    }
  }

  private func content(
    of goal: Item, _ values: GoalValues, _ records: DocumentRecords, beside columns: [SheetWords.Column?]
  ) -> String {
    let measures = records.items(below: goal.id).filter { $0.role == .measure }
    var lines = [FilledForm.paragraphs(measures)]
    func labelled(_ labels: [SheetWords.Column]) -> String {
      labels.filter { !columns.contains($0) }.compactMap { column in
        values.text(column).flatMap { text in TargetSheetForm.headers[column].map { "\($0)：\(text)" } }
      }.joined(separator: "    ")
    }
    lines.append(labelled([.benchmarkCity, .benchmarkValue]))
    lines.append(labelled([.lead, .responsible, .cooperating, .supervising, .due]))
    lines.append(labelled([.remark]))
    return lines.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  // MARK: The head

  private func fields(of records: DocumentRecords) -> [String] {
    let document = records.document
    var fields: [String] = []
    let title = Array(document.title.unicodeScalars)
    let named = Cities.standard.mentions(in: Array(document.organization.unicodeScalars) + ["\n"] + title)
      .first { $0.city.level != .province }
    if named?.city.code != document.city.code { fields.append("所在城市：\(document.city.name)") }
    fields.append("单位名称：\(document.organization)")
    if yearMentions(in: title, 0..<title.count).isEmpty { fields.append("年度：\(document.period.end.prefix(4))年") }
    let head = records.contacts.first { $0.role == .head }
    let contact = records.contacts.first { $0.role == .contact }
    if let name = head?.name { fields.append("主要负责人：\(name)") }
    if let phone = head?.phone { fields.append("联系电话：\(phone)") }
    if let name = contact?.name { fields.append("联系人：\(name)") }
    if let phone = contact?.phone { fields.append("联系电话：\(phone)") }
    if let email = contact?.email { fields.append("电子邮箱：\(email)") }
    if let date = document.date.flatMap({ CalendarDate($0) }) {
      fields.append("填报日期：\(date.year)年\(date.month)月\(date.day)日")
    }
    return fields
  }
}

/// What a row says of a goal beside its name and content, by column.
private struct GoalValues {
  private var texts: [SheetWords.Column: String] = [:]

  init(_ goal: Item, indicators: [Indicator]) {
    let benchmarks = indicators.filter { $0.item == goal.id && $0.role == .benchmark }.map(\.quote)
    let lines = (goal.text ?? "").split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let marked = lines.indices.filter { at in benchmarks.contains { lines[at].contains($0) } }
    var value = 0..<0
    if let first = marked.first, let last = marked.last {
      value = first..<last + 1
    } else if !goal.benchmarkCities.isEmpty, !lines.isEmpty {
      value = 0..<1
    }
    // Before the value stand names of cities that the vocabulary does not have.
    set(.benchmarkCity, (goal.benchmarkCities.map(\.name) + lines[..<value.lowerBound]).joined(separator: "、"))
    set(.benchmarkValue, lines[value].joined(separator: "\n"))
    set(.remark, lines[value.upperBound...].joined(separator: "\n"))
    for (role, column) in [
      (Item.Party.Role.lead, SheetWords.Column.lead), (.responsible, .responsible), (.cooperating, .cooperating),
      (.supervising, .supervising),
    ] {
      set(column, goal.parties.filter { $0.role == role }.map(\.name).joined(separator: "、"))
    }
    set(.due, goal.due?.text ?? "")
  }

  func text(_ column: SheetWords.Column) -> String? { texts[column] }

  private mutating func set(_ column: SheetWords.Column, _ text: String) {
    if !text.isEmpty { texts[column] = text }
  }
}
