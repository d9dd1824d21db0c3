import AdapterKit
import Plan

/// What stands in a template's places: `{{title}}`, `{{year}}`.
struct PlaceholderValues {
  private let values: [String: String]
  private let marks: [String]
  /// The places that may have several lines.
  let lists: [(name: String, lines: [String])]

  init(_ records: DocumentRecords, _ form: FilledForm) {
    let document = records.document
    let head = records.contacts.first { $0.role == .head }
    let contact = records.contacts.first { $0.role == .contact }
    marks = form.marks
    lists = [("marks", form.marks), ("introduction", form.introduction), ("notes", form.notes)]
    values = [
      "title": document.title, "organization": document.organization, "city": document.city.name,
      "year": String(document.period.end.prefix(4)),
      "date": document.date.flatMap { CalendarDate($0) }.map { "\($0.year)年\($0.month)月\($0.day)日" } ?? "",
      "head": head?.name ?? "", "contact": contact?.name ?? "", "phone": contact?.phone ?? head?.phone ?? "",
      "email": contact?.email ?? "", "marks": form.marks.joined(separator: "\n"),
      "introduction": form.introduction.joined(separator: "\n"), "notes": form.notes.joined(separator: "\n"),
    ]
  }

  /// Words with their places filled, and which places those were; `nil` where they have none.
  func filled(_ words: String) throws(HouseTemplateError) -> (words: String, names: Set<String>)? {
    guard words.contains("{{") else { return nil }
    var out = ""
    var rest = Substring(words)
    var names: Set<String> = []
    while let open = rest.firstRange(of: "{{"), let close = rest[open.upperBound...].firstRange(of: "}}") {
      let name = rest[open.upperBound..<close.lowerBound].filter { !$0.isWhitespace }
      guard let value = values[name] else { throw .unknownPlace(name, known: values.keys.sorted()) }
      out += rest[..<open.lowerBound] + value
      names.insert(name)
      rest = rest[close.upperBound...]
    }
    return names.isEmpty ? nil : (out + rest, names)
  }

  /// A paper that bears marks is not written without them.
  func requireMarks(in used: Set<String>) throws(HouseTemplateError) {
    if !marks.isEmpty, !used.contains("marks") { throw .noPlaceForMarks(marks) }
  }
}
