import AdapterKit

/// The labels of a profile and of its shape as the reader of labelled fields takes them.
struct FieldWords<Label: Hashable & Sendable>: Sendable {
  private let reader: FieldLabels<Label>

  init(_ words: [[Label: [String]]]) {
    reader = FieldLabels(words.flatMap { $0.map { ($0.key, $0.value) } })
  }

  /// `label：value`, one after the other.
  func fields(in source: SourceText, _ line: Range<Int>) -> [LabelledField<Label>] { reader.fields(in: source, line) }

  /// Whether a line begins with a label and its colon.
  func begin(_ line: Range<Int>, of source: SourceText) -> Bool { reader.begin(line, of: source) }

  /// A label and its value in cells side by side; `nil` where a cell is neither.
  func fields(inCells cells: [Range<Int>], of source: SourceText) -> [LabelledField<Label>]? {
    reader.fields(inCells: cells, of: source)
  }

  func label(at line: Range<Int>, of source: SourceText) -> Label? { reader.label(at: line, of: source) }
}
