import Plan
import Reading
import Report
import Vocabulary

/// One thing that a person should know: what, where, and what to do next; printed as compilers do, or as JSON.
///
///     goals.txt:12:7: warning: please check the figure “80支” (…) [figure.review]
///        12 | 新建足球队80支
///           |           ^^^^
///       hint: correct it with --fix if it is wrong
struct Notice {
  enum Severity: String { case error, warning, note }

  /// Where it is: a file, and in it a line and column, both from 1, or what files of its kind have instead, as far as
  /// they are known.
  struct Place: Equatable {
    var path: String
    var line: Int?
    /// In Unicode scalars.
    var column: Int?
    /// Of files that are not plain text.
    var spot: FilePlace?

    /// `goals.txt:12:7`, `goals.docx: table 1, row 3, column 2`.
    var words: String {
      if let spot {
        let words = spot.words[language]
        return words.isEmpty ? path : say(zh: "\(path)：\(words)", en: "\(path): \(words)")
      }
      return [path, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(separator: ":")
    }
  }

  var severity: Severity
  /// Stable, dotted; docs/diagnostics.md lists them all.
  var code: String
  var place: Place?
  var excerpt: Excerpt?
  /// The words of the source that it is about.
  var quote: String?
  /// The id of the record that it is about.
  var record: String?
  var message: Localized
  var hint: Localized?

  var lines: [String] {
    let start = place.map { $0.words + ": " } ?? ""
    return ["\(start)\(severity.words[language])\(message[language]) [\(code)]"] + (excerpt?.lines ?? [])
      + (hint.map { [say(zh: "  办法：", en: "  hint: ") + $0[language]] } ?? [])
  }

  /// `{severity, code, file, line, column, place, quote, record, message, hint}`; what is not known is absent.
  var json: JSONObject {
    var object = JSONObject()
    object["severity"] = .string(severity.rawValue)
    object["code"] = .string(code)
    object["file"] = place.map { .string($0.path) }
    object["line"] = place?.line.map(JSON.integer)
    object["column"] = place?.column.map(JSON.integer)
    object["place"] = place?.spot.map { .object($0.json) }
    object["quote"] = quote.map(JSON.string)
    object["record"] = record.map(JSON.string)
    object["message"] = .string(message[language])
    object["hint"] = hint.map { .string($0[language]) }
    return object
  }
}

extension Notice.Severity {
  fileprivate var words: Localized {
    switch self {
    case .error: Localized(zh: "错误：", en: "error: ")
    case .warning: Localized(zh: "提醒：", en: "warning: ")
    case .note: Localized(zh: "说明：", en: "note: ")
    }
  }
}
