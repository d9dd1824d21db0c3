import Plan
import Vocabulary

extension Fault {
  /// `cn370200.….key-1/title: a required field is missing [field.missing]`.
  public var words: Localized { Localized(zh: words(.zhHans), en: words(.en)) }

  private func words(_ language: Language) -> String {
    "\(record)\(path): \(code.label[language]) [\(code.rawValue)]\(detail.isEmpty ? "" : ": \(detail)")"
  }
}

extension Fault.Code {
  public var label: Localized {
    switch self {
    case .missing: Localized(zh: "缺少必填字段", en: "a required field is missing")
    case .wrongType: Localized(zh: "字段类型不对", en: "a field has the wrong type")
    case .unknown: Localized(zh: "格式里没有这个字段", en: "the format has no such field")
    case .emptyList: Localized(zh: "空列表应省略", en: "an empty list should be absent")
    case .vocabulary: Localized(zh: "值不在词表中", en: "the value is not in the vocabulary")
    case .decimal: Localized(zh: "不是十进制数字串", en: "is no decimal string")
    case .date: Localized(zh: "不是日期（YYYY-MM-DD）", en: "is no date (YYYY-MM-DD)")
    case .sha256: Localized(zh: "不是 SHA-256 校验值", en: "is no SHA-256")
    case .identifier: Localized(zh: "编号不合规则", en: "the id breaks the rules")
    case .range: Localized(zh: "起止颠倒或越界", en: "the range is empty or turned about")
    case .comparator: Localized(zh: "上下限与比较方式不符", en: "the bounds do not fit the comparator")
    case .revision: Localized(zh: "修订号与内容不符", en: "the revision is not the content's")
    case .reference: Localized(zh: "所指的记录或文本不存在", en: "what it refers to does not exist")
    case .order: Localized(zh: "次序不对，或有重复", en: "stands in the wrong order")
    case .span: Localized(zh: "出处超出文本", en: "the span lies outside the text")
    case .quote: Localized(zh: "引文与出处不符", en: "the quote is not what stands at its span")
    case .notCanonical: Localized(zh: "不是规范化 JSON", en: "is no canonical JSON")
    case .notJSON: Localized(zh: "不是 JSON", en: "is no JSON")
    }
  }
}
