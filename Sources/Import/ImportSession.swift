import AdapterKit
import ChineseText
import Packaging
import Plan
import Vocabulary

/// Imports files into one bundle's contents and holds all that was read; ``FileImport`` does so for a folder of any size.
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
    let imports = FileImport(adapters: adapters, options: options, onto: contents.revisions)
    for (file, result) in zip(files, imports.run(files, done: done, open: { .success($0) }, keep: { $0 })) {
      switch result.outcome {
      case .imported(var document, let isCopy):
        document.isKnown = document.isKnown || isCopy
        contents.formUnion(document.contents)
        outcomes.append((file, .imported(document)))
      case .failed(let error): outcomes.append((file, .failed(error)))
      case .collides(let id, let path): outcomes.append((file, .collides(id: id, with: path)))
      }
    }
  }
}
