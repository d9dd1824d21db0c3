import Profiles
import Vocabulary

extension Failure {
  /// What is wrong with a profile, with the line that is meant.
  ///
  /// - Parameter bytes: the file, in UTF-8.
  init(_ problem: ProfileProblem, in path: String, _ bytes: [UInt8]) {
    let code: Code = if case .yaml = problem.rule { .profileYAML } else { .profileForm }
    self.init(
      code, in: path, bytes, line: problem.line, column: max(1, problem.column), problem.rule.words,
      hint: problem.rule.hint)
  }
}

extension ProfileProblem.Rule {
  fileprivate var words: Localized {
    switch self {
    case .yaml(let problem):
      Localized(zh: "不是合法的 YAML：\(problem.words.zh)", en: "is no legal YAML: \(problem.words.en)")
    case .missing(let key): Localized(zh: "缺少 \(key)", en: "\(key) is missing")
    case .unknownKey(let key, _, _): Localized(zh: "没有 \(key) 这个键", en: "there is no key \(key)")
    case .unknownValue(let value, _, _): Localized(zh: "没有 \(value) 这个值", en: "there is no value \(value)")
    case .wrongForm(let form): Localized(zh: "这里要写\(form.words.zh)", en: "\(form.words.en) is wanted here")
    case .outOfRange(let value, let least, let most):
      Localized(zh: "\(value) 不在 \(least) 到 \(most) 之间", en: "\(value) is not from \(least) to \(most)")
    case .boundless(let pattern): Localized(zh: "“\(pattern)”没有写任何字", en: "“\(pattern)” states no word")
    case .duplicate(let words, let line):
      Localized(zh: "“\(words)”在第 \(line) 行已写过", en: "“\(words)” stands in line \(line) too")
    case .oneSign: Localized(zh: "一条证据要有且只有一种依据", en: "a piece of evidence has one sign, no more and no less")
    }
  }

  fileprivate var hint: Localized? {
    switch self {
    case .unknownKey(_, let near, let known), .unknownValue(_, let near, let known):
      if let near { return Localized(zh: "是不是 \(near)？", en: "is \(near) meant?") }
      return Localized(zh: "可用：\(known.joined(separator: "、"))", en: "there are \(known.joined(separator: ", "))")
    case .oneSign(let known):
      return Localized(zh: "写其中一种：\(known.joined(separator: "、"))", en: "write one of \(known.joined(separator: ", "))")
    case .boundless:
      return Localized(zh: "只有 * 或 # 会与任何文字相合，请写上要找的字", en: "* or # alone would fit anything: state a word")
    case .wrongForm(.identifier):
      return Localized(
        zh: "如 weifang.task-ledger：小写字母、数字、连字符，用点分开",
        en: "such as weifang.task-ledger: lower-case letters, digits and hyphens, parted by points")
    default: return nil
    }
  }
}

extension ProfileProblem.Form {
  fileprivate var words: Localized {
    switch self {
    case .mapping: Localized(zh: "“键: 值”的形式", en: "a mapping of keys and values")
    case .list: Localized(zh: "列表，至少一项", en: "a list of one element or more")
    case .text: Localized(zh: "文字", en: "a text")
    case .wholeNumber: Localized(zh: "整数", en: "a whole number")
    case .identifier: Localized(zh: "一个名称", en: "an identifier")
    }
  }
}
