import AdapterKit
import ChineseText
import Plan
import Vocabulary

/// Reads what a profile describes, with the reader of its shape.
public struct ProfileAdapter: Adapter {
  public let profile: Profile
  private let shape: ShapeWords

  public init(_ profile: Profile) {
    self.profile = profile
    shape = ShapeWords(profile)
  }

  public var id: String { profile.id }
  public var version: Int { profile.version }
  public var name: Localized { profile.name }
  public var kind: Document.Kind { profile.kind }
  public var summary: Localized { profile.summary }
  public var words: [String] { shape.all + profile.evidence.flatMap(\.words) }

  /// A table of tasks is a must, whatever else the profile asks for.
  public func evidence(in source: SourceText) -> [Evidence] {
    let ledger = Ledger(source, words: shape)
    let head = LedgerHead(ledger)
    guard ledger.tables.contains(where: { !$0.rows.isEmpty }) else {
      return [Evidence(-50, zh: "没有任务表", en: "no table of tasks")]
    }
    return profile.evidence.compactMap { evidence($0, ledger, head) }
  }

  private func evidence(_ rule: Profile.Evidence, _ ledger: Ledger, _ head: LedgerHead) -> Evidence? {
    let source = ledger.source
    switch rule.sign {
    case .title(let patterns):
      let lines = head.lines.filter { $0.count <= 80 }.map { LinePattern.plain(source.scalars[$0]) }
      guard let found = lines.lazy.compactMap({ patterns.best(for: $0) }).first else { return nil }
      return Evidence(rule.points, zh: "标题合乎“\(found.text)”", en: "the title fits “\(found.text)”")
    case .columns(let columns):
      guard columns.allSatisfy(ledger.columns.contains) else { return nil }
      let names = columns.map(\.rawValue)
      return Evidence(
        rule.points, zh: "表头有 \(names.joined(separator: "、")) 各列",
        en: "the table's header names \(names.joined(separator: ", "))")
    case .header(let patterns):
      let heads = ledger.tables.flatMap(\.heads).compactMap { $0 }.map { LinePattern.plain(source.scalars[$0]) }
      guard let found = heads.lazy.compactMap({ patterns.best(for: $0) }).first else { return nil }
      return Evidence(rule.points, zh: "表头合乎“\(found.text)”", en: "a column's head fits “\(found.text)”")
    case .words(let words):
      guard let found = words.first(where: { source.scalars.first($0, in: source.whole) != nil }) else { return nil }
      return Evidence(rule.points, zh: "文中有“\(found)”", en: "the text has “\(found)”")
    }
  }

  public func read(_ source: SourceText, into draft: inout DraftBuilder) {
    let ledger = Ledger(source, words: shape)
    let head = LedgerHead(ledger)
    head.read(into: &draft)
    LedgerReader(ledger, head: head).read(into: &draft)
  }
}
