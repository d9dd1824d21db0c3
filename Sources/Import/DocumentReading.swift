import AdapterKit
import Archive
import ChineseText
import Plan
import Reading
import Vocabulary

/// A file read, repaired, recognised and adapted: all that is known of it before ids are given.
public struct DocumentReading: Sendable {
  public let file: SourceFile
  /// What was read; adapters see neither its marks nor its asides.
  public let text: TextReading
  /// What adapters saw.
  public let blocks: [Block]
  /// Whether it is written in traditional characters; adapters see simplified ones.
  public let isTraditional: Bool
  /// The chosen adapter's fit, then the others', best first; only one where the user named it.
  public let recognitions: [Recognition]
  public let adapter: any Adapter
  public let draft: Draft
  public let segments: [Segment]

  public var repaired: RepairedText { text.repaired }
  public var marks: [ConfidentialityMark] { text.marks }
}

/// Reads one file with the adapter that fits best, or with the one the user named.
///
/// A confidentiality mark stops it before anything else is asked of the text, unless `allowMarked`.
public func readDocument(
  _ file: SourceFile, adapters: [any Adapter], adapterID: String? = nil, given: Given = Given(),
  allowMarked: Bool = false
) throws(ImportError) -> DocumentReading {
  let text: TextReading
  do throws(ReadingError) { text = try TextReading(file.bytes, name: file.name) } catch { throw .unreadable(error) }
  guard text.marks.isEmpty || allowMarked else { throw .marked(text.sourceMarks) }
  let (source, isTraditional) = text.source(given)
  let recognitions = try recognise(source, adapters: adapters, adapterID: adapterID)
  guard let chosen = recognitions.first else { throw .notRecognised([]) }
  var builder = DraftBuilder(source)
  do throws(AdapterFailure) { try chosen.adapter.read(source, into: &builder) } catch {
    throw .adapterFailed(adapter: chosen.adapter.id, error)
  }
  for aside in text.asides { builder.boilerplate(aside.range, aside.kind.rawValue) }
  for mark in text.marks { builder.document(mark.whole) }
  // Of a document that no adapter was made for, its sections are worth keeping too.
  let bare: Set<Plan.Item.Role> = chosen.adapter.isFallback ? [.context] : [.context, .section]
  guard builder.draft.items.contains(where: { !bare.contains($0.role) }) else {
    throw .nothingRead(adapter: chosen.adapter.id)
  }
  return DocumentReading(
    file: file, text: text, blocks: source.blocks, isTraditional: isTraditional, recognitions: recognitions,
    adapter: chosen.adapter, draft: builder.draft,
    segments: accounting(of: text.repaired, claims: builder.draft.claims))
}

extension TextReading {
  /// The text as adapters see it, and whether it is written in traditional characters.
  public func source(_ given: Given = Given()) -> (source: SourceText, isTraditional: Bool) {
    let (running, blocks) = running()
    let plain = simplified(running)
    return (SourceText(scalars: plain ?? running, original: running, blocks: blocks, given: given), plain != nil)
  }
}

/// How every adapter fits, best first; the first one is the choice. Fallbacks are asked only where no other one fits.
private func recognise(_ source: SourceText, adapters: [any Adapter], adapterID: String?) throws(ImportError)
  -> [Recognition]
{
  if let adapterID {
    guard let named = adapters.first(where: { $0.id == adapterID }) else {
      throw .unknownAdapter(adapterID, known: adapters.map(\.id).sorted())
    }
    let recognition = Recognition(named, in: source)
    if let failure = recognition.failure { throw .adapterFailed(adapter: adapterID, failure) }
    return [recognition]
  }
  var ranked = ranking(adapters.filter { !$0.isFallback }, in: source)
  if (ranked.first?.score ?? 0) < Recognition.threshold {
    ranked = ranking(adapters.filter(\.isFallback), in: source) + ranked
    ranked.sort(by: isBetter)
  }
  // It might have been the one that fits.
  if (ranked.first?.score ?? 0) < Recognition.threshold, let failed = ranked.first(where: { $0.failure != nil }),
    let failure = failed.failure
  {
    throw .adapterFailed(adapter: failed.adapter.id, failure)
  }
  let fits = ranked.map { ImportError.Fit(adapter: $0.adapter.id, score: $0.score) }
  guard let best = ranked.first, best.score >= Recognition.threshold else { throw .notRecognised(fits) }
  guard ranked.count < 2 || ranked[1].score < best.score else { throw .ambiguous(fits) }
  return ranked
}

private func ranking(_ adapters: [any Adapter], in source: SourceText) -> [Recognition] {
  adapters.map { Recognition($0, in: source) }.sorted(by: isBetter)
}

/// The higher score; of equal ones an adapter made for the kind, then the lesser id.
private func isBetter(_ a: Recognition, _ b: Recognition) -> Bool {
  if a.score != b.score { return a.score > b.score }
  if a.adapter.isFallback != b.adapter.isFallback { return b.adapter.isFallback }
  return a.adapter.id < b.adapter.id
}
