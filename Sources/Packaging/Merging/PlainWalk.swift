import Archive
import Plan
import Workers

/// One walk through a bundle: its documents one after the other, several at a time on all cores.
///
/// Every file is held against the manifests, every row accepted by ``PlainDocument`` or read as a record. Whatever is
/// amiss ends the walk: a reading of the whole bundle says what it is.
final class PlainWalk {
  /// Ends a walk.
  struct Unsure: Error {}

  /// One document's lines on their way.
  private struct Part: Sendable {
    let id: [UInt8]
    let line: [UInt8]
    let items: [UInt8]
    let figures: [UInt8]
    /// Whether it may stand in one state.
    let isPlain: Bool
  }

  private let archive: ArchiveReader
  private let bag: WalkedBag
  private let stash: Stash
  private let waiting: [String: MergedBundles.Plain]
  /// What a reading of records takes up, by path.
  private var files: [String: [UInt8]] = [:]
  /// By SHA-256.
  private var texts: [String: [UInt8]] = [:]
  private var tables: [TableStream?] = []
  private var plain: [IncomingBundle.Document] = []
  private let isSigned: Bool

  /// Bytes of rows that are looked at together.
  private static let step = 4 << 20
  /// Bytes of rows that are read as records; of a bundle with more, a reading of the whole takes no more memory.
  private static let mostKept = 64 << 20
  private var kept = 0

  /// - Parameters:
  ///   - archive: of which somebody else checks the comment.
  ///   - waiting: rows that need not be put away again.
  init(_ archive: ArchiveReader, _ stash: Stash, _ waiting: [String: MergedBundles.Plain]) {
    (self.archive, self.stash, self.waiting) = (archive, stash, waiting)
    bag = WalkedBag(archive)
    isSigned = archive.entries.contains { $0.path.hasPrefix(BundleLayout.top + BundleSeal.folder) }
  }

  func bundle() throws -> IncomingBundle {
    let paths = bag.paths
    // What was merged before is proved by all of its records.
    guard !paths.contains(where: SubmissionFiles.contains), PlainWalk.streamed.isSubset(of: paths) else {
      throw Unsure()
    }
    var sealed: [String: [UInt8]] = [:]
    for path in paths where path.hasPrefix(BundleSeal.folder) || BagCheck.isTag(path) {
      sealed[path] = try bag.file(path)
    }
    try readAttachments()
    let documents = try PlainWalkDocuments(try bag.file(BundleLayout.path("records", .document)))
    var doubtful = documents.nested
    for path in paths where BundleLayout.isRows(path) && !PlainWalk.streamed.contains(path) {
      let bytes = try bag.file(path)
      if path == BundleLayout.contacts { continue }
      files[path] = bytes
      if path.hasPrefix("data/history/") { doubtful.formUnion(try documents.named(in: bytes)) }
    }
    try walk(documents, doubtful)
    for path in paths where path.hasPrefix("data/tables/") && !PlainWalk.tablePaths.contains(path) {
      files[path] = try bag.file(path)
    }
    let contacts = try contacts(of: documents)
    try bag.readOthers()
    guard try bag.finish() <= BundleFormat.minor else { throw Unsure() }
    let seal = BundleSeal(files: sealed)
    var (contents, view) = try partialBundle(of: files)
    for contact in contacts { contents.add(contact: contact) }
    return IncomingBundle(
      rest: OpenBundle(
        contents: contents, view: view, fingerprint: SHA256Hex.of(seal.tagManifest), seal: seal, faults: []),
      plain: plain)
  }

  private static let tablePaths = PackedDocument.types.map { Table.of($0)?.path ?? "" }
  private static let streamed: Set<String> = Set(PackedDocument.types.map { BundleLayout.path("records", $0) })

  // MARK: Files that hold no rows

  private func readAttachments() throws {
    let entries = archive.entries.filter { entry in
      ["data/text/", "data/sources/"].contains { entry.path.hasPrefix(BundleLayout.top + $0) }
    }
    let read = concurrentMap(entries) { [archive] entry in
      (try? archive.read(entry)).map { (bytes: $0, sha256: SHA256Hex.of($0)) }
    }
    for (entry, file) in zip(entries, read) {
      guard let file else { throw Unsure() }
      let path = String(entry.path.dropFirst(BundleLayout.top.count))
      bag.note(path, sha256: file.sha256)
      files[path] = file.bytes
      if path.hasPrefix("data/text/") { texts[file.sha256] = file.bytes }
    }
  }

  /// The people, each of a document that is there.
  private func contacts(of documents: PlainWalkDocuments) throws -> [JSONObject] {
    let bytes = try bag.file(BundleLayout.contacts)
    var (contacts, before): ([JSONObject], [UInt8]) = ([], [])
    var at = 0
    while at < bytes.count {
      guard let end = LineWalk.end(bytes, at) else { throw Unsure() }
      let line = Array(bytes[at..<end])
      guard let object = (try? JSON.parse(line))?.object, object.canonical == line, Contact.faults(in: object).isEmpty,
        let document = object["document"]?.string, documents.ids.contains(Array(document.utf8)),
        before.lexicographicallyPrecedes(line)
      else { throw Unsure() }
      contacts.append(object)
      before = line
      at = end + 1
    }
    // An empty file is none that a bundle has.
    let isThere = archive.entry(named: BundleLayout.top + BundleLayout.contacts) != nil
    guard isThere == !contacts.isEmpty else { throw Unsure() }
    return contacts
  }

  // MARK: Rows

  private func walk(_ documents: PlainWalkDocuments, _ doubtful: Set<[UInt8]>) throws {
    let items = try bag.rows(BundleLayout.path("records", .item))
    let figures = try bag.rows(BundleLayout.path("records", .indicator))
    for type in PackedDocument.types {
      files[BundleLayout.path("records", type)] = []
      guard let table = Table.of(type) else { throw Unsure() }
      let stream = bag.table(table.path)
      if let stream {
        guard try stream.takes(table.header) else { throw Unsure() }
        files[table.path] = table.header
      }
      tables.append(stream)
    }
    var parts: [Part] = []
    var size = 0
    for (id, lines) in documents.all {
      let others = documents.below[id] ?? []
      let part = Part(
        id: id, line: lines, items: try items.rows(of: id, but: others, isJointTaken: true),
        figures: try figures.rows(of: id, but: others, isJointTaken: true), isPlain: !doubtful.contains(id))
      parts.append(part)
      size += part.items.count + part.figures.count
      if size >= PlainWalk.step {
        try take(parts)
        (parts, size) = ([], 0)
      }
    }
    try take(parts)
    // Figures without a row of their item come last.
    let last = try figures.rest()
    guard try items.isAtEnd(), try figures.isAtEnd() else { throw Unsure() }
    files[BundleLayout.path("records", .indicator)]? += last
    for (type, table) in zip(PackedDocument.types, tables) {
      guard let table else { continue }
      let rest = try table.rest()
      guard type == .indicator || rest.isEmpty, try table.isAtEnd() else { throw Unsure() }
      files[Table.of(type)?.path ?? ""]? += rest
    }
  }

  private func take(_ parts: [Part]) throws {
    let accepted = concurrentMap(parts) { [texts] part in
      part.isPlain ? PlainDocument(part.line, items: part.items, figures: part.figures, texts: texts) : nil
    }
    for (part, document) in zip(parts, accepted) {
      if let document {
        for (table, cells) in zip(tables, document.cells) {
          if let table, try !table.takes(cells) { throw Unsure() }
        }
        plain.append(try put(document))
      } else {
        try keep(part)
      }
    }
  }

  private func put(_ document: PlainDocument) throws -> IncomingBundle.Document {
    let id = document.document.id
    let sha256 = SHA256Hex.of(document.revisions)
    let known = waiting[id].flatMap { $0.sha256 == sha256 ? $0 : nil }
    return IncomingBundle.Document(
      id: id,
      rows: try known
        ?? MergedBundles.Plain(
          bundles: [], sha256: sha256, rows: try document.rows.map(stash.put), cells: try document.cells.map(stash.put),
          counts: document.counts),
      source: document.document.source.sha256, marks: document.document.markWordings,
      revisions: isSigned ? document.revisions : [])
  }

  /// Keeps a document's lines for a reading of its records.
  private func keep(_ part: Part) throws {
    guard PlainWalkDocuments.holds(part.id, items: part.items, figures: part.figures) else { throw Unsure() }
    let lines = [part.line + [UInt8(ascii: "\n")], part.items, part.figures]
    kept += lines.reduce(0) { $0 + $1.count }
    guard kept <= PlainWalk.mostKept else { throw Unsure() }
    for (at, type) in PackedDocument.types.enumerated() {
      files[BundleLayout.path("records", type)]? += lines[at]
      guard let table = tables[at], let path = Table.of(type)?.path else { continue }
      guard let cells = try table.records(lines[at].count { $0 == UInt8(ascii: "\n") }) else { throw Unsure() }
      files[path]? += cells
    }
  }
}
