import Compare
import Plan
import Sheet
import Vocabulary

extension HTMLReport {
  /// Cities side by side as one HTML file that needs nothing else.
  public static func compare(
    _ comparison: CityComparison, by sides: [ComparisonSide], themes: Themes, language: Language
  ) -> String {
    CityTables(comparison, sides, themes, Phrases(language: language)).report.page(language)
  }
}

extension TextReport {
  /// Cities side by side as Markdown.
  public static func compareMarkdown(
    _ comparison: CityComparison, by sides: [ComparisonSide], themes: Themes, language: Language
  ) -> String {
    CityTables(comparison, sides, themes, Phrases(language: language)).report.markdown
  }
}

extension WorkbookReport {
  /// Cities side by side as a workbook: a row an indicator and city, and a row a theme with a chart.
  public static func compare(
    _ comparison: CityComparison, by sides: [ComparisonSide], themes: Themes, language: Language
  ) throws(SheetError) -> [UInt8] {
    try CityTables(comparison, sides, themes, Phrases(language: language)).report.workbook()
  }
}

/// The tables of `compare`.
private struct CityTables {
  typealias Cell = TabledReport.Cell
  typealias Line = TabledReport.Words

  let comparison: CityComparison
  let sides: [ComparisonSide]
  let vocabulary: Themes
  let phrases: Phrases

  init(_ comparison: CityComparison, _ sides: [ComparisonSide], _ vocabulary: Themes, _ phrases: Phrases) {
    (self.comparison, self.sides, self.vocabulary, self.phrases) = (comparison, sides, vocabulary, phrases)
  }

  var report: TabledReport {
    let names = comparison.cities.map { phrases.text($0.name) }.joined(separator: phrases(Words.listComma))
    let isByIndicator = sides.contains(.indicator)
    let both = comparison.rows.filter { $0.cityCount > 1 }
    let own = comparison.rows.filter { $0.cityCount == 1 }
    let isByTheme = sides.contains(.theme)
    let numbers = themes { .number(String($0.goals.count)) }
    // What cannot be compared comes last: it is long, and nobody opens the report for it.
    let tables =
      (isByIndicator ? both.map(table) + [apart] : [])
      + (isByTheme ? [themes { cell in Cell(phrases.counts(cell).map { Line(text: $0) }) }] : [])
      + (isByIndicator ? [alone] : [])
    let sheets =
      (isByIndicator ? [indicators(both, Words.figure), apart] : []) + (isByTheme ? [numbers] : [])
      + (isByIndicator ? [indicators(own, Words.alone)] : [])
    let isAny = { (table: TabledReport.Table) in !table.rows.isEmpty }
    var facts = comparison.year.map { [(phrases(Words.comparedYear), String($0))] } ?? []
    if isByIndicator, !own.isEmpty { facts.append((phrases(Words.alone), phrases.alone(comparison, " · "))) }
    return TabledReport(
      title: phrases(Words.sideBySide) + Words.colon(phrases.language) + names,
      headline: "\(phrases(Words.shared)) \(both.count) · \(phrases(Words.alone)) \(own.count)",
      facts: facts, tables: tables.filter(isAny),
      sheets: sheets.contains(where: isAny) ? sheets.filter(isAny) : [numbers])
  }

  private func column(_ header: String, _ width: Double) -> TabledReport.Column {
    TabledReport.Column(header: header, width: width)
  }

  /// One indicator: a row a city in the order of the ranks.
  private func table(_ row: CityComparison.Row) -> TabledReport.Table {
    let columns = row.columns(comparison)
    let cells = row.rankedCells
    var table = TabledReport.Table(
      title: phrases.name(row), notes: row.qualifiers.map(phrases.condition),
      columns: [column(phrases(Words.city), 16)] + columns.map { column(phrases.head($0), 24) }
        + [column(phrases(Words.place), 8)],
      rows: cells.map { cell in
        TabledReport.Row(
          cells: [Cell(phrases.text(cell.city.name))] + columns.map { self.cell(cell, $0, row) }
            + [Cell(cell.rank.map(String.init) ?? "—")])
      })
    let bars = cells.map { cell -> Chart.Value in
      let target = cell.years.first { $0.year == comparison.year }?.targets.first
      return Chart.Value(
        label: phrases.text(cell.city.name), number: target.flatMap { row.value($0) }.flatMap(Self.plain),
        shown: target.map { phrases.words($0, row) } ?? phrases(Words.noTarget), tone: .blue)
    }
    if bars.count(where: { $0.number != nil }) > 1 {
      table.charts.append(
        Chart.bars(
          bars, label: "\(phrases.name(row)) \(comparison.year.map(String.init) ?? "") \(phrases(Words.aimed))"))
    }
    for cell in cells {
      let results = comparison.years.map { year -> Chart.Value in
        let figure = cell.years.first { $0.year == year }?.results.first
        return Chart.Value(
          label: String(year), number: figure.flatMap { row.value($0) }.flatMap(Self.plain),
          shown: figure.map { phrases.words($0, row) } ?? "—", tone: .green)
      }
      if results.count(where: { $0.number != nil }) > 2 {
        table.charts.append(
          Chart.series(results, label: "\(phrases.text(cell.city.name)) \(phrases.name(row)) \(phrases(Words.actual))"))
      }
    }
    return table
  }

  /// A number that can be drawn: a bound is drawn at its end, a range not at all.
  private static func plain(_ value: String) -> String? {
    let digits = String(String.UnicodeScalarView(value.unicodeScalars.drop { "<>=".unicodeScalars.contains($0) }))
    return DecimalString.isWellFormed(digits) ? digits : nil
  }

  private func cell(
    _ cell: CityComparison.CityCell, _ column: CityComparison.Row.YearColumn, _ row: CityComparison.Row
  ) -> Cell {
    let figures = cell.figures(column)
    if figures.isEmpty { return Cell(phrases.gap(column, comparison)) }
    return Cell(
      figures.flatMap { figure in
        [
          Line(text: phrases.words(figure, row), look: .strong),
          Line(text: phrases.text(figure.item.text ?? figure.item.title ?? "")),
          Line(text: figure.indicator.id, look: .source),
        ]
      })
  }

  /// Indicators of one city: a row each, with every year's words.
  private var alone: TabledReport.Table {
    var table = TabledReport.Table(
      title: phrases(Words.alone),
      columns: [column(phrases(Words.city), 16), column(phrases(Words.figure), 34), column(phrases(Words.result), 40)],
      rows: comparison.cities.flatMap { city in
        comparison.alone(city).map { row, cell in
          let lines = row.columns(comparison).flatMap { column in
            cell.figures(column).map { Line(text: "\(phrases.head(column)) \(phrases.words($0, row))") }
          }
          return TabledReport.Row(cells: [Cell(phrases.text(city.name)), Cell(phrases.name(row)), Cell(lines)])
        }
      })
    table.isFolded = true
    return table
  }

  private var apart: TabledReport.Table {
    TabledReport.Table(
      title: phrases(Words.verdict(.notComparable)),
      columns: [column(phrases(Words.figure), 30), column(phrases(Words.result), 60), column(phrases(Words.rule), 40)],
      rows: comparison.apart.map { apart in
        TabledReport.Row(cells: [
          Cell(phrases.text(apart.subject)),
          Cell(
            apart.figures.map {
              Line(text: "\(phrases.text($0.document.city.name)) \(phrases.text($0.indicator.quote))")
            }), Cell(phrases(Words.rule(apart.reason))),
        ])
      })
  }

  private func themes(_ shown: (CityComparison.ThemeCell) -> Cell) -> TabledReport.Table {
    var table = TabledReport.Table(
      title: phrases(Words.theme), notes: [phrases(Words.goalsByTheme)],
      columns: [column(phrases(Words.theme), 26)] + comparison.cities.map { column(phrases.text($0.name), 16) },
      rows: comparison.themes.map { row in
        let label =
          row.theme.isEmpty ? phrases(Words.noTheme) : vocabulary.theme(code: row.theme)?.label[phrases.language]
        return TabledReport.Row(
          cells: [Cell(phrases.text(label ?? row.theme))] + row.cells.map(shown))
      })
    table.native = TabledReport.NativeChart(
      title: phrases(Words.goalsByTheme), labels: 0, values: comparison.cities.indices.map { $0 + 1 })
    return table
  }

  /// For workbooks: a row an indicator and city.
  private func indicators(_ rows: [CityComparison.Row], _ title: Localized) -> TabledReport.Table {
    let year = comparison.year ?? 0
    let hasResults = rows.contains { row in
      row.cells.contains { cell in cell.years.contains { $0.year == year && !$0.results.isEmpty } }
    }
    let columns =
      [
        CityComparison.Row.YearColumn(year: year - 1, isResult: false), .init(year: year - 1, isResult: true),
        .init(year: year, isResult: false),
      ] + (hasResults ? [.init(year: year, isResult: true)] : [])
    let heads: [(String, Double)] =
      [(phrases(Words.figure), 34), (phrases(Words.unit), 10), (phrases(Words.city), 14)]
      + columns.map { (phrases.head($0), 24) }
      + [(phrases(Words.inUnit), 16), (phrases(Words.place), 8)]
    return TabledReport.Table(
      title: phrases(title), columns: heads.map { column($0.0, $0.1) },
      rows: rows.flatMap { row in
        row.rankedCells.filter { row.cityCount > 1 || !$0.years.isEmpty }.map { cell in
          let target = cell.figures(columns[2]).first
          let value = target.flatMap { row.value($0) }
          return TabledReport.Row(
            cells: [Cell(phrases.name(row)), Cell(phrases.text(row.unit)), Cell(phrases.text(cell.city.name))]
              + columns.map { column in
                let words = cell.figures(column).map { Line(text: phrases.words($0, row)) }
                return words.isEmpty ? Cell(phrases.gap(column, comparison)) : Cell(words)
              } + [
                value.map { DecimalString.isWellFormed($0) ? .number($0) : Cell($0) } ?? Cell("—"),
                cell.rank.map { .number(String($0)) } ?? Cell("—"),
              ])
        }
      })
  }
}

extension Words {
  static let sideBySide = Localized(zh: "各市对比", en: "Cities side by side")
  static let shared = Localized(zh: "两市以上都有的指标", en: "Indicators of two cities or more")
  static let goalsByTheme = Localized(zh: "各主题的目标任务数", en: "Goals and tasks by theme")
  static let unit = Localized(zh: "单位", en: "Unit")
  static let inUnit = Localized(zh: "换算后", en: "In the unit")
}
