import Compare
import Plan
import Vocabulary

/// Reports for a terminal, in either language; every function is pure and returns whole lines.
public enum TextReport {
  /// One row a goal or task: document, category and number, title, figures as quoted.
  ///
  /// Cells are wrapped, never cut; what is not in the table is counted below it.
  public static func table(_ view: View, language: Language, width: Int) -> String {
    let phrases = Phrases(language: language)
    let outline = Outline(view)
    guard !outline.goals.isEmpty else { return phrases(Words.noGoals) + "\n" + rest(outline, phrases) }
    var grid = Grid(
      header: [Words.table.document, Words.table.number, Words.table.title, Words.table.figures].map(
        phrases.callAsFunction))
    var last: String?
    for goal in outline.goals {
      let id = goal.item.document
      let isNew = last.map { !$0.utf8.elementsEqual(id.utf8) } ?? true
      last = id
      if isNew, !grid.rows.isEmpty { grid.rules.insert(grid.rows.count) }
      let rows = goal.parts.map(\.row) + goal.figures.map(\.row)
      let reviews = goal.parts.compactMap(\.item.review) + goal.figures.compactMap(\.indicator.review)
      var title = [phrases.title(goal.item)]
      if rows.contains(where: { !$0.conflicts.isEmpty }) { title.append("[\(phrases(Words.conflict))]") }
      title += reviews.map(phrases.review)
      let document = outline.documents[id].map(phrases.document) ?? phrases.text(id)
      let figures = goal.figures.map { phrases.figure($0.indicator) }
      grid.rows.append([isNew ? [document] : [], [phrases.place(goal.item)], title, figures])
    }
    return grid.text(width: width) + rest(outline, phrases)
  }

  /// What the table does not hold.
  private static func rest(_ outline: Outline, _ phrases: Phrases) -> String {
    let rest = phrases.rest(
      roles: phrases.roles(outline.others) { String($0) },
      figures: outline.otherFigures == 0 ? nil : String(outline.otherFigures))
    return rest.isEmpty ? "" : "\n" + phrases(Words.notListed) + Words.colon(phrases.language) + rest + "\n"
  }
}

/// Rows of cells, each cell of several lines, laid out to a width.
struct Grid {
  let header: [String]
  /// Per row and column the lines, each wrapped on its own.
  var rows: [[[String]]] = []
  /// The rows that a rule stands before.
  var rules: Set<Int> = []

  init(header: [String]) { self.header = header }

  func text(width: Int) -> String {
    let widths = columns(width)
    var out = line(header.map { [$0] }, widths)
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "──") + "\n"
    out += rule
    for (index, row) in rows.enumerated() {
      if rules.contains(index) { out += rule }
      out += line(row, widths)
    }
    return out
  }

  /// Each column as wide as it needs; where that is too much the widest give way first.
  private func columns(_ width: Int) -> [Int] {
    var widths = header.indices.map { column in
      rows.reduce(DisplayWidth.of(header[column])) { widest, row in
        max(widest, row[column].map(DisplayWidth.of).max() ?? 0)
      }
    }
    let room = max(width - 2 * (widths.count - 1), widths.count * 8)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > 8, let at = widths.lastIndex(of: widest) {
      widths[at] -= 1
    }
    return widths
  }

  private func line(_ cells: [[String]], _ widths: [Int]) -> String {
    let wrapped = zip(cells, widths).map { lines, width in lines.flatMap { LineBreaking.lines($0, width: width) } }
    var out = ""
    for index in 0..<(wrapped.map(\.count).max() ?? 0) {
      var line = ""
      for (column, lines) in wrapped.enumerated() {
        let text = index < lines.count ? lines[index] : ""
        line += column + 1 < wrapped.count ? DisplayWidth.padded(text, to: widths[column]) + "  " : text
      }
      out += line.trimmedEnd + "\n"
    }
    return out
  }
}

extension String {
  /// The line without blanks at its end.
  var trimmedEnd: String {
    var scalars = unicodeScalars[...]
    while scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }
}
