import AdapterKit

/// An outline of any kind, read by its headings and by the words that all such papers share, with no profile.
public struct PlainOutline {
  private let outline: Outline

  public init(_ source: SourceText) { outline = Outline(source, words: PlainOutline.shape) }

  private static let shape = ShapeWords(.outline)

  /// The words that it tells parts and lines by.
  public static var words: [String] { shape.all + Outline.ownWords }

  /// What speaks for and against a text being a plan, a summary or a report in sections.
  public var evidence: [Evidence] { OutlineEvidence(outline: outline).evidence }

  /// Reads it; every item is to be checked, for the reason that the review states.
  public func read(into draft: inout DraftBuilder, review: String) {
    OutlineFacts(outline: outline).read(into: &draft)
    OutlineReader(outline, review: review).read(into: &draft)
  }
}

extension Outline {
  /// What the reader of outlines knows beside the words of a profile and of the shape.
  static let ownWords =
    words + OutlineHead.words + OutlineEvidence.words + OutlineFacts.words + OutlineMark.words + OutlinePart.words
    + OutlineList.words + OutlineNotes.words
}
