import AdapterKit
import Archive
import ChineseText
import Plan
import Reading
import Vocabulary

/// A file read, repaired, recognised and adapted: all that is known of it before ids are given.
public struct DocumentReading: Sendable {
  public let file: SourceFile
  public let decoded: DecodedText
  public let repaired: RepairedText
  public let blocks: [Block]
  /// The confidentiality marks in the repaired text, ascending; adapters do not see them.
  public let marks: [ConfidentialityMark]
  /// Whether it is written in traditional characters; adapters see simplified ones.
  public let isTraditional: Bool
  /// The chosen adapter's fit, then the others', best first; only one where the user named it.
  public let recognitions: [Recognition]
  public let adapter: any Adapter
  public let draft: Draft
  public let segments: [Segment]
}

/// The text of a file: decoded, repaired, and cut into blocks.
public struct TextReading: Sendable {
  public let decoded: DecodedText
  public let repaired: RepairedText
  public let blocks: [Block]
  /// The confidentiality marks in the repaired text, ascending.
  public let marks: [ConfidentialityMark]

  /// UTF-8 of the repaired text: exactly what spans point into.
  public var bytes: [UInt8] { Array(repaired.text.string(0..<repaired.text.count).utf8) }

  public init(_ bytes: [UInt8]) throws(ReadingError) {
    decoded = try decode(bytes)
    repaired = ChineseText.repaired(decoded.scalars)
    blocks = plainTextBlocks(repaired.text)
    marks = confidentialityMarks(in: repaired.text)
  }
}

/// Reads one file with the adapter that fits best, or with the one the user named.
///
/// A confidentiality mark stops it before anything else is asked of the text, unless `allowMarked`.
public func readDocument(
  _ file: SourceFile, adapters: [any Adapter], adapterID: String? = nil, given: Given = Given(),
  allowMarked: Bool = false
) throws(ImportError) -> DocumentReading {
  let text: TextReading
  do throws(ReadingError) { text = try TextReading(file.bytes) } catch { throw .unreadable(error) }
  guard text.marks.isEmpty || allowMarked else { throw .marked(text.sourceMarks) }
  let unmarked = blanking(text.marks, in: text.repaired.text)
  let blocks = text.marks.isEmpty ? text.blocks : plainTextBlocks(unmarked)
  let plain = simplified(unmarked)
  let source = SourceText(scalars: plain ?? unmarked, original: unmarked, blocks: blocks, given: given)
  let recognitions = try recognise(source, adapters: adapters, adapterID: adapterID)
  guard let chosen = recognitions.first else { throw .notRecognised([]) }
  var builder = DraftBuilder(source)
  chosen.adapter.read(source, into: &builder)
  for mark in text.marks { builder.document(mark.whole) }
  guard builder.draft.items.contains(where: { $0.role != .context && $0.role != .section }) else {
    throw .nothingRead(adapter: chosen.adapter.id)
  }
  return DocumentReading(
    file: file, decoded: text.decoded, repaired: text.repaired, blocks: blocks, marks: text.marks,
    isTraditional: plain != nil, recognitions: recognitions, adapter: chosen.adapter, draft: builder.draft,
    segments: accounting(of: text.repaired, claims: builder.draft.claims))
}

/// How every adapter fits, best first; the first one is the choice.
private func recognise(_ source: SourceText, adapters: [any Adapter], adapterID: String?) throws(ImportError)
  -> [Recognition]
{
  if let adapterID {
    guard let named = adapters.first(where: { $0.id == adapterID }) else {
      throw .unknownAdapter(adapterID, known: adapters.map(\.id).sorted())
    }
    return [Recognition(named, in: source)]
  }
  let ranked = adapters.map { Recognition($0, in: source) }
    .sorted { a, b in a.score != b.score ? a.score > b.score : a.adapter.id < b.adapter.id }
  let fits = ranked.map { ImportError.Fit(adapter: $0.adapter.id, score: $0.score) }
  guard let best = ranked.first, best.score >= Recognition.threshold else { throw .notRecognised(fits) }
  guard ranked.count < 2 || ranked[1].score < best.score else { throw .ambiguous(fits) }
  return ranked
}
