import Archive
import Plan

/// A document that stands in one state, accepted with all of its rows, as the bytes that any bundle has of them.
struct PlainDocument: Sendable {
  /// Lines of `records/*.jsonl`, by ``PackedDocument/types``.
  let rows: [[UInt8]]
  /// Lines of `tables/*.csv`, by ``PackedDocument/types``.
  let cells: [[UInt8]]
  /// How many rows, by ``PackedDocument/types``.
  let counts: [Int]
  /// Of all rows, in order, each but the first behind a blank.
  let revisions: [UInt8]
  let document: Document
  /// The document's own row.
  let view: View

  /// `nil` where anything is not sure to be sound, or more was said of the document than an import says.
  ///
  /// - Parameters:
  ///   - line: its line of `records/documents.jsonl`.
  ///   - items: all lines of `records/items.jsonl` that belong to it.
  ///   - figures: all lines of `records/indicators.jsonl` that belong to it.
  ///   - texts: those of the bundle, by SHA-256.
  init?(_ line: [UInt8], items: [UInt8], figures: [UInt8], texts: [String: [UInt8]]) {
    guard let object = (try? JSON.parse(line))?.object, object.canonical == line else { return nil }
    let (record, faults) = Record.read(.document, object)
    guard faults.isEmpty, record.parents.isEmpty, !record.isEdit, !record.isRemoved, object["redacted"] == nil,
      let document = record.document, document.text.path == BundleContents.textPath(document.text.sha256),
      let text = texts[document.text.sha256]
    else { return nil }
    let set = RevisionSet([record])
    guard let places = TextPlaces(text), places.count == document.text.scalars,
      document.marks.isEmpty || Validation.faults(in: set, text: { _ in places.scalars }).isEmpty,
      let rows = PlainRows(of: record, items: items, figures: figures, text: places)
    else { return nil }
    view = View(of: set)
    self.document = document
    self.rows = [line + [UInt8(ascii: "\n")], items, figures]
    cells = [Table.of(.document)?.lines(of: view.documents) ?? []] + rows.cells
    counts = [1] + rows.counts
    revisions = Array(record.revision.utf8) + rows.revisions
  }
}
