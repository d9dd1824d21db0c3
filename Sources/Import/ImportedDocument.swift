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
      let isDot = doubt.kind == .filterDot
      return Diagnostic(
        "repair.doubt", at: inText(doubt.range),
        zh: isDot ? "这个间隔点可能是词中多出的，但不能确定，未作处理" : "这里像是网页防复制的乱码，但不能确定，未作处理",
        en: isDot
          ? "this dot may be one too many inside a word, but not surely; it was left as it is"
          : "this looks like a page's anti-copy characters, but not surely; it was left as it is",
        hint: Localized(zh: "如确是多余，请从原文件中删去后重新导入", en: "if it is, delete it from the source and import again"))
    }
  }

  private func inText(_ source: Range<Int>) -> Range<Int> {
    let start = reading.repaired.textOffset(of: source.lowerBound)
    return start..<max(start, reading.repaired.textOffset(of: source.upperBound))
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
      let words = reading.repaired.source.string(segment.range)
      return Diagnostic(
        "text.unclaimed", at: inText(segment.range), zh: "未识别：\(words)", en: "not understood: \(words)")
    }
  }
}
