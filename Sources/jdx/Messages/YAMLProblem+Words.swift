import Vocabulary

extension YAMLError.Problem {
  /// What is wrong, in words that follow "不是合法的 YAML：".
  var words: Localized {
    switch self {
    case .syntax(let text): Localized(zh: "语法不对", en: text)
    case .unreadable(let text): Localized(zh: "有不能识别的字符", en: text)
    case .noDocument: Localized(zh: "没有内容", en: "it is empty")
    case .severalDocuments: Localized(zh: "只能有一份文档", en: "a second document begins here")
    case .alias(let name): Localized(zh: "不支持引用 *\(name)", en: "aliases such as *\(name) are not allowed")
    case .tag(let name): Localized(zh: "不支持标签 \(name)", en: "tags such as \(name) are not allowed")
    case .keyNotScalar: Localized(zh: "键必须是文字", en: "a key must be plain text")
    case .duplicateKey(let key, let line):
      Localized(zh: "键 \(key) 与第 \(line) 行重复", en: "the key \(key) stands in line \(line) too")
    case .tooDeep(let limit): Localized(zh: "嵌套超过 \(limit) 层", en: "nested deeper than \(limit) levels")
    case .tooManyNodes(let limit): Localized(zh: "超过 \(limit) 个值", en: "more than \(limit) values")
    case .tooLarge(let limit): Localized(zh: "超过 \(limit) 字节", en: "more than \(limit) bytes")
    case .noMemory: Localized(zh: "内存不足", en: "out of memory")
    }
  }
}
