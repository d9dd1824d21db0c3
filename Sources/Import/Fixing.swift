import ChineseText
import Plan

/// Makes the revisions that a file of corrections asks for; all or none.
///
/// A correction by quote goes to the figure that stands there where it sets a figure's fields, else to the innermost
/// item whose words these are. The new revision replaces every head of its record.
public func apply(
  _ file: FixFile, to set: inout RevisionSet, documents: [String], text: (String) -> [Unicode.Scalar]?
) throws(FixError) -> [Record] {
  var made: [Record] = []
  var changed = set
  for fix in file.fixes {
    let view = View(of: changed)
    guard let row = find(fix, in: view, documents: documents, text: text) else {
      let name = switch fix.target { case .id(let id): id case .quote(let quote, _): quote }
      throw .fitsNothing(name, line: fix.line)
    }
    var content = row.line.without(["heads", "conflicts", "revision", "parents", "change"])
    for field in fix.fields {
      guard fields(of: row.type).contains(field.name) else {
        throw .notAField(field.name, of: row.type.rawValue, line: fix.line)
      }
      content[field.name] = field.value
    }
    mirrorBounds(&content, set: fix.fields.map(\.name))
    let record = Record(
      row.type, content, parents: row.heads.map(\.revision), change: Change(by: file.by, why: fix.why, date: file.date))
    let faults = Record.read(row.type, record.line).faults
    guard faults.isEmpty else { throw .breaksRules(faults, line: fix.line) }
    changed.insert(record)
    made.append(record)
  }
  set = changed
  return made
}

/// The fields that a person may set; ids, places and hashes are none of them.
private func fields(of type: RecordType) -> [String] {
  switch type {
  case .document: ["title", "organization", "city", "period", "date", "number", "language", "inferred"]
  case .item:
    ["role", "category", "number", "title", "aim", "text", "period", "due", "parties", "themes", "benchmark", "review"]
  case .indicator:
    [
      "role", "subject", "comparator", "low", "high", "unit", "valueKind", "base", "qualifiers", "commitment", "period",
      "benchmark", "review",
    ]
  case .link: []
  }
}

/// 等于 and 约 have one number, which stands twice: whoever corrects one means both.
private func mirrorBounds(_ content: inout JSONObject, set: [String]) {
  guard let comparator = content["comparator"]?.string, comparator == "eq" || comparator == "approx" else { return }
  if set.contains("low"), !set.contains("high") { content["high"] = content["low"] }
  if set.contains("high"), !set.contains("low") { content["low"] = content["high"] }
}

private func find(_ fix: FixFile.Fix, in view: View, documents: [String], text: (String) -> [Unicode.Scalar]?) -> Row? {
  switch fix.target {
  case .id(let id):
    let rows = RecordType.allCases.flatMap { view.rows($0) }
    return rows.first { $0.id == id && belongs($0, to: documents) }
  case .quote(let quote, let nth):
    var left = nth
    for document in view.documents where documents.contains(document.id) {
      guard let sha256 = document.document?.text.sha256, let scalars = text(sha256) else { continue }
      var from = 0
      while let place = scalars.first(quote, in: from..<scalars.count) {
        from = place.lowerBound + 1
        left -= 1
        if left == 0 { return row(at: place, of: document.id, fix, in: view) }
      }
    }
    return nil
  }
}

private func belongs(_ row: Row, to documents: [String]) -> Bool {
  documents.contains { row.id == $0 || row.id.hasPrefix($0 + ".") }
}

private func row(at place: Range<Int>, of document: String, _ fix: FixFile.Fix, in view: View) -> Row? {
  let covers = { (spans: [Span]) in spans.contains { $0.start < place.upperBound && place.lowerBound < $0.end } }
  let figures = Set(fields(of: .indicator))
  if fix.fields.allSatisfy({ figures.contains($0.name) }) {
    let found = view.indicators.first { row in
      row.id.hasPrefix(document + ".") && row.indicator.map { covers($0.spans) } ?? false
    }
    if let found { return found }
  }
  return view.items.last { row in row.id.hasPrefix(document + ".") && row.item.map { covers($0.spans) } ?? false }
}
