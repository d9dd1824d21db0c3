import ChineseText
import Plan
import Reading
import Vocabulary

/// What a city's plugin conforms to: it says what it recognises, and reads a document into a draft.
///
/// It sees blocks and the text they point into, never files; ids, revisions and accounting are made for it.
public protocol Adapter: Sendable {
  /// Stable, dotted, lower case: `qingdao.target-sheet`.
  var id: String { get }
  /// Counted up when the same bytes would be read differently.
  var version: Int { get }
  var name: Localized { get }
  /// What its documents are, unless the draft says otherwise.
  var kind: Document.Kind { get }
  /// Which shape of document it reads, in a sentence or two.
  var summary: Localized { get }
  /// Whether it is asked only about documents that no other adapter recognises.
  var isFallback: Bool { get }
  /// The words that it tells its documents and their parts by, in simplified characters: labels, headings, verbs.
  ///
  /// A sample of a document keeps them, so that it is read as the document was (`jdx redact --sample`).
  var words: [String] { get }
  /// What it writes, where it can also write its shape of document (`jdx export --to house`).
  var houseForm: (any HouseForm)? { get }

  /// What speaks for and against the document being of this adapter's shape.
  ///
  /// - Throws: only where the adapter is a program of its own, which may fail.
  func evidence(in source: SourceText) throws(AdapterFailure) -> [Evidence]

  /// Reads the document; what it can't place it leaves unclaimed.
  ///
  /// - Throws: as for the evidence.
  func read(_ source: SourceText, into draft: inout DraftBuilder) throws(AdapterFailure)
}

extension Adapter {
  public var isFallback: Bool { false }
  public var words: [String] { [] }
  public var houseForm: (any HouseForm)? { nil }
}

/// One reason for or against a document being of an adapter's shape.
public struct Evidence: Sendable, Equatable {
  /// In points; from 50 points on a document is recognised, 100 is certainty. Against it where negative.
  public var points: Int
  public var reason: Localized

  public init(_ points: Int, zh: String, en: String) {
    self.points = points
    reason = Localized(zh: zh, en: en)
  }
}

/// How well a document fits an adapter.
public struct Recognition: Sendable {
  /// Fewer points are no recognition.
  public static let threshold = 50

  public var adapter: any Adapter
  public var evidence: [Evidence]
  /// Why the adapter could not be asked; there is no evidence then.
  public var failure: AdapterFailure?
  /// 0 to 100.
  public var score: Int { min(100, max(0, evidence.reduce(0) { $0 + $1.points })) }

  public init(_ adapter: any Adapter, in source: SourceText) {
    self.adapter = adapter
    do throws(AdapterFailure) { evidence = try adapter.evidence(in: source) } catch {
      evidence = []
      failure = error
    }
  }
}
