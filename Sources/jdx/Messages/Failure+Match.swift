import Compare
import Report
import Vocabulary

extension Failure {
  /// A line that is no entry, shown with its number.
  ///
  /// - Parameter first: the number of the piece's first line.
  init(_ error: EntryLineError, in path: String, startingAt first: Int) {
    let line = first + error.line
    let scalars = Array(String(decoding: error.bytes, as: UTF8.self).unicodeScalars)
    var column: Int?
    if case .notJSON(let offset) = error.problem {
      column = String(decoding: error.bytes.prefix(offset), as: UTF8.self).unicodeScalars.count
    }
    let place = Notice.Place(path: path, line: line, column: column.map { $0 + 1 })
    let range = column.map { min($0, max(0, scalars.count - 1))..<min($0 + 1, scalars.count) }
    let excerpt = scalars.isEmpty ? nil : Excerpt(of: scalars, number: line, range: range, width: terminalWidth)
    self.init(
      .badInput, .matchLine, at: place, excerpt: excerpt, error.problem.words,
      hint: Localized(
        zh: "要么是数据包，要么每行一个 JSON 对象：id，以及 title、text、city、org、category 中有的",
        en: "give a bundle, or a JSON object a line: id, and what there is of title, text, city, org, category"))
  }

  /// A file of what was decided of targets that can't be used, with the line that is meant.
  init(trackRulings error: LinkRulingError, in path: String, _ bytes: [UInt8]) {
    var (line, column, message) = error.explained
    if case .unknownID(let id, let field, _) = error {
      message =
        field == "from" || field == "indicator"
        ? Localized(zh: "没有编号为 \(id) 的目标值", en: "there is no target \(id)")
        : Localized(zh: "没有编号为 \(id) 的完成值", en: "there is no result \(id)")
    }
    self.init(
      .trackOverrides, in: path, bytes, line: line, column: column, message,
      hint: Localized(
        zh: """
          targets 每条写 indicator（目标值编号）、result（完成值编号）或 verdict（结论）、by（谁认定）、why（理由）；same 与 different 每条写 \
          from（目标值编号）、to（完成值编号）；编号见 jdx track --format json
          """,
        en: """
          it has the list targets, each with indicator (a target's id), result (an id) or verdict, by and why, and the lists same and \
          different, each pair with from (a target) and to (a result); jdx track --format json has the ids
          """))
  }

  /// A file of overrides that can't be used, with the line that is meant.
  init(_ error: LinkRulingError, in path: String, _ bytes: [UInt8]) {
    let (line, column, message) = error.explained
    self.init(
      .matchOverrides, in: path, bytes, line: line, column: column, message,
      hint: Localized(
        zh: "写法：same 与 different 两个列表，每条有 from（前一方的编号）和 to（后一方的编号）",
        en:
          "it has the lists same and different, each pair with from (an id of the first side) and to (one of the second)"
      ))
  }
}

extension EntryLineError.Problem {
  fileprivate var words: Localized {
    switch self {
    case .notJSON: Localized(zh: "不是合法的 JSON（不收 null 和小数）", en: "is no legal JSON (null and fractions are not taken)")
    case .notAnObject: Localized(zh: "不是 JSON 对象", en: "is no JSON object")
    case .missing(let field): Localized(zh: "缺少 \(field)", en: "\(field) is missing")
    case .wrongForm(let field): Localized(zh: "\(field) 应为非空的字符串", en: "\(field) should be a string that is not empty")
    }
  }
}

extension LinkRulingError {
  fileprivate var explained: (line: Int, column: Int?, Localized) {
    switch self {
    case .yaml(let error):
      (
        error.line, max(1, error.column),
        Localized(zh: "不是合法的 YAML：\(error.problem.words.zh)", en: "is no legal YAML: \(error.problem.words.en)")
      )
    case .missing(let field, let line): (line, nil, Localized(zh: "缺少 \(field)", en: "\(field) is missing"))
    case .unknownField(let field, let line):
      (line, nil, Localized(zh: "没有 \(field) 这个字段", en: "there is no field \(field)"))
    case .wrongForm(let field, let line):
      (line, nil, Localized(zh: "\(field) 的写法不对", en: "\(field) has the wrong form"))
    case .contradictory(let id, let line, let firstLine):
      (
        line, nil,
        Localized(zh: "\(id) 与第 \(firstLine) 行的认定矛盾", en: "what is said of \(id) contradicts line \(firstLine)")
      )
    case .unknownID(let id, let field, let line):
      (
        line, nil,
        Localized(
          zh: "\(field == "from" ? "前" : "后")一方没有编号 \(id)",
          en: "the \(field == "from" ? "first" : "second") side has no id \(id)")
      )
    }
  }
}
