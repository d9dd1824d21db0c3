import AdapterKit
import ChineseText

/// Goals written as labelled lines instead of a table: 目标名称：…, 目标内容：…, under 目标一 or a number's label.
///
/// A goal begins at its name's label; a number or category before it is its own, and so is one between name and
/// content. What follows its content goes on as lines.
struct LabelledGoals {
  private(set) var head: [SheetLines.Line] = []
  private(set) var elements: [SheetLayout.Element] = []

  /// A labelled value, or a line or cell without a goal's label.
  private enum Token {
    case field(LabelledField<SheetWords.Column>)
    case line(SheetLines.Line)
  }

  private let source: SourceText

  /// `nil` where nothing is labelled as a goal's name and content.
  init?(_ lines: [SheetLines.Line], in source: SourceText) {
    self.source = source
    let tokens = lines.flatMap { LabelledGoals.tokens(of: $0, in: source) }
    guard
      let first = tokens.firstIndex(where: { if case .field = $0 { true } else { false } }),
      tokens.contains(where: { LabelledGoals.label(of: $0) == .title }),
      tokens.contains(where: { LabelledGoals.label(of: $0) == .content })
    else { return nil }
    var start = first
    while start > 0, case .line(let line) = tokens[start - 1], isHeading(line) { start -= 1 }
    for case .line(let line) in tokens[..<start] { head.append(line) }
    read(Array(tokens[start...]))
  }

  private mutating func read(_ tokens: [Token]) {
    var number: Range<Int>?
    var category: Range<Int>?
    var labels: [Range<Int>] = []
    var at = 0
    while at < tokens.count {
      switch tokens[at] {
      case .line(let line):
        if let heading = numberHeading(line), isGoalAhead(tokens, at + 1) {
          number = heading
        } else {
          add(line.filled)
        }
      case .field(let field):
        switch field.label {
        case .number: (number, labels) = (field.value, labels + [field.labelRange])
        case .category: (category, labels) = (field.value, labels + [field.labelRange])
        case .title:
          var row = GoalRow(title: field.value)
          // Its number and category may stand behind its name.
          var next = at + 1
          while next < tokens.count, case .field(let more) = tokens[next], [.number, .category].contains(more.label) {
            if more.label == .number { number = more.value } else { category = more.value }
            labels.append(more.labelRange)
            next += 1
          }
          at = next - 1
          row.number = number.flatMap { $0.isEmpty ? nil : $0 }
          row.category = category.flatMap { $0.isEmpty ? nil : $0 }
          row.labels = labels + [field.labelRange]
          elements.append(.row(row))
          (number, category, labels) = (nil, nil, [])
        default:
          var row = GoalRow(continuing: field.value)
          row.labels = [field.labelRange]
          elements.append(.row(row))
        }
      }
      at += 1
    }
    // Labels that no goal followed are still labels.
    elements += labels.map { .line($0) }
  }

  private mutating func add(_ cells: [Range<Int>]) {
    guard let first = cells.first, cells.count > 1,
      SheetWords.inside.label(at: first, of: source) != nil || SheetWords.head.label(at: first, of: source) != nil
    else {
      elements += cells.map { .line($0) }
      return
    }
    elements.append(.fields(cells))
  }

  // MARK: Tokens

  private static func label(of token: Token) -> SheetWords.Column? {
    if case .field(let field) = token { field.label } else { nil }
  }

  private static func tokens(of line: SheetLines.Line, in source: SourceText) -> [Token] {
    let cells = line.filled
    if cells.count > 1, let fields = SheetWords.goal.fields(inCells: cells, of: source) {
      return fields.map { .field($0) }
    }
    guard cells.count == 1, let only = cells.first else { return [.line(line)] }
    var fields = SheetWords.goal.fields(in: source, only)
    guard let first = fields.first, first.labelRange.lowerBound == only.lowerBound else { return [.line(line)] }
    // Behind the content's label everything is content.
    if let at = fields.firstIndex(where: { $0.label == .content }) {
      fields.removeSubrange((at + 1)...)
      fields[at].value = source.scalars.trimmed(fields[at].labelRange.upperBound..<only.upperBound)
    }
    return fields.map { .field($0) }
  }

  // MARK: Headings

  private func isHeading(_ line: SheetLines.Line) -> Bool {
    guard line.filled.count == 1, let only = line.filled.first else { return false }
    let kind = CellKind(only, in: source)
    return kind.isKnownCategory || kind.number != nil
  }

  private func numberHeading(_ line: SheetLines.Line) -> Range<Int>? {
    guard line.filled.count == 1, let only = line.filled.first, CellKind(only, in: source).number != nil else {
      return nil
    }
    return only
  }

  private func isGoalAhead(_ tokens: [Token], _ at: Int) -> Bool {
    guard tokens.indices.contains(at), let label = LabelledGoals.label(of: tokens[at]) else { return false }
    return label != .content
  }
}
