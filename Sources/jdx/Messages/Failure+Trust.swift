import Signing
import Vocabulary

extension Failure {
  /// A trust file that can't be used, with the line that is meant.
  ///
  /// - Parameter bytes: the file, in UTF-8.
  init(_ error: TrustError, in path: String, _ bytes: [UInt8]) {
    let code: Code = if case .yaml = error.problem { .trustYAML } else { .trustForm }
    self.init(
      code, in: path, bytes, line: error.line, column: max(1, error.column), error.problem.words,
      hint: code == .trustYAML
        ? nil
        : Localized(
          zh: "信任文件有 keys；每项要有 key（64 位十六进制）或 publicKey，可有 city、holder、from、to、revoked（date、reason）",
          en:
            "a trust file has keys; each has key (64 hexadecimal digits) or publicKey, and city, holder, from, to, revoked (date, reason) as needed"
        ))
  }
}

extension TrustError.Problem {
  fileprivate var words: Localized {
    switch self {
    case .yaml(let problem):
      Localized(zh: "不是合法的 YAML：\(problem.words.zh)", en: "is no legal YAML: \(problem.words.en)")
    case .missing(let field): Localized(zh: "缺少 \(field)", en: "\(field) is missing")
    case .unknownField(let field): Localized(zh: "没有 \(field) 这个字段", en: "there is no field \(field)")
    case .wrongForm(let field): Localized(zh: "\(field) 的写法不对", en: "\(field) has the wrong form")
    case .unknownCity(let name): Localized(zh: "没有“\(name)”这个城市", en: "there is no city \(name)")
    case .duplicate(let line): Localized(zh: "这把密钥在第 \(line) 行已列出", en: "the same key stands in line \(line) too")
    }
  }
}
