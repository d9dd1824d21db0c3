import Vocabulary

extension Failure {
  /// A file that a person fills in and that can't be used, with the line that is meant.
  ///
  /// - Parameters:
  ///   - bytes: the file, in UTF-8.
  ///   - codes: of a file that is no YAML, and of one whose fields are not as they should be.
  ///   - hint: what the file should look like.
  init(
    _ error: FormError, in path: String, _ bytes: [UInt8], codes: (yaml: Code, form: Code), hint: Localized
  ) {
    let isYAML = if case .yaml = error.problem { true } else { false }
    self.init(
      isYAML ? codes.yaml : codes.form, in: path, bytes, line: error.line, column: max(1, error.column),
      error.problem.words, hint: isYAML ? nil : error.problem.hint ?? hint)
  }

  /// A trust file that can't be used.
  init(trust error: FormError, in path: String, _ bytes: [UInt8]) {
    self.init(
      error, in: path, bytes, codes: (.trustYAML, .trustForm),
      hint: Localized(
        zh: "信任文件有 keys；每项要有 key（64 位十六进制）或 publicKey，可有 city、holder、from、to、revoked（date、reason）",
        en:
          "a trust file has keys; each has key (64 hexadecimal digits) or publicKey, and city, holder, from, to, revoked (date, reason) as needed"
      ))
  }

  /// A file of expectations that can't be used.
  init(expectations error: FormError, in path: String, _ bytes: [UInt8]) {
    self.init(
      error, in: path, bytes, codes: (.expectYAML, .expectForm),
      hint: Localized(
        zh: "报送名单有 year、senders；每个单位有 city、documents，可有 organization、deadline、received、key、signature、minimum、template",
        en:
          "expectations have year and senders; each sender has city and documents, and organization, deadline, received, key, signature, minimum, template as needed"
      ))
  }
}

extension FormError.Problem {
  fileprivate var words: Localized {
    switch self {
    case .yaml(let problem):
      Localized(zh: "不是合法的 YAML：\(problem.words.zh)", en: "is no legal YAML: \(problem.words.en)")
    case .missing(let field): Localized(zh: "缺少 \(field)", en: "\(field) is missing")
    case .unknownField(let field): Localized(zh: "没有 \(field) 这个字段", en: "there is no field \(field)")
    case .wrongForm(let field): Localized(zh: "\(field) 的写法不对", en: "\(field) has the wrong form")
    case .unknownCity(let name): Localized(zh: "没有“\(name)”这个城市", en: "there is no city \(name)")
    case .unknownWord(let word, _): Localized(zh: "没有 \(word) 这个词", en: "there is no \(word) here")
    case .duplicate(let line): Localized(zh: "与第 \(line) 行重复", en: "the same stands in line \(line) too")
    }
  }

  fileprivate var hint: Localized? {
    guard case .unknownWord(let word, let known) = self else { return nil }
    if let near = nearMiss(of: word, among: known) { return Localized(zh: "是不是 \(near)？", en: "is \(near) meant?") }
    return Localized(zh: "可用：\(known.joined(separator: "、"))", en: "there are \(known.joined(separator: ", "))")
  }
}
