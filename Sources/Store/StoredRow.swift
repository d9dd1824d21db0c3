import Compare
import Plan

/// What the tables say of a row beside its line.
struct StoredRow: Sendable {
  let line: JSONObject
  /// In conflict the line may lack what the heads say.
  private let heads: [JSONObject]
  /// What the item is; where heads disagree, what the table was told.
  var role: String?

  init(_ row: Row) {
    line = row.line
    heads = row.heads.map(\.body)
    role = string("role")
  }

  init(_ line: JSONObject) {
    self.line = line
    heads = []
    role = string("role")
  }

  func string(_ member: String) -> String? {
    if let value = line[member]?.string { return value }
    for head in heads { if let value = head[member]?.string { return value } }
    return nil
  }

  /// The year of its own period.
  var year: Int? { line["period"]?.object?["start"]?.string.flatMap { Int($0.prefix(4)) } }

  var start: Int? { line["spans"]?.array?.first?.object?["start"]?.integer }

  var themes: [String] { (line["themes"]?.array ?? []).compactMap(\.string) }

  /// The stretches of an item that are searched and shown, in reading order.
  var words: [(field: String, text: String)] {
    var out = ["title", "aim", "text"].compactMap { name in line[name]?.string.map { (field: name, text: $0) } }
    for party in line["parties"]?.array ?? [] {
      if let name = party.object?["name"]?.string { out.append(("parties", name)) }
    }
    return out
  }

  /// The bounds of a figure.
  var value: ComparableValue? {
    guard let unit = line["unit"]?.string, let comparator = line["comparator"]?.string else { return nil }
    return ComparableValue(
      low: line["low"]?.string, high: line["high"]?.string, unit: unit, isOpen: ["gt", "lt"].contains(comparator))
  }

  /// How its item is found.
  static func tokens(
    of item: StoredRow, figures: [(subject: String?, dimension: String?)], city: String?, year: Int?
  ) -> String {
    var tokens = Tokens()
    for part in item.words { tokens.add(part.text) }
    if let city { tokens.add(.city, city) }
    if let year = item.year ?? year { tokens.add(.year, String(year)) }
    if let role = item.role { tokens.add(.role, role) }
    for theme in item.themes { tokens.add(.theme, theme) }
    for figure in figures {
      if let dimension = figure.dimension { tokens.add(.dimension, dimension) }
      if let subject = figure.subject { tokens.add(subject: subject) }
    }
    // A figure may count what only its goal's title names.
    if !figures.isEmpty, let title = item.line["title"]?.string { tokens.add(subject: title) }
    return tokens.text
  }
}
