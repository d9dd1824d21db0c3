/// Rules that no single record shows: references, places in the text, words at their places.
public enum Validation {
  /// What is wrong with a set as a whole; single records are checked as they are read.
  ///
  /// Every head that is no tombstone is held to the rules, those of hidden readings too. A head asks for what the set
  /// holds, never for what a view of it shows: so what keeps the rules in two sets keeps them in their union.
  ///
  /// - Parameter text: the repaired text whose SHA-256 is given, as Unicode scalars; `nil` where the bundle lacks it.
  public static func faults(in set: RevisionSet, text: (String) -> [Unicode.Scalar]?) -> [Fault] {
    var check = Check(set)
    for type in RecordType.allCases {
      for id in set.ids(type) {
        check.parents(type, id)
        for head in Ancestry(revisions: set.revisions(type, id)).heads where !head.isRemoved {
          switch type {
          case .document: check.document(head, text)
          case .item: check.item(head, text)
          case .indicator: check.indicator(head, text)
          case .link: break
          }
        }
      }
    }
    return check.faults
  }
}

private struct Check {
  private let set: RevisionSet
  private var texts: [String: [Unicode.Scalar]?] = [:]
  private(set) var faults: [Fault] = []

  init(_ set: RevisionSet) { self.set = set }

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
      fault(.span, head, "/text/scalars", String(text.count))
    }
    for (index, mark) in document.marks.enumerated() where mark.span.start >= 0 && mark.span.start < mark.span.end {
      if mark.span.end > text.count {
        fault(.span, head, "/marks/\(index)", "\(mark.span.start)..<\(mark.span.end)")
      } else if !text[mark.span.start..<mark.span.end].elementsEqual(mark.text.unicodeScalars) {
        fault(.quote, head, "/marks/\(index)/text", mark.text)
      }
    }
  }

  /// A parent may be removed: another bundle said something below it and knew nothing of that.
  mutating func item(_ head: Record, _ text: (String) -> [Unicode.Scalar]?) {
    let document = string(head, "document")
    let readings = set.revisions(.document, document)
    if readings.isEmpty { fault(.reference, head, "/document", document) }
    let reading = readings[head.reading ?? ""]
    if reading == nil { fault(.reference, head, "/reading", head.reading ?? "") }
    let parent = head.body["parent"]?.string
    if let parent, set.revisions(.item, parent).isEmpty { fault(.reference, head, "/parent", parent) }
    if !head.id.utf8.starts(with: ((parent ?? document) + ".").utf8) {
      fault(.identifier, head, "/id", parent ?? document)
    }
    guard let text = reading.flatMap({ scalars(textHash(of: $0), text) }) else { return }
    _ = self.spans(of: head, areInside: text)
  }

  /// Its item may be removed too.
  mutating func indicator(_ head: Record, _ text: (String) -> [Unicode.Scalar]?) {
    let item = string(head, "item")
    let owners = set.revisions(.item, item).values
    if owners.isEmpty {
      fault(.reference, head, "/item", item)
      return
    }
    if !head.id.utf8.starts(with: (item + ".").utf8) { fault(.identifier, head, "/id", item) }
    let documents = Set(owners.compactMap { $0.body["document"]?.string })
    let readings = documents.compactMap { set.revisions(.document, $0)[head.reading ?? ""] }
    guard let reading = readings.first else {
      fault(.reference, head, "/reading", head.reading ?? "")
      return
    }
    guard let text = scalars(textHash(of: reading), text), let spans = spans(of: head, areInside: text) else { return }
    let there = spans.flatMap { text[$0.start..<$0.end] }
    let quote = string(head, "quote")
    if !head.isEdit, !there.elementsEqual(quote.unicodeScalars) { fault(.quote, head, "/quote", quote) }
  }

  /// A required member, without decoding the whole record for it; that it is there was checked as it was read.
  private func string(_ record: Record, _ member: String) -> String { record.body[member]?.string ?? "" }

  /// The hash of the text that a document's spans count in, without decoding the whole record for each item.
  private func textHash(of document: Record) -> String { document.body["text"]?.object?["sha256"]?.string ?? "" }

  private mutating func scalars(_ sha256: String, _ text: (String) -> [Unicode.Scalar]?) -> [Unicode.Scalar]? {
    if let known = texts[sha256] { return known }
    let found = text(sha256)
    texts[sha256] = .some(found)
    return found
  }

  /// The record's spans, or nil where one lies outside the text.
  private mutating func spans(of head: Record, areInside text: [Unicode.Scalar]) -> [Span]? {
    let spans = (head.body["spans"]?.array ?? []).compactMap(\.object).map {
      Span(start: $0["start"]?.integer ?? 0, end: $0["end"]?.integer ?? 0)
    }
    let outside = spans.enumerated().filter { $1.start < 0 || $1.end > text.count || $1.end <= $1.start }
    for (index, span) in outside {
      fault(.span, head, "/spans/\(index)", "\(span.start)..<\(span.end)")
    }
    return outside.isEmpty ? spans : nil
  }

  private mutating func fault(_ code: Fault.Code, _ head: Record, _ path: String, _ detail: String) {
    faults.append(Fault(code, record: head.id, path: path, detail: detail))
  }
}
