import Packaging
import Plan

/// Collects the records of a file of another form, and holds them to the rules that a bundle is held to.
struct RecordCollector {
  private(set) var contents = BundleContents()
  private var faults: [Fault] = []
  private var contacts: [(object: JSONObject, place: String)] = []

  /// - Parameter place: stands for the record's id in faults where it has none.
  mutating func add(_ type: RecordType, _ object: JSONObject, at place: String) {
    // A row that several heads give is no revision; the heads stand in the history.
    if object["heads"] != nil { return }
    let (record, found) = Record.read(type, object)
    faults += found.map { $0.record.isEmpty ? Fault($0.code, record: place, path: $0.path, detail: $0.detail) : $0 }
    // What nests deeper than a bundle's reader goes could be written, and never read again.
    if (try? JSON.parse(object.canonical)) == nil { faults.append(Fault(.notJSON, record: place)) }
    contents.revisions.insert(record)
  }

  mutating func add(contact object: JSONObject, at place: String) {
    faults += Contact.faults(in: object).map { Fault($0.code, record: place, path: $0.path, detail: $0.detail) }
    contacts.append((object, place))
    contents.add(contact: object)
  }

  @discardableResult
  mutating func add(text: String) -> String { contents.add(text: Array(text.utf8)) }

  mutating func add(source: BundleContents.Source) -> String { contents.add(source: source) }

  /// All that was collected, once it is whole: what records name is there too.
  mutating func finished() throws(InteropError) -> BundleContents {
    let documents = Set(contents.revisions.ids(.document))
    for (object, place) in contacts {
      if let document = object["document"]?.string, !documents.contains(document) {
        faults.append(Fault(.reference, record: place, path: "/document", detail: document))
      }
    }
    for id in documents.sorted(by: utf8Order) {
      for record in contents.revisions.revisions(.document, id).values {
        guard let text = record.document?.text else { continue }
        if contents.texts[text.sha256] == nil || text.path != BundleContents.textPath(text.sha256) {
          faults.append(Fault(.reference, record: id, path: "/text/sha256", detail: text.sha256))
        }
      }
    }
    if faults.isEmpty {
      let read = contents
      faults = Validation.faults(in: contents.revisions) { read.scalars(ofText: $0) }
    }
    guard faults.isEmpty else { throw .faults(faults) }
    return contents
  }
}
