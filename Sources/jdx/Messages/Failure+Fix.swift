import Import
import Plan
import Vocabulary

extension Failure {
  init(_ error: FixError, in path: String) {
    let line: Int
    let message: Localized
    var hint: Localized?
    switch error {
    case .yaml(let yaml):
      line = yaml.line
      message = Localized(zh: "不是合法的 YAML（第 \(yaml.column) 列：\(yaml.problem)）", en: "is no legal YAML (column \(yaml.column): \(yaml.problem))")
    case .missing(let field, let at):
      line = at
      message = Localized(zh: "缺少 \(field)", en: "\(field) is missing")
      hint = Localized(zh: "更正文件要有 by、date、fixes，每条要有 id 或 quote、set、why", en: "a file of corrections has by, date and fixes, each with id or quote, set and why")
    case .unknownField(let field, let at):
      line = at
      message = Localized(zh: "不认识 \(field)", en: "\(field) is not known")
      hint = Localized(zh: "可用：by、date、fixes；每条：id、quote、nth、set、why", en: "known are by, date, fixes; in each: id, quote, nth, set, why")
    case .wrongForm(let field, let at):
      line = at
      message = Localized(zh: "\(field) 的写法不对", en: "\(field) has the wrong form")
    case .fitsNothing(let name, let at):
      line = at
      message = Localized(zh: "“\(name)”在导入的内容中找不到", en: "“\(name)” fits nothing that was imported")
      hint = Localized(zh: "请用 jdx show 查看编号，或从 jdx text 的输出中复制原文", en: "see the ids with jdx show, or copy the words from jdx text")
    case .notAField(let field, let type, let at):
      line = at
      message = Localized(zh: "\(field) 不是 \(type) 可以更正的字段", en: "\(field) is no field of \(type) that can be corrected")
    case .breaksRules(let faults, let at):
      line = at
      let first = faults.first.map { "\($0.path) \($0.code.rawValue) \($0.detail)" } ?? ""
      message = Localized(zh: "更正后的记录不合规范：\(first)", en: "the corrected record breaks the format's rules: \(first)")
    }
    self.init(.wrongUse, Localized(zh: "\(path):\(line)：\(message.zh)", en: "\(path):\(line): \(message.en)"), hint: hint)
  }
}
