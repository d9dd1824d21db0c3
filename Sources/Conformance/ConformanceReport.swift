import AdapterKit
import Profiles

/// What a plugin's corpus shows of its adapters.
public struct ConformanceReport: Sendable {
  public let cases: [CaseReport]
  public let mutations: MutationReport
  /// Of the adapters that are profiles: which of their rules the corpus needs.
  public let rules: [RuleUse]

  public var isPassed: Bool { cases.allSatisfy { $0.result == .passed } && mutations.brokenCount == 0 }

  /// Runs a corpus.
  ///
  /// - Parameters:
  ///   - adapters: all that an import would choose from, the tested ones among them.
  ///   - tested: the ids of those whose corpus it is; at least one.
  ///   - profiles: the files of the tested profiles.
  ///   - mutations: how many damaged documents are tried.
  ///   - done: told how many of them are done; never called twice at a time.
  public init(
    of cases: [CorpusCase], adapters: [any Adapter], tested: [String], profiles: [ProfileRules] = [],
    mutations: Int = 1_000, done: @Sendable (Int) -> Void = { _ in }
  ) {
    self.cases = cases.map { CaseReport($0, adapters: adapters, tested: Set(tested)) }
    self.mutations = MutationReport(mutations, of: cases, adapters: adapters, tested: tested, done: done)
    rules = profiles.compactMap { RuleUse($0, in: cases) }
  }
}
