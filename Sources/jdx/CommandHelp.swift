import ArgumentParser
import Vocabulary

/// Help of an argument in the user's language; `value` is what stands in its place, `<bundle>`.
func help(_ zh: String, _ en: String, value: Localized? = nil) -> ArgumentHelp {
  ArgumentHelp(stringLiteral: say(zh: zh, en: en)).named(value?[language])
}

extension ArgumentHelp {
  fileprivate func named(_ value: String?) -> ArgumentHelp {
    var help = self
    help.valueName = value
    return help
  }
}

/// What the places of arguments are called.
enum ValueName {
  static let bundle = Localized(zh: "数据包", en: "bundle")
  static let file = Localized(zh: "文件", en: "file")
  static let folder = Localized(zh: "文件夹", en: "folder")
  static let adapter = Localized(zh: "适配器", en: "adapter")
  static let key = Localized(zh: "密钥", en: "key")
  static let city = Localized(zh: "城市", en: "city")
  static let date = Localized(zh: "日期", en: "date")
  static let algorithm = Localized(zh: "算法", en: "name")
  static let text = Localized(zh: "文字", en: "text")
  static let year = Localized(zh: "年份", en: "year")
  static let count = Localized(zh: "数", en: "count")
  static let who = Localized(zh: "谁", en: "who")
  static let why = Localized(zh: "理由", en: "why")
  static let id = Localized(zh: "编号", en: "id")
  static let form = Localized(zh: "形式", en: "form")
  static let layout = Localized(zh: "排法", en: "layout")
  static let language = Localized(zh: "语言", en: "language")
}

/// A command's own help: what it does, and an example.
///
/// - Parameter usage: where the parser's own line, which names every option, would be too long.
func describe(
  _ name: String, zh: String, en: String, usage: Localized? = nil, example lines: String,
  subcommands: [ParsableCommand.Type] = []
) -> CommandConfiguration {
  CommandConfiguration(
    commandName: name, abstract: say(zh: zh, en: en), usage: usage?[language], discussion: example(lines),
    subcommands: subcommands)
}

/// Commands that work as they stand, once the files are one's own.
func example(_ lines: String) -> String {
  var out = Array(say(zh: "示例：\n  ", en: "Example:\n  ").utf8)
  for byte in lines.utf8 {
    out.append(byte)
    if byte == UInt8(ascii: "\n") { out += "  ".utf8 }
  }
  return String(decoding: out, as: UTF8.self)
}
