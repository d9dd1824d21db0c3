import AdapterKit
import ChineseText
import Packaging
import Plan
import Vocabulary

/// Imports files into one bundle's contents: reads each, gives ids, aligns with what was there.
public struct ImportSession: Sendable {
  public struct Options: Sendable {
    public var adapterID: String?
    public var given = Given()
    /// Whether papers that bear a confidentiality mark are imported too; their marks are recorded.
    public var allowMarked = false
    /// Tells what items are about.
    public var themes = ThemeReader.standard

    public init() {}
  }

  /// What became of one file.
  public enum Outcome: Sendable {
    case imported(ImportedDocument)
    case failed(ImportError)
    /// Another file of the same import gives the same document id.
    case collides(id: String, with: String)
  }

  public let adapters: [any Adapter]
  public var options: Options
  /// The bundle that is imported onto, and what the import adds to it.
  public private(set) var contents: BundleContents
  /// Whether there was a bundle to import onto.
  public let isOnto: Bool
  public private(set) var outcomes: [(file: SourceFile, outcome: Outcome)] = []

  public init(adapters: [any Adapter], options: Options = Options(), onto contents: BundleContents = BundleContents()) {
    self.adapters = adapters
    self.options = options
    self.contents = contents
    isOnto = contents.revisions.count > 0
  }

  /// The documents that were read, each once.
  public var imported: [ImportedDocument] {
    var seen: Set<String> = []
    return outcomes.compactMap { outcome in
      guard case .imported(let document) = outcome.outcome else { return nil }
      return seen.insert(document.assembly.document.id).inserted ? document : nil
    }
  }

  /// Reads all files on every core, then writes the records of those whose ids do not collide; the files' order does not
  /// matter.
  ///
  /// - Parameter done: told how many files are read.
  public mutating func run(_ files: [SourceFile], done: @Sendable (Int) -> Void = { _ in }) {
    let (adapters, options) = (adapters, options)
    let readings = concurrentMap(files, done: done) { file in
      (file: file, result: Self.result(of: file, adapters: adapters, options: options))
    }
    var owners: [String: [Int]] = [:]
    for (index, reading) in readings.enumerated() {
      if case .success(let (_, id)) = reading.result { owners[id, default: []].append(index) }
    }
    let before = contents.revisions
    let known = KnownIDs(before)
    for (index, reading) in readings.enumerated() {
      switch reading.result {
      case .failure(let error): outcomes.append((reading.file, .failed(error)))
      case .success(let (document, id)):
        let mine = owners[id] ?? []
        if let rival = mine.first(where: { readings[$0].file.bytes != reading.file.bytes }) {
          outcomes.append((reading.file, .collides(id: id, with: readings[rival].file.displayPath)))
        } else {
          // The same bytes twice are one source, called by the lesser name.
          let first = mine.min { utf8Order(readings[$0].file.name ?? "", readings[$1].file.name ?? "") }
          add(document, isCopy: index != first, onto: PreviousReading(of: id, in: before, known))
        }
      }
    }
  }

  private static func result(
    of file: SourceFile, adapters: [any Adapter], options: Options
  ) -> Result<(DocumentReading, String), ImportError> {
    do throws(ImportError) {
      let reading = try readDocument(
        file, adapters: adapters, adapterID: options.adapterID, given: options.given,
        allowMarked: options.allowMarked)
      return .success((reading, try Assembly.documentID(reading, given: options.given)))
    } catch {
      return .failure(error)
    }
  }

  private mutating func add(_ reading: DocumentReading, isCopy: Bool, onto previous: PreviousReading?) {
    do throws(ImportError) {
      let assembly = try Assembly(reading, given: options.given, themes: options.themes, onto: previous)
      let isKnown = assembly.isKnown || isCopy
      if !isKnown {
        // An adapter's work is held to the rules before anything of it is kept.
        let faults = assembly.records.flatMap { Record.read($0.type, $0.line).faults }
        guard faults.isEmpty else { throw .breaksRules(adapter: reading.adapter.id, faults) }
        for record in assembly.records { contents.revisions.insert(record) }
        for contact in assembly.contacts { contents.add(contact: contact.json) }
        contents.add(text: assembly.text)
        if let source = reading.text.sourceBytes { contents.add(text: source) }
        contents.add(
          source: BundleContents.Source(bytes: reading.file.bytes, fileExtension: reading.text.file.fileExtension))
      }
      outcomes.append(
        (reading.file, .imported(ImportedDocument(reading: reading, assembly: assembly, isKnown: isKnown))))
    } catch {
      outcomes.append((reading.file, .failed(error)))
    }
  }
}
