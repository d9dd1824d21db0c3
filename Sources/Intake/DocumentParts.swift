import Plan

/// The records of a set, each with the document that it belongs to; links belong to none.
struct DocumentParts {
  /// By the document's id.
  private let parts: [String: RevisionSet]

  init(_ set: RevisionSet) {
    let documents = Set(set.ids(.document))
    var parts: [String: RevisionSet] = [:]
    for type in RecordType.allCases where type != .link {
      for id in set.ids(type) {
        guard let owner = DocumentParts.owner(of: id, among: documents) else { continue }
        for record in set.revisions(type, id).values { parts[owner, default: RevisionSet()].insert(record) }
      }
    }
    self.parts = parts
  }

  /// The records of some documents, as one set.
  func set(of documents: some Sequence<String>) -> RevisionSet {
    var out = RevisionSet()
    for id in Set(documents) { if let part = parts[id] { out.formUnion(part) } }
    return out
  }

  /// An id is its document's and more, parted by points.
  private static func owner(of id: String, among documents: Set<String>) -> String? {
    var rest = id[...]
    while !documents.contains(String(rest)) {
      guard let point = rest.lastIndex(of: ".") else { return nil }
      rest = rest[..<point]
    }
    return String(rest)
  }
}
