import ChineseText

/// A label of a form and the value that stands beside it: 联系人：…
public struct LabelledField<Label: Sendable>: Sendable {
  public var label: Label
  /// The label's words with their colon.
  public var labelRange: Range<Int>
  /// Without white space at its edges; may be empty.
  public var value: Range<Int>

  public init(label: Label, labelRange: Range<Int>, value: Range<Int>) {
    self.label = label
    self.labelRange = labelRange
    self.value = value
  }
}

/// The labels of a form with the wordings they are met in.
public struct FieldLabels<Label: Hashable & Sendable>: Sendable {
  private let wordings: [(words: [Unicode.Scalar], label: Label)]

  public init(_ wordings: [(Label, [String])]) {
    self.wordings = wordings.flatMap { label, words in words.map { (Array($0.unicodeScalars), label) } }
      .sorted { $0.words.count > $1.words.count }
  }

  /// The fields of a line: `label：value`, one after the other, each at the line's beginning or after a blank or mark.
  ///
  /// Blanks inside a label (联 系 人) do not count; a value ends where the next label begins.
  public func fields(in source: SourceText, _ line: Range<Int>) -> [LabelledField<Label>] {
    let text = source.scalars
    var found: [(label: Label, range: Range<Int>)] = []
    var at = line.lowerBound
    while at < line.upperBound {
      let isStart = at == line.lowerBound || text[at - 1].isBlank || text[at - 1].isLineEnd
        || fieldMarks.contains(text[at - 1])
      if isStart, let field = label(text, at, line.upperBound, colon: true) {
        found.append(field)
        at = field.range.upperBound
      } else {
        at += 1
      }
    }
    return found.enumerated().map { index, field in
      let end = index + 1 < found.count ? found[index + 1].range.lowerBound : line.upperBound
      return LabelledField(
        label: field.label, labelRange: field.range, value: trimmedValue(text, field.range.upperBound..<end))
    }
  }

  /// The label that a table's cell consists of, with or without a colon.
  public func label(filling cell: Range<Int>, of source: SourceText) -> Label? {
    let cell = source.scalars.trimmed(cell)
    if let field = label(source.scalars, cell.lowerBound, cell.upperBound, colon: true),
      field.range.upperBound == cell.upperBound
    {
      return field.label
    }
    guard let field = label(source.scalars, cell.lowerBound, cell.upperBound, colon: false) else { return nil }
    return field.range.upperBound == cell.upperBound ? field.label : nil
  }

  private func label(_ text: [Unicode.Scalar], _ start: Int, _ end: Int, colon: Bool) -> (label: Label, range: Range<Int>)? {
    for (words, label) in wordings {
      var at = start
      var matched = true
      for (index, scalar) in words.enumerated() {
        if index > 0 { while at < end, text[at].isBlank { at += 1 } }
        guard at < end, text[at] == scalar else {
          matched = false
          break
        }
        at += 1
      }
      guard matched else { continue }
      guard colon else { return (label, start..<at) }
      var mark = at
      while mark < end, text[mark].isBlank { mark += 1 }
      if mark < end, text[mark] == "：" || text[mark] == ":" { return (label, start..<mark + 1) }
    }
    return nil
  }

  private func trimmedValue(_ text: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    var range = text.trimmed(range)
    while let last = range.last, fieldMarks.contains(text[last]), text[last] != "。" {
      range = text.trimmed(range.lowerBound..<last)
    }
    return range
  }
}

private let fieldMarks: Set<Unicode.Scalar> = ["；", ";", "，", ",", "、", "|", "｜", "。"]
