import Import
import Plan
import Vocabulary

extension Failure {
  /// A file of corrections that can't be used: `fixes.yaml:4: error: …`.
  init(_ error: FixError, in path: String) {
    let (place, message, hint) = error.explained
    self.init(.wrongUse, at: "\(path):\(place)", message, hint: hint)
  }
}

extension FixError {
  fileprivate var explained: (place: String, Localized, hint: Localized?) {
    switch self {
    case .yaml(let error):
      return (
        "\(error.line):\(error.column)",
        Localized(zh: "不是合法的 YAML：\(error.problem.words.zh)", en: "is no legal YAML: \(error.problem.words.en)"), nil
      )
    case .missing(let field, let line):
      return ("\(line)", Localized(zh: "缺少 \(field)", en: "\(field) is missing"), FixError.form)
    case .unknownField(let field, let line):
      return ("\(line)", Localized(zh: "没有 \(field) 这个字段", en: "there is no field \(field)"), FixError.form)
    case .wrongForm(let field, let line):
      return ("\(line)", Localized(zh: "\(field) 的写法不对", en: "\(field) has the wrong form"), FixError.form)
    case .fitsNothing(let name, let line):
      return (
        "\(line)",
        Localized(
          zh: "导入的内容里没有“\(name)”，未写出数据包", en: "“\(name)” fits nothing that was imported; no bundle was written"),
        Localized(
          zh: "用 jdx show 查看编号，或从 jdx text 的输出中复制原文", en: "see the ids with jdx show, or copy the words from jdx text")
      )
    case .notAField(let field, let type, let line):
      return (
        "\(line)",
        Localized(zh: "\(type) 没有可以更正的字段 \(field)", en: "\(type) has no field \(field) that can be corrected"), nil
      )
    case .breaksRules(let faults, let line):
      let first = faults.first
      return (
        "\(line)",
        Localized(
          zh: "更正后的记录不合规范：\(first?.words.zh ?? "")",
          en: "the corrected record breaks the format's rules: \(first?.words.en ?? "")"),
        nil
      )
    }
  }

  private static var form: Localized {
    Localized(
      zh: "更正文件要有 by、date（YYYY-MM-DD）、fixes；每条要有 id 或 quote（可加 nth）、set、why",
      en: "a file of corrections has by, date (YYYY-MM-DD) and fixes; each of them id or quote (and nth), set, why")
  }
}
