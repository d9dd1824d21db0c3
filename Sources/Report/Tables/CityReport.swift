import Compare
import Plan
import Vocabulary

/// What cities are compared by.
public enum ComparisonSide: String, Sendable, CaseIterable { case indicator, theme }

extension TextReport {
  /// Cities side by side: a table for each indicator that two cities or more have, then one of themes, then what one
  /// city has alone.
  ///
  /// Cells are the words of the documents, with the number in the common unit where theirs is another. Indicators of one
  /// city alone are only named.
  public static func compareText(
    _ comparison: CityComparison, by sides: [ComparisonSide], themes: Themes, language: Language, width: Int
  ) -> String {
    var report = CityReport(phrases: Phrases(language: language), width: max(20, width))
    report.head(comparison)
    if sides.contains(.indicator) { report.indicators(comparison) }
    if sides.contains(.theme) { report.themes(comparison, themes) }
    if sides.contains(.indicator) { report.alone(comparison) }
    return report.out
  }
}

private struct CityReport {
  let phrases: Phrases
  let width: Int
  var out = ""

  private var colon: String { Words.colon(phrases.language) }

  mutating func head(_ comparison: CityComparison) {
    let names = comparison.cities.map { phrases.text($0.name) }
    add("\(phrases(Words.cities))\(colon)\(names.joined(separator: phrases(Words.listComma)))", 0)
    if let year = comparison.year { add("\(phrases(Words.comparedYear))\(colon)\(year)", 0) }
    if comparison.rows.isEmpty { add(phrases(Words.noTargets), 0) }
  }

  mutating func indicators(_ comparison: CityComparison) {
    for row in comparison.rows where row.cityCount > 1 { table(row, comparison) }
    guard !comparison.apart.isEmpty else { return }
    out += "\n"
    add("\(phrases(Words.verdict(.notComparable)))\(colon)", 0)
    for apart in comparison.apart {
      let quotes = apart.figures.map { "\(phrases.text($0.document.city.name)) \(phrases.text($0.indicator.quote))" }
      add(
        "\(phrases.text(apart.subject))\(colon)\(quotes.joined(separator: phrases(Words.listComma)))"
          + Words.bracketed(phrases(Words.rule(apart.reason)), phrases.language), 2)
    }
  }

  mutating func alone(_ comparison: CityComparison) {
    guard comparison.rows.contains(where: { $0.cityCount == 1 }) else { return }
    out += "\n"
    add(phrases(Words.alone) + colon + phrases.alone(comparison, phrases(Words.listComma)), 0)
    for city in comparison.cities {
      let names = comparison.alone(city).map { phrases.name($0.row) }
      if names.isEmpty { continue }
      add("\(phrases.text(city.name))\(colon)" + names.joined(separator: phrases(Words.listComma)), 2)
    }
  }

  private mutating func table(_ row: CityComparison.Row, _ comparison: CityComparison) {
    out += "\n"
    add(phrases.name(row), 0)
    for qualifier in row.qualifiers { add(phrases.condition(qualifier), 2) }
    let columns = row.columns(comparison)
    var grid = Grid(header: [phrases(Words.city)] + columns.map(phrases.head) + [phrases(Words.place)])
    for cell in row.rankedCells {
      let cells = columns.map { column -> [String] in
        let figures = cell.figures(column)
        return figures.isEmpty ? [phrases.gap(column, comparison)] : figures.map { phrases.words($0, row) }
      }
      grid.rows.append([[phrases.text(cell.city.name)]] + cells + [[cell.rank.map(String.init) ?? "—"]])
    }
    out += grid.text(width: width)
  }

  mutating func themes(_ comparison: CityComparison, _ themes: Themes) {
    guard !comparison.themes.isEmpty else { return }
    out += "\n"
    var grid = Grid(header: [phrases(Words.theme)] + comparison.cities.map { phrases.text($0.name) })
    for row in comparison.themes {
      let label = row.theme.isEmpty ? phrases(Words.noTheme) : themes.theme(code: row.theme)?.label[phrases.language]
      grid.rows.append(
        [[phrases.text(label ?? row.theme)]]
          + row.cells.map(phrases.counts))
    }
    out += grid.text(width: width)
  }

  private mutating func add(_ text: String, _ indent: Int) {
    for (number, line) in LineBreaking.lines(text, width: width - indent - 2).enumerated() {
      out += String(repeating: " ", count: indent + (number > 0 ? 2 : 0)) + line + "\n"
    }
  }
}

extension Words {
  static let cities = Localized(zh: "城市", en: "Cities")
  static let comparedYear = Localized(zh: "对比年度", en: "Compared year")
  static let listComma = Localized(zh: "、", en: ", ")
  static let alone = Localized(zh: "仅一市有的指标", en: "Indicators of one city alone")
  static let actual = Localized(zh: "完成", en: "result")
  static let aimed = Localized(zh: "目标", en: "target")
  static let place = Localized(zh: "位次", en: "rank")
  static let noTarget = Localized(zh: "未设目标", en: "no target")
  static let stretchShort = Localized(zh: "力争", en: "stretch")
  static let targetValues = Localized(zh: "目标值", en: "Targets")
  static let theme = Localized(zh: "主题", en: "Theme")
  static let noTheme = Localized(zh: "其他", en: "other")
}

extension CityComparison {
  /// The indicators that no other city has.
  func alone(_ city: CityReference) -> [(row: Row, cell: CityCell)] {
    rows.filter { $0.cityCount == 1 }.compactMap { row in
      row.cells.first { $0.city == city && !$0.years.isEmpty }.map { (row, $0) }
    }
  }
}

extension CityComparison.Row {
  /// A year's targets or results.
  struct YearColumn {
    let year: Int
    let isResult: Bool
  }

  /// A column for each year and side that anybody has, and always one for the compared targets.
  func columns(_ comparison: CityComparison) -> [YearColumn] {
    comparison.years.flatMap { year -> [YearColumn] in
      let present = cells.flatMap { $0.years.filter { $0.year == year } }
      var columns: [YearColumn] = []
      if year == comparison.year || present.contains(where: { !$0.targets.isEmpty }) {
        columns.append(YearColumn(year: year, isResult: false))
      }
      if present.contains(where: { !$0.results.isEmpty }) { columns.append(YearColumn(year: year, isResult: true)) }
      return columns
    }
  }

  /// By rank, those without one in their order behind.
  var rankedCells: [CityComparison.CityCell] {
    cells.enumerated().sorted { a, b in
      (a.element.rank ?? Int.max, a.offset) < (b.element.rank ?? Int.max, b.offset)
    }.map(\.element)
  }
}

extension CityComparison.CityCell {
  func figures(_ column: CityComparison.Row.YearColumn) -> [StatedFigure] {
    let year = years.first { $0.year == column.year }
    return (column.isResult ? year?.results : year?.targets) ?? []
  }
}

extension Phrases {
  /// Subject and unit: `新建学校（所）`.
  func name(_ row: CityComparison.Row) -> String {
    let kind = row.valueKind == .level ? "" : Words.label(.valueKinds, row.valueKind.rawValue, language)
    let inside = [text(row.unit), kind].filter { !$0.isEmpty }.joined(separator: Words.comma(language))
    return text(row.subject) + Words.bracketed(inside, language)
  }

  /// `条件 投资额 不少于 50 亿元`.
  func condition(_ qualifier: Indicator.Qualifier) -> String {
    let bounds = meaning(qualifier.comparator, qualifier.low, qualifier.high, qualifier.unit)
    return ([self(Words.condition)] + [qualifier.subject.map(text), bounds].compactMap { $0 }).joined(separator: " ")
  }

  /// How many indicators each city has alone: `青岛市 5、威海市 3`.
  func alone(_ comparison: CityComparison, _ separator: String) -> String {
    comparison.cities.map { ($0, comparison.alone($0).count) }.filter { $0.1 > 0 }
      .map { "\(text($0.0.name)) \($0.1)" }.joined(separator: separator)
  }

  /// `2032 目标`.
  func head(_ column: CityComparison.Row.YearColumn) -> String {
    "\(column.year) \(self(column.isResult ? Words.actual : Words.aimed))"
  }

  /// What stands where a city has no figure; that it has no target is said of the compared year only.
  func gap(_ column: CityComparison.Row.YearColumn, _ comparison: CityComparison) -> String {
    column.isResult || column.year != comparison.year ? "—" : self(Words.noTarget)
  }

  /// The words, with the number in the row's unit where theirs is another.
  func words(_ figure: StatedFigure, _ row: CityComparison.Row) -> String {
    let quote = text(figure.indicator.quote)
    let mark = figure.indicator.commitment == .stretch ? Words.bracketed(self(Words.stretchShort), language) : ""
    guard !figure.indicator.unit.utf8.elementsEqual(row.unit.utf8), let value = row.value(figure) else {
      return quote + mark
    }
    return "\(quote) = \(signs(value)) \(text(row.unit))\(mark)"
  }

  /// `目标任务 3`, `目标值 4`; a dash where there is neither.
  func counts(_ cell: CityComparison.ThemeCell) -> [String] {
    let counts = [(Words.goals, cell.goals.count), (Words.targetValues, cell.targets.count)].filter { $0.1 > 0 }
    return counts.isEmpty ? ["—"] : counts.map { "\(self($0.0)) \($0.1)" }
  }
}
