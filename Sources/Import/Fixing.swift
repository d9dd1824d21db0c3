import ChineseText
import Plan

/// Makes the revisions that a file of corrections asks for; all or none.
///
/// A correction by quote goes to the figure that stands there where it sets a figure's fields, else to the innermost
/// item whose words these are. The new revision replaces every head of its record; where these are in conflict, only
/// the one of the newest reading, so that no side is dropped. What says nothing new makes no revision.
///
/// - Parameter documents: the ids of the documents that may be corrected.
public func apply(
  _ file: FixFile, to set: inout RevisionSet, documents: [String], text: (String) -> [Unicode.Scalar]?
) throws(FixError) -> [Record] {
  let scope = FixScope(documents, in: set)
  var latest: [Int: Record] = [:]
  var settled: [Int: [String: JSON?]] = [:]
  var made: [Record] = []
  for fix in file.fixes {
    let at = try scope.find(fix, text: text)
    let row = scope.rows[at]
    let (old, parents) =
      latest[at].map { ($0.body, [$0.revision]) } ?? (scope.content(of: row), scope.replaced(in: row))
    let said = old.without(["heads", "conflicts", "revision", "parents", "change"])
    let content = try fix.content(from: said, row.type)
    for field in fix.fields {
      if let earlier = settled[at]?[field.name], earlier != field.value {
        throw .setTwice(field: field.name, record: row.id, line: fix.line)
      }
      settled[at, default: [:]][field.name] = .some(field.value)
    }
    guard content != said else { continue }
    let record = Record(
      row.type, content, parents: parents, change: Change(by: file.by, why: fix.why, date: file.date))
    let faults = Record.read(row.type, record.line).faults
    guard faults.isEmpty else { throw .breaksRules(faults, line: fix.line) }
    latest[at] = record
    made.append(record)
  }
  for record in made { set.insert(record) }
  return made
}

/// The rows that corrections may go to: those of some documents, as they are shown.
private struct FixScope {
  let rows: [Row]
  /// The newest reading of each document, by id.
  private let readings: [Record]

  init(_ documents: [String], in set: RevisionSet) {
    var own = RevisionSet()
    for id in documents { for record in set.revisions(.document, id).values { own.insert(record) } }
    let known = Set(own.all.map(\.revision))
    for type in [RecordType.item, .indicator] {
      for revisions in set.ids(type).map({ set.revisions(type, $0) })
      where revisions.values.contains(where: { $0.reading.map(known.contains) ?? false }) {
        for record in revisions.values { own.insert(record) }
      }
    }
    let view = View(of: own)
    rows = view.documents + view.items + view.indicators
    readings = own.ids(.document).compactMap { own.newestReading(of: $0) }
  }

  // MARK: What is replaced

  private func newest(_ row: Row) -> Record? {
    let standing = row.heads.filter { !$0.isRemoved }
    let reading = row.line["reading"]?.string
    let readings = Set(self.readings.map(\.revision))
    return standing.first { $0.reading == reading && (reading != nil || readings.contains($0.revision)) }
      ?? standing.first
  }

  func content(of row: Row) -> JSONObject {
    row.conflicts.isEmpty ? row.line : newest(row)?.body ?? row.line
  }

  func replaced(in row: Row) -> [String] {
    row.conflicts.isEmpty ? row.heads.map(\.revision) : newest(row).map { [$0.revision] } ?? []
  }

  // MARK: Finding

  func find(_ fix: FixFile.Fix, text: (String) -> [Unicode.Scalar]?) throws(FixError) -> Int {
    switch fix.target {
    case .id(let id): return try find(id: id, line: fix.line)
    case .quote(let quote, let nth):
      let places = self.places(of: quote, text)
      if nth == nil, places.count > 1 { throw .fitsSeveral(quote, places: places.count, line: fix.line) }
      let index = (nth ?? 1) - 1
      if index > 0, !places.isEmpty, index >= places.count {
        throw .fitsFewer(quote, places: places.count, line: fix.line)
      }
      guard places.indices.contains(index),
        let found = row(at: places[index].place, of: places[index].reading, fix)
      else { throw .fitsNothing(quote, line: fix.line) }
      return found
    }
  }

  /// A whole id, or its end as `show` prints it (`key-2`, `key-2.m1.i1`) where only one record's id ends so.
  private func find(id: String, line: Int) throws(FixError) -> Int {
    if let exact = rows.firstIndex(where: { $0.id.utf8.elementsEqual(id.utf8) }) { return exact }
    let end = Array(("." + id).utf8)
    let ending = rows.indices.filter { rows[$0].id.utf8.suffix(end.count).elementsEqual(end) }
    guard let only = ending.first else { throw .fitsNothing(id, line: line) }
    guard ending.count == 1 else { throw .fitsSeveral(id, places: ending.count, line: line) }
    return only
  }

  private func places(of quote: String, _ text: (String) -> [Unicode.Scalar]?) -> [(place: Range<Int>, reading: String)]
  {
    readings.flatMap { reading -> [(place: Range<Int>, reading: String)] in
      guard let sha256 = reading.document?.text.sha256, let scalars = text(sha256) else { return [] }
      var found: [(place: Range<Int>, reading: String)] = []
      var from = 0
      while let place = scalars.first(quote, in: from..<scalars.count) {
        found.append((place, reading.revision))
        from = place.lowerBound + 1
      }
      return found
    }
  }

  private func row(at place: Range<Int>, of reading: String, _ fix: FixFile.Fix) -> Int? {
    func covers(_ index: Int, _ type: RecordType) -> Bool {
      let row = rows[index]
      guard row.type == type, row.line["reading"]?.string == reading else { return false }
      return row.spans.contains { $0.start < place.upperBound && place.lowerBound < $0.end }
    }
    let figures = Set(fields(of: .indicator))
    if fix.fields.allSatisfy({ figures.contains($0.name) }),
      let found = rows.indices.first(where: { covers($0, .indicator) })
    {
      return found
    }
    return rows.indices.last { covers($0, .item) }
  }
}

extension Row {
  /// A row in conflict has places too.
  fileprivate var spans: [Span] {
    (line["spans"]?.array ?? []).compactMap { span in
      guard let start = span.object?["start"]?.integer, let end = span.object?["end"]?.integer else { return nil }
      return Span(start: start, end: end)
    }
  }
}
