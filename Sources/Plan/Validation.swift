/// Rules that no single record shows: references, places in the text, words at their places.
public enum Validation {
  /// What is wrong with a view as a whole; single records are checked as they are read.
  ///
  /// Every head is held to the rules, not the row that several give: a row can take its words from one head and its
  /// places from another.
  ///
  /// - Parameter text: the repaired text whose SHA-256 is given, as Unicode scalars; `nil` where the bundle lacks it.
  public static func faults(in view: View, set: RevisionSet, text: (String) -> [Unicode.Scalar]?) -> [Fault] {
    var check = Check(view: view, set: set)
    for type in RecordType.allCases { for id in set.ids(type) { check.parents(type, id) } }
    for row in view.documents { for head in row.heads { check.document(head, text) } }
    for row in view.items { for head in row.heads { check.item(head, in: row, text) } }
    for row in view.indicators { for head in row.heads { check.indicator(head, in: row, text) } }
    return check.faults
  }
}

private struct Check {
  private let set: RevisionSet
  private let documents: Set<String>
  private let items: Set<String>
  /// Per item that is shown: the document that it belongs to.
  private let owners: [String: String]
  private var texts: [String: [Unicode.Scalar]?] = [:]
  private(set) var faults: [Fault] = []

  init(view: View, set: RevisionSet) {
    self.set = set
    documents = Set(set.ids(.document))
    items = Set(set.ids(.item))
    owners = Dictionary(
      view.items.map { row in (row.id, row.heads.compactMap { $0.body["document"]?.string }.first ?? "") },
      uniquingKeysWith: { first, _ in first })
  }

  /// What is replaced travels along: without it nobody can tell who changed what.
  mutating func parents(_ type: RecordType, _ id: String) {
    let known = set.revisions(type, id)
    for record in known.values.sorted(by: { $0.revision < $1.revision }) {
      for (index, parent) in record.parents.enumerated() where known[parent] == nil {
        faults.append(Fault(.reference, record: id, path: "/parents/\(index)", detail: parent))
      }
    }
  }

  mutating func document(_ head: Record, _ text: (String) -> [Unicode.Scalar]?) {
    guard let document = head.document, let text = scalars(document.text.sha256, text) else { return }
    if text.count != document.text.scalars {
      faults.append(Fault(.span, record: head.id, path: "/text/scalars", detail: String(text.count)))
    }
    for (index, mark) in document.marks.enumerated() where mark.span.start >= 0 && mark.span.start < mark.span.end {
      if mark.span.end > text.count {
        let detail = "\(mark.span.start)..<\(mark.span.end)"
        faults.append(Fault(.span, record: head.id, path: "/marks/\(index)", detail: detail))
      } else if !text[mark.span.start..<mark.span.end].elementsEqual(mark.text.unicodeScalars) {
        faults.append(Fault(.quote, record: head.id, path: "/marks/\(index)/text", detail: mark.text))
      }
    }
  }

  mutating func item(_ head: Record, in row: Row, _ text: (String) -> [Unicode.Scalar]?) {
    guard let item = head.item else { return }
    if !documents.contains(item.document) {
      faults.append(Fault(.reference, record: row.id, path: "/document", detail: item.document))
    }
    let reading = set.revisions(.document, item.document)[item.reading]
    if reading == nil { faults.append(Fault(.reference, record: row.id, path: "/reading", detail: item.reading)) }
    if let parent = item.parent, !items.contains(parent) {
      faults.append(Fault(.reference, record: row.id, path: "/parent", detail: parent))
    }
    if !row.id.utf8.starts(with: ((item.parent ?? item.document) + ".").utf8) {
      faults.append(Fault(.identifier, record: row.id, path: "/id", detail: item.parent ?? item.document))
    }
    guard let text = reading.flatMap({ scalars(textHash(of: $0), text) }) else { return }
    _ = spans(item.spans, areInside: text, of: row.id)
  }

  mutating func indicator(_ head: Record, in row: Row, _ text: (String) -> [Unicode.Scalar]?) {
    guard let indicator = head.indicator else { return }
    guard let owner = owners[indicator.item] else {
      // The item may be gone where one side dropped it and the other one changed its figure.
      if !items.contains(indicator.item) || row.conflicts.isEmpty {
        faults.append(Fault(.reference, record: row.id, path: "/item", detail: indicator.item))
      }
      return
    }
    if !row.id.utf8.starts(with: (indicator.item + ".").utf8) {
      faults.append(Fault(.identifier, record: row.id, path: "/id", detail: indicator.item))
    }
    guard let reading = set.revisions(.document, owner)[indicator.reading] else {
      faults.append(Fault(.reference, record: row.id, path: "/reading", detail: indicator.reading))
      return
    }
    guard let text = scalars(textHash(of: reading), text),
      spans(indicator.spans, areInside: text, of: row.id)
    else { return }
    let there = indicator.spans.flatMap { text[$0.start..<$0.end] }
    if !head.isEdit, there != Array(indicator.quote.unicodeScalars) {
      faults.append(Fault(.quote, record: row.id, path: "/quote", detail: indicator.quote))
    }
  }

  /// The hash of the text that a document's spans count in, without decoding the whole record for each item.
  private func textHash(of document: Record) -> String { document.body["text"]?.object?["sha256"]?.string ?? "" }

  private mutating func scalars(_ sha256: String, _ text: (String) -> [Unicode.Scalar]?) -> [Unicode.Scalar]? {
    if let known = texts[sha256] { return known }
    let found = text(sha256)
    texts[sha256] = .some(found)
    return found
  }

  private mutating func spans(_ spans: [Span], areInside text: [Unicode.Scalar], of id: String) -> Bool {
    let outside = spans.enumerated().filter { $1.start < 0 || $1.end > text.count || $1.end <= $1.start }
    for (index, span) in outside {
      faults.append(Fault(.span, record: id, path: "/spans/\(index)", detail: "\(span.start)..<\(span.end)"))
    }
    return outside.isEmpty
  }
}
