import AdapterKit
import Import
import Plan

/// What came of one document of a corpus.
public struct CaseReport: Sendable {
  /// How well an adapter fits.
  public struct Fit: Sendable, Equatable {
    public var adapter: String
    public var score: Int
  }

  public enum Result: String, Sendable {
    case passed
    /// It gave something else than is expected.
    case differs
    /// It gave what is expected, and a law does not hold.
    case broken
    /// It is read by another adapter, or refused, and nothing says that this is wanted.
    case unrecognised
    /// Nothing is recorded of it yet.
    case unrecorded
  }

  public let name: String
  /// The adapter that read it, and the others, best first; empty where it was refused.
  public let fits: [Fit]
  /// Why it was refused.
  public let refusal: ImportError?
  public let differences: [OutcomeDifference]
  public let breaches: [Breach]
  public let result: Result
  /// Where its expectation lies, and what it gave now in the same form.
  public let expectationPath: String
  public let outcome: CorpusOutcome
  /// Whether the file of the expectation has other bytes than what it gave.
  public let isChanged: Bool

  init(_ document: CorpusCase, adapters: [any Adapter], tested: Set<String>) {
    let session = document.session(document.bytes, adapters: adapters)
    let outcome = CorpusOutcome(session)
    let expected = document.expected.flatMap { (try? JSON.parse($0))?.object }
    name = document.name
    self.outcome = outcome
    expectationPath = document.expectationPath
    isChanged = document.expected != Array(outcome.text.utf8)
    if case .failed(let error) = session.outcomes.first?.outcome { refusal = error } else { refusal = nil }
    fits = session.imported.flatMap(\.reading.recognitions).map { Fit(adapter: $0.adapter.id, score: $0.score) }
    differences = expected.map { OutcomeDifference.all(expected: $0, found: outcome.json) } ?? []
    breaches = CaseReport.breaches(session, of: document, adapters)
    let reader = fits.first?.adapter
    // What is recorded as refused, or as another adapter's, is a document that this one must not take.
    let isOwn = reader.map(tested.contains) ?? false
    if expected == nil {
      result = isOwn ? .unrecorded : .unrecognised
    } else if isChanged {
      result = .differs
    } else {
      result = breaches.isEmpty ? .passed : .broken
    }
  }

  private static func breaches(_ session: ImportSession, of document: CorpusCase, _ adapters: [any Adapter])
    -> [Breach]
  {
    var laws = LawCheck()
    laws.checkRepeat(session, document.session(document.bytes, adapters: adapters))
    if let imported = session.imported.first {
      laws.checkStable(session, onto: document.session(document.bytes, adapters: adapters, onto: session))
      laws.checkOwnText(
        session, again: document.session(imported.assembly.text, adapters: adapters, named: "input.txt"))
    }
    return brokenLaws(of: session) + laws.breaches
  }
}
