import Archive
import Plan

/// Writes the bundle of what was merged: the bytes that ``writeBundle(_:to:)`` writes of all contents together.
///
/// - Parameter sink: whoever makes it commits it; nothing is committed here.
/// - Returns: the view of ``MergedBundles/contents``, beside which the rows that wait have nothing to tell, and the
///   fingerprint.
@discardableResult
public func writeBundle(_ merged: MergedBundles, to sink: any ByteSink) throws(BundleError) -> WrittenBundle {
  // Of a later version nothing waits.
  if merged.waiting.isEmpty { return try writeBundle(merged.contents, to: sink) }
  let view = View(of: merged.contents.revisions)
  let files: MergedFiles
  do throws(FileFailure) { files = try MergedFiles(merged, view) } catch { throw .file(error) }
  return WrittenBundle(view: view, fingerprint: try writePayload(files.payload, to: sink))
}

/// Writes it to a file: the old file stays until the new one is whole and on disk.
@discardableResult
public func writeBundle(_ merged: MergedBundles, toFile path: String) throws(BundleError) -> WrittenBundle {
  try writeWhole(path) { file throws(BundleError) in try writeBundle(merged, to: file) }
}

/// The payload of bundles that were merged.
private struct MergedFiles {
  private var files: PiecedFiles
  var payload: [PayloadFile] { files.payload }

  init(_ merged: MergedBundles, _ view: View) throws(FileFailure) {
    files = PiecedFiles(in: merged.stash)
    let waiting = merged.waiting.sorted { utf8Order($0.key, $1.key) }
    let parts = DocumentParts(view)
    let rows = BundleLayout.rows(merged.contents, view: view)
    var made: [String: [PiecedFiles.Piece]] = [:]
    for (at, type) in PackedDocument.types.enumerated() {
      let places = waiting.map { ($0.key, $0.value.rows[at]) }
      made[BundleLayout.path("records", type)] = parts.interleaved(type, with: places) {
        BundleLayout.lines($0.map(\.line.canonical))
      }
      guard let table = Table.of(type) else { continue }
      let cells = waiting.map { ($0.key, $0.value.cells[at]) }
      made[table.path] = [.bytes(table.header)] + parts.interleaved(type, with: cells, table.lines)
    }
    let tables = BundleLayout.tables(of: view)
    let others = rows.merging(tables) { rows, _ in rows }.merging(BundleLayout.others(merged.contents)) { $1 }
    for (path, bytes) in others where made[path] == nil { made[path] = [.bytes(bytes)] }
    try files.add(made.map { ($0.key, $0.value) })
    files.addDescription()
  }
}

/// The rows of a view by document, in its order.
private struct DocumentParts {
  private typealias Part = (document: String?, rows: [Row])
  private var parts: [RecordType: [Part]] = [:]

  init(_ view: View) {
    var owners: [String: String] = [:]
    for type in PackedDocument.types {
      var found: [Part] = []
      for row in view.rows(type) {
        let document =
          switch type {
          case .document: Optional(row.id)
          case .item: DocumentParts.stated("document", row)
          case .indicator, .link: DocumentParts.stated("item", row).flatMap { owners[$0] }
          }
        if type == .item { owners[row.id] = document }
        if let last = found.indices.last, DocumentParts.isSame(found[last].document, document) {
          found[last].rows.append(row)
        } else {
          found.append((document, [row]))
        }
      }
      parts[type] = found
    }
  }

  /// What a row says, or the first of its heads that says it.
  private static func stated(_ member: String, _ row: Row) -> String? {
    row.line[member]?.string ?? row.heads.lazy.compactMap { $0.body[member]?.string }.first
  }

  private static func isSame(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.utf8.elementsEqual(b.utf8)
  }

  /// With what waits of other documents, all by document; figures without a row of their item come last.
  func interleaved(
    _ type: RecordType, with waiting: [(document: String, place: Stash.Place)], _ bytes: ([Row]) -> [UInt8]
  ) -> [PiecedFiles.Piece] {
    var pieces: [PiecedFiles.Piece] = []
    var rest = waiting[...]
    for part in parts[type] ?? [] {
      if let document = part.document {
        while let next = rest.first, utf8Order(next.document, document) {
          pieces.append(.place(next.place))
          rest.removeFirst()
        }
      } else {
        pieces += rest.map { .place($0.place) }
        rest = []
      }
      pieces.append(.bytes(bytes(part.rows)))
    }
    return pieces + rest.map { .place($0.place) }
  }
}
