import AdapterKit
import Plan
import Vocabulary

/// An adapter that is a program of its own; what it may say is held to the protocol
/// (`exchange-formats/v1/adapter-protocol.md`).
///
/// Its processes live as long as the value and its copies do.
public struct ExternalAdapter: Adapter {
  public let program: AdapterProgram
  private let pool: ProgramPool

  /// Starts the program and asks what it is.
  public init(_ program: AdapterProgram, limits: ProgramLimits = ProgramLimits()) throws(AdapterFailure) {
    self.program = program
    do throws(ProgramFailure) { pool = try ProgramPool(program, limits) } catch { throw AdapterFailure(error) }
  }

  public var id: String { pool.introduction.id }
  public var version: Int { pool.introduction.version }
  public var name: Localized { pool.introduction.name }
  public var kind: Document.Kind { pool.introduction.kind }
  public var summary: Localized { pool.introduction.summary }

  public func evidence(in source: SourceText) throws(AdapterFailure) -> [Evidence] {
    var answer = EvidenceAnswer()
    try ask(source, into: &answer)
    return answer.evidence
  }

  /// Nothing of an answer is kept that is not whole.
  public func read(_ source: SourceText, into draft: inout DraftBuilder) throws(AdapterFailure) {
    var answer = DraftAnswer(draft)
    try ask(source, into: &answer)
    draft = answer.builder
  }

  private func ask(_ source: SourceText, into answer: inout some Answer) throws(AdapterFailure) {
    do throws(ProgramFailure) {
      try pool.withProcess { (process) throws(ProgramFailure) in try process.ask(source, into: &answer) }
    } catch {
      throw AdapterFailure(error)
    }
  }
}
