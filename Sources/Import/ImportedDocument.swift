import AdapterKit
import ChineseText
import Packaging
import Plan
import Vocabulary

/// One file imported: how it was read, and the records that came of it.
public struct ImportedDocument: Sendable {
  public let reading: DocumentReading
  public let assembly: Assembly
  /// The same bytes were imported before, or under another name: nothing new was written.
  public internal(set) var isKnown: Bool

  /// What it brings into a bundle.
  public var contents: BundleContents {
    var contents = BundleContents()
    guard !isKnown else { return contents }
    for record in assembly.records { contents.revisions.insert(record) }
    for contact in assembly.contacts { contents.add(contact: contact.json) }
    contents.add(text: assembly.text)
    if let source = reading.text.sourceBytes { contents.add(text: source) }
    contents.add(
      source: BundleContents.Source(bytes: reading.file.bytes, fileExtension: reading.text.file.fileExtension))
    return contents
  }

  /// What a person should know, the repairs' doubts and the figures' included.
  public var diagnostics: [Diagnostic] {
    reading.text.fileNotices + marks + failedAdapters + reading.draft.diagnostics + reading.unknownBodies
      + reading.text.doubts + reviews
      + unclaimed
  }

  /// Those that were to be asked whether the document is of their shape, and failed.
  private var failedAdapters: [Diagnostic] {
    reading.recognitions.compactMap(\.failure).map { failure in
      Diagnostic(
        "adapter.failed", zh: "\(failure.message.zh)；这份文件由其他适配器识别",
        en: "\(failure.message.en); others recognised the document", hint: failure.hint)
    }
  }

  /// Each mark once, however many pages repeat it.
  private var marks: [Diagnostic] {
    var seen: Set<[Unicode.Scalar]> = []
    return reading.marks.map(\.range).filter { seen.insert(Array(reading.repaired.text[$0])).inserted }.map { mark in
      let words = reading.repaired.text.string(mark)
      return Diagnostic(
        "document.marked", at: mark, zh: "文件标有“\(words)”，已导入，标志记入数据包",
        en: "the document is marked “\(words)”; it was imported, and the mark recorded",
        hint: Localized(
          zh: "数据包与原文件同样保管，不得扩大知悉范围", en: "keep the bundle as its source is kept, and pass it on to nobody else"))
    }
  }

  private var reviews: [Diagnostic] {
    let outlined = assembly.records.count { reviewReason($0) == "outline" }
    let whole = Diagnostic(
      "document.review", zh: "没有专读这类文件的适配器，按标题层级读出 \(outlined) 条，均待核",
      en: "no adapter is made for this kind of document; its headings gave \(outlined) items, all to be checked",
      hint: Localized(zh: "用 jdx show 查看，如有误用 --fix 更正", en: "see them with jdx show, and correct them with --fix"))
    return (outlined > 0 ? [whole] : []) + singleReviews
  }

  private func reviewReason(_ record: Record) -> String? { record.body["review"]?.object?["reason"]?.string }

  /// What is to be checked for a reason of its own.
  private var singleReviews: [Diagnostic] {
    assembly.records.compactMap { record in
      guard let reason = reviewReason(record), reason != "outline" else { return nil }
      let spans = record.item?.spans ?? record.indicator?.spans ?? []
      let place = spans.first.map { ($0.start..<$0.end).clamped(to: reading.repaired.text.indices) }
      return record.type == .item
        ? review("item.review", of: record.id, at: place, reason)
        : review("figure.review", of: record.id, at: place, reason)
    }
  }

  private func review(_ code: String, of record: String, at range: Range<Int>?, _ reason: String) -> Diagnostic {
    let words = range.map { reading.repaired.text.string($0) } ?? ""
    let label = Labels.standard.label(.reviewReasons, reason) ?? Localized(zh: reason, en: reason)
    return Diagnostic(
      code, at: range, record: record, zh: "“\(words)”待核：\(label.zh)", en: "to be checked, “\(words)”: \(label.en)",
      hint: Localized(zh: "如有误，用 --fix 更正（\(record)）", en: "correct it with --fix if it is wrong (\(record))"))
  }

  private var unclaimed: [Diagnostic] {
    reading.segments.filter { $0.class == .unclaimed }.map { segment in
      let words = reading.repaired.source.string(segment.range)
      return Diagnostic(
        "text.unclaimed", at: reading.repaired.textRange(of: segment.range), zh: "未识别：\(words)",
        en: "not understood: \(words)",
        hint: Localized(
          zh: "这些字不在任何记录中；如是目标内容，请改正原文件的格式后重新导入",
          en: "no record holds these words; if they belong to a goal, mend the source's form and import again"))
    }
  }
}
