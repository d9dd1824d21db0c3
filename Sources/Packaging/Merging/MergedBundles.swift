import Archive
import Plan

/// Bundles on their way into one, in memory for one of them and for what several of them say.
///
/// A document that stands in one state, and in no other bundle but with the same rows, can meet nothing: its rows wait as
/// the bytes that the merged bundle will hold. Everything else is in ``contents``.
public struct MergedBundles {
  /// Which bundles hold a document, and its rows.
  struct Plain: Sendable {
    var bundles: [Int]
    let sha256: String
    /// Lines of `records/*.jsonl`, by ``PackedDocument/types``.
    let rows: [Stash.Place]
    /// Lines of `tables/*.csv`, by ``PackedDocument/types``.
    let cells: [Stash.Place]
    /// How many rows, by ``PackedDocument/types``.
    let counts: [Int]
  }

  /// All but the rows that wait: what can meet, and every text, source, person and submission.
  public var contents = BundleContents()
  /// By document id.
  private(set) var waiting: [String: Plain] = [:]
  /// Per bundle, in the order in which they came, the revisions that are in ``contents``.
  public private(set) var sent: [Set<String>] = []
  /// Per source file, by its SHA-256, the ids under which it is shown.
  private var sources: [String: Set<String>] = [:]
  let stash: Stash

  public init(in stash: Stash) { self.stash = stash }

  /// Rows that wait, of a type.
  public func count(of type: RecordType) -> Int {
    guard let at = PackedDocument.types.firstIndex(of: type) else { return 0 }
    return waiting.values.reduce(0) { $0 + $1.counts[at] }
  }

  /// Ids under which one source file was sent, where there are several: two offices read it, each in its own way.
  public var duplicates: [(sha256: String, ids: [String])] {
    sources.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map { ($0.key, $0.value.sorted(by: utf8Order)) }
  }

  /// Revisions of all that was added, each once.
  public var revisionCount: Int {
    contents.revisions.count + RecordType.allCases.reduce(0) { $0 + count(of: $1) }
  }

  /// Adds a bundle; what it holds need not be kept.
  public mutating func add(_ bundle: OpenBundle) throws(BundleError) {
    let plain = bundle.contents.minorVersion == BundleFormat.minor ? PlainDocuments(bundle) : PlainDocuments()
    let number = begin(bundle.contribution, bundle.view.documents)
    for record in bundle.contents.revisions.all where !plain.contains(record) { insert(record, from: [number]) }
    // A document of which records came before can't wait.
    for document in plain.documents {
      let known = waiting[document.id]
      if known == nil, contents.revisions.revisions(.document, document.id).isEmpty {
        waiting[document.id] = try put(document, from: number)
      } else if let known, known.sha256 == document.sha256 {
        waiting[document.id]?.bundles.append(number)
      } else {
        try takeUp(document.id)
        for record in document.records { insert(record, from: [number]) }
      }
    }
    for id in contents.revisions.ids(.document) where waiting[id] != nil { try takeUp(id) }
  }

  /// Adds a bundle of which most waits already.
  public mutating func add(_ bundle: IncomingBundle) throws(BundleError) {
    let number = begin(bundle.contribution, bundle.rest.view.documents)
    for record in bundle.rest.contents.revisions.all { insert(record, from: [number]) }
    for document in bundle.plain {
      if let source = document.source { sources[source, default: []].insert(document.id) }
      var rows = document.rows
      rows.bundles = [number]
      let known = waiting[document.id]
      if known == nil, contents.revisions.revisions(.document, document.id).isEmpty {
        waiting[document.id] = rows
      } else if let known, known.sha256 == rows.sha256 {
        waiting[document.id]?.bundles.append(number)
      } else {
        try takeUp(document.id)
        try takeUp(rows)
      }
    }
    for id in contents.revisions.ids(.document) where waiting[id] != nil { try takeUp(id) }
  }

  /// Takes in what is no record; gives the bundle's number.
  private mutating func begin(_ contribution: BundleContents, _ documents: [Row]) -> Int {
    sent.append([])
    var others = contribution
    others.revisions = RevisionSet()
    contents.formUnion(others)
    for row in documents {
      for head in row.heads {
        guard let sha256 = head.body["source"]?.object?["sha256"]?.string else { continue }
        sources[sha256, default: []].insert(row.id)
      }
    }
    return sent.count - 1
  }

  private mutating func insert(_ record: Record, from bundles: [Int]) {
    contents.revisions.insert(record)
    for bundle in bundles { sent[bundle].insert(record.revision) }
  }

  private func put(_ document: PlainDocuments.Document, from bundle: Int) throws(BundleError) -> Plain {
    do throws(FileFailure) {
      return Plain(
        bundles: [bundle], sha256: document.sha256,
        rows: try document.lines.map { lines throws(FileFailure) in try stash.put(lines) },
        cells: try document.rows.map { type, rows throws(FileFailure) in
          try stash.put(Table.of(type)?.lines(of: rows) ?? [])
        }, counts: document.rows.map(\.rows.count))
    } catch {
      throw .file(error)
    }
  }

  /// Makes records of a document's rows that waited.
  private mutating func takeUp(_ id: String) throws(BundleError) {
    if let plain = waiting.removeValue(forKey: id) { try takeUp(plain) }
  }

  private mutating func takeUp(_ plain: Plain) throws(BundleError) {
    for (type, place) in zip(PackedDocument.types, plain.rows) {
      let bytes: [UInt8]
      do throws(FileFailure) { bytes = try stash.bytes(at: place) } catch { throw .file(error) }
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        guard let object = (try? JSON.parse(Array(line)))?.object else { continue }
        insert(Record.read(type, object).record, from: plain.bundles)
      }
    }
  }
}

/// The documents of a bundle that stand in one state.
private struct PlainDocuments {
  struct Document {
    let id: String
    /// By ``PackedDocument/types``.
    var rows: [(type: RecordType, rows: [Row])]

    var lines: [[UInt8]] { rows.map { BundleLayout.lines($0.rows.map(\.line.canonical)) } }
    var records: [Record] { rows.flatMap { $0.rows.flatMap(\.heads) } }
    /// Of what its revisions are called, which names all that they say.
    var sha256: String { SHA256Hex.of(Array(records.map(\.revision).joined(separator: " ").utf8)) }
  }

  private(set) var documents: [Document] = []
  private var names: Set<String> = []
  /// Per item, its document.
  private var owners: [String: String] = [:]

  init() {}

  init(_ bundle: OpenBundle) {
    let view = bundle.view
    var blemished: Set<String> = Set(view.superseded.map(\.document))
    for row in view.items { owners[row.id] = row.line["document"]?.string ?? "" }
    for type in PackedDocument.types {
      for record in view.history[type] ?? [] { blemished.formUnion(documentsNamed(by: record)) }
      for row in view.rows(type) {
        let document = document(of: row)
        let isPlain =
          row.heads.count == 1 && row.heads[0].parents.isEmpty && !row.heads[0].isEdit
          && (type == .document || row.id.utf8.starts(with: (document + ".").utf8))
        if !isPlain { blemished.formUnion(row.heads.flatMap(documentsNamed) + [document]) }
      }
    }
    var rows: [String: Int] = [:]
    for row in view.documents where !blemished.contains(row.id) {
      rows[row.id] = documents.count
      documents.append(Document(id: row.id, rows: PackedDocument.types.map { ($0, []) }))
    }
    for (at, type) in PackedDocument.types.enumerated() {
      for row in view.rows(type) {
        if let place = rows[document(of: row)] { documents[place].rows[at].rows.append(row) }
      }
    }
    names = Set(rows.keys)
  }

  /// Whether a record is a row of such a document.
  func contains(_ record: Record) -> Bool {
    !names.isEmpty && names.contains(document(of: record.type, record.id, record.body))
  }

  private func document(of row: Row) -> String { document(of: row.type, row.id, row.line) }

  private func document(of type: RecordType, _ id: String, _ said: JSONObject) -> String {
    switch type {
    case .document: id
    case .item: said["document"]?.string ?? ""
    case .indicator: said["item"]?.string.flatMap { owners[$0] } ?? ""
    case .link: ""
    }
  }

  /// Every document that a record may belong to, by what it says and by its id: a tombstone says nothing.
  private func documentsNamed(by record: Record) -> Set<String> {
    var names: Set<String> = [document(of: record.type, record.id, record.body)]
    var end = record.id.utf8.endIndex
    while true {
      names.insert(String(record.id[..<end]))
      guard let point = record.id[..<end].utf8.lastIndex(of: UInt8(ascii: ".")) else { return names }
      end = point
    }
  }
}
