/// Rules that no single record shows: references, places in the text, uniqueness.
public enum Validation {
  /// What is wrong with a view as a whole; single records are checked as they are read.
  ///
  /// - Parameter text: the repaired text whose SHA-256 is given, as Unicode scalars; `nil` where the bundle lacks it.
  public static func faults(in view: View, set: RevisionSet, text: (String) -> [Unicode.Scalar]?) -> [Fault] {
    var faults: [Fault] = []
    let documents = Set(set.ids(.document))
    let items = Set(set.ids(.item))
    var texts: [String: [Unicode.Scalar]?] = [:]
    func scalars(of reading: String?, document: String) -> [Unicode.Scalar]? {
      guard let sha = reading.flatMap({ set.revisions(.document, document)[$0]?.document?.text.sha256 }) else {
        return nil
      }
      if let known = texts[sha] { return known }
      let found = text(sha)
      texts[sha] = .some(found)
      return found
    }

    for row in view.documents {
      if let document = row.document, let text = text(document.text.sha256), text.count != document.text.scalars {
        faults.append(Fault(.span, record: row.id, path: "/text/scalars", detail: String(text.count)))
      }
    }
    for row in view.items {
      guard let item = row.item else { continue }
      if !documents.contains(item.document) {
        faults.append(Fault(.reference, record: row.id, path: "/document", detail: item.document))
      }
      if set.revisions(.document, item.document)[item.reading] == nil {
        faults.append(Fault(.reference, record: row.id, path: "/reading", detail: item.reading))
      }
      if let parent = item.parent, !items.contains(parent) {
        faults.append(Fault(.reference, record: row.id, path: "/parent", detail: parent))
      }
      if !row.id.utf8.starts(with: ((item.parent ?? item.document) + ".").utf8) {
        faults.append(Fault(.identifier, record: row.id, path: "/id", detail: item.parent ?? item.document))
      }
      guard let text = scalars(of: item.reading, document: item.document) else { continue }
      faults += outside(item.spans, text, row.id)
    }
    let owners = Dictionary(view.items.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    for row in view.indicators {
      guard let indicator = row.indicator else { continue }
      guard let owner = owners[indicator.item] else {
        if !items.contains(indicator.item) || row.conflicts.isEmpty {
          faults.append(Fault(.reference, record: row.id, path: "/item", detail: indicator.item))
        }
        continue
      }
      if !row.id.utf8.starts(with: (indicator.item + ".").utf8) {
        faults.append(Fault(.identifier, record: row.id, path: "/id", detail: indicator.item))
      }
      let document = owner.heads.compactMap { $0.body["document"]?.string }.first ?? ""
      guard let text = scalars(of: indicator.reading, document: document) else { continue }
      let loose = outside(indicator.spans, text, row.id)
      faults += loose
      if loose.isEmpty, row.heads.allSatisfy({ !$0.isEdit }) {
        let there = indicator.spans.flatMap { Array(text[$0.start..<$0.end]) }
        if there != Array(indicator.quote.unicodeScalars) {
          faults.append(Fault(.quote, record: row.id, path: "/quote", detail: indicator.quote))
        }
      }
    }
    return faults
  }

  private static func outside(_ spans: [Span], _ text: [Unicode.Scalar], _ id: String) -> [Fault] {
    spans.enumerated().filter { $1.start < 0 || $1.end > text.count || $1.end <= $1.start }.map { index, span in
      Fault(.span, record: id, path: "/spans/\(index)", detail: "\(span.start)..<\(span.end)")
    }
  }
}
