import Archive
import Plan
import Synchronization
import Workers

/// A bundle of which memory holds some documents at a time, read and checked as ``readBundle(_:tolerant:limits:)`` does it.
///
/// Whether it is sound is known at its end: what was handed over before counts only once ``next()`` gave `nil`.
public final class WalkedBundle {
  /// Some documents with all that is said of them, or the links of the bundle.
  public struct Part: Sendable {
    public let revisions: RevisionSet
    /// What they give together.
    public let view: View
    /// The line of each revision, by its hash.
    public let lines: [String: String]
  }

  /// It is damaged, or only a reading of the whole can tell: rows of several heads, a signed bundle that was merged in, a
  /// later version of the format.
  public struct Unclear: Error {}

  /// What is signed, and by whom.
  public let seal: BundleSeal
  /// SHA-256 of the tag manifest.
  public var fingerprint: String { SHA256Hex.of(seal.tagManifest) }

  private let bag: WalkedBag
  private let documents: BundleDocuments
  /// The lines of the documents.
  private let titles: [UInt8]
  private let rows: [RecordType: RowStream]
  private let history: [RecordType: [ArraySlice<UInt8>: [UInt8]]]
  private var place = 0
  private var nextDocument = 0
  private var isAtLinks = false
  private var ahead: [PartAhead] = []
  private var tables: [RecordType: SHA256Hex] = [:]

  /// Bytes of the rows of a part, about.
  private static let size = 1 << 20

  public init(_ bytes: [UInt8]) throws(Unclear) {
    do throws(BundleError) {
      let archive: ArchiveReader
      do throws(ArchiveError) {
        archive = try ArchiveReader(bytes: bytes)
        try archive.checkComment()
      } catch { throw .archive(error) }
      let bag = WalkedBag(archive)
      self.bag = bag
      var sealed: [String: [UInt8]] = [:]
      for path in bag.paths {
        if SubmissionFiles.contains(path) { throw Unclear.reason }
        if path.hasPrefix(BundleSeal.folder) || BagCheck.isTag(path) { sealed[path] = try bag.file(path) }
      }
      seal = BundleSeal(files: sealed)
      titles = try bag.file(BundleLayout.path("records", .document))
      guard let documents = BundleDocuments(titles, titles) else { throw Unclear.reason }
      self.documents = documents
      rows = [
        .item: try bag.rows(BundleLayout.path("records", .item)),
        .indicator: try bag.rows(BundleLayout.path("records", .indicator)),
      ]
      var history: [RecordType: [ArraySlice<UInt8>: [UInt8]]] = [:]
      for type in PackedDocument.types {
        history[type] = try WalkedBundle.byDocument(try bag.file(BundleLayout.path("history", type)), type, documents)
      }
      self.history = history
      for type in RecordType.allCases {
        var hash = SHA256Hex()
        hash.update(Table.of(type)?.header ?? [])
        tables[type] = hash
      }
    } catch {
      throw Unclear()
    }
  }

  deinit {
    for part in ahead { _ = part.value() }
  }

  /// The next part; `nil` at the end, where the bundle was found sound.
  public func next() throws(Unclear) -> Part? {
    do throws(BundleError) {
      while ahead.count < WorkerThread.processors, let lines = try nextLines() { ahead.append(PartAhead(lines)) }
      guard !ahead.isEmpty else {
        try finish()
        return nil
      }
      guard let (part, cells) = ahead.removeFirst().value() else { throw Unclear.reason }
      for (type, cells) in cells { tables[type]?.update(cells) }
      return part
    } catch {
      throw Unclear()
    }
  }

  // MARK: Lines

  /// What the next part is made of; nothing behind the last one.
  private func nextLines() throws(BundleError) -> PartLines? {
    var lines = PartLines()
    while nextDocument < documents.ids.count, lines.size < WalkedBundle.size {
      let id = documents.ids[nextDocument]
      let line = LineWalk.line(titles, place)
      // In the order of their ids, each once.
      guard let row = RowScan(titles, line, through: .id), titles[row.id].elementsEqual(id) else {
        throw Unclear.reason
      }
      lines.add(line: Array(titles[line]), to: BundleLayout.path("records", .document))
      for type in PackedDocument.types {
        if let stream = rows[type] {
          do throws(ArchiveError) {
            lines.add(try stream.rows(of: id), to: BundleLayout.path("records", type))
          } catch { throw .archive(error) }
        }
        if let past = history[type]?[id[...]] { lines.add(past, to: BundleLayout.path("history", type)) }
      }
      nextDocument += 1
      place = line.upperBound + 1
    }
    if lines.size > 0 {
      for sha256 in lines.texts() where lines.text[sha256] == nil {
        lines.text[sha256] = try bag.file("data/" + BundleContents.textPath(sha256))
      }
      return lines
    }
    guard !isAtLinks else { return nil }
    isAtLinks = true
    for folder in ["records", "history"] {
      let path = BundleLayout.path(folder, .link)
      lines.add(try bag.file(path), to: path)
    }
    return lines.size > 0 ? lines : nil
  }

  /// The lines of a history by document, in their order.
  private static func byDocument(
    _ bytes: [UInt8], _ type: RecordType, _ documents: BundleDocuments
  ) throws(BundleError) -> [ArraySlice<UInt8>: [UInt8]] {
    var out: [ArraySlice<UInt8>: [UInt8]] = [:]
    var at = 0
    var last: ArraySlice<UInt8> = []
    while at < bytes.count {
      let line = LineWalk.line(bytes, at)
      guard let row = RowScan(bytes, line, through: .id), !bytes[row.id].lexicographicallyPrecedes(last),
        let document = type == .document ? bytes[row.id] : documents.place(of: bytes[row.id])?.document,
        documents.contains(document)
      else { throw Unclear.reason }
      out[document, default: []].append(line: line, of: bytes)
      last = bytes[row.id]
      at = line.upperBound + 1
    }
    // Copies, that the whole file need not stay.
    return Dictionary(uniqueKeysWithValues: out.map { (Array($0.key)[...], $0.value) })
  }

  // MARK: The end

  private func finish() throws(BundleError) {
    guard place >= titles.count else { throw Unclear.reason }
    for stream in rows.values {
      do throws(ArchiveError) {
        guard try stream.isAtEnd() else { throw ArchiveError.notAnArchive }
      } catch { throw .archive(error) }
    }
    try checkContacts()
    let expected = Dictionary(uniqueKeysWithValues: tables.map { ("data/tables/\($0.key.plural).csv", $0.value.hex) })
    for (path, sha256) in try bag.readOthers() {
      let name = path.split(separator: "/").last ?? ""
      if path.hasPrefix("data/tables/") {
        let hasRows = path != "data/tables/links.csv" || bag.paths.contains(BundleLayout.path("records", .link))
        guard expected[path] == sha256, hasRows else { throw Unclear.reason }
      } else if path.hasPrefix("data/text/") {
        guard path == "data/" + BundleContents.textPath(sha256) else { throw Unclear.reason }
      } else if path.hasPrefix("data/sources/") {
        let isNamed = name.hasPrefix(sha256 + ".") && path.dropFirst("data/sources/".count) == name
        guard isNamed else { throw Unclear.reason }
      }
    }
    guard try bag.finish() <= BundleFormat.minor else { throw Unclear.reason }
  }

  /// Each row once, ascending, of a document that is there.
  private func checkContacts() throws(BundleError) {
    let bytes = try bag.file(BundleLayout.contacts)
    var last: ArraySlice<UInt8> = []
    var at = 0
    while at < bytes.count {
      let line = LineWalk.line(bytes, at)
      guard let object = (try? JSON.parse(Array(bytes[line])))?.object, object.canonical == Array(bytes[line]),
        Contact.faults(in: object).isEmpty, last.lexicographicallyPrecedes(bytes[line]),
        documents.contains(Array((object["document"]?.string ?? "").utf8)[...])
      else { throw Unclear.reason }
      last = bytes[line]
      at = line.upperBound + 1
    }
    guard at == bytes.count else { throw Unclear.reason }
  }
}

extension WalkedBundle.Unclear {
  /// Any error: which one it is, the reading of the whole tells.
  fileprivate static var reason: BundleError { .archive(.notAnArchive) }
}

/// What a part is made of, as the files of the bundle hold it.
private struct PartLines: Sendable {
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var size = 0
  /// By SHA-256.
  var text: [String: [UInt8]] = [:]

  mutating func add(_ lines: [UInt8], to path: String) {
    guard !lines.isEmpty else { return }
    files[path, default: []] += lines
    size += lines.count
  }

  mutating func add(line: [UInt8], to path: String) { add(line + [UInt8(ascii: "\n")], to: path) }

  /// The texts in which the documents' spans count.
  func texts() -> [String] {
    var hashes: [String] = []
    for folder in ["records", "history"] {
      records(.document, in: folder) { _, object in
        if let sha256 = object["text"]?.object?["sha256"]?.string { hashes.append(sha256) }
      }
    }
    return hashes
  }

  private func records(
    _ type: RecordType, in folder: String, _ body: (ArraySlice<UInt8>, JSONObject) -> Void
  ) {
    for line in (files[BundleLayout.path(folder, type)] ?? []).split(separator: UInt8(ascii: "\n")) {
      if let object = (try? JSON.parse(Array(line)))?.object { body(line, object) }
    }
  }

  /// The part with the cells of its tables; `nil` where something is wrong.
  func part() -> (WalkedBundle.Part, [RecordType: [UInt8]])? {
    var contents = BundleContents()
    var lines: [String: String] = [:]
    var isSound = true
    for type in RecordType.allCases {
      for folder in ["records", "history"] {
        records(type, in: folder) { line, object in
          let (record, faults) = Record.read(type, object)
          if !faults.isEmpty { isSound = false }
          contents.revisions.insert(record)
          lines[record.revision] = String(decoding: line, as: UTF8.self)
        }
      }
    }
    guard isSound else { return nil }
    for (sha256, bytes) in text { guard contents.add(text: bytes) == sha256 else { return nil } }
    for id in contents.revisions.ids(.document) {
      for text in contents.revisions.revisions(.document, id).values.compactMap({ $0.document?.text }) {
        guard text.path == BundleContents.textPath(text.sha256), contents.scalars(ofText: text.sha256) != nil else {
          return nil
        }
      }
    }
    guard Validation.faults(in: contents.revisions, text: { contents.scalars(ofText: $0) }).isEmpty else { return nil }
    let view = View(of: contents.revisions)
    // Lines that are none, or not canonical, are not among those that the records give.
    guard BundleLayout.rows(contents, view: view).filter({ !$0.value.isEmpty }) == files else { return nil }
    let cells = RecordType.allCases.map { ($0, Table.of($0)?.lines(of: view.rows($0)) ?? []) }
    return (
      WalkedBundle.Part(revisions: contents.revisions, view: view, lines: lines),
      Dictionary(uniqueKeysWithValues: cells)
    )
  }
}

/// A part that is being made on a thread of its own.
private struct PartAhead {
  private final class Box: Sendable {
    let value = Mutex<(WalkedBundle.Part, [RecordType: [UInt8]])?>(nil)
  }

  private let box = Box()
  private let thread: WorkerThread?

  init(_ lines: PartLines) {
    let make = { @Sendable [box] in
      let made = lines.part()
      box.value.withLock { $0 = made }
    }
    thread = WorkerThread(make)
    if thread == nil { make() }
  }

  /// To be asked for once.
  func value() -> (WalkedBundle.Part, [RecordType: [UInt8]])? {
    thread?.join()
    return box.value.withLock { $0 }
  }
}
