import Archive
import Plan

/// A bundle as read: its contents, what they give together, and what names them.
public struct OpenBundle: Sendable {
  public var contents: BundleContents
  public let view: View
  /// SHA-256 of the tag manifest.
  public let fingerprint: String
  /// What is signed, and by whom.
  public let seal: BundleSeal
  /// Faults of records, where reading was asked to go on in spite of them; else none.
  public let faults: [Fault]
}

/// Reads a bundle and checks it down to the last byte: the ZIP's form and hash, the manifests, every file, every
/// record's revision, and that rows and history are what the revisions give.
///
/// - Parameter tolerant: collects faults of records instead of refusing the bundle, up to some thousands.
public func readBundle(_ bytes: [UInt8], tolerant: Bool = false, limits: ArchiveLimits = ArchiveLimits())
  throws(BundleError) -> OpenBundle
{
  var reader = BundleReader(try BagReader(bytes, limits: limits))
  for type in RecordType.allCases {
    for folder in ["records", "history"] { try reader.readRecords(of: type, in: folder) }
  }
  try reader.readContacts()
  try reader.readTextsAndSources()
  if !reader.faults.isEmpty, !tolerant { throw .faults(reader.faults) }
  let view = View(of: reader.contents.revisions)
  reader.checkRules()
  if !reader.faults.isEmpty, !tolerant { throw .faults(reader.faults) }
  try reader.checkRows(against: view)
  try reader.readSubmissions()
  return OpenBundle(
    contents: reader.contents, view: view, fingerprint: SHA256Hex.of(reader.files[BundleLayout.tagManifest] ?? []),
    seal: BundleSeal(files: reader.files), faults: reader.faults)
}

/// The view of some of a bundle's rows, each checked as ``readBundle(_:tolerant:limits:)`` checks it, but for its places in
/// the text.
///
/// - Parameter files: what `records/` and `history/` would hold of them.
func partialView(of files: [String: [UInt8]]) throws(BundleError) -> View {
  var reader = BundleReader(files)
  for type in RecordType.allCases {
    for folder in ["records", "history"] { try reader.readRecords(of: type, in: folder) }
  }
  let faults = reader.faults + Validation.faults(in: reader.contents.revisions) { _ in nil }
  guard faults.isEmpty else { throw .faults(faults) }
  return View(of: reader.contents.revisions)
}

/// The contents of some of a bundle's files and what they give together, checked as ``readBundle(_:tolerant:limits:)``
/// checks a whole one; without its submissions.
func partialBundle(of files: [String: [UInt8]]) throws(BundleError) -> (contents: BundleContents, view: View) {
  var reader = BundleReader(files)
  for type in RecordType.allCases {
    for folder in ["records", "history"] { try reader.readRecords(of: type, in: folder) }
  }
  try reader.readContacts()
  try reader.readTextsAndSources()
  reader.checkRules()
  guard reader.faults.isEmpty else { throw .faults(reader.faults) }
  let view = View(of: reader.contents.revisions)
  try reader.checkRows(against: view)
  return (reader.contents, view)
}

/// Takes contents out of a bag's files and notes what is wrong with them.
private struct BundleReader {
  /// Nobody reads more, and a hostile file could hold millions.
  private static let faultLimit = 10_000

  let files: [String: [UInt8]]
  var contents = BundleContents()
  private(set) var faults: [Fault] = []

  init(_ bag: BagReader) {
    self.init(bag.files)
    contents.minorVersion = max(bag.minorVersion, BundleFormat.minor)
  }

  init(_ files: [String: [UInt8]]) { self.files = files }

  /// Whether a later minor version wrote it, whose members and codes this program need not know.
  private var isLater: Bool { contents.minorVersion > BundleFormat.minor }

  private mutating func note(_ found: some Sequence<Fault>) throws(BundleError) {
    faults += found.lazy.filter { [isLater] in !(isLater && $0.isOfLaterVersions) }
    if faults.count >= BundleReader.faultLimit { throw .faults(faults) }
  }

  // MARK: Lines

  mutating func readRecords(of type: RecordType, in folder: String) throws(BundleError) {
    let path = BundleLayout.path(folder, type)
    guard files[path] != nil else {
      if folder == "records", type != .link { throw .missing(entry: path) }
      return
    }
    try forEachLine(of: path) { (reader, line, place) throws(BundleError) in
      // A row that several heads give is no revision; the heads stand in the history.
      if folder == "records", line.object["heads"] != nil { return }
      let (record, found) = Record.read(type, line)
      try reader.note(found.lazy.map { $0.record.isEmpty ? $0.at(place) : $0 })
      reader.contents.revisions.insert(record)
    }
  }

  mutating func readContacts() throws(BundleError) {
    let documents = Set(contents.revisions.ids(.document))
    try forEachLine(of: BundleLayout.contacts) { (reader, line, place) throws(BundleError) in
      let object = line.object
      try reader.note(Contact.faults(in: object).lazy.map { $0.at(place) })
      if let document = object["document"]?.string, !documents.contains(document) {
        try reader.note([Fault(.reference, record: place, path: "/document", detail: document)])
      }
      reader.contents.add(contact: object)
    }
  }

  /// Hands over every line that is an object; all others are faults. The last line ends as every other does.
  private mutating func forEachLine(
    of path: String, _ body: (inout BundleReader, RecordLine, String) throws(BundleError) -> Void
  ) throws(BundleError) {
    guard let bytes = files[path] else { return }
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    for (number, line) in lines.enumerated() {
      let place = "\(path):\(number + 1)"
      if let line = try parse(Array(line), at: place) { try body(&self, line, place) }
    }
  }

  private mutating func parse(_ bytes: [UInt8], at place: String) throws(BundleError) -> RecordLine? {
    let line: RecordLine?
    do throws(JSONError) {
      line = try RecordLine(bytes)
    } catch {
      // A joint row holds what revisions hold, and so nests deeper.
      let deeper = try? RecordLine(bytes, depthLimit: JSON.depthLimit + Row.Conflict.depth)
      guard let deeper, deeper.object["heads"] != nil, place.hasPrefix("data/records/") else {
        try note([Fault(.notJSON, record: place, detail: "\(error)")])
        return nil
      }
      line = deeper
    }
    guard let line else {
      try note([Fault(.notJSON, record: place, detail: "object")])
      return nil
    }
    if !line.isCanonical { try note([Fault(.notCanonical, record: place)]) }
    return line
  }

  // MARK: Texts and original files

  /// Each is named by its hash.
  mutating func readTextsAndSources() throws(BundleError) {
    for path in files.keys.sorted(by: utf8Order) {
      if path.hasPrefix("data/text/") {
        guard path == "data/" + BundleContents.textPath(contents.add(text: files[path] ?? [])) else {
          throw .changed(entry: path)
        }
      } else if path.hasPrefix("data/sources/") {
        let name = path.dropFirst("data/sources/".count)
        let fileExtension = name.drop { $0 != "." }.dropFirst()
        let source = BundleContents.Source(bytes: files[path] ?? [], fileExtension: String(fileExtension))
        guard name == "\(contents.add(source: source)).\(fileExtension)", !name.contains("/") else {
          throw .changed(entry: path)
        }
      }
    }
  }

  // MARK: What follows from the records

  /// Fails where rows, history, contacts or tables are not, byte for byte, what the contents give; joint rows may also
  /// be those of drafts of the format, which compared records as wholes.
  func checkRows(against view: View) throws(BundleError) {
    guard everyLineIsARevision else { return }
    do throws(BundleError) { try hold(view) } catch {
      guard view.hasJointRows else { throw error }
      do throws(BundleError) { try hold(View(of: contents.revisions, comparing: .records)) } catch _ { throw error }
    }
  }

  private func hold(_ view: View) throws(BundleError) {
    let expected = BundleLayout.rows(contents, view: view)
    for path in Set(expected.keys).union(files.keys.filter(BundleLayout.isRows)).sorted(by: utf8Order) {
      try hold(path, against: expected[path])
    }
    // Values of a wrong type have no cells; columns of a later version are not known.
    if faults.isEmpty, !isLater { try checkTables(BundleLayout.tables(of: view)) }
  }

  /// Any of them may be missing; none may say something else than the rows.
  private func checkTables(_ expected: [String: [UInt8]]) throws(BundleError) {
    for path in files.keys.filter({ $0.hasPrefix("data/tables/") }).sorted(by: utf8Order) {
      try hold(path, against: expected[path])
    }
  }

  private func hold(_ path: String, against wanted: [UInt8]?) throws(BundleError) {
    guard let wanted, let found = files[path] else { throw .viewDiffers(entry: path, line: 1) }
    if wanted != found { throw .viewDiffers(entry: path, line: firstDifference(wanted, found)) }
  }

  /// Lines that are none give no view to compare with, and prove nothing.
  private var everyLineIsARevision: Bool {
    !faults.contains { [.notJSON, .notCanonical, .revision].contains($0.code) }
  }

  /// Those that went into the bundle must be proved by what it holds.
  mutating func readSubmissions() throws(BundleError) {
    let submissions = try SubmissionFiles.read(files)
    let all = Dictionary(
      submissions.isEmpty ? [] : contents.revisions.all.map { ($0.revision, $0) },
      uniquingKeysWith: { first, _ in first })
    for (index, submission) in submissions.enumerated() {
      if everyLineIsARevision, !submission.isProved(by: all) {
        throw .viewDiffers(entry: SubmissionFiles.list, line: index + 1)
      }
      contents.add(submission: submission)
    }
  }

  /// Rules that no single line shows.
  mutating func checkRules() {
    faults += Validation.faults(in: contents.revisions) { contents.scalars(ofText: $0) }
    for id in contents.revisions.ids(.document) {
      let records = contents.revisions.revisions(.document, id).values.sorted { $0.revision < $1.revision }
      for text in records.compactMap({ $0.document?.text }) {
        // Every reading's text must travel with it, for its spans count in it.
        if text.path != BundleContents.textPath(text.sha256) {
          faults.append(Fault(.reference, record: id, path: "/text/path", detail: text.path))
        }
        if contents.texts[text.sha256].flatMap({ String(validating: $0, as: UTF8.self) }) == nil {
          faults.append(Fault(.reference, record: id, path: "/text/sha256", detail: text.sha256))
        }
      }
    }
  }
}

extension Fault {
  /// A member or code that a later minor version may have added; keys are ASCII in all of them.
  fileprivate var isOfLaterVersions: Bool {
    code == .vocabulary || code == .unknown && path.utf8.allSatisfy { $0 < 0x80 }
  }

  fileprivate func at(_ place: String) -> Fault { Fault(code, record: place, path: path, detail: detail) }
}
