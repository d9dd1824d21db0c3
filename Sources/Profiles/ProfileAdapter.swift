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
  public var words: [String] {
    shape.all + profile.evidence.flatMap(\.words) + (profile.shape == .outline ? Outline.ownWords : [])
  }

  /// A table of tasks or headings with text below them are a must, whatever else the profile asks for.
  public func evidence(in source: SourceText) -> [Evidence] {
    switch profile.shape {
    case .ledger: ledgerEvidence(in: source)
    // Nobody need look for headings in a form.
    case .outline where OutlineEvidence.isMostlyTable(source): [OutlineEvidence.mostlyTable]
    case .outline: OutlineEvidence(outline: Outline(source, words: shape)).evidence(profile.evidence)
    }
  }

  private func ledgerEvidence(in source: SourceText) -> [Evidence] {
    let ledger = Ledger(DrawnRows.rejoined(source)?.source ?? source, words: shape)
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
    case .heading, .parts, .labels: return nil
    }
  }

  public func read(_ source: SourceText, into draft: inout DraftBuilder) {
    switch profile.shape {
    case .ledger:
      guard let drawn = DrawnRows.rejoined(source) else { return readLedger(source, into: &draft) }
      var inner = DraftBuilder(drawn.source)
      readLedger(drawn.source, into: &inner)
      draft.take(inner.draft, from: drawn)
    case .outline:
      let outline = Outline(source, words: shape)
      OutlineFacts(outline: outline).read(into: &draft)
      OutlineReader(outline, review: nil).read(into: &draft)
    }
  }

  private func readLedger(_ source: SourceText, into draft: inout DraftBuilder) {
    let ledger = Ledger(source, words: shape)
    let head = LedgerHead(ledger)
    head.read(into: &draft)
    LedgerReader(ledger, head: head).read(into: &draft)
  }
}
