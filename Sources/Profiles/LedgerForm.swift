import AdapterKit
import ChineseText
import Plan
import Vocabulary

/// Writes a ledger: a row a task, a row across the table for each heading, cells merged where a task has several rows.
struct LedgerForm: HouseForm {
  private let profile: Profile
  private let words: ShapeWords

  init(_ profile: Profile) {
    self.profile = profile
    words = ShapeWords(profile)
  }

  private static let standard: [Profile.Column: String] = [
    .number: "序号", .category: "类别", .task: "重点任务", .target: "工作目标", .measures: "具体举措", .lead: "牵头单位",
    .responsible: "责任单位", .cooperating: "配合单位", .supervising: "督导单位", .deadline: "完成时限", .progress: "进展情况",
    .note: "备注",
  ]

  /// The profile's own word for a column, else the usual one.
  private func header(_ column: Profile.Column) -> String? {
    let own = profile.words.columns[column]?.lazy.filter { !$0.text.contains("#") }
      .map { $0.text.replacing("*", with: "") }.first { header in
        words.column(LinePattern.plain(header.unicodeScalars))?.column == column
      }
    return own ?? LedgerForm.standard[column]
  }

  func headers(for records: DocumentRecords) -> [String] {
    let tasks = records.items.filter(LedgerForm.isTask)
    let below = records.items.filter { !LedgerForm.isTask($0) && $0.parent != nil }
    let all = tasks + below
    var columns: [Profile.Column] = []
    if tasks.contains(where: { $0.number != nil }) { columns.append(.number) }
    if tasks.contains(where: { $0.category != nil }) { columns.append(.category) }
    columns.append(.task)
    if tasks.contains(where: { $0.aim != nil }) { columns.append(.target) }
    if below.contains(where: { $0.role == .measure }) { columns.append(.measures) }
    // Parties stand in the order of their columns.
    for party in all.flatMap(\.parties) {
      if let column = Profile.Column(rawValue: party.role.rawValue), !columns.contains(column) {
        columns.append(column)
      }
    }
    if all.contains(where: { $0.due != nil }) { columns.append(.deadline) }
    if below.contains(where: { $0.role == .achievement }) { columns.append(.progress) }
    if tasks.contains(where: { $0.text != nil }) { columns.append(.note) }
    return columns.compactMap(header)
  }

  func missing(in headers: [String]) -> [String] {
    columns(headers).contains(.task) ? [] : [header(.task)].compactMap { $0 }
  }

  func filled(with records: DocumentRecords, under headers: [String]) -> FilledForm {
    var form = FilledForm(title: records.document.title, headers: headers)
    form.marks = records.document.markWordings
    form.fields = fields(of: records)
    if let line = whoseAndWhen(records.document) { form.introduction.append(line) }
    var rows = LedgerRows(records, columns: columns(headers))
    let first = records.items.firstIndex { $0.role != .context } ?? records.items.endIndex
    for (at, item) in records.items.enumerated() {
      if item.role == .context, item.parent == nil {
        if at < first { form.introduction.append(item.text ?? "") } else { form.notes.append(item.text ?? "") }
      } else if item.role == .section {
        rows.add(heading: item)
      } else if LedgerForm.isTask(item) {
        rows.add(task: item)
      }
    }
    form.rows = rows.rows
    if let category = columns(headers).firstIndex(of: .category) { form.merge(column: category, by: rows.categories) }
    return form
  }

  /// A task, or what was reached of one, that has a row of its own.
  static func isTask(_ item: Item) -> Bool { item.role == .task || item.role == .achievement && item.title != nil }

  private func columns(_ headers: [String]) -> [Profile.Column?] {
    var columns: [Profile.Column?] = []
    for header in headers {
      let column = words.column(LinePattern.plain(header.unicodeScalars))?.column
      columns.append(column.flatMap { columns.contains($0) ? nil : $0 })
    }
    return columns
  }

  // MARK: The head

  private func fields(of records: DocumentRecords) -> [String] {
    var fields = ["填报单位：\(records.document.organization)"]
    let head = records.contacts.first { $0.role == .head }
    let contact = records.contacts.first { $0.role == .contact }
    if let name = head?.name { fields.append("负责人：\(name)") }
    if let name = contact?.name { fields.append("联系人：\(name)") }
    if let phone = contact?.phone ?? head?.phone { fields.append("联系电话：\(phone)") }
    if let email = contact?.email { fields.append("电子邮箱：\(email)") }
    if let date = records.document.date.flatMap({ CalendarDate($0) }) {
      fields.append("填报日期：\(date.year)年\(date.month)月\(date.day)日")
    }
    return fields
  }

  /// The city and the year, where neither the title nor the bureau's name tells them.
  private func whoseAndWhen(_ document: Document) -> String? {
    let title = Array(document.title.unicodeScalars)
    let named = Cities.standard.mentions(in: Array(document.organization.unicodeScalars) + ["\n"] + title)
      .first { $0.city.level != .province }
    var parts: [String] = []
    if named?.city.code != document.city.code { parts.append(document.city.name) }
    if yearMentions(in: title, 0..<title.count).isEmpty { parts.append("\(document.period.end.prefix(4))年度") }
    return parts.isEmpty ? nil : "（\(parts.joined(separator: "，"))）"
  }
}

extension ProfileAdapter {
  public var houseForm: (any HouseForm)? { profile.shape == .ledger ? LedgerForm(profile) : nil }
}
