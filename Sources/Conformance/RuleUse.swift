import AdapterKit
import ChineseText
import Import
import Profiles
import Workers

/// Which rules of a profile its corpus needs: without each of the others every document is read as it is with it.
public struct RuleUse: Sendable {
  /// The profile's id.
  public let adapter: String
  public let used: [ProfileRule]
  /// In the order of the file.
  public let unused: [ProfileRule]

  /// `nil` where the file is no profile.
  init?(_ rules: ProfileRules, in cases: [CorpusCase]) {
    guard let profile = rules.profile else { return nil }
    adapter = profile.id
    let adapter = ProfileAdapter(profile)
    let documents = cases.compactMap { RuleDocument($0, read: adapter) }
    let uses = concurrentMap(rules.all) { rule -> Bool in
      let near = documents.filter { $0.mayHold(rule) }
      guard !near.isEmpty, let rest = rules.profile(without: rule) else { return !near.isEmpty }
      let other = ProfileAdapter(rest)
      return near.contains { $0.isReadOtherwise(by: other, needsDraft: !rule.key.hasPrefix("evidence")) }
    }
    used = zip(rules.all, uses).filter(\.1).map(\.0)
    unused = zip(rules.all, uses).filter { !$0.1 }.map(\.0)
  }
}

/// A document of a corpus and how the whole profile reads it.
private struct RuleDocument: Sendable {
  private let source: SourceText
  private let words: [Unicode.Scalar]
  private let evidence: [Evidence]
  /// `nil` where it is not recognised.
  private let draft: Draft?

  init?(_ document: CorpusCase, read adapter: ProfileAdapter) {
    guard let text = try? TextReading(document.bytes, name: document.inputName) else { return nil }
    source = text.source(document.options.given).source
    words = RuleDocument.plain(source.scalars)
    evidence = adapter.evidence(in: source)
    let points = evidence.reduce(0) { $0 + $1.points }
    draft = points < Recognition.threshold ? nil : RuleDocument.draft(adapter, source)
  }

  func isReadOtherwise(by other: ProfileAdapter, needsDraft: Bool) -> Bool {
    if other.evidence(in: source) != evidence { return true }
    return needsDraft && draft != nil && RuleDocument.draft(other, source) != draft
  }

  private static func draft(_ adapter: ProfileAdapter, _ source: SourceText) -> Draft {
    var builder = DraftBuilder(source)
    adapter.read(source, into: &builder)
    return builder.draft
  }

  /// Whether the words of a rule stand in the text, without which it can't have said anything; the name of a column and
  /// the like may always have.
  func mayHold(_ rule: ProfileRule) -> Bool {
    guard rule.text.unicodeScalars.contains(where: \.isHan) else { return true }
    return rule.text.split { $0 == "*" || $0 == "#" }.allSatisfy { piece in
      let sought = String(String.UnicodeScalarView(RuleDocument.plain(piece.unicodeScalars)))
      return sought.isEmpty || words.first(sought, in: words.indices) != nil
    }
  }

  private static func plain(_ words: some Sequence<Unicode.Scalar>) -> [Unicode.Scalar] {
    words.compactMap { scalar in
      if scalar.isBlank || scalar.isLineEnd { return nil }
      return (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) : scalar
    }
  }
}
