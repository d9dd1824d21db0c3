import AdapterKit
import Plan

/// The rows of a ledger that is written, one after the other.
struct LedgerRows {
  private let records: DocumentRecords
  private let columns: [Profile.Column?]
  private(set) var rows: [[FilledForm.Cell?]] = []
  /// The category of each row's task; `nil` for a heading.
  private(set) var categories: [String?] = []
  /// The numbered headings that each heading stands below.
  private var depths: [String: Int] = [:]

  init(_ records: DocumentRecords, columns: [Profile.Column?]) {
    self.records = records
    self.columns = columns
  }

  /// Adds a row across the table: 一、产业提升, below it （一）, below that 1.
  mutating func add(heading: Item) {
    let depth = heading.parent.flatMap { depths[$0] } ?? 0
    var text = heading.title ?? heading.text ?? ""
    if let number = heading.number {
      switch depth {
      case 0: text = LedgerRows.chinese(number) + "、" + text
      case 1: text = "（" + LedgerRows.chinese(number) + "）" + text
      default: text = "\(number)." + text
      }
    }
    depths[heading.id] = depth + (heading.number == nil ? 0 : 1)
    rows.append([FilledForm.Cell(text, columns: columns.count)] + columns.dropFirst().map { _ in nil })
    categories.append(nil)
  }

  /// Adds a task's row; several, its own cells merged over them, where its measures have units or limits of their own or
  /// could not be told apart in one cell.
  mutating func add(task: Item) {
    let below = records.items(below: task.id)
    let measures = below.filter { $0.role == .measure }
    let achieved = FilledForm.paragraphs(below.filter { $0.role == .achievement })
    let ownTheirs = measures.contains { $0.due != nil || !$0.parties.isEmpty }
    let groups = ownTheirs || !areTold(measures) ? measures.map { [$0] } : [measures]
    for (index, group) in groups.enumerated() {
      let owner = ownTheirs ? group.first : task
      rows.append(
        columns.map { column in
          let isOwn = column == .measures || ownTheirs && (column == .deadline || column?.party != nil)
          if index > 0, !isOwn { return nil }
          var text = column.map { value($0, of: task, owner ?? task, group, achieved) } ?? ""
          if column == .task { text += remark(of: task, isWhole: ownTheirs) }
          if column == .note, ownTheirs { text = "" }
          return FilledForm.Cell(text, rows: isOwn ? 1 : groups.count)
        })
      categories.append(task.category?.label)
    }
    mergeCategory(of: groups.count)
  }

  /// A category's cell is merged with those above and below, over whole tasks.
  private mutating func mergeCategory(of count: Int) {
    guard let column = columns.firstIndex(of: .category) else { return }
    for row in rows.indices.suffix(count) {
      rows[row][column] = FilledForm.Cell(categories[row] ?? "")
    }
  }

  private func value(
    _ column: Profile.Column, of task: Item, _ owner: Item, _ measures: [Item], _ achieved: String
  ) -> String {
    switch column {
    case .number: task.number.map(String.init) ?? ""
    case .task: task.title ?? ""
    case .target: task.aim ?? ""
    case .measures: FilledForm.paragraphs(measures)
    case .deadline: owner.due?.text ?? ""
    case .progress: achieved
    case .note: task.text ?? ""
    default:
      owner.parties.filter { $0.role.rawValue == column.rawValue }.map(\.name).joined(separator: "、")
    }
  }

  /// （责任单位：…；完成时限：…）: what has no column, or where the rows' columns are the measures' own, all that is the task's.
  private func remark(of task: Item, isWhole: Bool) -> String {
    let fields = LedgerRows.labels.compactMap { column, label -> String? in
      guard isWhole || !columns.contains(column) else { return nil }
      let text = value(column, of: task, task, [], "")
      return text.isEmpty ? nil : label + "：" + text
    }
    return fields.isEmpty ? "" : "（\(fields.joined(separator: "；"))）"
  }

  private static let labels: [(Profile.Column, String)] = [
    (.lead, "牵头单位"), (.responsible, "责任单位"), (.cooperating, "配合单位"), (.supervising, "督导单位"), (.deadline, "完成时限"),
    (.note, "备注"),
  ]

  /// Whether measures in one cell are told apart: each but the last ends as a sentence does, or a number follows.
  private func areTold(_ measures: [Item]) -> Bool {
    zip(measures, measures.dropFirst()).allSatisfy { measure, next in
      next.number != nil
        || measure.text?.unicodeScalars.last.map { "。！？；;!?".unicodeScalars.contains($0) } ?? false
    }
  }

  /// 1 is 一, 12 十二, 30 三十; from 100 on digits.
  private static func chinese(_ number: Int) -> String {
    let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
    guard (1...99).contains(number) else { return String(number) }
    let tens = number < 10 ? "" : number < 20 ? "十" : digits[number / 10] + "十"
    return tens + digits[number % 10]
  }
}
