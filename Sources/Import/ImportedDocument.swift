import AdapterKit
import ChineseText
import Plan
import Vocabulary

/// One file imported: how it was read, and the records that came of it.
public struct ImportedDocument: Sendable {
  public let reading: DocumentReading
  public let assembly: Assembly
  /// The same bytes were imported before, or under another name: nothing new was written.
  public let isKnown: Bool

  /// What a person should know, the repairs' doubts and the figures' included.
  public var diagnostics: [Diagnostic] {
    reading.draft.diagnostics + doubts + reviews + unclaimed
  }

  private var doubts: [Diagnostic] {
    reading.repaired.doubts.map { doubt in
      // A doubt changed nothing, so its place in the text is its place in the source, moved by the repairs before it.
      let removed = reading.repaired.repairs.filter { $0.range.upperBound <= doubt.range.lowerBound }
        .reduce(0) { $0 + $1.range.count - $1.replacement.count }
      return Diagnostic(
        "repair.doubt", at: doubt.range.lowerBound - removed..<doubt.range.upperBound - removed,
        zh: "这里像是网页防复制的乱码，但不能确定，未作处理",
        en: "this looks like a page's anti-copy characters, but not surely; it was left as it is",
        hint: Localized(zh: "如确是乱码，请从原文件中删去后重新导入", en: "if it is, delete it from the source and import again"))
    }
  }

  private var reviews: [Diagnostic] {
    reading.draft.items.flatMap(\.figures).compactMap { figure in
      figure.quantity.doubt.map { reason in
        Diagnostic(
          "figure.review", at: figure.quantity.range, zh: "数字“\(figure.quantity.quote)”请人工核对（\(reason)）",
          en: "please check the figure “\(figure.quantity.quote)” (\(reason))",
          hint: Localized(zh: "如有误，用 --fix 更正", en: "correct it with --fix if it is wrong"))
      }
    }
  }

  private var unclaimed: [Diagnostic] {
    reading.segments.filter { $0.class == .unclaimed }.map { segment in
      let removed = reading.repaired.repairs.filter { $0.range.upperBound <= segment.range.lowerBound }
        .reduce(0) { $0 + $1.range.count - $1.replacement.count }
      let words = reading.repaired.source.string(segment.range)
      return Diagnostic(
        "text.unclaimed", at: segment.range.lowerBound - removed..<segment.range.upperBound - removed,
        zh: "未识别：\(words)", en: "not understood: \(words)")
    }
  }
}
