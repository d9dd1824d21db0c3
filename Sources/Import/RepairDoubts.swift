import AdapterKit
import ChineseText
import Vocabulary

extension TextReading {
  /// What may be dirt, and was left as it is.
  var doubts: [Diagnostic] {
    repaired.doubts.map { doubt in
      let words = doubt.kind.doubtful
      return Diagnostic(
        "repair.doubt", at: repaired.textRange(of: doubt.range), zh: words.zh, en: words.en,
        hint: Localized(zh: "如确是多余，请从原文件中删去后重新导入", en: "if it is, delete it from the source and import again"))
    }
  }
}

extension Repair.Kind {
  /// What a doubt says of what may be dirt of the kind.
  fileprivate var doubtful: Localized {
    switch self {
    case .filterDot:
      Localized(
        zh: "这个间隔点可能是词中多出的，但不能确定，未作处理",
        en: "this dot may be one too many inside a word, but not surely; it was left as it is")
    case .annotation:
      Localized(
        zh: "这里的注音可能是网页加上的，但不能确定，未作处理",
        en: "this pinyin may have been put in by the page, but not surely; it was left as it is")
    case .antiCopy, .pageRemnant, .radical, .deletedText, .hiddenText, .ruby, .hiddenSheet:
      Localized(
        zh: "这里像是网页防复制的乱码，但不能确定，未作处理",
        en: "this looks like a page's anti-copy characters, but not surely; it was left as it is")
    }
  }
}
