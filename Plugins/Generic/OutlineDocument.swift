import AdapterKit
import Plan
import Profiles
import Vocabulary

/// Reads any plan, summary or report with counted or marked headings that no city's adapter is made for.
public struct OutlineDocument: Adapter {
  public let id = "generic"
  public let version = 3
  public let name = Localized(zh: "通用提纲", en: "Outline of any kind")
  public let kind = Document.Kind.other
  public let summary = Localized(
    zh: "没有专用适配器的计划、总结、报告、方案：按一、（一）1. 等标题和文件自带的标题层级分章节，标题下每句一条，全部待核。",
    en: "A plan, summary, report or programme that no other adapter is made for: sections by headings such as 一、（一）1. "
      + "and by those that the file marks, an item a sentence, all to be checked.")
  public let isFallback = true
  public var words: [String] { PlainOutline.words }

  public init() {}

  public func evidence(in source: SourceText) -> [Evidence] { PlainOutline(source).evidence }

  public func read(_ source: SourceText, into draft: inout DraftBuilder) {
    PlainOutline(source).read(into: &draft, review: "outline")
  }
}
