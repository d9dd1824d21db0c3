import AdapterKit
import ChineseText
import Plan

/// What a profile may say of a text in sections, by one example of it: its title, its parts, its labels.
public struct OutlineProposal: Sendable {
  /// The words of the title without year and bureau; `nil` where no line above the first heading is one.
  public let title: String?
  public let kind: Document.Kind
  /// The parts that its headings name in words that every outline is read by.
  public let parts: [Profile.Part]
  /// The highest headings of which no word tells what part they open, each once.
  public let unknown: [String]
  /// The labels behind its tasks.
  public let labels: [Profile.Column]

  /// `nil` where no headings stand side by side that tell parts, or tasks with labels behind them.
  public init?(_ source: SourceText) {
    let outline = Outline(source, words: ShapeWords(.outline))
    let highest = outline.sections.filter { $0.parent == nil && !$0.isAddress && !$0.isAnnex }
    guard OutlineEvidence(outline: outline).headingCount >= 2, !OutlineEvidence.isMostlyTable(source) else {
      return nil
    }
    title = outline.head.title.flatMap { ProposedTitle.lasting(in: Array(source.bare($0).unicodeScalars)) }
    kind = outline.head.kind
    let named = outline.parts
    parts = Profile.Part.allCases.filter(named.contains)
    var seen: Set<[UInt8]> = []
    unknown = highest.filter { !$0.opensPart }.compactMap { $0.title.map(source.bareWritten) }
      .filter { seen.insert(Array($0.utf8)).inserted }
    let labelled = outline.labels
    labels = Profile.Column.allCases.filter(labelled.contains)
    if parts.isEmpty, labels.isEmpty { return nil }
  }
}
