import Packaging
import Plan

/// What each sender sent in the last year before that is there.
struct EarlierYear {
  let senders: [Earlier]

  struct Earlier {
    /// Of the years before, the last one that the sender has a document of the kind of.
    let documents: [Document]
    let parts: DocumentParts
    let contents: BundleContents

    func documents(_ kind: Document.Kind) -> [Document] { documents.filter { $0.kind == kind } }
    func view(of documents: [Document]) -> View { View(of: parts.set(of: documents.map(\.id))) }
  }

  init(_ contents: BundleContents, _ expectations: Expectations) {
    let parts = DocumentParts(contents.revisions)
    var documents: [[Document]] = expectations.senders.map { _ in [] }
    for document in View(of: contents.revisions).documents.compactMap(\.shownDocument) {
      guard let year = document.period.year, year < expectations.year else { continue }
      if let sender = expectations.sender(of: document) { documents[sender].append(document) }
    }
    senders = documents.map { own in
      var last: [Document.Kind: Int] = [:]
      for document in own { last[document.kind] = max(last[document.kind] ?? 0, document.period.year ?? 0) }
      return Earlier(
        documents: own.filter { $0.period.year == last[$0.kind] }, parts: parts, contents: contents)
    }
  }
}
