import Interop
import Vocabulary

extension Failure {
  /// A file of one of our exchange forms that can't be read.
  init(_ error: InteropError, in path: String) {
    let (code, line, column, message, hint) = error.explained
    self.init(.badInput, code, at: Notice.Place(path: path, line: line, column: column), message, hint: hint)
  }
}

extension InteropError {
  fileprivate var explained: (Failure.Code, line: Int?, column: Int?, Localized, hint: Localized?) {
    let again = Localized(zh: "用 jdx export 重新导出", en: "write it again with jdx export")
    switch self {
    case .notJSON(let line):
      return (.exchangeForm, line, nil, Localized(zh: "不是 JSON 对象", en: "is no JSON object"), again)
    case .unknown(let what, let line):
      return (.exchangeForm, line, nil, Localized(zh: "没有 \(what) 这一项", en: "there is no \(what)"), again)
    case .wrongForm(let what, let line):
      return (.exchangeForm, line, nil, Localized(zh: "\(what) 缺失或写法不对", en: "\(what) is missing or malformed"), again)
    case .version(let version):
      return (
        .bundleVersion, nil, nil,
        Localized(
          zh: "格式版本为 \(version)，本程序只认识 1.x", en: "the format is \(version), this program knows 1.x only"),
        Localized(zh: "请升级 jdx", en: "update jdx")
      )
    case .yaml(let error):
      return (
        .exchangeForm, error.line, max(1, error.column),
        Localized(zh: "不是合法的 YAML：\(error.problem.words.zh)", en: "is no legal YAML: \(error.problem.words.en)"), nil
      )
    case .faults(let faults):
      let isEdited = faults.contains { $0.code == .revision }
      return (
        .exchangeRules, nil, nil,
        Localized(
          zh: "不合规范，\(faults.count) 处，第一处：\(faults.first?.words.zh ?? "")",
          en: "\(faults.count) breaches of the format, the first: \(faults.first?.words.en ?? "")"),
        isEdited
          ? Localized(zh: "改过的文件请用 jdx amend 写回数据包", en: "an edited file goes back into its bundle with jdx amend")
          : again
      )
    }
  }
}
