import AdapterKit
import Archive
import Plan
import Workers

/// Imports files on every core, and holds of each only what the caller keeps of it.
public struct FileImport: Sendable {
  /// What became of one file.
  public enum Outcome<Kept: Sendable>: Sendable {
    /// - isCopy: the same bytes are in the import under a lesser name, and bring nothing.
    case imported(Kept, isCopy: Bool)
    case failed(ImportError)
    /// Another file of the same import gives the same document id.
    case collides(id: String, with: String)
  }

  /// One file, read and done with.
  private struct Attempt<Kept: Sendable>: Sendable {
    let path: String
    let name: String
    /// Absent where the file does not even say whose it is.
    var claim: Claim?
    var result: Result<Kept, ImportError>
  }

  /// What a file takes an id for.
  private struct Claim {
    let id: String
    /// SHA-256 of the file.
    let source: String
  }

  public let adapters: [any Adapter]
  public let options: ImportSession.Options
  private let base: RevisionSet
  private let known: KnownIDs

  /// - Parameter base: what the bundle that is imported onto holds.
  public init(adapters: [any Adapter], options: ImportSession.Options, onto base: RevisionSet = RevisionSet()) {
    self.adapters = adapters
    self.options = options
    self.base = base
    known = KnownIDs(base)
  }

  /// Imports files; the order of the outcomes is theirs, and makes no other difference.
  ///
  /// - Parameters:
  ///   - done: told how many files are read.
  ///   - open: reads the file.
  ///   - keep: what stays of a document, also of one that turns out to collide; called on several threads.
  /// - Returns: the path of each file for messages, and what became of it.
  public func run<File: Sendable, Kept: Sendable>(
    _ files: [File], done: @Sendable (Int) -> Void = { _ in },
    open: @Sendable (File) -> Result<SourceFile, FileFailure>, keep: @Sendable (ImportedDocument) -> Kept
  ) -> [(path: String, outcome: Outcome<Kept>)] {
    let attempts = concurrentMap(files, done: done) { file in
      switch open(file) {
      case .success(let file): attempt(file, keep)
      case .failure(let failure): Attempt<Kept>(path: failure.path, name: "", result: .failure(.unopened(failure)))
      }
    }
    var owners: [String: [Int]] = [:]
    for (index, attempt) in attempts.enumerated() {
      if let id = attempt.claim?.id { owners[id, default: []].append(index) }
    }
    return attempts.indices.map { index in
      (attempts[index].path, outcome(of: index, in: attempts, owners))
    }
  }

  private func outcome<Kept>(
    of index: Int, in attempts: [Attempt<Kept>], _ owners: [String: [Int]]
  ) -> Outcome<Kept> {
    let mine = attempts[index].claim.flatMap { owners[$0.id] } ?? []
    if let claim = attempts[index].claim,
      let rival = mine.first(where: { attempts[$0].claim?.source != claim.source })
    {
      return .collides(id: claim.id, with: attempts[rival].path)
    }
    switch attempts[index].result {
    case .failure(let error): return .failed(error)
    case .success(let kept):
      // The same bytes twice are one source, called by the lesser name.
      let first = mine.min { utf8Order(attempts[$0].name, attempts[$1].name) }
      return .imported(kept, isCopy: index != first)
    }
  }

  private func attempt<Kept>(_ file: SourceFile, _ keep: (ImportedDocument) -> Kept) -> Attempt<Kept> {
    var claim: Claim?
    var result: Result<Kept, ImportError>
    do throws(ImportError) {
      let document = try imported(file)
      claim = Claim(
        id: document.assembly.document.id,
        source: document.assembly.document.body["source"]?.object?["sha256"]?.string ?? "")
      // An adapter's work is held to the rules before anything of it is kept.
      let faults =
        document.isKnown ? [] : document.assembly.records.flatMap { Record.read($0.type, $0.line).faults }
      result =
        faults.isEmpty
        ? .success(keep(document)) : .failure(.breaksRules(adapter: document.reading.adapter.id, faults))
    } catch {
      result = .failure(error)
    }
    return Attempt(path: file.displayPath, name: file.name ?? "", claim: claim, result: result)
  }

  private func imported(_ file: SourceFile) throws(ImportError) -> ImportedDocument {
    let reading = try readDocument(
      file, adapters: adapters, adapterID: options.adapterID, given: options.given, allowMarked: options.allowMarked)
    let previous =
      base.isEmpty
      ? nil
      : PreviousReading(of: try Assembly.documentID(reading, given: options.given), in: base, known)
    let assembly = try Assembly(reading, given: options.given, themes: options.themes, onto: previous)
    return ImportedDocument(reading: reading, assembly: assembly, isKnown: assembly.isKnown)
  }
}
