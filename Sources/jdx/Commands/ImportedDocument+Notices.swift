import AdapterKit
import Import
import Reading
import Report

extension ImportedDocument {
  /// What a person should know of one file: first what was noticed in it, then the readings to check (`review`).
  func notices(path: String) -> (noticed: [Notice], toCheck: [Notice]) {
    let index = LineIndex(reading.repaired.source)
    let notices = diagnostics.map { ($0.isReview, reading.text.notice($0, path: path, index)) }
    return (notices.filter { !$0.0 }.map(\.1), notices.filter(\.0).map(\.1))
  }
}

extension TextReading {
  /// What a person should know of how one file was read.
  func notices(path: String) -> [Notice] {
    let diagnostics = diagnostics
    guard !diagnostics.isEmpty else { return [] }
    let index = LineIndex(repaired.source)
    return diagnostics.map { notice($0, path: path, index) }
  }

  fileprivate func notice(_ diagnostic: Diagnostic, path: String, _ index: LineIndex) -> Notice {
    let source = repaired.source
    var notice = Notice(
      severity: diagnostic.severity == .note ? .note : .warning, code: diagnostic.code,
      place: Notice.Place(path: path), record: diagnostic.record, message: diagnostic.message, hint: diagnostic.hint)
    guard diagnostic.range != nil else { return notice }
    let range = sourceRange(of: diagnostic)
    let place = index.place(of: range.lowerBound)
    if let spot = file.place(of: range.lowerBound) {
      notice.place = Notice.Place(path: path, spot: spot)
      // About the file there, not about words of its.
      if range.isEmpty { return notice }
    } else {
      notice.place = Notice.Place(path: path, line: place.line, column: place.column)
    }
    notice.quote = source.string(range)
    let line = index.lines[place.line - 1]
    let start = min(place.column - 1, line.count)
    let end = max(start, min(range.upperBound - line.lowerBound, line.count))
    notice.excerpt = Excerpt(
      of: Array(source[line]), number: notice.place?.line, range: start..<end, width: terminalWidth)
    return notice
  }
}
