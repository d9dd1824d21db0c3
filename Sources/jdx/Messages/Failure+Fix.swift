import Import
import Plan
import Reading
import Report
import Vocabulary

extension Failure {
  /// A file of corrections that can't be used, with the line that is meant.
  ///
  /// - Parameter bytes: the file, in UTF-8.
  init(_ error: FixError, in path: String, _ bytes: [UInt8]) {
    let (code, line, column, message, hint) = error.explained
    self.init(code, in: path, bytes, line: line, column: column, message, hint: hint)
  }

  /// A file that the user wrote can't be used; its line is shown.
  ///
  /// - Parameter bytes: the file, in UTF-8.
  init(
    _ code: Code, in path: String, _ bytes: [UInt8], line: Int, column: Int?, _ message: Localized, hint: Localized?
  ) {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    let text = LineIndex(scalars).excerpt(ofLine: line, in: scalars).map { Array($0.unicodeScalars) }
    let excerpt = text.flatMap { $0.isEmpty ? nil : $0 }.map {
      Excerpt(of: $0, number: line, range: column.map { $0 - 1..<$0 }, width: terminalWidth)
    }
    let place = Notice.Place(path: path, line: line, column: column)
    self.init(.wrongUse, code, at: place, excerpt: excerpt, message, hint: hint)
  }
}

extension FixError {
  var explained: (Failure.Code, line: Int, column: Int?, Localized, hint: Localized?) {
    switch self {
    case .yaml(let error):
      return (
        .fixYAML, error.line, max(1, error.column),
        Localized(zh: "不是合法的 YAML：\(error.problem.words.zh)", en: "is no legal YAML: \(error.problem.words.en)"), nil
      )
    case .missing(let field, let line):
      return (.fixForm, line, nil, Localized(zh: "缺少 \(field)", en: "\(field) is missing"), FixError.form)
    case .unknownField(let field, let line):
      return (
        .fixForm, line, nil, Localized(zh: "没有 \(field) 这个字段", en: "there is no field \(field)"), FixError.form
      )
    case .wrongForm(let field, let line):
      return (.fixForm, line, nil, Localized(zh: "\(field) 的写法不对", en: "\(field) has the wrong form"), FixError.form)
    case .fitsNothing(let name, let line):
      return (
        .fixTarget, line, nil,
        Localized(
          zh: "导入的内容里没有“\(name)”，未写出数据包", en: "“\(name)” fits nothing that was imported; no bundle was written"),
        Localized(
          zh: "用 jdx show 查看编号，或从 jdx text 的输出中复制原文", en: "see the ids with jdx show, or copy the words from jdx text")
      )
    case .fitsSeveral(let name, let places, let line):
      return (
        .fixTarget, line, nil,
        Localized(
          zh: "“\(name)”有 \(places) 处，不知指哪一处，未写出数据包",
          en: "“\(name)” fits \(places) places, and which one is meant is not said; no bundle was written"),
        Localized(zh: "引文多写几个字，或用 nth 写明第几处，或用 id", en: "quote more words, say which place with nth, or use id")
      )
    case .fitsFewer(let name, let places, let line):
      return (
        .fixTarget, line, nil,
        Localized(zh: "“\(name)”只有 \(places) 处", en: "“\(name)” stands at \(plural(places, "place")) only"),
        Localized(zh: "改正 nth", en: "mend nth")
      )
    case .setTwice(let field, let record, let line):
      return (
        .fixTarget, line, nil,
        Localized(zh: "\(record) 的 \(field) 已在前面更正过", en: "\(field) of \(record) is corrected further above too"),
        Localized(zh: "只留一条", en: "keep one of the two")
      )
    case .notAField(let field, let type, let known, let line):
      return (
        .fixTarget, line, nil,
        Localized(
          zh: "\(FixError.name(type).zh)没有可以更正的字段 \(field)",
          en: "\(FixError.name(type).en) has no field \(field) that can be corrected"),
        Localized(
          zh: "可以更正的字段：\(known.joined(separator: "、"))", en: "these can be: \(known.joined(separator: ", "))")
      )
    case .breaksRules(let faults, let line):
      let first = faults.first
      return (
        .fixRules, line, nil,
        Localized(
          zh: "更正后的记录不合规范：\(first?.words.zh ?? "")",
          en: "the corrected record breaks the format's rules: \(first?.words.en ?? "")"),
        Localized(zh: "字段怎么写，见使用指南的“更正”", en: "the guide tells each field's form under Correct")
      )
    }
  }

  private static func name(_ type: String) -> Localized {
    switch type {
    case "document": Localized(zh: "文件", en: "the document")
    case "indicator": Localized(zh: "指标", en: "a figure")
    default: Localized(zh: "条目", en: "an item")
    }
  }

  private static var form: Localized {
    Localized(
      zh: "更正文件要有 by、date（YYYY-MM-DD）、fixes；每条要有 id 或 quote（可加 nth）、set、why",
      en: "a file of corrections has by, date (YYYY-MM-DD) and fixes; each of them id or quote (and nth), set, why")
  }
}
