import Archive
import Plan

/// What one document brings into a bundle, put away as the bytes that the bundle will hold: a few hundred bytes of memory,
/// however long the document is.
public struct PackedDocument: Sendable {
  /// A file of the bundle that holds nothing of any other document.
  struct Attachment: Sendable {
    var sha256: String
    var place: Stash.Place
  }

  /// The types whose records an import makes.
  static let types: [RecordType] = [.document, .item, .indicator]

  let id: String
  /// Lines of `records/*.jsonl`, by ``types``.
  let rows: [Stash.Place]
  /// Lines of `tables/*.csv`, by ``types``.
  let cells: [Stash.Place]
  let contacts: [[UInt8]]
  let texts: [Attachment]
  let source: (file: Attachment, fileExtension: String)?

  /// Puts away the contents that one reading of one document gives, before which there was none: no record of theirs
  /// replaces another.
  public init(_ contents: BundleContents, in stash: Stash) throws(FileFailure) {
    let view = View(of: contents.revisions)
    id = view.documents.first?.id ?? ""
    rows = try PackedDocument.types.map { type throws(FileFailure) in
      try stash.put(BundleLayout.lines(view.rows(type).map(\.line.canonical)))
    }
    cells = try PackedDocument.types.map { type throws(FileFailure) in
      try stash.put(Table.of(type)?.lines(of: view.rows(type)) ?? [])
    }
    contacts = Array(contents.contacts.keys)
    texts = try contents.texts.map { text throws(FileFailure) in
      Attachment(sha256: text.key, place: try stash.put(text.value))
    }
    var source: (file: Attachment, fileExtension: String)?
    for (sha256, file) in contents.sources {
      source = (Attachment(sha256: sha256, place: try stash.put(file.bytes)), file.fileExtension)
    }
    self.source = source
  }
}

extension Table {
  static func of(_ type: RecordType) -> Table? { all.values.first { $0.type == type } }
}
