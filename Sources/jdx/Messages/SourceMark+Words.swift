import Import
import Report
import Vocabulary

extension SourceMark {
  func place(in path: String) -> Notice.Place {
    spot.map { Notice.Place(path: path, spot: $0) }
      ?? Notice.Place(path: path, line: place.line, column: place.column)
  }

  var excerpt: Excerpt {
    let scalars = Array(line.unicodeScalars)
    let start = min(place.column - 1, scalars.count)
    let end = min(start + text.unicodeScalars.count, scalars.count)
    return Excerpt(of: scalars, number: spot == nil ? place.line : nil, range: start..<end, width: terminalWidth)
  }

  /// That a text is marked whose words are only printed.
  func warning(in path: String) -> Notice {
    Notice(
      severity: .warning, code: "document.marked", place: place(in: path), excerpt: excerpt, quote: text,
      message: Localized(zh: "文件标有“\(text)”", en: "the document is marked “\(text)”"),
      hint: Localized(
        zh: "修复后的文本与原文件同样保管", en: "keep the repaired text as its source is kept"))
  }

  /// `“秘密★1年”`, and where there are more marks, each wording once, with the lines of those that come after.
  static func list(_ marks: [SourceMark]) -> Localized {
    var wordings: [(text: String, lines: [Int])] = []
    for mark in marks {
      if let known = wordings.firstIndex(where: { $0.text == mark.text }) {
        wordings[known].lines.append(mark.place.line)
      } else {
        wordings.append((mark.text, [mark.place.line]))
      }
    }
    guard marks.count > 1 else {
      let words = wordings.map { "“\($0.text)”" }.joined()
      return Localized(zh: words, en: words)
    }
    func lines(_ numbers: [Int]) -> String {
      numbers.prefix(3).map(String.init).joined(separator: ", ") + (numbers.count > 3 ? ", …" : "")
    }
    return Localized(
      zh: wordings.map { "“\($0.text)”（第 \(lines($0.lines)) 行）" }.joined(separator: "、"),
      en: wordings.map { "“\($0.text)” (\($0.lines.count > 1 ? "lines" : "line") \(lines($0.lines)))" }
        .joined(separator: ", "))
  }
}
