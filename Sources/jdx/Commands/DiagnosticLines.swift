import AdapterKit
import Import
import Reading

/// What a person should know of one file, each as `file:line:column: warning: message [code]`, the hint below it.
func diagnosticLines(_ document: ImportedDocument, path: String) -> [String] {
  let text = document.reading.repaired
  let index = LineIndex(text.source)
  return document.diagnostics.flatMap { diagnostic -> [String] in
    var place = path
    if let range = diagnostic.range {
      let start = text.sourceRanges(of: range).first?.lowerBound ?? text.sourceOffset(of: range.lowerBound)
      let found = index.place(of: start)
      place += ":\(found.line):\(found.column)"
    }
    let severity =
      switch diagnostic.severity {
      case .note: say(zh: "说明：", en: "note: ")
      case .warning: say(zh: "提醒：", en: "warning: ")
      }
    let line = "\(place): \(severity)\(diagnostic.message[language]) [\(diagnostic.code)]"
    return [line] + (diagnostic.hint.map { [say(zh: "  办法：", en: "  hint: ") + $0[language]] } ?? [])
  }
}
