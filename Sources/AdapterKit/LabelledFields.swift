import ChineseText

/// A label of a form and the value that stands beside it: 联系人：…
public struct LabelledField<Label: Sendable>: Sendable {
  public var label: Label
  /// The label's words with their colon.
  public var labelRange: Range<Int>
  /// Without white space at its edges; may be empty.
  public var value: Range<Int>
  /// The marks that part it from the next field; may be empty.
  public var marks: Range<Int>

  public init(label: Label, labelRange: Range<Int>, value: Range<Int>, marks: Range<Int>? = nil) {
    self.label = label
    self.labelRange = labelRange
    self.value = value
    self.marks = marks ?? value.upperBound..<value.upperBound
  }
}

/// The labels of a form with the wordings they are met in.
public struct FieldLabels<Label: Hashable & Sendable>: Sendable {
  private let wordings: [(words: [Unicode.Scalar], label: Label)]
  /// What wordings begin with: most places are dismissed by it.
  private let beginnings: Set<Unicode.Scalar>

  public init(_ wordings: [(Label, [String])]) {
    self.wordings = wordings.flatMap { label, words in words.map { (Array($0.unicodeScalars), label) } }
      .sorted { $0.words.count > $1.words.count }
    beginnings = Set(self.wordings.compactMap(\.words.first))
  }

  /// Every wording of every label.
  public var words: [String] { wordings.map { $0.words.string } }

  /// The fields of a line: `label：value`, one after the other, each at the line's beginning or after a blank or mark.
  ///
  /// Blanks inside a label (联 系 人) and what stands in brackets behind it do not count; a value ends where the next
  /// label begins.
  public func fields(in source: SourceText, _ line: Range<Int>) -> [LabelledField<Label>] {
    let text = source.scalars
    var found: [(label: Label, range: Range<Int>)] = []
    var at = line.lowerBound
    while at < line.upperBound {
      let isStart =
        at == line.lowerBound || text[at - 1].isBlank || text[at - 1].isLineEnd
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
      let whole = text.trimmed(field.range.upperBound..<end)
      let value = trimmedValue(text, whole)
      return LabelledField(
        label: field.label, labelRange: field.range, value: value,
        marks: text.trimmed(value.upperBound..<whole.upperBound))
    }
  }

  /// Whether a line begins with a label and its colon.
  public func begin(_ line: Range<Int>, of source: SourceText) -> Bool {
    label(source.scalars, line.lowerBound, line.upperBound, colon: true) != nil
  }

  /// The fields of a row's cells: a label and its value side by side, or `label：value` in a cell.
  ///
  /// `nil` where a cell is neither label nor value, or where there is no label.
  public func fields(inCells cells: [Range<Int>], of source: SourceText) -> [LabelledField<Label>]? {
    let cells = cells.filter { !$0.isEmpty }
    var out: [LabelledField<Label>] = []
    var index = 0
    while index < cells.count {
      let cell = cells[index]
      if let filling = label(filling: cell, of: source) {
        let next = index + 1 < cells.count ? cells[index + 1] : nil
        let value = next.flatMap { label(at: $0, of: source) == nil ? $0 : nil }
        out.append(
          LabelledField(label: filling, labelRange: cell, value: value ?? cell.upperBound..<cell.upperBound))
        index += value == nil ? 1 : 2
      } else {
        let inside = fields(in: source, cell)
        guard inside.first?.labelRange.lowerBound == cell.lowerBound else { return nil }
        out += inside
        index += 1
      }
    }
    return out.isEmpty ? nil : out
  }

  /// The label that a line or cell begins with, with its colon, or consists of.
  public func label(at line: Range<Int>, of source: SourceText) -> Label? {
    let line = source.scalars.trimmed(line)
    return label(source.scalars, line.lowerBound, line.upperBound, colon: true)?.label
      ?? label(filling: line, of: source)
  }

  /// The label that a table's cell consists of, with or without a colon.
  public func label(filling cell: Range<Int>, of source: SourceText) -> Label? {
    let cell = source.scalars.trimmed(cell)
    if let field = label(source.scalars, cell.lowerBound, cell.upperBound, colon: true),
      field.range.upperBound == cell.upperBound
    {
      return field.label
    }
    guard !cell.isEmpty, let field = label(source.scalars, cell.lowerBound, cell.upperBound, colon: false) else {
      return nil
    }
    return field.range.upperBound == cell.upperBound ? field.label : nil
  }

  private func label(_ text: [Unicode.Scalar], _ start: Int, _ end: Int, colon: Bool) -> (
    label: Label, range: Range<Int>
  )? {
    guard start < end, beginnings.contains(text[start]) else { return nil }
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
      let mark = skipBracket(text, at, end)
      if mark < end, text[mark] == "：" || text[mark] == ":" { return (label, start..<mark + 1) }
    }
    return nil
  }

  /// Between a label and its colon may stand where to sign: 单位（盖章）：
  private func skipBracket(_ text: [Unicode.Scalar], _ from: Int, _ end: Int) -> Int {
    var at = from
    while at < end, text[at].isBlank { at += 1 }
    guard at < end, text[at] == "（" || text[at] == "(" else { return at }
    var close = at
    while close < end, close - at < 8, text[close] != "）", text[close] != ")" { close += 1 }
    guard close < end, text[close] == "）" || text[close] == ")" else { return at }
    close += 1
    while close < end, text[close].isBlank { close += 1 }
    return close
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
