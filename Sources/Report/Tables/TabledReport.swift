import Compare
import Vocabulary

/// A report that is tables with a few lines above them, in a form that pages, Markdown and workbooks are made of.
struct TabledReport {
  /// Words of one look in a cell.
  struct Words {
    enum Look {
      case plain, strong, source
      /// A word on the ground of its colour, of the class `is-TOKEN`.
      case badge(StaticString, Tone)
      /// A decimal number, which workbooks compute with.
      case number
    }

    let text: String
    var look = Look.plain
  }

  /// A cell: its lines below one another.
  struct Cell {
    var lines: [Words]

    init(_ lines: [Words]) { self.lines = lines }
    init(_ text: String?) { lines = text.map { [Words(text: $0)] } ?? [] }
    static func number(_ digits: String) -> Cell { Cell([Words(text: digits, look: .number)]) }
  }

  struct Column {
    let header: String
    /// In characters; a Chinese one takes two.
    let width: Double
  }

  struct Row {
    let cells: [Cell]
    /// The filter that it belongs to.
    var token: StaticString?
  }

  /// A chart of a table's numbers in a workbook.
  struct NativeChart {
    let title: String
    let labels: Int
    let values: [Int]
  }

  struct Table {
    let title: String
    var notes: [String] = []
    let columns: [Column]
    let rows: [Row]
    var charts: [HTML] = []
    var native: NativeChart?
    /// Whether a page shows its title alone until somebody opens it.
    var isFolded = false
  }

  let title: String
  let headline: String
  var facts: [(label: String, value: String)] = []
  var filters: [ReportPage.Filter] = []
  var tones: [(token: StaticString, tone: Tone)] = []
  var chart = HTML.none
  /// What pages and Markdown show.
  let tables: [Table]
  /// What a workbook has, a sheet each, its title the sheet's name.
  let sheets: [Table]

  // MARK: Page

  func page(_ language: Language) -> String {
    let header = HTML.lines([
      .element("h1", title), .element("p", class: "headline", headline), chart,
      .element("dl", class: "facts", facts.map { .all([.element("dt", $0.label), .element("dd", $0.value)]) }),
    ])
    return ReportPage(
      title: title, language: language, header: header, main: .lines(tables.map(section)), filters: filters,
      tones: tones, style: TabledReport.style, isLandscape: true
    ).text
  }

  private func section(_ table: Table) -> HTML {
    // A table without filters is searched as a whole, one with them or folded row by row.
    let isWhole = table.rows.allSatisfy { $0.token == nil } && !table.isFolded
    let head = HTML.element("thead", [.element("tr", table.columns.map { .element("th", $0.header) })])
    let rows = table.rows.map { row in
      HTML.element(
        "tr", class: row.token.map { "entry is-\($0)" } ?? (table.isFolded ? "entry" : nil), row.cells.map(cell))
    }
    return .element(
      "section", class: isWhole ? "entry" : nil,
      [
        .element(
          "details", with: table.isFolded ? [:] : ["open": ""],
          [.element("summary", [.element("h2", table.title)])] + table.notes.map { .element("p", class: "source", $0) }
            + table.charts + [.element("table", [head, .element("tbody", [.lines(rows)])])])
      ])
  }

  private func cell(_ cell: Cell) -> HTML {
    let isNumber = cell.lines.contains { if case .number = $0.look { true } else { false } }
    // A city or a light is not broken over lines.
    let isShort = cell.lines.allSatisfy { DisplayWidth.of($0.text) <= 10 }
    return .element(
      "td", class: isNumber ? "number" : isShort ? "short" : nil,
      cell.lines.map { line in
        switch line.look {
        case .plain, .number: .element("div", line.text)
        case .strong: .element("div", [.element("b", line.text)])
        case .source: .element("div", class: "source", line.text)
        case .badge(let token, _): .element("div", [.element("span", class: "badge is-\(token)", line.text)])
        }
      })
  }

  private static let style: StaticString = """

    summary h2{display:inline-block;margin:1.1rem 0 .4rem}
    section svg{margin:.2rem 0 .6rem}td .source{font-size:.76rem}
    th,td.short{white-space:nowrap}

    """

  // MARK: Markdown

  var markdown: String {
    let escaped = { (text: String) in MarkdownText.escaped(text) }
    var out = "# \(escaped(title))\n\n**\(escaped(headline))**\n\n"
    for fact in facts { out += "- \(escaped(fact.label)) \(escaped(fact.value))\n" }
    for table in tables {
      out += "\n## \(escaped(table.title))\n\n"
      for note in table.notes { out += "\(escaped(note))\n\n" }
      out += TabledReport.row(table.columns.map { escaped($0.header) })
      out += TabledReport.row(table.columns.map { _ in "---" })
      for row in table.rows {
        out += TabledReport.row(
          row.cells.map { cell in
            cell.lines.map { line in
              if case .strong = line.look { "<b>\(escaped(line.text))</b>" } else { escaped(line.text) }
            }.joined(separator: "<br>")
          })
      }
    }
    return out
  }

  private static func row(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }
}
